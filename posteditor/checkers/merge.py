"""Suggestions of several checkers as the one list an editor reads.

Rule: pure and total. The result does not depend on the order things came in, and no
two of its suggestions overlap, remarks apart: these hide nothing and are not hidden.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from dataclasses import replace

from posteditor.model import Severity, Suggestion

# What has no replacement and is wider than this is about the sentence, not a place.
BROAD = 40

# Replacements that one suggestion may offer when others add theirs.
MOST_CHOICES = 9

# Remarks that a list shows which cannot show all.
MOST_REMARKS = 2

# How far around a suggestion its context words are looked for, in code points.
NEARBY = 64

# The checkers of this project, in the order in which they are believed.
_OWN = ("guards", "glossary", "rules", "consistency")
_LOCAL_ALWAYS = frozenset({"guards", "glossary"})
_WORD = re.compile(r"\w+(?:['’-]\w+)*")

_Rank = tuple[object, ...]


def merge(suggestions: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
    """One suggestion for each place in the order of the text, then the remarks.

    Where two overlap the better one stays: guards before glossary, own rules,
    consistency, grammar, style, spelling; then the more severe, then one with a
    replacement, then the longer, because it has read more of the sentence. One that
    goes from the very same span leaves its replacements as further choices and, where
    it wanted the same, its checker's name in `also`.
    """
    best_first = sorted(set(suggestions), key=_rank)
    if len(best_first) < 2:  # noqa: PLR2004 - nothing to compare
        return tuple(best_first)
    taken: dict[int, list[tuple[int, int]]] = {}
    kept: dict[_Rank, list[Suggestion]] = {}
    for suggestion in best_first:
        span = (suggestion.start, suggestion.end)
        remark = suggestion.category if is_remark(suggestion) else ""
        place = (remark, suggestion.segment, *span)
        spans = taken.setdefault(suggestion.segment, [])
        if place in kept:
            kept[place].append(suggestion)
        elif remark:
            kept[place] = [suggestion]
        elif _is_free(spans, *span):
            insort(spans, span)
            kept[place] = [suggestion]
    return tuple(sorted((_joined(*same) for same in kept.values()), key=_order))


def is_remark(suggestion: Suggestion) -> bool:
    """Is it about the sentence as a whole, such as its length, or a matter of taste
    that only rewording mends? Nobody has to answer it."""
    if suggestion.replacements or suggestion.checker in _LOCAL_ALWAYS:
        return False
    is_taste = suggestion.severity is Severity.NEUTRAL and _is_style(suggestion)
    return is_taste or suggestion.end - suggestion.start > BROAD


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


def by_importance(suggestions: Iterable[Suggestion]) -> list[Suggestion]:
    """What an editor would miss most first, and of that what comes first."""
    return sorted(
        suggestions,
        key=lambda s: (
            -s.severity.rank,
            _source(s),
            not s.replacements,
            _place(s),
        ),
    )


def listed(
    suggestions: tuple[Suggestion, ...], most: int | None
) -> tuple[Suggestion, ...]:
    """What there is room for, in the order it has: the `most` important suggestions
    (None: all there is), and the first remarks."""
    if most is None:
        return suggestions
    local = [s for s in suggestions if not is_remark(s)]
    remarks = [s for s in suggestions if is_remark(s)]
    kept = {*by_importance(local)[:most], *remarks[:MOST_REMARKS]}
    return tuple(s for s in suggestions if s in kept)


def _joined(best: Suggestion, *others: Suggestion) -> Suggestion:
    """The best of one span with what the others add to it."""
    if not others:
        return best
    also = {*best.also, *_agreeing(best, others)} - {best.checker}
    best = replace(best, also=tuple(sorted(also)))
    if best.about:  # what others would change here is no answer to it
        return best
    choices = dict.fromkeys(best.replacements)
    for other in others:
        choices.update(dict.fromkeys(other.replacements))
    most = max(MOST_CHOICES, len(best.replacements))
    return replace(best, replacements=tuple(choices)[:most])


def _agreeing(best: Suggestion, others: Iterable[Suggestion]) -> Iterator[str]:
    """Those with the same first replacement, or with none for the same reason."""
    for other in others:
        same_fix = best.replacements[:1] == other.replacements[:1]
        if same_fix and (best.replacements or best.category == other.category):
            yield other.checker
            yield from other.also


def _is_free(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_left(spans, (start, end))
    if at < len(spans):
        next_start, _ = spans[at]
        if spans[at] == (start, end) or next_start < end:
            return False
    return at == 0 or spans[at - 1][1] <= start


def _rank(suggestion: Suggestion) -> _Rank:
    return (
        _source(suggestion),
        -suggestion.severity.rank,
        not suggestion.replacements,
        suggestion.start - suggestion.end,
        *_place(suggestion),
    )


def _source(suggestion: Suggestion) -> int:
    if suggestion.checker in _OWN:
        return _OWN.index(suggestion.checker)
    if suggestion.category.endswith("spelling"):
        return len(_OWN) + 2
    return len(_OWN) + _is_style(suggestion)


def _is_style(suggestion: Suggestion) -> bool:
    return suggestion.category.startswith("style")


def _order(suggestion: Suggestion) -> _Rank:
    """Segment by segment; remarks below what can be mended."""
    return (suggestion.segment, is_remark(suggestion), *_place(suggestion))


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
        suggestion.about,
        suggestion.also,
    )
