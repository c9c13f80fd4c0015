"""Abbreviations used but never introduced, in a text that introduces abbreviations.

Rule: a remark at the first use. A text that introduces none (news, notes) is taken to
know its readers, and commonly known abbreviations need no introduction.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from posteditor.checkers.consistency.reading import Form, Sentence, finding
from posteditor.checkers.protocol import Unit
from posteditor.checkers.spellings import DATA
from posteditor.model import Severity, Suggestion

# More than this: the text writes words in capitals for some other reason.
MAX_CANDIDATES = 30

_ABBREVIATION = re.compile(
    r"(?<![\w.&/@#'’“\"«‘-])[A-Z]{2,6}(?![\w&/@]|[-‑]?\d|[\"”»])"
)
_INTRODUCED = re.compile(r"\(([^()]{0,40}?\b)?([A-Z][A-Za-z]{1,9})s?\b[^()]{0,25}\)")
_EXPLAINED = re.compile(r"\b([A-Z]{2,6})\s+\([A-Z]?[a-z]+(?:[ -]\w+)+\)")
_SHOUTED = re.compile(r"(?:\b[A-Z]{2,}\b\W+){2,}[A-Z]{2,}\b")
_ROMAN = re.compile(r"[IVXLCDM]+")
_SMALL = r"(?:(?:of|for|and|the|in|on|to|de|a)[ -])*"


class Abbreviations:
    def __init__(self) -> None:
        self._first: dict[str, Form] = {}
        self._introduced: set[str] = set()
        self._ordinary: set[str] = set()

    def read(self, sentence: Sentence) -> None:
        text = sentence.unit.text
        self._ordinary.update(w.text for w in sentence.words if w.text.islower())
        if "(" in text:
            self._introduced.update(m[2] for m in _INTRODUCED.finditer(text))
            self._introduced.update(m[1] for m in _EXPLAINED.finditer(text))
        if _SHOUTED.search(text):
            return
        for match in _ABBREVIATION.finditer(text):
            form = self._first.setdefault(match.group(), Form())
            if not form.places:
                form.add(sentence.unit, match.start(), match.end())

    def report(
        self, units: Sequence[Unit], cancelled: Callable[[], bool]
    ) -> Iterator[Suggestion]:
        own = {word for word in self._introduced if word.isupper()} - known()
        if not own & self._first.keys():
            return
        unknown = [word for word in self._first if self._is_unknown(word)]
        if len(unknown) > MAX_CANDIDATES:
            return
        for word in unknown:
            if cancelled():
                return
            if not _is_spelled_out(word, units):
                yield _remark(word, *self._first[word].places[0])

    def _is_unknown(self, word: str) -> bool:
        return not (
            word in self._introduced
            or word in known()
            or word.lower() in self._ordinary
            or _ROMAN.fullmatch(word)
        )


@cache
def known() -> frozenset[str]:
    """Abbreviations that need no introduction."""
    lines = (DATA / "known-abbreviations.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(
        word for line in lines if not line.startswith("#") for word in line.split()
    )


def _is_spelled_out(word: str, units: Sequence[Unit]) -> bool:
    """Do words with these initials stand together anywhere?"""
    pattern = re.compile(
        r"\b" + rf"[a-z]+[ -]{_SMALL}".join(re.escape(c) for c in word) + "[a-z]+"
    )
    return any(pattern.search(unit.text) for unit in units)


def _remark(word: str, unit: Unit, start: int, end: int) -> Suggestion:
    return finding(
        unit,
        start,
        end,
        kind="abbreviation",
        message=f"“{word}” is never introduced: write it out at its first use",
        category="style/abbreviation",
        label="abbreviation",
        severity=Severity.NEUTRAL,
    )
