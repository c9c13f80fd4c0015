"""The rules that come with the program, read from their compiled form.

Reading TOML and patterns takes some 200 ms for 300 rules, the compiled form a few.
`python -m posteditor.checkers.rules` writes it anew after a pack was changed.
Rule: it counts only if made from these very packs; else the packs themselves are read.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from posteditor.checkers.rules.pack import Domain, Rule, load_pack
from posteditor.checkers.rules.pattern import Pattern
from posteditor.checkers.rules.source import SourcePattern
from posteditor.model import Severity

EMBEDDED = Path(__file__).parent / "packs"
COMPILED = EMBEDDED / "compiled.json"
_FORMAT = 4


def embedded_packs() -> tuple[Path, ...]:
    """The packs that come with the program."""
    return tuple(sorted(EMBEDDED.glob("*.toml")))


def embedded_rules(compiled: Path = COMPILED) -> tuple[Rule, ...]:
    """The rules of all embedded packs, without their examples."""
    packs = embedded_packs()
    try:
        stored = json.loads(compiled.read_text(encoding="utf-8"))
        if stored["made_from"] == _fingerprint(packs):
            return tuple(_rule(raw) for raw in stored["rules"])
    except (OSError, ValueError, LookupError, TypeError):
        pass  # missing, damaged or of another form: as good as out of date
    return _read(packs)


def compile_packs() -> str:
    """The compiled form of the embedded packs, as text."""
    packs = embedded_packs()
    rules = [_raw(rule) for rule in _read(packs)]
    head = json.dumps({"made_from": _fingerprint(packs)})[:-1]
    lines = ",\n".join(json.dumps(rule, ensure_ascii=False) for rule in rules)
    return f'{head}, "rules": [\n{lines}\n]}}\n'


def _read(packs: Sequence[Path]) -> tuple[Rule, ...]:
    return tuple(
        replace(rule, bad=(), good=()) for path in packs for rule in load_pack(path)
    )


def _fingerprint(packs: Sequence[Path]) -> str:
    """Of the packs, whatever the line ends of this copy, and of what reads them."""
    digest = sha256(str(_FORMAT).encode())
    for path in packs:
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def _raw(rule: Rule) -> list[Any]:
    return [
        rule.id,
        _raw_pattern(rule.pattern),
        rule.replacements,
        rule.message,
        rule.label,
        rule.category,
        rule.severity.value,
        rule.safe,
        rule.target_lang,
        sorted(rule.source_langs),
        rule.false_friend,
        [source.regex for source in rule.source_patterns],
        rule.source_phrase,
        sorted(rule.domains),
        rule.not_before and _raw_pattern(rule.not_before),
        rule.not_after and _raw_pattern(rule.not_after),
    ]


def _rule(raw: list[Any]) -> Rule:
    return Rule(
        id=raw[0],
        pattern=_pattern(raw[1]),
        replacements=tuple(raw[2]),
        message=raw[3],
        label=raw[4],
        category=raw[5],
        severity=Severity(raw[6]),
        safe=raw[7],
        target_lang=raw[8],
        source_langs=frozenset(raw[9]),
        false_friend=raw[10],
        source_patterns=tuple(SourcePattern(regex=regex) for regex in raw[11]),
        source_phrase=raw[12],
        domains=frozenset(map(Domain, raw[13])),
        not_before=raw[14] and _pattern(raw[14]),
        not_after=raw[15] and _pattern(raw[15]),
    )


def _raw_pattern(pattern: Pattern) -> list[Any]:
    anchors = [sorted(anchor) for anchor in pattern.anchors]
    nouns = [sorted(plurals) for plurals in pattern.nouns]
    return [pattern.regex, anchors, sorted(pattern.slots), pattern.verbs, nouns]


def _pattern(raw: list[Any]) -> Pattern:
    return Pattern(
        regex=raw[0],
        anchors=tuple(map(frozenset, raw[1])),
        slots=frozenset(raw[2]),
        verbs=tuple(raw[3]),
        nouns=tuple(map(frozenset, raw[4])),
    )
