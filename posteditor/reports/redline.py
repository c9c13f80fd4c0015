"""A revised text as paragraphs with tracked changes, before any file format.

Rule: without the insertions the paragraphs are the MT output line by line, without the
deletions the cleaned version; blank lines are the space between paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from posteditor.diff import Op, OpKind
from posteditor.model import SegmentKind
from posteditor.reports.content import ReportContent
from posteditor.reports.layout import Gap
from posteditor.reports.sentences import Sentence

# The line ends of a document, with blank lines; what is indented stays so.
_LINE_END = re.compile(r"[^\S\r\n]*(?:(?:\r\n|[\n\r\v\f\x85\u2028\u2029])[^\S\r\n]*)+")
_HEADING = re.compile(r"\s*(#{1,6})\s+\Z")
_BULLET = re.compile(r"\s*[-–—*+•·▪◦‣●○■□➢✓]\s+\Z")
_UNDERLINE = re.compile(r"\s*(?:=+|-+)\s*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of text in a paragraph; `is_gap`: it stands between sentences."""

    kind: OpKind
    text: str
    is_gap: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """Where a sentence begins or ends."""

    sentence: Sentence
    is_start: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    """The end of a paragraph, which may come or go as text does."""

    kind: OpKind


@dataclass(slots=True, kw_only=True)
class Paragraph:
    """`mark` is what became of the paragraph's end, `level` that of a heading."""

    parts: list[Run | Edge] = field(default_factory=list)
    mark: OpKind = OpKind.EQUAL
    kind: SegmentKind = SegmentKind.SENTENCE
    level: int = 1
    is_bullet: bool = False

    @property
    def runs(self) -> list[Run]:
        return [part for part in self.parts if isinstance(part, Run)]


_Item = Run | Edge | _Mark


def paragraphs(content: ReportContent) -> list[Paragraph]:
    """The paragraphs of a report's document; where its layout is not known, one for
    each sentence."""
    found = list(_split(_items(content)))
    _slide(found)
    return [_styled(one) for one in _without_underlines(found)]


def paragraphs_of(ops: Iterable[Op]) -> list[Paragraph]:
    """The paragraphs of two texts compared as a whole."""
    found = list(_split(item for op in ops for item in _cut(op.text, op.kind)))
    _slide(found)
    return found


def _items(content: ReportContent) -> Iterator[_Item]:
    gaps = content.gaps or _line_gaps(content.sentences)
    for sentence, gap in zip(content.sentences, gaps, strict=False):
        yield from _gap_items(gap)
        yield Edge(sentence=sentence, is_start=True)
        for op in _ops(sentence):
            yield Run(kind=op.kind, text=op.text)
        yield Edge(sentence=sentence, is_start=False)
    yield from _gap_items(gaps[-1])


def _line_gaps(sentences: Sequence[Sentence]) -> list[Gap]:
    line_end, nothing = Gap("\n", "\n"), Gap("", "")
    return [nothing, *(line_end for _ in sentences[1:]), nothing]


def _ops(sentence: Sentence) -> Sequence[Op]:
    if not sentence.is_omitted:
        return sentence.ops
    return (Op(OpKind.DELETE, sentence.mt),) if sentence.mt else ()


def _gap_items(gap: Gap) -> Iterator[_Item]:
    """What both sides share at either end stays; the rest goes and comes."""
    olds = list(_cut(gap.old, OpKind.EQUAL))
    news = list(_cut(gap.new, OpKind.EQUAL))
    head = 0
    while head < min(len(olds), len(news)) and olds[head] == news[head]:
        head += 1
    tail = 0
    limit = min(len(olds), len(news)) - head
    while tail < limit and olds[-1 - tail] == news[-1 - tail]:
        tail += 1
    yield from olds[:head]
    for item in olds[head : len(olds) - tail]:
        yield replace(item, kind=OpKind.DELETE)
    for item in news[head : len(news) - tail]:
        yield replace(item, kind=OpKind.INSERT)
    yield from olds[len(olds) - tail :]


def _cut(text: str, kind: OpKind) -> Iterator[Run | _Mark]:
    at = 0
    for match in _LINE_END.finditer(text):
        if match.start() > at:
            yield Run(kind=kind, text=text[at : match.start()], is_gap=True)
        yield _Mark(kind=kind)
        at = match.end()
    if at < len(text):
        yield Run(kind=kind, text=text[at:], is_gap=True)


def _split(items: Iterable[_Item]) -> Iterator[Paragraph]:
    """Blank paragraphs are dropped where they are the same on both sides."""
    open_, before = Paragraph(), OpKind.EQUAL
    for item in items:
        if not isinstance(item, _Mark):
            open_.parts.append(item)
        elif open_.parts or {before, item.kind} != {OpKind.EQUAL}:
            open_.mark = before = item.kind
            yield open_
            open_ = Paragraph()
    if open_.parts:
        yield open_


def _slide(found: Sequence[Paragraph]) -> None:
    """What goes or comes as a whole paragraph takes its own end with it, not that of
    the paragraph before."""
    for before, one in pairwise(found):
        kind = before.mark
        if kind is OpKind.EQUAL or one.mark is not OpKind.EQUAL:
            continue
        if all(run.kind is kind for run in one.runs):
            before.mark, one.mark = OpKind.EQUAL, kind


def _without_underlines(found: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Headings that a line of signs underlines need none as paragraphs."""
    before: Paragraph | None = None
    for one in found:
        text = "".join(run.text for run in one.runs)
        is_gap = all(isinstance(part, Run) and part.is_gap for part in one.parts)
        is_below = before is not None and _first_kind(before) is SegmentKind.HEADING
        if not (is_gap and is_below and _UNDERLINE.match(text)):
            yield one
        before = one


def _first_kind(paragraph: Paragraph) -> SegmentKind | None:
    """The kind of the first sentence that stays, else of the first."""
    edges = [p.sentence for p in paragraph.parts if isinstance(p, Edge) and p.is_start]
    kept = [one for one in edges if not one.is_omitted]
    return next((one.kind for one in (*kept, *edges)), None)


def _styled(paragraph: Paragraph) -> Paragraph:
    """With its kind, which takes the place of the mark that made it one in the text."""
    paragraph.kind = _first_kind(paragraph) or SegmentKind.SENTENCE
    first = paragraph.parts[0] if paragraph.parts else None
    if not isinstance(first, Run) or not first.is_gap:
        return paragraph
    heading, bullet = _HEADING.match(first.text), _BULLET.match(first.text)
    if paragraph.kind is SegmentKind.HEADING and heading:
        paragraph.level = len(heading[1])
        del paragraph.parts[0]
    elif paragraph.kind is SegmentKind.LIST_ITEM and bullet:
        paragraph.is_bullet = True
        del paragraph.parts[0]
    return paragraph
