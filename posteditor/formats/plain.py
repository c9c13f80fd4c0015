"""Plain text: paragraphs or lines, told apart once per file by how its lines break.

Rule: the mark of a list item lies in the gap, the item is its own block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from posteditor.formats.lines import Line, marker_end, split
from posteditor.formats.text import TextFormat
from posteditor.model import Block, SegmentKind

LONGEST_HEADING = 100

# Hard wraps lie between these columns; longer lines are paragraphs, shorter ones verse.
_NARROWEST, _WIDEST = 40, 120

_ENDS_SENTENCE = re.compile("[.!?…。！？؟।:：;；][\"'”’»)\\]』」]*$")
_ENDS_CLAUSE = ".!?…。！？؟।:：;；,，،、–—-"
_INNER_END = re.compile(r"[.!?…。！？؟।](?:\s|$)")
_CLOSERS = "\"'”’»)]』」"


class PlainText(TextFormat):
    """.txt, .text and files without extension."""

    name = "txt"

    def blocks(self, text: str) -> list[Block]:
        lines = split(text)
        if is_wrapped(text, lines):
            return list(_paragraphs(text, lines))
        return [
            _block(text, line, line.end, alone=True)
            for line in lines
            if line.start < line.end
        ]


def is_wrapped(text: str, lines: list[Line]) -> bool:
    """Do single newlines only wrap lines? Judged by the lines that another follows at
    once: wrapped ones end in mid-sentence, and the next word would not have fitted."""
    inner = [
        (upper, lower)
        for upper, lower in pairwise(lines)
        if upper.start < upper.end
        and lower.start < lower.end
        and marker_end(text, lower) is None
    ]
    if not inner:
        return False
    width = max(line.end - line.start for pair in inner for line in pair)
    if width > _WIDEST * 2:
        return False
    running = sum(not _ENDS_SENTENCE.search(text, u.start, u.end) for u, _ in inner)
    lower_case = sum(text[lower.start].islower() for _, lower in inner)
    full = sum(
        u.end - u.start + 1 + _first_word(text, lower) > width for u, lower in inner
    )
    count = len(inner)
    if running >= 0.6 * count and lower_case >= 0.4 * count:
        return True
    return (
        running >= 0.4 * count
        and full >= 0.75 * count
        and _NARROWEST <= width <= _WIDEST
    )


def _first_word(text: str, line: Line) -> int:
    """Length of the first word; scripts without spaces break at any character."""
    if text[line.start] >= "\u2e80":
        return 1
    space = text.find(" ", line.start, line.end)
    return (space if space >= 0 else line.end) - line.start


def _paragraphs(text: str, lines: list[Line]) -> Iterator[Block]:
    first: Line | None = None
    last: Line | None = None
    for line in lines:
        blank = line.start == line.end
        if first and last and (blank or marker_end(text, line) is not None):
            yield _block(text, first, last.end, alone=first is last)
            first = None
        if not blank:
            first, last = first or line, line
    if first and last:
        yield _block(text, first, last.end, alone=first is last)


def _block(text: str, first: Line, end: int, *, alone: bool) -> Block:
    item = marker_end(text, first)
    if item is not None:
        return Block(start=item, end=end, kind=SegmentKind.LIST_ITEM)
    kind = SegmentKind.SENTENCE
    if alone and _is_heading(text, first.start, end):
        kind = SegmentKind.HEADING
    return Block(start=first.start, end=end, kind=kind)


def _is_heading(text: str, start: int, end: int) -> bool:
    """A short line that begins like a title and ends like no sentence."""
    if end - start > LONGEST_HEADING or text[start].islower():
        return False
    if text[start:end].rstrip(_CLOSERS)[-1:] in _ENDS_CLAUSE:
        return False
    return _INNER_END.search(text, start, end) is None
