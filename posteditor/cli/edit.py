"""`posteditor edit`: open the editor on a translation, or resume where it was left."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from posteditor.cli.options import FILE, job_options, read_job, settings_for
from posteditor.cli.switches import Switched
from posteditor.cli.work import opened
from posteditor.config import Settings
from posteditor.errors import UsageError
from posteditor.model import Document
from posteditor.session.opening import Choice, Opening, OpeningKind
from posteditor.wordlist import add_words

if TYPE_CHECKING:
    from posteditor.checkers.engine import Engine


@click.command()
@click.argument("file", type=FILE, metavar="FILE")
@job_options
@click.option(
    "--read-only", is_flag=True, help="Look at the session without changing it."
)
def edit(
    *,
    file: Path,
    output_dir: Path | None,
    store: Path | None,
    languagetool: str | None,
    switches: Switched,
    read_only: bool,
    **texts: Any,
) -> None:
    """Correct the machine translation in FILE (.txt or .md), sentence by sentence.

    Every decision is stored at once: quit when you like, and the same command goes on
    where you were. FILE itself is never changed.
    """
    if not all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        raise UsageError(
            "the editor needs a terminal", hint="use posteditor check or fix"
        )
    # Where a shell exports them they hide the size that the terminal has now.
    for variable in ("COLUMNS", "LINES"):
        os.environ.pop(variable, None)
    # Until the first paint (see tui.stage): the objects of a large document live as
    # long as the program, and looking for garbage among them is dear.
    gc.disable()
    settings = settings_for(store, languagetool=languagetool, switches=switches)
    job = read_job(file, settings, **texts)
    with opened(
        job,
        settings,
        choose=lambda opening: _ask(opening, settings.theme),
        output_dir=output_dir,
        read_only=read_only,
    ) as work:
        from posteditor.tui.app import EditorApp

        checking = Checking(settings, job.document)
        EditorApp(
            work.session,
            engine=checking.load,
            saver=lambda snapshot, *, force: work.save(
                snapshot, force=force, checkers=checking.versions()
            ).lines(),
            theme=settings.theme,
            notice=notice(work.opening, read_only=read_only),
            most=settings.most_suggestions,
            keep_word=lambda word: _keep_word(settings, word),
        ).run()
        progress = work.session.progress
    click.echo(
        f"{progress.done} of {progress.total} sentences accepted; "
        "the same command goes on where you were",
        err=True,
    )


def _keep_word(settings: Settings, word: str) -> None:
    if settings.dictionary_file is not None:
        add_words(settings.dictionary_file, [word])


class Checking:
    """The checkers of a document, imported when the first screen has been painted."""

    def __init__(self, settings: Settings, document: Document) -> None:
        self._settings = settings
        self._document = document
        self._engine: Engine | None = None

    def load(self) -> Engine:
        from posteditor.checkers.registry import build_engine

        document = self._document
        self._engine = build_engine(
            self._settings, document.target_lang, document.source_lang
        )
        return self._engine

    def versions(self) -> dict[str, str]:
        """The checkers that work on the document; none before `load` is through."""
        if self._engine is None:
            return {}
        return self._engine.versions(self._document.target_lang)


def notice(opening: Opening, *, read_only: bool) -> str:
    """What the editor says first of a file that is not as or where it was; nothing
    where the user was asked about it."""
    if opening.kind is OpeningKind.CHANGED and read_only:
        return "The file has changed since its last session; that work is not shown."
    if opening.kind is OpeningKind.RESUME and opening.moved_from:
        return f"Resuming the session of {opening.moved_from}"
    return ""


def _ask(opening: Opening, theme: str) -> Choice:
    from posteditor.tui.dialogs import ask_opening

    choice = ask_opening(opening, theme=theme)
    if choice is None:
        raise click.Abort
    return choice
