"""What a report says of one segment: its texts, its diff and what became of it.

Rule: a sentence is made only where its diff gives both of its texts back.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from posteditor.diff import (
    EditStat,
    Op,
    OpKind,
    diff,
    edit_stat,
    edits,
    verify,
    with_moves,
)
from posteditor.errors import ProofError
from posteditor.model import Segment, SegmentKind, Suggestion
from posteditor.revision import DecisionRecord, Revision, counts, is_done
from posteditor.session.job import Snapshot


class Fate(StrEnum):
    """What became of a segment. REVISED ones may still wait to be accepted."""

    ACCEPTED = "accepted"
    REVISED = "revised"
    OPEN = "open"
    RETRANSLATE = "retranslate"
    OMITTED = "omitted"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One segment with everything that is known of it.

    `number` counts from 1; `is_scored` says whether it counts as a sentence of the
    translation, `is_done` whether it was accepted as well. `found` are the suggestions
    on the MT output, None where it was not checked; `suggestions` those still open on
    the target, likewise.
    """

    number: int
    kind: SegmentKind
    mt: str
    target: str
    fate: Fate
    is_scored: bool
    is_done: bool
    is_omitted: bool
    ops: tuple[Op, ...]
    edits: EditStat
    source: str | None = None
    reference: str | None = None
    furniture: str | None = None
    decisions: tuple[DecisionRecord, ...] = ()
    comment: str = ""
    found: tuple[Suggestion, ...] | None = None
    suggestions: tuple[Suggestion, ...] | None = None

    @property
    def is_changed(self) -> bool:
        return self.target != self.mt


def sentence(segment: Segment, snapshot: Snapshot) -> Sentence:
    """What is known of `segment`. `ProofError` where its diff is not lossless."""
    index = segment.index
    revision = snapshot.revisions[index]
    ops, stat = proven(segment.text, revision.target, index + 1)
    return Sentence(
        number=index + 1,
        kind=segment.kind,
        mt=segment.text,
        target=revision.target,
        fate=_fate(segment, revision),
        is_scored=counts(segment, revision),
        is_done=is_done(segment, revision),
        is_omitted=revision.omitted,
        ops=ops,
        edits=stat,
        source=(snapshot.job.sources or {}).get(index),
        reference=(snapshot.job.references or {}).get(index),
        furniture=segment.furniture,
        decisions=revision.decisions,
        comment=revision.comment,
        found=snapshot.before.get(index),
        suggestions=snapshot.after.get(index),
    )


_UNTOUCHED = EditStat()


def proven(mt: str, target: str, number: int) -> tuple[tuple[Op, ...], EditStat]:
    """The diff of sentence `number` after its proof, moves numbered, and its edits
    counted. `ProofError` where it is not lossless."""
    if mt == target:
        return ((Op(OpKind.EQUAL, mt),) if mt else ()), _UNTOUCHED
    plain = diff(mt, target)
    ops = with_moves(plain)
    try:
        verify(ops, mt, target)
    except ProofError as error:
        raise ProofError(
            f"sentence {number}: {error.message}; nothing was saved",
            hint="the decisions are safe in the store: please report this",
        ) from error
    return ops, edit_stat(edits(plain))


def _fate(segment: Segment, revision: Revision) -> Fate:
    if segment.is_furniture:
        return Fate.FURNITURE
    if revision.omitted:
        return Fate.OMITTED
    if revision.retranslate:
        return Fate.RETRANSLATE
    if revision.target != segment.text:
        return Fate.REVISED
    return Fate.ACCEPTED if is_done(segment, revision) else Fate.OPEN
