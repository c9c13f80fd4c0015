"""The editor's first paint and what a key costs, each beside a bare Textual app.

First paints are whole processes in a pseudo-terminal of 120×40, from their start to the
moment the last line of the screen has arrived. Keys are CPU seconds of one process.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
SMALL, LARGE = 60, 100_000
ROUNDS = 4
KEYS = 150
PATIENCE_SECONDS = 60

BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("MACHINE TRANSLATION", markup=False)
Bare().run()
"""

BARE_KEYS = """
import asyncio, time
from textual.app import App
from textual.widgets import Label, ListItem, ListView
class Bare(App):
    def compose(self):
        yield ListView(*(ListItem(Label(f"Sentence {{n}}")) for n in range({count})))
async def main():
    async with Bare().run_test(size=(120, 40)) as pilot:
        await pilot.press("down")
        began = time.process_time()
        for _ in range({keys}):
            await pilot.press("down")
        print((time.process_time() - began) / {keys})
asyncio.run(main())
"""

OUR_KEYS = """
import asyncio, time
from tests.benchmarks.tui_app import make_app
async def main():
    app = make_app({count}, checked={checked})
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.5)
        await pilot.press("a", "u", *{warm!r})
        async with asyncio.timeout(60):
            while app.editor_screen.hter is None:
                await asyncio.sleep(0.05)
        await asyncio.sleep(0.5)
        began = time.process_time()
        for _ in range({keys} // len({press!r})):
            await pilot.press(*{press!r})
        print((time.process_time() - began) / {keys})
asyncio.run(main())
"""


def first_paint(arguments: list[str]) -> float:
    """Seconds from the start of a Python process until its screen has been painted."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *arguments],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        cwd=ROOT,
        env={**os.environ, "TERM": "xterm-256color"},
    )
    os.close(follower)
    seen = b""
    try:
        while b"TRANSLATION" not in seen:
            if time.perf_counter() - began > PATIENCE_SECONDS:
                raise TimeoutError("no first paint")
            if select.select([leader], [], [], 1)[0]:
                seen += os.read(leader, 65536)
        return time.perf_counter() - began
    finally:
        process.kill()
        process.wait()
        os.close(leader)


def cpu_per_key(script: str) -> float:
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout)


def paints(count: int) -> tuple[str, float, float, str]:
    """`posteditor edit` on a new file of `count` sentences, a new store each time."""
    ours: list[float] = []
    peer: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "statement.txt"
        path.write_text("\n\n".join(paragraphs(count)), encoding="utf-8")
        for number in range(ROUNDS + 1):
            store = ["--store", str(Path(folder) / f"{number}.db")]
            edit = ["-m", "posteditor", "edit", str(path), *store]
            pair = first_paint(edit), first_paint(["-c", BARE])
            if number:
                ours.append(pair[0])
                peer.append(pair[1])
    name = f"first paint of {count:,} sentences, whole program"
    return name, statistics.median(ours), statistics.median(peer), "bare Textual app"


def paragraphs(count: int) -> Iterator[str]:
    """Invented statements' prose, two sentences a paragraph."""
    for number in range(1, count, 2):
        yield (
            f"The parties to meeting {number} have agreed on the text of the protocol, "
            "which the harbour committee is to adopt in the spring. "
            "The chairman thanked A.B. Lind for the work that was done."
        )


def keys(count: int, name: str, press: list[str]) -> tuple[str, float, float, str]:
    ours = cpu_per_key(
        OUR_KEYS.format(count=count, keys=KEYS, press=press, warm=press, checked=True)
    )
    peer = cpu_per_key(BARE_KEYS.format(count=SMALL, keys=KEYS))
    title = f"CPU a key, {name}, {count:,} sentences"
    return title, ours, peer, f"ListView of {SMALL}, down"


def typing(count: int) -> tuple[str, float, float, str]:
    ours = cpu_per_key(
        OUR_KEYS.format(
            count=count, keys=KEYS, press=["x", "y", "z"], warm=["e"], checked=True
        )
    )
    peer = cpu_per_key(BARE_TYPING.format(keys=KEYS))
    return f"CPU a key, typing, {count:,} sentences", ours, peer, "bare TextArea"


BARE_TYPING = """
import asyncio, time
from textual.app import App
from textual.widgets import TextArea
class Bare(App):
    def compose(self):
        yield TextArea("The parties have agreed on the text. " * 3)
async def main():
    async with Bare().run_test(size=(120, 40)) as pilot:
        await pilot.press("x")
        began = time.process_time()
        for _ in range({keys}):
            await pilot.press("x")
        print((time.process_time() - began) / {keys})
asyncio.run(main())
"""


def run() -> Iterator[tuple[str, float, float, str]]:
    yield paints(SMALL)
    yield paints(LARGE)
    for count in (SMALL, LARGE):
        yield keys(count, "down", ["j"])
        yield keys(count, "accept and go on", ["a"])
        yield keys(count, "apply and undo", ["1", "u"])
        yield typing(count)
