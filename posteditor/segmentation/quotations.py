"""Sentences that sentencex left together because of quotation marks or brackets.

Rule: a quotation is never cut, unless it is longer than any quotation should be or its
other mark is missing; what ends with a closing mark ends there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from posteditor.segmentation.marks import PAIRS, SENTENCE_END

LONGEST_QUOTATION = 400
"""Code points. A longer quotation is cut like any other text."""

_MARKS = re.compile(f"[{re.escape(''.join({*PAIRS, *''.join(PAIRS.values())}))}]")


def opener_positions(text: str) -> list[int]:
    """Where quotations and brackets may begin, in order."""
    return sorted(at for mark in PAIRS for at in _positions(text, mark))


def _positions(text: str, mark: str) -> Iterator[int]:
    at = text.find(mark)
    while at >= 0:
        yield at
        at = text.find(mark, at + 1)


def inner_cuts(text: str, start: int, end: int) -> list[int]:
    """Possible sentence starts in `text[start:end]`, outside of its quotations."""
    ends = [m.end() for m in SENTENCE_END.finditer(text, start, end) if m.end() < end]
    if not ends:
        return []
    return list(_outside(ends, sorted(_quotations(text, start, end))))


def _outside(cuts: list[int], spans: list[tuple[int, int]]) -> Iterator[int]:
    """The `cuts` that no span holds; both are sorted."""
    number, reach = 0, -1
    for cut in cuts:
        while number < len(spans) and spans[number][0] < cut:
            reach = max(reach, spans[number][1])
            number += 1
        if cut > reach:
            yield cut


def _quotations(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans from each opening mark to its closing mark. Unpaired marks give none."""
    stack: list[tuple[int, str]] = []
    for match in _MARKS.finditer(text, start, end):
        at, mark = match.start(), match[0]
        opened = next(
            (i for i in range(len(stack) - 1, -1, -1) if mark in PAIRS[stack[i][1]]),
            None,
        )
        if opened is not None and not (mark in PAIRS and _opens(text, at, start, mark)):
            begin = stack[opened][0]
            del stack[opened:]
            if at - begin <= LONGEST_QUOTATION:
                yield begin, at
        elif mark in PAIRS:
            stack = stack[-_DEEPEST:]
            stack.append((at, mark))


_DEEPEST = 8


def _opens(text: str, at: int, start: int, mark: str) -> bool:
    """Marks that open and close: does this one follow a space and precede a word?"""
    spaced = at == start or text[at - 1].isspace()
    return mark in '“"»' and spaced and not text[at + 1 : at + 2].isspace()
