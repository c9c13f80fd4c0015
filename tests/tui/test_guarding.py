"""The gate before an acceptance: shown first, accepted at the second press."""

from __future__ import annotations

from collections.abc import Sequence

from textual.pilot import Pilot

from posteditor.checkers.engine import Engine
from posteditor.checkers.guards import GuardsChecker
from posteditor.checkers.protocol import CheckContext, Scope, Unit
from posteditor.model import Severity, State, Suggestion
from posteditor.session.session import Session
from posteditor.tui.app import EditorApp
from posteditor.tui.guarding import Gate
from tests.tui.support import Workshop, panes, screen_of, until, until_checked

SIZE = (100, 32)
TEXTS = ("We saw 5 ships.", "They did not come.", "The end.")
SOURCES = ("Мы видели 7 кораблей.", "Они не пришли.", "Конец.")


class Slips:
    """Calls "teh" a misspelling."""

    name = "slips"
    version = "1"
    scope = Scope.SEGMENT
    rule_ids = frozenset({"slips/teh"})

    def supports(self, target_lang: str) -> bool:
        return True

    def check(
        self, units: Sequence[Unit], context: CheckContext
    ) -> Sequence[Suggestion]:
        return [
            Suggestion(
                segment=unit.segment,
                start=unit.text.index("teh"),
                end=unit.text.index("teh") + 3,
                text="teh",
                message="a misspelling",
                rule="slips/teh",
                checker=self.name,
                category="fluency/spelling",
                severity=Severity.MINOR,
            )
            for unit in units
            if "teh" in unit.text
        ]


def app(workshop: Workshop, session: Session, *off: str) -> EditorApp:
    checkers = (GuardsChecker(), Slips())
    return workshop.app(
        session, engine=lambda: Engine(checkers, rules_off=frozenset(off))
    )


def note(pilot: Pilot[None]) -> str:
    return screen_of(pilot).footer.note


async def type_over(pilot: Pilot[None], text: str) -> None:
    """Edit the current sentence so that it reads `text`."""
    await pilot.press("e")
    area = screen_of(pilot).desk.area
    assert area is not None
    area.put(0, len(area.text), text)
    await pilot.pause()


async def test_what_an_edit_lost_is_shown_first(workshop: Workshop) -> None:
    session = workshop.session(TEXTS)
    async with app(workshop, session).run_test(size=SIZE) as pilot:
        await until_checked(pilot)
        await type_over(pilot, "We saw 6 ships.")
        assert "5 in the machine translation" not in panes(pilot)
        await pilot.press("enter")
        assert screen_of(pilot).mode == "edit"
        assert session.is_open(0)
        assert "5 in the machine translation" in panes(pilot)
        assert note(pilot) == (
            "1 number differs from the MT: accept again to keep your version."
        )
        await pilot.press("enter")
        assert session.target(0) == "We saw 6 ships."
        assert session.revision(0).state is State.REVIEWED
        assert screen_of(pilot).editor.index == 1


async def test_what_was_put_right_is_accepted_at_once(workshop: Workshop) -> None:
    session = workshop.session(TEXTS)
    async with app(workshop, session).run_test(size=SIZE) as pilot:
        await until_checked(pilot)
        await type_over(pilot, "We saw 6 ships.")
        await pilot.press("enter", "f1")
        assert screen_of(pilot).editing.revising is not None
        await pilot.press("enter")
        assert session.target(0) == "We saw 5 ships."
        assert session.revision(0).state is State.REVIEWED


async def test_another_loss_holds_again(workshop: Workshop) -> None:
    session = workshop.session(TEXTS)
    async with app(workshop, session).run_test(size=SIZE) as pilot:
        await until_checked(pilot)
        await type_over(pilot, "We saw 6 ships.")
        await pilot.press("enter")
        area = screen_of(pilot).desk.area
        assert area is not None
        area.put(0, len(area.text), "We saw 6 ships")
        await pilot.press("enter")
        assert session.is_open(0)
        assert note(pilot).startswith("1 number and 1 ending differ from the MT")


async def test_normal_mode_holds_too_and_undo_works(workshop: Workshop) -> None:
    session = workshop.session(TEXTS)
    async with app(workshop, session).run_test(size=SIZE) as pilot:
        await until_checked(pilot)
        await pilot.press("j")
        await type_over(pilot, "They did come.")
        await pilot.press("escape", "a")
        assert session.is_open(1)
        assert "negation" in note(pilot)
        assert "gone from the machine translation" in panes(pilot)
        await pilot.press("a")
        assert not session.is_open(1)
        await pilot.press("u")
        assert session.is_open(1)
        await pilot.press("A")
        assert not session.is_open(1)


async def test_a_dismissed_remark_does_not_hold(workshop: Workshop) -> None:
    session = workshop.session(TEXTS)
    async with app(workshop, session).run_test(size=SIZE) as pilot:
        await until_checked(pilot)
        await type_over(pilot, "We saw 6 ships.")
        await pilot.press("escape")
        await until(pilot, lambda: bool(session.suggestions(0)))
        await pilot.press("x", "a")
        assert session.revision(0).state is State.REVIEWED
        assert not session.suggestions(0)


async def test_what_is_turned_off_does_not_hold(workshop: Workshop) -> None:
    session = workshop.session(TEXTS)
    async with app(workshop, session, "guard").run_test(size=SIZE) as pilot:
        await until_checked(pilot)
        await type_over(pilot, "We saw 6 ships.")
        await pilot.press("enter")
        assert session.revision(0).state is State.REVIEWED


async def test_an_unchanged_sentence_never_waits(workshop: Workshop) -> None:
    session = workshop.session(TEXTS, sources=SOURCES)
    async with app(workshop, session).run_test(size=SIZE) as pilot:
        await until_checked(pilot)
        assert "7 in the source" in panes(pilot)
        await pilot.press("a")
        assert session.revision(0).state is State.REVIEWED


def test_a_source_remark_nobody_saw_is_shown_first(workshop: Workshop) -> None:
    session = workshop.session(TEXTS, sources=SOURCES)
    engine = Engine([GuardsChecker()])
    gate = Gate(
        session,
        lambda index, text: engine.check(
            [session.unit(index, text)], session.context(), Scope.CHANGE
        ),
    )
    held = gate.hold(0)
    assert held is not None
    assert held.note == "1 number differs from the source: accept again to keep it."
    assert gate.hold(0) is None
    other = Gate(session, lambda index, text: held.findings)
    other.saw(0, held.remarks)
    assert other.hold(0) is None


def test_nothing_is_held_before_the_checkers_are_open(workshop: Workshop) -> None:
    session = workshop.session(TEXTS, sources=SOURCES)
    assert Gate(session, lambda index, text: None).hold(0) is None


async def test_a_slip_of_the_editor_is_told_apart(workshop: Workshop) -> None:
    session = workshop.session(("In teh end.", "The end."))
    async with app(workshop, session).run_test(size=SIZE) as pilot:
        await until_checked(pilot)
        await type_over(pilot, "So in teh end.")
        await pilot.press("enter")
        assert session.revision(0).state is State.REVIEWED
        await type_over(pilot, "In teh end.")
        await pilot.press("escape")
        await until(pilot, lambda: bool(session.suggestions(1)))
        assert "new in the revision" in panes(pilot)
        await pilot.press("a")
        assert session.is_open(1)
        assert note(pilot).startswith("1 new fault: accept again")
        await pilot.press("a")
        assert not session.is_open(1)


async def test_a_session_for_reading_is_not_held(workshop: Workshop) -> None:
    first = workshop.session(TEXTS)
    first.revise(0, "We saw 6 ships.")
    session = workshop.session(TEXTS, read_only=True)
    async with app(workshop, session).run_test(size=SIZE) as pilot:
        await until_checked(pilot)
        await pilot.press("a")
        assert "reading" in note(pilot)
