"""Wrong prepositions, behind verbs, nouns and adjectives and in set phrases, from
data/prepositions.txt.

Rule: an expression is tried only where one of its clue words stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from posteditor.checkers.rules.grammar.scan import DATA, as_before, trimmed
from posteditor.checkers.rules.inflect import verb
from posteditor.checkers.rules.matcher import Hit
from posteditor.checkers.rules.mechanics import Clued, vocabulary

_LINE = re.compile(r"(?P<clues>[\w ]+) : (?P<expression>.+?) =>(?P<right>.*)")
_VERB = re.compile(r"<(\w+)>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """One line of the data: what is wrong, and what is right for it."""

    clues: frozenset[str]
    expression: str
    right: str
    # What stands in every text the expression matches, in lower case.
    literal: str
    # Compiled when a text first has a clue.
    compiled: list[re.Pattern[str]] = field(default_factory=list, compare=False)

    def pattern(self) -> re.Pattern[str]:
        if not self.compiled:
            bounded = rf"(?<![\w’'-]){self.expression}(?:(?<=\W)|\b)"
            self.compiled.append(re.compile(bounded, re.IGNORECASE))
        return self.compiled[0]


@cache
def phrases() -> tuple[Phrase, ...]:
    """All lines of the data."""
    text = (DATA / "prepositions.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(_phrase(line) for line in lines)


def _phrase(line: str) -> Phrase:
    match = _LINE.fullmatch(line)
    if match is None:
        raise ValueError(line)
    clues = {clue.lower() for clue in match["clues"].split()}
    expression = match["expression"]
    for name in _VERB.findall(expression):
        forms = verb(name).all
        if clues <= {name, name.replace("z", "s")}:
            clues = set(forms)
        listed = "|".join(sorted(forms, key=len, reverse=True))
        expression = expression.replace(f"<{name}>", f"({listed})")
    expression = expression.replace("[A-Z]", "(?-i:[A-Z])")
    right = match["right"].removeprefix(" ")
    return Phrase(
        clues=frozenset(clues),
        expression=expression,
        right=right,
        literal=_literal(expression),
    )


def _literal(expression: str) -> str:
    """The longest stretch of letters and spaces outside of groups; a letter before a
    question mark is none."""
    outside = expression
    while (inner := _GROUP.sub("\0", outside)) != outside:
        outside = inner
    return max(re.findall(r"[a-z ,]+(?![a-z ,]*\?)", outside), key=len, default="")


_GROUP = re.compile(r"\([^()]*\)\??|[a-z]\?|\[[^\]]*\][+*]?|\\.")


@cache
def _by_clue() -> Mapping[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for phrase in phrases():
        for clue in phrase.clues:
            found.setdefault(clue, []).append(phrase)
    return {clue: tuple(each) for clue, each in found.items()}


def _find(text: str) -> Iterator[Hit]:
    table = _by_clue()
    lower = text.lower()
    for clue in table.keys() & vocabulary(text):
        for phrase in table[clue]:
            if phrase.literal not in lower:
                continue
            for match in phrase.pattern().finditer(text):
                right = as_before(match[0], match.expand(phrase.right))
                hit = trimmed(text, match.start(), match.end(), (right,))
                if hit is not None:
                    yield hit


def finder() -> Clued:
    """The finder of them all."""
    return Clued(_find, frozenset(_by_clue()))
