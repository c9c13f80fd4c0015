"""One list for the editor: the cap, the remarks, rules off, words learnt, and checkers
that hang."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace

import pytest

from posteditor.checkers.engine import Engine
from posteditor.checkers.merge import BROAD, is_remark
from posteditor.checkers.protocol import CheckContext, Scope, Unit
from posteditor.errors import OutputError
from posteditor.model import Severity, Suggestion
from posteditor.tui.app import EditorApp
from posteditor.tui.panes import board
from tests.tui.support import (
    PhraseChecker,
    Workshop,
    panes,
    screen_of,
    until,
    until_checked,
)
from tests.tui.test_panes import CALQUE, VIEW, texts

SIZE = (120, 40)
TEXT = "One two three four five six seven eight nine ten and eleven."
WORDS = TEXT.split()[:9]
SHORT = "Just recieved."


class WordChecker(PhraseChecker):
    """Flags nine words and one misspelling, and has a remark on the sentence."""

    def check(
        self, units: Sequence[Unit], context: CheckContext
    ) -> Sequence[Suggestion]:
        self.hold(units)
        return [flag for unit in units for flag in _flags(unit)]


def _flags(unit: Unit) -> list[Suggestion]:
    found = []
    for number, word in enumerate(WORDS):
        start = unit.text.find(word)
        if start >= 0:
            severity = Severity.MAJOR if number == 8 else Severity.MINOR
            found.append(_flag(unit, start, word, f"words/{number}", severity))
    start = unit.text.find("recieved")
    if start >= 0:
        flag = _flag(unit, start, "recieved", "h/spelling", Severity.MINOR)
        found.append(replace(flag, category="fluency/spelling"))
    if len(unit.text) > BROAD:
        long = _flag(unit, 0, unit.text, "words/long", Severity.MINOR)
        found.append(replace(long, replacements=(), message="a long sentence"))
    return found


def _flag(
    unit: Unit, start: int, text: str, rule: str, severity: Severity
) -> Suggestion:
    return Suggestion(
        segment=unit.segment,
        start=start,
        end=start + len(text),
        text=text,
        message="m",
        rule=rule,
        checker="phrases",
        replacements=(text.upper(),),
        label="word",
        severity=severity,
    )


def make_app(workshop: Workshop, **options: object) -> EditorApp:
    session = workshop.session((TEXT, SHORT, "Last."))
    return EditorApp(
        session,
        engine=lambda: Engine((WordChecker(),)),
        saver=workshop.save,
        theme="dark",
        most=3,
        **options,  # type: ignore[arg-type]
    )


async def test_the_most_important_are_listed_and_numbered_and_a_key_lists_all(
    workshop: Workshop,
) -> None:
    app = make_app(workshop)
    async with app.run_test(size=SIZE) as pilot:
        await until_checked(pilot)
        editor = screen_of(pilot).editor
        assert [s.text for s in editor.suggestions[:3]] == ["One", "two", "nine"]
        shown = panes(pilot)
        assert "3 of 9 open" in shown
        assert "+ 6 more" in shown
        assert "a long sentence" in shown
        assert shown.index("nine → NINE") < shown.index("a long sentence")
        await pilot.press("3")
        assert "NINE" in editor.session.target(0)
        await until_checked(pilot)
        await pilot.press("tab", "plus")
        assert editor.suggestion is not None
        assert editor.suggestion.text == "two"
        assert len([s for s in editor.suggestions if not is_remark(s)]) == 8
        assert " more" not in panes(pilot).partition("SUGGESTIONS")[2]
        await pilot.press("plus")
        assert "+ 5 more" in panes(pilot)
        await pilot.press("plus", "j", "k")
        assert "+ 5 more" in panes(pilot)


async def test_the_same_are_numbered_while_editing(workshop: Workshop) -> None:
    app = make_app(workshop)
    async with app.run_test(size=SIZE) as pilot:
        await until_checked(pilot)
        await pilot.press("e")
        assert "6 more" in panes(pilot)
        await pilot.press("f3", "escape")
        assert "NINE" in screen_of(pilot).editor.session.target(0)
        assert "FOUR" not in screen_of(pilot).editor.session.target(0)


async def test_remarks_count_for_nothing_and_can_be_dismissed(
    workshop: Workshop,
) -> None:
    app = make_app(workshop)
    async with app.run_test(size=SIZE) as pilot:
        await until_checked(pilot)
        editor = screen_of(pilot).editor
        session = editor.session
        assert session.open_suggestions == 10
        await pilot.press("shift+tab")
        assert editor.suggestion is not None
        assert editor.suggestion.rule == "words/long"
        await pilot.press("x")
        assert session.open_suggestions == 10
        assert "a long sentence" not in panes(pilot)


async def test_a_sentence_with_remarks_only_is_no_stop_on_the_way(
    workshop: Workshop,
) -> None:
    long = "x" * (BROAD + 1)
    session = workshop.session(("Nothing.", long, SHORT))
    app = EditorApp(
        session,
        engine=lambda: Engine((WordChecker(),)),
        saver=workshop.save,
        theme="dark",
    )
    async with app.run_test(size=SIZE) as pilot:
        await until_checked(pilot)
        await pilot.press("f")
        assert screen_of(pilot).editor.index == 2
        await pilot.press("k")
        assert "remarks only" in panes(pilot)


async def test_a_rule_is_turned_off_and_undone(workshop: Workshop) -> None:
    app = make_app(workshop)
    async with app.run_test(size=SIZE) as pilot:
        await until_checked(pilot)
        screen = screen_of(pilot)
        await pilot.press("R")
        assert screen.footer.note == "Rule off from now on: words/0. u undoes."
        assert "One → ONE" not in panes(pilot)
        assert workshop.store.dismissals() == {"words/0"}
        await pilot.press("u")
        assert "turning off rule words/0" in screen.footer.note
        assert "One → ONE" in panes(pilot)
        assert not workshop.store.dismissals()


async def test_a_misspelt_word_goes_into_the_dictionary(workshop: Workshop) -> None:
    kept: list[str] = []
    app = make_app(workshop, keep_word=kept.append)
    async with app.run_test(size=SIZE) as pilot:
        await until_checked(pilot)
        screen = screen_of(pilot)
        await pilot.press("D")
        assert "Only words that are called misspelt" in screen.footer.note
        await pilot.press("j", "D")
        assert kept == ["recieved"]
        assert screen.footer.note == "In your dictionary: recieved"
        assert not screen.editor.suggestions


async def test_a_dictionary_that_cannot_be_written_is_told(workshop: Workshop) -> None:
    def refuse(word: str) -> None:
        raise OutputError("words.txt: cannot be written: full")

    app = make_app(workshop, keep_word=refuse)
    async with app.run_test(size=SIZE) as pilot:
        await until_checked(pilot)
        await pilot.press("j", "D")
        screen = screen_of(pilot)
        assert screen.footer.note.startswith("Not done: words.txt: cannot be written")
        assert screen.editor.suggestions


async def test_a_checker_that_hangs_leaves_the_editor_usable(
    workshop: Workshop,
) -> None:
    release = threading.Event()
    hung = PhraseChecker(name="hung", hold=lambda units: release.wait(60))
    engine = Engine((hung, PhraseChecker()), patience=dict.fromkeys(Scope, 0.05))
    app = workshop.app(workshop.session(), engine=lambda: engine)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("j", "j", "j")
        await until_checked(pilot)
        await until(pilot, lambda: "remains on" in panes(pilot))
        assert screen_of(pilot).checkers_line == "phrases"
        await pilot.press("1")
        assert "remains on the agenda" in screen_of(pilot).editor.session.target(3)
    release.set()


@pytest.mark.parametrize("width", [30, 60, 78])
def test_a_remark_says_why_and_repeats_no_sentence(width: int) -> None:
    remark = replace(
        CALQUE, start=0, end=len(VIEW.mt), text=VIEW.mt, replacements=(), message="long"
    )
    view = replace(VIEW, suggestions=(CALQUE, remark), unlisted=2)
    lines = texts(board(view, width).lines)
    page = "\n".join(lines)
    assert page.count("The task of keeping") == 1
    assert "+ 2 more" in page
    assert not any(line.lstrip("▸ ").startswith("2 ") for line in lines)


def test_who_else_says_so_is_named() -> None:
    view = replace(VIEW, suggestions=(replace(CALQUE, also=("harper", "x")),))
    assert "also harper, x" in " ".join("\n".join(texts(board(view, 78).lines)).split())
