"""Offices: a title that opens its sentence bare, and a name that follows “of” and a
country.

Rule: a title that addresses somebody, or stands before a name, needs no article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from posteditor.checkers.rules.grammar.names import FINITE, adjectives, lists, openings
from posteditor.checkers.rules.grammar.scan import (
    Frame,
    alternatives,
    before,
    first_words,
    frame,
    is_sentence,
    lead,
)

_CASED = re.RegexFlag(0)
_PORTFOLIOS = {
    "Foreign Affairs": "Foreign",
    "External Affairs": "External Affairs",
    "Defense": "Defense",
    "Defence": "Defence",
    "National Defence": "Defence",
    "National Defense": "Defense",
    "Internal Affairs": "Interior",
    "the Interior": "Interior",
    "Interior": "Interior",
    "Finance": "Finance",
    "Health": "Health",
    "Healthcare": "Health",
    "Public Health": "Health",
    "Economy": "Economy",
    "the Economy": "Economy",
    "Economic Development": "Economic Development",
    "Energy": "Energy",
    "Education": "Education",
    "Culture": "Culture",
    "Justice": "Justice",
    "Transport": "Transport",
    "Agriculture": "Agriculture",
    "Labor": "Labor",
    "Labour": "Labour",
    "Industry and Trade": "Industry and Trade",
    "Trade": "Trade",
    "Sport": "Sports",
    "Sports": "Sports",
}
_RANK = r"(?:(?:First\s+)?(?:Deputy|Vice)[\s-]+)?"
_HEADS = (
    "President",
    "Prime Minister",
    "Premier",
    "Foreign Minister",
    "Defence Minister",
    "Defense Minister",
    "Finance Minister",
    "Interior Minister",
    "Chancellor",
    "Federal Chancellor",
    "Prosecutor General",
    "Secretary General",
    "Secretary-General",
    "King",
    "Ombudsman",
)
_NAME = (
    r"(?P<name>(?:(?:Dr|Mr|Mrs|Ms)\.?\s+)?(?:[A-Z]\.\s?){0,2}"
    r"[A-Z][\w’'-]+(?:\s+(?:[A-Z][\w’'-]+|(?:al|bin|de|van|von)\s+[A-Z][\w’'-]+)){0,3})"
    r"(?!\s+(?:of|[A-Z])|['’])"
)
_NO_NAME = re.compile(
    r"(?:The|In|On|At|And|To|For|With|Following|According|Monday|Tuesday|Wednesday"
    r"|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August"
    r"|September|October|November|December|State|Republic|Government|Council|Prize"
    r"|Award|Cup|League|Institute|University|Office|Administration|Affairs|Federation"
    r"|Territory|Region|Oblast|Krai|City|District|Special|Plenipotentiary|Envoy|International|National|House|Palace)\b"
)
_ALONE = (
    "Minister",
    "President",
    "Ambassador",
    "Governor",
    "Mayor",
    "Ministry",
    "Prime Minister",
    "Foreign Minister",
    "Defence Minister",
    "Defense Minister",
    "Deputy Minister",
    "Deputy Prime Minister",
    "Chancellor",
    "Secretary General",
    "Secretary-General",
    "Embassy",
    "Ombudsman",
    "Prosecutor General",
    "Chairman",
    "Chairperson",
    "Spokesperson",
    "Spokesman",
    "Spokeswoman",
    "Speaker",
    "Head of state",
    "Head of government",
    "Government",
    "Department",
    "Committee",
    "Commission",
    "Council",
    "Delegation",
    "Diplomat",
    "Agency",
    "Press service",
    "Office",
    "Administration",
    "Directorate",
    "Cabinet",
    "Parliament",
    "Prosecutor's Office",
)
_KEEPS_CAPITAL = re.compile(r"(?:Diplomat|Spokes|Delegation|Head of|Press)")
_SAYING = (
    r"(?=\s+(?:also\s+|further\s+|then\s+|especially\s+|particularly\s+|separately\s+)?"
    r"(?:said|noted|stressed|emphasized|emphasised|added|stated|announced|explained"
    r"|informed|thanked|congratulated|expressed|underlined|pointed|drew|reminded"
    r"|recalled|signed|met|held|submitted|instructed|approved|adopted|asked|confirmed"
    r"|invited|visited|took|spoke|told|wished|assured|highlighted|mentioned|discussed"
    r"|called|considers|considered|believes|decided|has|is|was|will|had|must|should"
    r"|can|reported|gave|received|presented|proposed|praised|welcomed|urged|voiced"
    r"|outlined|briefed|commented|answered|paid|intends|plans|continues)\b)"
)


def bare_opening() -> Iterable[Frame]:
    """“Minister said”, “President of Ukraine signed”, “Ministry of Health said”."""
    yield from openings()
    countries = alternatives(adjectives())
    portfolios = alternatives(_PORTFOLIOS)
    yield frame(
        first_words(_ALONE),
        rf"(?P<n>{alternatives(_ALONE)}){_SAYING}",
        _opening,
        flags=_CASED,
    )
    yield frame(
        "President Prime Minister Deputy First Chancellor Head Secretary King Chairman "
        "Ambassador Speaker Spokesperson Spokesman Director Governor Mayor",
        r"(?P<n>(?:First\s+)?(?:Deputy\s+)?(?:President|Prime Minister|Chancellor|Head"
        r"|Minister|Secretary General|King|Chairman|Ambassador|Speaker|Spokesperson"
        r"|Spokesman|Director|Governor|Mayor))"
        rf"(?=\s+(?:of|for)\s+(?:the\s+)?(?:{countries}|(?:{portfolios})(?:\s+of\s+"
        rf"(?:the\s+)?(?:{countries}))?|[A-Z][\w’-]+|(?<=the )[a-z]+){FINITE[3:-1]})",
        _opening,
        flags=_CASED,
    )


def _opening(match: re.Match[str]) -> str | None:
    text, name = match.string, match["n"]
    if (match.start() and lead(match).strip(" \"'“”‘’«")) or not is_sentence(text):
        return None
    head_of = name.startswith(("Head", "Spokes", "Director", "Chairman", "Speaker"))
    keeps = not (_KEEPS_CAPITAL.match(name) or head_of)
    return f"The {name if keeps else name[0].lower() + name[1:]}"


def name_behind_country() -> Iterable[Frame]:
    """“the President of Ukraine Anna Berg”: English puts the country first."""
    countries = alternatives(adjectives())
    portfolios = alternatives(_PORTFOLIOS)
    yield frame(
        "the president prime premier foreign defence defense finance interior federal "
        "chancellor prosecutor secretary secretary-general king ombudsman deputy first "
        "minister vice vice-president",
        rf"(?:[Tt]he\s+)?(?P<rank>{_RANK})(?:(?P<head>{alternatives(_HEADS)})|Minister"
        rf"\s+(?:of|for)\s+(?P<portfolio>{portfolios}))\s+of\s+(?:the\s+)?"
        rf"(?P<country>{countries})\s+{_NAME}",
        _turned,
        also="president minister premier chancellor prosecutor secretary "
        "secretary-general king ombudsman vice-president",
        flags=_CASED,
    )
    yield frame(
        "the ambassador",
        r"(?:[Tt]he\s+)?Ambassador\s+(?:Extraordinary\s+and\s+Plenipotentiary\s+)?"
        rf"of\s+(?:the\s+)?(?P<country>{countries})\s+(?:to|in)\s+"
        rf"(?P<host>(?:the\s+)?(?:{countries}))\s+{_NAME}",
        _ambassador,
        also="ambassador",
        flags=_CASED,
    )
    yield frame(
        "the press spokesman spokeswoman spokesperson",
        r"(?:[Tt]he\s+)?(?P<head>[Pp]ress\s+[Ss]ecretary|[Ss]pokes(?:man|woman|person))"
        r"\s+(?:of|for|to)\s+(?:the\s+)?[Pp]resident\s+of\s+(?:the\s+)?"
        rf"(?P<country>{countries})\s+{_NAME}",
        _spokesman,
        also="secretary spokesman spokeswoman spokesperson",
        flags=_CASED,
    )
    bodies = alternatives((*lists()["with_the"], "Investigative Committee"))
    yield frame(
        "the chairman chairwoman chair speaker deputy first secretary governor head "
        "director chief commander",
        rf"(?:[Tt]he\s+)?(?P<head>{_RANK}(?:Chairman|Chairwoman|Chair|Speaker|Secretary"
        r"|Governor|[Hh]ead|Director|Chief|Commander))\s+of\s+the\s+"
        rf"(?P<place>{bodies})\s+{_NAME}",
        _head_of_body,
        also="chairman chairwoman chair speaker secretary governor head director chief "
        "commander",
        flags=_CASED,
    )
    yield frame(
        "the governor mayor acting",
        r"(?:[Tt]he\s+)?(?P<acting>[Aa]cting\s+)?(?P<head>Governor|Mayor)\s+of\s+(?:the\s+)?"
        r"(?P<place>(?!East\b|West\b|North\b|South\b|New\b|San\b|Upper\b|Lower\b)"
        r"(?:St\.?\s+)?[A-Z][\w-]+(?:\s+(?:Region|region|Oblast|oblast"
        r"|Territory|Krai|City))?)\s+(?P<name>[A-Z][\w’-]+\s+[A-Z][\w’-]+)"
        r"(?!\s+[A-Z]|['’])",
        _governor,
        also="governor mayor",
        flags=_CASED,
    )


_OF_THE_OFFICE = re.compile(
    r"\b(?:secretary|spokes\w+|aide|advis[eo]r|assistant|deputy|representative|envoy|head"
    r"|office|administration|wife|son|brother|daughter)\s+(?:of|for|to)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)


def _turned(match: re.Match[str]) -> str | None:
    head = lead(match)
    if not _is_name(match) or _OF_THE_OFFICE.search(head):
        return None
    portfolio = match["portfolio"]
    head = f"{_PORTFOLIOS[_spaced(portfolio)]} Minister" if portfolio else match["head"]
    country = adjectives()[_spaced(match["country"])]
    return f"{country} {match['rank']}{head} {match['name']}"


def _ambassador(match: re.Match[str]) -> str | None:
    if not _is_name(match):
        return None
    country = adjectives()[_spaced(match["country"])]
    return f"{country} Ambassador to {match['host']} {match['name']}"


def _spokesman(match: re.Match[str]) -> str | None:
    if not _is_name(match):
        return None
    country = adjectives()[_spaced(match["country"])]
    return f"{country} presidential {match['head'].lower()} {match['name']}"


def _head_of_body(match: re.Match[str]) -> str | None:
    if not _is_name(match):
        return None
    head = match["head"].replace("Head", "head")
    return f"{match['place']} {head} {match['name']}"


def _governor(match: re.Match[str]) -> str | None:
    if not _is_name(match):
        return None
    acting = match["acting"] or ""
    return f"{acting}{match['place']} {match['head']} {match['name']}"


_TAKEN_ALONG = frozenset({"the", "acting", "deputy", "vice", "first"})


def _is_name(match: re.Match[str]) -> bool:
    name = match["name"]
    if match[0][:3].lower() != "the" and before(match) in _TAKEN_ALONG:
        return False  # found, and mended, with that word
    if any(_NO_NAME.match(word) for word in name.split()):
        return False
    # One word may be anything that has a capital; a surname stands before a verb.
    return " " in name or re.match(FINITE, match.string[match.end() :]) is not None


def _spaced(text: str) -> str:
    return " ".join(text.split()).replace("’", "'")
