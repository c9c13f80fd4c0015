"""`posteditor rules mine`: what the machine writes and people do not, as a table.

Rule: a file is read line by line, as often as the count needs; no line is guessed at.
"""

from __future__ import annotations

import gzip
import shutil
import sys
import tempfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any, cast

import click

from posteditor.checkers.mining import (
    Phrase,
    Substitution,
    mine_phrases,
    mine_substitutions,
)
from posteditor.cli.options import FILE
from posteditor.cli.output import print_json
from posteditor.errors import DecodingError, InputError, UsageError
from posteditor.sanitise import sanitise

_LONGEST_LINE = 4 * 1024 * 1024
_BOM = b"\xef\xbb\xbf"
_STDIN = Path("-")

_FILE_OPTIONS = frozenset({"--mt", "--human"})

Found = Sequence[Phrase] | Sequence[Substitution]


class _SeveralFiles(click.Command):
    """A command whose file options take all words up to the next option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        spread: list[str] = []
        option = ""
        for arg in args:
            if option and (arg == "-" or not arg.startswith("-")):
                spread += (option, arg)
            elif arg in _FILE_OPTIONS:
                option = arg
            else:
                option = ""
                spread.append(arg)
        return super().parse_args(ctx, spread)


@click.command(cls=_SeveralFiles)
@click.option(
    "--mt",
    "machine",
    multiple=True,
    required=True,
    type=FILE,
    metavar="FILE...",
    help="Machine translations.",
)
@click.option(
    "--human",
    multiple=True,
    required=True,
    type=FILE,
    metavar="FILE...",
    help="What people wrote; with --pairs, the post-edits line by line.",
)
@click.option("--pairs", is_flag=True, help="Rank what post-editors replaced by what.")
@click.option(
    "--min-count",
    type=click.IntRange(1),
    default=5,
    show_default=True,
    help="Leave out what is rarer.",
)
@click.option(
    "--top",
    type=click.IntRange(1),
    default=100,
    show_default=True,
    help="List so many.",
)
@click.option(
    "--max-length",
    type=click.IntRange(1, 8),
    default=5,
    show_default=True,
    help="Words in a phrase, at most.",
)
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json", "tsv"]),
    default="text",
    show_default=True,
    help="How to print.",
)
def mine(
    *,
    machine: Sequence[Path],
    human: Sequence[Path],
    pairs: bool,
    min_count: int,
    top: int,
    max_length: int,
    output_format: str,
) -> None:
    """Rank the phrases that machines write far more often than people, by G².

    Each option takes one file or several. Files are UTF-8 text, one sentence or
    paragraph a line, .gz too; - is standard input.
    """
    with ExitStack() as stack:
        readers = _readers([*machine, *human], stack)
        mt, people = readers[: len(machine)], readers[len(machine) :]
        options: dict[str, Any] = {
            "min_count": min_count,
            "top": top,
            "max_length": max_length,
        }
        found: Found
        if pairs:
            _same_number(mt, people)
            found = mine_substitutions(lambda: _aligned(mt, people), **options)
        else:
            found = mine_phrases(lambda: _chain(mt), lambda: _chain(people), **options)
    _print(found, pairs=pairs, output_format=output_format)


class _Reader:
    """A file that can be read again and again; standard input is kept for that."""

    def __init__(self, path: Path, kept: IO[bytes] | None = None) -> None:
        self.name = "standard input" if kept else sanitise(str(path))
        self._path = path
        self._kept = kept

    def lines(self) -> Iterator[str]:
        """Its lines without their ends. Raises InputError."""
        number = 0
        try:
            with self._open() as file:
                while raw := file.readline(_LONGEST_LINE):
                    number += 1
                    yield self._text(raw, number)
        except (OSError, EOFError, zlib.error) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise InputError(f"{self.name}: cannot be read: {reason}") from error

    def _open(self) -> IO[bytes]:
        if self._kept:
            self._kept.seek(0)
            return open(self._kept.fileno(), "rb", closefd=False)
        if self._path.is_dir():
            raise InputError(f"{self.name}: is a folder", hint="name a file in it")
        if self._path.suffix == ".gz":
            return cast(IO[bytes], gzip.open(self._path))
        return self._path.open("rb")

    def _text(self, raw: bytes, number: int) -> str:
        where = f"{self.name}, line {number}"
        if len(raw) == _LONGEST_LINE and not raw.endswith(b"\n"):
            raise InputError(f"{where}: is longer than 4 MB", hint="is it text?")
        if number == 1:
            raw = raw.removeprefix(_BOM)
        if b"\0" in raw:
            raise InputError(f"{where}: holds NUL bytes", hint="is it text in UTF-8?")
        try:
            return raw.decode("utf-8").rstrip("\r\n")
        except UnicodeDecodeError:
            raise DecodingError(
                f"{where}: is not UTF-8", hint="convert the file to UTF-8 first"
            ) from None


def _readers(paths: Sequence[Path], stack: ExitStack) -> list[_Reader]:
    if paths.count(_STDIN) > 1:
        raise UsageError("-: standard input can be read only once", hint="name a file")
    return [
        _Reader(path, _kept_input(stack) if path == _STDIN else None) for path in paths
    ]


def _kept_input(stack: ExitStack) -> IO[bytes]:
    kept: IO[bytes] = stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115
    shutil.copyfileobj(sys.stdin.buffer, kept)
    kept.flush()
    return kept


def _chain(readers: Sequence[_Reader]) -> Iterator[str]:
    for reader in readers:
        yield from reader.lines()


def _same_number(machine: Sequence[_Reader], human: Sequence[_Reader]) -> None:
    """UsageError or InputError unless the files pair up, line by line."""
    if len(machine) != len(human):
        raise UsageError(
            f"--pairs: {len(machine)} --mt and {len(human)} --human files",
            hint="name a post-edit for each machine translation, in the same order",
        )
    for mt, pe in zip(machine, human, strict=True):
        counts = [sum(1 for _ in reader.lines()) for reader in (mt, pe)]
        if counts[0] != counts[1]:
            raise InputError(
                f"{mt.name} has {counts[0]:,} lines, {pe.name} {counts[1]:,}",
                hint="--pairs needs the same sentence on the same line",
            )


def _aligned(
    machine: Sequence[_Reader], human: Sequence[_Reader]
) -> Iterator[tuple[str, str]]:
    for mt, pe in zip(machine, human, strict=True):
        yield from zip(mt.lines(), pe.lines(), strict=True)


def _print(found: Found, *, pairs: bool, output_format: str) -> None:
    rows = [_row(each) for each in found]
    if output_format == "json":
        kind = "substitutions" if pairs else "phrases"
        print_json({"version": 1, kind: rows})
    elif output_format == "tsv":
        columns = _SUBSTITUTION if pairs else _PHRASE
        click.echo("\t".join(columns))
        for row in rows:
            click.echo("\t".join(_cell(row[column]) for column in columns))
    else:
        _print_text(found)


_PHRASE = (
    *("phrase", "machine", "human", "machine_per_million", "human_per_million"),
    *("ratio", "g2"),
)
_SUBSTITUTION = ("old", "new", "count", "occurrences", "share")


def _row(found: Phrase | Substitution) -> dict[str, Any]:
    if isinstance(found, Substitution):
        return {
            "old": " ".join(found.old),
            "new": " ".join(found.new),
            "count": found.count,
            "occurrences": found.occurrences,
            "share": round(found.share, 3),
            "examples": [{"mt": mt, "post_edit": pe} for mt, pe in found.examples],
        }
    return {
        "phrase": found.text,
        "machine": found.machine,
        "human": found.human,
        "machine_per_million": round(found.machine_per_million, 1),
        "human_per_million": round(found.human_per_million, 1),
        "ratio": round(found.ratio, 2),
        "g2": round(found.surprise, 1),
        "examples": {
            "machine": list(found.machine_examples),
            "human": list(found.human_examples),
        },
    }


def _cell(value: object) -> str:
    return sanitise(str(value))


def _print_text(found: Found) -> None:
    """A line for each, its examples below: - machine, + human."""
    if not found:
        click.echo("nothing stands out", err=True)
    for each in found:
        if isinstance(each, Substitution):
            head = f"{' '.join(each.old)} → {' '.join(each.new)}"
            figures = f"{each.count} of {each.occurrences}, {each.share:.0%}"
            lines = [
                line for mt, pe in each.examples for line in (f"- {mt}", f"+ {pe}")
            ]
        else:
            head = each.text
            figures = (
                f"{each.machine} : {each.human}, per million "
                f"{each.machine_per_million:.0f} : {each.human_per_million:.0f}, "
                f"{each.ratio:.1f} times, G² {each.surprise:.1f}"
            )
            lines = [f"- {line}" for line in each.machine_examples]
            lines += [f"+ {line}" for line in each.human_examples]
        click.echo(sanitise(f"{head}   {figures}"))
        for line in lines:
            click.echo(sanitise(f"    {line}"))
