"""What of the checkers' findings nobody is to see: rules that are off, words the user
vouches for, and changes to protected words.

Rule: the same for every checker, whatever it knows of the user's wishes itself.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from posteditor.checkers.vocabulary import bare
from posteditor.model import Suggestion


@dataclass(slots=True, kw_only=True)
class Switches:
    """`rules_off` and `rules_only` name rules, or groups of them (what stands before
    the slash); empty `rules_only`: all. `dictionary` holds words that are spelt right,
    and may grow."""

    rules_off: frozenset[str] = frozenset()
    rules_only: frozenset[str] = frozenset()
    dictionary: frozenset[str] = field(default_factory=frozenset)

    def hide(self, suggestion: Suggestion) -> bool:
        """Is nobody to see it?"""
        rule = suggestion.rule
        if self.rules_off and is_named(rule, self.rules_off):
            return True
        if self.rules_only and not is_named(rule, self.rules_only):
            return True
        return bool(self.dictionary) and is_known(suggestion, self.dictionary)


def is_known(suggestion: Suggestion, dictionary: frozenset[str]) -> bool:
    """Does it doubt the spelling of a word of the dictionary? A dictionary's word in
    lower case stands for the same with a capital."""
    if not is_spelling(suggestion):
        return False
    word = bare(suggestion.text)
    return word in dictionary or (
        word[:1].isupper() and word[:1].lower() + word[1:] in dictionary
    )


def is_spelling(suggestion: Suggestion) -> bool:
    return suggestion.category.endswith("spelling")


def spared(
    suggestion: Suggestion, text: str, protected: Sequence[tuple[int, int]]
) -> Suggestion | None:
    """The suggestion without the replacements that would change words of `protected`,
    which are spans of `text` in their order; None where it is about nothing else."""
    touched = list(_touched(suggestion, protected))
    if not touched:
        return suggestion
    start, end = suggestion.start, suggestion.end
    if not suggestion.replacements:
        is_within = any(first <= start and end <= last for first, last in touched)
        return None if is_within else suggestion
    if any(first < start or end < last for first, last in touched):
        return None
    words = [text[first:last] for first, last in touched]
    kept = tuple(r for r in suggestion.replacements if _holds(r, words))
    return replace(suggestion, replacements=kept) if kept else None


def _touched(
    suggestion: Suggestion, protected: Sequence[tuple[int, int]]
) -> Iterable[tuple[int, int]]:
    start, end = suggestion.start, suggestion.end
    at = bisect_right(protected, (end, -1))
    for first, last in protected[:at]:
        is_inside = first < start < last if start == end else start < last
        if is_inside and first < max(end, start + 1):
            yield first, last


def _holds(replacement: str, words: Iterable[str]) -> bool:
    """Do all the words stand in it, in their order?"""
    at = 0
    for word in words:
        at = replacement.find(word, at)
        if at < 0:
            return False
        at += len(word)
    return True


def is_named(rule: str, names: frozenset[str]) -> bool:
    """Is the rule among these, or the group it belongs to?"""
    return rule in names or rule.split("/", maxsplit=1)[0] in names
