"""Questions and their answers."""

from __future__ import annotations

import pytest

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
