"""Figures, dates, quotation marks and centuries in the custom of another language.

Rule: as in `mechanics`: pure functions from a text to hits, linear in its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from posteditor.checkers.rules.matcher import Hit
from posteditor.checkers.rules.mechanics import ENGLISH, Mechanism
from posteditor.model import Severity

_UNITS = (
    r"times|percent|per cent|million|billion|trillion|thousand|km|kilomet(?:er|re)s"
    r"|met(?:er|re)s|cm|mm|kg|tons|tonnes|hectares|degrees|points|euros|dollars"
    r"|rubles|roubles|hryvnias?|tenge|yuan|square|cubic|lit(?:er|re)s|GW|MW|years"
    r"|hours|minutes|inhabitants|people|residents|citizens|units|cases|soldiers"
)
_DECIMAL = re.compile(
    rf"(?<![\w.,/-])(\d{{1,3}}),(\d{{1,2}})"
    rf"(?=(?:[ \u00a0-](?:{_UNITS}|fold)\b)|[ \u00a0]?%)"
)
_COMMA = re.compile(r"\d,\d")
_SPACED = re.compile(
    r"(?<![\w.,/+:№#-])(?<!\d[ \u00a0\u202f])"
    r"([1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3}){1,3})"
    rf"(?=[ \u00a0](?:{_UNITS}|[a-z]{{4,}}s)\b)"
)
_DIGIT_GROUP = re.compile(r"\d[ \u00a0\u202f]\d{3}")
_BEFORE_SPACED = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December|[Pp]age|No\.|[Aa]rticle|[Tt]el\.?|[Pp]hone|[Rr]oom)[ \u00a0]\Z"
)
_THOUSAND = re.compile(
    r"(?<![\w.,/-])(\d{1,3})(?:[.,](\d{1,3}))? thousand(?=[ \u00a0]+[a-z])(?! of\b)"
)
_NUMERO = re.compile(r"№[ \u00a0]?(?=\d)")
_MIXED_QUOTES = re.compile(
    r"“(?=\w)([^“”\"]{1,300})\"|\"(?=\w)([^“”\"]{1,300})(?<=\S)”"
)
_CENTURY = re.compile(
    r"(?<![\w-])(the |(?:in|of|from|by|since|until) )?([XVI]{1,5})"
    r"(?:([-–—])([XVI]{1,5}))?"
    r"(?=(?:th)? centur(?:y|ies)\b)(?:th)?"
)
_CURRENCY = re.compile(
    r"(?<![\w.,€$£])(\d[\d.,]*\d|\d)( (?:million|billion|trillion|thousand))?"
    r"[ \u00a0]?([€£$])(?![\w€£$])"
)
_CLOCK = re.compile(
    r"(?<=\b(?:at|by) )([01]?\d|2[0-3])\.(00|15|30|45)(?=[,;)]| (?:on|in|local|Moscow"
    r"|Kyiv|hours|o['’]clock)\b|\.?\Z)"
)
_MINUTES = re.compile(r"\d[:.]\d\d")
_OCLOCK = re.compile(r"(?<![\w:.])([01]?\d|2[0-3])[:.]([0-5]\d)( o['’]clock| hours)\b")
_DOTTED = re.compile(r"\.\d\d?\.\d")
_DATE = re.compile(
    r"(?<![\w.])(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.(20\d\d|19\d\d)\b"
)
_MONTH_NAMES = (
    "January February March April May June July August September October November "
    "December"
)
_MONTHS = _MONTH_NAMES.split()
_SENTENCE = 45  # characters; shorter ones may be headlines
_ROMAN = {"X": 10, "V": 5, "I": 1}
_OPENING = re.compile(
    r"\A(?P<noun>Ministry|Government|Department|Embassy|Committee|Office|Commission"
    r"|Administration|Directorate|Prosecutor['’]s Office|Cabinet|Parliament"
    r"|Verkhovna Rada|State Duma|Supreme Court|Constitutional Court|United States"
    r"|European Union|European Commission|Head|Spokesperson|Director|Chairman"
    r"|Press service) "
    r"(?=(?:of |for |[a-z]|[A-Z]\w+ (?:is|was|has|will)\b).*[a-z][.!?][”\"]?\Z)"
)
_NOT_OPENING = re.compile(
    r"(?:Representatives|Participants|Leaders?|Head|Director) (?!of )"
)


def _decimal_comma(text: str) -> Iterator[Hit]:
    if _COMMA.search(text):
        for match in _DECIMAL.finditer(text):
            yield _hit(match, f"{match[1]}.{match[2]}")


def _spaced_thousands(text: str) -> Iterator[Hit]:
    if _DIGIT_GROUP.search(text) is None:
        return
    for match in _SPACED.finditer(text):
        before = text[max(0, match.start() - 12) : match.start()]
        if not _BEFORE_SPACED.search(before):
            yield _hit(match, re.sub(r"\s", ",", match[1]))


def _thousand_in_figures(text: str) -> Iterator[Hit]:
    if "thousand" not in text:
        return
    for match in _THOUSAND.finditer(text):
        rest = (match[2] or "").ljust(3, "0")
        if match[1] != "0":
            yield _hit(match, f"{match[1]},{rest}")


def _numero(text: str) -> Iterator[Hit]:
    if "№" not in text:
        return
    for match in _NUMERO.finditer(text):
        yield _hit(match, "No. ")


def _mixed_quotes(text: str) -> Iterator[Hit]:
    if '"' in text and ("“" in text or "”" in text):
        for match in _MIXED_QUOTES.finditer(text):
            yield _hit(match, f"“{match[1] or match[2]}”")


def _roman_centuries(text: str) -> Iterator[Hit]:
    if "centur" not in text:
        return
    for match in _CENTURY.finditer(text):
        first = _ordinal(match[2])
        last = f"{match[3]}{_ordinal(match[4])}" if match[4] else ""
        lead = match[1] or ""
        article = "" if lead == "the " or not lead else "the "
        yield _hit(match, f"{lead}{article}{first}{last}")


def _ordinal(numeral: str) -> str:
    values = [_ROMAN[letter] for letter in numeral]
    pairs = zip(values, [*values[1:], 0], strict=True)
    number = sum(-value if value < after else value for value, after in pairs)
    if number // 10 == 1:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def _currency_behind(text: str) -> Iterator[Hit]:
    if any(sign in text for sign in "€£$"):
        for match in _CURRENCY.finditer(text):
            yield _hit(match, f"{match[3]}{match[1]}{match[2] or ''}")


def _clock(text: str) -> Iterator[Hit]:
    if _MINUTES.search(text) is None:
        return
    for match in _OCLOCK.finditer(text):
        yield _hit(match, f"{match[1]}:{match[2]}")
    for match in _CLOCK.finditer(text):
        if not _OCLOCK.match(text, match.start()):
            yield _hit(match, f"{match[1]}:{match[2]}")


def _dotted_date(text: str) -> Iterator[Hit]:
    if _DOTTED.search(text) is None:
        return
    for match in _DATE.finditer(text):
        day, month = int(match[1]), _MONTHS[int(match[2]) - 1]
        written = (f"{day} {month} {match[3]}", f"{month} {day}, {match[3]}")
        yield Hit(start=match.start(), end=match.end(), replacements=written)


def _opening_article(text: str) -> Iterator[Hit]:
    """Whole sentences only: headlines go without articles."""
    match = _OPENING.match(text)
    if match is None or _NOT_OPENING.match(text) or len(text) < _SENTENCE:
        return
    noun = match["noun"]
    kept = noun[:2].isupper() or " " in noun or text[match.end() :].startswith("of ")
    plain = noun.lower() if noun in _COMMON or not kept else noun
    yield Hit(start=0, end=len(noun), replacements=(f"The {plain}",))


_COMMON = frozenset({"Head", "Spokesperson", "Director", "Chairman", "Press service"})


def _hit(match: re.Match[str], replacement: str) -> Hit:
    return Hit(start=match.start(), end=match.end(), replacements=(replacement,))


FIGURES: tuple[Mechanism, ...] = (
    Mechanism(
        id="typography/decimal-comma",
        find=_decimal_comma,
        message="English writes decimals with a point: 2.5",
        label="number",
        category="locale-convention/number-format",
        severity=Severity.MAJOR,
        safe=True,
        langs=ENGLISH,
    ),
    Mechanism(
        id="typography/spaced-thousands",
        find=_spaced_thousands,
        message="English groups thousands with a comma: 12,400",
        label="number",
        category="locale-convention/number-format",
        safe=True,
        langs=ENGLISH,
    ),
    Mechanism(
        id="typography/thousand-in-figures",
        find=_thousand_in_figures,
        message="With figures, English writes thousands out in digits: 12,000",
        label="number",
        category="locale-convention/number-format",
        langs=ENGLISH,
    ),
    Mechanism(
        id="typography/numero",
        find=_numero,
        message="English has “No.” for the sign of the number",
        label="number",
        category="locale-convention/number-format",
        safe=True,
        langs=ENGLISH,
    ),
    Mechanism(
        id="typography/mixed-quotes",
        find=_mixed_quotes,
        message="One quotation mark is curly, the other straight",
        label="quotes",
        category="fluency/typography",
        safe=True,
        langs=ENGLISH,
    ),
    Mechanism(
        id="typography/roman-century",
        find=_roman_centuries,
        message="English numbers centuries with ordinals: the 20th century",
        label="ordinal",
        category="locale-convention",
        severity=Severity.MAJOR,
        safe=True,
        langs=ENGLISH,
    ),
    Mechanism(
        id="typography/currency-behind",
        find=_currency_behind,
        message="The sign of the currency stands before the figure: €5 million",
        label="currency",
        category="locale-convention/currency-format",
        safe=True,
        langs=ENGLISH,
    ),
    Mechanism(
        id="typography/clock",
        find=_clock,
        message="The clock in figures has a colon and no “o’clock”: 15:00, 3 p.m.",
        label="clock",
        category="locale-convention/time-format",
        langs=ENGLISH,
    ),
    Mechanism(
        id="typography/dotted-date",
        find=_dotted_date,
        message="A date in figures is read in two ways: write the month out",
        label="date",
        category="locale-convention/date-format",
        langs=ENGLISH,
    ),
    Mechanism(
        id="grammar/opening-article",
        find=_opening_article,
        message="An institution or office opens the sentence with “The”",
        label="article",
        category="fluency/grammar",
        severity=Severity.MAJOR,
        langs=ENGLISH,
    ),
)
