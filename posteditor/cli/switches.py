"""Options that say which checkers, rules and glossaries count for one command.

Rule: they add to the settings and win over them; what they name must be known.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click

from posteditor.config import Settings
from posteditor.errors import UsageError

F = TypeVar("F", bound=Callable[..., Any])

Switched = Mapping[str, Sequence[Any]]


def switch_options(command: F) -> F:
    """`--off`, `--only`, `--checker`, `--glossary`, each as often as one likes, handed
    to the command together as `switches`."""
    from posteditor.cli.options import FILE

    for name, metavar, kind, about in (
        (
            "--glossary",
            "G",
            FILE,
            "A glossary (.tsv or .toml) whose terms are binding.",
        ),
        ("--checker", "NAME", str, "Use this checker alone; may be repeated."),
        ("--only", "RULE", str, "Show this rule, or group of rules, alone."),
        ("--off", "RULE", str, "Leave this rule, or group of rules, out."),
    ):
        command = click.option(
            name,
            multiple=True,
            metavar=metavar,
            type=kind,
            expose_value=False,
            callback=_collect,
            help=about,
        )(command)
    return command


def _collect(
    ctx: click.Context, param: click.Parameter, value: Sequence[Any]
) -> Sequence[Any]:
    switches = ctx.params.setdefault("switches", {})
    switches[param.name] = value
    return value


def switched(settings: Settings, switches: Switched) -> Settings:
    """The settings with the options applied. `ConfigError` or `UsageError` names what
    is unknown."""
    off, only = frozenset(switches.get("off", ())), frozenset(switches.get("only", ()))
    checkers = frozenset(switches.get("checker", ()))
    if not (off or only or checkers or switches.get("glossary")):
        return settings
    from posteditor.checkers.registry import REGISTRY, refuse_unknown_rules

    for names, option in ((off, "--off"), (only, "--only")):
        refuse_unknown_rules(names, settings, option)
    for name in sorted(checkers - REGISTRY.keys()):
        known = ", ".join(sorted(REGISTRY))
        raise UsageError(f"--checker: unknown checker {name}", hint=f"known: {known}")
    unused = frozenset(REGISTRY) - checkers if checkers else settings.checkers_off
    glossary = tuple(Path(name).absolute() for name in switches.get("glossary", ()))
    return replace(
        settings,
        rules_off=settings.rules_off | off,
        rules_only=only or settings.rules_only,
        checkers_off=unused,
        glossary=settings.glossary + glossary,
    )
