"""What a mechanism is: a fault found by its shape, which no list of phrases can hold.

Rule: a mechanism is a pure function from a text to hits, quick to say that there is
nothing; every expression is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from posteditor.checkers.rules.matcher import Hit
from posteditor.model import Severity

Finder = Callable[[str], Iterator[Hit]]
Fix = str | Callable[[re.Match[str]], str | tuple[str, ...]]

ENGLISH = frozenset({"en"})
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W_]+")


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
        if signs and not _has_one(text, signs):
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
        if has_digit(text):
            for finder in finders:
                yield from finder(text)

    return find


def near(wanted: str, *finders: Finder) -> Finder:
    """Finders of what has one of these words, in lower case, in it, as one."""
    signals = frozenset(wanted.split())

    def find(text: str) -> Iterator[Hit]:
        if not signals.isdisjoint(vocabulary(text)):
            for finder in finders:
                yield from finder(text)

    return find


# Every mechanism asks these of the same text, one after the other.
@lru_cache(maxsize=8)
def has_digit(text: str) -> bool:
    return _DIGIT.search(text) is not None


@lru_cache(maxsize=8)
def words(text: str) -> tuple[str, ...]:
    """The runs of letters and digits of a text, in lower case."""
    return tuple(_WORD.findall(text.lower()))


@lru_cache(maxsize=8)
def vocabulary(text: str) -> frozenset[str]:
    return frozenset(words(text))


def where(clue: re.Pattern[str], *finders: Finder) -> Finder:
    """Finders of what this quicker expression finds a trace of, as one."""

    def find(text: str) -> Iterator[Hit]:
        if clue.search(text):
            for finder in finders:
                yield from finder(text)

    return find


def _has_one(text: str, signs: tuple[str, ...]) -> bool:
    for sign in signs:  # noqa: SIM110 - twice as quick as any() for few signs
        if sign in text:
            return True
    return False


def together(*finders: Finder) -> Finder:
    """Several finders as one."""

    def find(text: str) -> Iterator[Hit]:
        for finder in finders:
            yield from finder(text)

    return find
