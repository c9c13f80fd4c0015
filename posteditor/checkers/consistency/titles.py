"""One office with its words in two orders: Secretary General, General Secretary."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from posteditor.checkers.consistency.reading import Form, Sentence, finding, times
from posteditor.checkers.protocol import Unit
from posteditor.model import Suggestion

_OFFICES = "Secretary|Director|Prosecutor|Consul|Inspector|Attorney|Governor|Auditor"
_OFFICE = re.compile(rf"\b(?:General[ -]({_OFFICES})|({_OFFICES})[ -]General)\b")


class Titles:
    """The commoner order wins; where both are as common, "… General", the order of
    international organisations."""

    def __init__(self) -> None:
        self._forms: dict[tuple[str, bool], Form] = {}

    def read(self, sentence: Sentence) -> None:
        text = sentence.unit.text
        if "General" not in text:
            return
        for match in _OFFICE.finditer(text):
            key = (match.group(1) or match.group(2), match.group(1) is None)
            form = self._forms.setdefault(key, Form())
            form.add(sentence.unit, match.start(), match.end())

    def report(
        self, units: Sequence[Unit], cancelled: Callable[[], bool]
    ) -> Iterator[Suggestion]:
        for office in sorted({office for office, _ in self._forms}):
            last = self._forms.get((office, True))
            first = self._forms.get((office, False))
            if last is None or first is None:
                continue
            if last.count >= first.count:
                yield from _against(first, last, f"{office} General")
            else:
                yield from _against(last, first, f"General {office}")


def _against(rare: Form, common: Form, right: str) -> Iterator[Suggestion]:
    for unit, start, end in rare.places:
        yield finding(
            unit,
            start,
            end,
            kind="title-order",
            message=f"The same office is called “{right}” {times(common.count)}",
            category="terminology/inconsistent-use",
            label="title",
            replacements=(right,),
        )
