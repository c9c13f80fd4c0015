"""Which of the words of a rule tells most: what is frequent in English tells little."""

from __future__ import annotations

from collections.abc import Iterable

# Words so frequent that looking a rule up by them saves nothing.
_FREQUENT_WORDS = (
    "a about after all also an and any are as at be been being but by can do does for "
    "from had has have having if in into is it its more not of on one or other our out "
    "than that the their there they this to under up was we were which will with would "
    "made make makes making take takes taking took taken given give"
)
_FREQUENT = frozenset(_FREQUENT_WORDS.split())


def commonness(anchor: Iterable[str]) -> tuple[int, int, int]:
    """The less, the better is a set of words, of which one must occur, to look a rule
    up by."""
    words = list(anchor)
    return (
        sum(word in _FREQUENT for word in words),
        len(words),
        -min(map(len, words)),
    )
