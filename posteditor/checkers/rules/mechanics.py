"""What a mechanism is: a fault found by its shape, which no list of phrases can hold.

Rule: a mechanism is a pure function from a text to hits, quick to say that there is
nothing; every expression is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
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


DIGIT = "0-9"
FOREIGN = "foreign"  # a character that ASCII has not
_SPOKEN = re.compile(r"[^\W_]|\s")


@dataclass(frozen=True, slots=True)
class Clued:
    """A finder that tells what a text must have for it to find anything: one of the
    `keys`. A key is a whole word in lower case, a sign that is neither letter, digit
    nor space, or `DIGIT`. None: it must be asked."""

    run: Finder
    keys: frozenset[str] | None

    def __call__(self, text: str) -> Iterator[Hit]:
        return self.run(text)


def keyed(signs: str, *finders: Finder) -> Finder:
    """Finders of what has one of these signs, or `FOREIGN`, in it, as one."""
    return Clued(
        _one_by_one(finders), frozenset([signs] if signs == FOREIGN else signs)
    )


def keys_of(text: str) -> set[str]:
    """All keys that a text has."""
    keys = set(words(text))
    keys.update(text)
    if has_digit(text):
        keys.add(DIGIT)
    if not text.isascii():
        keys.add(FOREIGN)
    return keys


def _keys(finder: Finder) -> frozenset[str] | None:
    return finder.keys if isinstance(finder, Clued) else None


def _all_keys(finders: Iterable[Finder]) -> frozenset[str] | None:
    keys: set[str] = set()
    for finder in finders:
        known = _keys(finder)
        if known is None:
            return None
        keys |= known
    return frozenset(keys)


def _key(sign: str) -> str | None:
    """The key of a text that holds this sign somewhere, if it has a sure one."""
    signs = [character for character in sign if not _SPOKEN.match(character)]
    if signs:
        return min(signs, key=lambda character: (character in ",.’'-", character))
    return DIGIT if has_digit(sign) else None


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

    keys = [_key(sign) for sign in signs]
    known = frozenset(key for key in keys if key is not None)
    return Clued(find, known if signs and None not in keys else None)


def in_figures(*finders: Finder) -> Finder:
    """Finders of what has a digit in it, as one."""

    def find(text: str) -> Iterator[Hit]:
        if has_digit(text):
            for finder in finders:
                yield from finder(text)

    keys: set[str] = set()
    for finder in finders:
        known = _keys(finder)
        keys |= frozenset([DIGIT]) if known is None else known
    return Clued(find, frozenset(keys))


def near(wanted: str | Iterable[str], *finders: Finder) -> Finder:
    """Finders of what has one of these words, in lower case, in it, as one."""
    signals = frozenset(wanted.split() if isinstance(wanted, str) else wanted)

    def find(text: str) -> Iterator[Hit]:
        if not signals.isdisjoint(vocabulary(text)):
            for finder in finders:
                yield from finder(text)

    return Clued(find, signals)


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

    return Clued(find, _all_keys(finders))


def _has_one(text: str, signs: tuple[str, ...]) -> bool:
    for sign in signs:  # noqa: SIM110 - twice as quick as any() for few signs
        if sign in text:
            return True
    return False


def together(*finders: Finder) -> Finder:
    """Several finders as one."""
    return Clued(_one_by_one(finders), _all_keys(finders))


def _one_by_one(finders: Iterable[Finder]) -> Finder:
    every = tuple(finders)
    if len(every) == 1:
        return every[0].run if isinstance(every[0], Clued) else every[0]

    def find(text: str) -> Iterator[Hit]:
        for finder in every:
            yield from finder(text)

    return find
