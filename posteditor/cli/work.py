"""From a file to its session: what `edit` and `fix` do before they differ."""

from __future__ import annotations

import os
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from posteditor.cli.options import read_job
from posteditor.config import Settings
from posteditor.errors import InputError
from posteditor.sanitise import sanitise
from posteditor.session.job import Job, Snapshot
from posteditor.session.opening import (
    Choice,
    Opening,
    OpeningKind,
    examine,
    open_session,
)
from posteditor.session.session import Session
from posteditor.store.protocol import Store
from posteditor.store.registry import open_store

if TYPE_CHECKING:
    from posteditor.reports.saving import Saved

Choose = Callable[[Opening], Choice]


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """An open session, what was known of its file, and how to save it."""

    session: Session
    opening: Opening
    store: Store
    output_dir: Path | None

    def save(
        self, snapshot: Snapshot, *, force: bool, checkers: Mapping[str, str]
    ) -> Saved:
        """Write the three outputs; see `reports.saving.save` for its errors. `checkers`
        maps those that have read the document to their versions. `ReadOnlyError` where
        the session was opened for reading only."""
        self.session.must_be_writable()
        from posteditor.reports.saving import save

        return save(
            snapshot,
            store=self.store,
            output_dir=self.output_dir,
            now=datetime.now().astimezone(),
            force=force,
            checkers=checkers,
        )


@contextmanager
def opened(
    job: Job,
    settings: Settings,
    *,
    choose: Choose,
    output_dir: Path | None,
    read_only: bool = False,
) -> Iterator[Work]:
    """Open, resume or carry over the session of a job. `choose` is asked where the
    file has changed since its last session."""
    with closing(open_store(settings)) as store:
        opening = examine(job.document, store)
        changed = opening.kind is OpeningKind.CHANGED
        choice = choose(opening) if changed and not read_only else Choice.CARRY
        with open_session(
            job,
            store=store,
            opening=opening,
            clock=time.time,
            new_id=lambda: uuid.uuid4().hex[:12],
            choice=choice,
            read_only=read_only,
            vocabulary=settings.dictionary,
            editor=settings.editor,
        ) as session:
            yield Work(
                session=session,
                opening=opening,
                store=store,
                output_dir=output_dir,
            )


@contextmanager
def stored(
    id_: str, settings: Settings, *, reference: Path | None = None
) -> Iterator[Work]:
    """A stored session as it stands, by the beginning of its id, for reading only, on
    the file it was begun on. `InputError` where there is no store or no file."""
    if not os.path.lexists(settings.store):
        raise InputError(
            f"{settings.store}: there is no store", hint="name another with --store"
        )
    with closing(open_store(settings)) as store:
        record = store.session(id_)
    job = read_job(
        Path(record.path),
        settings,
        source=None,
        reference=reference,
        level=str(record.level),
        encoding=None,
        source_lang=record.source_lang,
        target_lang=record.target_lang,
    )
    with opened(
        job,
        settings,
        choose=lambda opening: Choice.CARRY,
        output_dir=None,
        read_only=True,
    ) as work:
        yield work


def tell_opening(opening: Opening) -> None:
    """Say on stderr what was found of the file, where something was."""
    if opening.kind is OpeningKind.CHANGED:
        click.echo(
            "the file has changed since its last session: "
            f"{opening.carried} of {opening.decided} decided sentences unchanged",
            err=True,
        )
    elif opening.moved_from:
        click.echo(sanitise(f"resuming the session of {opening.moved_from}"), err=True)
