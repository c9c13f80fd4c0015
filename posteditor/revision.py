"""What an editor did to a document: events, and the fold that turns them into state.

Rules: an event carries the whole revision of its segment as it is afterwards, so the
current revision of a segment is that of its last event; undo and redo append events
too, so the history is never rewritten.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import Any, TypeVar

from posteditor.model import Decision, Segment, State, Suggestion

FINGERPRINT_BYTES = 8

T = TypeVar("T")


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
    TAKE_BACK = "take-back"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRecord:
    """A decision on a suggestion, with enough of it to explain the decision later.

    `wide_key` is the suggestion's, and for RULE_OFF the rule: what it hides anywhere.
    """

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
            wide_key=(
                suggestion.rule
                if decision is Decision.RULE_OFF
                else suggestion.wide_key
            ),
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


def counts(segment: Segment, revision: Revision) -> bool:
    """Is it a sentence of the translation: one that is to be done, and is scored?

    Furniture never is, kept or not; a sentence that is left out is none any more.
    """
    return not segment.is_furniture and not revision.omitted


def is_done(segment: Segment, revision: Revision) -> bool:
    """Is it a sentence that was accepted, as it was or revised?"""
    return counts(segment, revision) and revision.state is State.REVIEWED


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

    def target(self, index: int) -> str:
        """The current target of segment `index`, without making a revision of it."""
        found = self.revisions.get(index)
        return found.target if found is not None else self.segments[index].text

    def is_omitted(self, index: int) -> bool:
        """Is segment `index` left out of the cleaned version?"""
        found = self.revisions.get(index)
        return found.omitted if found is not None else self.segments[index].is_furniture

    def add(self, event: Event) -> None:
        """Fold one more event in. Events come in the order of `seq`.

        `ValueError`, and nothing changed, where the event cannot follow: a gap, a
        segment that does not exist, an undo or redo that fits no step.
        """
        self._check(event)
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

    def _check(self, event: Event) -> None:
        if event.seq != self.last_seq + 1:
            raise ValueError(f"it follows event {self.last_seq}")
        if not 0 <= event.segment < len(self.segments):
            raise ValueError(f"there is no segment {event.segment}")
        if event.kind not in (EventKind.UNDO, EventKind.REDO):
            return
        undo = event.kind is EventKind.UNDO
        stack = self.done if undo else self.undone
        step = stack[-1] if stack else None
        if step is None or (step.seq, step.segment) != (event.refers_to, event.segment):
            raise ValueError(f"there is no step to {event.kind}")
        if event.after != (step.before if undo else step.after):
            raise ValueError(f"the {event.kind} leads elsewhere")

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
    digest, size = hashlib.blake2b, FINGERPRINT_BYTES
    texts = [segment.text.encode("utf-8", "surrogatepass") for segment in segments]
    return b"".join([digest(text, digest_size=size).digest() for text in texts])


def event_to_dict(event: Event) -> dict[str, Any]:
    """An event as plain data for JSON."""
    after = event.after
    return {
        "seq": event.seq,
        "kind": event.kind.value,
        "segment": event.segment,
        "after": {
            "target": after.target,
            "state": after.state.value,
            "retranslate": after.retranslate,
            "omitted": after.omitted,
            "comment": after.comment,
            "decisions": [
                {name: getattr(record, name) for name in _DECISION_FIELDS}
                for record in after.decisions
            ],
        },
        "at": event.at,
        "refers_to": event.refers_to,
    }


def event_to_json(event: Event) -> str:
    """An event as one line of JSON; `event_from_json` gives the equal event back.

    Characters stand for themselves, lone surrogates too: escaped, two that follow each
    other would come back as one character.
    """
    return json.dumps(event_to_dict(event), ensure_ascii=False, separators=(",", ":"))


def event_from_json(line: str) -> Event:
    """Inverse of `event_to_json`. `ValueError` on anything else."""
    try:
        raw = json.loads(line)
        after = raw["after"]
        revision = Revision(
            target=_typed(after["target"], str),
            state=State(after["state"]),
            retranslate=_typed(after["retranslate"], bool),
            omitted=_typed(after["omitted"], bool),
            comment=_typed(after["comment"], str),
            decisions=tuple(map(_decision, after["decisions"])),
        )
        refers_to = raw["refers_to"]
        return Event(
            seq=_typed(raw["seq"], int),
            kind=EventKind(raw["kind"]),
            segment=_typed(raw["segment"], int),
            after=revision,
            at=float(raw["at"]),
            refers_to=None if refers_to is None else _typed(refers_to, int),
        )
    except (KeyError, TypeError, OverflowError, RecursionError) as error:
        raise ValueError(f"not an event: {type(error).__name__} {error}") from error


def _decision(raw: dict[str, Any]) -> DecisionRecord:
    replacement = raw["replacement"]
    words = {name: _typed(raw[name], str) for name in _DECISION_WORDS}
    return DecisionRecord(
        decision=Decision(raw["decision"]),
        replacement=None if replacement is None else _typed(replacement, str),
        **words,
    )


def _typed(value: Any, kind: type[T]) -> T:
    if type(value) is not kind:
        raise TypeError(f"{value!r:.40} is no {kind.__name__}")
    return value


_DECISION_FIELDS = tuple(entry.name for entry in fields(DecisionRecord))
_DECISION_WORDS = tuple(
    name for name in _DECISION_FIELDS if name not in {"decision", "replacement"}
)


def with_applied(revision: Revision, suggestions: Iterable[Suggestion]) -> Revision:
    """The revision with the first replacement of each suggestion in its place, from
    left to right; those that touch one before them, do not fit the text or replace
    nothing are left."""
    text = revision.target
    parts: list[str] = []
    records: list[DecisionRecord] = []
    at, last = 0, -1
    for suggestion in sorted(suggestions, key=lambda each: (each.start, each.end)):
        start, end = suggestion.start, suggestion.end
        overlaps = start < at or end == last
        if overlaps or text[start:end] != suggestion.text:
            continue
        if suggestion.replacements:
            replacement = suggestion.replacements[0]
            parts += text[at:start], replacement
            records.append(
                DecisionRecord.of(suggestion, Decision.ACCEPTED, replacement)
            )
            at = last = end
    return replace(
        revision,
        target="".join(parts) + text[at:],
        state=State.TRANSLATED if records else revision.state,
        decisions=(*revision.decisions, *records),
    )


def with_decision(revision: Revision, record: DecisionRecord) -> Revision:
    """The revision with one decision more."""
    return replace(revision, decisions=(*revision.decisions, record))
