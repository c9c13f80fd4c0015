"""`posteditor diff`: two versions of a text, or of a folder of texts."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from posteditor.cli.options import FILE
from posteditor.cli.output import (
    complain,
    prepared,
    print_json,
    print_table,
    spare,
    written,
)
from posteditor.errors import ExitCode, PostEditorError, UsageError
from posteditor.sanitise import sanitise

if TYPE_CHECKING:
    from posteditor.reports.difference import Difference

FORMATS = ("text", "json", "html", "markdown", "docx")
COLOURS = ("auto", "always", "never")
NARROWEST = 40


@click.command()
@click.argument("old", type=FILE, metavar="OLD")
@click.argument("new", type=FILE, metavar="[NEW]", required=False)
@click.option(
    "--format",
    "output_format",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How to write the difference.",
)
@click.option("--output", type=FILE, metavar="FILE", help="Write here, not to stdout.")
@click.option("--side-by-side", "-y", is_flag=True, help="Old on the left, new right.")
@click.option("--stat", is_flag=True, help="Figures only.")
@click.option(
    "--context",
    "-U",
    type=click.IntRange(0),
    default=1,
    show_default=True,
    help="Unchanged lines around changed ones.",
)
@click.option(
    "--color",
    type=click.Choice(COLOURS),
    default="auto",
    show_default=True,
    help="Colours; without them, signs tell what changed.",
)
@click.option("--pager/--no-pager", default=True, help="Page long output.")
@click.option(
    "--textconv",
    is_flag=True,
    help="Print OLD a sentence a line, for git's textconv; no NEW.",
)
@click.option("--encoding", metavar="NAME", help="Encoding of files not in UTF-8.")
def diff(
    *,
    old: Path,
    new: Path | None,
    output_format: str,
    output: Path | None,
    side_by_side: bool,
    stat: bool,
    context: int,
    color: str,
    pager: bool,
    textconv: bool,
    encoding: str | None,
) -> int:
    """Compare OLD and NEW word by word, character for character.

    Two folders are compared file by file. Exit code 0: equal. 1: different.
    """
    if textconv:
        return _textconv(old, new, encoding)
    if new is None:
        raise UsageError("NEW is missing", hint="name the version to compare with")
    look = Look(context=context, side_by_side=side_by_side, color=color, pager=pager)
    if old.is_dir() and new.is_dir():
        if output_format not in ("text", "json") or output:
            raise UsageError("folders are compared as text or JSON, on stdout")
        return _folders(old, new, encoding, look, output_format, stat=stat)
    from posteditor.reports.difference import compare, version

    spare(output, (old, new))
    found = compare(version(old, encoding), version(new, encoding))
    if output_format == "text" and output is None:
        _show(found, look, stat=stat)
    else:
        _write(found, output_format, output, look, stat=stat)
    return int(ExitCode.OK if found.is_equal else ExitCode.FINDINGS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a difference is shown in a terminal."""

    context: int
    side_by_side: bool
    color: str
    pager: bool

    def colours(self, stream: TextIO) -> bool:
        """Are there to be colours? By default on a terminal, unless NO_COLOR is set."""
        if self.color != "auto":
            return self.color == "always"
        return stream.isatty() and not os.environ.get("NO_COLOR")


def _textconv(old: Path, new: Path | None, encoding: str | None) -> int:
    from posteditor.cli.options import read_document, settings_for

    if new is not None:
        raise UsageError("--textconv takes one file")
    document = read_document(
        old, settings_for(), encoding=encoding, source_lang=None, target_lang=None
    )
    for segment in document.segments:
        click.echo(sanitise(segment.text))
    return int(ExitCode.OK)


def _show(found: Difference, look: Look, *, stat: bool) -> None:
    if stat:
        print_table(("", "old", "new"), _figures(found))
        return
    if found.is_equal:
        return
    lines = _lines(found, look, colours=look.colours(sys.stdout))
    if look.pager and sys.stdout.isatty():
        click.echo_via_pager(f"{line}\n" for line in lines)
        return
    for line in lines:
        click.echo(line, color=True)


def _lines(found: Difference, look: Look, *, colours: bool) -> Iterator[str]:
    from posteditor.cli.diff_text import inline, printed, side_by_side

    if look.side_by_side:
        width = max(NARROWEST, shutil.get_terminal_size().columns)
        lines = side_by_side(found, look.context, colours=colours, width=width)
    else:
        lines = inline(found, look.context, colours=colours)
    return printed(lines, colours=colours)


def _figures(found: Difference) -> list[tuple[str, str, str]]:
    stat = found.stat
    return [
        ("words", str(found.words_old), str(found.words_new)),
        ("deleted, inserted", str(stat.words_deleted), str(stat.words_inserted)),
        ("replaced", str(stat.words_replaced), str(stat.words_replaced)),
        ("moved phrases", str(found.moves), str(found.moves)),
        ("edits", str(stat.edits), ""),
    ]


def _write(
    found: Difference,
    output_format: str,
    output: Path | None,
    look: Look,
    *,
    stat: bool,
) -> None:
    from posteditor.reports.difference import as_docx, as_html, as_json, as_markdown

    if output_format == "docx":
        if output is None:
            raise UsageError("a DOCX needs a file", hint="name one with --output")
        with prepared(output) as part:
            part.write_bytes(as_docx(found, datetime.now().astimezone()))
        return
    payload = as_json(found) if output_format == "json" else {}
    if stat:
        payload.pop("ops", None)
    if payload and output is None:
        print_json(payload)
        return
    with written(output) as file:
        if payload:
            json.dump(payload, file, indent=2)
            file.write("\n")
        elif output_format == "html":
            file.write(as_html(found))
        elif output_format == "markdown":
            file.write(as_markdown(found, look.context))
        else:
            file.writelines(f"{line}\n" for line in _lines(found, look, colours=False))


def _folders(
    old: Path,
    new: Path,
    encoding: str | None,
    look: Look,
    output_format: str,
    *,
    stat: bool,
) -> int:
    from posteditor.cli.diff_folders import pairs
    from posteditor.reports.difference import as_json

    worst = ExitCode.OK
    rows: list[tuple[str, ...]] = []
    found: list[Difference] = []
    for pair in pairs(old, new):
        try:
            compared = pair.compared(encoding)
        except PostEditorError as error:
            complain(error)
            worst = max(worst, error.exit_code)
            continue
        rows.append(pair.row(compared))
        if compared is None or not compared.is_equal:
            worst = max(worst, ExitCode.FINDINGS)
        if compared is not None and not compared.is_equal:
            found.append(compared)
    if output_format == "json":
        documents = [as_json(one) for one in found]
        print_json({"version": 1, "documents": documents})
        return int(worst)
    for one in () if stat else found:
        _show(one, look, stat=False)
        click.echo()
    print_table(("file", "", "edits", "words old", "words new"), rows)
    return int(worst)
