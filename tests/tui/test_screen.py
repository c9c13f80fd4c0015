"""The screen at work: keys in, session and panes out."""

from __future__ import annotations

import pytest
from textual.command import CommandList, CommandPalette
from textual.events import Key
from textual.pilot import Pilot

from posteditor.errors import OutputConflictError, StoreError
from posteditor.model import Decision, State
from posteditor.tui.dialogs import Question
from posteditor.tui.help import HelpScreen
from posteditor.tui.screen import EditorScreen
from tests.tui.support import (
    SOURCES,
    TEXTS,
    Workshop,
    drawn,
    panes,
    screen_of,
    until,
    until_checked,
)

SIZE = (120, 40)


def rows(pilot: Pilot[None]) -> list[str]:
    listed = screen_of(pilot).segments
    return [listed.render_line(y).text for y in range(listed.size.height)]


def note(pilot: Pilot[None]) -> str:
    return screen_of(pilot).footer.note


def _key(character: str) -> Key:
    return Key(character, character)


async def test_one_key_each_from_first_sentence_to_last(workshop: Workshop) -> None:
    session = workshop.session(furniture=(0,))
    async with workshop.app(session).run_test(size=SIZE) as pilot:
        await until_checked(pilot)
        await pilot.press("n", "a", "a", "1", "a")
        assert [session.revision(i).state for i in range(5)] == [
            State.TRANSLATED,
            State.REVIEWED,
            State.REVIEWED,
            State.REVIEWED,
            State.TRANSLATED,
        ]
        assert "remains on the agenda" in session.target(3)
        assert screen_of(pilot).editor.index == 4
        assert TEXTS[4] in panes(pilot)


async def test_a_burst_of_keys_stores_each_sentence_under_its_own_number(
    workshop: Workshop,
) -> None:
    texts = [f"Sentence number {n} stays as it is." for n in range(300)]
    session = workshop.session(texts)
    async with workshop.app(session).run_test(size=SIZE) as pilot:
        screen = screen_of(pilot)
        for _ in range(250):
            pilot.app.post_message(_key("a"))
        await until(pilot, lambda: screen.editor.index == 250)
        done = [i for i in range(300) if session.revision(i).state is State.REVIEWED]
        assert done == list(range(250))
        assert [session.target(i) for i in range(300)] == texts
        await until(pilot, lambda: texts[250] in panes(pilot))


async def test_the_list_shows_state_and_open_suggestions(workshop: Workshop) -> None:
    session = workshop.session(furniture=(0,))
    async with workshop.app(session).run_test(size=SIZE) as pilot:
        await until_checked(pilot)
        await pilot.press("n", "a", "j", "1", "j", "j", "t")
        shown = rows(pilot)
        assert shown[0].startswith(" ✂ 1")
        assert shown[1].startswith(" ✓ 2")
        assert shown[3].startswith(" ~ 4")
        assert "!2" in shown[4]
        assert shown[5].startswith("▸⚑ 6")
        await pilot.press("g", "j", "j", "j", "A")
        assert rows(pilot)[3].startswith("▸✎ 4")
        await pilot.press("g", "o")
        assert rows(pilot)[0].startswith("▸+ 1")
        assert "kept: sponsor" in panes(pilot)


async def test_panes_follow_the_cursor(workshop: Workshop) -> None:
    session = workshop.session(sources=SOURCES)
    async with workshop.app(session).run_test(size=SIZE) as pilot:
        for key, index in (("G", 6), ("k", 5), ("g", 0), ("j", 1), ("pagedown", 6)):
            await pilot.press(key)
            assert SOURCES[index] in panes(pilot)
            assert TEXTS[index] in panes(pilot)


async def test_the_header_counts_along(workshop: Workshop) -> None:
    session = workshop.session(furniture=(0,))
    async with workshop.app(session).run_test(size=SIZE) as pilot:
        await until_checked(pilot)
        header = screen_of(pilot).header
        assert "0/6 done" in drawn(header)
        assert "5 open" in drawn(header)
        assert "phrases" in drawn(header)
        await pilot.press("n", "a", "1")
        assert "1/6 done" in drawn(header)
        assert "4 open" in drawn(header)
        await until(pilot, lambda: "HTER –" not in drawn(header))


@pytest.mark.parametrize(
    ("key", "decision"),
    [
        ("x", Decision.DISMISSED_HERE),
        ("X", Decision.DISMISSED_DOCUMENT),
        ("exclamation_mark", Decision.DISMISSED_ALWAYS),
    ],
)
async def test_dismissing_here_in_the_document_and_always(
    workshop: Workshop, key: str, decision: Decision
) -> None:
    session = workshop.session([TEXTS[3]] * 2)
    async with workshop.app(session).run_test(size=SIZE) as pilot:
        await until_checked(pilot)
        await pilot.press(key)
        assert session.revision(0).decisions[0].decision is decision
        elsewhere = len(session.suggestions(1))
        assert elsewhere == (1 if decision is Decision.DISMISSED_HERE else 0)
        assert ("  1" in rows(pilot)[1]) == bool(elsewhere)
        await pilot.press("u")
        assert len(session.suggestions(0)) == len(session.suggestions(1)) == 1


async def test_another_replacement_can_be_picked(workshop: Workshop) -> None:
    session = workshop.session()
    async with workshop.app(session).run_test(size=SIZE) as pilot:
        await until_checked(pilot)
        await pilot.press("j", "j", "j", "p")
        assert isinstance(pilot.app.screen, Question)
        await pilot.press("b")
        assert "stays on the agenda" in session.target(3)


async def test_a_comment_is_written_at_the_foot(workshop: Workshop) -> None:
    session = workshop.session()
    async with workshop.app(session).run_test(size=SIZE) as pilot:
        await pilot.press("c", *"ask", "enter")
        await pilot.pause()
        assert session.revision(0).comment == "ask"
        assert "COMMENT" in panes(pilot)
        await pilot.press("c", *"xx", "escape", "j")
        await pilot.pause()
        assert session.revision(0).comment == "ask"
        assert screen_of(pilot).editor.index == 1


async def test_search_moves_while_one_types(workshop: Workshop) -> None:
    session = workshop.session()
    async with workshop.app(session).run_test(size=SIZE) as pilot:
        screen = screen_of(pilot)
        await pilot.press("slash", *"hope")
        await until(pilot, lambda: screen.editor.index == 5)
        await pilot.press("escape")
        await until(pilot, lambda: screen.editor.index == 0)
        await pilot.press("slash", *"the", "enter")
        await until(pilot, lambda: screen.editor.index == 2)
        await pilot.press("full_stop", "comma", "comma")
        await until(pilot, lambda: screen.editor.index == 5)


async def test_panes_can_be_put_away(workshop: Workshop) -> None:
    session = workshop.session(sources=SOURCES)
    async with workshop.app(session).run_test(size=SIZE) as pilot:
        assert "SOURCE" in panes(pilot)
        await pilot.press("m")
        assert "SOURCE" not in panes(pilot)
        await pilot.press("m")
        assert "SOURCE" in panes(pilot)
        assert not screen_of(pilot).segments.display
        await pilot.press("m")
        assert screen_of(pilot).segments.display


async def test_help_opens_and_closes(workshop: Workshop) -> None:
    async with workshop.app(workshop.session()).run_test(size=SIZE) as pilot:
        await pilot.press("question_mark")
        assert isinstance(pilot.app.screen, HelpScreen)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, EditorScreen)


@pytest.mark.parametrize("overlay", ["question_mark", "colon", "ctrl+p"])
async def test_keys_work_on_when_an_overlay_closes_after_an_edit(
    workshop: Workshop, overlay: str
) -> None:
    async with workshop.app(workshop.session()).run_test(size=SIZE) as pilot:
        await pilot.press("e", "escape", overlay)
        await until(pilot, lambda: pilot.app.screen is not screen_of(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen_of(pilot))
        await pilot.press("j", "j")
        assert screen_of(pilot).editor.index == 2


async def test_the_command_palette_runs_an_action(workshop: Workshop) -> None:
    session = workshop.session()
    async with workshop.app(session).run_test(size=SIZE) as pilot:
        await pilot.press("colon")
        await until(pilot, lambda: isinstance(pilot.app.screen, CommandPalette))
        await pilot.press(*"retrans")
        palette = pilot.app.screen
        await until(pilot, lambda: palette.query_one(CommandList).option_count > 0)
        await pilot.press("enter")
        await until(pilot, lambda: session.revision(0).retranslate)


async def test_saving_names_what_was_written(workshop: Workshop) -> None:
    session = workshop.session()
    async with workshop.app(session).run_test(size=SIZE) as pilot:
        await pilot.press("a", "s")
        await until(pilot, lambda: note(pilot) == "Saved.")
        snapshot, force = workshop.saved[0]
        assert snapshot.revisions[0].state is State.REVIEWED
        assert not force
        shown = [n.message for n in pilot.app._notifications]
        assert shown == ["a.edited.txt\na.report.html\na.scores.json\nHTER 11.8"]


async def test_what_somebody_else_changed_is_overwritten_only_when_told(
    workshop: Workshop,
) -> None:
    workshop.save_error = OutputConflictError("a.edited.txt was changed")
    async with workshop.app(workshop.session()).run_test(size=SIZE) as pilot:
        await pilot.press("s")
        await until(pilot, lambda: isinstance(pilot.app.screen, Question))
        await pilot.press("escape", "s")
        await until(pilot, lambda: isinstance(pilot.app.screen, Question))
        assert [force for _, force in workshop.saved] == [False, False]
        await pilot.press("o")
        await until(pilot, lambda: note(pilot) == "Saved.")
        assert workshop.saved[-1][1]


async def test_furniture_that_is_kept_is_neither_done_nor_scored(
    workshop: Workshop,
) -> None:
    session = workshop.session(furniture=(0,))
    async with workshop.app(session).run_test(size=SIZE) as pilot:
        await until_checked(pilot)
        screen = screen_of(pilot)
        await pilot.press("g", "o", "e", *"We ", "enter")
        assert session.target(0) == f"We {TEXTS[0]}"
        await until(pilot, lambda: screen.hter is not None)
        assert screen.hter == 0
        assert "0/6 done" in drawn(screen.header)


async def test_a_save_that_fails_is_one_line(workshop: Workshop) -> None:
    workshop.save_error = StoreError("no room", hint="make some")
    async with workshop.app(workshop.session()).run_test(size=SIZE) as pilot:
        await pilot.press("s")
        await until(pilot, lambda: screen_of(pilot).footer.alarm)
        assert note(pilot) == "Not saved: no room (make some)"


async def test_an_unforeseen_failure_of_a_save_is_named(workshop: Workshop) -> None:
    workshop.save_error = RuntimeError("boom")
    async with workshop.app(workshop.session()).run_test(size=SIZE) as pilot:
        await pilot.press("s")
        await until(pilot, lambda: bool(len(pilot.app._notifications)))
        assert "boom" in next(iter(pilot.app._notifications)).message
        workshop.save_error = None
        await pilot.press("s")
        await until(pilot, lambda: note(pilot) == "Saved.")


async def test_read_only_shows_and_refuses(workshop: Workshop) -> None:
    session = workshop.session(read_only=True)
    async with workshop.app(session).run_test(size=SIZE) as pilot:
        await until_checked(pilot)
        assert "read-only" in drawn(screen_of(pilot).header)
        refused = set()
        for key in ("a", "e", "t", "o", "c", "s"):
            await pilot.press("J", "j", key)
            refused.add(note(pilot))
        (line,) = refused
        assert "opened for reading only" in line
        assert not screen_of(pilot).is_asking
        assert not list(session.touched())
        assert not workshop.saved


async def test_what_is_to_be_known_of_the_file_is_the_first_note(
    workshop: Workshop,
) -> None:
    session = workshop.session(read_only=True)
    app = workshop.app(session, notice="The file has changed.")
    async with app.run_test(size=SIZE) as pilot:
        await until_checked(pilot)
        assert "The file has changed." in drawn(screen_of(pilot).footer)
        await pilot.press("j")
        assert "The file has changed." not in drawn(screen_of(pilot).footer)


async def test_a_place_the_store_refused_is_stored_later(workshop: Workshop) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise StoreError("disk full")

    async with workshop.app(workshop.session()).run_test(size=SIZE) as pilot:
        store = workshop.store.save_position
        workshop.store.save_position = refuse  # type: ignore[method-assign]
        await pilot.press("j", "j")
        await until(pilot, lambda: note(pilot) == "Place not stored: disk full")
        workshop.store.save_position = store  # type: ignore[method-assign]
        await pilot.press("q")
    assert workshop.store.session("s1").position == 2


async def test_the_place_is_remembered(workshop: Workshop) -> None:
    async with workshop.app(workshop.session()).run_test(size=SIZE) as pilot:
        await pilot.press("j", "j", "j", "q")
    async with workshop.app(workshop.session()).run_test(size=SIZE) as pilot:
        assert screen_of(pilot).editor.index == 3


@pytest.mark.parametrize("size", [(20, 8), (40, 12), (59, 20), (80, 24), (200, 60)])
async def test_every_size_shows_the_sentence_or_how_to_see_it(
    workshop: Workshop, size: tuple[int, int]
) -> None:
    session = workshop.session(furniture=(0,))
    async with workshop.app(session).run_test(size=size) as pilot:
        await until_checked(pilot)
        await pilot.press("j", "j", "j", "1")
        text = " ".join(panes(pilot).split())
        assert "The task of keeping" in text or "▼" in text
        await pilot.resize_terminal(120, 40)
        await until(pilot, lambda: "SUGGESTIONS" in panes(pilot))
        await pilot.resize_terminal(*size)
        await until(pilot, lambda: screen_of(pilot).size == size)


async def test_long_panes_scroll_and_say_what_is_missing(workshop: Workshop) -> None:
    long = " ".join(f"word{n}" for n in range(400))
    async with workshop.app(workshop.session([long])).run_test(size=(80, 24)) as pilot:
        await until_checked(pilot)
        assert "more below · J" in panes(pilot)
        await pilot.press(*"JJJJJJJJJJJJJJJ")
        assert "more above · K" in panes(pilot)
        assert "SUGGESTIONS" in panes(pilot)


async def test_a_click_goes_to_its_row(workshop: Workshop) -> None:
    async with workshop.app(workshop.session()).run_test(size=SIZE) as pilot:
        await pilot.click("#list", offset=(5, 3))
        await until(pilot, lambda: screen_of(pilot).editor.index == 3)


async def test_one_row_of_a_hundred_thousand_is_drawn_at_a_time(
    workshop: Workshop,
) -> None:
    texts = [f"Sentence {n}." for n in range(100_000)]
    async with workshop.app(workshop.session(texts)).run_test(size=SIZE) as pilot:
        await pilot.press("G")
        assert "Sentence 99999." in panes(pilot)
        assert any("▸" in line and "99999." in line for line in rows(pilot))
