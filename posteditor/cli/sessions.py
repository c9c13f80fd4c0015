"""`posteditor sessions`: list, show, export and delete what the store holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from posteditor.cli.options import FILE, format_option, settings_for, store_option
from posteditor.cli.output import print_json, print_table
from posteditor.errors import OutputError, UsageError
from posteditor.model import State
from posteditor.revision import Event, EventKind, Revision
from posteditor.sanitise import sanitise
from posteditor.store.export import record_to_dict, session_to_dict
from posteditor.store.protocol import SessionRecord, Store
from posteditor.store.registry import open_store


@click.group()
def sessions() -> None:
    """Look after stored sessions: every decision an editor made, file by file."""


@sessions.command("list")
@store_option
@format_option
def list_sessions(*, store: Path | None, output_format: str) -> None:
    """List the sessions, the last used first."""
    entries: list[dict[str, Any]] = []
    if _exists(settings_for(store).store):
        with _opened(store) as opened:
            entries = [_entry(opened, record) for record in opened.sessions()]
    if output_format == "json":
        print_json({"version": 1, "sessions": entries})
    elif entries:
        header = ("session", "used", "accepted", "events", "file")
        print_table(header, map(_row, entries))
    else:
        click.echo("no sessions yet", err=True)


@sessions.command()
@click.argument("session_id", metavar="ID")
@store_option
@format_option
def show(*, session_id: str, store: Path | None, output_format: str) -> None:
    """Show what was done in session ID (its first characters are enough)."""
    with _opened(store) as opened:
        record = opened.session(session_id)
        if output_format == "json":
            print_json({"version": 1, "sessions": [_entry(opened, record)]})
            return
        events = opened.events(record.id)
    languages = f"{record.source_lang or '?'} -> {record.target_lang}"
    click.echo(sanitise(f"file      {record.path}"))
    click.echo(f"session   {record.id}  ({languages}, {record.level})")
    click.echo(f"begun     {_local(record.created)}")
    click.echo(f"used      {_local(record.updated)}")
    click.echo(f"accepted  {_accepted(events)} of {record.segments} segments")
    for event in events:
        click.echo(sanitise(_told(event)))


@sessions.command()
@click.argument("session_id", metavar="ID")
@click.option("--output", type=FILE, metavar="FILE", help="Write here, not to stdout.")
@store_option
def export(*, session_id: str, output: Path | None, store: Path | None) -> None:
    """Print session ID, all its events and drafts, as JSON."""
    with _opened(store) as opened:
        payload = session_to_dict(opened, session_id)
    if output is None:
        print_json(payload)
        return
    try:
        with output.open("x", encoding="utf-8") as file:
            json.dump(payload, file, indent=2)
            file.write("\n")
    except FileExistsError:
        raise UsageError(f"{output}: exists", hint="name another file") from None
    except OSError as error:
        raise OutputError(f"{output}: cannot be written: {error.strerror}") from error
    click.echo(sanitise(f"{output}"), err=True)


@sessions.command()
@click.argument("session_id", metavar="ID")
@click.option("--yes", is_flag=True, help="Do not ask.")
@store_option
def delete(*, session_id: str, yes: bool, store: Path | None) -> None:
    """Delete session ID and all its events. Outputs already saved stay."""
    with _opened(store) as opened:
        record = opened.session(session_id)
        if not yes:
            question = f"delete session {record.id} of {record.path}?"
            click.confirm(sanitise(question), abort=True, err=True)
        opened.delete_session(record.id)
    click.echo(f"deleted {record.id}", err=True)


@contextmanager
def _opened(store: Path | None) -> Iterator[Store]:
    """The store, which must exist: looking for a session makes none."""
    settings = settings_for(store)
    if not _exists(settings.store):
        raise UsageError(
            f"{settings.store}: there is no store", hint="name another with --store"
        )
    with closing(open_store(settings)) as opened:
        yield opened


def _exists(path: Path) -> bool:
    """Is there anything, if only something that cannot be read?"""
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return True


def _entry(store: Store, record: SessionRecord) -> dict[str, Any]:
    events = store.events(record.id)
    entry = record_to_dict(record)
    del entry["fingerprints"]
    return {**entry, "events": len(events), "accepted": _accepted(events)}


def _row(entry: dict[str, Any]) -> tuple[str, ...]:
    accepted = f"{entry['accepted']}/{entry['segments']}"
    used = _local(entry["updated"])
    return entry["id"], used, accepted, str(entry["events"]), entry["path"]


def _accepted(events: list[Event]) -> int:
    last: dict[int, Revision] = {event.segment: event.after for event in events}
    return sum(
        revision.state is State.REVIEWED and not revision.omitted
        for revision in last.values()
    )


def _told(event: Event) -> str:
    line = f"{event.seq:6}  {_local(event.at)}  {event.segment + 1:5}  {event.kind:11}"
    shown = {EventKind.REVISE, EventKind.APPLY, EventKind.RESTORE, EventKind.CARRY}
    if event.kind in shown:
        return f"{line}  {event.after.target}"
    return line


def _local(seconds: float) -> str:
    return datetime.fromtimestamp(seconds).astimezone().strftime("%Y-%m-%d %H:%M")
