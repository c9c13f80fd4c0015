"""`posteditor checkers`: which checkers work here, and how to get the missing."""

from __future__ import annotations

from dataclasses import asdict

import click

from posteditor.checkers.registry import describe
from posteditor.cli.options import format_option, settings_for
from posteditor.cli.output import print_json, print_table


@click.command()
@format_option
def checkers(*, output_format: str) -> None:
    """Show which checkers work here, their versions, and how to get the missing."""
    known = describe(settings_for())
    if output_format == "json":
        print_json({"version": 1, "checkers": [asdict(info) for info in known]})
        return
    print_table(
        ("checker", "works", "version", "languages", "note"),
        (
            (
                info.name,
                "yes" if info.available else "no",
                info.version or "-",
                ", ".join(info.languages),
                info.note,
            )
            for info in known
        ),
    )
