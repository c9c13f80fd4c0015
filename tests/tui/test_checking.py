"""Checkers at work behind the screen: slow, failing, never ending."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from textual.message import Message

from posteditor.checkers.engine import Engine
from posteditor.checkers.protocol import CheckContext, Scope, Unit
from posteditor.tui.messages import Checked, CheckersReady, CheckFailed, CheckingIdle
from posteditor.tui.workers.checking import Checking
from tests.tui.support import (
    TEXTS,
    Phrase,
    PhraseChecker,
    Workshop,
    make_document,
    panes,
    screen_of,
    until,
    until_checked,
)

SIZE = (120, 40)
ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 20


class Inbox:
    """Takes what the worker posts, and lets a test wait for it."""

    def __init__(self) -> None:
        self.messages: list[Message] = []
        self._news = threading.Condition()

    def post(self, message: Message) -> None:
        with self._news:
            self.messages.append(message)
            self._news.notify_all()

    def wait_for(self, kind: type[Message], count: int = 1) -> None:
        self.wait_until(
            lambda: sum(isinstance(m, kind) for m in self.messages) >= count,
            f"no {kind.__name__}",
        )

    def wait_until(self, came: Callable[[], bool], what: str) -> None:
        with self._news:
            assert self._news.wait_for(came, PATIENCE_SECONDS), what

    def checked(self, scope: Scope = Scope.SEGMENT) -> list[int]:
        return [
            index
            for message in self.messages
            if isinstance(message, Checked) and message.findings.scope is scope
            for index in message.findings.texts
        ]


def checking(
    inbox: Inbox,
    *checkers: PhraseChecker,
    texts: Sequence[str] = TEXTS,
    targets: dict[int, str | None] | None = None,
    furniture: Sequence[int] = (),
    scope: Scope = Scope.SEGMENT,
) -> Checking:
    return Checking(
        segments=make_document(texts, furniture=furniture).segments,
        sources=None,
        targets=targets if targets is not None else {},
        context=CheckContext(),
        build=lambda: Engine(checkers or (PhraseChecker(),)),
        post=inbox.post,
        scope=scope,
    )


def test_everything_is_checked_once_from_the_centre_outward() -> None:
    inbox = Inbox()
    texts = [f"Sentence {n}." for n in range(50)]
    worker = checking(inbox, texts=texts)
    worker.start(20)
    inbox.wait_for(CheckingIdle)
    order = inbox.checked()
    assert sorted(order) == list(range(50))
    assert order[:4] == [20, 19, 21, 18]
    assert inbox.checked(Scope.DOCUMENT) == list(range(50))
    worker.stop()


def test_late_checkers_run_apart_and_say_nothing_of_the_others() -> None:
    inbox = Inbox()
    late = PhraseChecker(name="late", scope=Scope.LATE)
    worker = checking(inbox, PhraseChecker(), late, scope=Scope.LATE)
    worker.start(0)
    everything = list(range(len(TEXTS)))
    inbox.wait_until(
        lambda: sorted(inbox.checked(Scope.LATE)) == everything, "not all checked"
    )
    worker.ask(Unit(segment=0, text="Typed."))
    inbox.wait_until(
        lambda: sorted(inbox.checked(Scope.LATE)) == [0, *everything], "not asked"
    )
    worker.stop()
    assert not inbox.checked()
    assert {type(message) for message in inbox.messages} == {Checked}


def test_without_late_checkers_their_thread_ends() -> None:
    inbox = Inbox()
    others = set(threading.enumerate())
    worker = checking(inbox, PhraseChecker(), scope=Scope.LATE)
    worker.start(0)
    own = set(threading.enumerate()) - others
    for thread in own:
        thread.join(PATIENCE_SECONDS)
    assert not any(thread.is_alive() for thread in own)
    assert not inbox.messages


async def test_suggestions_never_wait_for_a_late_checker(
    workshop: Workshop,
) -> None:
    gate = threading.Event()
    late = PhraseChecker(
        phrases=(Phrase(find="main provisions", label="late", message="late"),),
        name="late",
        scope=Scope.LATE,
        hold=lambda units: gate.wait(PATIENCE_SECONDS),
    )
    early = PhraseChecker(phrases=())
    session = workshop.session()
    app = workshop.app(session, early, late)
    async with app.run_test(size=SIZE) as pilot:
        await until_checked(pilot)
        found = [i for i in range(len(TEXTS)) if "main provisions" in TEXTS[i]]
        assert not any(session.suggestions(i) for i in found)
        gate.set()
        await until(pilot, lambda: all(session.suggestions(i) for i in found))


def test_furniture_and_what_is_left_out_is_not_checked() -> None:
    inbox = Inbox()
    worker = checking(inbox, furniture=(0,), targets={2: None, 0: TEXTS[0]})
    worker.start(0)
    inbox.wait_for(CheckingIdle)
    assert sorted(inbox.checked()) == [0, 1, 3, 4, 5, 6]
    worker.stop()


def test_a_revision_of_an_earlier_run_is_checked_with_its_translation() -> None:
    inbox = Inbox()
    worker = checking(inbox, targets={3: "A better sentence."})
    worker.start(0)
    inbox.wait_for(CheckingIdle)
    texts = [
        message.findings.texts[3]
        for message in inbox.messages
        if isinstance(message, Checked)
        and message.findings.scope is Scope.SEGMENT
        and 3 in message.findings.texts
    ]
    assert texts == ["A better sentence.", TEXTS[3]]
    worker.stop()


def test_what_is_asked_for_comes_before_the_rest() -> None:
    inbox = Inbox()
    gate = threading.Semaphore(0)
    checker = PhraseChecker(hold=lambda units: gate.acquire())
    texts = [f"Sentence {n}." for n in range(100)]
    worker = checking(inbox, checker, texts=texts)
    worker.start(0)
    inbox.wait_for(CheckersReady)
    worker.ask(Unit(segment=90, text="Typed."))
    for _ in range(110):
        gate.release()
    inbox.wait_for(CheckingIdle)
    assert inbox.checked().index(90) <= 4
    worker.stop()


def test_a_newer_text_takes_the_place_of_an_older_wish() -> None:
    inbox = Inbox()
    gate = threading.Semaphore(0)
    checker = PhraseChecker(hold=lambda units: gate.acquire())
    worker = checking(inbox, checker, texts=["One."])
    worker.start(0)
    inbox.wait_for(CheckersReady)
    for text in ("O", "On", "Onl"):
        worker.ask(Unit(segment=0, text=text))
    for _ in range(10):
        gate.release()
    inbox.wait_for(CheckingIdle)
    seen = {m.findings.texts[0] for m in inbox.messages if isinstance(m, Checked)}
    assert seen <= {"One.", "Onl"}
    assert "Onl" in seen
    worker.stop()


def test_a_document_check_begins_again_where_a_wish_comes_between() -> None:
    inbox = Inbox()
    begun, go_on = threading.Event(), threading.Event()

    def hold(units: Sequence[Unit]) -> None:
        begun.set()
        go_on.wait(PATIENCE_SECONDS)

    whole = PhraseChecker(name="whole", scope=Scope.DOCUMENT, hold=hold)
    worker = checking(inbox, PhraseChecker(), whole, texts=["One.", "Two."])
    worker.start(0)
    assert begun.wait(PATIENCE_SECONDS)
    worker.changed(Unit(segment=0, text="Uno."), omitted=False)
    go_on.set()
    inbox.wait_for(CheckingIdle)
    findings = [
        m.findings.texts
        for m in inbox.messages
        if isinstance(m, Checked) and m.findings.scope is Scope.DOCUMENT
    ]
    assert findings == [{0: "Uno.", 1: "Two."}]
    worker.stop()


def test_checkers_that_cannot_be_opened_are_named_once() -> None:
    inbox = Inbox()

    def build() -> Engine:
        raise OSError("no such pack\nsecond line")

    worker = Checking(
        segments=make_document().segments,
        sources=None,
        targets={},
        context=CheckContext(),
        build=build,
        post=inbox.post,
    )
    worker.start(0)
    inbox.wait_for(CheckingIdle)
    failures = [m.failures for m in inbox.messages if isinstance(m, CheckFailed)]
    assert [(f.checker, f.message) for (f,) in failures] == [
        ("checkers", "no such pack")
    ]
    assert inbox.messages[-2] == CheckersReady(())


async def test_a_failing_checker_is_named_once_and_the_work_goes_on(
    workshop: Workshop,
) -> None:
    def fail(units: Sequence[Unit]) -> None:
        raise ValueError("[/] broken \x1b[31m")

    bad = PhraseChecker(name="bad", hold=fail)
    session = workshop.session()
    app = workshop.app(session, bad, PhraseChecker())
    async with app.run_test(size=SIZE) as pilot:
        await until_checked(pilot)
        assert screen_of(pilot).checkers_line == "phrases"
        await pilot.press("j", "j", "j", "1")
        assert "remains on" in session.target(3)
        named = [n.message for n in app._notifications]
        assert named == [
            "bad failed and is left out: ValueError: [/] broken ␛[31m",
        ]


async def test_where_no_checker_works_nothing_is_said_to_be_checked(
    workshop: Workshop,
) -> None:
    def build() -> Engine:
        raise OSError("no such pack")

    app = workshop.app(workshop.session(), engine=build)
    async with app.run_test(size=SIZE) as pilot:
        await until_checked(pilot)
        assert screen_of(pilot).checkers_line == "no checkers"
        heading = "SUGGESTIONS" + " " * 20
        for key in ("j", "e", "x"):
            await pilot.press(key)
            (line,) = (x for x in panes(pilot).splitlines() if heading in x)
            assert line.endswith("not checked")


async def test_suggestions_arrive_for_what_is_on_the_screen_first(
    workshop: Workshop,
) -> None:
    gate = threading.Semaphore(0)
    checker = PhraseChecker(hold=lambda units: gate.acquire())
    session = workshop.session([TEXTS[3]] * 5_000)
    async with workshop.app(session, checker).run_test(size=SIZE) as pilot:
        gate.release()
        await until(pilot, lambda: session.is_checked(0))
        assert not session.is_checked(4_000)
        await pilot.press("G")
        gate.release()
        gate.release()
        await until(pilot, lambda: session.is_checked(4_999))
        assert not session.is_checked(2_500)
        for _ in range(5_000):
            gate.release()


SLEEPING = """
import sys, time
from pathlib import Path
from tests.tui.support import PhraseChecker, Workshop
workshop = Workshop(Path(sys.argv[1]))
checker = PhraseChecker(hold=lambda units: time.sleep(60))
app = workshop.app(workshop.session(), checker)
async def drive(pilot):
    await pilot.press("a", "q")
app.run(headless=True, auto_pilot=drive)
print(workshop.store.events("s1")[0].kind)
"""


@pytest.mark.parametrize("attempt", range(2))
def test_quitting_waits_for_no_checker(tmp_path: Path, attempt: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SLEEPING, str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    assert done.stdout.strip() == "accept"
