"""Setting text in cells: wrapping, clipping, marks under spans.

Rule: pure functions over sanitised text. A line is a tuple of (text, role) pieces, a
role being a key of the palette; no text is cut without a sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, split_graphemes

Piece = tuple[str, str]
Line = tuple[Piece, ...]

ELLIPSIS = "…"

_TOKENS = re.compile(r"\s+|\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of a text that is drawn in a role; `number` stands under it."""

    start: int
    end: int
    role: str
    number: str = ""


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Where to break `text` into lines of at most `width` cells, as offsets. Spaces at
    a break hang over and are left out."""
    width = max(width, 2)
    lines: list[tuple[int, int]] = []
    start = end = used = 0
    for begin, stop, cells, is_space in _pieces(text, width):
        if is_space:
            if used + cells > width and used:
                lines.append((start, end))
                start, used = stop, 0
            else:
                used += cells
            continue
        if used + cells > width and used:
            lines.append((start, end))
            start, used = begin, 0
        end = stop
        used += cells
    if end > start or not lines:
        lines.append((start, max(start, end)))
    return lines


def _pieces(text: str, width: int) -> Iterator[tuple[int, int, int, bool]]:
    """Words, spaces, wide characters, and parts of words too long for a line: start,
    end, cells, and whether it is space."""
    for match in _TOKENS.finditer(text):
        token, at = match[0], match.start()
        cells = cell_len(token)
        if token.isspace():
            yield at, match.end(), cells, True
        elif cells == len(token) <= width:
            yield at, match.end(), cells, False
        else:
            for start, end, size in _unbroken(token, width):
                yield at + start, at + end, size, False


def _unbroken(token: str, width: int) -> Iterator[tuple[int, int, int]]:
    """Stretches that stay on one line: wide characters alone, others together as long
    as they fit."""
    begin = at = used = 0
    for start, end, size in _graphemes(token):
        if size > 1 or used + size > width:
            if at > begin:
                yield begin, at, used
            begin, used = start, 0
            if size > 1:
                yield start, end, size
                begin = end
        if begin != end:
            used += size
        at = end
    if at > begin:
        yield begin, at, used


def _graphemes(text: str) -> list[tuple[int, int, int]]:
    spans, _ = split_graphemes(text)
    return spans


def clip(text: str, width: int) -> str:
    """`text` in at most `width` cells, an ellipsis standing for what is missing."""
    if width <= 0:
        return ""
    if len(text) <= width and cell_len(text) <= width:
        return text
    head = text[: width * 4]
    kept, used = 0, 0
    for _, end, size in _graphemes(head):
        if used + size > width - 1:
            break
        kept, used = end, used + size
    return head[:kept].rstrip() + ELLIPSIS


def pad(text: str, width: int) -> str:
    """`text` clipped or filled with spaces to exactly `width` cells."""
    clipped = clip(text, width)
    return clipped + " " * (width - cell_len(clipped))


def width_of(line: Iterable[Piece]) -> int:
    return sum(cell_len(text) for text, _ in line)


def spread(left: Sequence[Piece], right: Sequence[Piece], width: int) -> Line:
    """A line with something at both ends; the left end is clipped, and where there is
    no room for it the right end is left out."""
    if width_of(right) >= width:
        right = ()
    room = width - width_of(right)
    kept: list[Piece] = []
    for text, role in left:
        if room <= 0:
            break
        shown = clip(text, room)
        kept.append((shown, role))
        room -= cell_len(shown)
    return (*kept, (" " * max(room, 0), "text"), *right)


def paragraph(
    text: str, width: int, runs: Sequence[Run] = (), role: str = "text"
) -> list[Line]:
    """Wrapped text with its runs in their roles, numbers on a line below the spans."""
    lines: list[Line] = []
    for start, end in wrap(text, width):
        lines.append(tuple(_styled(text, start, end, runs, role)))
        under = _under(text, start, end, runs, width)
        if under:
            lines.append(under)
    return lines


def _styled(
    text: str, start: int, end: int, runs: Sequence[Run], role: str
) -> Iterator[Piece]:
    at = start
    for run in runs:
        first, last = max(run.start, at), min(run.end, end)
        if first >= last:
            continue
        if first > at:
            yield text[at:first], role
        yield text[first:last], run.role
        at = last
    if at < end or at == start:
        yield text[at:end], role


def _under(text: str, start: int, end: int, runs: Sequence[Run], width: int) -> Line:
    """The line of marks below `text[start:end]`, or nothing. A mark that overlaps the
    one before has no place of its own."""
    pieces: list[Piece] = []
    used, taken = 0, start
    for run in runs:
        if not run.number or not _is_on_line(run, start, end, len(text)):
            continue
        first, last = max(run.start, start), min(run.end, end)
        if first < taken:
            continue
        column = max(cell_len(text[start:first]), used)
        label = run.number if run.start >= start else ""
        size = min(max(cell_len(text[first:last]), len(label)), width - column)
        pieces.append((" " * (column - used), "text"))
        pieces.append(((label + "‾" * (size - len(label)))[: max(size, 0)], run.role))
        used, taken = column + size, last
    return tuple(pieces)


def _is_on_line(run: Run, start: int, end: int, length: int) -> bool:
    """Does the run, or the place it stands for, lie in `start:end`?"""
    if run.start == run.end:
        return start <= run.start < end or run.start == end == length
    return run.start < end and run.end > start


def sequence(pieces: Iterable[Piece], width: int) -> list[Line]:
    """Pieces in their roles set as one wrapped paragraph."""
    runs: list[Run] = []
    texts: list[str] = []
    at = 0
    for text, role in pieces:
        texts.append(text)
        runs.append(Run(start=at, end=at + len(text), role=role))
        at += len(text)
    return paragraph("".join(texts), width, runs)
