"""A segment as a row of the list, and the session as the header sums it up."""

from __future__ import annotations

from posteditor.model import Severity, State
from posteditor.sanitise import sanitise
from posteditor.session.session import Session
from posteditor.tui.panes import SEVERITY_ROLES
from posteditor.tui.widgets.header import Summary
from posteditor.tui.widgets.segment_list import Row

# No row is wider than this, so no more of a huge line has to be made fit.
ROW_CHARACTERS = 400


def row(session: Session, index: int) -> Row:
    """What the list says of segment `index`."""
    revision = session.revision(index)
    mark, role = _mark(session, index)
    count, count_role = _count(session, index)
    return Row(
        mark=mark,
        role=role,
        text=sanitise(revision.target[:ROW_CHARACTERS], newline=" "),
        dim=revision.omitted,
        count=count,
        count_role=count_role,
    )


def _mark(session: Session, index: int) -> tuple[str, str]:
    revision = session.revision(index)
    if revision.omitted:
        return "✂", "dim"
    if revision.retranslate:
        return "⚑", "flag"
    if not session.counts(index):
        return "+", "text"
    if session.is_revised(index):
        is_done = revision.state is State.REVIEWED
        return ("✎", "done") if is_done else ("~", "revised")
    return ("✓", "done") if revision.state is State.REVIEWED else (" ", "text")


def _count(session: Session, index: int) -> tuple[str, str]:
    """Open suggestions, with an exclamation mark where an error is among them."""
    counts = session.severities(index)
    if not counts:
        return "", "dim"
    total = sum(counts.values())
    worst = max(counts, key=lambda severity: severity.rank)
    mark = "!" if worst.rank >= Severity.MAJOR.rank else ""
    return f"{mark}{min(total, 99)}", SEVERITY_ROLES[worst]


def summary(session: Session, *, hter: float | None, checkers: str) -> Summary:
    """What the header says of the session."""
    document = session.job.document
    progress = session.progress
    return Summary(
        name=sanitise(document.path.name),
        languages=f"{document.source_lang or '?'} → {document.target_lang}",
        level=session.job.level.value,
        done=progress.done,
        total=progress.total,
        hter=hter,
        open=session.open_suggestions,
        checkers=checkers,
        read_only=session.read_only,
    )
