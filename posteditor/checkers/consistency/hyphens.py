"""One compound with a hyphen here and as one word there (co-operation, cooperation)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from posteditor.checkers.consistency.lists import word_list
from posteditor.checkers.consistency.reading import (
    Form,
    Sentence,
    finding,
    read_sentence,
    times,
)
from posteditor.checkers.protocol import Unit
from posteditor.model import Suggestion

SHORTEST_PART = 2


class Hyphens:
    """Words in lower case only: names keep their own hyphens."""

    def __init__(self) -> None:
        self._hyphenated: dict[str, Form] = {}
        self._seen: set[str] = set()

    def read(self, sentence: Sentence) -> None:
        for word in sentence.words:
            text = word.text
            if not text.islower():
                continue
            if text.isalpha():
                self._seen.add(text)
            elif _is_compound(text):
                form = self._hyphenated.setdefault(text, Form())
                form.add(sentence.unit, word.start, word.end)

    def report(
        self, units: Sequence[Unit], cancelled: Callable[[], bool]
    ) -> Iterator[Suggestion]:
        both = {
            text.replace("-", ""): text
            for text in self._hyphenated
            if text.replace("-", "") in self._seen
        }
        if not both:
            return
        closed = _places(frozenset(both), units, cancelled)
        for word, hyphenated in both.items():
            with_hyphen, without = self._hyphenated[hyphenated], closed[word]
            if without.count > with_hyphen.count:
                yield from _against(with_hyphen, without, word)
            elif with_hyphen.count > without.count:
                yield from _against(without, with_hyphen, hyphenated)
            else:
                yield from _later(with_hyphen, hyphenated, without, word)


def _is_compound(text: str) -> bool:
    first, hyphen, second = text.partition("-")
    if (
        not hyphen
        or text in word_list("different")
        or not (first.isalpha() and second.isalpha())
    ):
        return False
    return min(len(first), len(second)) >= SHORTEST_PART


def _places(
    wanted: frozenset[str], units: Sequence[Unit], cancelled: Callable[[], bool]
) -> dict[str, Form]:
    """Where these words stand: a second reading, since few texts need it."""
    forms = {word: Form() for word in wanted}
    for unit in units:
        if cancelled():
            return forms
        for word in read_sentence(unit).words:
            if word.text in wanted:
                forms[word.text].add(unit, word.start, word.end)
    return forms


def _later(one: Form, text: str, two: Form, other: str) -> Iterator[Suggestion]:
    """As common as each other: the one that came first stays."""
    if one.places[0][0].segment <= two.places[0][0].segment:
        yield from _against(two, one, text)
    else:
        yield from _against(one, two, other)


def _against(rare: Form, common: Form, right: str) -> Iterator[Suggestion]:
    if rare.count > len(rare.places):
        return
    for unit, start, end in rare.places:
        yield finding(
            unit,
            start,
            end,
            kind="hyphenation",
            message=f"The same word is written “{right}” {times(common.count)}",
            category="fluency/spelling",
            label="hyphen",
            replacements=(right,),
        )
