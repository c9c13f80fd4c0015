"""What the commands print: JSON, tables and notices."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from posteditor.errors import OutputError, PostEditorError
from posteditor.sanitise import sanitise

if TYPE_CHECKING:
    from posteditor.checkers.findings import Failure


def print_json(payload: dict[str, Any]) -> None:
    """Print for a machine: UTF-8 where standard output can take it, else escaped."""
    click.echo(json_text(payload, sys.stdout))


def json_text(payload: Mapping[str, Any], stream: TextIO) -> str:
    """JSON that the stream can take: readable where it can be, else escaped."""
    import json

    text = json.dumps(payload, ensure_ascii=False, indent=2)
    try:
        # Paths may hold bytes that are no text: lone surrogates, which UTF-8 refuses.
        text.encode(stream.encoding or "ascii")
    except UnicodeEncodeError:
        return json.dumps(payload, indent=2)
    return text


def print_table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print columns aligned by the width of their cells, two spaces between."""
    from rich.cells import cell_len

    lines = [tuple(header), *(tuple(sanitise(cell) for cell in row) for row in rows)]
    widths = [
        max(cell_len(cell) for cell in column) for column in zip(*lines, strict=True)
    ]
    for line in lines:
        cells = (
            cell + " " * (width - cell_len(cell))
            for cell, width in zip(line, widths, strict=True)
        )
        click.echo("  ".join(cells).rstrip())


@contextmanager
def written(output: Path | None) -> Iterator[TextIO]:
    """Standard output, or a UTF-8 file that appears under its name when it is whole."""
    if output is None:
        yield sys.stdout
        return
    with prepared(output) as part, part.open("w", encoding="utf-8") as file:
        yield file


@contextmanager
def prepared(output: Path) -> Iterator[Path]:
    """Where to write what shall appear at `output` when it is whole. `OutputError`
    where it cannot be written."""
    part = output.with_name(f".{output.name}.part")
    try:
        yield part
        part.replace(output)
    except OSError as error:
        raise OutputError(
            f"{output}: cannot be written: {error.strerror or error}"
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def spare(output: Path | None, inputs: Iterable[Path | None]) -> None:
    """`OutputError` where the output would take the place of what it is made of."""
    for path in inputs:
        if output is not None and path is not None and _is_same(output, path):
            raise OutputError(
                f"{output}: is what is read, which is never changed",
                hint="name another file",
            )


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


def complain(error: PostEditorError) -> None:
    """One line on stderr: what, where, what to do."""
    click.echo(f"posteditor: {sanitise(str(error))}", err=True)


def report_failures(failures: Iterable[Failure]) -> None:
    """Name each checker that failed, once; the others' work stands."""
    for failure in failures:
        click.echo(f"posteditor: {sanitise(failure.line)}", err=True)
