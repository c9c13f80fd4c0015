"""Edit mode: what is typed, drafted, checked, kept, dropped, found again."""

from __future__ import annotations

import pytest
from textual.events import Key, Paste
from textual.pilot import Pilot

from posteditor.checkers.findings import Findings
from posteditor.checkers.protocol import Scope
from posteditor.errors import StoreError
from posteditor.model import Decision, State
from posteditor.tui.dialogs import Question
from posteditor.tui.messages import Checked
from posteditor.tui.widgets.revision_area import RevisionArea
from tests.tui.support import TEXTS, Workshop, screen_of, until, until_checked

SIZE = (120, 40)


def area(pilot: Pilot[None]) -> RevisionArea:
    found = screen_of(pilot).desk.area
    assert found is not None
    return found


def note(pilot: Pilot[None]) -> str:
    return screen_of(pilot).footer.note


async def test_escape_keeps_the_text(workshop: Workshop) -> None:
    session = workshop.session()
    async with workshop.app(session).run_test(size=SIZE) as pilot:
        await pilot.press("e", *"So, ", "escape")
        assert session.target(0) == f"So, {TEXTS[0]}"
        assert session.revision(0).state is State.TRANSLATED
        await pilot.press("j")
        assert screen_of(pilot).editor.index == 1
        await pilot.press("u")
        assert session.target(0) == TEXTS[0]


async def test_enter_accepts_and_goes_on(workshop: Workshop) -> None:
    session = workshop.session()
    async with workshop.app(session).run_test(size=SIZE) as pilot:
        await pilot.press("e", *"So, ", "enter")
        assert session.target(0) == f"So, {TEXTS[0]}"
        assert session.revision(0).state is State.REVIEWED
        assert (screen_of(pilot).editor.index, screen_of(pilot).mode) == (1, "normal")
        await pilot.press("e")
        assert area(pilot).text == TEXTS[1]


@pytest.mark.parametrize(
    ("key", "state", "index"),
    [
        (Key("alt+a", "a"), State.REVIEWED, 1),
        (Key("alt+shift+a", "A"), State.REVIEWED, 0),
        (Key("alt+j", "j"), State.TRANSLATED, 1),
    ],
)
async def test_escape_and_a_letter_typed_as_one_key(
    workshop: Workshop, key: Key, state: State, index: int
) -> None:
    session = workshop.session()
    async with workshop.app(session).run_test(size=SIZE) as pilot:
        screen = screen_of(pilot)
        await pilot.press("e", *"So, ")
        pilot.app.post_message(key)
        await until(pilot, lambda: not screen.editing.is_on)
        await pilot.pause()
        assert session.target(0) == f"So, {TEXTS[0]}"
        assert session.revision(0).state is state
        assert screen.editor.index == index


async def test_alt_and_a_letter_types_nothing(workshop: Workshop) -> None:
    session = workshop.session()
    async with workshop.app(session).run_test(size=SIZE) as pilot:
        await pilot.press("e")
        for letter in "ffzb":
            pilot.app.post_message(Key(f"alt+{letter}", letter))
        await pilot.press("x", "escape")
        first, second = TEXTS[0].split(" ", 1)
        assert session.target(0) == f"{first} x{second}"


async def test_what_was_dropped_comes_back_by_redo(workshop: Workshop) -> None:
    session = workshop.session()
    async with workshop.app(session).run_test(size=SIZE) as pilot:
        await pilot.press("e", *"So, ", "ctrl+g")
        assert session.target(0) == TEXTS[0]
        await pilot.press("U")
        assert session.target(0) == f"So, {TEXTS[0]}"


async def test_dropping_nothing_leaves_no_trace(workshop: Workshop) -> None:
    session = workshop.session()
    async with workshop.app(session).run_test(size=SIZE) as pilot:
        await pilot.press("e", "x", "backspace", "ctrl+g")
        assert not list(session.touched())
        assert not session.drafts


async def test_suggestions_apply_to_what_is_typed(workshop: Workshop) -> None:
    session = workshop.session()
    async with workshop.app(session).run_test(size=SIZE) as pilot:
        await until_checked(pilot)
        await pilot.press("j", "j", "j", "e", *"So ", "alt+1")
        changed = TEXTS[3].replace("is not removed from", "remains on")
        assert area(pilot).text == f"So {changed}"
        await pilot.press("ctrl+z")
        assert area(pilot).text == f"So {TEXTS[3]}"
        revising = screen_of(pilot).editing.revising
        assert revising is not None
        await until(pilot, lambda: len(revising.suggestions) == 1)
        await pilot.press("f1", "escape")
        assert session.target(3) == f"So {changed}"
        accepted = [r.text for r in session.revision(3).decisions]
        assert accepted == ["is not removed from"]


async def test_an_applied_suggestion_undone_again_is_no_decision(
    workshop: Workshop,
) -> None:
    session = workshop.session()
    async with workshop.app(session).run_test(size=SIZE) as pilot:
        await until_checked(pilot)
        await pilot.press("j", "j", "j", "e", "alt+1", "ctrl+z", "x", "escape")
        assert session.target(3) == f"x{TEXTS[3]}"
        assert not session.revision(3).decisions


async def test_marks_follow_the_text_and_are_checked_again(workshop: Workshop) -> None:
    session = workshop.session()
    async with workshop.app(session).run_test(size=SIZE) as pilot:
        await until_checked(pilot)
        await pilot.press("j", "j", "j", "e")
        revising = screen_of(pilot).editing.revising
        assert revising is not None
        before = revising.suggestions[0].start
        await pilot.press(*"So ")
        assert revising.suggestions[0].start == before + 3
        await pilot.press(*"parties has ")
        await until(pilot, lambda: len(revising.suggestions) == 2)
        assert [s.text for s in revising.suggestions] == [
            "parties has",
            "is not removed from",
        ]
        assert len(area(pilot)._marks) == 2


async def test_stale_results_are_dropped(workshop: Workshop) -> None:
    session = workshop.session()
    async with workshop.app(session).run_test(size=SIZE) as pilot:
        await until_checked(pilot)
        await pilot.press("j", "j", "j", "e", "x")
        screen = screen_of(pilot)
        revising = screen.editing.revising
        assert revising is not None
        before = revising.suggestions
        stale = Findings(scope=Scope.SEGMENT, texts={3: "Another text altogether."})
        screen.post_message(Checked(stale))
        await pilot.pause()
        assert revising.suggestions == before


async def test_typing_is_drafted_and_found_again(workshop: Workshop) -> None:
    async with workshop.app(workshop.session()).run_test(size=SIZE) as pilot:
        await pilot.press("j", "e", *"So, ")
        await until(pilot, lambda: 1 in workshop.store.drafts("s1"))
        assert workshop.store.drafts("s1")[1].text == f"So, {TEXTS[1]}"
    session = workshop.session()
    async with workshop.app(session).run_test(size=SIZE) as pilot:
        await until(pilot, lambda: screen_of(pilot).editing.is_on)
        await until(pilot, lambda: area(pilot).text == f"So, {TEXTS[1]}")
        assert screen_of(pilot).editor.index == 1
        assert "unfinished text is back" in note(pilot)
        await pilot.press("escape")
        assert session.target(1) == f"So, {TEXTS[1]}"
        assert not workshop.store.drafts("s1")


async def test_quitting_while_typing_keeps_the_draft(workshop: Workshop) -> None:
    async with workshop.app(workshop.session()).run_test(size=SIZE) as pilot:
        await pilot.press("e", *"So, ", "ctrl+q")
    assert workshop.store.drafts("s1")[0].text == f"So, {TEXTS[0]}"


async def test_a_store_that_refuses_leaves_the_text_on_the_screen(
    workshop: Workshop,
) -> None:
    session = workshop.session()

    def refuse(*args: object, **kwargs: object) -> None:
        raise StoreError("disk full")

    async with workshop.app(session).run_test(size=SIZE) as pilot:
        append, workshop.store.append = workshop.store.append, refuse  # type: ignore[method-assign]
        await pilot.press("e", *"So, ", "escape")
        assert screen_of(pilot).editing.is_on
        assert area(pilot).text == f"So, {TEXTS[0]}"
        assert note(pilot) == "Not done: disk full"
        workshop.store.append = append  # type: ignore[method-assign]
        await pilot.press("escape")
        assert session.target(0) == f"So, {TEXTS[0]}"


async def test_typed_text_the_store_refuses_is_not_left_without_a_word(
    workshop: Workshop,
) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise StoreError("disk full")

    app = workshop.app(workshop.session())
    async with app.run_test(size=SIZE) as pilot:
        store = workshop.store.save_draft
        workshop.store.save_draft = refuse  # type: ignore[method-assign]
        await pilot.press("e", *"So, ", "ctrl+q", "ctrl+q")
        assert [type(screen) for screen in app.screen_stack[1:]] == [Question]
        assert note(pilot) == "Draft not stored: disk full"
        await pilot.press("escape", *"then ")
        assert area(pilot).text == f"So, then {TEXTS[0]}"
        workshop.store.save_draft = store  # type: ignore[method-assign]
        await pilot.press("ctrl+q")
        assert not app.is_running
    assert workshop.store.drafts("s1")[0].text == f"So, then {TEXTS[0]}"


async def test_typed_text_can_be_left_when_the_store_refuses_it(
    workshop: Workshop,
) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise StoreError("disk full")

    app = workshop.app(workshop.session())
    async with app.run_test(size=SIZE) as pilot:
        workshop.store.save_draft = refuse  # type: ignore[method-assign]
        await pilot.press("e", *"So, ", "ctrl+q", "q")
        assert not app.is_running
    assert not workshop.store.drafts("s1")


async def test_pasted_lines_and_escapes_become_plain_words(workshop: Workshop) -> None:
    session = workshop.session()
    async with workshop.app(session).run_test(size=SIZE) as pilot:
        await pilot.press("e")
        pilot.app.post_message(Paste("one\r\ntwo\x1b[31m "))
        await until(pilot, lambda: area(pilot).text != TEXTS[0])
        await pilot.press("escape")
        assert session.target(0) == f"one two[31m{TEXTS[0]}"


async def test_backspace_takes_a_letter_with_its_accents(workshop: Workshop) -> None:
    session = workshop.session(["Cafe\u0301 noir", "👩\u200d🚀 flies"])
    async with workshop.app(session).run_test(size=SIZE) as pilot:
        await pilot.press("e", "right", "right", "right", "right", "backspace")
        assert area(pilot).text == "Caf noir"
        await pilot.press("enter", "e", "delete", "escape")
        assert session.target(1) == " flies"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_all_of_a_sentence_is_seen_when_it_is_opened(
    workshop: Workshop, size: tuple[int, int]
) -> None:
    session = workshop.session([" ".join([TEXTS[3]] * 3)])
    async with workshop.app(session).run_test(size=size) as pilot:
        await pilot.press("e")
        await until(pilot, lambda: area(pilot).wrapped_document.height > 1)
        await until(
            pilot,
            lambda: area(pilot).size.height == area(pilot).wrapped_document.height,
        )
        await pilot.resize_terminal(60, 24)
        await until(
            pilot,
            lambda: area(pilot).size.height == area(pilot).wrapped_document.height > 3,
        )


async def test_alt_enter_breaks_the_line(workshop: Workshop) -> None:
    session = workshop.session(["one\r\ntwo"])
    async with workshop.app(session).run_test(size=SIZE) as pilot:
        await pilot.press("e", "x", "alt+enter", "escape")
        assert session.target(0) == "x\r\none\r\ntwo"


async def test_text_no_one_touched_stays_as_it_was(workshop: Workshop) -> None:
    text = "a\x0cb\u2028c\x1b[0m \r\r\n\ud800 end"
    session = workshop.session([text])
    async with workshop.app(session).run_test(size=SIZE) as pilot:
        await pilot.press("e", "escape", "e", "enter")
        assert session.target(0) == text
        await pilot.press("e", "x", "escape")
        assert session.target(0) == f"x{text}"


async def test_what_is_too_long_for_a_text_area_is_not_opened(
    workshop: Workshop,
) -> None:
    session = workshop.session(["word " * 12_000])
    async with workshop.app(session).run_test(size=SIZE) as pilot:
        await pilot.press("e")
        assert "Too long to edit here" in note(pilot)
        assert screen_of(pilot).mode == "normal"


async def test_accepting_a_suggestion_elsewhere_needs_normal_mode(
    workshop: Workshop,
) -> None:
    session = workshop.session()
    async with workshop.app(session).run_test(size=SIZE) as pilot:
        await until_checked(pilot)
        await pilot.press("j", "j", "j", "e", "1", "x", "q", "escape")
        assert session.target(3) == f"1xq{TEXTS[3]}"
        assert not [
            r
            for r in session.revision(3).decisions
            if r.decision is not Decision.ACCEPTED
        ]
