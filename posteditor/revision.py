"""What an editor did to a document: events, and the fold that turns them into state.

Rules: an event carries the whole revision of its segment as it is afterwards, so the
current revision of a segment is that of its last event; undo and redo append events
too, so the history is never rewritten.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum

from posteditor.model import Decision, Segment, State, Suggestion

FINGERPRINT_BYTES = 8


class EventKind(StrEnum):
    """What an editor can do to a segment."""

    ACCEPT = "accept"
    REOPEN = "reopen"
    REVISE = "revise"
    APPLY = "apply"
    DISMISS = "dismiss"
    RESTORE = "restore"
    RETRANSLATE = "retranslate"
    COMMENT = "comment"
    OMIT = "omit"
    CARRY = "carry"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRecord:
    """A decision on a suggestion, with enough of it to explain the decision later."""

    decision: Decision
    rule: str
    text: str
    message: str
    here_key: str
    wide_key: str
    checker: str = ""
    label: str = ""
    category: str = ""
    replacement: str | None = None

    @classmethod
    def of(
        cls, suggestion: Suggestion, decision: Decision, replacement: str | None = None
    ) -> DecisionRecord:
        return cls(
            decision=decision,
            rule=suggestion.rule,
            text=suggestion.text,
            message=suggestion.message,
            here_key=suggestion.here_key,
            wide_key=suggestion.wide_key,
            checker=suggestion.checker,
            label=suggestion.label,
            category=suggestion.category,
            replacement=replacement,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """The current state of one segment.

    `omitted` segments are left out of the cleaned version; furniture begins so.
    """

    target: str
    state: State = State.TRANSLATED
    retranslate: bool = False
    omitted: bool = False
    comment: str = ""
    decisions: tuple[DecisionRecord, ...] = ()

    @classmethod
    def initial(cls, segment: Segment) -> Revision:
        return cls(target=segment.text, omitted=segment.is_furniture)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing the editor did. `at` is seconds since the epoch, UTC.

    `refers_to` is, for UNDO and REDO, the `seq` of the event undone or done again.
    """

    seq: int
    kind: EventKind
    segment: int
    after: Revision
    at: float
    refers_to: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """An entry of the undo and redo stacks."""

    seq: int
    kind: EventKind
    segment: int
    before: Revision
    after: Revision


@dataclass(slots=True, kw_only=True)
class History:
    """The fold of a session's events: revisions of touched segments, undo and redo.

    `revisions` holds only segments that have events. A stack entry is the event's
    sequence number, its segment, and the revisions before and after it.
    """

    segments: Sequence[Segment]
    revisions: dict[int, Revision] = field(default_factory=dict)
    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)
    last_seq: int = 0

    @classmethod
    def fold(cls, segments: Sequence[Segment], events: Iterable[Event]) -> History:
        history = cls(segments=segments)
        for event in events:
            history.add(event)
        return history

    def revision(self, index: int) -> Revision:
        """The current revision of segment `index` (0-based)."""
        found = self.revisions.get(index)
        return found if found is not None else Revision.initial(self.segments[index])

    def add(self, event: Event) -> None:
        """Fold one more event in. Events come in the order of `seq`."""
        if event.kind is EventKind.UNDO:
            self.undone.append(self.done.pop())
        elif event.kind is EventKind.REDO:
            self.done.append(self.undone.pop())
        else:
            before = self.revision(event.segment)
            self.done.append(
                Step(
                    seq=event.seq,
                    kind=event.kind,
                    segment=event.segment,
                    before=before,
                    after=event.after,
                )
            )
            self.undone.clear()
        self.revisions[event.segment] = event.after
        self.last_seq = event.seq

    def undo_event(self, at: float) -> Event | None:
        """The event that would undo the last step, or None at the beginning."""
        if not self.done:
            return None
        step = self.done[-1]
        return self._inverse(EventKind.UNDO, step, step.before, at)

    def redo_event(self, at: float) -> Event | None:
        """The event that would do the last undone step again, or None."""
        if not self.undone:
            return None
        step = self.undone[-1]
        return self._inverse(EventKind.REDO, step, step.after, at)

    def _inverse(
        self, kind: EventKind, step: Step, after: Revision, at: float
    ) -> Event:
        return Event(
            seq=self.last_seq + 1,
            kind=kind,
            segment=step.segment,
            after=after,
            at=at,
            refers_to=step.seq,
        )


def fingerprint(text: str) -> bytes:
    """Eight bytes that stand for a segment's MT output."""
    raw = text.encode("utf-8", "surrogatepass")
    return hashlib.blake2b(raw, digest_size=FINGERPRINT_BYTES).digest()


def fingerprints(segments: Iterable[Segment]) -> bytes:
    """The fingerprints of all segments, joined: what a session remembers of its MT."""
    return b"".join(fingerprint(segment.text) for segment in segments)


def event_to_json(event: Event) -> str:
    """An event as one line of JSON; `event_from_json` gives the equal event back."""
    return json.dumps(asdict(event), separators=(",", ":"))


def event_from_json(line: str) -> Event:
    """Inverse of `event_to_json`. ValueError, KeyError or TypeError on others."""
    raw = json.loads(line)
    after = raw["after"]
    decisions = tuple(
        DecisionRecord(**{**entry, "decision": Decision(entry["decision"])})
        for entry in after.pop("decisions")
    )
    revision = Revision(
        **{**after, "state": State(after["state"]), "decisions": decisions}
    )
    return Event(**{**raw, "kind": EventKind(raw["kind"]), "after": revision})


def with_decision(revision: Revision, record: DecisionRecord) -> Revision:
    """The revision with one decision more."""
    return replace(revision, decisions=(*revision.decisions, record))
