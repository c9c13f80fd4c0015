"""Marks furniture among segments and reads from it where the text comes from.

Rule: only whole lines are furniture, never a part of a line or of a segment; head and
tail patterns see a few segments, whatever the size of the document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from posteditor.cleaning.patterns import Pattern, Patterns, Where
from posteditor.cleaning.provenance import provenance
from posteditor.model import Provenance, Segment, SegmentKind

HEAD = 12
TAIL = 30
"""Segments in which head and tail patterns are looked for."""

LONGEST = 2_000
"""Code points of a passage of furniture; nothing longer is one."""

MOST = 12
"""Segments of a passage of furniture."""

_BLANKS = " \t\xa0"
_EMPHASIS = "*_~" + _BLANKS
_KEY = 4
_NEAR = 40
_PLAIN = str.maketrans(
    dict.fromkeys("’‘ʼ‛`´′＇", "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """Furniture: segments `first` up to, not including, `stop`."""

    first: int
    stop: int
    pattern: Pattern
    groups: dict[str, str]


def mark_furniture(
    segments: Sequence[Segment], text: str, patterns: Patterns
) -> tuple[tuple[Segment, ...], Provenance]:
    """The segments, furniture among them marked as such, and what it says of the text.

    `segments` are in order and lie in `text`; they keep index, offsets and text. Raises
    ConfigError where a pattern takes too long.
    """
    marked = list(segments)
    found: list[_Found] = []
    done = 0
    for first in _starts(segments, patterns):
        if first < done or not _begins_line(segments, text, first):
            continue
        match = _match(segments, text, first, patterns)
        if match is None:
            continue
        found.append(match)
        done = match.stop
        for index in range(match.first, match.stop):
            marked[index] = replace(
                segments[index],
                kind=SegmentKind.FURNITURE,
                furniture=match.pattern.kind,
            )
    told = (
        (_passage_text(segments, text, match), match.pattern.translation, match.groups)
        for match in found
    )
    return tuple(marked), provenance(told, patterns)


def _passage_text(segments: Sequence[Segment], text: str, match: _Found) -> str:
    start, end = segments[match.first].start, segments[match.stop - 1].end
    return " ".join(text[start:end].split())


def _starts(segments: Sequence[Segment], patterns: Patterns) -> Iterator[int]:
    """The segments at which furniture may begin, in order."""
    count = len(segments)
    head, tail = min(HEAD, count), max(HEAD, count - TAIL)
    yield from range(head)
    anywhere = [p for p in patterns.patterns if p.where is Where.ANYWHERE]
    if any(not p.begins or min(map(len, p.begins)) < _KEY for p in anywhere):
        yield from range(head, tail)
    elif anywhere:
        keys = {hint[:_KEY] for pattern in anywhere for hint in pattern.begins}
        for index in range(head, tail):
            if _key(segments[index].text) in keys:
                yield index
    yield from range(tail, count)


def _key(text: str) -> str:
    """How a line begins; the common case costs next to nothing."""
    key = text[:_KEY]
    return key.lower() if key.isalnum() else _plain(text[:_NEAR])[:_KEY].lower()


def _match(
    segments: Sequence[Segment], text: str, first: int, patterns: Patterns
) -> _Found | None:
    """The longest passage from segment `first` on that is furniture."""
    places = _places(first, len(segments))
    passages = list(_passages(segments, text, first))
    for stop, passage in reversed(passages):
        lowered = passage.lower()
        for pattern in patterns.patterns:
            if pattern.where in places and pattern.may_match(lowered):
                groups = patterns.match(pattern, passage)
                if groups is not None:
                    return _Found(
                        first=first, stop=stop, pattern=pattern, groups=dict(groups)
                    )
    return None


def _places(index: int, count: int) -> frozenset[Where]:
    places = {Where.ANYWHERE}
    if index < HEAD:
        places |= {Where.HEAD, Where.EDGES}
    if index >= count - TAIL:
        places |= {Where.TAIL, Where.EDGES}
    return frozenset(places)


def _passages(
    segments: Sequence[Segment], text: str, first: int
) -> Iterator[tuple[int, str]]:
    """Whole lines of one paragraph that begin with segment `first`, each with the
    segment it stops before, the shortest first."""
    start = segments[first].start
    for index in range(first, min(first + MOST, len(segments))):
        end = segments[index].end
        if end - start > LONGEST:
            return
        last = index + 1 == len(segments)
        gap = "" if last else text[end : segments[index + 1].start].strip(_BLANKS)
        if last or gap:
            yield index + 1, _plain(text[start:end])
        if gap.strip() or len(gap.splitlines()) > 1:
            return


def _plain(passage: str) -> str:
    """Straight apostrophes, hyphens for dashes, no emphasis around, nothing unseen."""
    plain = passage.translate(_PLAIN)
    return plain.strip(_EMPHASIS) or plain.strip()


def _begins_line(segments: Sequence[Segment], text: str, index: int) -> bool:
    if index == 0:
        return True
    return bool(text[segments[index - 1].end : segments[index].start].strip(_BLANKS))
