"""`make screenshot`: the picture in the README, exported by the program itself.

Opens the sample as `make run` does, works on it for a moment, and exports the screen
without the web fonts that Textual would have the picture load.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path

from textual.pilot import Pilot

from posteditor.cli.edit import Checking
from posteditor.cli.options import read_job, settings_for
from posteditor.cli.work import opened
from posteditor.session.opening import Choice
from posteditor.tui.app import EditorApp

SAMPLES = Path(__file__).parent.parent / "samples"
PICTURE = SAMPLES / "screenshot.svg"
SIZE = (120, 36)
# Accept the head, apply two suggestions on the way, and stop at a sentence that has one
# applied and one left.
KEYS = ("a", "a", "a", "a")
SHOWN = "In the digital sphere"


async def settle(app: EditorApp, pilot: Pilot[None]) -> None:
    """Wait until the checkers and the scores have nothing left to do."""
    while "rules" not in app.editor_screen.checkers_line:
        await pilot.pause(0.05)
    await pilot.pause(1.0)


async def work(app: EditorApp, pilot: Pilot[None]) -> None:
    await settle(app, pilot)
    await pilot.press(*KEYS)
    await pilot.press("slash", *SHOWN, "enter")
    await settle(app, pilot)
    await pilot.press("1")
    await settle(app, pilot)


async def export() -> None:
    with tempfile.TemporaryDirectory() as folder:
        settings = settings_for(Path(folder) / "sessions.db")
        job = read_job(
            SAMPLES / "statement.mt.txt",
            settings,
            source=SAMPLES / "statement.ru.txt",
            reference=None,
            level="full",
            encoding=None,
            source_lang=None,
            target_lang=None,
        )
        with opened(
            job, settings, choose=lambda opening: Choice.NEW, output_dir=Path(folder)
        ) as open_work:
            app = EditorApp(
                open_work.session,
                engine=Checking(settings, job.document).load,
                saver=lambda snapshot, *, force: [],
                theme="terminal",
            )
            async with app.run_test(size=SIZE) as pilot:
                await work(app, pilot)
                picture = app.export_screenshot(title="posteditor")
    PICTURE.write_text(re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL))


if __name__ == "__main__":
    asyncio.run(export())
