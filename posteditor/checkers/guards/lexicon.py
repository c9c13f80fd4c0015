"""The words that guards read in a language, from data/guards/xx.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "data" / "guards"

Value = int | Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Words in lower case, with straight apostrophes. Months and weekdays count from
    1; `counting` are all words that may be part of a number or a date. Empty for a
    language without a file: figures are read even so."""

    language: str
    numbers: Mapping[str, Value]
    soft: Mapping[str, Value]
    scales: Mapping[str, Value]
    months: Mapping[str, int]
    doubtful_months: frozenset[str]
    month_openers: frozenset[str]
    weekdays: Mapping[str, int]
    joiners: frozenset[str]
    hard_negation: frozenset[str]
    soft_negation: frozenset[str]
    idle_negation: tuple[str, ...]
    un_words: tuple[str, ...]
    counting: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWords:
    """Capitalised words that are no names, the groups of equal words that a word is
    in, what an abbreviation is said as, and pronouns."""

    common: frozenset[str]
    equal: Mapping[str, frozenset[str]]
    spoken: Mapping[str, frozenset[str]]
    pronouns: frozenset[str]


@cache
def lexicon(lang: str | None) -> Lexicon:
    """The lexicon of a BCP 47 language; None and unknown ones have an empty one."""
    base = (lang or "").split("-", maxsplit=1)[0].lower()
    raw = _read(base)
    endings = str(raw.get("endings", "")).split()
    prefixes = ["", *str(raw.get("prefixes", "")).split()]
    negation = raw.get("negation", {})
    numbers = _values(raw.get("numbers", {}), endings, prefixes)
    soft = _values(raw.get("soft", {}), endings, prefixes)
    scales = _values(raw.get("scales", {}), endings, prefixes)
    months = _numbered(raw.get("months", ()), prefixes)
    weekdays = _numbered(raw.get("weekdays", ()), prefixes)
    return Lexicon(
        language=base,
        numbers=numbers,
        soft=soft,
        scales=scales,
        months=months,
        doubtful_months=frozenset(raw.get("doubtful-months", ())),
        month_openers=frozenset(raw.get("month-openers", ())),
        weekdays=weekdays,
        joiners=frozenset(raw.get("joiners", ())),
        hard_negation=frozenset(negation.get("hard", ())),
        soft_negation=frozenset(negation.get("soft", ())),
        idle_negation=tuple(negation.get("idle", ())),
        un_words=tuple(negation.get("un-words", ())),
        counting=frozenset({*numbers, *soft, *scales, *months, *weekdays}),
    )


@cache
def name_words() -> NameWords:
    """What is known of names in English."""
    raw = _read("en")["names"]
    equal: dict[str, frozenset[str]] = {}
    for line in raw["equal"]:
        group = frozenset(line.split())
        for word in group:
            equal[word] = equal.get(word, frozenset()) | group
    spoken = {line.split()[0]: frozenset(line.split()[1:]) for line in raw["spoken"]}
    return NameWords(
        common=frozenset(raw["common"]),
        equal=equal,
        spoken=spoken,
        pronouns=frozenset(raw["pronouns"]),
    )


def _read(base: str) -> dict[str, Any]:
    path = FOLDER / f"{base}.toml"
    if not base.isalpha() or not base.isascii() or not path.is_file():
        return {}
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _values(
    table: Mapping[str, str], endings: Iterable[str], prefixes: Iterable[str]
) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for written, words in table.items():
        value = Fraction(written)
        plain = int(value) if value.denominator == 1 else value
        for word in words.split():
            forms = [word]
            if word.endswith("+"):
                forms = [word[:-1] + ending for ending in endings]
            for form in forms:
                for prefix in prefixes:
                    found.setdefault(prefix + form, plain)
    return found


def _numbered(lines: Iterable[str], prefixes: Iterable[str]) -> dict[str, int]:
    return {
        prefix + word: number
        for number, line in enumerate(lines, 1)
        for word in line.split()
        for prefix in prefixes
    }
