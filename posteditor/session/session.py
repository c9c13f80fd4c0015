"""One editor at work on one document: the only object that holds state.

Rules: whatever changes a segment is appended to the store first and shown afterwards;
both front ends go through here; a session is used from one thread, workers get
snapshots and hand back findings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from posteditor.checkers.findings import Findings, shifted
from posteditor.checkers.merge import merge
from posteditor.checkers.protocol import CheckContext, Scope, Unit
from posteditor.errors import ReadOnlyError
from posteditor.model import (
    Decision,
    Segment,
    Severity,
    State,
    Suggestion,
)
from posteditor.revision import (
    DecisionRecord,
    Event,
    EventKind,
    History,
    Revision,
    with_decision,
)
from posteditor.session.job import Job, Progress, Snapshot
from posteditor.store.protocol import Draft, SessionRecord, Store

DISMISSALS = frozenset(
    {
        Decision.DISMISSED_HERE,
        Decision.DISMISSED_DOCUMENT,
        Decision.DISMISSED_ALWAYS,
    }
)


class Session:
    """See the module. Indices are 0-based and name segments of `job.document`.

    Every method that records something raises `StoreError` where the store cannot
    take it, and then nothing has changed.
    """

    def __init__(
        self,
        job: Job,
        *,
        record: SessionRecord,
        store: Store,
        clock: Callable[[], float],
        read_only: bool = False,
        vocabulary: frozenset[str] = frozenset(),
    ) -> None:
        self.job = job
        self.record = record
        self.read_only = read_only
        self.vocabulary = vocabulary
        self._store = store
        self._clock = clock
        self._history = History.fold(self.segments, store.events(record.id))
        self._drafts = store.drafts(record.id)
        self._always = store.dismissals()
        self._findings: dict[Scope, dict[int, _Checked]] = {
            scope: {} for scope in Scope
        }
        self._baseline: dict[Scope, dict[int, tuple[Suggestion, ...]]] = {
            scope: {} for scope in Scope
        }
        self._open: dict[int, tuple[Suggestion, ...]] = {}
        self._open_total = 0
        self._dismissed = self._collect_dismissed()
        self._done = sum(self._is_done(index) for index in self._history.revisions)
        self._total = sum(
            not self.revision(index).omitted for index in range(len(self.segments))
        )

    # -- reading ------------------------------------------------------------------

    @property
    def segments(self) -> Sequence[Segment]:
        return self.job.document.segments

    def revision(self, index: int) -> Revision:
        return self._history.revision(index)

    def target(self, index: int) -> str:
        return self.revision(index).target

    def is_revised(self, index: int) -> bool:
        """Does the target differ from the MT output?"""
        return self.target(index) != self.segments[index].text

    def is_open(self, index: int) -> bool:
        """Is there still something to do: neither accepted nor left out?"""
        revision = self.revision(index)
        return not revision.omitted and revision.state is not State.REVIEWED

    def touched(self) -> Iterator[int]:
        """The segments that have events, in no order."""
        return iter(self._history.revisions)

    @property
    def progress(self) -> Progress:
        return Progress(done=self._done, total=self._total)

    @property
    def drafts(self) -> dict[int, Draft]:
        """Text that was being typed when the program last ended."""
        return dict(self._drafts)

    @property
    def can_undo(self) -> bool:
        return bool(self._history.done)

    @property
    def can_redo(self) -> bool:
        return bool(self._history.undone)

    # -- suggestions --------------------------------------------------------------

    def suggestions(self, index: int) -> tuple[Suggestion, ...]:
        """The open suggestions on the current target, as they are numbered."""
        found = self._open.get(index)
        if found is None:
            found = self._open_suggestions(index)
            self._open[index] = found
            self._open_total += len(found)
        return found

    def baseline(self, index: int) -> tuple[Suggestion, ...]:
        """All suggestions on the MT output, decided or not."""
        parts = (self._baseline[scope].get(index, ()) for scope in Scope)
        return merge(suggestion for part in parts for suggestion in part)

    def is_checked(self, index: int, scope: Scope = Scope.SEGMENT) -> bool:
        """Do the findings belong to the current target?"""
        checked = self._findings[scope].get(index)
        return checked is not None and checked.text == self.target(index)

    @property
    def open_suggestions(self) -> int:
        """Open suggestions in all segments checked so far."""
        return self._open_total

    def severities(self, index: int) -> dict[Severity, int]:
        """Open suggestions of a segment, counted by severity."""
        counts: dict[Severity, int] = {}
        for suggestion in self.suggestions(index):
            counts[suggestion.severity] = counts.get(suggestion.severity, 0) + 1
        return counts

    def unit(self, index: int, text: str | None = None) -> Unit:
        """What the checkers read of a segment: its target, or `text` being typed."""
        segment = self.segments[index]
        sources = self.job.sources or {}
        return Unit(
            segment=index,
            text=self.target(index) if text is None else text,
            source=sources.get(index),
            kind=segment.kind,
        )

    def units(self) -> list[Unit]:
        """Every unit of the document that is not left out."""
        return [
            self.unit(segment.index)
            for segment in self.segments
            if not self.revision(segment.index).omitted
        ]

    def context(self, cancelled: Callable[[], bool] = lambda: False) -> CheckContext:
        document = self.job.document
        return CheckContext(
            target_lang=document.target_lang,
            source_lang=document.source_lang,
            level=self.job.level,
            vocabulary=self.vocabulary,
            cancelled=cancelled,
        )

    def take(self, findings: Findings) -> set[int]:
        """Take a run's findings in, drop stale ones, say which segments changed."""
        fresh = set()
        store = self._findings[findings.scope]
        baseline = self._baseline[findings.scope]
        for index, text in findings.texts.items():
            suggestions = findings.suggestions.get(index, ())
            if text == self.segments[index].text:
                baseline[index] = suggestions
            if text == self.target(index):
                store[index] = _Checked(text=text, suggestions=suggestions)
                fresh.add(index)
        for index in fresh:
            self._refresh(index)
        return fresh

    # -- deciding -----------------------------------------------------------------

    def accept(self, index: int) -> None:
        """Mark the target as reviewed: as it was, or as it was revised."""
        revision = self.revision(index)
        after = replace(revision, state=State.REVIEWED, retranslate=False)
        self._record(EventKind.ACCEPT, index, after)

    def reopen(self, index: int) -> None:
        """Take an acceptance back without undoing what came after it."""
        after = replace(self.revision(index), state=State.TRANSLATED)
        self._record(EventKind.REOPEN, index, after)

    def revise(self, index: int, text: str, *, accept: bool = False) -> None:
        """Make `text` the target; with `accept`, in the same event, reviewed too."""
        revision = self.revision(index)
        if text == revision.target and not accept:
            self.drop_draft(index)
            return
        state = State.REVIEWED if accept else State.TRANSLATED
        flag = revision.retranslate and not accept
        after = replace(revision, target=text, state=state, retranslate=flag)
        kind = EventKind.ACCEPT if text == revision.target else EventKind.REVISE
        self._record(kind, index, after)

    def apply(self, index: int, suggestion: Suggestion, choice: int = 0) -> bool:
        """Put replacement number `choice` in its place. False, and nothing done, where
        the text has changed under the suggestion or it has no such replacement."""
        target = self.target(index)
        start, end = suggestion.start, suggestion.end
        stale = target[start:end] != suggestion.text
        if stale or not 0 <= choice < len(suggestion.replacements):
            return False
        replacement = suggestion.replacements[choice]
        record = DecisionRecord.of(suggestion, Decision.ACCEPTED, replacement)
        revision = with_decision(self.revision(index), record)
        text = target[:start] + replacement + target[end:]
        after = replace(revision, target=text, state=State.TRANSLATED)
        self._record(EventKind.APPLY, index, after)
        self._shift(index, suggestion, text, len(replacement))
        self._refresh(index)
        return True

    def dismiss(
        self,
        index: int,
        suggestion: Suggestion,
        decision: Decision = Decision.DISMISSED_HERE,
    ) -> None:
        """Do not show this suggestion again: here, in this document, or ever."""
        record = DecisionRecord.of(suggestion, decision)
        after = with_decision(self.revision(index), record)
        self._record(EventKind.DISMISS, index, after)

    def restore(self, index: int) -> None:
        """Go back to the MT output; suggestions that were accepted are open again."""
        revision = self.revision(index)
        kept = tuple(r for r in revision.decisions if r.decision in DISMISSALS)
        after = replace(
            revision,
            target=self.segments[index].text,
            state=State.TRANSLATED,
            decisions=kept,
        )
        self._record(EventKind.RESTORE, index, after)

    def mark_retranslate(self, index: int, on: bool) -> None:
        """Flag a segment as not worth repairing, or take the flag off."""
        after = replace(self.revision(index), retranslate=on)
        self._record(EventKind.RETRANSLATE, index, after)

    def comment(self, index: int, text: str) -> None:
        after = replace(self.revision(index), comment=text)
        self._record(EventKind.COMMENT, index, after)

    def omit(self, index: int, on: bool) -> None:
        """Leave a segment out of the cleaned version, or keep it in."""
        after = replace(self.revision(index), omitted=on)
        self._record(EventKind.OMIT, index, after)

    def carry(self, index: int, revision: Revision) -> None:
        """Take over a revision from a session of an earlier version of the file."""
        self._record(EventKind.CARRY, index, revision)

    def undo(self) -> int | None:
        """Undo the last step; the index of its segment, or None at the beginning."""
        return self._append_inverse(self._history.undo_event(self._clock()))

    def redo(self) -> int | None:
        return self._append_inverse(self._history.redo_event(self._clock()))

    # -- drafts and position ------------------------------------------------------

    def save_draft(self, index: int, text: str) -> None:
        """Keep text being typed, so that a crash loses at most a second of it."""
        if self.read_only:
            return
        draft = Draft(segment=index, text=text, at=self._clock())
        self._store.save_draft(self.record.id, draft)
        self._drafts[index] = draft

    def drop_draft(self, index: int) -> None:
        if index in self._drafts and not self.read_only:
            self._store.drop_draft(self.record.id, index)
            del self._drafts[index]

    def save_position(self, index: int) -> None:
        if not self.read_only:
            self._store.save_position(self.record.id, index)

    # -- handing out --------------------------------------------------------------

    def snapshot(self) -> Snapshot:
        indices = range(len(self.segments))
        checked = [i for i in indices if i in self._findings[Scope.SEGMENT]]
        return Snapshot(
            job=self.job,
            record=self.record,
            revisions=tuple(self.revision(index) for index in indices),
            before={i: self.baseline(i) for i in self._baseline[Scope.SEGMENT]},
            after={index: self.suggestions(index) for index in checked},
            events=self._history.last_seq,
        )

    # -- inside -------------------------------------------------------------------

    def _record(self, kind: EventKind, index: int, after: Revision) -> None:
        if after == self.revision(index):
            return
        event = Event(
            seq=self._history.last_seq + 1,
            kind=kind,
            segment=index,
            after=after,
            at=self._clock(),
        )
        self._append(event)

    def _append_inverse(self, event: Event | None) -> int | None:
        if event is None:
            return None
        self._append(event)
        return event.segment

    def _append(self, event: Event) -> None:
        if self.read_only:
            raise ReadOnlyError(
                "this session was opened for reading only",
                hint="close the other posteditor to edit",
            )
        index = event.segment
        before = self.revision(index)
        old, new = _always(before), _always(event.after)
        self._store.append(self.record.id, event, remember=new - old, forget=old - new)
        self._drafts.pop(index, None)
        was_done = self._is_done(index)
        self._history.add(event)
        self._done += self._is_done(index) - was_done
        self._total += before.omitted - event.after.omitted
        self._always = (self._always | new) - (old - new)
        if _wide(before) != _wide(event.after):
            self._dismissed = self._collect_dismissed()
            self._refresh_all()
        else:
            self._refresh(index)

    def _is_done(self, index: int) -> bool:
        revision = self.revision(index)
        return not revision.omitted and revision.state is State.REVIEWED

    def _shift(
        self, index: int, suggestion: Suggestion, text: str, length: int
    ) -> None:
        """Move the findings along with an applied suggestion until the next check."""
        for findings in self._findings.values():
            checked = findings.get(index)
            if checked is not None:
                moved = shifted(
                    checked.suggestions, suggestion.start, suggestion.end, length
                )
                findings[index] = _Checked(text=text, suggestions=moved)

    def _open_suggestions(self, index: int) -> tuple[Suggestion, ...]:
        revision = self.revision(index)
        if revision.omitted:
            return ()
        here = {r.here_key for r in revision.decisions if r.decision in DISMISSALS}
        found: list[Suggestion] = []
        for scope, findings in self._findings.items():
            checked = findings.get(index)
            if checked is not None and checked.text == revision.target:
                found.extend(checked.suggestions)
            elif revision.target == self.segments[index].text:
                found.extend(self._baseline[scope].get(index, ()))
        return merge(
            suggestion
            for suggestion in found
            if suggestion.here_key not in here
            and suggestion.wide_key not in self._dismissed
            and suggestion.wide_key not in self._always
        )

    def _refresh(self, index: int) -> None:
        self._open_total -= len(self._open.pop(index, ()))
        self.suggestions(index)

    def _refresh_all(self) -> None:
        for index in list(self._open):
            self._refresh(index)

    def _collect_dismissed(self) -> frozenset[str]:
        keys: set[str] = set()
        for revision in self._history.revisions.values():
            keys |= _wide(revision)
        return frozenset(keys)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Checked:
    text: str
    suggestions: tuple[Suggestion, ...]


def _keys(revision: Revision, decisions: Iterable[Decision]) -> frozenset[str]:
    wanted = frozenset(decisions)
    return frozenset(r.wide_key for r in revision.decisions if r.decision in wanted)


def _wide(revision: Revision) -> frozenset[str]:
    wide = (Decision.DISMISSED_DOCUMENT, Decision.DISMISSED_ALWAYS)
    return _keys(revision, wide)


def _always(revision: Revision) -> frozenset[str]:
    return _keys(revision, (Decision.DISMISSED_ALWAYS,))
