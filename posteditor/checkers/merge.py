"""Suggestions of several checkers as the one list an editor reads.

Rule: pure and total. The result is a subset of what came in, does not depend on the
order it came in, and no two of its suggestions overlap.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import replace

from posteditor.model import Suggestion

# A remark wider than this gives way to whatever can be mended inside it.
BROAD = 40

# How far around a suggestion its context words are looked for, in code points.
NEARBY = 64

_OWN = ("rules", "consistency")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")

_Rank = tuple[object, ...]


def merge(suggestions: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
    """One suggestion for each place, in the order of the text.

    Where two overlap the better one stays: own rules before consistency, grammar,
    style, spelling; then the more severe, then one with a replacement, then the longer,
    because it has read more of the sentence.
    """
    best_first = sorted(set(suggestions), key=_rank)
    if len(best_first) < 2:  # noqa: PLR2004 - nothing to compare
        return tuple(best_first)
    taken: dict[int, list[tuple[int, int]]] = {}
    kept = []
    for suggestion in best_first:
        spans = taken.setdefault(suggestion.segment, [])
        if _is_free(spans, suggestion.start, suggestion.end):
            insort(spans, (suggestion.start, suggestion.end))
            kept.append(suggestion)
    return tuple(sorted(kept, key=_place))


def overlap(one: Suggestion, other: Suggestion) -> bool:
    """Would applying one take the ground from under the other? Two insertions at one
    point overlap; spans that only touch do not."""
    if one.segment != other.segment:
        return False
    same = (one.start, one.end) == (other.start, other.end)
    return same or (one.start < other.end and other.start < one.end)


def with_context(suggestion: Suggestion, text: str) -> Suggestion:
    """The suggestion with the words before and after it in `text`, lower case, so that
    a dismissal is recognised when the sentence around it has changed."""
    head = text[max(0, suggestion.start - NEARBY) : suggestion.start]
    tail = text[suggestion.end : suggestion.end + NEARBY]
    before = _WORD.findall(head)
    after = _WORD.search(tail)
    context = (
        before[-1].lower() if before else "",
        after.group().lower() if after else "",
    )
    return replace(suggestion, context=context)


def _is_free(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_left(spans, (start, end))
    if at < len(spans):
        next_start, _ = spans[at]
        if spans[at] == (start, end) or next_start < end:
            return False
    return at == 0 or spans[at - 1][1] <= start


def _rank(suggestion: Suggestion) -> _Rank:
    length = suggestion.end - suggestion.start
    return (
        not suggestion.replacements and length > BROAD,
        _source(suggestion),
        -suggestion.severity.rank,
        not suggestion.replacements,
        -length,
        *_place(suggestion),
    )


def _source(suggestion: Suggestion) -> int:
    if suggestion.checker in _OWN:
        return _OWN.index(suggestion.checker)
    if suggestion.category.endswith("spelling"):
        return len(_OWN) + 2
    return len(_OWN) + suggestion.category.startswith("style")


def _place(suggestion: Suggestion) -> _Rank:
    """Text order, then everything else that tells two suggestions apart."""
    return (
        suggestion.segment,
        suggestion.start,
        suggestion.end,
        suggestion.checker,
        suggestion.rule,
        suggestion.replacements,
        suggestion.message,
        suggestion.severity.rank,
        suggestion.category,
        suggestion.label,
        suggestion.text,
        suggestion.safe,
        suggestion.source_phrase,
        suggestion.context,
    )
