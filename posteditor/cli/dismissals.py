"""`posteditor dismissals`: what the editor is never to see again, on any text."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import click

from posteditor.cli.options import FILE, format_option, settings_for, store_option
from posteditor.cli.output import print_json, print_table
from posteditor.errors import OutputError, UsageError
from posteditor.sanitise import sanitise
from posteditor.session.taking_back import take_back
from posteditor.store.dismissals import (
    Dismissal,
    dismissals_to_dict,
    read_dismissals,
)
from posteditor.store.protocol import IMPORTED, Store
from posteditor.store.registry import open_store

WHOLE_RULE = "(the whole rule)"


@click.group()
def dismissals() -> None:
    """Look after suggestions dismissed always, and rules turned off in the editor."""


@dismissals.command("list")
@store_option
@format_option
def list_dismissals(*, store: Path | None, output_format: str) -> None:
    """List what is dismissed always, with the KEY that `forget` takes."""
    with _opened(store) as opened:
        found = _all(opened)
        rememberers = opened.rememberers()
    if output_format == "json":
        print_json(dismissals_to_dict(found))
    elif found:
        print_table(
            ("key", "rule", "words", "from"),
            (
                (
                    each.id,
                    each.rule,
                    _words(each),
                    _origin(rememberers[each.wide_key]),
                )
                for each in found
            ),
        )
    else:
        click.echo("nothing is dismissed always", err=True)


@dismissals.command()
@click.argument("file", type=FILE, metavar="FILE")
@store_option
def export(*, file: Path, store: Path | None) -> None:
    """Write what is dismissed always to FILE, as JSON, for a colleague to import."""
    with _opened(store) as opened:
        found = _all(opened)
    try:
        with file.open("x", encoding="utf-8") as output:
            json.dump(dismissals_to_dict(found), output, indent=2)
            output.write("\n")
    except FileExistsError:
        raise UsageError(f"{file}: exists", hint="name another file") from None
    except OSError as error:
        raise OutputError(f"{file}: cannot be written: {error.strerror}") from error
    click.echo(sanitise(f"{_counted(len(found))} in {file}"), err=True)


@dismissals.command("import")
@click.argument("file", type=FILE, metavar="FILE")
@store_option
def import_dismissals(*, file: Path, store: Path | None) -> None:
    """Dismiss always what FILE holds, as `export` wrote it."""
    found = read_dismissals(file)
    with _opened(store) as opened:
        new = opened.remember(each.wide_key for each in found)
    click.echo(f"{_counted(new)} new, {len(found) - new} known before", err=True)


@dismissals.command()
@click.argument("keys", nargs=-1, required=True, metavar="KEY...")
@store_option
def forget(*, keys: Sequence[str], store: Path | None) -> None:
    """Show again what is dismissed always under each KEY (its beginning is enough)."""
    with _opened(store) as opened:
        found = _all(opened)
        for each in [_named(key, found) for key in keys]:
            take_back(opened, each.wide_key, now=time.time())
            told = f"shown again: {each.rule}: {_words(each)}"
            click.echo(sanitise(told), err=True)


def _named(key: str, found: Sequence[Dismissal]) -> Dismissal:
    named = [each for each in found if key and each.id.startswith(key.lower())]
    if len(named) == 1:
        return named[0]
    what = "no dismissal is" if not named else "more than one dismissal begins with"
    raise UsageError(f"{what} {key!r}", hint="see: posteditor dismissals list")


def _all(store: Store) -> list[Dismissal]:
    return sorted(map(Dismissal.of, store.dismissals()), key=lambda d: d.wide_key)


def _words(dismissal: Dismissal) -> str:
    if dismissal.words is None:
        return WHOLE_RULE
    shown = dismissal.words or dismissal.about or "(nothing)"
    return f"{shown} ({dismissal.about})" if dismissal.about != shown else shown


def _origin(sessions: frozenset[str]) -> str:
    names = sorted(sessions - {IMPORTED})
    if IMPORTED in sessions:
        names.append("import")
    return ", ".join(names)


def _counted(number: int) -> str:
    return f"{number} dismissal" + ("" if number == 1 else "s")


@contextmanager
def _opened(store: Path | None) -> Iterator[Store]:
    with closing(open_store(settings_for(store))) as opened:
        yield opened
