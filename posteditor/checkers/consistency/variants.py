"""Known places and peoples with two spellings in English (Kiev, Kyiv), both in one
text.

Rule: the commoner is kept, whichever it is; of two as common, the one listed first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from posteditor.checkers.consistency.lists import word_list
from posteditor.checkers.consistency.reading import Form, Sentence, finding, times
from posteditor.checkers.protocol import Unit
from posteditor.model import Suggestion


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
            count = self._forms[common].count
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
