"""The program killed at random moments of an edit: what the screen had shown is kept.

Rules: a decision counts as confirmed when the screen shows it; every run resumes the
session that the killed run before it left. 200 kills in CI, 20 elsewhere
(POSTEDITOR_KILLS sets another number).
"""

from __future__ import annotations

import json
import os
import random
import re
import sys
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from posteditor.formats.reading import read_document
from posteditor.revision import Event, History
from posteditor.store.sqlite import SqliteStore
from tests.e2e.pty_program import PtyProgram

KILLS = int(os.environ.get("POSTEDITOR_KILLS") or (200 if os.environ.get("CI") else 20))
LONGEST_EDIT_SECONDS = 2.0
EDITS_BEFORE_KILLED = 0.75
DRAFTED_AFTER_SECONDS = 2.5
SEED = 12345
# More than anybody accepts in that many runs.
SENTENCES = 400 + 8 * KILLS

STATEMENT = "\n\n".join(
    f"Sentence number {number} of the harbour council is ready to be read."
    for number in range(1, SENTENCES + 1)
)
_DONE = re.compile(rf"([\d,]+)/{SENTENCES:,} done")


@dataclass(slots=True, kw_only=True)
class Bench:
    """The files of the test, and what the screens have confirmed so far."""

    folder: Path
    events: int = 0
    revisions: set[str] = field(default_factory=set)
    saves: int = 0
    saves_begun: int = 0
    draft: str = ""
    drafts_kept: int = 0

    @property
    def input(self) -> Path:
        return self.folder / "statement.txt"

    @property
    def store(self) -> Path:
        return self.folder / "s.db"

    @property
    def out(self) -> Path:
        return self.folder / "out"

    def command(self) -> list[str]:
        options = ["--store", str(self.store), "--output-dir", str(self.out)]
        program = [sys.executable, "-m", "posteditor", "edit"]
        return [*program, str(self.input), *options]

    def stored(self) -> tuple[list[Event], list[str]]:
        """The events, and the texts of the drafts."""
        with closing(SqliteStore.open(self.store)) as store:
            records = store.sessions()
            assert len(records) == 1, "a restart began another session"
            drafts = store.drafts(records[0].id).values()
            return store.events(records[0].id), [each.text for each in drafts]


def done_shown(screen: str) -> int | None:
    found = _DONE.search(screen)
    return int(found[1].replace(",", "")) if found else None


def accept(program: PtyProgram, bench: Bench, mark: str) -> bool:
    done = done_shown(program.text)
    assert done is not None
    program.send("a")
    if not program.wait_until(lambda screen: done_shown(screen) == done + 1):
        return False
    bench.events += 1
    return True


def undo(program: PtyProgram, bench: Bench, mark: str) -> bool:
    """Accept one more and undo that: two events."""
    done = done_shown(program.text)
    if not accept(program, bench, mark):
        return False
    program.send("u")
    if not program.wait_until(lambda screen: done_shown(screen) == done):
        return False
    bench.events += 1
    return True


def revise(program: PtyProgram, bench: Bench, mark: str) -> bool:
    for keys, seen in (
        ("e", lambda screen: "editing" in screen),
        (mark, lambda screen: mark in screen),
        ("\x1b", lambda screen: "editing" not in screen),
    ):
        program.send(keys)
        if not program.wait_until(seen):
            return False
    bench.events += 1
    bench.revisions.add(mark)
    return True


def save(program: PtyProgram, bench: Bench, mark: str) -> bool:
    """Every second save may end before the kill, the others take their chance."""
    bench.saves_begun += 1
    if bench.saves_begun % 2:
        program.deadline = float("inf")
    program.send("s")
    if not program.wait_until(lambda screen: "sentences accepted" in screen):
        return False
    bench.saves += 1
    return program.deadline != float("inf")


def draft(program: PtyProgram, bench: Bench, mark: str) -> bool:
    """Type and go no further: what was typed a while ago is kept as a draft."""
    program.send("e")
    if not program.wait_until(lambda screen: "editing" in screen):
        return False
    program.send(mark)
    if not program.wait_until(lambda screen: mark in screen):
        return False
    program.deadline = time.monotonic() + DRAFTED_AFTER_SECONDS
    bench.draft = mark
    return program.wait_until(lambda screen: False)


ACTIONS = (accept, accept, accept, revise, revise, revise, undo, save, save, draft)


def work_until_killed(
    program: PtyProgram, bench: Bench, dice: random.Random, run: int
) -> None:
    """Act until the deadline, noting in `bench` what the screen has confirmed."""
    step = 0
    while dice.choice(ACTIONS)(program, bench, f"zq{run}x{step}"):
        step += 1


def take_up(program: PtyProgram, bench: Bench) -> None:
    """Keep what was being typed when the last run was killed, and go to a sentence that
    is open: where the cursor was may be a second old."""
    drafts = bench.stored()[1] if bench.store.exists() else []
    if drafts:
        word = drafts[0].split()[0]
        program.wait_until(lambda screen: "editing" in screen and word in screen)
        program.send("\x1b")
        program.wait_until(lambda screen: "editing" not in screen)
    program.send("n")


def check_what_is_left(bench: Bench, expected_done: int | None) -> int:
    """Every confirmed decision is stored, every output is whole; how many are done."""
    events, drafts = bench.stored()
    assert len(events) >= bench.events, "a confirmed decision was lost"
    texts = " ".join(event.after.target for event in events)
    assert all(mark in texts for mark in bench.revisions), "a revision was lost"
    if bench.draft:
        assert any(bench.draft in text for text in drafts), "a draft was lost"
        bench.draft = ""
    bench.drafts_kept += bool(drafts)
    document = read_document(bench.input)
    history = History.fold(document.segments, events)
    done = sum(r.state == "reviewed" for r in history.revisions.values())
    if expected_done is not None:
        assert abs(done - expected_done) <= 1, "the screen and the store disagree"
    assert bench.input.read_text(encoding="utf-8") == STATEMENT
    if bench.out.exists():
        check_outputs(bench.out)
    bench.events = len(events)
    return done


def check_outputs(out: Path) -> None:
    for path in out.glob("statement.*"):
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".json":
            assert json.loads(text)["version"] == 1
        elif path.suffix == ".html":
            assert text.rstrip().endswith("</html>")
        else:
            assert text.count("harbour council") == SENTENCES


def test_nothing_confirmed_is_lost(tmp_path: Path) -> None:
    bench = Bench(folder=tmp_path)
    bench.input.write_text(STATEMENT, encoding="utf-8")
    dice = random.Random(SEED)
    done = 0
    confirmed = 0
    for run in range(KILLS):
        program = PtyProgram(bench.command(), {})
        try:
            ready = program.wait_until(lambda s, n=done: done_shown(s) == n)
            assert ready, "the restart did not resume"
            before = bench.events
            take_up(program, bench)
            if dice.random() < EDITS_BEFORE_KILLED:
                accept(program, bench, "")
            program.deadline = time.monotonic() + dice.uniform(0, LONGEST_EDIT_SECONDS)
            work_until_killed(program, bench, dice, run)
            confirmed += bench.events - before
        finally:
            program.kill()
        shown = done_shown(program.text)
        if bench.store.exists():
            done = check_what_is_left(bench, shown)
    assert confirmed > KILLS / 2, "the kills came too early to prove anything"
    assert bench.saves >= KILLS // 50
    assert bench.drafts_kept >= KILLS // 50
