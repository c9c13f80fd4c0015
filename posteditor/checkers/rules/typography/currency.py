"""Sums of money: where the sign stands, what the currency is called."""

from __future__ import annotations

import re

from posteditor.checkers.rules.mechanics import Mechanism, in_figures, swap

_SIGN = "[€£$₽₴¥₸]"
_SUM = r"\d[\d.,]*\d|\d"
_SCALE = r" ?(?:million|billion|trillion|thousand|bn|mln|bln|m)\b"
_BEHIND = re.compile(
    rf"(?<![\w.,€$£])({_SUM})({_SCALE})?[ \u00a0]?({_SIGN})(?![\w€£$])"
)
_SPACED_SIGN = re.compile(r"(?<=[€£$])[ \u00a0]+(?=\d)")
_TWICE = re.compile(
    rf"((?P<sign>[€$£])(?:{_SUM})(?:{_SCALE})?) (?P<name>US dollars?|dollars?|euros?"
    r"|pounds?|USD|EUR|GBP)\b"
)
_NAMES = {"$": ("dollar", "us", "usd"), "€": ("eur",), "£": ("pound", "gbp")}
_CODE_BEHIND = re.compile(
    rf"(?<![\w.,€$£])({_SUM})({_SCALE})? (USD|EUR|GBP|US\$)(?![\w/])"
)
_CODES = {"USD": "$", "US$": "$", "EUR": "€", "GBP": "£"}
_NAME_AHEAD = re.compile(
    rf"\b(ro?ubles|euros|dollars|hryvnias?|tenge|yuan) ({_SUM})"
    r" (million|billion|trillion|thousand)\b"
)
_SINGULAR = re.compile(
    rf"(?<![\w.,-])(?P<sum>{_SUM})(?P<scale> (?:million|billion|trillion|thousand))?"
    r" (?P<name>euro|dollar|ro?uble|US dollar)"
    r"(?=[.,;)]|\Z| (?:for|in|to|from|was|were|and|per|on|by|at|will|is|are|as|has|have"
    r"|annually|a|will|this|last|next)\b)"
)


def _behind(match: re.Match[str]) -> str:
    return f"{match[3]}{match[1]}{match[2] or ''}"


def _twice(match: re.Match[str]) -> str:
    fits = match["name"].lower().startswith(_NAMES[match["sign"]])
    return match[1] if fits else ""


def _code(match: re.Match[str]) -> tuple[str, ...]:
    amount, code = match[1] + (match[2] or ""), match[3]
    return f"{_CODES[code]}{amount}", f"{code.replace('US$', 'USD')} {amount}"


def _singular(match: re.Match[str]) -> str:
    amount = match["sum"] + (match["scale"] or "")
    return "" if amount == "1" else f"{amount} {match['name']}s"


CURRENCY: tuple[Mechanism, ...] = (
    Mechanism(
        id="typography/currency-behind",
        find=in_figures(swap(_BEHIND, _behind, *"€£$₽₴¥₸")),
        message="The sign of the currency stands before the figure: €5 million",
        label="currency",
        category="locale-convention/currency-format",
        safe=True,
    ),
    Mechanism(
        id="typography/currency-space",
        find=in_figures(swap(_SPACED_SIGN, "", *"€£$")),
        message="No space between the sign of the currency and the figure",
        label="currency",
        category="locale-convention/currency-format",
        safe=True,
    ),
    Mechanism(
        id="typography/currency-twice",
        find=in_figures(swap(_TWICE, _twice, *"€£$")),
        message="The currency is named twice",
        label="currency",
        category="fluency/duplication",
        safe=True,
    ),
    Mechanism(
        id="typography/currency-code",
        find=in_figures(swap(_CODE_BEHIND, _code, "USD", "EUR", "GBP", "US$")),
        message="The currency stands before the figure",
        label="currency",
        category="locale-convention/currency-format",
    ),
    Mechanism(
        id="typography/currency-ahead",
        find=in_figures(swap(_NAME_AHEAD, r"\2 \3 \1")),
        message="The name of the currency stands behind the figure",
        label="currency",
        category="locale-convention/currency-format",
        safe=True,
    ),
    Mechanism(
        id="typography/currency-plural",
        find=in_figures(
            swap(_SINGULAR, _singular, "euro", "dollar", "ruble", "rouble")
        ),
        message="Sums of money take the plural of the currency: 5 million euros",
        label="currency",
        category="fluency/grammar",
    ),
)
