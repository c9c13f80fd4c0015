"""The fold of events, undo and redo, and events as JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posteditor.model import Decision, Segment, SegmentKind, State, Suggestion
from posteditor.revision import (
    DecisionRecord,
    Event,
    EventKind,
    History,
    Revision,
    counts,
    event_from_json,
    event_to_json,
    fingerprint,
    fingerprints,
    with_applied,
    with_decision,
)
from tests.store.contract import revisions

SEGMENTS = (
    Segment(index=0, start=0, end=3, text="One"),
    Segment(index=1, start=4, end=7, text="Two"),
    Segment(index=2, start=8, end=11, text="Web", kind=SegmentKind.FURNITURE),
)


def event(seq: int, target: str = "x", segment: int = 0, **more: Any) -> Event:
    kind = more.pop("kind", EventKind.REVISE)
    after = more.pop("after", Revision(target=target))
    return Event(seq=seq, kind=kind, segment=segment, after=after, at=1.0, **more)


def history(*events: Event) -> History:
    return History.fold(SEGMENTS, events)


def test_a_segment_begins_as_the_machine_left_it() -> None:
    empty = history()
    assert empty.revision(1) == Revision(target="Two", state=State.TRANSLATED)
    assert [empty.revision(i).omitted for i in range(3)] == [False, False, True]
    assert [empty.is_omitted(i) for i in range(3)] == [False, False, True]
    assert empty.target(1) == "Two"
    assert empty.undo_event(1.0) is None
    assert empty.redo_event(1.0) is None


@pytest.mark.parametrize(
    ("segment", "omitted", "counted"),
    [(0, False, True), (0, True, False), (2, True, False), (2, False, False)],
)
def test_furniture_and_what_is_left_out_are_no_sentences(
    segment: int, omitted: bool, counted: bool
) -> None:
    revision = Revision(target="x", omitted=omitted)
    assert counts(SEGMENTS[segment], revision) is counted


def test_the_current_revision_is_that_of_the_last_event() -> None:
    after = Revision(target="c", omitted=True)
    folded = history(event(1, "a"), event(2, "b", 1), event(3, after=after))
    assert [folded.target(i) for i in range(3)] == ["c", "b", "Web"]
    assert folded.is_omitted(0)
    assert folded.last_seq == 3


def test_undo_and_redo_walk_the_steps() -> None:
    folded = history(event(1, "a"), event(2, "b"))
    seen = []
    for make in (folded.undo_event, folded.undo_event, folded.redo_event):
        made = make(5.0)
        assert made is not None
        folded.add(made)
        seen.append((made.seq, made.kind, made.refers_to, folded.target(0)))
    assert seen == [
        (3, EventKind.UNDO, 2, "a"),
        (4, EventKind.UNDO, 1, "One"),
        (5, EventKind.REDO, 1, "a"),
    ]


def test_a_new_step_ends_what_could_be_redone() -> None:
    folded = history(event(1, "a"))
    undo = folded.undo_event(1.0)
    assert undo is not None
    folded.add(undo)
    folded.add(event(3, "b"))
    assert folded.redo_event(1.0) is None


UNDO = EventKind.UNDO
REFUSED = {
    "gap": event(3),
    "repeated": event(1),
    "segment": event(2, segment=3),
    "negative segment": event(2, segment=-1),
    "undo of another step": event(2, "One", kind=UNDO, refers_to=7),
    "undo of no step named": event(2, "One", kind=UNDO),
    "undo elsewhere": event(2, "Two", 1, kind=UNDO, refers_to=1),
    "undo to another text": event(2, "wrong", kind=UNDO, refers_to=1),
    "redo of nothing": event(2, "a", kind=EventKind.REDO, refers_to=1),
}


@pytest.mark.parametrize("name", REFUSED)
def test_an_event_that_cannot_follow_changes_nothing(name: str) -> None:
    folded, expected = history(event(1, "a")), history(event(1, "a"))
    with pytest.raises(ValueError, match=r"."):
        folded.add(REFUSED[name])
    assert folded == expected


@given(
    after=revisions,
    kind=st.sampled_from(EventKind),
    at=st.floats(allow_nan=False, allow_infinity=False),
    refers_to=st.none() | st.integers(1),
)
def test_any_event_comes_back_from_json(
    after: Revision, kind: EventKind, at: float, refers_to: int | None
) -> None:
    written = Event(
        seq=1, kind=kind, segment=2, after=after, at=at, refers_to=refers_to
    )
    line = event_to_json(written)
    assert "\n" not in line
    assert event_from_json(line) == written


def test_two_lone_surrogates_do_not_become_one_character() -> None:
    written = event(1, "\ud83d\ude00")
    assert event_from_json(event_to_json(written)) == written


def broken_lines() -> list[str]:
    good = json.loads(event_to_json(event(1)))
    lines = ["", "{", "[]", "null", "5", '"x"', "[" * 100_000, "{}"]
    for key in good:
        lines.append(json.dumps({k: v for k, v in good.items() if k != key}))
        lines.append(json.dumps({**good, key: ["wrong"]}))
    for key in good["after"]:
        after = {k: v for k, v in good["after"].items() if k != key}
        lines.append(json.dumps({**good, "after": after}))
        lines.append(json.dumps({**good, "after": {**good["after"], key: 5}}))
    record = {"decision": "accepted", "rule": 1}
    lines.append(
        json.dumps({**good, "after": {**good["after"], "decisions": [record]}})
    )
    lines.append(json.dumps({**good, "seq": True}))
    lines.append(json.dumps({**good, "at": 10**400}))
    return lines


@pytest.mark.parametrize("line", broken_lines(), ids=lambda line: line[:20])
def test_what_is_no_event_is_a_value_error(line: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        event_from_json(line)


def test_fingerprints_are_stable() -> None:
    assert fingerprint("").hex() == "e4a6a0577479b2b4"
    assert fingerprints(SEGMENTS) == b"".join(fingerprint(s.text) for s in SEGMENTS)
    assert len(fingerprint("\ud800")) == 8


def found(start: int, text: str, *replacements: str) -> Suggestion:
    return Suggestion(
        segment=0,
        start=start,
        end=start + len(text),
        text=text,
        message="",
        rule="r",
        checker="rules",
        replacements=replacements,
    )


@pytest.mark.parametrize(
    ("suggestions", "target", "applied"),
    [
        ([found(0, "ab", "Y", "Z"), found(3, "cde", "X")], "Y X fg", 2),
        ([found(3, "cde", "X"), found(0, "ab", "Y")], "Y X fg", 2),
        ([found(0, "ab cde", "Y"), found(3, "cde", "X")], "Y fg", 1),
        ([found(0, "ab", "Y"), found(2, " ", "")], "Ycde fg", 2),
        ([found(2, "", "!"), found(2, "", "?")], "ab! cde fg", 1),
        ([found(0, "ab", "Y"), found(2, "", "?")], "Y cde fg", 1),
        ([found(0, "", "-")], "-ab cde fg", 1),
        ([found(0, "ab"), found(0, "xx", "Y"), found(90, "a", "Y")], "ab cde fg", 0),
        ([], "ab cde fg", 0),
    ],
)
def test_suggestions_are_applied_from_left_to_right(
    suggestions: list[Suggestion], target: str, applied: int
) -> None:
    begun = Revision(target="ab cde fg", state=State.REVIEWED, comment="kept")
    done = with_applied(begun, suggestions)
    assert done.target == target
    assert len(done.decisions) == applied
    assert {record.decision for record in done.decisions} <= {Decision.ACCEPTED}
    assert done.comment == "kept"
    assert (done == begun) == (not applied)
    assert done.state is (State.TRANSLATED if applied else State.REVIEWED)


def test_a_decision_keeps_what_explains_it() -> None:
    found = Suggestion(
        segment=0,
        start=0,
        end=3,
        text="One",
        message="say 1",
        rule="r",
        checker="rules",
        label="number",
        category="style",
        context=("a", "b"),
    )
    record = DecisionRecord.of(found, Decision.ACCEPTED, "1")
    assert (record.rule, record.message, record.replacement) == ("r", "say 1", "1")
    assert record.here_key == found.here_key
    revision = with_decision(Revision(target="x"), record)
    assert with_decision(revision, record).decisions == (record, record)
