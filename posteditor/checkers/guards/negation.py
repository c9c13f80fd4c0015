"""Negation: is what the sentence denies still denied?

Rule: nothing is said where another word may carry the negation (a lack, a failure,
un-, without); what only an opposite would show is flagged, and easily dismissed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from posteditor.checkers.guards.lexicon import Lexicon

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
    found = _tokens(text)
    hard = [word for word in found if _is_hard(word.text, words)]
    if not hard:
        return []
    idle = idle_spans(text, words)
    return [
        word
        for word in hard
        if not any(start <= word.start < end for start, end in idle)
    ]


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
    elsewhere = {word.text.lower() for word in _tokens(other)}
    return any(_is_negative(word.text, words, elsewhere) for word in _tokens(text))


def _is_negative(text: str, words: Lexicon, elsewhere: set[str]) -> bool:
    if _is_hard(text, words):
        return True
    word = text.lower().replace("’", "'")
    if word in words.soft_negation or _SUFFIX.match(word):
        return True
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
    word = "".join(text.lower().replace("’", "'").split())
    if words.language == "en" and word.endswith("n't"):
        return True
    return word in words.hard_negation


def _tokens(text: str) -> Sequence[Negator]:
    return [Negator(m.start(), m.end(), m[0]) for m in _WORD.finditer(text)]


def source_denies(source: str, words: Lexicon) -> list[str]:
    """The negations of a source sentence that its translation must carry too."""
    if words.language == "zh":
        for phrase in words.idle_negation:
            source = source.replace(phrase, "")
        return [word for word in words.hard_negation if word in source]
    return [word.text for word in negators(source, words)]
