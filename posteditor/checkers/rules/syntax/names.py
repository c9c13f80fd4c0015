"""An office with “of” and the name of who holds it: commas round the name, unless the
office is a title without article.

Rule: the office must end in a word that no personal name begins with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from posteditor.checkers.rules.grammar.names import adjectives
from posteditor.checkers.rules.grammar.scan import (
    Frame,
    Written,
    alternatives,
    frame,
    is_headline,
    lead,
)

_CASED = re.RegexFlag(0)
_BODIES = (
    "Administration Ministry Department Committee Council Region Republic Federation "
    "Service Office Police Agency University Institute Union Commission Parliament "
    "District City Center Centre Directorate Academy Company Corporation Bank Party "
    "Hospital Court Duma Rada Assembly Defense Defence Affairs Development Policy "
    "Health Education Finance Economy Energy Culture Justice Interior Transport "
    "Infrastructure Industry Trade Labor Labour Security Protection Staff Forces Guard "
    "Fund Association Chamber Oblast Province Territory Krai Municipality Community "
    "Foundation Authority Board Bureau Branch Division Inspectorate Prosecution "
    "Prosecutor’s Prosecutor's Tourism Sports Sport Science Agriculture Environment "
    "Resources Emergencies Government Hall Museum Theatre Theater Library School Group "
    "Plant Systems Relations Cooperation Technology Innovation Communications "
    "Construction"
)
_THINGS = (
    "administration ministry department committee council region republic federation "
    "service office police agency university institute union commission parliament "
    "district city center centre directorate academy company corporation bank party "
    "hospital court assembly government region faculty museum library school "
    "enterprise association fund foundation board bureau branch division municipality "
    "community village town laboratory theatre theater club team brigade regiment "
    "country state plant group section headquarters organization organisation "
    "delegation province"
)
_HEADS = (
    r"(?:(?:acting|deputy|first\s+deputy|vice|former|general|executive|co)[\s-])*"
    r"(?:head|director|chairman|chairwoman|chair|minister|governor|mayor|rector|dean"
    r"|president|chief|commander|leader|secretary|ambassador|spokesman|spokesperson"
    r"|spokeswoman|deputy|manager|founder|speaker|commissioner|prosecutor)"
)
_OFFICE_WORDS = (
    "head director chairman chairwoman chair minister governor mayor rector dean "
    "president chief commander leader secretary ambassador spokesman spokesperson "
    "spokeswoman deputy manager founder speaker commissioner prosecutor"
)
_NAME = (
    r"(?P<name>[A-Z][a-zà-ž’'-]+(?:\s+(?:[A-Z]\.\s?)?(?:al-|de\s+|von\s+|van\s+)?"
    r"[A-Z][a-zà-ž’'-]+){1,2})"
)
_THEN = (
    r"(?P<then>\s*\.(?=\s|\Z)|\s+(?:said|says|noted|stressed|emphasi[sz]ed|told|stated"
    r"|announced|reported|informed|added|explained|took|thanked|congratulated|opened"
    r"|visited|met|presented|expressed|called|wrote|believes|recalled|spoke|signed|held"
    r"|pointed|underlined|commented|confirmed|on\s+(?:Facebook|Telegram|the\s+air)"
    r"|on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|on\s+(?:January|February|March"
    r"|April|May|June|July|August|September|October|November|December)"
    r"|in\s+(?:an\s+interview|a\s+(?:comment|statement|post))|during|at\s+the|was|has"
    r"|and\s+the)\b)"
)


def behind_office() -> Iterable[Frame]:
    """“by the head of the State Agency Anna Berg.”"""
    yield frame(
        "the its their",
        rf"(?P<o>(?i:the|its|their)\s+(?i:{_HEADS})\s+of\s+(?:[\w’',&-]+\s+){{0,12}}?"
        rf"(?P<b>[\w’'-]+))\s+(?!(?:{alternatives(_BODIES.split())})\b){_NAME}"
        rf"(?={_THEN})",
        _commas,
        also=_OFFICE_WORDS,
        flags=_CASED,
    )


@cache
def _ends() -> frozenset[str]:
    """The words that the name of an office may end in."""
    countries = (name for name in adjectives() if " " not in name)
    return frozenset((*_BODIES.split(), *_THINGS.split(), *countries))


_BODY_WORD = frozenset((*_BODIES.split(), "The", "State", "National", "Regional"))
_CLAUSE = re.compile(r"\b(?:said|was|is|has|that|which|who|were|are|will)\b|,.*,")


def _commas(match: re.Match[str]) -> Written:
    if match["b"] not in _ends():
        return None
    name = match["name"].split()
    if _BODY_WORD.intersection(name) or _CLAUSE.search(match["o"]):
        return None
    if name[0] in adjectives().values() or is_headline(match.string):
        return None
    closing = "" if match["then"].strip() == "." else ","
    return f"{match['o']}, {match['name']}{closing}"


_TITLES = (
    "Minister President Chairman Governor Mayor Director Head Secretary Speaker Chief "
    "Commander Ambassador Undersecretary Spokesman Rector"
)


def title() -> Iterable[Frame]:
    """“Minister of Trade, Anna Berg, said”: a title without article."""
    yield frame(
        f"{_TITLES} Deputy Prime First",
        rf"(?P<o>(?:(?:Prime|Deputy|First)\s+)*(?:{alternatives(_TITLES.split())})"
        r"(?:\s+(?:of|for)\s+(?:(?:the|and|of|[A-Z][\w’'-]*)\s+){0,6}[A-Z][\w’'-]*)?),"
        rf"\s+(?P<t>(?:Dr\.?|Mr\.?|Eng\.?|H\.E\.)\s+)?{_NAME},(?=\s+(?:said|stressed|confirmed"
        r"|received|discussed|met|warned|announced|stated|affirmed|chaired|inspected"
        r"|visited|expressed|revealed|called|directed|opened|inaugurated|headed|held|told"
        r"|attended|explained|noted|added|praised|pointed|emphasi[sz]ed|ordered)\b)",
        _title,
        flags=_CASED,
    )
    yield frame(
        f"{_TITLES} Deputy Prime First",
        rf"(?P<o>(?:(?:Prime|Deputy|First)\s+)*(?:{alternatives(_TITLES.split())})"
        r"\s+(?:of|for)\s+(?:(?:the|and|of|[A-Z][\w’'-]*)\s+){0,6}[A-Z][\w’'-]*),"
        rf"\s+(?P<t>(?:Dr\.?|Mr\.?|Eng\.?|H\.E\.)\s+)?{_NAME}(?=\s+(?:said|stressed"
        r"|confirmed|received|discussed|met|warned|announced|stated|affirmed|chaired"
        r"|inspected|visited|expressed|revealed|paid|directed|opened|inaugurated|held)\b)",
        _title,
        flags=_CASED,
    )


_ARTICLE = re.compile(
    r"(?:\b(?:the|a|an|its|his|by|of|and|[A-Z][\w’'-]*)|,)\s+\Z", re.I
)


def _title(match: re.Match[str]) -> Written:
    if _ARTICLE.search(lead(match)) and match.start() > 0:
        return None
    return f"{match['o']} {match['t'] or ''}{match['name']}"
