"""Deciding, undoing, drafts and progress of one session over a real store."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from posteditor.checkers.protocol import Scope
from posteditor.errors import ReadOnlyError, StoreError
from posteditor.model import Decision, State
from posteditor.revision import Event, Revision
from posteditor.session.job import Job, Progress
from posteditor.session.session import Session
from posteditor.store.protocol import Draft
from posteditor.store.sqlite import SqliteStore
from tests.session.build import TEXTS, Desk, findings, suggestion

Act = Callable[[Session], object]

ACTS: dict[str, Act] = {
    "accept": lambda s: s.accept(1),
    "reopen": lambda s: s.reopen(0),
    "revise": lambda s: s.revise(1, "The parties agreed."),
    "revise and accept": lambda s: s.revise(1, "The parties agreed.", accept=True),
    "apply": lambda s: s.apply(1, suggestion(s, 1, "has", "have")),
    "apply all": lambda s: s.apply_all({1: [suggestion(s, 1, "has", "have")]}),
    "dismiss here": lambda s: s.dismiss(1, suggestion(s, 1, "has")),
    "dismiss in the document": lambda s: s.dismiss(
        1, suggestion(s, 1, "has"), Decision.DISMISSED_DOCUMENT
    ),
    "dismiss always": lambda s: s.dismiss(
        1, suggestion(s, 1, "has"), Decision.DISMISSED_ALWAYS
    ),
    "restore": lambda s: s.restore(0),
    "retranslate": lambda s: s.mark_retranslate(1, True),
    "comment": lambda s: s.comment(1, "why?"),
    "omit": lambda s: s.omit(1, True),
    "carry": lambda s: s.carry(1, Revision(target="x", comment="from before")),
}


def state(session: Session) -> object:
    """All that undo must give back, and what the screen shows of it."""
    indices = range(len(session.segments))
    return (
        [session.revision(index) for index in indices],
        [session.suggestions(index) for index in indices],
        session.progress,
        session.open_suggestions,
        session._store.dismissals(),
    )


def prepared(session: Session) -> None:
    """Segment 0 is revised and accepted; `has` is found in 0, 1 and 2."""
    session.revise(0, "The meeting has been.", accept=True)
    session.take(findings(session, *(suggestion(session, i, "has") for i in range(3))))


@pytest.mark.parametrize("name", ACTS)
def test_undo_and_redo_restore_exactly(desk: Desk, name: str) -> None:
    with desk.open(desk.document()) as session:
        prepared(session)
        before = state(session)
        ACTS[name](session)
        after = state(session)
        assert after != before
        session.undo()
        assert state(session) == before
        session.redo()
        assert state(session) == after


@pytest.mark.parametrize("name", ACTS)
def test_what_was_done_is_there_when_the_file_is_opened_again(
    desk: Desk, name: str
) -> None:
    with desk.open(desk.document()) as session:
        prepared(session)
        ACTS[name](session)
        revisions = [session.revision(index) for index in range(4)]
        progress = session.progress
    with desk.open(desk.document()) as session:
        assert [session.revision(index) for index in range(4)] == revisions
        assert session.progress == progress
        session.undo()
        session.undo()
        assert [session.target(index) for index in range(4)] == list(TEXTS)
        assert session.next_undo is None
        session.redo()
        session.redo()
        assert [session.revision(index) for index in range(4)] == revisions
        assert session.next_redo is None


class FullStore(SqliteStore):
    """A store whose disk is full."""

    def append(
        self,
        session_id: str,
        *events: Event,
        remember: Iterable[str] = (),
        forget: Iterable[str] = (),
    ) -> None:
        raise StoreError("disk full")

    def save_draft(self, session_id: str, draft: Draft) -> None:
        raise StoreError("disk full")

    def drop_draft(self, session_id: str, segment: int) -> None:
        raise StoreError("disk full")

    def save_position(self, session_id: str, segment: int) -> None:
        raise StoreError("disk full")


FAILING: dict[str, Act] = {
    **ACTS,
    "undo": lambda s: s.undo(),
    "redo": lambda s: s.redo(),
    "draft": lambda s: s.save_draft(2, "y"),
    "drop draft": lambda s: s.drop_draft(3),
    "drop what was typed": lambda s: s.drop(3, "typed"),
    "position": lambda s: s.save_position(3),
}


@pytest.mark.parametrize("name", FAILING)
def test_what_the_store_cannot_take_has_not_happened(desk: Desk, name: str) -> None:
    with desk.open(desk.document()) as session:
        prepared(session)
        session.comment(2, "undone")
        session.save_draft(3, "typing")
        session.undo()
    full = FullStore.open(desk.folder / "sessions.db")
    broken = Session(
        Job(document=desk.document()),
        record=full.session("id1"),
        store=full,
        clock=desk.clock,
    )
    broken.take(findings(broken, *(suggestion(broken, i, "has") for i in range(3))))
    before = state(broken), broken.drafts, broken.record, broken.next_redo
    with pytest.raises(StoreError, match="disk full"):
        FAILING[name](broken)
    assert (state(broken), broken.drafts, broken.record, broken.next_redo) == before
    full.close()


@pytest.mark.parametrize("name", [*ACTS, "undo"])
def test_a_session_opened_for_reading_refuses_changes(desk: Desk, name: str) -> None:
    acts: dict[str, Act] = {**ACTS, "undo": lambda s: s.undo()}
    with desk.open(desk.document()) as session:
        prepared(session)
    with desk.open(desk.document(), read_only=True) as session:
        before = state(session)
        with pytest.raises(ReadOnlyError):
            acts[name](session)
        session.save_draft(1, "x")
        session.save_position(2)
        assert state(session) == before
        assert desk.store.drafts("id1") == {}
        assert desk.store.session("id1").position == 0


# -- suggestions ------------------------------------------------------------------


def test_many_segments_are_mended_in_one_transaction(desk: Desk) -> None:
    class Counting(SqliteStore):
        appended = 0

        def append(self, *args: object, **more: object) -> None:
            self.appended += 1
            super().append(*args, **more)  # type: ignore[arg-type]

    with desk.open(desk.document()) as session:
        session.save_draft(2, "typing")
    store = Counting.open(desk.folder / "sessions.db")
    assert isinstance(store, Counting)
    session = Session(
        Job(document=desk.document()),
        record=store.session("id1"),
        store=store,
        clock=desk.clock,
    )
    found = [suggestion(session, 1, word, "X") for word in ("The", "parties", "has")]
    applied = session.apply_all(
        {0: [], 1: found, 2: [suggestion(session, 2, "has", "had")]}
    )
    assert applied == {1: 3, 2: 1}
    assert store.appended == 1
    assert session.target(1) == "X X X agreed on the matter."
    assert session.target(2) == "The meeting had ended."
    assert session.drafts == {}
    assert [event.segment for event in store.events("id1")] == [1, 2]
    assert session.apply_all({0: []}) == {}
    assert (session.undo(), session.undo(), session.undo()) == (2, 1, None)
    assert [session.target(index) for index in range(4)] == list(TEXTS)
    store.close()


def test_after_an_apply_the_others_move_along_and_are_numbered_anew(
    desk: Desk,
) -> None:
    with desk.open(desk.document()) as session:
        found = [
            suggestion(session, 1, "The", "All the"),
            suggestion(session, 1, "has", "have"),
            suggestion(session, 1, "on", "in"),
        ]
        session.take(findings(session, *found))
        assert session.apply(1, session.suggestions(1)[0])
        assert [s.text for s in session.suggestions(1)] == ["has", "on"]
        assert session.apply(1, session.suggestions(1)[0])
        assert session.apply(1, session.suggestions(1)[0])
        assert session.target(1) == "All the parties have agreed in the matter."
        assert session.suggestions(1) == ()
        assert session.open_suggestions == 0
        assert len(session.baseline(1)) == 3


def test_findings_of_another_text_do_not_move_along(desk: Desk) -> None:
    with desk.open(desk.document()) as session:
        session.take(findings(session, suggestion(session, 1, "matter", "issue")))
        session.revise(1, "The parties has agreed on it.")
        assert session.suggestions(1) == ()
        assert session.apply(1, suggestion(session, 1, "has", "have"))
        assert session.suggestions(1) == ()
        assert not session.is_checked(1)


def test_an_insertion_is_not_offered_again(desk: Desk) -> None:
    with desk.open(desk.document()) as session:
        one = suggestion(session, 3, "", "Well, ")
        session.take(findings(session, one))
        session.apply(3, one)
        assert session.target(3) == "Well, Thank you."
        assert session.suggestions(3) == ()


def test_a_suggestion_whose_text_is_gone_is_not_applied(desk: Desk) -> None:
    with desk.open(desk.document()) as session:
        one = suggestion(session, 1, "has", "have")
        session.revise(1, "A parties has agreed.")
        assert not session.apply(1, one)
        assert not session.apply(1, suggestion(session, 1, "has", "have"), choice=1)
        assert not session.apply(1, suggestion(session, 1, "has"))
        assert session.target(1) == "A parties has agreed."


def test_fast_keys_never_touch_another_sentence(desk: Desk) -> None:
    with desk.open(desk.document()) as session:
        late = findings(session, suggestion(session, 0, "has"))
        for index in range(4):
            session.accept(index)
        session.revise(0, "Other.")
        session.take(late)
        assert session.suggestions(0) == ()
        assert [session.target(index) for index in (1, 2, 3)] == list(TEXTS[1:])
        assert session.progress == Progress(done=3, total=4)


def test_a_dismissal_in_the_document_hides_it_everywhere_until_undone(
    desk: Desk,
) -> None:
    with desk.open(desk.document()) as session:
        prepared(session)
        session.dismiss(1, session.suggestions(1)[0], Decision.DISMISSED_DOCUMENT)
        assert session.open_suggestions == 0
        assert desk.store.dismissals() == frozenset()
    with desk.open(desk.document()) as session:
        has = [suggestion(session, i, "has") for i in range(3)]
        assert session.take(findings(session, *has)) == {0, 1, 2, 3}
        assert session.open_suggestions == 0
        session.undo()
        assert [len(session.suggestions(i)) for i in range(4)] == [1, 1, 1, 0]


def test_a_dismissal_for_ever_holds_in_other_files_and_can_be_undone(
    desk: Desk,
) -> None:
    other = desk.document("It has rained.", name="b.txt")
    with desk.open(desk.document()) as session:
        one = suggestion(session, 1, "has")
        session.dismiss(1, one, Decision.DISMISSED_ALWAYS)
        with desk.open(other) as second:
            second.take(findings(second, suggestion(second, 0, "has")))
            assert second.suggestions(0) == ()
        session.undo()
        with desk.open(other) as second:
            second.take(findings(second, suggestion(second, 0, "has")))
            assert len(second.suggestions(0)) == 1


def test_undoing_one_of_two_dismissals_keeps_the_other(desk: Desk) -> None:
    with desk.open(desk.document()) as session:
        for index in (1, 2):
            one = suggestion(session, index, "has")
            session.dismiss(index, one, Decision.DISMISSED_ALWAYS)
        session.undo()
        assert len(desk.store.dismissals()) == 1
        session.take(findings(session, suggestion(session, 0, "has")))
        assert session.suggestions(0) == ()
        session.undo()
        assert desk.store.dismissals() == frozenset()
        assert len(session.suggestions(0)) == 1


def test_undoing_here_keeps_what_another_session_dismissed(desk: Desk) -> None:
    other = desk.document("It has rained.", name="b.txt")
    with desk.open(desk.document()) as session, desk.open(other) as second:
        one = suggestion(session, 1, "has")
        session.dismiss(1, one, Decision.DISMISSED_ALWAYS)
        second.dismiss(0, suggestion(second, 0, "has"), Decision.DISMISSED_ALWAYS)
        session.undo()
        assert len(desk.store.dismissals()) == 1


def test_a_dismissal_here_survives_a_changed_position(desk: Desk) -> None:
    with desk.open(desk.document()) as session:
        session.dismiss(1, suggestion(session, 1, "has"))
        session.revise(1, "Yesterday the parties has agreed.")
        session.take(findings(session, suggestion(session, 1, "has")))
        assert session.suggestions(1) == ()


def test_the_same_dismissal_is_one_event(desk: Desk) -> None:
    with desk.open(desk.document()) as session:
        one = suggestion(session, 1, "has")
        session.dismiss(1, one)
        session.dismiss(1, one)
        assert len(desk.store.events("id1")) == 1


def test_restoring_opens_accepted_suggestions_and_keeps_dismissals(desk: Desk) -> None:
    with desk.open(desk.document()) as session:
        has = suggestion(session, 1, "has", "have")
        on = suggestion(session, 1, "on", "in")
        session.take(findings(session, has, on))
        session.dismiss(1, on)
        session.apply(1, has)
        session.restore(1)
        assert session.target(1) == TEXTS[1]
        assert session.suggestions(1) == (has,)
        assert [r.decision for r in session.revision(1).decisions] == [
            Decision.DISMISSED_HERE
        ]


def test_omitted_segments_show_no_suggestions(desk: Desk) -> None:
    with desk.open(desk.document(furniture=[1])) as session:
        session.take(findings(session, suggestion(session, 1, "has")))
        assert session.suggestions(1) == ()
        session.omit(1, False)
        assert len(session.suggestions(1)) == 1


class CountingStore(SqliteStore):
    """A store that remembers what it was given in each transaction."""

    appended: list[tuple[Event, ...]]

    def append(
        self,
        session_id: str,
        *events: Event,
        remember: Iterable[str] = (),
        forget: Iterable[str] = (),
    ) -> None:
        super().append(session_id, *events, remember=remember, forget=forget)
        self.appended.append(events)


def test_what_was_typed_is_dropped_in_one_transaction(desk: Desk) -> None:
    with desk.open(desk.document()) as session:
        session.accept(1)
        session.save_draft(1, "The parties ha")
    store = CountingStore.open(desk.folder / "sessions.db")
    assert isinstance(store, CountingStore)
    store.appended = []
    session = Session(
        Job(document=desk.document()),
        record=store.session("id1"),
        store=store,
        clock=desk.clock,
    )
    before = state(session)
    assert session.drop(1, "The parties have.")
    assert [len(events) for events in store.appended] == [2]
    assert (state(session), session.drafts) == (before, {})
    with desk.open(desk.document()) as session:
        assert state(session) == before
        session.redo()
        assert session.target(1) == "The parties have."
        session.undo()
        assert state(session) == before
        assert not session.drop(1, TEXTS[1])
    store.close()


# -- text, drafts, progress -------------------------------------------------------


def test_revising_to_the_same_text_is_no_event_but_ends_the_draft(desk: Desk) -> None:
    with desk.open(desk.document()) as session:
        session.accept(1)
        session.save_draft(1, "The parties has")
        session.revise(1, TEXTS[1], accept=True)
        assert len(desk.store.events("id1")) == 1
        assert session.drafts == {}
        assert desk.store.drafts("id1") == {}


def test_a_revision_takes_the_acceptance_back(desk: Desk) -> None:
    with desk.open(desk.document()) as session:
        session.accept(1)
        session.revise(1, "New.")
        assert session.revision(1).state is State.TRANSLATED
        assert session.is_revised(1)
        assert session.is_open(1)


def test_accepting_takes_the_flag_off(desk: Desk) -> None:
    with desk.open(desk.document()) as session:
        session.mark_retranslate(1, True)
        session.revise(1, "Better.")
        assert session.revision(1).retranslate
        session.revise(1, "Better.", accept=True)
        assert not session.revision(1).retranslate


def test_a_draft_is_there_when_the_file_is_opened_again(desk: Desk) -> None:
    with desk.open(desk.document()) as session:
        session.save_draft(1, "The parties ha")
        session.save_draft(2, "x")
        session.drop_draft(2)
    with desk.open(desk.document()) as session:
        assert {i: d.text for i, d in session.drafts.items()} == {1: "The parties ha"}
        session.revise(1, "The parties have.")
        assert session.drafts == {}
    with desk.open(desk.document()) as session:
        assert session.drafts == {}


def test_progress_counts_neither_furniture_nor_what_is_left_out(desk: Desk) -> None:
    with desk.open(desk.document(furniture=[0])) as session:
        assert session.progress == Progress(done=0, total=3)
        session.accept(1)
        session.accept(0)
        assert session.progress == Progress(done=1, total=3)
        session.omit(1, True)
        assert session.progress == Progress(done=0, total=2)
        session.omit(0, False)
        assert session.progress == Progress(done=0, total=2)
        assert not session.is_open(0)
        session.undo()
        session.undo()
        assert session.progress == Progress(done=1, total=3)
    with desk.open(desk.document(furniture=[0])) as session:
        assert session.progress == Progress(done=1, total=3)


def test_undo_at_the_beginning_and_redo_at_the_end_do_nothing(desk: Desk) -> None:
    with desk.open(desk.document()) as session:
        assert session.undo() is None
        assert session.redo() is None
        session.accept(2)
        assert session.undo() == 2
        session.accept(1)
        assert session.redo() is None


def test_a_snapshot_holds_what_reports_need(desk: Desk) -> None:
    with desk.open(desk.document()) as session:
        prepared(session)
        session.apply(1, suggestion(session, 1, "has", "have"))
        session.revise(2, "Unchecked.")
        taken = session.snapshot()
        session.accept(3)
    assert [r.target for r in taken.revisions] == [
        "The meeting has been.",
        "The parties have agreed on the matter.",
        "Unchecked.",
        TEXTS[3],
    ]
    assert set(taken.before) == {1, 2, 3}
    assert {i: len(found) for i, found in taken.after.items()} == {0: 1, 1: 0, 3: 0}
    assert taken.events == 3


def test_the_baseline_of_a_document_wide_check_is_its_run_over_the_mt(
    desk: Desk,
) -> None:
    with desk.open(desk.document()) as session:
        found = [suggestion(session, i, "has") for i in (1, 2)]
        session.take(findings(session, *found, scope=Scope.DOCUMENT))
        session.revise(1, "The parties agreed.")
        session.take(findings(session, scope=Scope.DOCUMENT))
        assert len(session.baseline(2)) == 1
        assert session.suggestions(2) == ()


def test_a_later_check_of_the_mt_renews_the_baseline(desk: Desk) -> None:
    with desk.open(desk.document()) as session:
        session.take(findings(session, suggestion(session, 1, "has")))
        assert len(session.baseline(1)) == 1
        more = [suggestion(session, 1, "has"), suggestion(session, 1, "on")]
        session.take(findings(session, *more))
        assert len(session.baseline(1)) == 2


def test_units_of_the_mt_output_are_the_baseline_of_a_resumed_session(
    desk: Desk,
) -> None:
    with desk.open(desk.document(furniture=[3])) as session:
        session.revise(1, "New.")
    with desk.open(desk.document(furniture=[3])) as session:
        assert [unit.text for unit in session.units()] == [TEXTS[0], "New.", TEXTS[2]]
        assert [unit.text for unit in session.units(mt=True)] == list(TEXTS[:3])


def test_a_fault_of_the_revision_is_told_from_one_of_the_machine(desk: Desk) -> None:
    with desk.open(desk.document("In teh end.", "The end.")) as session:
        assert session.brought(0, ()) == frozenset()
        slip = suggestion(session, 0, "teh", rule="harper/SpellCheck")
        slip = replace(slip, category="fluency/spelling")
        again = replace(slip, start=9, end=12)
        session.take(findings(session, slip))
        assert session.brought(0, (slip,)) == frozenset()
        assert session.brought(0, (slip, again)) == {again.here_key}
        assert session.brought(1, (replace(slip, segment=1),)) == {slip.here_key}
        style = replace(slip, segment=1, category="style/wordy")
        assert session.brought(1, (style,)) == frozenset()


def test_the_checkers_get_the_machine_translation_beside_the_target(
    desk: Desk,
) -> None:
    with desk.open(desk.document("One.", "Two.")) as session:
        session.revise(0, "Three.")
        assert (session.unit(0).text, session.unit(0).mt) == ("Three.", "One.")
        assert session.unit(1, "typed").mt == "Two."
