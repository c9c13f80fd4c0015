"""`posteditor rules`: look at phrase rules, try packs, and begin one.

Rule: each command lives in its own module and is imported when it is called.
"""

from __future__ import annotations

import click

from posteditor.cli.lazy import LazyGroup

COMMANDS: dict[str, tuple[str, str]] = {
    "list": ("posteditor.cli.rules_list:list_rules", "List the rules."),
    "mine": ("posteditor.cli.rules_mine:mine", "Find what machines overuse."),
    "new": ("posteditor.cli.rules_new:new", "Begin a pack, or a rule in one."),
    "show": ("posteditor.cli.rules_list:show", "Show all there is to one rule."),
    "test": ("posteditor.cli.rules_test:test", "Try rules on their own examples."),
}


@click.group(cls=LazyGroup, lazy=COMMANDS)
def rules() -> None:
    """Look at the phrase rules, try the examples of packs, and begin a pack."""
