"""Documents that mean harm: markup, escapes, bidi controls, surrogates, huge lines."""

from __future__ import annotations

import unicodedata

import pytest
from textual.pilot import Pilot

from tests.tui.support import Phrase, PhraseChecker, Workshop, screen_of, until_checked

HOSTILE = (
    "[/] [red]red[/red] [@click=app.quit]x[/]",
    "\x1b[2J\x1b]0;title\x07 cleared",
    "\u202eright to left\u202c and back",
    "lone \ud800 surrogate and NUL \x00 here",
    "e\u0301 👩\u200d👩\u200d👧 ✂\ufe0f 中文 العربية",
    "\u2028\u2029\x85\x0b\x0c",
    "\ufeff",
    "x" * 200_000,
    "\u0301" * 5_000,
)


def cells(pilot: Pilot[None]) -> str:
    """Every character the screen would send to the terminal."""
    strips = pilot.app.screen._compositor.render_strips()
    return "".join(segment.text for strip in strips for segment in strip)


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_no_document_reaches_the_terminal_unsanitised(
    workshop: Workshop, size: tuple[int, int]
) -> None:
    phrases = [Phrase(find=text[:40], replacements=(text[:40],)) for text in HOSTILE]
    checker = PhraseChecker(
        phrases=[
            Phrase(
                find=phrase.find,
                replacements=phrase.replacements,
                label="[/]\x1b",
                message="\x1b[0m[/x]",
                source_phrase="\u202e",
            )
            for phrase in phrases
        ]
    )
    session = workshop.session(
        HOSTILE, sources=HOSTILE, references=HOSTILE, name="[/]\x1b[31m.txt"
    )
    async with workshop.app(session, checker).run_test(size=size) as pilot:
        await until_checked(pilot)
        for _ in HOSTILE:
            for keys in (("1",), ("e", "x"), ("escape",), ("x",), ("c",), ("escape",)):
                await pilot.press(*keys)
                await pilot.pause()
                bad = [
                    c
                    for c in cells(pilot)
                    if unicodedata.category(c) in {"Cc", "Cs"} or c in "\u202e\u2066"
                ]
                assert not bad
            await pilot.press("j")
        await pilot.press("slash", *"[/]", "enter", "p")
        await pilot.pause()


async def test_markup_is_shown_as_it_is_written(workshop: Workshop) -> None:
    session = workshop.session(HOSTILE)
    async with workshop.app(session).run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        shown = cells(pilot)
        assert "[/] [red]red[/red] [@click=app.quit]x[/]" in shown
        assert "␛[2J" in shown


async def test_a_comment_with_markup_is_text(workshop: Workshop) -> None:
    session = workshop.session()
    async with workshop.app(session).run_test(size=(120, 40)) as pilot:
        await pilot.press("c", *"[/red]", "enter")
        await pilot.pause()
        assert session.revision(0).comment == "[/red]"
        await pilot.press("c")
        await pilot.pause()
        assert "[/red]" in cells(pilot)


async def test_an_empty_document_opens_and_says_so(workshop: Workshop) -> None:
    async with workshop.app(workshop.session([])).run_test(size=(80, 24)) as pilot:
        await until_checked(pilot)
        await pilot.press("j", "a", "e", "1", "x", "u", "n", "f", "t", "o", "r", "G")
        await pilot.pause()
        assert "has no sentences" in cells(pilot)
        assert screen_of(pilot).mode == "normal"
