"""Small words that a clause needs or cannot have: “it” before a passive, “who” for a
person, “to” behind “explained”, “the” before a superlative, none before a number.

Rule: each frame names the words on both sides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from posteditor.checkers.rules.grammar.scan import (
    Frame,
    Written,
    alternatives,
    as_before,
    before,
    frame,
    is_headline,
    lead,
)
from posteditor.checkers.rules.mechanics import Clued
from posteditor.checkers.rules.pattern import VERBS
from posteditor.checkers.rules.syntax.spots import Judged, spots

_CASED = re.RegexFlag(0)
_PASSIVE = (
    "noted decided stressed emphasized emphasised agreed reported announced recalled "
    "pointed planned proposed recommended established explained underlined assumed"
)


def it() -> Iterable[Frame]:
    """“At the meeting was noted that”."""
    yield frame(
        "was is",
        rf"(?P<b>was|is)\s+(?:also\s+)?(?:{alternatives(_PASSIVE.split())}|necessary)"
        r"(?:\s+out)?(?=\s+(?:that|to\s+[a-z]+)\b)",
        _it,
        also="necessary " + _PASSIVE,
        flags=_CASED,
    )


_NO_SUBJECT = re.compile(
    r"[“\"]?(?:At|During|In|Following)\s+(?:the|this)\s+(?:[\w’-]+\s+){1,6}"
)
_RELATIVE = re.compile(r"\b(?:which|that|what|who)\b")


def _it(match: re.Match[str]) -> Written:
    head = match.string[: match.start()]
    if not _NO_SUBJECT.fullmatch(head) or _RELATIVE.search(head):
        return None
    return f"it {match[0]}"


_PERSONS = (
    "minister president mayor director governor ambassador chairman secretary head "
    "leader councillor councilor deputy spokesman spokeswoman spokesperson "
    "commissioner rector king prince doctor professor teacher player coach man woman "
    "boy girl citizen child journalist soldier officer student resident victim patient "
    "driver businessman"
)
_PERSONAL = (
    r"(?:has\s+(?:tested|thanked|stressed|explained|assured|said|visited|expressed|led|"
    r"worked|lived|attended|been\s+(?:accompanied|received|elected|appointed))|said"
    r"|thanked|stressed|explained|assured|visited|expressed|attended|died|spoke|added"
    r"|noted|told|was\s+(?:accompanied|born|elected|appointed|killed|injured|arrested"
    r"|received|welcomed)|were\s+(?:killed|injured|arrested|invited|born)|wanted|works"
    r"|lives|is\s+accompanied)\b"
)


def which_person() -> Clued:
    """“the mayor, which has thanked”."""
    return spots("which", rf"which(?=\s+(?:also\s+)?{_PERSONAL})", _who)


_PERSON_BEFORE = re.compile(
    rf"\b(?:{alternatives(_PERSONS.split())})s?(?:,)?\s\Z"
    r"|\b(?:with|and|by|Mr\.?|Mrs\.?|Dr\.?|"
    rf"(?i:{alternatives(_PERSONS.split())}),?)\s+(?!the\b)[A-Z][\w’-]+\s+[A-Z][\w’-]+,?\s\Z"
)


def _who(match: re.Match[str]) -> Judged:
    if not _PERSON_BEFORE.search(lead(match)):
        return None
    return match.start(), match.end(), ("who",)


def told() -> Iterable[Frame]:
    """“explained him that”, “said the journalists that”."""
    yield frame(
        "explained said announced suggested reported described stressed emphasized "
        "emphasised",
        r"(?P<v>explained|said|announced|suggested|reported|described|stressed"
        r"|emphasi[sz]ed)\s+(?P<w>me|him|us|them|the\s+(?:journalists|reporters|media"
        r"|audience|participants|residents|citizens|deputies|guests))(?=\s+that\b)",
        lambda match: f"{match['v']} to {match['w']}",
        also="that",
        flags=_CASED,
    )


_ONE = {"are": "is", "were": "was", "have": "has"}


def everyone() -> Iterable[Frame]:
    """“everyone have”, “nobody were”."""
    yield frame(
        "everyone everybody nobody someone somebody anyone anybody",
        r"(?P<w>\w+)\s+(?P<v>are|were|have)\b(?!\s+(?:to|a|the)\b)",
        _everyone,
    )


def _everyone(match: re.Match[str]) -> Written:
    head = lead(match)
    if head.strip() and not re.search(
        r"(?:[.;,“\"]|\b(?:that|and|because|but))\s*\Z", head
    ):
        return None
    return f"{match['w']} {_ONE[match['v'].lower()]}"


_TOP = (
    "largest biggest oldest best main highest longest leading busiest strongest "
    "richest poorest tallest deepest smallest fastest greatest youngest"
)


def superlative() -> Iterable[Frame]:
    """“for first time”, “the most of them”."""
    yield frame(
        "for",
        r"for\s+(?=(?:first|second|third|last)\s+time\b)",
        lambda match: None if is_headline(match.string) else "for the ",
        also="time",
        flags=_CASED,
    )
    yield frame(
        "the",
        r"(?P<t>the)\s+(?P<m>most\s+of\s+(?:the|them|us|these|those|our|its|their)|both"
        r"\s+(?:sides|countries|parties|of\s+them|leaders|ministers|presidents|states))\b",
        lambda match: as_before(match["t"], match["m"]),
        also="most both",
    )


def bare_superlative() -> Clued:
    """“is largest country in”."""
    return spots(
        _TOP,
        r"(?P<s>[a-z]+\s+[a-z]+(?:\s+[a-z]+)?)\s+(?:in|of)\s+(?:the|our|its|[A-Z]\w+)\b",
        _superlative,
    )


_IS = re.compile(
    r"\b(?:is|was|are|were|became|remains|remain)\s+(?:also\s+|now\s+|still\s+)?\Z"
)


def _superlative(match: re.Match[str]) -> Judged:
    if not _IS.search(lead(match)) or is_headline(match.string):
        return None
    if re.match(r"(?:best|main)\s+(?:known|in|of|for)\b", match["s"]):
        return None
    return match.start(), match.end(), (f"the {match[0]}",)


_MONTHS = (
    "January February March April May June July August September October November "
    "December"
)
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday today yesterday"
_PARTS = "article paragraph section chapter clause item annex appendix resolution part"


def numbered() -> Iterable[Frame]:
    """“in the 2021”, “on the May 5”."""
    yield frame(
        "in during since until",
        r"(?P<p>in|during|since|until)\s+the\s+(?P<y>(?:19|20)\d\d)"
        r"(?=[,;)]|\.(?=\s|\Z)|\s+(?:the|a|it|he|she|they|we|and|was|is|has|with|by|in)\b)",
        lambda match: f"{match['p']} {match['y']}",
        also=map(str, range(1900, 2100)),
    )
    yield frame(
        "on from until since by",
        r"(?P<p>on|from|until|since|by)\s+the\s+(?P<d>(?:January|February|March|April|May"
        r"|June|July|August|September|October|November|December)\s+\d{1,2})"
        r"(?=[,;)]|\.(?=\s|\Z)|\s+(?:the|a|it|he|she|they|we|and|was|is|has|with|by|in|at"
        r"|to|of)\b)(?!,?\s+(?:\d{4}\s+)?[a-z]*\s*(?:attack|agreement|election|meeting|event|"
        r"decree|revolution|vote|deadline|protest|uprising|session|resolution))",
        lambda match: f"{match['p']} {match['d']}",
        also=_MONTHS,
    )


def parts() -> Clued:
    """“the article 5 of the Law”."""
    return spots(
        _PARTS,
        r"(?P<p>\w+)\s+(?P<n>\d+(?:\.\d+)*)(?=[\s,.;)])",
        _numbered,
        cased=False,
    )


def _numbered(match: re.Match[str]) -> Judged:
    the = re.search(r"\b[Tt]he\s\Z", lead(match))
    if the is None:
        return None
    part = match["p"].lower()
    name = match["p"] if part in ("paragraph", "item", "clause") else part.capitalize()
    return match.start() - len(the[0]), match.end(), (f"{name} {match['n']}",)


def and_to() -> Iterable[Frame]:
    """“will trace the traffic and to redirect”."""
    yield frame(
        "and",
        rf"and\s+to\s+(?P<v>{VERBS})\b",
        _and_to,
        flags=_CASED,
    )


_MODAL = re.compile(
    r"\b(?:can|could|will|would|must|should|may|might|able\s+to)\s+(?:not\s+|also\s+)?"
    r"(?:be\s+able\s+to\s+)?[a-z]+\s+(?:(?!to\b|and\b|or\b|that\b|which\b|in\s+order\b|for\b|the\s+"
    r"(?:need|right|ability)\b)[\w’-]+\s+){1,9}\Z"
)


def _and_to(match: re.Match[str]) -> Written:
    return f"and {match['v']}" if _MODAL.search(lead(match)) else None


_ACTS = (
    "discussed held met received announced signed opened visited inspected launched "
    "chaired attended confirmed witnessed participated called stressed affirmed"
)


def split_off() -> Iterable[Frame]:
    """“discussed on Wednesday, with the minister”."""
    yield frame(
        _ACTS,
        rf"(?P<h>(?:{alternatives(_ACTS.split())}),?\s+(?:(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)"
        r"day(?:\s+(?:morning|evening))?|today|yesterday)),(?=\s+(?:with|that|the|a|an|in"
        r"|at|on|to|several|ways)\b)",
        _split_off,
        also=_DAYS,
        flags=_CASED,
    )


def _split_off(match: re.Match[str]) -> Written:
    if before(match) in ("", "which", "who", "i", "we", "he", "she", "they"):
        return None
    if "," in match["h"]:
        return None
    return str(match["h"])
