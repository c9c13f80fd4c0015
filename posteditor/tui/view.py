"""One sentence as the panes show it: plain values, gathered from the session.

Rule: everything that comes from a document is sanitised here, once, and from here on is
fit to be drawn; sanitising keeps lengths, so spans stay true.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from posteditor.model import Decision, State, Suggestion
from posteditor.revision import DecisionRecord
from posteditor.sanitise import sanitise
from posteditor.session.session import Session

if TYPE_CHECKING:
    from posteditor.diff import Op

# Longer texts are shown in part and compared only in the report.
LONGEST_SHOWN = 20_000
LONGEST_COMPARED = 5_000


Measure = Callable[[str, str], float | None]


def unmeasured(mt: str, target: str) -> float | None:
    """The TER of nobody who measures."""
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The word diff of MT output and revision, and how much it is.

    `ter` is in per cent, None while unknown. `ops` is None where the texts are too
    long to be compared while one waits.
    """

    ops: tuple[Op, ...] | None
    edits: int = 0
    ter: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceView:
    """What there is to see of one sentence.

    `target` is the text as it is now, being typed or not; `chosen` the 0-based number
    of the chosen suggestion; `unlisted` counts the suggestions there are besides;
    `checkers` says whether any are at work; `brought` has the `here_key`s of faults
    that came with the revision.
    """

    number: int
    total: int
    mt: str
    target: str
    source: str | None
    reference: str | None
    status: str
    comment: str
    suggestions: tuple[Suggestion, ...]
    applied: tuple[DecisionRecord, ...]
    chosen: int
    checked: bool
    changes: Changes | None
    unlisted: int = 0
    editing: bool = False
    checkers: bool = True
    brought: frozenset[str] = frozenset()

    @property
    def is_revised(self) -> bool:
        return self.changes is not None


def sentence_view(
    session: Session,
    index: int,
    *,
    chosen: int = 0,
    typed: str | None = None,
    suggestions: Sequence[Suggestion] | None = None,
    unlisted: int = 0,
    ter: Measure = unmeasured,
    checkers: bool = True,
) -> SentenceView:
    """The view of segment `index`; `typed` while it is edited. `suggestions` are those
    to be listed, None: all there are.
    `ter` gives the TER of a pair of texts if it is known by now."""
    segment = session.segments[index]
    revision = session.revision(index)
    target = revision.target if typed is None else typed
    found = session.suggestions(index) if suggestions is None else suggestions
    checked = typed is not None or revision.omitted or session.is_checked(index)
    is_other = target != segment.text
    return SentenceView(
        number=index + 1,
        total=len(session.segments),
        mt=_shown(segment.text),
        target=_shown(target),
        source=_parallel(session.job.sources, index),
        reference=_parallel(session.job.references, index),
        status=status(session, index),
        comment=sanitise(revision.comment),
        suggestions=tuple(found),
        applied=tuple(
            record
            for record in revision.decisions
            if record.decision is Decision.ACCEPTED
        ),
        chosen=max(0, min(chosen, len(found) - 1)),
        checked=checked,
        changes=compare(segment.text, target, ter),
        unlisted=unlisted,
        editing=typed is not None,
        checkers=checkers,
        brought=session.brought(index, found) if is_other else frozenset(),
    )


def status(session: Session, index: int) -> str:
    """The state of a segment in words."""
    revision = session.revision(index)
    segment = session.segments[index]
    if revision.omitted:
        return f"left out: {segment.furniture or 'by you'}"
    if revision.retranslate:
        return "needs retranslation"
    if segment.is_furniture:
        return f"kept: {segment.furniture or 'furniture'}"
    if revision.state is State.REVIEWED:
        return "accepted, revised" if session.is_revised(index) else "accepted"
    return "revised" if session.is_revised(index) else ""


def compare(mt: str, target: str, ter: Measure = unmeasured) -> Changes | None:
    """The changes from `mt` to `target`; None where there are none."""
    if mt == target:
        return None
    if max(len(mt), len(target)) > LONGEST_COMPARED:
        return Changes(ops=None)
    from posteditor.diff import diff, edits

    ops = diff(mt, target)
    return Changes(ops=ops, edits=len(edits(ops)), ter=ter(mt, target))


def _shown(text: str) -> str:
    if len(text) <= LONGEST_SHOWN:
        return sanitise(text)
    missing = len(text) - LONGEST_SHOWN
    return f"{sanitise(text[:LONGEST_SHOWN])} … {missing:,} more characters"


def _parallel(texts: dict[int, str] | None, index: int) -> str | None:
    if texts is None:
        return None
    return _shown(texts.get(index, ""))
