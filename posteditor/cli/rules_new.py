"""`posteditor rules new`: a commented pack to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from posteditor.checkers.rules.starter import begin
from posteditor.cli.options import FILE
from posteditor.sanitise import sanitise


@click.command()
@click.argument("pack", type=FILE, metavar="PACK.toml")
@click.option(
    "--id",
    "rule_id",
    default="my-rule",
    metavar="ID",
    show_default=True,
    help="How the rule is named within its pack.",
)
def new(*, pack: Path, rule_id: str) -> None:
    """Write a pack with one commented rule, or add a rule to a pack that exists.

    Nothing that stands in the file is changed.
    """
    is_new = begin(pack, rule_id)
    click.echo(sanitise(str(pack)))
    done = "written" if is_new else f"rule {rule_id} added"
    click.echo(f"{done}; now: posteditor rules test {sanitise(str(pack))}", err=True)
