"""Marks furniture among segments and reads from it where the text comes from.

Rule: only whole lines are furniture, never a part of a line or of a segment; head and
tail patterns see a few segments, whatever the size of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
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
_SPACES = re.compile(r"[^\S\n]{2,}|[^\S\n ]")
_PLAIN = str.maketrans(
    dict.fromkeys("’‘ʼ‛`´′＇", "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
    | dict.fromkeys("\r\n\x85\u2028\u2029", " ")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """Furniture: segments `first` up to, not including, `stop`."""

    first: int
    stop: int
    pattern: Pattern
    groups: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What is looked through, and for what."""

    segments: Sequence[Segment]
    text: str
    patterns: Patterns


def mark_furniture(
    segments: Sequence[Segment], text: str, patterns: Patterns
) -> tuple[tuple[Segment, ...], Provenance]:
    """The segments, furniture among them marked as such, and what it says of the text.

    `segments` are in order and lie in `text`; they keep index, offsets and text. Raises
    ConfigError where a pattern takes too long.
    """
    page = _Page(segments=segments, text=text, patterns=patterns)
    found = list(_furniture(page))
    found += _closing(page, found)
    marked = list(segments)
    for match in found:
        for index in range(match.first, match.stop):
            marked[index] = replace(
                segments[index],
                kind=SegmentKind.FURNITURE,
                furniture=match.pattern.kind,
            )
    told = (
        (_quote(page, match), match.pattern.translation, match.groups)
        for match in sorted(found, key=lambda match: match.first)
    )
    return tuple(marked), provenance(told, patterns)


def _furniture(page: _Page) -> Iterator[_Found]:
    """The furniture that its own place and text tell, in order."""
    done = 0
    for first in _starts(page):
        if first < done or not _begins_line(page, first):
            continue
        match = _match(page, first, _places(first, len(page.segments)))
        if match is not None:
            done = match.stop
            yield match


def _closing(page: _Page, found: Sequence[_Found]) -> Iterator[_Found]:
    """What is furniture because nothing else follows it, from the last one back."""
    known = {match.stop: match.first for match in found}
    edge = len(page.segments)
    while edge:
        if edge in known:
            edge = known[edge]
            continue
        match = _closing_at(page, edge)
        if match is None:
            return
        yield match
        edge = match.first


def _closing_at(page: _Page, edge: int) -> _Found | None:
    for first in range(edge - 1, max(edge - MOST, 0) - 1, -1):
        if _begins_line(page, first):
            match = _match(page, first, {Where.END}, stop=edge)
            return match if match is not None and match.stop == edge else None
    return None


def _quote(page: _Page, match: _Found) -> str:
    start, end = page.segments[match.first].start, page.segments[match.stop - 1].end
    return " ".join(page.text[start:end].split())


def _starts(page: _Page) -> Iterator[int]:
    """The segments at which furniture may begin, in order."""
    segments = page.segments
    head = min(HEAD, len(segments))
    tail = max(head, len(segments) - TAIL)
    yield from range(head)
    anywhere = [p for p in page.patterns.patterns if p.where is Where.ANYWHERE]
    if any(p.contains or not all(map(_is_long, p.begins or ("",))) for p in anywhere):
        yield from range(head, tail)
    else:
        begins = tuple({hint for pattern in anywhere for hint in pattern.begins})
        keys = {hint[:_KEY] for hint in begins}
        keys |= {key.replace("'", "’") for key in keys}
        openers = {*_EMPHASIS, *map(chr, _PLAIN), *(hint[0] for hint in begins)}
        openers = {opener for opener in openers if not opener.isalnum()}
        for index in range(head, tail):
            line = segments[index].text
            if line[:_KEY].lower() not in keys and line[:1] not in openers:
                continue
            if _plain(line[:_NEAR]).lower().startswith(begins):
                yield index
    yield from range(tail, len(segments))


def _is_long(hint: str) -> bool:
    return len(hint) >= _KEY


def _match(
    page: _Page, first: int, places: set[Where], *, stop: int | None = None
) -> _Found | None:
    """The longest passage from segment `first` on, up to `stop`, that is furniture."""
    passages = list(_passages(page, first, stop or len(page.segments)))
    for end, passage in reversed(passages):
        lowered = passage.lower()
        for pattern in page.patterns.patterns:
            if pattern.where in places and pattern.may_match(lowered):
                groups = page.patterns.match(pattern, passage)
                if groups is not None:
                    return _Found(first=first, stop=end, pattern=pattern, groups=groups)
    return None


def _places(index: int, count: int) -> set[Where]:
    places = {Where.ANYWHERE}
    if index < HEAD:
        places |= {Where.HEAD, Where.EDGES}
    if index >= count - TAIL:
        places |= {Where.TAIL, Where.EDGES}
    return places


def _passages(page: _Page, first: int, stop: int) -> Iterator[tuple[int, str]]:
    """Whole lines of one paragraph that begin with segment `first`, each with the
    segment it stops before, the shortest first."""
    segments, text = page.segments, page.text
    start = segments[first].start
    passage = ""
    for index in range(first, min(first + MOST, stop)):
        segment = segments[index]
        if segment.end - start > LONGEST:
            return
        passage += segment.text.translate(_PLAIN)
        if index + 1 == len(segments):
            yield index + 1, _bare(passage)
            return
        gap = text[segment.end : segments[index + 1].start].strip(_BLANKS)
        if gap:
            yield index + 1, _bare(passage)
        if gap.strip() or len(gap.splitlines()) > 1:
            return
        passage += "\n" if gap else " "


def _plain(line: str) -> str:
    return _bare(line.translate(_PLAIN))


def _bare(passage: str) -> str:
    """White space as one space, no emphasis around unless there is nothing else."""
    even = _SPACES.sub(" ", passage)
    return even.strip(_EMPHASIS) or even.strip()


def _begins_line(page: _Page, index: int) -> bool:
    if index == 0:
        return True
    before = page.text[page.segments[index - 1].end : page.segments[index].start]
    return bool(before.strip(_BLANKS))
