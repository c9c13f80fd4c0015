"""“A” or “an”: by the sound of what follows, abbreviations and figures too.

Rule: words that are spoken in two ways ("historic", "herb") are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from posteditor.checkers.rules.grammar.scan import Frame, frame, opens

_CASED = re.RegexFlag(0)
# Begin with a vowel letter and a consonant sound.
_YOO = (
    r"(?:una(?:nim|ry)|uni(?:[cfqtv]|on\b|ons\b|onist|ver|lat|son|sex|que)|us(?:e|able|ual|age|er|ing"
    r"|ur)|utili[sz]|util(?:ity|itarian)|utopia|ubiquit|ura(?:nium)|eu(?:ro|ph|log|rasi"
    r"|cal)|ewe|one(?:\b|-(?!off)|-off)|once\b|ufo|ukraini|ukulele|uruguay|ugand)"
)
_SILENT_H = r"(?:hours?\b|hourly|honest|honou?r|heir|heirloom)"
_AN_WORD = (
    rf"(?!{_YOO})"
    r"(?:[aeio][a-z]{3,}|u(?:n(?!i[a-z])|p|r|l|m|t|s(?!e|u|a|i))[a-z]{2,})"
)
# Read letter by letter, and the first letter begins with a vowel.
_AN_LETTERS = (
    "EU MP MP's MEP NGO SMS FBI MRI HIV LNG LPG MBA MoU NBA NHL NFL SUV RPG XML "
    "HTML FM RFP IMF OSCE IAEA ICRC ICC ICJ IT IP IPO ID API ATM AFP AP ER ECB "
    "EEZ ECHR EBRD EAEU HR SOS SPD RSS LGBT FSB FTA FAO MSF NDA NPP NHS SEZ SCO "
    "FTZ HQ SDG FDA FDI MFA IDF LED ICBM"
)
_A_LETTERS = (
    "UN UK US UAV UAE USB URL UFO USSR NATO UNESCO UNICEF UEFA PR PhD CIA CIS CSTO"
)


_AN = re.compile(
    rf"(?:{_AN_WORD}|{_SILENT_H}|(?:{'|'.join(_AN_LETTERS.split())})\b|8|11\b|18\b)"
)


def with_indefinite(phrase: str) -> str:
    """The phrase with “a” or “an” before it."""
    return f"an {phrase}" if _AN.match(phrase) else f"a {phrase}"


def a_or_an() -> Iterable[Frame]:
    """The other article where the sound asks for it."""
    yield frame(
        "a",
        rf"[Aa](?=\s+(?:{_AN_WORD}|{_SILENT_H}))(?!\s+la\b)",
        _before_letters,
        flags=_CASED,
    )
    yield frame(
        "a",
        rf"[Aa](?=\s(?:{'|'.join(_AN_LETTERS.split())})(?![\w’'.]))"
        r"|[Aa](?=\s(?:8\d?|8\d\d|11|18|(?:8|11|18),\d{3})(?:[\s%-]))",
        _before_letters,
        flags=_CASED,
    )
    yield frame(
        "an",
        rf"[Aa]n(?=\s+(?:(?i:{_YOO})|(?:{'|'.join(_A_LETTERS.split())})(?![\w’'.])))",
        lambda match: match[0][:1],
        flags=_CASED,
    )
    yield frame(
        "an",
        r"[Aa]n(?=\s+(?:(?=[a-z]*[aeiou])[bcdfgjklmnpqrstvwyz][a-z]{2,}|h(?!eir|our|ono|onest|ist|otel"
        r"|er[bs]|allu|abit|ilari|ero)[a-z]{3,}|(?:[2-79]|1[02-79]?)(?:[\s%-])))",
        lambda match: match[0][:1],
        flags=_CASED,
    )


_NAMED = re.compile(
    r"(?:\A|[\s(])(?:[Vv]itamin|[Gg]roup|[Pp]lan|[Cc]lass|[Gg]rade)\s\Z"
)


def _before_letters(match: re.Match[str]) -> str | None:
    if match[0] == "A" and not opens(match):
        return None
    if _NAMED.search(match.string[max(0, match.start() - 9) : match.start()]):
        return None
    return match[0] + "n"
