"""`posteditor rules list` and `show`: what the program looks for, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

import click

from posteditor.checkers.rules.catalogue import Card, Entry, card, entries, select
from posteditor.checkers.rules.table import nearest
from posteditor.cli.options import format_option, settings_for
from posteditor.cli.output import print_json, print_table
from posteditor.config import Settings
from posteditor.errors import UsageError
from posteditor.sanitise import sanitise

_HEADER = ("rule", "category", "severity", "from", "state", "message")
_SHOWN = (
    "pattern",
    "regex",
    "source_match",
    "not_after",
    "not_before",
    "replacement",
    "message",
    "source_phrase",
    "label",
)


@click.command("list")
@click.option("--pack", metavar="P", help="Only the rules of this pack.")
@click.option("--source-lang", metavar="L", help="Only rules made for this source.")
@click.option("--category", metavar="C", help="Only this MQM category, such as style.")
@click.option("--off", is_flag=True, help="Only rules that the settings turn off.")
@format_option
def list_rules(
    *,
    pack: str | None,
    source_lang: str | None,
    category: str | None,
    off: bool,
    output_format: str,
) -> None:
    """List the phrase rules and the mechanisms beside them."""
    known = _entries(settings_for())
    if pack is not None:
        _refuse_unknown("--pack", pack, {entry.pack for entry in known})
    if category is not None:
        _refuse_unknown("--category", category, set(_with_parents(known)))
    chosen = select(
        known, pack=pack, source_lang=source_lang, category=category, off=off
    )
    listed = list(chosen)
    if output_format == "json":
        print_json({"version": 1, "rules": [asdict(entry) for entry in listed]})
    elif listed:
        print_table(_HEADER, map(_row, listed))
    else:
        click.echo("no such rules", err=True)


@click.command()
@click.argument("rule_id", metavar="ID")
@format_option
def show(*, rule_id: str, output_format: str) -> None:
    """Show all there is to the rule ID (pack/name, or its name where only one has it):
    pattern, replacement, reason, examples, and the file and line it stands in."""
    settings = settings_for()
    found = card(_find(rule_id, _entries(settings)), settings.packs)
    if output_format == "json":
        where = {"path": str(found.path) if found.path else None, "line": found.line}
        keys = dict(found.written)
        print_json({"version": 1, "rule": asdict(found.entry) | where | {"keys": keys}})
        return
    for name, text in _lines(found):
        click.echo(sanitise(f"{name:<14}{text}".rstrip()))


def _entries(settings: Settings) -> list[Entry]:
    return entries(settings.packs, settings.rules_off)


def _refuse_unknown(option: str, name: str, known: set[str]) -> None:
    if name not in known:
        raise UsageError(f"{option}: no rule has {name!r}", hint=nearest(name, known))


def _with_parents(known: list[Entry]) -> Iterator[str]:
    for entry in known:
        parts = entry.category.split("/")
        yield from ("/".join(parts[: i + 1]) for i in range(len(parts)))


def _row(entry: Entry) -> tuple[str, ...]:
    return (
        entry.id,
        entry.category,
        entry.severity,
        ", ".join(entry.source_langs) or "any",
        "on" if entry.on else "off",
        entry.message,
    )


def _find(name: str, known: list[Entry]) -> Entry:
    matching = [e for e in known if name in {e.id, e.id.split("/", 1)[1]}]
    exact = [entry for entry in matching if entry.id == name]
    if len(exact or matching) == 1:
        return (exact or matching)[0]
    if matching:
        ids = ", ".join(entry.id for entry in matching)
        raise UsageError(f"{name!r} is a rule of several packs", hint=ids)
    raise UsageError(f"no rule {name!r}", hint=_hint(name, known))


def _hint(name: str, known: list[Entry]) -> str:
    short = {entry.id.split("/", 1)[1] for entry in known}
    near = nearest(name, short.union(entry.id for entry in known))
    return near if near.startswith("did") else "see: posteditor rules list"


def _lines(found: Card) -> Iterator[tuple[str, str]]:
    entry, written = found.entry, found.written
    yield "rule", entry.id
    if found.path is None:
        yield "pack", "none: a mechanism, in code"
        yield "message", entry.message
    else:
        yield "pack", f"{found.path}:{found.line} ({found.pack_title or entry.pack})"
    for key in _SHOWN:
        yield from _texts(key, written.get(key))
    yield "category", f"{entry.category}, {entry.severity}"
    yield "from", ", ".join(entry.source_langs) or "any language"
    yield "domain", ", ".join(entry.domains) or "any"
    yield "state", ", ".join(_state(entry))
    for example in written.get("bad", ()):
        yield from _example("bad", example)
    for example in written.get("good", ()):
        yield from _example("good", example)


def _texts(key: str, value: object) -> Iterator[tuple[str, str]]:
    texts = value if isinstance(value, list) else [] if value is None else [value]
    for number, text in enumerate(texts):
        yield (key if number == 0 else "", str(text))


def _state(entry: Entry) -> Iterator[str]:
    yield "on" if entry.on else "off"
    if entry.safe:
        yield "safe to apply unseen"
    if entry.false_friend:
        yield "needs a known source language"
    if entry.bilingual:
        yield "needs the source sentence"


def _example(kind: str, example: object) -> Iterator[tuple[str, str]]:
    if isinstance(example, Mapping):
        yield from _table(kind, example)
        return
    texts = example if isinstance(example, list) else [example]
    yield kind, str(texts[0])
    for text in texts[1:]:
        yield "", f"→ {text}"


def _table(kind: str, example: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if "source" in example:
        yield kind, str(example["source"])
        kind = ""
    yield kind, str(example["target"])
    if "good" in example:
        yield "", f"→ {example['good']}"
