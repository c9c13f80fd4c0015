"""Dates in two orders, and percent in two spellings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from posteditor.checkers.consistency.reading import Form, Sentence, finding, times
from posteditor.checkers.protocol import Unit
from posteditor.model import Suggestion

# The commoner way must occur this often, and this many times as often as the other.
ENOUGH = 2
MAJORITY = 2

_MONTH = (
    "(?P<month>January|February|March|April|May|June|July|August|September|October|"
    "November|December)"
)
_YEAR = r"(?:,? (?P<year>\d{4})\b)?"
_DAY_FIRST = re.compile(rf"(?<![\w.,/-])(?P<day>\d{{1,2}}) {_MONTH}\b{_YEAR}")
_MONTH_FIRST = re.compile(rf"\b{_MONTH} (?P<day>\d{{1,2}})(?![\w/–-]|[.,]\d){_YEAR}")
# The number of a product ("Harbour 10 May Update") is no day.
_AFTER_NAME = re.compile(r"\w\W{1,3}[A-Z]\w*(?<!day) \Z")
_PERCENT = re.compile(r"\bper ?cent\b")


class Formats:
    def __init__(self) -> None:
        self._day_first = Form()
        self._month_first = Form()
        self._percent = {"percent": Form(), "per cent": Form()}

    def read(self, sentence: Sentence) -> None:
        unit = sentence.unit
        for match in _PERCENT.finditer(unit.text):
            self._percent[match.group()].add(unit, match.start(), match.end())
        for match in _DAY_FIRST.finditer(unit.text):
            if _AFTER_NAME.search(unit.text[: match.start()]):
                continue
            self._day_first.add(unit, match.start(), match.end())
        for match in _MONTH_FIRST.finditer(unit.text):
            before = unit.text[: match.start()]
            if not re.search(r"(?<!\d)\d{1,2}(?:st|nd|rd|th)? \Z", before):
                self._month_first.add(unit, match.start(), match.end())

    def report(
        self, units: Sequence[Unit], cancelled: Callable[[], bool]
    ) -> Iterator[Suggestion]:
        if _outweighs(self._day_first, self._month_first):
            yield from _dates(self._month_first, _MONTH_FIRST, self._day_first.count)
        elif _outweighs(self._month_first, self._day_first):
            yield from _dates(self._day_first, _DAY_FIRST, self._month_first.count)
        one, two = self._percent.items()
        for (rare, form), (common, other) in ((one, two), (two, one)):
            if _outweighs(other, form):
                yield from _percents(form, rare, common, other.count)


def _outweighs(common: Form, rare: Form) -> bool:
    return common.count >= max(ENOUGH, MAJORITY * rare.count)


def _dates(rare: Form, pattern: re.Pattern[str], count: int) -> Iterator[Suggestion]:
    for unit, start, end in rare.places:
        match = pattern.match(unit.text, start)
        if match is None:
            continue
        day, month, year = match["day"], match["month"], match["year"]
        if pattern is _DAY_FIRST:
            right = f"{month} {day}" + (f", {year}" if year else "")
        else:
            right = f"{day} {month}" + (f" {year}" if year else "")
        yield finding(
            unit,
            start,
            end,
            kind="date-format",
            message=f"Dates have the other order {times(count)}",
            category="locale-convention/date-format",
            label="date",
            replacements=(right,),
        )


def _percents(form: Form, rare: str, common: str, count: int) -> Iterator[Suggestion]:
    for unit, start, end in form.places:
        yield finding(
            unit,
            start,
            end,
            kind="percent",
            message=f"The text has “{common}” {times(count)}, “{rare}” here",
            category="locale-convention/spelling",
            label="percent",
            replacements=(common,),
        )
