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
            _block(text, start, end, alone=True) for start, end in lines if start < end
        ]


def is_wrapped(text: str, lines: list[Line]) -> bool:
    """Do single newlines only wrap lines? Judged by the lines that another follows at
    once: wrapped ones end in mid-sentence, and the next word would not have fitted."""
    inner = [
        (upper, lower)
        for upper, lower in pairwise(lines)
        if upper[0] < upper[1]
        and lower[0] < lower[1]
        and marker_end(text, *lower) is None
    ]
    if not inner:
        return False
    width = max(end - start for pair in inner for start, end in pair)
    if width > _WIDEST * 2:
        return False
    running = sum(not _ENDS_SENTENCE.search(text, *upper) for upper, _ in inner)
    lower_case = sum(text[lower[0]].islower() for _, lower in inner)
    full = sum(
        upper[1] - upper[0] + 1 + _first_word(text, *lower) > width
        for upper, lower in inner
    )
    count = len(inner)
    if running >= 0.6 * count and lower_case >= 0.4 * count:
        return True
    return (
        running >= 0.4 * count
        and full >= 0.75 * count
        and _NARROWEST <= width <= _WIDEST
    )


def _first_word(text: str, start: int, end: int) -> int:
    """Length of the first word; scripts without spaces break at any character."""
    if text[start] >= "\u2e80":
        return 1
    space = text.find(" ", start, end)
    return (space if space >= 0 else end) - start


def _paragraphs(text: str, lines: list[Line]) -> Iterator[Block]:
    first: Line | None = None
    last = (0, 0)
    for line in lines:
        blank = line[0] == line[1]
        if first and (blank or marker_end(text, *line) is not None):
            yield _block(text, first[0], last[1], alone=first is last)
            first = None
        if not blank:
            first, last = first or line, line
    if first:
        yield _block(text, first[0], last[1], alone=first is last)


def _block(text: str, start: int, end: int, *, alone: bool) -> Block:
    item = marker_end(text, start, end)
    if item is not None:
        return Block(start=item, end=end, kind=SegmentKind.LIST_ITEM)
    if alone and _is_heading(text, start, end):
        return Block(start=start, end=end, kind=SegmentKind.HEADING)
    return Block(start=start, end=end)


def _is_heading(text: str, start: int, end: int) -> bool:
    """A short line that begins like a title and ends like no sentence."""
    if end - start > LONGEST_HEADING or text[start].islower():
        return False
    if text[start:end].rstrip(_CLOSERS)[-1:] in _ENDS_CLAUSE:
        return False
    return _INNER_END.search(text, start, end) is None
