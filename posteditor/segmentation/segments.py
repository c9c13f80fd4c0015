"""Cuts blocks of text into segments: sentences, headings, salutations, list items.

Rules: repairs look only at the places where sentencex cut and at quotations; a segment
never crosses a block and never begins or ends with whitespace, so segments and the gaps
between them are the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from posteditor.model import Block, Segment, SegmentKind
from posteditor.segmentation.boundaries import settle
from posteditor.segmentation.bulk import Spans, collector_paused, make_segments
from posteditor.segmentation.candidates import candidate_cuts, flatten
from posteditor.segmentation.quotations import (
    LONGEST_QUOTATION,
    inner_cuts,
    opener_positions,
)
from posteditor.segmentation.salutations import LONGEST, is_salutation

LONG_WORD = 8
"""Letters. A full stop behind a longer word ends a sentence, for no abbreviation is as
long; most sentences end so, and are not looked at any closer."""

LONGEST_HEADING = 200
"""Code points. A longer heading is cut into its sentences."""


def segment(text: str, blocks: Sequence[Block], language: str) -> tuple[Segment, ...]:
    """The segments of `text` that lie in `blocks`, in order.

    `blocks` are in order and do not overlap; `language` is a BCP 47 code, for an
    unknown one the rules of English hold. Never raises, whatever the text.
    """
    base = language.replace("_", "-").split("-")[0].lower()
    flat = flatten(text)
    with collector_paused():
        cutter = _Cutter(text, flat, base, candidate_cuts(flat, blocks, base))
        for block in blocks:
            cutter.cut(block)
        return make_segments(text, cutter.spans)


class _Cutter:
    """The spans found so far, the cuts to come, and the next mark of a quotation."""

    def __init__(self, text: str, flat: str, language: str, cuts: list[int]) -> None:
        self.spans = Spans()
        self._text = text
        self._flat = flat
        self._language = language
        self._cuts = iter(cuts)
        self._cut = next(self._cuts, len(flat))
        self._openers = iter(opener_positions(flat))
        self._opener = next(self._openers, len(flat))

    def cut(self, block: Block) -> None:
        """Add the segments of the next block."""
        start, end, kind = block.start, block.end, block.kind
        if kind is SegmentKind.SENTENCE:
            if end - start <= LONGEST or "\n" in self._text[start : start + LONGEST]:
                start = self._salutations(start, end)
        elif kind is SegmentKind.HEADING and end - start <= LONGEST_HEADING:
            self.spans.add(start, end, kind)
            return
        flat, language = self._flat, self._language
        cut, last = self._cut, len(flat)
        seen = start
        while cut < end:
            if cut > start:
                if self._opener < cut:
                    start = self._between(start, seen, cut, block)
                seen = cut
                if (
                    "A" <= flat[cut] <= "Z"
                    and flat[cut - 2 : cut] == ". "
                    and start <= cut - 2 - LONG_WORD
                    and flat[cut - 2 - LONG_WORD : cut - 2].isalpha()
                ):
                    self.spans.add(start, cut - 1, kind)
                    start = cut
                elif settled := settle(flat, cut, start, end, language):
                    self.spans.add(start, settled[0], kind)
                    start = settled[1]
            cut = next(self._cuts, last)
        self._cut = cut
        if self._opener < end:
            start = self._between(start, seen, end, block)
        if start < end:
            self.spans.add(start, end, kind)

    def _between(self, start: int, seen: int, cut: int, block: Block) -> int:
        """Cut between `seen` and `cut`, where quotation marks kept sentencex away."""
        while self._opener < start:
            self._opener = next(self._openers, len(self._flat))
        if self._opener >= cut:
            return start
        begin = max(self._opener, seen - LONGEST_QUOTATION)
        for inner in inner_cuts(self._flat, begin, cut):
            if inner <= max(start, seen):
                continue
            settled = settle(self._flat, inner, start, block.end, self._language)
            if settled is not None and start < settled[1] < cut:
                self.spans.add(start, settled[0], block.kind)
                start = settled[1]
        return start

    def _salutations(self, start: int, end: int) -> int:
        """Cut off the first lines of a block that address somebody."""
        text = self._text
        while start < end:
            limit = min(end, start + LONGEST)
            line_end = text.find("\n", start, limit)
            if line_end < 0:
                line_end = end
            if line_end > limit or not is_salutation(text[start:line_end].strip()):
                break
            self.spans.add(start, line_end, SegmentKind.SALUTATION)
            start = min(line_end + 1, end)
        return start
