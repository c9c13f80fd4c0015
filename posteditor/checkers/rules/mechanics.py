"""What a mechanism is: a fault found by its shape, which no list of phrases can hold.

Rule: a mechanism is a pure function from a text to hits, quick to say that there is
nothing; every expression is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from posteditor.checkers.rules.matcher import Hit
from posteditor.model import Severity

Finder = Callable[[str], Iterator[Hit]]
Fix = str | Callable[[re.Match[str]], str | tuple[str, ...]]

ENGLISH = frozenset({"en"})
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mechanism:
    """A rule in code. `langs` empty: for every target language. `source_langs` empty:
    whatever the source; otherwise for these sources, and for an unknown one unless
    `false_friend`: then it would flag what native writers do."""

    id: str
    find: Finder
    message: str
    label: str
    category: str
    severity: Severity = Severity.MINOR
    safe: bool = False
    langs: frozenset[str] = ENGLISH
    source_langs: frozenset[str] = frozenset()
    false_friend: bool = False

    def serves(self, lang: str) -> bool:
        return not self.langs or lang in self.langs


def hit(start: int, end: int, *replacements: str) -> Hit:
    return Hit(start=start, end=end, replacements=replacements)


def swap(expression: re.Pattern[str], fix: Fix, *signs: str) -> Finder:
    """Hits of one expression. `fix` is a template (``\\1``) or makes the replacements
    from the match; "" from a function means no hit. The hit covers the group `at` where
    there is one, else the whole match. Every text that has a hit holds one of `signs`,
    where there are any."""
    at = "at" if "at" in expression.groupindex else 0

    def find(text: str) -> Iterator[Hit]:
        if signs and not any(sign in text for sign in signs):
            return
        for match in expression.finditer(text):
            if isinstance(fix, str):
                yield hit(*match.span(at), match.expand(fix))
            elif made := fix(match):
                replacements = (made,) if isinstance(made, str) else made
                yield hit(*match.span(at), *replacements)

    return find


def in_figures(*finders: Finder) -> Finder:
    """Finders of what has a digit in it, as one."""

    def find(text: str) -> Iterator[Hit]:
        if _DIGIT.search(text):
            for finder in finders:
                yield from finder(text)

    return find


def together(*finders: Finder) -> Finder:
    """Several finders as one."""

    def find(text: str) -> Iterator[Hit]:
        for finder in finders:
            yield from finder(text)

    return find
