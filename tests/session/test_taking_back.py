"""Taking back what was dismissed always, from outside any editor."""

from __future__ import annotations

from pathlib import Path

import pytest

from posteditor.checkers.findings import Findings
from posteditor.checkers.protocol import Scope
from posteditor.errors import SessionBusyError
from posteditor.model import Decision, Suggestion
from posteditor.session.session import Session
from posteditor.session.taking_back import take_back
from posteditor.store.protocol import IMPORTED
from posteditor.store.sqlite import SqliteStore
from tests.tui.support import TEXTS, Workshop


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path)


def flag(text: str = "task", rule: str = "pack/rule", index: int = 3) -> Suggestion:
    start = TEXTS[index].index(text)
    return Suggestion(
        segment=index,
        start=start,
        end=start + len(text),
        text=text,
        message="m",
        rule=rule,
        checker="rules",
        replacements=("new",),
    )


FLAGS = (flag(), flag("straits"), flag("agenda", "pack/other"))


def opened(workshop: Workshop) -> Session:
    session = workshop.session()
    session.take(
        Findings(scope=Scope.SEGMENT, texts={3: TEXTS[3]}, suggestions={3: FLAGS})
    )
    return session


def shown(session: Session) -> list[str]:
    return [suggestion.text for suggestion in session.suggestions(3)]


def test_a_rule_is_off_everywhere_until_it_is_undone(workshop: Workshop) -> None:
    session = opened(workshop)
    session.dismiss(3, FLAGS[0], Decision.RULE_OFF)
    assert shown(session) == ["agenda"]
    assert workshop.store.dismissals() == {"pack/rule"}
    assert session.open_suggestions == 1
    assert shown(opened(workshop)) == ["agenda"]
    session.undo()
    assert len(shown(session)) == 3
    assert not workshop.store.dismissals()
    session.redo()
    assert shown(session) == ["agenda"]


@pytest.mark.parametrize(
    ("decision", "key"),
    [
        (Decision.DISMISSED_ALWAYS, FLAGS[0].wide_key),
        (Decision.RULE_OFF, FLAGS[0].rule),
    ],
)
def test_what_is_taken_back_is_shown_in_its_own_session_too(
    workshop: Workshop, decision: Decision, key: str
) -> None:
    session = opened(workshop)
    session.dismiss(3, FLAGS[0], decision)
    session.dismiss(3, FLAGS[2], Decision.DISMISSED_HERE)
    take_back(workshop.store, key, now=9_000.0)
    assert not workshop.store.dismissals()
    again = opened(workshop)
    assert shown(again) == ["task", "straits"]
    again.undo()
    assert "task" not in shown(again)
    assert workshop.store.dismissals() == {key}
    again.redo()
    again.dismiss(3, FLAGS[0], decision)
    assert "task" not in shown(again)


def test_imports_and_deleted_sessions_are_forgotten(workshop: Workshop) -> None:
    store = workshop.store
    session = opened(workshop)
    session.dismiss(3, FLAGS[0], Decision.DISMISSED_ALWAYS)
    store.delete_session(session.record.id)
    assert store.remember(["b", FLAGS[0].wide_key, "b"]) == 1
    assert store.rememberers() == {
        "b": frozenset({IMPORTED}),
        FLAGS[0].wide_key: frozenset({session.record.id}),
    }
    for key in (FLAGS[0].wide_key, "b", "unknown"):
        take_back(store, key, now=9_000.0)
    assert not store.dismissals()


def test_an_import_hides_in_a_session_opened_later(workshop: Workshop) -> None:
    workshop.store.remember([FLAGS[0].wide_key, FLAGS[2].rule])
    assert shown(opened(workshop)) == ["straits"]


def test_nothing_is_forgotten_while_a_session_is_being_edited(
    workshop: Workshop, tmp_path: Path
) -> None:
    session = opened(workshop)
    session.dismiss(3, FLAGS[0], Decision.DISMISSED_ALWAYS)
    other = SqliteStore.open(tmp_path / "sessions.db")
    with workshop.store.hold(session.record.id), pytest.raises(SessionBusyError):
        take_back(other, FLAGS[0].wide_key, now=9_000.0)
    assert workshop.store.dismissals() == {FLAGS[0].wide_key}
    other.close()


def test_words_that_are_learnt_are_hidden_at_once(workshop: Workshop) -> None:
    session = workshop.session()
    spelling = Suggestion(
        segment=3,
        start=0,
        end=3,
        text="The",
        message="m",
        rule="h/spelling",
        checker="harper",
        category="fluency/spelling",
        replacements=("Thee",),
    )
    found = {3: (spelling, FLAGS[0])}
    session.take(Findings(scope=Scope.SEGMENT, texts={3: TEXTS[3]}, suggestions=found))
    assert session.open_suggestions == 2
    session.learn("The")
    assert shown(session) == ["task"]
    assert session.open_suggestions == 1
    assert session.undismissed(3, [spelling]) == ()
    assert "The" in session.context().vocabulary
