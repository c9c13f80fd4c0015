"""Questions and their answers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.widgets import Static

from posteditor.session.opening import Choice, Opening, OpeningKind
from posteditor.tui.dialogs import OpeningApp, opening_question

OPENING = Opening(kind=OpeningKind.CHANGED, fingerprints=b"", carried=31, decided=34)


@pytest.mark.parametrize(
    ("key", "answer"), [("c", Choice.CARRY), ("n", Choice.NEW), ("escape", None)]
)
async def test_a_changed_file_is_asked_about(key: str, answer: Choice | None) -> None:
    app = OpeningApp(opening_question(OPENING), "dark")
    async with app.run_test() as pilot:
        await pilot.press("x", key)
    assert app.return_value == answer


@pytest.mark.parametrize(
    ("decided", "carried", "wanted"),
    [
        (1, 1, "Worked on in the earlier session: 1 sentence\n"),
        (2, 1, "carry over the work on 1 unchanged sentence\n"),
        (9, 2, "Worked on in the earlier session: 9 sentences\n"),
        (9, 2, "carry over the work on 2 unchanged sentences\n"),
    ],
)
async def test_one_sentence_is_not_many(
    decided: int, carried: int, wanted: str
) -> None:
    opening = replace(OPENING, decided=decided, carried=carried)
    app = OpeningApp(opening_question(opening), "dark")
    async with app.run_test() as pilot:
        shown = [str(one.visual) for one in pilot.app.screen.query(Static)]
    assert wanted in "\n".join(shown)


async def test_without_colour_nothing_is_coloured(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = OpeningApp(opening_question(OPENING), "dark")
    async with app.run_test() as pilot:
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        colours = {
            colour.name
            for strip in strips
            for segment in strip
            if segment.style is not None
            for colour in (segment.style.color, segment.style.bgcolor)
            if colour is not None
        }
    assert colours == {"default"}
