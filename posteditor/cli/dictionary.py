"""`posteditor dictionary`: the words that no checker calls misspelt."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from posteditor.cli.options import format_option, settings_for
from posteditor.cli.output import print_json
from posteditor.config import Settings
from posteditor.sanitise import sanitise
from posteditor.wordlist import add_words, remove_words


@click.group()
def dictionary() -> None:
    """Look after your dictionary: words that are right, whatever a checker says."""


@dictionary.command("list")
@format_option
def list_words(*, output_format: str) -> None:
    """List the words, those in the settings file among them."""
    settings = settings_for()
    words = sorted(settings.dictionary, key=lambda word: (word.casefold(), word))
    if output_format == "json":
        print_json({"version": 1, "file": str(_file(settings)), "words": words})
        return
    for word in words:
        click.echo(sanitise(word))
    if not words:
        click.echo(sanitise(f"no words in {_file(settings)}"), err=True)


@dictionary.command()
@click.argument("words", nargs=-1, required=True, metavar="WORD...")
def add(*, words: Sequence[str]) -> None:
    """Add WORDs; in lower case a word stands for the same with a capital too."""
    path = _file(settings_for())
    new = add_words(path, words)
    click.echo(sanitise(f"{len(new)} new in {path}"), err=True)


@dictionary.command()
@click.argument("words", nargs=-1, required=True, metavar="WORD...")
def remove(*, words: Sequence[str]) -> None:
    """Remove WORDs from the dictionary's file."""
    settings = settings_for()
    path = _file(settings)
    gone = remove_words(path, words)
    click.echo(sanitise(f"{len(gone)} removed from {path}"), err=True)
    kept = sorted((settings.dictionary & set(words)) - set(gone))
    if kept:
        listed = ", ".join(kept)
        click.echo(
            sanitise(f"still in the settings file {settings.path}: {listed}"), err=True
        )


def _file(settings: Settings) -> Path:
    assert settings.dictionary_file is not None  # `load_settings` names one
    return settings.dictionary_file
