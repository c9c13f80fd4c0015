"""Rule packs: TOML files read into rules, every fault named by file, line and rule.

Rule: nothing is compiled here that a text may never need; `Matcher` does it when the
words of the rule first occur.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from posteditor.checkers.rules.expression import read_expression
from posteditor.checkers.rules.lines import TableLines, named, table_lines
from posteditor.checkers.rules.pattern import (
    Pattern,
    PatternError,
    read_context,
    read_pattern,
)
from posteditor.checkers.rules.replacement import compile_replacement
from posteditor.checkers.rules.source import SourcePattern, read_source
from posteditor.checkers.rules.table import Table, nearest
from posteditor.errors import ConfigError
from posteditor.model import Severity

# The top of the MQM typology, and what this project adds below it.
CATEGORIES = frozenset(
    {
        "accuracy",
        "design",
        "fluency",
        "locale-convention",
        "other",
        "style",
        "terminology",
    }
)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_CATEGORY = re.compile(r"[a-z]+(?:-[a-z]+)*(?:/[a-z]+(?:-[a-z]+)*)*\Z")
_LANGUAGE = re.compile(r"[a-z]{2,3}\Z")
_AT_LINE = re.compile(r" \(at line (\d+)[^)]*\)")
_LABEL_CELLS = 13


class Domain(StrEnum):
    """What kind of text a rule is for."""

    OFFICIAL = "official"
    NEWS = "news"
    ADMINISTRATION = "administration"
    BUSINESS = "business"
    ANY = "any"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A sentence the rule must flag, and what its first replacement makes of it (None
    for a rule without replacements). A bilingual rule's has its source."""

    bad: str
    good: str | None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """A sentence the rule must leave alone."""

    text: str
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One phrase rule. `id` is "pack/name".

    `source_langs` empty: it holds for translations from any language; else for these,
    and where the source language is not known. A `false_friend` is right only where it
    is known: natives use the words in another sense. One of `source_patterns`, where
    there are any, must match the source sentence, and `SOURCE` in the message stands
    for what it matched. `domains` empty: for any kind of text.
    """

    id: str
    pattern: Pattern
    replacements: tuple[str, ...]
    message: str
    label: str
    category: str
    severity: Severity = Severity.MINOR
    safe: bool = False
    target_lang: str = "en"
    source_langs: frozenset[str] = frozenset()
    false_friend: bool = False
    source_patterns: tuple[SourcePattern, ...] = ()
    source_phrase: str = ""
    domains: frozenset[Domain] = frozenset()
    not_before: Pattern | None = None
    not_after: Pattern | None = None
    bad: tuple[Example, ...] = ()
    good: tuple[Sound, ...] = ()

    @property
    def pack(self) -> str:
        return self.id.split("/", 1)[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A pack as it was read; by rule, `lines` tell where its keys stand, and `written`
    holds them as they are in the file."""

    path: Path
    name: str
    title: str
    rules: tuple[Rule, ...]
    lines: Mapping[str, TableLines]
    written: Mapping[str, Mapping[str, Any]]


SOURCE = "{source}"


def is_for(domains: frozenset[Domain], domains_off: frozenset[Domain]) -> bool:
    """Is a rule for these domains wanted? It is off when all its domains are."""
    return not domains or not domains <= domains_off


def pack_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The TOML files among `paths`, folders looked into (one level)."""
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            files += sorted(path.glob("*.toml"))
        else:
            files.append(path)
    return tuple(files)


def load_pack(path: Path) -> tuple[Rule, ...]:
    """The rules of one pack. Raises ConfigError."""
    return read_pack(path).rules


def read_pack(path: Path) -> Pack:
    """One pack. Raises ConfigError, which names file, line and rule."""
    text, raw = _toml(path)
    head, entries, lines = _tables(text, raw, path)
    name = head.text("name", must=_ID)
    defaults = _Defaults(
        target_lang=head.text("target_lang", must=_LANGUAGE, default="en"),
        source_langs=head.languages("source_lang"),
        domains=head.members("domain", Domain),
    )
    title = head.text("title", default="")
    head.finish()
    places: dict[str, TableLines] = {}
    written: dict[str, Mapping[str, Any]] = {}
    rules = []
    for entry, place in zip(entries, lines, strict=True):
        table = Table(entry, path, place, "a rule")
        rule = _rule(table, name, defaults)
        if rule.id in places:
            raise table.fault("stands twice", "give it another id", key="id")
        places[rule.id], written[rule.id] = place, entry
        rules.append(rule)
    return Pack(
        path=path,
        name=name,
        title=title,
        rules=tuple(rules),
        lines=places,
        written=written,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Defaults:
    target_lang: str
    source_langs: frozenset[str]
    domains: frozenset[Domain]


def _tables(
    text: str, raw: dict[str, Any], path: Path
) -> tuple[Table, list[Any], Sequence[TableLines]]:
    """The head of a pack, its rules, and where these stand."""
    tables = table_lines(text)
    heads = named(tables, "pack")
    head = Table(raw.pop("pack", None), path, heads[0] if heads else None, "[pack]")
    rules = raw.pop("rule", None)
    if raw:
        key = next(iter(raw))
        line = (named(tables, key) or tables)[0].of(key)
        what = f"unknown key {key!r}"
        raise _fault(f"{path}:{line}", what, nearest(key, ["pack", "rule"]))
    if not isinstance(rules, list) or not rules:
        raise _fault(str(path), "has no rules", "write [[rule]] before each rule")
    lines = named(tables, "rule")
    if len(lines) != len(rules):  # written as a list of inline tables
        at = tables[0].of("rule")
        lines = [TableLines("rule", at) for _ in rules]
    return head, rules, lines


def _toml(path: Path) -> tuple[str, dict[str, Any]]:
    try:
        # Editors on Windows put a BOM in front, which TOML does not know.
        text = path.read_text(encoding="utf-8-sig")
        return text, tomllib.loads(text)
    except OSError as error:
        raise _fault(
            str(path), f"rule pack cannot be read: {error.strerror or error}"
        ) from error
    except UnicodeDecodeError as error:
        raise _fault(
            str(path), "rule pack is not UTF-8", "packs are TOML files in UTF-8"
        ) from error
    except tomllib.TOMLDecodeError as error:
        what, line = _AT_LINE.sub("", str(error)), _AT_LINE.search(str(error))
        where = f"{path}:{line[1]}" if line else str(path)
        raise _fault(where, what, "correct the TOML") from error
    except RecursionError as error:
        raise _fault(str(path), "is nested too deep", "correct the TOML") from error


def _fault(where: str, what: str, hint: str | None = None) -> ConfigError:
    return ConfigError(f"{where}: {what}", hint=hint)


def _rule(table: Table, pack: str, defaults: _Defaults) -> Rule:
    name = table.text("id", must=_ID)
    table.name = f"rule {pack}/{name}"
    rule = Rule(
        id=f"{pack}/{name}",
        pattern=_pattern(table),
        replacements=table.texts("replacement"),
        message=table.text("message"),
        label=_label(table),
        category=_category(table),
        severity=table.member("severity", Severity, Severity.MINOR),
        safe=table.flag("safe"),
        target_lang=defaults.target_lang,
        source_langs=table.languages("source_lang") or defaults.source_langs,
        false_friend=table.flag("false_friend"),
        source_patterns=table.read_all("source_match", read_source),
        source_phrase=table.text("source_phrase", default=""),
        domains=_domains(table, defaults),
        not_before=table.read("not_before", read_context),
        not_after=table.read("not_after", read_context),
        bad=_bad(table),
        good=_good(table),
    )
    table.finish()
    _check(rule, table)
    _check_source(rule, table)
    return rule


def _pattern(table: Table) -> Pattern:
    pattern = table.read("pattern", read_pattern)
    expression = table.read("regex", read_expression)
    if pattern is not None and expression is not None:
        raise table.fault("has a pattern and a regex", "keep one of them", key="regex")
    found = pattern or expression
    if found is None:
        raise table.fault("pattern is missing")
    return found


def _check(rule: Rule, table: Table) -> None:
    for template in rule.replacements:
        try:
            compile_replacement(template, rule.pattern)
        except PatternError as error:
            raise table.fault(
                f"replacement {template!r} {error}", key="replacement"
            ) from None
    if rule.safe and not rule.replacements:
        raise table.fault("is safe but replaces nothing", key="safe")
    if rule.false_friend and not rule.source_langs:
        raise table.fault(
            "is a false friend of no language",
            'name it: source_lang = ["ru"]',
            key="false_friend",
        )
    for item, example in enumerate(rule.bad):
        if bool(rule.replacements) != (example.good is not None):
            lacks = "no correction" if rule.replacements else "one, the rule none"
            raise table.fault(
                f"bad example {example.bad!r}: a rule with a replacement has corrected "
                f"examples, here is {lacks}",
                key="bad",
                item=item,
            )


def _check_source(rule: Rule, table: Table) -> None:
    if rule.source_patterns:
        for item, example in enumerate(rule.bad):
            if example.source is None:
                raise table.fault(
                    f"bad example {example.bad!r} has no source",
                    'write { source = "…", target = "…", good = "…" }',
                    key="bad",
                    item=item,
                )
        return
    for key, text in (
        ("message", rule.message),
        ("source_phrase", rule.source_phrase),
    ):
        if SOURCE in text:
            raise table.fault(
                f"{key} names {SOURCE}, which only source_match gives", key=key
            )


def _label(table: Table) -> str:
    label = table.text("label")
    if len(label) > _LABEL_CELLS:
        raise table.fault(f"label {label!r} is longer than {_LABEL_CELLS}", key="label")
    return label


def _category(table: Table) -> str:
    category = table.text("category", must=_CATEGORY)
    if category.split("/", 1)[0] not in CATEGORIES:
        names = ", ".join(sorted(CATEGORIES))
        raise table.fault(
            f"category {category!r} is not MQM's",
            f"begins with: {names}",
            key="category",
        )
    return category


def _domains(table: Table, defaults: _Defaults) -> frozenset[Domain]:
    domains = table.members("domain", Domain) or defaults.domains
    return frozenset() if Domain.ANY in domains else domains


def _bad(table: Table) -> tuple[Example, ...]:
    examples = []
    for item, entry in enumerate(table.items("bad")):
        example = _example(entry)
        if example is None:
            raise table.fault(
                "bad: expected a sentence, [bad, corrected] "
                "or { source, target, good }",
                key="bad",
                item=item,
            )
        examples.append(example)
    return tuple(examples)


def _example(entry: object) -> Example | None:
    if isinstance(entry, str):
        return Example(bad=entry, good=None)
    if isinstance(entry, list):
        entry = dict(zip(("target", "good", "?"), entry, strict=False))
        if "good" not in entry:
            return None
    texts = _texts(entry, {"source", "target", "good"})
    if texts is None or "target" not in texts:
        return None
    return Example(
        bad=texts["target"], good=texts.get("good"), source=texts.get("source")
    )


def _good(table: Table) -> tuple[Sound, ...]:
    sentences = []
    for item, entry in enumerate(table.items("good")):
        whole = {"target": entry} if isinstance(entry, str) else entry
        texts = _texts(whole, {"source", "target"})
        if texts is None or "target" not in texts:
            raise table.fault(
                "good: expected a sentence or { source, target }", key="good", item=item
            )
        sentences.append(Sound(text=texts["target"], source=texts.get("source")))
    return tuple(sentences)


def _texts(entry: object, known: set[str]) -> dict[str, str] | None:
    """A table of texts with no other keys than these."""
    if not isinstance(entry, dict) or not entry.keys() <= known:
        return None
    texts = {key: text for key, text in entry.items() if isinstance(text, str)}
    return texts if len(texts) == len(entry) else None
