"""One editor at work on one document: the only object that holds state.

Rules: whatever changes a segment is appended to the store first and shown afterwards;
both front ends go through here; a session is used from one thread, workers get
snapshots and hand back findings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from posteditor.checkers.findings import Findings
from posteditor.checkers.merge import is_remark
from posteditor.checkers.protocol import CheckContext, Scope, Unit
from posteditor.errors import ReadOnlyError
from posteditor.model import Decision, Segment, Severity, State, Suggestion
from posteditor.revision import (
    DecisionRecord,
    Event,
    EventKind,
    Revision,
    Step,
    counts,
    is_done,
    with_applied,
    with_decision,
)
from posteditor.session.job import Job, Progress, Snapshot
from posteditor.session.ledger import ALWAYS, DISMISSALS, Ledger, keys
from posteditor.session.steps import fold, is_settled, with_text
from posteditor.store.protocol import Draft, SessionRecord, Store


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
        self._history = fold(self.segments, record, store.events(record.id))
        drafts, known = store.drafts(record.id), range(len(self.segments))
        self._drafts = {index: drafts[index] for index in drafts if index in known}
        self._ledger = Ledger(
            self._history, lasting=store.dismissals(except_session=record.id)
        )
        self._always: Counter[str] = Counter()
        self._done = 0
        self._total = sum(not segment.is_furniture for segment in self.segments)
        for index, revision in self._history.revisions.items():
            self._ledger.count_dismissals(None, revision)
            self._always.update(keys(revision, ALWAYS))
            segment = self.segments[index]
            self._done += is_done(segment, revision)
            self._total += counts(segment, revision) - (not segment.is_furniture)

    # -- reading ------------------------------------------------------------------

    @property
    def segments(self) -> Sequence[Segment]:
        return self.job.document.segments

    def revision(self, index: int) -> Revision:
        return self._history.revision(index)

    def target(self, index: int) -> str:
        return self._history.target(index)

    def is_revised(self, index: int) -> bool:
        """Does the target differ from the MT output?"""
        return self.target(index) != self.segments[index].text

    def counts(self, index: int) -> bool:
        """Is it a sentence to be done and scored? See `revision.counts`."""
        return counts(self.segments[index], self.revision(index))

    def is_open(self, index: int) -> bool:
        """Is it a sentence that is still to be accepted?"""
        segment, revision = self.segments[index], self.revision(index)
        return counts(segment, revision) and not is_done(segment, revision)

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
    def next_undo(self) -> Step | None:
        """What `undo` would undo."""
        return self._history.done[-1] if self._history.done else None

    @property
    def next_redo(self) -> Step | None:
        """What `redo` would do again."""
        return self._history.undone[-1] if self._history.undone else None

    def must_be_writable(self) -> None:
        """`ReadOnlyError` where the session was opened for reading only."""
        if self.read_only:
            raise ReadOnlyError(
                "opened for reading only", hint="leave --read-only out to edit"
            )

    # -- suggestions --------------------------------------------------------------

    def suggestions(self, index: int) -> tuple[Suggestion, ...]:
        """The open suggestions on the current target, as they are numbered."""
        return self._ledger.open(index)

    def undismissed(
        self, index: int, found: Iterable[Suggestion]
    ) -> tuple[Suggestion, ...]:
        """Those of `found`, findings on text being typed in a segment, that were not
        dismissed."""
        return self._ledger.undismissed(index, found)

    def brought(self, index: int, found: Iterable[Suggestion]) -> frozenset[str]:
        """The `here_key`s of those of `found` on a revision that are slips of whoever
        made it: faults of language that the MT output has not."""
        return self._ledger.brought(index, found)

    def baseline(self, index: int) -> tuple[Suggestion, ...]:
        """All suggestions on the MT output, decided or not."""
        return self._ledger.baseline(index)

    def is_checked(self, index: int, scope: Scope = Scope.SEGMENT) -> bool:
        """Do the findings belong to the current target?"""
        return self._ledger.is_checked(index, scope)

    @property
    def open_suggestions(self) -> int:
        """Open suggestions in all segments checked so far, remarks left out."""
        return self._ledger.open_total

    def severities(self, index: int) -> dict[Severity, int]:
        """Open suggestions of a segment, counted by severity, remarks left out."""
        counts: dict[Severity, int] = {}
        for suggestion in self.suggestions(index):
            if not is_remark(suggestion):
                counts[suggestion.severity] = counts.get(suggestion.severity, 0) + 1
        return counts

    def unit(self, index: int, text: str | None = None) -> Unit:
        """What the checkers read of a segment: its target, or `text` being typed."""
        segment = self.segments[index]
        sources = self.job.sources or {}
        return Unit(
            segment=index,
            text=self.target(index) if text is None else text,
            mt=segment.text,
            source=sources.get(index),
            kind=segment.kind,
        )

    def units(self, *, mt: bool = False) -> list[Unit]:
        """Every unit of the document that is not left out; with `mt`, as it came from
        the machine. Findings on those are the baseline of segments that were revised
        in an earlier run of the program."""
        return [
            self.unit(segment.index, segment.text if mt else None)
            for segment in self.segments
            if not self._history.is_omitted(segment.index)
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
        return self._ledger.take(findings)

    def learn(self, word: str) -> None:
        """Take a word into the dictionary, for as long as this session is open."""
        self.vocabulary |= {word, word.lower()}
        self._ledger.learn(frozenset({word}))

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

    def revise(
        self,
        index: int,
        text: str,
        *,
        accept: bool = False,
        applied: tuple[DecisionRecord, ...] = (),
    ) -> None:
        """Make `text` the target; with `accept`, in the same event, reviewed too.
        `applied` are the suggestions that were applied while it was typed."""
        revision = self.revision(index)
        if text == revision.target and (not accept or is_settled(revision)):
            self.drop_draft(index)
            return
        after = with_text(revision, text, applied, accept=accept)
        kind = EventKind.ACCEPT if text == revision.target else EventKind.REVISE
        self._record(kind, index, after)

    def drop(
        self, index: int, text: str, *, applied: tuple[DecisionRecord, ...] = ()
    ) -> bool:
        """Leave the target as it is, and make `text`, which was typed and is not
        wanted, what `redo` brings back. False where there is nothing to drop."""
        before = self.revision(index)
        if text == before.target:
            self.drop_draft(index)
            return False
        after = with_text(before, text, applied, accept=False)
        revised = self._event(EventKind.REVISE, index, after)
        undone = replace(
            revised,
            seq=revised.seq + 1,
            kind=EventKind.UNDO,
            after=before,
            refers_to=revised.seq,
        )
        self._append(revised, undone)
        return True

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
        self._ledger.shift(index, suggestion, target, text)
        return True

    def apply_all(self, chosen: Mapping[int, Sequence[Suggestion]]) -> dict[int, int]:
        """`with_applied` for many segments, an event each, in one transaction. How many
        were applied, by segment; those wait for a check before they show suggestions.
        """
        events: list[Event] = []
        applied: dict[int, int] = {}
        for index, suggestions in chosen.items():
            before = self.revision(index)
            after = with_applied(before, suggestions)
            if after != before:
                events.append(self._event(EventKind.APPLY, index, after, len(events)))
                applied[index] = len(after.decisions) - len(before.decisions)
        if events:
            self._append(*events)
        return applied

    def dismiss(
        self,
        index: int,
        suggestion: Suggestion,
        decision: Decision = Decision.DISMISSED_HERE,
    ) -> None:
        """Do not show this suggestion again: here, in this document, or ever."""
        record = DecisionRecord.of(suggestion, decision)
        revision = self.revision(index)
        if record not in revision.decisions:
            self._record(EventKind.DISMISS, index, with_decision(revision, record))

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
        """Flag a segment as not worth repairing, or take the flag off. It is then open
        again: what is to be translated anew is not done."""
        revision = self.revision(index)
        state = State.TRANSLATED if on else revision.state
        after = replace(revision, retranslate=on, state=state)
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
        """Remember which segment the editor is at, for the next time."""
        if not self.read_only and index != self.record.position:
            self._store.save_position(self.record.id, index)
            self.record = replace(self.record, position=index)

    # -- handing out --------------------------------------------------------------

    def snapshot(self) -> Snapshot:
        ledger = self._ledger
        return Snapshot(
            job=self.job,
            record=self.record,
            revisions=tuple(map(self.revision, range(len(self.segments)))),
            before={index: ledger.baseline(index) for index in ledger.checked_before()},
            after={index: ledger.open(index) for index in ledger.checked()},
            events=self._history.last_seq,
        )

    # -- inside -------------------------------------------------------------------

    def _record(self, kind: EventKind, index: int, after: Revision) -> None:
        if after != self.revision(index):
            self._append(self._event(kind, index, after))

    def _event(
        self, kind: EventKind, index: int, after: Revision, ahead: int = 0
    ) -> Event:
        return Event(
            seq=self._history.last_seq + 1 + ahead,
            kind=kind,
            segment=index,
            after=after,
            at=self._clock(),
        )

    def _append_inverse(self, event: Event | None) -> int | None:
        if event is None:
            return None
        self._append(event)
        return event.segment

    def _append(self, *events: Event) -> None:
        """Store events in one transaction, then follow them."""
        self.must_be_writable()
        last = {event.segment: event.after for event in events}
        changes = [(i, self.revision(i), after) for i, after in last.items()]
        gained, lost = Counter[str](), Counter[str]()
        for _, before, after in changes:
            old, new = keys(before, ALWAYS), keys(after, ALWAYS)
            gained.update(new - old)
            lost.update(old - new)
        gone = {key for key in lost if self._always[key] + gained[key] == lost[key]}
        self._store.append(self.record.id, *events, remember=gained.keys(), forget=gone)
        for event in events:
            self._history.add(event)
        self._always.update(gained)
        self._always.subtract(lost)
        for change in changes:
            self._follow(*change)

    def _follow(self, index: int, before: Revision, after: Revision) -> None:
        segment = self.segments[index]
        self._drafts.pop(index, None)
        self._done += is_done(segment, after) - is_done(segment, before)
        self._total += counts(segment, after) - counts(segment, before)
        self._ledger.count_dismissals(before, after)
        self._ledger.refresh(index)
