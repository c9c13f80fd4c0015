"""What the keys do, without a screen."""

from __future__ import annotations

import pytest

from posteditor.checkers.engine import Engine
from posteditor.checkers.protocol import Scope
from posteditor.errors import StoreError
from posteditor.model import Decision, State
from posteditor.session.session import Session
from posteditor.tui.editor import Editor
from tests.tui.support import TEXTS, PhraseChecker, Workshop


@pytest.fixture
def session(workshop: Workshop) -> Session:
    session = workshop.session(furniture=(0,))
    engine = Engine((PhraseChecker(),))
    session.take(engine.check(session.units(), session.context(), Scope.SEGMENT))
    return session


def test_accepting_goes_to_the_next_open_sentence(session: Session) -> None:
    editor = Editor(session)
    editor.go(1)
    outcome = editor.accept_and_go()
    assert session.revision(1).state is State.REVIEWED
    assert (outcome.changed, editor.index) == (1, 2)


def test_accepting_the_last_one_goes_round_to_the_first_open(session: Session) -> None:
    editor = Editor(session)
    editor.go(len(TEXTS) - 1)
    editor.accept_and_go()
    assert editor.index == 1


def test_when_all_is_done_accepting_says_so(session: Session) -> None:
    editor = Editor(session)
    editor.go(1)
    for _ in range(len(TEXTS) - 2):
        assert not editor.accept_and_go().note
    assert "No other sentence is open" in editor.accept_and_go().note
    assert session.progress.done == session.progress.total


def test_furniture_is_passed_and_not_accepted(session: Session) -> None:
    editor = Editor(session)
    editor.go(0)
    editor.accept_and_go()
    assert session.revision(0).state is State.TRANSLATED
    assert editor.index == 1


def test_furniture_that_is_kept_is_no_sentence_to_do(session: Session) -> None:
    editor = Editor(session)
    editor.go(0)
    editor.toggle_omit()
    assert "no sentence to accept" in editor.accept_or_reopen().note
    editor.accept_and_go()
    assert session.revision(0).state is State.TRANSLATED
    editor.go(len(TEXTS) - 1)
    editor.go_to_open()
    assert editor.index == 1


def test_applying_says_what_became_of_what(session: Session) -> None:
    editor = Editor(session)
    editor.go(3)
    outcome = editor.apply(1)
    assert outcome.note == "Applied: is not removed from → remains on"
    assert "straits open remains on the agenda" in session.target(3)


def test_a_number_without_a_suggestion_changes_nothing(session: Session) -> None:
    editor = Editor(session)
    editor.go(3)
    assert "no suggestion 7" in editor.apply(7).note
    assert session.target(3) == TEXTS[3]


def test_a_remark_cannot_be_applied(session: Session) -> None:
    editor = Editor(session)
    editor.go(4)
    assert "is a remark" in editor.apply(2).note
    assert session.target(4) == TEXTS[4]


def test_the_chosen_suggestion_is_the_one_dismissed(session: Session) -> None:
    editor = Editor(session)
    editor.go(4)
    editor.choose(1)
    editor.dismiss(Decision.DISMISSED_HERE)
    assert [s.text for s in session.suggestions(4)] == ["parties has"]
    assert editor.chosen == 0


def test_undo_goes_where_it_undid_and_says_what(session: Session) -> None:
    editor = Editor(session)
    editor.go(3)
    editor.apply(1)
    editor.go(6)
    outcome = editor.undo()
    assert outcome.note == "Undone in 4: is not removed from → remains on"
    assert (editor.index, session.target(3)) == (3, TEXTS[3])
    assert editor.redo().note.startswith("Done again in 4")
    assert "remains on" in session.target(3)


def test_undo_at_the_beginning_says_so(session: Session) -> None:
    assert "nothing to undo" in Editor(session).undo().note


def test_a_store_that_refuses_changes_nothing_and_is_named(
    session: Session, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise StoreError("sessions.db: disk full", hint="make room")

    monkeypatch.setattr(workshop.store, "append", refuse)
    editor = Editor(session)
    editor.go(3)
    outcome = editor.apply(1)
    assert outcome.alarm
    assert outcome.note == "Not done: sessions.db: disk full (make room)"
    assert editor.accept_and_go().alarm
    assert (editor.index, session.target(3)) == (3, TEXTS[3])


def test_searching_looks_in_target_translation_and_source(workshop: Workshop) -> None:
    session = workshop.session(sources=["", "", "важный", "", "", "", ""])
    editor = Editor(session)
    for words, index in (("HOPE", 5), ("важн", 2), ("straits", 3)):
        editor.search_words = words
        editor.go_to_match()
        assert editor.index == index
    editor.search_words = "nowhere"
    assert "is in no sentence" in editor.go_to_match().note
