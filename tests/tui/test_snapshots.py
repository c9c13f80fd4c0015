"""What the screens look like, over invented text: sizes, modes, themes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from posteditor.session.opening import Opening, OpeningKind
from posteditor.tui.app import EditorApp
from posteditor.tui.dialogs import OpeningApp, opening_question
from posteditor.tui.screen import EditorScreen
from tests.tui.support import (
    SOURCES,
    TEXTS,
    Workshop,
    screen_of,
    until,
    until_checked,
)

WIDE, NARROW, TINY = (120, 40), (80, 24), (50, 20)
Compare = Callable[..., bool]
REFERENCES = tuple(text.replace("is not removed from", "stays on") for text in TEXTS)


def pressing(*keys: str) -> Callable[[Pilot[Any]], Any]:
    """Waits for the checkers, and for the score where something was changed."""

    async def run(pilot: Pilot[Any]) -> None:
        await until_checked(pilot)
        await pilot.press(*keys)
        await pilot.pause()
        screen = screen_of(pilot)
        if any(screen.editor.session.is_revised(i) for i in range(len(TEXTS))):
            await until(pilot, lambda: screen.hter is not None)
        await until(pilot, lambda: is_measured(screen))
        await until_checked(pilot)
        await pilot.pause()

    return run


def is_measured(screen: EditorScreen) -> bool:
    """Has the sentence that is shown a TER, where it needs one?"""
    session, index = screen.editor.session, screen.editor.index
    revising = screen.editing.revising
    target = session.target(index) if revising is None else revising.text
    mt = session.segments[index].text
    return mt == target or screen.background.ter(mt, target) is not None


def app(
    workshop: Workshop, *, theme: str = "dark", parallel: bool = False
) -> EditorApp:
    session = workshop.session(
        furniture=(0,),
        sources=SOURCES if parallel else None,
        references=REFERENCES if parallel else None,
        name="harbour-statement.txt",
    )
    return workshop.app(session, theme=theme)


def test_a_sentence_with_suggestions_on_a_wide_terminal(
    workshop: Workshop, snap_compare: Compare
) -> None:
    shown = app(workshop, parallel=True)
    keys = ("n", "a", "a", "1", "j")
    assert snap_compare(shown, terminal_size=WIDE, run_before=pressing(*keys))


def test_a_revised_sentence_with_its_changes(
    workshop: Workshop, snap_compare: Compare
) -> None:
    keys = ("j", "j", "j", "1")
    assert snap_compare(app(workshop), terminal_size=WIDE, run_before=pressing(*keys))


def test_panes_stack_on_a_narrow_terminal(
    workshop: Workshop, snap_compare: Compare
) -> None:
    keys = ("j", "j", "j", "j", "tab")
    assert snap_compare(app(workshop), terminal_size=NARROW, run_before=pressing(*keys))


def test_editing_with_marks_in_the_text(
    workshop: Workshop, snap_compare: Compare
) -> None:
    keys = ("j", "j", "j", "j", "e", "s", "o", "comma")
    assert snap_compare(app(workshop), terminal_size=WIDE, run_before=pressing(*keys))


def test_editing_on_a_tiny_terminal(workshop: Workshop, snap_compare: Compare) -> None:
    keys = ("j", "j", "j", "j", "e")
    assert snap_compare(app(workshop), terminal_size=TINY, run_before=pressing(*keys))


def test_without_colour_changes_have_brackets(
    workshop: Workshop, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    keys = ("j", "j", "j", "1", "t")
    assert snap_compare(app(workshop), terminal_size=WIDE, run_before=pressing(*keys))


def test_the_terminals_own_colours(workshop: Workshop, snap_compare: Compare) -> None:
    shown = app(workshop, theme="terminal")
    keys = ("j", "j", "j", "1")
    assert snap_compare(shown, terminal_size=NARROW, run_before=pressing(*keys))


def test_the_light_theme(workshop: Workshop, snap_compare: Compare) -> None:
    shown = app(workshop, theme="light")
    keys = ("j", "j", "j", "j")
    assert snap_compare(shown, terminal_size=NARROW, run_before=pressing(*keys))


def test_the_high_contrast_theme(workshop: Workshop, snap_compare: Compare) -> None:
    shown = app(workshop, theme="contrast")
    keys = ("j", "j", "j", "1")
    assert snap_compare(shown, terminal_size=NARROW, run_before=pressing(*keys))


def test_help_lists_the_keys(workshop: Workshop, snap_compare: Compare) -> None:
    keys = ("question_mark",)
    assert snap_compare(app(workshop), terminal_size=WIDE, run_before=pressing(*keys))


def test_replacements_to_pick_from(workshop: Workshop, snap_compare: Compare) -> None:
    keys = ("j", "j", "j", "p")
    assert snap_compare(app(workshop), terminal_size=NARROW, run_before=pressing(*keys))


def test_the_question_before_a_changed_file(snap_compare: Compare) -> None:
    opening = Opening(
        kind=OpeningKind.CHANGED, fingerprints=b"", carried=31, decided=34
    )
    shown = OpeningApp(opening_question(opening), "dark")
    assert snap_compare(shown, terminal_size=NARROW)
