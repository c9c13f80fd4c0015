"""The rules of a user as a catalogue: which there are, and all that is known of one.

Rule: what a pack says of a rule is shown as it is written there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from posteditor.checkers.rules.checker import RulesChecker, is_off
from posteditor.checkers.rules.compiled import embedded_packs
from posteditor.checkers.rules.mechanics import Mechanism
from posteditor.checkers.rules.pack import (
    Domain,
    Pack,
    Rule,
    is_for,
    pack_files,
    read_pack,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A phrase rule or a mechanism, as a list shows it. `source_langs` empty: for
    translations from any language."""

    id: str
    category: str
    severity: str
    message: str
    source_langs: tuple[str, ...]
    domains: tuple[str, ...]
    false_friend: bool
    bilingual: bool
    safe: bool
    on: bool

    @property
    def pack(self) -> str:
        return self.id.split("/", 1)[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """All there is to one rule. `written` holds its keys as they are in the pack (a
    mechanism is in no pack, and has none)."""

    entry: Entry
    path: Path | None = None
    line: int = 0
    pack_title: str = ""
    written: Mapping[str, Any] = field(default_factory=dict)


def entries(
    extra: Sequence[Path] = (),
    off: frozenset[str] = frozenset(),
    domains_off: frozenset[Domain] = frozenset(),
) -> list[Entry]:
    """All rules: the embedded ones, those of the packs in `extra`, the mechanisms; also
    those that are off. Raises ConfigError."""
    checker = RulesChecker.load(extra)
    rules: Iterable[Rule | Mechanism] = (*checker.rules, *checker.mechanisms)
    return [_entry(rule, off, domains_off) for rule in rules]


def select(
    listed: Iterable[Entry],
    *,
    pack: str | None = None,
    source_lang: str | None = None,
    category: str | None = None,
    off: bool = False,
) -> Iterator[Entry]:
    """The entries of a pack, made for a source language, of an MQM category or below
    it, and those that are off."""
    for entry in listed:
        if (
            (pack is None or entry.pack == pack)
            and (source_lang is None or source_lang in entry.source_langs)
            and (category is None or f"{entry.category}/".startswith(f"{category}/"))
            and not (off and entry.on)
        ):
            yield entry


def card(entry: Entry, extra: Sequence[Path] = ()) -> Card:
    """All there is to one rule. Raises ConfigError."""
    for pack in _packs(entry.pack, extra):
        if entry.id in pack.written:
            return Card(
                entry=entry,
                path=pack.path,
                line=pack.lines[entry.id].of(),
                pack_title=pack.title,
                written=pack.written[entry.id],
            )
    return Card(entry=entry)


def _packs(name: str, extra: Sequence[Path]) -> Iterator[Pack]:
    """The pack of this name first, if its file is named so."""
    files = (*embedded_packs(), *pack_files(extra))
    for path in sorted(files, key=lambda path: path.stem != name):
        yield read_pack(path)


def _entry(
    rule: Rule | Mechanism, off: frozenset[str], domains_off: frozenset[Domain]
) -> Entry:
    phrase = rule if isinstance(rule, Rule) else None
    domains = phrase.domains if phrase else frozenset()
    return Entry(
        id=rule.id,
        category=rule.category,
        severity=rule.severity.value,
        message=rule.message,
        source_langs=tuple(sorted(rule.source_langs)),
        domains=tuple(sorted(domains)),
        false_friend=rule.false_friend,
        bilingual=bool(phrase and phrase.source_patterns),
        safe=rule.safe,
        on=not is_off(rule.id, off) and is_for(domains, domains_off),
    )
