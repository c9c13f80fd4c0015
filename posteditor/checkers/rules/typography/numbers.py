"""Figures in the custom of another language: decimals, thousands, ordinals, units."""

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
from posteditor.checkers.rules.typography.numerals import MONTH, ordinal
from posteditor.model import Severity

_MONEY = (
    r"euros?|dollars?|rubles?|roubles?|hryvnias?|tenge|yuan|pounds?|francs?|USD|EUR|RUB"
    r"|UAH|GBP|CHF|CNY"
)
_UNITS = (
    r"times|percent(?:age)?|per cent|million|billion|trillion|thousand|mln|bln|trln|bn"
    r"|km|kilomet(?:er|re)s|met(?:er|re)s|cm|mm|kg|tons|tonnes|hectares|ha|degrees"
    rf"|points|{_MONEY}|square|cubic|lit(?:er|re)s|GW|MW|kW|years|hours|minutes"
    r"|inhabitants|people|residents|citizens|units|cases|soldiers|magnitude"
)
_COMMA = re.compile(r"\d,\d{1,2}(?!\d)")
_DECIMAL = re.compile(
    rf"(?<![\w.,/-])(\d{{1,3}}),(\d{{1,2}})"
    rf"(?=(?:[ \u00a0-](?:{_UNITS}|fold)\b)|[ \u00a0]?[%°])"
    r"|(?<=[€£$₽₴¥])(\d{1,3}),(\d{1,2})(?![\d,])"
)
_DECIMAL_AFTER = re.compile(
    r"(?<=\b(?:by|to) )(\d{1,3}),(\d)(?=[ .;)]|\Z)(?! (?:and|or) \d)"
)
_SPACED = re.compile(
    r"(?<![\w.,/+:№#-])(?<!\d[ \u00a0\u202f])"
    r"([1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3}){1,3})"
    rf"(?=[ \u00a0](?:{_UNITS}|[a-z]{{4,}}s)\b)"
    r"|(?<=[€£$₽₴¥])([1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3}){1,3})(?! ?\d)"
)
_DIGIT_GROUP = re.compile(r"\d[ \u00a0\u202f]\d{3}")
_BEFORE_SPACED = re.compile(
    rf"(?:{MONTH}|[Pp]age|No\.|[Aa]rticle|[Tt]el\.?|[Pp]hone|[Rr]oom|[Ii]n)[ \u00a0]\Z"
)
_DOTTED = re.compile(r"\d\.\d{3}")
_DOTTED_MILLIONS = re.compile(
    r"(?<![\w.,/:-])([1-9]\d{0,2})\.(\d{3})\.(\d{3})(?=[ \u00a0][a-z]|[,;)]|\.?\Z)"
)
_DOTTED_THOUSANDS = re.compile(
    r"(?<![\w.,/:-])([1-9]\d{0,2})\.(\d{3})"
    r"(?= (?:people|inhabitants|residents|citizens|soldiers|workers|employees|students"
    r"|pupils|patients|visitors|refugees|families|children|jobs|houses|homes|apartments"
    r"|vehicles|companies|cases|deaths|euros|hectares|participants|members|copies"
    r"|schools|units|beds|doses|voters|votes)\b)"
)
_THOUSAND = re.compile(
    r"(?<![\w.,/-])(\d{1,3})(?:[.,](\d{1,3}))? (?:thousand|thous\.?|ths\.?|thsd\.?)"
    r"(?=[ \u00a0]+[a-z])(?! of\b)"
)
_SHORT_MILLIONS = re.compile(
    r"(?<=\d)[ \u00a0]?(mln|bln|trln|mlrd|mrd|mio|tln)\b"
    r"(?:\.(?=[ \u00a0]?[a-z$€£(,;]))?"
)
_MILLIONS = {
    "mln": "million",
    "mio": "million",
    "bln": "billion",
    "mlrd": "billion",
    "mrd": "billion",
    "trln": "trillion",
    "tln": "trillion",
}
_MILLIONS_OF = re.compile(
    r"(?<![\w.,])(\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty"
    r"|hundred) (million|billion|trillion|thousand)(?:s(?: of)?| of)"
    r"(?= (?:euros|dollars"
    r"|ro?ubles|people|tons|tonnes|hryvnias?|yuan|tenge|pounds|cubic|square|hectares"
    r"|citizens|residents|inhabitants|units|doses|children|US)\b)"
)
_NUMERO = re.compile(
    r"[№][ \u00a0]?(?=\d)|(?<![\w.])[nN][°º][ \u00a0]?(?=\d)|\bNo\.(?=\d)"
    r"|(?<=[a-z] )Nr\.?[ \u00a0]?(?=\d)"
    r"|(?<=(?:aw|er|ee|ct|ol|on|le) )N[ \u00a0]?(?=\d{1,4}(?:[ .,;)-]|\Z))"
)
_PERCENT = re.compile(
    r"(?<=\d)[ \u00a0\u202f]+%(?![\w(])|(?<![\w%])%[ ]?(\d[\d.,]*\d|\d)(?![\w%])"
)
_PERCENTS = re.compile(r"(?<=\d )(percent|per cent)s\b|(?<=\d )procents?\b")
_ORDINAL = re.compile(
    r"(?<![\w.,/-])(\d{1,3})(?:-(?:st|nd|rd|th)|(st|nd|rd|th))(?![\w-])"
)
_ORDINAL_ANYWHERE = re.compile(r"\d-?[snrt][tdh]")
_HYPHEN_DECADE = re.compile(r"(?<![\w.-])((?:1[5-9]|20)?\d0)-(?:s|ies|ties|th)\b")
_PLAIN_ORDINAL = re.compile(
    r"(?<=\b[Tt]he )(\d{1,3}) (?=(?:anniversary|session|meeting|conference|congress"
    r"|summit|edition|round|stage|century|birthday|convocation)"
    r"(?:[.,;:)’]|\Z| (?:of|in|on|at|was|will|is|took|has|since|between|with|and)\b))"
)
_SMALL = re.compile(
    r"\b(?:the|past|last|next|these|first|those|of|over|than|for|a|an|in|within|only"
    r"|budget|about|another|and|after|other|our|their|his|her|its|with|from) "
    r"(?P<at>([2-9]))(?= (?:years|months|weeks|days|decades|centuries|countries)\b"
    r"(?! (?:and \d|\d)))"
)
_SPELT = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
_UNIT = re.compile(
    r"(?<=\d)(?P<gap> ?)(?:(?P<speed>km/hour|kmh|km/hr|km per hour)"
    r"|(?P<area>sq\.? ?|kv\.? ?)(?P<of>k?m|cm)\b\.?(?=[ ,;)][a-z ]?)"
    r"|(?P<plain>km|m|cm)(?P<power>[23]))(?![\w²³])"
)


def _decimal(match: re.Match[str]) -> str:
    whole, part = (group for group in match.groups() if group is not None)
    return f"{whole}.{part}"


def _spaced_thousands(text: str) -> Iterator[Hit]:
    if _DIGIT_GROUP.search(text) is None:
        return
    for match in _SPACED.finditer(text):
        before = text[max(0, match.start() - 12) : match.start()]
        if not _BEFORE_SPACED.search(before):
            yield hit(*match.span(), re.sub(r"\s", ",", match[0]))


def _thousand(match: re.Match[str]) -> str:
    rest = (match[2] or "").ljust(3, "0")
    return "" if match[1] == "0" else f"{match[1]},{rest}"


def _millions(match: re.Match[str]) -> str:
    following = match.string[match.end() : match.end() + 1]
    return f" {_MILLIONS[match[1]]}" + " " * (following.isalpha())


def _percent(match: re.Match[str]) -> str:
    return f"{match[1]}%" if match[1] else "%"


def _ordinal(match: re.Match[str]) -> str:
    right = ordinal(int(match[1]))
    return "" if right == match[0] else right


def _unit(match: re.Match[str]) -> str:
    if match["speed"]:
        right = f"{match['gap']}km/h"
    elif match["of"]:
        right = f" sq {match['of']}"
    else:
        power = "²" if match["power"] == "2" else "³"
        right = f"{match['gap']}{match['plain']}{power}"
    return "" if right == match[0] else right


NUMBERS: tuple[Mechanism, ...] = (
    Mechanism(
        id="typography/decimal-comma",
        find=in_figures(
            where(_COMMA, swap(_DECIMAL, _decimal), swap(_DECIMAL_AFTER, _decimal))
        ),
        message="English writes decimals with a point: 2.5",
        label="number",
        category="locale-convention/number-format",
        severity=Severity.MAJOR,
        safe=True,
    ),
    Mechanism(
        id="typography/spaced-thousands",
        find=in_figures(_spaced_thousands),
        message="English groups thousands with a comma: 12,400",
        label="number",
        category="locale-convention/number-format",
        safe=True,
    ),
    Mechanism(
        id="typography/dotted-thousands",
        find=in_figures(
            where(
                _DOTTED,
                swap(_DOTTED_MILLIONS, r"\1,\2,\3"),
                swap(_DOTTED_THOUSANDS, r"\1,\2"),
            )
        ),
        message="English groups thousands with a comma: 12,400",
        label="number",
        category="locale-convention/number-format",
        severity=Severity.MAJOR,
    ),
    Mechanism(
        id="typography/thousand-in-figures",
        find=in_figures(swap(_THOUSAND, _thousand, "thous", "ths")),
        message="With figures, English writes thousands out in digits: 12,000",
        label="number",
        category="locale-convention/number-format",
    ),
    Mechanism(
        id="typography/short-million",
        find=in_figures(swap(_SHORT_MILLIONS, _millions, "ln", "rd", "mio")),
        message="English writes million and billion out",
        label="number",
        category="locale-convention/number-format",
        safe=True,
    ),
    Mechanism(
        id="typography/millions-of",
        find=near(
            "million millions billion billions trillion trillions thousand thousands",
            swap(_MILLIONS_OF, r"\1 \2"),
        ),
        message="After a number, “million” has no plural and no “of”",
        label="number",
        category="fluency/grammar",
        severity=Severity.MAJOR,
        safe=True,
    ),
    Mechanism(
        id="typography/numero",
        find=in_figures(swap(_NUMERO, "No. ", "№", "n°", "nº", "N", "Nr")),
        message="English has “No.” for the sign of the number",
        label="number",
        category="locale-convention/number-format",
        safe=True,
    ),
    Mechanism(
        id="typography/spaced-percent",
        find=in_figures(swap(_PERCENT, _percent, "%")),
        message="English writes the percent sign close behind the figure: 5%",
        label="percent",
        category="locale-convention/number-format",
    ),
    Mechanism(
        id="typography/percents",
        find=near(
            "percents cents procent procents",
            swap(_PERCENTS, lambda match: match[1] or "percent"),
        ),
        message="“Percent” has no plural after a figure",
        label="percent",
        category="fluency/grammar",
        severity=Severity.MAJOR,
        safe=True,
    ),
    Mechanism(
        id="typography/ordinal-ending",
        find=in_figures(
            swap(_HYPHEN_DECADE, r"\1s", "0-"),
            where(_ORDINAL_ANYWHERE, swap(_ORDINAL, _ordinal)),
        ),
        message="The ordinal has another ending, without a hyphen: 21st, 5th",
        label="ordinal",
        category="fluency/spelling",
        severity=Severity.MAJOR,
        safe=True,
    ),
    Mechanism(
        id="typography/plain-ordinal",
        find=in_figures(
            near(
                "anniversary session meeting conference congress summit edition round "
                "stage century birthday convocation",
                swap(_PLAIN_ORDINAL, lambda match: f"{ordinal(int(match[1]))} "),
            )
        ),
        message="An ordinal is meant: the 75th anniversary",
        label="ordinal",
        category="locale-convention",
        severity=Severity.MAJOR,
    ),
    Mechanism(
        id="typography/small-number",
        find=in_figures(
            near(
                "years months weeks days decades centuries countries",
                swap(_SMALL, lambda match: _SPELT[int(match["at"]) - 2]),
            )
        ),
        message="Numbers up to nine are written out in prose",
        label="number",
        category="style/number",
        severity=Severity.NEUTRAL,
    ),
    Mechanism(
        id="typography/unit",
        find=in_figures(swap(_UNIT, _unit, "km", "m2", "m3", "sq", "kv")),
        message="The unit has another sign in English",
        label="unit",
        category="locale-convention",
    ),
)
