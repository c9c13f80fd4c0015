"""Times of the day in the custom of another language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from posteditor.checkers.rules.matcher import Hit
from posteditor.checkers.rules.mechanics import (
    Mechanism,
    hit,
    in_figures,
    near,
    swap,
    where,
)

_HOUR = r"[01]?\d|2[0-3]"
_MINUTES = re.compile(r"\d[:.]\d\d")
_TRACE = re.compile(r"\d ?h|\d[.:-]\d\d|clock")
_OCLOCK = re.compile(
    rf"(?<![\w:.])({_HOUR})[:.]([0-5]\d)( o['’]clock| hours| hrs?\b| Uhr)\b"
)
_CLOCK = re.compile(
    rf"(?<=\b(?:at|by) )({_HOUR})\.(00|15|30|45)(?=[,;)]| (?:on|in|local|Moscow"
    r"|Kyiv|hours|o['’]clock)\b|\.?\Z)"
)
_SPAN = re.compile(
    rf"\b([Ff]rom|[Bb]etween) ({_HOUR})\.([0-5]0|15|45) (to|and|till|until)"
    rf" ({_HOUR})\.([0-5]0|15|45)(?![\d%]| (?:percent|per|million|billion|euros|dollars"
    r"|points|thousand|km|kg|degrees|met|tons)| ?%|\.\d)"
)
_LETTER = re.compile(rf"(?<![\w.-])({_HOUR}) ?h ?([0-5]\d)(?:m| min)?\b")
_WHOLE_HOUR = re.compile(rf"(?<=\bat )({_HOUR}) ?h\b(?! ?\d)")
_AFTERNOON = re.compile(r"(?<![\w:.])(1[3-9]|2[0-3]) o['’]clock\b")
_BOTH = re.compile(r"\b(\d{1,2}(?::\d\d)? ?[ap]\.?m\.?) o['’]clock\b")
_TOO_LATE = re.compile(r"(?<![\w:.])(1[3-9]|2[0-3])[:.]([0-5]\d) ?[ap]\.?m\b\.?")
_HYPHEN = re.compile(
    rf"(?<=\bat )({_HOUR})-(00|15|30|45)(?=[ ,;.)]|\Z)(?! (?:to|or|people))"
)
_NOON = 12
_HOURS = [f"{digit}{gap}h" for digit in "0123456789" for gap in ("", " ")]


def _clock(text: str) -> Iterator[Hit]:
    if _MINUTES.search(text) is None:
        return
    for match in _OCLOCK.finditer(text):
        yield hit(*match.span(), f"{match[1]}:{match[2]}")
    for match in _CLOCK.finditer(text):
        if not _OCLOCK.match(text, match.start()):
            yield hit(*match.span(), f"{match[1]}:{match[2]}")


def _span(match: re.Match[str]) -> str:
    lead, hour, minute, to, last, end = match.groups()
    return f"{lead} {hour}:{minute} {to} {last}:{end}"


def _afternoon(match: re.Match[str]) -> tuple[str, str]:
    hour = int(match[1])
    return f"{hour - _NOON} p.m.", f"{hour}:00"


CLOCK: tuple[Mechanism, ...] = (
    Mechanism(
        id="typography/clock",
        find=in_figures(
            where(
                _TRACE,
                _clock,
                near("from between", swap(_SPAN, _span)),
                swap(_LETTER, r"\1:\2", *_HOURS),
                near("at", swap(_WHOLE_HOUR, r"\1:00"), swap(_HYPHEN, r"\1:\2")),
                near("clock", swap(_AFTERNOON, _afternoon), swap(_BOTH, r"\1")),
                swap(_TOO_LATE, r"\1:\2", "pm", "p.m", "am", "a.m"),
            )
        ),
        message="The clock in figures has a colon and no “o’clock”: 15:00, 3 p.m.",
        label="clock",
        category="locale-convention/time-format",
    ),
)
