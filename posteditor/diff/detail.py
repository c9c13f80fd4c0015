"""What changed inside a word: the letters, where a word changed little.

Rule: graphemes are never split, and numbers are shown whole: 2023 is not 2024 with
another digit.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from posteditor.diff.tokens import is_word, tokens

# So much of both words has to stay.
LEAST_KEPT = 0.6
# Phrases of more words are read as phrases.
MOST_WORDS = 3


class Part(NamedTuple):
    """A piece of a deleted or inserted text, and whether it is what changed."""

    text: str
    changed: bool


Parts = tuple[Part, ...]


def detail(gone: str, come: str) -> tuple[Parts, Parts] | None:
    """The parts of a deleted text and of the one inserted for it; None where they are
    too far apart to compare letters. The parts joined are the texts."""
    olds, news = tokens(gone), tokens(come)
    if len(olds) != len(news) or sum(map(is_word, olds)) > MOST_WORDS:
        return None
    left: list[Part] = []
    right: list[Part] = []
    for old, new in zip(olds, news, strict=True):
        if old == new:
            left.append(Part(old, False))
            right.append(Part(new, False))
            continue
        found = _inside(old, new)
        if found is None:
            return None
        left += found[0]
        right += found[1]
    return tuple(left), tuple(right)


def _inside(old: str, new: str) -> tuple[list[Part], list[Part]] | None:
    """The parts of two words, None where too little of them stays."""
    if not (is_word(old) and is_word(new)) or any(map(str.isdigit, old + new)):
        return None
    olds, news = _graphemes(old), _graphemes(new)
    head = tail = 0
    shorter = min(len(olds), len(news))
    while head < shorter and olds[head] == news[head]:
        head += 1
    while tail < shorter - head and olds[-1 - tail] == news[-1 - tail]:
        tail += 1
    if 2 * (head + tail) < LEAST_KEPT * (len(olds) + len(news)):
        return None
    return _parts(olds, head, tail), _parts(news, head, tail)


def _graphemes(word: str) -> list[str]:
    if word.isascii():
        return list(word)
    import regex

    return regex.findall(r"\X", word)


def _parts(word: Sequence[str], head: int, tail: int) -> list[Part]:
    end = len(word) - tail
    pieces = (word[:head], False), (word[head:end], True), (word[end:], False)
    return [Part("".join(piece), changed) for piece, changed in pieces if piece]
