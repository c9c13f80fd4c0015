"""Known places and peoples with two spellings in English (Kiev, Kyiv), and names with
a hyphen here and a space there, both in one text.

Rule: the commoner is kept, whichever it is; of two as common, the one listed first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from posteditor.checkers.consistency.lists import word_list
from posteditor.checkers.consistency.reading import Form, Sentence, finding, times
from posteditor.checkers.protocol import Unit
from posteditor.model import Suggestion

_HYPHENATED = re.compile(r"\b([A-Z][a-z]+)-([A-Z][a-z]+)\b(?!-)")


_SPACED = re.compile(r"\b([A-Z][a-z]+) (?=([A-Z][a-z]+)\b)")


class HyphenatedNames:
    """“Abdul-Wahid” and “Abdul Wahid”."""

    def __init__(self) -> None:
        self._forms: dict[tuple[str, str], Form] = {}

    def read(self, sentence: Sentence) -> None:
        if sentence.is_titled or "-" not in sentence.unit.text:
            return
        for match in _HYPHENATED.finditer(sentence.unit.text):
            form = self._forms.setdefault((match[1], match[2]), Form())
            form.add(sentence.unit, match.start(), match.end())

    def report(
        self, units: Sequence[Unit], cancelled: Callable[[], bool]
    ) -> Iterator[Suggestion]:
        if not self._forms:
            return
        spaced = {f"{one} {two}": Form() for one, two in self._forms}
        for unit in units:
            if cancelled():
                return
            for match in _SPACED.finditer(unit.text):
                form = spaced.get(f"{match[1]} {match[2]}")
                if form is not None:
                    form.add(unit, match.start(), match.end(2))
        for (one, two), form in self._forms.items():
            other = spaced[f"{one} {two}"]
            if other.count > form.count:
                yield from _against(form, f"{one} {two}", other.count)
            elif other.count:
                yield from _against(other, f"{one}-{two}", form.count)


class Variants:
    def __init__(self) -> None:
        self._groups = {
            name: group.split()
            for group in word_list("variants")
            for name in group.split()
        }
        self._forms: dict[str, Form] = {}

    def read(self, sentence: Sentence) -> None:
        for word in sentence.words:
            if word.text in self._groups:
                form = self._forms.setdefault(word.text, Form())
                form.add(sentence.unit, word.start, word.end)

    def report(
        self, units: Sequence[Unit], cancelled: Callable[[], bool]
    ) -> Iterator[Suggestion]:
        for name, form in self._forms.items():
            rivals = [each for each in self._groups[name] if each in self._forms]
            common = max(rivals, key=lambda each: self._forms[each].count)
            if name == common:
                continue
            yield from _against(form, common, self._forms[common].count)


def _against(form: Form, common: str, count: int) -> Iterator[Suggestion]:
    for unit, start, end in form.places:
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
