"""A group of commands whose modules are imported only when a command is called.

Rule: help imports nothing, so each command's line in it is kept beside its place; a
test holds both against the commands.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

# Command -> where it lives ("package.module:attribute"), and its line in `--help`.
Commands = Mapping[str, tuple[str, str]]


class LazyGroup(click.Group):
    """`click.group(cls=LazyGroup, lazy=COMMANDS)`, the commands in that order."""

    def __init__(self, *args: Any, lazy: Commands, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.lazy:
            return None
        module, _, attribute = self.lazy[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in self.lazy.items()])
