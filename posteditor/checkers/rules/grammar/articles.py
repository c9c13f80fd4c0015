"""Articles of common nouns: missing in set frames, superfluous before what cannot be
counted or is meant in general; “a” and “an” by sound.

Rule: a frame fires only where the noun phrase surely ends, so that no compound is torn.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from posteditor.checkers.rules.grammar.scan import (
    DATA,
    END,
    END_OF,
    Frame,
    alternatives,
    as_before,
    before,
    frame,
    is_headline,
    words,
)


@cache
def data() -> Mapping[str, Any]:
    """data/articles.toml as it stands."""
    loaded: Mapping[str, Any] = tomllib.loads(
        (DATA / "articles.toml").read_text(encoding="utf-8")
    )
    return loaded


_BEHIND_OF = (
    r"(?=\s+of\s+(?:the|this|that|these|those|a|an|our|its|their|his|her|all|each|both"
    r"|[a-z]+(?:s|ing|ion|ment|ity)|[A-Z\d][\w.-]*)\b)"
)


def missing_the() -> Iterable[Frame]:
    """“in course of”, “one of largest”, “in same way”."""
    nouns = {
        noun for listed in data()["of_phrases"].values() for noun in listed.split()
    }
    yield frame(nouns, rf"(?P<n>{alternatives(nouns)}){_BEHIND_OF}", _the_noun)
    superlatives = alternatives(data()["superlatives"].split())
    yield frame(
        "one some two three",
        rf"(?P<p>(?:one|some|two|three)\s+of)\s+(?P<n>(?:world['’]s\s+)?"
        rf"(?:{superlatives}))(?=\s+[a-z])",
        _the,
    )
    yield frame("same", r"same(?=\s+[a-z])(?!\s+(?:or|and|as|but|day)\b)", _the_same)
    yield frame(
        "first second third fourth last",
        r"(?:first|second|third|fourth|last)(?=\s+(?:half|quarter|stage|phase|days?|hours|months|years|weeks|decade"
        r"|third|part|time)\s+(?:of|since|in)\s)",
        _the_same,
    )


_BEFORE_SAME = words("in at of on by with from to for during within under since")


def _the_noun(match: re.Match[str]) -> str | None:
    listed = data()["of_phrases"].get(before(match), "").split()
    return _the_same(match) if match["n"].lower() in listed else None


def _the_same(match: re.Match[str]) -> str | None:
    if before(match) not in _BEFORE_SAME | data()["of_phrases"].keys():
        return None
    return None if is_headline(match.string) else f"the {match[0]}"


def _the(match: re.Match[str]) -> str | None:
    if is_headline(match.string):
        return None
    return f"{match['p']} the {match['n']}"


_ADJECTIVE = r"(?P<adj>(?:(?:very|more|quite)\s+)?(?:{between})\s+)?"


def uncountable() -> Iterable[Frame]:
    """“an information”, “informations”, “these equipments”."""
    between = alternatives(data()["between"].split())
    adjective = _ADJECTIVE.format(between=between)
    nouns = alternatives(data()["uncountable"])
    yield frame(
        "a an",
        rf"an?\s+{adjective}(?P<n>{nouns})(?:{END_OF}|(?=\s+about\b))",
        _no_a,
        also=data()["uncountable"],
    )
    plurals: Mapping[str, str] = data()["plurals"]
    yield frame(
        "these those many several various numerous few some all the of and with for",
        r"(?P<d>these|those|many|several|various|numerous|few|some|all|the|of|and|with"
        rf"|for)\s+(?P<adj>(?:[a-z]+\s+)?)(?P<n>{alternatives(plurals)})"
        r"(?P<be>\s+(?:are|were|have)\b)?",
        _singular,
        also=plurals,
    )
    yield frame(
        plurals,
        rf"(?P<n>{alternatives(plurals)})(?P<be>\s+(?:are|were|have)\b)?",
        _alone,
    )


_A_MAY_STAND = {
    ("damage", "of"),  # a damage of 3 points
    ("transport", "of"),
    ("leadership", "of"),
}
_BE = {"are": "is", "were": "was", "have": "has"}
_MANY = {"these": "this", "those": "that", "many": "much", "few": "little"}


def _no_a(match: re.Match[str]) -> str | None:
    following = match.string[match.end() :].split(maxsplit=1)
    if (match["n"].lower(), following[0] if following else "") in _A_MAY_STAND:
        return None
    adjective = match["adj"] or ""
    return as_before(match[0], f"{adjective}{match['n']}")


def _singular(match: re.Match[str]) -> str:
    noun = data()["plurals"][match["n"].lower()]
    first = match["d"]
    if first.lower() in _MANY:
        first = as_before(first, _MANY[first.lower()])
    elif first.lower() in ("several", "various", "numerous"):
        first = as_before(first, "various kinds of")
    return f"{first} {match['adj']}{noun}{_agree(match['be'])}"


def _alone(match: re.Match[str]) -> str | None:
    noun = data()["plurals"][match["n"].lower()]
    if before(match) in _TAKEN or before(match, 2).split(" ")[0] in _TAKEN:
        return None
    return as_before(match["n"], noun + _agree(match["be"]))


_TAKEN = words(
    "these those many several various numerous few some all the of and with for"
)


def _agree(verb: str | None) -> str:
    return "" if verb is None else " " + _BE[verb.strip().lower()]


_GENERIC = (
    "terrorism corruption extremism poverty hunger racism nazism fascism slavery "
    "unemployment inflation piracy separatism neo-nazism xenophobia antisemitism "
    "anti-semitism international-terrorism international-law climate-change "
    "organized-crime organised-crime drug-trafficking money-laundering human-rights "
    "sustainable-development civil-society world-peace gender-equality mankind "
    "artificial-intelligence social-justice humanitarian-law public-opinion "
    "international-humanitarian-law global-warming human-trafficking peacekeeping "
    "food-security energy-security information-security national-security"
)


def generic() -> Iterable[Frame]:
    """“the fight against the terrorism”."""
    nouns = alternatives(word.replace("-", " ") for word in _GENERIC.split())
    nouns = nouns.replace(r"neo\s+nazism", "neo-nazism")
    nouns = nouns.replace(r"anti\s+semitism", "anti-semitism")
    yield frame(
        "the",
        rf"the\s+(?P<n>{nouns})(?!\s+(?:that|which|in|of|at|on)\b)"
        rf"(?:{END}|(?=\s+(?:and|or)\b))",
        lambda match: match["n"] if before(match) in _BEFORE_GENERIC else None,
        also=[word.split("-")[0] for word in _GENERIC.split()]
        + [word for word in _GENERIC.split() if "-" in word],
    )


_BEFORE_GENERIC = words(
    "against of for to in on and fight fighting combat combating counter countering"
)
