"""Rule packs: TOML files read into rules, every fault named by file, rule and key.

Rule: nothing is compiled here that a text may never need; `Rule.compile` does it when
the words of the rule first occur.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from posteditor.checkers.rules.pattern import (
    Pattern,
    PatternError,
    read_context,
    read_expression,
    read_pattern,
)
from posteditor.checkers.rules.replacement import compile_replacement
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
_LABEL_CELLS = 13


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A sentence the rule must flag, and what its first replacement makes of it (None
    for a rule without replacements)."""

    bad: str
    good: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One phrase rule. `id` is "pack/name".

    `source_langs` empty: it holds for translations from any language; else for these,
    and where the source language is not known. A `false_friend` is right only where it
    is known: natives use the words in another sense.
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
    source_phrase: str = ""
    not_before: Pattern | None = None
    not_after: Pattern | None = None
    bad: tuple[Example, ...] = ()
    good: tuple[str, ...] = ()


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
    raw = _toml(path)
    head = _Table(raw.pop("pack", None), f"{path}: [pack]")
    rules = raw.pop("rule", None)
    if raw:
        raise _fault(str(path), f"unknown key {next(iter(raw))!r}", "known: pack, rule")
    name = head.text("name", must=_ID)
    defaults = _Defaults(
        target_lang=head.text("target_lang", must=_LANGUAGE, default="en"),
        source_langs=head.languages("source_lang"),
    )
    head.text("title", default="")
    head.finish()
    if not isinstance(rules, list) or not rules:
        raise _fault(str(path), "has no rules", "write [[rule]] before each rule")
    read = [_rule(entry, name, path, defaults) for entry in rules]
    seen: set[str] = set()
    for rule in read:
        if rule.id in seen:
            raise _fault(
                f"{path}: rule {rule.id}", "stands twice", "give it another id"
            )
        seen.add(rule.id)
    return tuple(read)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Defaults:
    target_lang: str
    source_langs: frozenset[str]


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise _fault(
            str(path), f"rule pack cannot be read: {error.strerror or error}"
        ) from error
    except UnicodeDecodeError as error:
        raise _fault(
            str(path), "rule pack is not UTF-8", "packs are TOML files in UTF-8"
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise _fault(str(path), str(error), "correct the TOML") from error


def _fault(where: str, what: str, hint: str | None = None) -> ConfigError:
    return ConfigError(f"{where}: {what}", hint=hint)


def _rule(entry: object, pack: str, path: Path, defaults: _Defaults) -> Rule:
    table = _Table(entry, f"{path}: a rule")
    name = table.text("id", must=_ID)
    table.where = f"{path}: rule {pack}/{name}"
    rule = Rule(
        id=f"{pack}/{name}",
        pattern=_pattern(table),
        replacements=table.texts("replacement"),
        message=table.text("message"),
        label=_label(table),
        category=_category(table),
        severity=_severity(table),
        safe=table.flag("safe"),
        target_lang=defaults.target_lang,
        source_langs=table.languages("source_lang") or defaults.source_langs,
        false_friend=table.flag("false_friend"),
        source_phrase=table.text("source_phrase", default=""),
        not_before=table.pattern("not_before", read_context),
        not_after=table.pattern("not_after", read_context),
        bad=_examples(table),
        good=table.texts("good"),
    )
    table.finish()
    _check(rule, table.where)
    return rule


def _pattern(table: _Table) -> Pattern:
    pattern = table.pattern("pattern", read_pattern)
    expression = table.pattern("regex", read_expression)
    if pattern is not None and expression is not None:
        raise _fault(table.where, "has a pattern and a regex", "keep one of them")
    found = pattern or expression
    if found is None:
        raise _fault(table.where, "pattern is missing")
    return found


def _check(rule: Rule, where: str) -> None:
    for template in rule.replacements:
        try:
            compile_replacement(template, rule.pattern)
        except PatternError as error:
            raise _fault(where, f"replacement {template!r} {error}") from None
    if rule.safe and not rule.replacements:
        raise _fault(where, "is safe but replaces nothing")
    if rule.false_friend and not rule.source_langs:
        raise _fault(
            where, "is a false friend of no language", "name it: source_lang = [\"ru\"]"
        )
    for example in rule.bad:
        if bool(rule.replacements) != (example.good is not None):
            raise _fault(
                where,
                f"bad example {example.bad!r} must be [bad, corrected] in a rule with "
                "a replacement, and a sentence alone in one without",
            )


def _label(table: _Table) -> str:
    label = table.text("label")
    if len(label) > _LABEL_CELLS:
        raise _fault(table.where, f"label {label!r} is longer than {_LABEL_CELLS}")
    return label


def _category(table: _Table) -> str:
    category = table.text("category", must=_CATEGORY)
    if category.split("/", 1)[0] not in CATEGORIES:
        names = ", ".join(sorted(CATEGORIES))
        raise _fault(
            table.where, f"category {category!r} is not MQM's", f"begins with: {names}"
        )
    return category


def _severity(table: _Table) -> Severity:
    name = table.text("severity", default=Severity.MINOR.value)
    if name not in set(Severity):
        names = ", ".join(Severity)
        raise _fault(table.where, f"severity {name!r} is unknown", f"known: {names}")
    return Severity(name)


def _examples(table: _Table) -> tuple[Example, ...]:
    raw = table.take("bad", [])
    if not isinstance(raw, list):
        raise _fault(table.where, "bad: expected a list")
    return tuple(_example(entry, table.where) for entry in raw)


def _example(entry: object, where: str) -> Example:
    match entry:
        case str(bad):
            return Example(bad=bad, good=None)
        case [str(bad), str(good)]:
            return Example(bad=bad, good=good)
    raise _fault(where, "bad: expected a sentence or [bad, corrected]")


class _Table:
    """A TOML table whose keys are taken one by one; what is left over is unknown."""

    def __init__(self, raw: object, where: str) -> None:
        if not isinstance(raw, Mapping):
            raise _fault(where, "is missing or no table")
        self._raw = dict(raw)
        self._known: list[str] = []
        self.where = where

    def take(self, key: str, default: object) -> object:
        self._known.append(key)
        return self._raw.pop(key, default)

    def text(
        self,
        key: str,
        *,
        must: re.Pattern[str] | None = None,
        default: str | None = None,
    ) -> str:
        value = self.take(key, default)
        if value is None:
            raise _fault(self.where, f"{key} is missing")
        if not isinstance(value, str):
            raise _fault(self.where, f"{key}: expected text in quotes")
        if value == "" and default is None:
            raise _fault(self.where, f"{key} is empty")
        if must is not None and not must.match(value):
            raise _fault(self.where, f"{key}: {value!r} is not well formed")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """One text or a list of them."""
        value = self.take(key, [])
        values: Sequence[object] = [value] if isinstance(value, str) else _list(value)
        texts = tuple(text for text in values if isinstance(text, str))
        if len(texts) != len(values):
            raise _fault(self.where, f"{key}: expected text in quotes, or a list of it")
        return texts

    def flag(self, key: str) -> bool:
        value = self.take(key, False)
        if not isinstance(value, bool):
            raise _fault(self.where, f"{key}: expected true or false")
        return value

    def languages(self, key: str) -> frozenset[str]:
        codes = self.texts(key)
        for code in codes:
            if not _LANGUAGE.match(code):
                raise _fault(
                    self.where, f"{key}: {code!r} is no language code", "ru, de"
                )
        return frozenset(codes)

    def pattern(self, key: str, read: Callable[[str], Pattern]) -> Pattern | None:
        text = self.text(key, default="")
        if not text:
            return None
        try:
            return read(text)
        except PatternError as error:
            raise _fault(self.where, f"{key} {text!r}: {error}") from None

    def finish(self) -> None:
        if self._raw:
            names = ", ".join(sorted(self._known))
            raise _fault(
                self.where, f"unknown key {next(iter(self._raw))!r}", f"known: {names}"
            )


def _list(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else [None]
