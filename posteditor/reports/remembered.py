"""The content of a report on a session whose file is gone or holds other bytes: what
the store knows.

Rule: the MT output of a sentence is taken from wherever it stands only where its
fingerprint says that it is the one; a sentence without it is shown and not counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from posteditor.diff import EditStat, Op, OpKind
from posteditor.model import Decision, Level, Segment, SegmentKind, State
from posteditor.reports.content import ReportContent, Scorer, assemble, moment
from posteditor.reports.sentences import Fate, Sentence, proven
from posteditor.reports.wording import plural
from posteditor.revision import (
    FINGERPRINT_BYTES,
    DecisionRecord,
    Event,
    Revision,
    fingerprint,
)
from posteditor.store.protocol import SessionRecord


def remembered(
    record: SessionRecord,
    events: Sequence[Event],
    *,
    now: datetime,
    version: str,
    score: Scorer,
    why: str,
    segments: Iterable[Segment] = (),
) -> ReportContent:
    """The content of what was touched in a session. `segments` are those of the file as
    it is now; `why` is why they are not the session's."""
    last = {event.segment: event.after for event in events}
    known = _texts(record, events, segments)
    sentences = tuple(_sentence(at, last[at], known.get(at)) for at in sorted(last))
    return assemble(
        sentences,
        score,
        name=Path(record.path).name,
        path=record.path,
        sha256=record.sha256,
        source_lang=record.source_lang,
        target_lang=record.target_lang,
        level=Level(record.level),
        date=now,
        version=version,
        session=record.id,
        editor=record.editor,
        begun=moment(record.created),
        used=moment(record.updated),
        remarks=tuple(_remarks(record, why, last, known)),
    )


def _remarks(
    record: SessionRecord, why: str, last: dict[int, Revision], known: dict[int, str]
) -> Iterator[str]:
    yield (
        f"{why}; what is reported is what the store has, and the figures count it "
        f"alone: {len(last):,} of {plural(record.segments, 'segment')}"
    )
    lost = sum(at not in known for at in last)
    if lost:
        yield (
            f"the machine translation of {plural(lost, 'revised sentence')} is not "
            "known: shown as new and not counted"
        )


def _texts(
    record: SessionRecord, events: Sequence[Event], segments: Iterable[Segment]
) -> dict[int, str]:
    """The MT output by index, as far as it can be found and proven."""
    digests = [
        record.fingerprints[at : at + FINGERPRINT_BYTES]
        for at in range(0, len(record.fingerprints), FINGERPRINT_BYTES)
    ]
    now = {fingerprint(segment.text): segment.text for segment in segments}
    found = {at: now[digest] for at, digest in enumerate(digests) if digest in now}
    for event in events:
        at = event.segment
        if at in found or at >= len(digests):
            continue
        for text in _guesses(event.after):
            if fingerprint(text) == digests[at]:
                found[at] = text
    return found


def _guesses(revision: Revision) -> Iterator[str]:
    """The target, and what it was before the suggestions that were applied last."""
    text = revision.target
    yield text
    for record in reversed(revision.decisions):
        before = _unapplied(text, record)
        if before is None:
            return
        text = before
        yield text


def _unapplied(text: str, record: DecisionRecord) -> str | None:
    """The text before a replacement that stands in it once."""
    come = record.replacement
    if record.decision is not Decision.ACCEPTED or not come or text.count(come) != 1:
        return None
    return text.replace(come, record.text)


def _sentence(at: int, revision: Revision, mt: str | None) -> Sentence:
    target, number = revision.target, at + 1
    if mt is None:
        ops: tuple[Op, ...] = (Op(OpKind.INSERT, target),) if target else ()
        edits = EditStat()
    else:
        ops, edits = proven(mt, target, number)
    is_scored = mt is not None and not revision.omitted
    return Sentence(
        number=number,
        kind=SegmentKind.SENTENCE,
        mt=mt or "",
        target=target,
        fate=_fate(revision, mt),
        is_scored=is_scored,
        is_done=is_scored and revision.state is State.REVIEWED,
        is_omitted=revision.omitted,
        ops=ops,
        edits=edits,
        decisions=revision.decisions,
        comment=revision.comment,
    )


def _fate(revision: Revision, mt: str | None) -> Fate:
    if revision.omitted:
        return Fate.OMITTED
    if revision.retranslate:
        return Fate.RETRANSLATE
    if revision.target != mt:
        return Fate.REVISED
    return Fate.ACCEPTED if revision.state is State.REVIEWED else Fate.OPEN
