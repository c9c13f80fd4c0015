"""What the finding kinds share: a sentence cut into words, and where a form was seen.

Rule: a kind sees each sentence once, keeps counts and few places, and reports at the
end; memory grows with the number of different words, not with the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from posteditor.checkers.protocol import Unit
from posteditor.model import SegmentKind, Severity, Suggestion

CHECKER = "consistency"

# A form seen more often than this is no slip; its places are not kept beyond.
MAX_PLACES = 40

# From this share of capitalised words on, of at least so many, a sentence is set as a
# title. Words of up to three letters say nothing: titles leave them small.
TITLED = 0.6
TITLE_WORDS = 5
SMALL_WORD = 3

_WORD = re.compile(r"[^\W_]+(?:['’.&‑-][^\W_]+)*")
_OPENING = frozenset(".!?:…\"“”„«»‘'([")
_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")
_GAPS = (" ", "\u00a0")
_SPACE = frozenset(" \t\r\n\u00a0\u202f")


class Word(NamedTuple):
    """A word as written, without a possessive ending; `end` is where it then ends.

    A tuple, because a long document has millions: five times as quick to make.
    """

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A unit and its words. `is_titled`: capitals say nothing here."""

    unit: Unit
    words: tuple[Word, ...]
    is_titled: bool

    def opens(self, at: int) -> bool:
        """Does word `at` begin a sentence, a quotation or a bracket, so that its
        capital says nothing?"""
        text = self.unit.text
        position = self.words[at].start - 1
        while position >= 0 and text[position] in _SPACE:
            position -= 1
        return position < 0 or text[position] in _OPENING

    def follows(self, at: int) -> bool:
        """Does word `at` follow the one before it after a single space, or initials
        and their full stop?"""
        if at == 0:
            return False
        gap = self.unit.text[self.words[at - 1].end : self.words[at].start]
        if gap in _GAPS:
            return True
        return gap[:1] == "." and gap[1:] in ("", *_GAPS) and self.is_initials(at - 1)

    def is_initials(self, at: int) -> bool:
        """Is word `at` made of initials ("S.V", the last stop not being part of it)?"""
        return _INITIALS.fullmatch(self.words[at].text) is not None


@dataclass(slots=True)
class Form:
    """A way of writing: how often, and where at first."""

    count: int = 0
    places: list[tuple[Unit, int, int]] = field(default_factory=list)

    def add(self, unit: Unit, start: int, end: int) -> None:
        self.count += 1
        if len(self.places) < MAX_PLACES:
            self.places.append((unit, start, end))


class Collector(Protocol):
    """One kind of finding."""

    def read(self, sentence: Sentence) -> None: ...

    def report(
        self, units: Sequence[Unit], cancelled: Callable[[], bool]
    ) -> Iterator[Suggestion]: ...


def read_sentence(unit: Unit) -> Sentence:
    words = tuple(
        [
            Word(_bare(match.group()), match.start())
            for match in _WORD.finditer(unit.text)
        ]
    )
    return Sentence(unit=unit, words=words, is_titled=_is_titled(unit, words))


def is_capitalised(word: str) -> bool:
    """A capital and then small letters: a name, or the first word of a sentence."""
    return word[:1].isupper() and word[1:].islower()


def finding(
    unit: Unit,
    start: int,
    end: int,
    *,
    kind: str,
    message: str,
    category: str,
    label: str,
    replacements: tuple[str, ...] = (),
    severity: Severity = Severity.MINOR,
) -> Suggestion:
    return Suggestion(
        segment=unit.segment,
        start=start,
        end=end,
        text=unit.text[start:end],
        message=message,
        rule=f"{CHECKER}/{kind}",
        checker=CHECKER,
        replacements=replacements,
        category=category,
        label=label,
        severity=severity,
    )


def times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _bare(word: str) -> str:
    return word[:-2] if word[-2:] in ("'s", "’s") else word


def _is_titled(unit: Unit, words: Sequence[Word]) -> bool:
    if unit.kind is SegmentKind.HEADING:
        return True
    long = [word.text for word in words if len(word.text) > SMALL_WORD]
    if len(long) < TITLE_WORDS:
        return False
    capitals = sum([text[0].isupper() for text in long])
    return capitals > TITLED * len(long)
