"""`posteditor report`: what was done, for those who were not there."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from posteditor.cli.options import FILE, language_options, store_option
from posteditor.sanitise import sanitise


@click.command()
@click.argument("names", nargs=-1, metavar="[SESSION|FILE]...")
@click.option("--mt", metavar="FILE", help="A machine translation, without a session.")
@click.option("--pe", metavar="FILE", help="The revision of it.")
@click.option("--source", metavar="FILE", help="The source text.")
@click.option("--reference", metavar="FILE", help="An independent human translation.")
@click.option(
    "--lines",
    is_flag=True,
    help="The files hold a segment a line; TSV and JSON lines as FILE:COLUMN.",
)
@click.option("--all", "every", is_flag=True, help="All sessions of the store.")
@click.option("--since", metavar="DATE", help="Only sessions used since 2026-03-09.")
@click.option(
    "--format",
    "output_format",
    metavar="NAME",
    help=("html, docx, markdown, json or xlsx  [default: as FILE ends; markdown]"),
)
@click.option("--output", type=FILE, metavar="FILE", help="Write here, not to stdout.")
@click.option("--force", is_flag=True, help="Overwrite FILE.")
@click.option("--check", is_flag=True, help="Say which suggestions are open, too.")
@click.option("--editor", metavar="NAME", help="Who revised, where that is not known.")
@language_options
@store_option
def report(
    *,
    names: tuple[str, ...],
    output_format: str | None,
    output: Path | None,
    force: bool,
    **wanted: Any,
) -> None:
    """Report on a session, on files (--mt and --pe), or on several sessions at once.

    SESSION is the beginning of an id, FILE a document that was edited. One session:
    every sentence with its changes, decisions and scores. Several, or --all: totals by
    editor, by document and over time.
    """
    from posteditor.cli.report_output import put, target_of
    from posteditor.cli.report_request import Wanted, portfolio_of, report_of

    asked = Wanted(names=names, **wanted)
    target = target_of(output, output_format, force=force, several=asked.is_several)
    now = datetime.now().astimezone()
    if asked.is_several:
        found = portfolio_of(asked, now)
        target.spare(one.path for one in found.entries)
        data, remarks = target.write_several(found), found.remarks
    else:
        content = report_of(asked, now)
        target.spare([content.path, *(one.path for one in content.inputs)])
        data, remarks = target.write_one(content), content.remarks
    for remark in remarks:
        click.echo(sanitise(f"posteditor: {remark}"), err=True)
    put(data, target)
