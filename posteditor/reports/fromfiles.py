"""The content of a report on files: a machine translation and its revision, without a
session.

Rule: sentences of documents are paired by what they say, merged, split, added and
dropped ones too; lines are paired by their number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from posteditor.diff.alignment import Bead, align
from posteditor.diff.tokens import words
from posteditor.model import Document, Level, Segment, SegmentKind
from posteditor.reports.content import Input, ReportContent, Scorer, assemble
from posteditor.reports.layout import Gap
from posteditor.reports.sentences import Fate, Sentence, proven
from posteditor.scoring.job import check_lengths
from posteditor.scoring.reading import Named, Spool, index

MT, PE, REFERENCE, SOURCE = "mt", "pe", "ref", "source"


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """What a report on files says beside the texts; see `ReportContent`."""

    now: datetime
    version: str
    score: Scorer
    editor: str = ""
    inputs: tuple[Input, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two documents; `sources` and `references` by the index of the segment of the MT
    they belong to."""

    mt: Document
    pe: Document
    sources: Mapping[int, str] = field(default_factory=dict)
    references: Mapping[int, str] = field(default_factory=dict)


def from_documents(pair: Pair, making: Making) -> ReportContent:
    """The content for two versions of a document. `ProofError` names a sentence whose
    diff is not lossless."""
    sides = [[_key(s) for s in one.segments] for one in (pair.mt, pair.pe)]
    beads = [single for bead in align(*sides) for single in _singles(bead)]
    sentences = tuple(_sentence(at, bead, pair) for at, bead in enumerate(beads, 1))
    return assemble(
        sentences,
        making.score,
        name=pair.mt.path.name,
        path=str(pair.mt.path.absolute()),
        sha256=pair.mt.sha256,
        source_lang=pair.mt.source_lang,
        target_lang=pair.mt.target_lang,
        level=Level.FULL,
        date=making.now,
        version=making.version,
        editor=making.editor,
        inputs=making.inputs,
        gaps=tuple(_gaps(beads, pair)),
    )


def from_lines(
    texts: Mapping[str, Named],
    making: Making,
    *,
    source_lang: str | None,
    target_lang: str,
) -> ReportContent:
    """The content for texts that lie a segment a line, by role: "mt" and "pe", perhaps
    "ref" and "source". `InputError` for one that is wrong or of another length."""
    with Spool() as spool:
        columns = {role: index(name, role, spool) for role, name in texts.items()}
        check_lengths(columns)
        read = {role: list(column.texts()) for role, column in columns.items()}
    nothing = [None] * len(read[MT])
    rows = zip(
        read[MT],
        read[PE],
        read.get(SOURCE, nothing),
        read.get(REFERENCE, nothing),
        strict=True,
    )
    sentences = tuple(
        _made(at, mt, pe, source=source, reference=reference)
        for at, (mt, pe, source, reference) in enumerate(rows, 1)
    )
    return assemble(
        sentences,
        making.score,
        name=Path(texts[MT].text).name,
        path=texts[MT].text,
        sha256=columns[MT].sha256,
        source_lang=source_lang,
        target_lang=target_lang,
        level=Level.FULL,
        date=making.now,
        version=making.version,
        editor=making.editor,
        inputs=tuple(
            Input(role=role, path=column.name.text, sha256=column.sha256)
            for role, column in columns.items()
            if role != MT
        ),
    )


def _key(segment: Segment) -> Sequence[str]:
    return words(segment.text) or [segment.text]


def _singles(bead: Bead) -> Iterator[Bead]:
    """What stands on one side only, a sentence at a time."""
    if bead.old < bead.old_end and bead.new < bead.new_end:
        yield bead
        return
    for old in range(bead.old, bead.old_end):
        yield Bead(old, old + 1, bead.new, bead.new)
    for new in range(bead.new, bead.new_end):
        yield Bead(bead.old, bead.old, new, new + 1)


def _sentence(number: int, bead: Bead, pair: Pair) -> Sentence:
    olds = pair.mt.segments[bead.old : bead.old_end]
    news = pair.pe.segments[bead.new : bead.new_end]
    references = [pair.references.get(one.index, "") for one in olds]
    sources = [pair.sources.get(one.index, "") for one in olds]
    first = (*olds, *news)[0]
    return _made(
        number,
        _span(pair.mt, olds),
        _span(pair.pe, news),
        kind=first.kind,
        furniture=first.furniture,
        source=" ".join(sources) if pair.sources else None,
        reference=" ".join(references) if pair.references else None,
    )


def _made(
    number: int,
    mt: str,
    pe: str,
    *,
    source: str | None,
    reference: str | None,
    kind: SegmentKind = SegmentKind.SENTENCE,
    furniture: str | None = None,
) -> Sentence:
    is_furniture = kind is SegmentKind.FURNITURE
    is_omitted = is_furniture and not pe
    target = mt if is_omitted else pe
    ops, edits = proven(mt, target, number)
    fate = Fate.REVISED if mt != pe else Fate.ACCEPTED
    return Sentence(
        number=number,
        kind=kind,
        mt=mt,
        target=target,
        fate=Fate.FURNITURE if is_furniture else fate,
        is_scored=not is_furniture,
        is_done=not is_furniture,
        is_omitted=is_omitted,
        ops=ops,
        edits=edits,
        source=source,
        reference=reference,
        furniture=furniture,
    )


def _span(document: Document, segments: Sequence[Segment]) -> str:
    """Segments with what stands between them."""
    if not segments:
        return ""
    return document.text[segments[0].start : segments[-1].end]


def _gaps(beads: Sequence[Bead], pair: Pair) -> Iterator[Gap]:
    old_at = new_at = 0
    for bead in beads:
        old = new = ""
        if bead.old < bead.old_end:
            old = pair.mt.text[old_at : pair.mt.segments[bead.old].start]
            old_at = pair.mt.segments[bead.old_end - 1].end
        if bead.new < bead.new_end:
            new = pair.pe.text[new_at : pair.pe.segments[bead.new].start]
            new_at = pair.pe.segments[bead.new_end - 1].end
        yield Gap(old, new)
    yield Gap(pair.mt.text[old_at:], pair.pe.text[new_at:])
