"""An editor's first hour with a real statement, in a real terminal."""

from __future__ import annotations

import hashlib
import html
import json
import re
import sys
from contextlib import closing
from pathlib import Path

import pytest

from posteditor.revision import EventKind
from posteditor.store.sqlite import SqliteStore
from tests.e2e.tmux import Terminal

pytestmark = [pytest.mark.terminal, pytest.mark.usefixtures("tmux")]

# COLUMNS and LINES as a shell may export them: the terminal's own size must win.
ENV = {
    "POSTEDITOR_CONFIG": "/dev/null",
    "LC_ALL": "C.UTF-8",
    "COLUMNS": "80",
    "LINES": "24",
}
IDLE = "rules consistency guards harper"
OPEN = re.compile(r"(\d+) open")


def edit(statement: Path, folder: Path, *options: str) -> list[str]:
    places = ["--store", str(folder / "s.db"), "--output-dir", str(folder / "out")]
    program = [sys.executable, "-m", "posteditor", "edit"]
    return [*program, str(statement), *places, *options]


def terminal(statement: Path, folder: Path, size: tuple[int, int]) -> Terminal:
    return Terminal(edit(statement, folder), cwd=folder, env=ENV, size=size)


def go_to(screen: Terminal, words: str, shown: str) -> None:
    """Search for `words` and wait for the sentence that has them."""
    screen.press("/")
    screen.wait_for("Search")
    screen.type(words)
    screen.wait_for(shown)
    screen.press("Enter")
    screen.wait_until(lambda text: "Search" not in text, "the search is over")


def open_suggestions(screen: str) -> int:
    found = OPEN.search(screen.splitlines()[0])
    assert found, screen
    return int(found[1])


def test_a_statement_from_opening_to_resuming(statement: Path, tmp_path: Path) -> None:
    original = statement.read_bytes()
    with terminal(statement, tmp_path, (120, 40)) as screen:
        first = screen.wait_for("0/52 done", IDLE)
        before = open_suggestions(first)

        go_to(screen, "not removed from", "28 / 58")
        screen.wait_for("1 W", "2 W")
        screen.press("2")
        screen.wait_for("Applied", "HTER", "1 edit")
        screen.press("a")
        screen.wait_for("1/52 done", "29 / 58")

        go_to(screen, "not a closed club", "36 / 58")
        screen.press("e")
        screen.wait_for("editing")
        screen.press("End")
        screen.type(" Indeed.")
        screen.wait_for("Indeed.")
        screen.press("Escape")
        screen.wait_until(lambda text: "editing" not in text, "back from editing")

        go_to(screen, "marked by weighty", "18 / 58")
        shown = screen.wait_for("weighty content → ")
        screen.press("x")
        screen.wait_until(
            lambda text: open_suggestions(text) == open_suggestions(shown) - 1,
            "one suggestion fewer",
        )
        screen.press("a")
        screen.wait_for("2/52 done")
        screen.press("u")
        screen.wait_for("1/52 done", "Undone")

        screen.press("s")
        screen.wait_for("Saved", "csto-osce-2021.edited.txt")
        screen.press("q")
        screen.wait_for("EXIT CODE 0")

    assert statement.read_bytes() == original
    check_outputs(tmp_path / "out", original)
    check_events(tmp_path / "s.db")

    with terminal(statement, tmp_path, (80, 24)) as screen:
        resumed = screen.wait_for("1/52 done", "18 / 58")
        assert "Indeed." not in resumed
        assert "weighty content → " not in resumed
        screen.press("u")
        screen.wait_for("weighty content → ")
        go_to(screen, "not a closed club", "36 / 58")
        screen.wait_for("Indeed.")
        screen.press("q")
        screen.wait_for("EXIT CODE 0")
    assert before > 20


def check_outputs(out: Path, original: bytes) -> None:
    edited = (out / "csto-osce-2021.edited.txt").read_text(encoding="utf-8")
    assert "mountainous areas, remains on the agenda." in edited
    assert "Indeed." in edited
    assert "weighty content" in edited
    assert not re.search("EDITOR|sponsored|MIL OSI", edited)
    assert edited.startswith("Topic: “Regional Security Mechanisms")

    scores = json.loads((out / "csto-osce-2021.scores.json").read_text("utf-8"))
    digest = hashlib.sha256(original).hexdigest()
    assert digest in {entry["sha256"] for entry in scores["inputs"].values()}
    corpus = [s for s in scores["scores"] if s["of"] == "corpus"]
    hter = [s for s in corpus if s["metric"].startswith("HTER")]
    assert len(hter) == 2
    assert all(0 < score["value"] < 2 for score in hter)
    assert all("version:" in score["signature"] for score in scores["scores"])
    assert scores["counts"]["touched"] == 2

    report = (out / "csto-osce-2021.report.html").read_text(encoding="utf-8")
    plain = html.unescape(re.sub("<[^>]*>", "", report))
    assert "is not removed from" in plain
    assert "EDITOR’S NOTE" in plain


def check_events(store_path: Path) -> None:
    with closing(SqliteStore.open(store_path)) as store:
        [record] = store.sessions()
        kinds = [event.kind for event in store.events(record.id)]
    assert kinds == [
        EventKind.APPLY,
        EventKind.ACCEPT,
        EventKind.REVISE,
        EventKind.DISMISS,
        EventKind.ACCEPT,
        EventKind.UNDO,
    ]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (50, 20)])
def test_the_screen_fits(
    statement: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    with terminal(statement, tmp_path, size) as screen:
        screen.wait_for("52 done", "MACHINE TRANSLATION")
        screen.press("?")
        screen.wait_for("accept this sentence")
        screen.press("Escape")
        screen.wait_for("MACHINE TRANSLATION")
        screen.press("q")
        screen.wait_for("EXIT CODE 0")


def test_a_second_process_is_refused_but_may_look(
    statement: Path, tmp_path: Path
) -> None:
    with terminal(statement, tmp_path, (120, 40)) as first:
        first.wait_for("0/52 done")
        first.press("a")
        first.wait_for("1/52 done")
        with terminal(statement, tmp_path, (120, 40)) as second:
            second.wait_for("EXIT CODE 2", "is being edited by")
        command = edit(statement, tmp_path, "--read-only")
        with Terminal(command, cwd=tmp_path, env=ENV) as reader:
            reader.wait_for("1/52 done", "read-only")
            reader.press("n", "a")
            reader.wait_for("opened for reading only")
            reader.press("q")
            reader.wait_for("EXIT CODE 0")
        first.press("a")
        first.wait_for("2/52 done")
