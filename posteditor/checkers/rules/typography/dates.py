"""Dates, years, decades and centuries in the custom of another language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from posteditor.checkers.rules.matcher import Hit
from posteditor.checkers.rules.mechanics import Mechanism, hit, in_figures, near, swap
from posteditor.checkers.rules.typography.numerals import (
    MONTH,
    MONTHS,
    WEEKDAY,
    from_roman,
    ordinal,
)
from posteditor.model import Severity

_YEAR = r"(?:19|20)\d\d"
_DAY = r"(?:[12]?\d|3[01])"

_DOTTED = re.compile(r"\d\.\d\d?\.\d|\d/\d\d?/\d")
_DATE = re.compile(
    r"(?<![\w.])(?:(?P<from>\d{1,2})[-–])?(?P<day>0?[1-9]|[12]\d|3[01])"
    r"\.(?P<month>0?[1-9]|1[0-2])\.(?P<year>20\d\d|19\d\d)\b(?!\.\d)"
    r"(?: ?(?:g\.|year\b))?"
)
_SHORT_DATE = re.compile(
    r"(?<=\b(?:on|of) )(?P<from>)(?P<day>0?[1-9]|[12]\d|3[01])[./]"
    r"(?P<month>0?[1-9]|1[0-2])[./](?P<year>(?:20)?[0-4]\d)\b(?![./]?\d)"
)
_DAY_OF = re.compile(
    rf"\b(?P<the>[Tt]he )?(?P<first>{_DAY})(?P<end>st|nd|rd|th)?\.?"
    rf"(?P<to>(?: to | and | till | until | - |[-–—])(?:the )?{_DAY}(?:st|nd|rd|th)?)?"
    rf" of (?P<month>{MONTH})\b(?:,? (?:of )?(?P<year>{_YEAR})(?! [a-z]+s\b))?"
)
_THE_DAY = re.compile(rf"\bthe ({_DAY})(?:st|nd|rd|th)? ({MONTH})\b(?=[.,;)]|\Z)")
_DAY_STOP = re.compile(
    rf"\b(?:on|from|to|until|since|of|by|and) (?P<at>({_DAY})\. ?({MONTH}))\b"
)
_DAY_FIRST_COMMA = re.compile(rf"\b({_DAY} {MONTH}), ({_YEAR})(?=[\s.,;)]|\Z)")
_MONTH_FIRST = re.compile(
    rf"\b({MONTH} {_DAY})(?:st|nd|rd|th)? ({_YEAR})(?=[.,;)]|\Z| [a-z]+\b(?<!s))"
)
_IN_DAY = re.compile(
    rf"\b([Ii]n|[Aa]t) (?=(?:the )?{_DAY}(?:st|nd|rd|th)? (?:of )?{MONTH}\b"
    rf"|{MONTH} {_DAY}(?:,? {_YEAR}|,|\.\Z))"
)
_ON_MONTH = re.compile(
    rf"(?<!ased )(?<!cus )(?<!port )(?<!data )(?<!ook )(?<!ack )\b([Oo]n) "
    rf"(?=(?:{MONTH}) (?:of )?{_YEAR}(?:[.,;)]|\Z))"
)
_ON_YEAR = re.compile(
    r"\b((?:adopted|held|signed|created|founded|established|launched|opened|started"
    rf"|born|completed|approved|built|published|released|took place)) on"
    rf" (?={_YEAR}\b)"
)
_REPORTS = (
    "said|announced|confirmed|revealed|stressed|stated|declared|reported|affirmed"
    "|emphasi[sz]ed|noted|explained|called|discussed|met|received|added|warned|issued"
    "|signed|held|opened|visited|inspected|chaired|condemned|denied|approved|decided"
    "|launched|inaugurated|arrived|expressed|urged|demanded|welcomed|directed|ordered"
)
_PART = r"(?: (?:morning|afternoon|evening|night))?"
_SET_OFF = re.compile(
    rf"\b(?P<verb>{_REPORTS})(?P<at>, (?:today, |yesterday, )?(?:on )?(?P<day>{WEEKDAY}"
    rf"{_PART}(?: (?:{MONTH} {_DAY}|{_DAY} {MONTH}))?),? )"
    r"(?=[a-z“\"A-Z])(?!and\b|but\b|or\b|as\b|when\b|while\b|which\b|who\b)"
)
_TODAY = re.compile(
    rf"\b(?P<verb>{_REPORTS})(?P<at>,? (?:today|yesterday), (?P<day>{WEEKDAY}{_PART})"
    r",? )(?=[a-z])"
)
_ON_THE = re.compile(
    rf"\b(?P<lead>[Ii]n|[Oo]n) the (?P<day>{_DAY})(?P<end>st|nd|rd|th)?(?: of)?"
    rf"(?: the month of| month of)? (?P<month>{MONTH})\b(?P<year>,? (?:of )?{_YEAR})?"
)
_COMMA_YEAR_WORD = re.compile(
    rf"\b(?P<date>{MONTH} {_DAY}, {_YEAR}|{_DAY} {MONTH},? {_YEAR})"
    r" (?:year|of the year|y\.|g\.)(?![\w’'-])"
)
_OF_YEAR = re.compile(
    rf"\b(?P<month>(?:in|since|until|by|from|of|to) {MONTH})(?:,? of(?: the year)?|, "
    rf"|,? in) (?P<year>{_YEAR})(?! [a-z]+s\b)(?![-–]\d)"
)
_ZERO_DAY = re.compile(rf"\b(?P<before>{MONTH} )?0(?P<day>[1-9])(?P<after> {MONTH})?\b")
_IN_WEEKDAY = re.compile(
    rf"\b([Ii]n) (?={WEEKDAY}"
    r"(?:[.,;]|\Z| (?:the|he|she|they|at)\b))"
)
_YEAR_WORD = re.compile(
    rf"\b(?P<lead>(?:[Ii]n|[Oo]f|[Ss]ince|[Bb]y|[Uu]ntil|[Dd]uring|[Ff]rom|[Tt]o|[Ff]or"
    rf"|{MONTH}|and|[Tt]he (?=.{{4,9}} years))(?: (?={_YEAR}))?)"
    rf"(?P<the>the )?(?P<year>{_YEAR}(?:\s?[-–—/]\s?(?:(?:19|20)?\d\d))?)"
    r" ?(?P<word>years?\b|yy?\.|gg?\.|yrs?\b\.?)"
    r"(?![-’']|\w| (?:of|old|ago|later|earlier|after|before|budget)\b)(?P<stop>)"
)
_THE_YEAR_OF = re.compile(rf"\b([Ii]n) (?:the )?year (?:of )?({_YEAR})\b(?!-)")
_DECADE = re.compile(
    r"\b(?P<lead>[Ii]n|[Oo]f|[Ss]ince|[Ff]rom|[Uu]ntil|[Dd]uring) "
    r"(?P<part>early |late |mid-)?(?P<decade>(?:1[5-9]|20)\d0s)"
    r"(?=[.,;)]|\Z| (?![A-Z\d]|[a-z]+s\b))"
)
_ROMAN_CENTURY = re.compile(
    r"(?<![\w-])(the |(?:in|of|from|by|since|until) )?([XVI]{1,5})"
    r"(?:([-–—])([XVI]{1,5}))?"
    r"(?=(?:th)? centur(?:y|ies)\b)(?:th)?"
)
_CENTURY = re.compile(
    r"\b(?P<lead>[Ii]n|[Oo]f|[Ss]ince|[Ff]rom|[Uu]ntil|[Dd]uring|[Bb]y) "
    r"(?P<number>\d{1,2}(?:st|nd|rd|th)?|(?:eigh|nine)teenth|twentieth|twenty-first)"
    r"(?= century(?:[.,;)]|\Z| (?:in|and|to|when|was|is|by|with|on|as|has|will|the|we)"
    r"\b))"
)
_ROMAN_EVENT = re.compile(
    r"(?:\b(?:the|of|at|in|for|with|and|by|to|from) |\A)(?P<numeral>[XVI]{1,6}) "
    r"(?=(?:[A-Z][\w’'-]*,? |of |and |the ){0,4}"
    r"(?:Conference|Forum|Congress|Festival|Summit|Olympiad|Championship|Symposium"
    r"|Assembly|Exhibition|Games|Competition|Plenum|Fair|Seminar|Session)\b)"
)
_ROMAN_QUARTER = re.compile(
    r"\b(?P<lead>[Ii]n|[Oo]f|[Ff]or|[Bb]y|[Dd]uring) (?:the )?"
    r"(?P<number>I{1,3}|IV|[1-4]) (?P<part>quarter|half)(?=[.,;]|\Z| of\b)"
)
_EVENTS = (
    "conference forum congress festival summit olympiad championship symposium "
    "assembly exhibition games competition plenum fair seminar session"
)
_MONTH_WORDS = " ".join(MONTHS).lower()
_DAY_AHEAD = re.compile(r"\d (?:of )?\Z")
_YEAR_SIGNS = ("year", " y.", " yy.", " g.", " gg.", " yr")
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"
_QUARTERS = {"I": "first", "II": "second", "III": "third", "IV": "fourth"}
_QUARTERS |= dict(zip("1234", list(_QUARTERS.values()), strict=True))
# Where conferences are numbered with Roman numerals.
_ROMAN_LANGUAGES = frozenset(
    {"az", "be", "bg", "es", "fr", "hy", "it", "kk", "ky", "pt", "ro", "ru", "uk", "uz"}
)


def _on_day(match: re.Match[str]) -> tuple[str, ...] | str:
    if match["lead"].lower() == "on" and match["end"] and not match["year"]:
        return ""
    year = match["year"] and match["year"][-4:]
    on = "On" if match["lead"][0].isupper() else "on"
    return tuple(f"{on} {date}" for date in _both(match["day"], match["month"], year))


def _zero_day(match: re.Match[str]) -> str:
    if not (match["before"] or match["after"]):
        return ""
    return f"{match['before'] or ''}{match['day']}{match['after'] or ''}"


def _dotted_dates(text: str) -> Iterator[Hit]:
    if _DOTTED.search(text) is None:
        return
    for expression in (_DATE, _SHORT_DATE):
        for match in expression.finditer(text):
            if expression is _SHORT_DATE and _DATE.match(text, match.start()):
                continue
            days = str(int(match["day"]))
            if match["from"]:
                days = f"{int(match['from'])}–{days}"
            year = match["year"] if len(match["year"]) > 2 else f"20{match['year']}"  # noqa: PLR2004
            yield hit(
                *match.span(), *_both(days, MONTHS[int(match["month"]) - 1], year)
            )


def _both(days: str, month: str, year: str | None = None) -> tuple[str, str]:
    """A date with the day first and with the month first."""
    if year is None:
        return f"{days} {month}", f"{month} {days}"
    return f"{days} {month} {year}", f"{month} {days}, {year}"


def _day_of(match: re.Match[str]) -> tuple[str, ...] | str:
    """“The 5th of May” is English; “5th of May”, “the 5 of May”, and any of them with a
    range or a year, is not what an editor leaves."""
    if match["the"] and match["end"] and not match["to"] and not match["year"]:
        return ""
    if match["the"] and _ON_THE.match(match.string, max(0, match.start() - 3)):
        return ""
    last = re.sub(r"the |(?<=\d)(?:st|nd|rd|th)\Z", "", match["to"] or "")
    days = match["first"] + last.replace(" till ", " to ").replace(" - ", "–")
    return _both(days, match["month"], match["year"])


def _year_word(match: re.Match[str]) -> str:
    year, word = match["year"], match["word"]
    if _DAY_AHEAD.search(match.string[max(0, match.start() - 4) : match.start()]):
        return ""  # mended with the day
    is_span = not year.isdigit()
    if word == "years" and not is_span:
        lead = match["lead"].strip()
        if year.endswith("00") or lead not in ("in", "In", "of", "since", "Since"):
            return ""
    if word == "year" and match["lead"].strip() == "for" and match["the"]:
        return ""
    return (match["lead"] + year).replace("the " if is_span else "\0", "")


def _roman_centuries(text: str) -> Iterator[Hit]:
    for match in _ROMAN_CENTURY.finditer(text):
        first = ordinal(from_roman(match[2]))
        last = f"{match[3]}{ordinal(from_roman(match[4]))}" if match[4] else ""
        lead = match[1] or ""
        article = "" if lead == "the " or not lead else "the "
        yield hit(*match.span(), f"{lead}{article}{first}{last}")


def _century(match: re.Match[str]) -> str:
    number = match["number"]
    right = ordinal(int(number)) if number.isdigit() else number
    return f"{match['lead']} the {right}"


def _roman_events(text: str) -> Iterator[Hit]:
    """“IX Conference”: the numeral of an event that comes round."""
    for match in _ROMAN_EVENT.finditer(text):
        number = from_roman(match["numeral"])
        if number > 1:
            yield hit(*match.span("numeral"), ordinal(number))


def _quarter(match: re.Match[str]) -> str:
    return f"{match['lead']} the {_QUARTERS[match['number']]} {match['part']}"


DATES: tuple[Mechanism, ...] = (
    Mechanism(
        id="punctuation/weekday-commas",
        find=near(
            _WEEKDAYS,
            swap(_SET_OFF, r" on \g<day> ", ", "),
            swap(_TODAY, r" on \g<day> ", "day, "),
        ),
        message="The day is not set off by commas: said on Sunday that",
        label="comma",
        category="fluency/punctuation",
    ),
    Mechanism(
        id="typography/month-and-year",
        find=in_figures(near(_MONTH_WORDS, swap(_OF_YEAR, r"\g<month> \g<year>"))),
        message="Month and year stand together: in May 2021",
        label="date",
        category="locale-convention/date-format",
    ),
    Mechanism(
        id="typography/dotted-date",
        find=in_figures(_dotted_dates),
        message="A date in figures is read in two ways: write the month out",
        label="date",
        category="locale-convention/date-format",
    ),
    Mechanism(
        id="typography/day-of-month",
        find=in_figures(
            near(
                _MONTH_WORDS,
                swap(_ON_THE, _on_day, "n the "),
                swap(_DAY_OF, _day_of, " of "),
                swap(_THE_DAY, lambda m: _both(m[1], m[2]), "the "),
                swap(_DAY_STOP, lambda m: _both(m[2], m[3]), "."),
            )
        ),
        message="In prose the date is written 5 May or May 5",
        label="date",
        category="locale-convention/date-format",
    ),
    Mechanism(
        id="typography/zero-day",
        find=in_figures(near(_MONTH_WORDS, swap(_ZERO_DAY, _zero_day, "0"))),
        message="No zero before the day: 3 July",
        label="date",
        category="locale-convention/date-format",
        safe=True,
    ),
    Mechanism(
        id="typography/date-comma",
        find=in_figures(
            near(
                _MONTH_WORDS,
                swap(_DAY_FIRST_COMMA, r"\1 \2", ","),
                swap(_MONTH_FIRST, r"\1, \2"),
            )
        ),
        message="Written 5 May 2021, or May 5, 2021 with a comma",
        label="date",
        category="locale-convention/date-format",
        safe=True,
    ),
    Mechanism(
        id="grammar/date-preposition",
        find=in_figures(
            near(
                _MONTH_WORDS,
                swap(_IN_DAY, lambda m: "On " if m[1][0].isupper() else "on "),
                swap(_ON_MONTH, lambda m: "In " if m[1][0].isupper() else "in "),
            ),
            swap(_ON_YEAR, r"\1 in ", "on 19", "on 20"),
        ),
        message="Days take “on”, months and years “in”",
        label="preposition",
        category="fluency/grammar",
        severity=Severity.MAJOR,
    ),
    Mechanism(
        id="grammar/weekday-preposition",
        find=near(
            _WEEKDAYS,
            swap(_IN_WEEKDAY, lambda m: "On " if m[1][0].isupper() else "on "),
        ),
        message="Days take “on”",
        label="preposition",
        category="fluency/grammar",
        severity=Severity.MAJOR,
    ),
    Mechanism(
        id="typography/year-word",
        find=in_figures(
            swap(_COMMA_YEAR_WORD, r"\g<date>", *_YEAR_SIGNS),
            swap(_YEAR_WORD, _year_word, *_YEAR_SIGNS),
            swap(_THE_YEAR_OF, r"\1 \2", "year "),
        ),
        message="The figure of a year needs no word “year”, as the source has it",
        label="year",
        category="locale-convention/date-format",
        severity=Severity.MAJOR,
    ),
    Mechanism(
        id="grammar/decade-article",
        find=in_figures(swap(_DECADE, r"\g<lead> the \g<part>\g<decade>", "0s")),
        message="A decade takes the article: in the 1990s",
        label="article",
        category="fluency/grammar",
        severity=Severity.MAJOR,
        safe=True,
    ),
    Mechanism(
        id="typography/roman-century",
        find=near("century centuries", _roman_centuries),
        message="English numbers centuries with ordinals: the 20th century",
        label="ordinal",
        category="locale-convention",
        severity=Severity.MAJOR,
        safe=True,
    ),
    Mechanism(
        id="grammar/century-article",
        find=near("century", swap(_CENTURY, _century)),
        message="A century takes the article and an ordinal: in the 20th century",
        label="article",
        category="fluency/grammar",
        severity=Severity.MAJOR,
    ),
    Mechanism(
        id="typography/roman-ordinal",
        find=near(_EVENTS, _roman_events),
        message="English numbers conferences and festivals with ordinals: 9th, Ninth",
        label="ordinal",
        category="locale-convention",
        source_langs=_ROMAN_LANGUAGES,
    ),
    Mechanism(
        id="typography/quarter",
        find=near("quarter half", swap(_ROMAN_QUARTER, _quarter)),
        message="English writes the first quarter, the second half",
        label="ordinal",
        category="locale-convention",
        severity=Severity.MAJOR,
    ),
)
