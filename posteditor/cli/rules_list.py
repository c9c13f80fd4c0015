"""`posteditor rules list` and `show`: what the program looks for, and why."""

from __future__ import annotations

import click

from posteditor.checkers.rules import RulesChecker
from posteditor.cli.options import settings_for
from posteditor.cli.output import print_table


@click.command("list")
def list_rules() -> None:
    """List the phrase rules and the mechanisms beside them."""
    checker = RulesChecker.load(settings_for().packs)
    print_table(
        ("rule", "message"),
        ((rule.id, rule.message) for rule in (*checker.rules, *checker.mechanisms)),
    )


@click.command()
@click.argument("rule_id", metavar="ID")
def show(*, rule_id: str) -> None:
    """Show all there is to the rule ID."""
