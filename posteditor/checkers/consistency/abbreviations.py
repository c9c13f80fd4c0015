"""Abbreviations never introduced, introduced twice, or introduced for nothing.

Rule: a remark at the first use. A text that introduces none (news, notes) is taken to
know its readers, and commonly known abbreviations need no introduction.
"""

from __future__ import annotations

import re
from collections import Counter
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
# A name written out, then its abbreviation: “Northern Trade Organization (NTO)”.
_WRITTEN_OUT = re.compile(
    r"(?P<name>(?:[A-Z][\w’'-]*|of|for|the|and|on|in)"
    r"(?: (?:[A-Z][\w’'-]*|of|for|the|and|on|in)){1,11}) \((?P<short>[A-Z]{2,8})\)"
)
# Shorter texts say nothing twice, and what is introduced may be used in the next one.
LONG_ENOUGH = 12
_DATELINE = re.compile(r"\A[A-Z]{3,}[^a-z]{0,3}[^.]{0,45}? ?[-–—]")
_EXPLAINED = re.compile(r"\b([A-Z]{2,6})\s+\([A-Z]?[a-z]+(?:[ -]\w+)+\)")
_SHOUTED = re.compile(r"(?:\b[A-Z]{2,}\b\W+){2,}[A-Z]{2,}\b")
_ROMAN = re.compile(r"[IVXLCDM]+")
_SMALL = r"(?:(?:of|for|and|the|in|on|to|de|a)[ -])*"


class Abbreviations:
    def __init__(self) -> None:
        self._first: dict[str, Form] = {}
        self._introduced: set[str] = set()
        self._ordinary: set[str] = set()
        self._written_out: dict[str, Form] = {}
        self._uses: Counter[str] = Counter()

    def read(self, sentence: Sentence) -> None:
        text = sentence.unit.text
        self._ordinary.update(w.text for w in sentence.words if w.text.islower())
        if "(" in text:
            self._introduced.update(m[2] for m in _INTRODUCED.finditer(text))
            self._introduced.update(m[1] for m in _EXPLAINED.finditer(text))
            self._read_introductions(sentence.unit)
        if _SHOUTED.search(text):
            return
        self._uses.update(w.text for w in sentence.words if w.text.isupper())
        dateline = _DATELINE.match(text)
        for match in _ABBREVIATION.finditer(text, dateline.end() if dateline else 0):
            form = self._first.setdefault(match.group(), Form())
            if not form.places:
                form.add(sentence.unit, match.start(), match.end())

    def report(
        self, units: Sequence[Unit], cancelled: Callable[[], bool]
    ) -> Iterator[Suggestion]:
        yield from self._twice()
        if len(units) >= LONG_ENOUGH:
            yield from self._unused()
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

    def _read_introductions(self, unit: Unit) -> None:
        for match in _WRITTEN_OUT.finditer(unit.text):
            start = _start_of_name(match["name"], match["short"])
            if start is not None:
                form = self._written_out.setdefault(match["short"], Form())
                form.add(unit, match.start() + start, match.end())

    def _twice(self) -> Iterator[Suggestion]:
        for short, form in self._written_out.items():
            for unit, start, end in form.places[1:]:
                yield finding(
                    unit,
                    start,
                    end,
                    kind="abbreviation-twice",
                    message=f"“{short}” has been introduced before: it is enough here",
                    category="style/abbreviation",
                    label="abbreviation",
                    replacements=(short,),
                )

    def _unused(self) -> Iterator[Suggestion]:
        for short, form in self._written_out.items():
            if form.count == self._uses[short] == 1 and short not in known():
                unit, _, end = form.places[0]
                yield finding(
                    unit,
                    end - len(short) - 3,
                    end,
                    kind="abbreviation-unused",
                    message=f"“{short}” is introduced here and never used",
                    category="style/abbreviation",
                    label="abbreviation",
                    replacements=("",),
                    severity=Severity.NEUTRAL,
                )

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


def _start_of_name(name: str, short: str) -> int | None:
    """Where the words begin whose initials make the abbreviation; small words count
    or not. None where they do not."""
    words = list(re.finditer(r"[\w’'-]+", name))
    for first in range(len(words)):
        if words[first][0].islower():
            continue
        rest = [word[0] for word in words[first:]]
        loose = "".join(word[0] for word in rest if word[0].isupper())
        if short in (loose, "".join(word[0].upper() for word in rest)):
            return words[first].start()
    return None


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
