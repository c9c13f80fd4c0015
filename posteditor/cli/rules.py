"""`posteditor rules`: look at phrase rules, try packs, and begin one.

Rule: each command lives in its own module and is imported when it is called.
"""

from __future__ import annotations

import click

from posteditor.cli.lazy import LazyGroup

COMMANDS: dict[str, tuple[str, str]] = {
    "list": ("posteditor.cli.rules_list:list_rules", "List the rules."),
    "show": ("posteditor.cli.rules_list:show", "Show all there is to one rule."),
}


@click.group(cls=LazyGroup, lazy=COMMANDS)
def rules() -> None:
    """Look at the phrase rules, try the examples of packs, and begin a pack."""
