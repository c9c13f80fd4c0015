"""`posteditor languagetool`: get LanguageTool for this machine, look at it, remove it.

Rule: the only command that fetches anything, and never before the user has seen how
much and has said yes.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from posteditor.checkers.languagetool.download import install as fetch
from posteditor.checkers.languagetool.download import size_of
from posteditor.checkers.languagetool.installation import (
    VERSION,
    Installation,
    check_java,
    package,
)
from posteditor.cli.options import format_option
from posteditor.cli.output import print_json
from posteditor.errors import ServiceError, UsageError
from posteditor.sanitise import sanitise

yes_option = click.option("--yes", is_flag=True, help="Do not ask.")

_MEGABYTE = 1_000_000


@click.group()
def languagetool() -> None:
    """Look after a LanguageTool server of your own (about 250 MB, needs Java 17)."""


@languagetool.command()
@yes_option
def install(*, yes: bool) -> None:
    """Download LanguageTool into the user's data folder."""
    installation = Installation.of_user(os.environ)
    if installation.is_installed:
        click.echo(sanitise(f"{installation.home}: is installed already"), err=True)
        return
    check_java()
    wanted = package()
    size = size_of(wanted)
    told = f"{size / _MEGABYTE:,.0f} MB" if size else "an unknown number of bytes"
    where = f"LanguageTool {VERSION}, {told}, from {wanted.url} to {installation.home}"
    if yes:
        click.echo(sanitise(where), err=True)
    elif not click.confirm(sanitise(f"download {where}?"), err=True):
        raise click.Abort
    with _bar(size) as progress:
        fetch(installation, wanted, progress)
    click.echo(sanitise(f"{installation.home}: installed"), err=True)
    click.echo("use it with: --languagetool local", err=True)


@languagetool.command()
@format_option
def status(*, output_format: str) -> None:
    """Show whether LanguageTool and Java are there."""
    installation = Installation.of_user(os.environ)
    try:
        check_java()
        java = "fit"
    except ServiceError as error:
        java = str(error)
    if output_format == "json":
        print_json(
            {
                "version": 1,
                "languagetool": VERSION,
                "installed": installation.is_installed,
                "path": str(installation.home),
                "bytes": installation.size,
                "java": java,
            }
        )
        return
    there = "installed" if installation.is_installed else "not installed"
    click.echo(f"LanguageTool  {VERSION}, {there}")
    click.echo(sanitise(f"folder        {installation.home}"))
    click.echo(f"size          {installation.size / _MEGABYTE:,.0f} MB")
    click.echo(sanitise(f"Java          {java}"))


@languagetool.command()
@yes_option
def remove(*, yes: bool) -> None:
    """Remove what `install` has put there."""
    installation = Installation.of_user(os.environ)
    if not installation.home.is_dir():
        raise UsageError(f"{installation.home}: there is nothing to remove")
    if not yes:
        size = f"{installation.size / _MEGABYTE:,.0f} MB"
        question = f"remove {installation.home} ({size})?"
        click.confirm(sanitise(question), abort=True, err=True)
    installation.remove()
    click.echo(sanitise(f"{installation.home}: removed"), err=True)


@contextmanager
def _bar(size: int | None) -> Iterator[Callable[[int], object]]:
    """A progress bar on standard error, if that is a terminal."""
    with click.progressbar(
        length=size or 0, label="downloading", file=sys.stderr
    ) as bar:

        def progress(came: int) -> None:
            bar.update(came - bar.pos)

        yield progress
