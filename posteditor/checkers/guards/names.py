"""Names and abbreviations of an English sentence, and what may stand for them.

Rule: a name said in another form (Russia, Russian; EU, European Union; the plural, the
possessive) is no loss, and one spelled a little differently is only a change.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from posteditor.checkers.guards.facts import Fact, Kind
from posteditor.checkers.guards.lexicon import name_words
from posteditor.checkers.spellings import varieties

_WORD = re.compile(r"[^\W\d_]+(?:['’.&][^\W\d_]+)*")
_OPENING = re.compile(r"(?:(?:^|[.!?:;…\n•*–—-]\s*)[\s\"'“”„«‘’(\[*>#•–—-]*|[\"“„«])\Z")
_POSSESSIVE = re.compile(r"['’]s?\Z", re.IGNORECASE)
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "la"})
# Alike enough to be the same name spelled otherwise, and the share of a name that a
# form of it keeps ("Tajikistan", "Tajik").
ALIKE = 0.72
LEAST_STEM, STEM_SHARE = 4, 0.6
_ENDINGS = frozenset("ins")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it stands, and folded: lower case, no accents, no possessive."""

    text: str
    start: int
    folded: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def words_of(text: str) -> list[Word]:
    return [Word(m[0], m.start(), folded(m[0])) for m in _WORD.finditer(text)]


@lru_cache(maxsize=4096)
def folded(word: str) -> str:
    """What two spellings of one word share."""
    lower = _POSSESSIVE.sub("", word[:_LONGEST]).lower().replace(".", "")
    if not lower.isascii():
        parts = unicodedata.normalize("NFKD", lower)
        lower = "".join(char for char in parts if not unicodedata.combining(char))
    known = varieties().get(lower)
    return min(lower, known.other) if known else lower


def names(text: str, words: Sequence[Word], calendar: Collection[int]) -> list[Fact]:
    """Capitalised words inside a sentence. Nothing in headings and shouted lines, whose
    capitals tell nothing; `calendar` are the places of months and days."""
    if _is_titled(words):
        return []
    common = name_words().common
    found = []
    for word in words:
        if not word.text[0].isupper() or is_abbreviation(word.text):
            continue
        if len(word.folded) < 3 or word.folded in common:  # noqa: PLR2004
            continue
        if word.start in calendar or _OPENING.search(text[: word.start][-12:]):
            continue
        found.append(_fact(word, Kind.NAME))
    return found


def abbreviations(words: Sequence[Word]) -> list[Fact]:
    """Words in capitals, where not most words are."""
    found = [word for word in words if is_abbreviation(word.text)]
    if len(found) * 2 > max(len(words), 3):
        return []
    return [_fact(word, Kind.ABBREVIATION) for word in found]


def is_abbreviation(word: str) -> bool:
    """Two capitals or more, but for a plural ending: "EU", "U.S.", "UAVs"."""
    bare = _POSSESSIVE.sub("", word).rstrip("s")
    letters = bare.replace(".", "").replace("&", "")
    return len(letters) > 1 and letters.isupper() and bool(letters.strip("IVX"))


def _fact(word: Word, kind: Kind) -> Fact:
    return Fact(
        kind=kind,
        keys=frozenset({word.folded}),
        start=word.start,
        end=word.end,
        text=word.text,
    )


def _is_titled(words: Sequence[Word]) -> bool:
    long = [word for word in words if len(word.text) > 3]  # noqa: PLR2004
    capital = sum(word.text[0].isupper() for word in long)
    return len(long) > 2 and capital > 0.6 * len(long)  # noqa: PLR2004


class Reading:
    """The words of a sentence, to find in them what stands for a name."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._folded = frozenset(word.folded for word in words)
        self._words = words

    def has(self, name: Fact) -> bool:
        """Does a form of this name stand here, or of this abbreviation?"""
        [key] = name.keys
        key = str(key)
        if key in self._folded:
            return True
        equal = name_words().equal.get(key, frozenset()) | _listed(key)
        if not equal.isdisjoint(self._folded):
            return True
        if any(is_form(key, other) for other in self._folded):
            return True
        if name.kind is Kind.ABBREVIATION:
            return self._spells(key.rstrip("s") if len(key) > 2 else key)  # noqa: PLR2004
        return self._abbreviates(name)

    def alike(self, name: Fact, among: Collection[str]) -> str | None:
        """The word of `among` that is this name in another spelling."""
        [key] = name.keys
        key = str(key)
        best = max(
            (word for word in self._words if word.text in among),
            key=lambda word: _likeness(key, word.folded),
            default=None,
        )
        if best is None or _likeness(key, best.folded) < ALIKE:
            return None
        return best.text

    def _spells(self, letters: str) -> bool:
        """Do the first letters of words in a row give the abbreviation?"""
        for skips in (_SMALL, frozenset[str]()):
            line = "".join(
                part[0]
                for word in self._words
                if word.folded not in skips
                for part in word.folded.split("-")
                if part
            )
            if letters in line:
                return True
        return False

    def _abbreviates(self, name: Fact) -> bool:
        """Is there an abbreviation that may hold this word's first letter?"""
        first = name.text[0].upper()
        return any(
            first in word.text and is_abbreviation(word.text) for word in self._words
        )


def _listed(key: str) -> frozenset[str]:
    spoken = name_words().spoken
    return spoken.get(key, frozenset()) | frozenset(
        short for short, said in spoken.items() if key in said
    )


def is_form(one: str, other: str) -> bool:
    """Is it the same stem, as in a plural, an adjective or a people's name?"""
    if one == other:
        return True
    if one[:1] != other[:1]:
        return False
    short, long = sorted((one, other), key=len)
    if long in (short + "s", short + "es"):
        return True
    return len(short) >= LEAST_STEM and _shares_stem(one, other, short, long)


def _shares_stem(one: str, other: str, short: str, long: str) -> bool:
    """Where the two differ by a letter, it must be an ending of English: Lukashenka and
    Lukashenko, Tallinn and Tallin are one name in two spellings."""
    if long.startswith(short) and len(long) - len(short) == 1:
        return long[-1] in _ENDINGS and long[-1] != short[-1]
    if len(short) == len(long) and _ENDINGS.isdisjoint((one[-1], other[-1])):
        return False
    shared = 0
    for left, right in zip(short, long, strict=False):
        if left != right:
            break
        shared += 1
    return shared >= max(LEAST_STEM, STEM_SHARE * len(long), len(short) - 2)


def _likeness(one: str, other: str) -> float:
    if not one or not other or abs(len(one) - len(other)) > len(one) // 2 + 1:
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def capitals(words: Sequence[Word]) -> Iterator[str]:
    """The words with a capital."""
    return (word.text for word in words if word.text[0].isupper())
