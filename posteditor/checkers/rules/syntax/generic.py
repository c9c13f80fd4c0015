"""“The” before what is meant in general, and at the head of a headline.

Rule: the noun phrase ends right behind the noun: nothing behind it says which one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from posteditor.checkers.rules.grammar.scan import (
    END,
    Frame,
    Written,
    alternatives,
    before,
    frame,
    words,
)
from posteditor.checkers.rules.syntax.lexicon import kinds

_CASED = re.RegexFlag(0)


def abstract() -> Iterable[Frame]:
    """“protection of the nature”, “development of the tourism”."""
    listed = kinds("generic.txt")
    nouns = listed["anywhere"] | listed["behind of"]
    yield frame(
        "the",
        rf"the\s+(?P<a>(?:{alternatives(listed['adjectives'])})\s+)?(?P<n>{alternatives(nouns)})"
        rf"(?:{END}|(?=\s+and\b))(?!\s+(?:in|of|at|that|which|on|to|between|from|for|is|was"
        r"|sector|industry|system)\b)(?!['’]s)",
        _abstract,
        also=nouns,
        flags=_CASED,
    )


_BEFORE = words("of for in to on about into against through with towards and by at")
_PROCESS = re.compile(
    r"\b(?:development|protection|promotion|preservation|improvement|sphere|field|state"
    r"|expansion|growth|strengthening|support|role|quality|level|restoration|revival"
    r"|reform|issues?|problems?|problem|importance|popularization|digitalization|sake|means"
    r"|modernization|aspects?|areas?|respect|lack|establishment|consolidation|fields?)\s+of\s+\Z"
)


def _abstract(match: re.Match[str]) -> Written:
    preposition = before(match)
    noun = match["n"]
    phrase = (match["a"] or "") + noun
    if noun in kinds("generic.txt")["behind of"]:
        head = match.string[max(0, match.start() - 60) : match.start()]
        return phrase if _PROCESS.search(head) else None
    return phrase if preposition in _BEFORE else None


_PRESENT = (
    "announces warns inaugurates receives discusses calls meets visits opens signs "
    "holds approves launches confirms rejects condemns congratulates attends chairs "
    "begins starts continues reaffirms stresses praises welcomes hosts denies says "
    "reveals organizes organises presents publishes adopts summons appoints dismisses "
    "declares offers expresses inspects directs orders affirms participates joins wins "
    "becomes sends issues plans wants seeks demands urges awards celebrates reports "
    "explains returns arrives leaves concludes heads completes prepares supports will "
    "to announced discussed revealed explained named approved adopted commented "
    "congratulated told"
)


_HEADLINE = 120  # characters; hardly a headline has more


def headline() -> Iterable[Frame]:
    """“The Foreign Minister receives the ambassador”: a headline drops its article."""
    yield frame(
        "the",
        r"The\s+(?P<r>(?:[A-Z][\w’'.,-]*\s+|of\s+|for\s+|and\s+|the\s+|in\s+"
        r"|[\"“][\w’' -]+[\"”]\s+"
        r"|[a-z]+\s+){1,9}?)"
        rf"(?={alternatives(_PRESENT.split())})(?P<v>\w+)\s",
        _headline,
        also=_PRESENT,
        flags=_CASED,
    )


def _headline(match: re.Match[str]) -> Written:
    text = match.string
    if match.start() or len(text) > _HEADLINE or re.search(r"[.!?…:;”\"]\s*\Z", text):
        return None
    first = match["r"].split()[0]
    if not first[0].isupper() and not re.match(
        r"(?:government|minister|ministry|president|mayor|governor|head|delegation|council"
        r"|parliament|prosecutor|police|court|director|committee|state)\b",
        first,
    ):
        return None
    rest = match[0][4:]
    return rest[:1].upper() + rest[1:]


def plurals() -> Iterable[Frame]:
    """“services for the citizens”."""
    people = kinds("generic.txt")["people"]
    yield frame(
        "the",
        rf"the\s+(?P<n>{alternatives(word.replace('-', ' ') for word in people)})"
        rf"(?:{END}|(?=\s+and\b))(?!\s+(?:in|of|at|that|which|who|on|to|from|with|by|whose|was"
        r"|were|are|and\s+the)\b)(?!['’])",
        _people,
        also={word.split("-")[-1] for word in people},
        flags=_CASED,
    )


def _people(match: re.Match[str]) -> Written:
    return match["n"] if before(match) in ("for", "to", "among") else None


def mass() -> Iterable[Frame]:
    """“an integrated infrastructure”."""
    nouns = kinds("generic.txt")["mass"]
    yield frame(
        "a an",
        rf"(?P<d>[Aa]n?)\s+(?P<a>[a-z-]+(?:ed|ing|al|ic|ive|ous|ble|ent|ant|ern|ary|ful|ate|id"
        rf"|ong|ean)\s+)(?P<n>{alternatives(nouns)})(?:{END}|(?=\s+of\b))",
        _mass,
        also=nouns,
        flags=_CASED,
    )


def _mass(match: re.Match[str]) -> Written:
    phrase = match["a"] + match["n"]
    return phrase if match["d"][0].islower() else phrase[:1].upper() + phrase[1:]
