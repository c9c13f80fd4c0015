"""Negation: is what the sentence denies still denied?

Rule: nothing is said where another word may carry the negation (a lack, a failure,
un-, without); what only an opposite would show is flagged, and easily dismissed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from posteditor.checkers.guards.lexicon import Lexicon, lexicon

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+|(?<=n)\s?['’]\s?t\b)*")
_PREFIX = re.compile(r"(?:un|non|dis|mis|anti|il|im|in|ir|counter|under)(?=\w{3})")
_SUFFIX = re.compile(r"\w{3,}(?:less|proof)(?:ly|ness)?\Z")
_TAG = re.compile(
    r",\s*(?:is|are|was|were|do|does|did|have|has|had|can|could|wo|would|should)n['’]t"
    r"\s+\w+\s*\?|,\s*(?:right|no|not)\?|\bno,|^no[,.]|\b(?:no|not)[.!]?\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Negator:
    """A word that denies, where it stands."""

    start: int
    end: int
    text: str


def negators(text: str, words: Lexicon) -> list[Negator]:
    """The words that surely deny something, those in idle phrases apart."""
    pattern = _hard_pattern(words.language)
    if pattern is None or pattern.search(text) is None:
        return []
    hard = [
        Negator(match.start(), match.end(), match[0])
        for match in _WORD.finditer(text)
        if _is_hard(match[0], words)
    ]
    idle = idle_spans(text, words)
    return [
        word
        for word in hard
        if not any(start <= word.start < end for start, end in idle)
    ]


@cache
def _hard_pattern(language: str) -> re.Pattern[str] | None:
    """Finds out fast that a text has no negation."""
    found = sorted(lexicon(language).hard_negation)
    if not found:
        return None
    short = "|n\\s?['’]\\s?t" if language == "en" else ""
    words = "|".join(map(re.escape, found))
    return re.compile(rf"(?:\b(?:{words}){short})\b", re.IGNORECASE)


def idle_spans(text: str, words: Lexicon) -> list[tuple[int, int]]:
    """Where phrases stand that have a negation and deny nothing."""
    lower = text.lower().replace("’", "'")
    if len(lower) != len(text):
        return [(0, len(text))]
    spans = [match.span() for match in _TAG.finditer(text)]
    for phrase in words.idle_negation:
        at = lower.find(phrase)
        while at >= 0:
            spans.append((at, at + len(phrase)))
            at = lower.find(phrase, at + 1)
    return spans


def carries(words: Lexicon, text: str, other: str) -> bool:
    """Does `text` deny anything, in whatever way? A word with a negative prefix counts
    where `other` has it without, or has it not."""
    elsewhere: set[str] | None = None
    for word in _WORD.findall(text):
        if _is_hard(word, words):
            return True
        lower = word.lower().replace("’", "'")
        if lower in words.soft_negation or _SUFFIX.match(lower):
            return True
        if _PREFIX.match(lower):
            if elsewhere is None:
                elsewhere = {found.lower() for found in _WORD.findall(other)}
            if _has_negative_prefix(lower, words, elsewhere):
                return True
    return False


def _has_negative_prefix(word: str, words: Lexicon, elsewhere: set[str]) -> bool:
    if word in elsewhere:
        return False
    if word.startswith("un"):
        return not word.startswith(words.un_words)
    prefix = _PREFIX.match(word)
    if prefix is None:
        return False
    rest = word[prefix.end() :]
    return prefix[0] in ("non", "dis") or any(
        rest[:5] == known[:5] for known in elsewhere
    )


def _is_hard(text: str, words: Lexicon) -> bool:
    word = text.lower()
    if word in words.hard_negation:
        return True
    if words.language != "en" or word[-1] != "t":
        return False
    return "".join(word.replace("’", "'").split()).endswith("n't")


def source_denies(source: str, words: Lexicon) -> list[str]:
    """The negations of a source sentence that its translation must carry too."""
    if words.language == "zh":
        for phrase in words.idle_negation:
            source = source.replace(phrase, "")
        return [word for word in words.hard_negation if word in source]
    return [word.text for word in negators(source, words)]
