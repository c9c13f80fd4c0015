"""One name in two spellings: transliterations, doubled letters, accents.

Rule: two spellings are one name only if nothing but a habit of transliteration tells
them apart, and one is clearly the rarer or both follow the same first name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

from posteditor.checkers.consistency.lists import word_list
from posteditor.checkers.consistency.reading import (
    Form,
    Sentence,
    finding,
    is_capitalised,
    times,
)
from posteditor.checkers.protocol import Unit
from posteditor.model import Suggestion

SHORTEST = 3
SHORTEST_ALONE = 5
RARE = 3

_HABITS = (
    (re.compile(r"\A(?:ye|je)"), "e"),
    (re.compile(r"(?:iy|ij|yi|yj|ii|yy|ie|ey|y|j)\Z"), "i"),
    (re.compile("ks|cs"), "x"),
    (re.compile("kh"), "h"),
    (re.compile("ck"), "k"),
    (re.compile("tz"), "ts"),
    (re.compile("w"), "v"),
    (re.compile("ph"), "f"),
    (re.compile("ou"), "u"),
    (re.compile("i?y|ij"), "i"),
    (re.compile(r"(.)\1"), r"\1"),
)


class Names:
    """Not `alone`: only names after the same first name. Without one, a word with a
    capital may be a noun (German Vater, Väter) or the same name in another case."""

    def __init__(self, *, alone: bool = True) -> None:
        self._alone = alone
        self._forms: dict[str, Form] = {}
        self._before: dict[str, set[str]] = {}

    def read(self, sentence: Sentence) -> None:
        if sentence.is_titled:
            return
        words = sentence.words
        for at, word in enumerate(words):
            text = word.text
            if len(text) < SHORTEST or not is_capitalised(text) or not text.isalpha():
                continue
            after_initials = sentence.follows(at) and sentence.is_initials(at - 1)
            if sentence.opens(at) and not after_initials:
                continue
            form = self._forms.setdefault(text, Form())
            form.add(sentence.unit, word.start, word.end)
            if after_initials or _has_first_name(sentence, at):
                self._before.setdefault(text, set()).add(words[at - 1].text)

    def report(
        self, units: Sequence[Unit], cancelled: Callable[[], bool]
    ) -> Iterator[Suggestion]:
        buckets: dict[str, list[str]] = {}
        for name in self._forms:
            buckets.setdefault(skeleton(name), []).append(name)
        for names in buckets.values():
            if len(names) > 1:
                yield from self._bucket(names)

    def _bucket(self, names: list[str]) -> Iterator[Suggestion]:
        ordered = sorted(names, key=lambda name: -self._forms[name].count)
        common = ordered[0]
        for rare in ordered[1:]:
            if self._is_one_name(common, rare):
                yield from self._report(common, rare)

    def _is_one_name(self, common: str, rare: str) -> bool:
        if self._forms[rare].count > RARE:
            return False
        one, other = self._before.get(common, set()), self._before.get(rare, set())
        if one & other:
            return True
        if not self._alone or (one and other):
            return False
        if len(min(common, rare, key=len)) < SHORTEST_ALONE:
            return False
        return self._forms[common].count >= 2 * self._forms[rare].count

    def _report(self, common: str, rare: str) -> Iterator[Suggestion]:
        count = self._forms[common].count
        for unit, start, end in self._forms[rare].places:
            yield finding(
                unit,
                start,
                end,
                kind="name-spelling",
                message=f"The same name is written “{common}” {times(count)}",
                category="terminology/inconsistent-use",
                label="name",
                replacements=(common,),
            )


def _has_first_name(sentence: Sentence, at: int) -> bool:
    """Does a capitalised word stand before word `at` that can tell whose name it is?"""
    if not sentence.follows(at) or sentence.opens(at - 1):
        return False
    before = sentence.words[at - 1].text
    return before[0].isupper() and before not in word_list("titles")


def skeleton(name: str) -> str:
    """What is left of a name without accents and habits of transliteration."""
    folded = unicodedata.normalize("NFD", name.lower())
    plain = "".join(c for c in folded if not unicodedata.combining(c))
    for pattern, replacement in _HABITS:
        plain = pattern.sub(replacement, plain)
    return plain
