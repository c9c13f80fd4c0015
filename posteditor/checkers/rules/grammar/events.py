"""Events and bodies that stand bare behind a preposition: “at meeting with”, “by
decision of Government”, “in opening of the hall”.

Rule: only nouns that are always counted, and only where what follows shows that one
event or body is meant; headlines are left alone.
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
    is_headline,
    is_sentence,
    words,
)
from posteditor.checkers.rules.grammar.sound import with_indefinite

_CASED = re.RegexFlag(0)
_ADJECTIVES = (
    "official working bilateral joint regular first next short new special important "
    "separate extended expanded enlarged informal formal friendly scientific "
    "international regional national solemn traditional extraordinary emergency "
    "urgent trilateral telephone phone online press public recent final similar "
    "annual plenary personal private exclusive written open general closed monthly "
    "weekly festive "
)
# What happens once and is counted, with the prepositions behind which it stands.
_EVENTS = {
    "meeting": "at during after before following",
    "conference": "at during after",
    "briefing": "at during after",
    "ceremony": "at during after in",
    "exhibition": "at during",
    "forum": "at during",
    "summit": "at during after",
    "seminar": "at during",
    "session": "at during",
    "interview": "in during after",
    "conversation": "in during after",
    "call": "in during after",
    "visit": "during after before",
    "trip": "during after before",
    "speech": "in during after",
    "statement": "in",
    "report": "in",
    "letter": "in",
    "message": "in",
    "article": "in",
    "address": "in",
    "round-table": "at during",
    "congress": "at during",
    "festival": "at during",
    "concert": "at during",
    "tour": "during after",
    "debate": "in during after",
    "hearing": "at during",
    "rally": "at during",
    "reception": "at during",
    "operation": "during after",
    "inspection": "during after",
    "search": "during",
    "accident": "in after",
    "attack": "in during after",
}
_OPENINGS = (
    "opening closing signing inauguration launch unveiling laying founding presentation"
)
_OF_THEM = (
    r"(?=\s+(?:with|to|of|held|dedicated|devoted|organi[sz]ed|chaired|between|where"
    r"|attended|entitled|addressed|published|broadcast)\b)"
)
# Phrases that good English has without the article.
_SET = frozenset(
    {("at", "session"), ("in", "report"), ("in", "call"), ("after", "operation"),
     ("in", "address"), ("in", "conversation"),
     ("after", "session")}
)  # fmt: skip


def events() -> Iterable[Frame]:
    """“at meeting with the mayor”, “during visit to Oslo”, “in interview with”."""
    prepositions = {word for listed in _EVENTS.values() for word in listed.split()}
    adjectives = alternatives(_ADJECTIVES.split())
    yield frame(
        prepositions,
        rf"(?P<p>{alternatives(prepositions)})\s+(?P<n>(?:(?:{adjectives})\s+){{0,2}}"
        rf"(?P<e>{alternatives(_EVENTS)})){_OF_THEM}",
        _event,
        also=_EVENTS,
    )
    yield frame(
        "in at for of during after before",
        rf"(?P<p>in|at|for|of|during|after|before)\s+(?P<n>(?:official\s+|grand\s+"
        rf"|ceremonial\s+|solemn\s+)?(?:{alternatives(_OPENINGS.split())})"
        r"(?:\s+ceremony)?)(?=\s+of\s+(?:the|a|an|this|its|his|new)\b)",
        _opening,
        also=_OPENINGS,
    )


def _event(match: re.Match[str]) -> Written:
    preposition, noun = match["p"].lower(), match["e"].lower()
    allowed = _EVENTS[noun].split()
    if preposition not in allowed or (preposition, match["n"].lower()) in _SET:
        return None
    if not match["n"].islower() or is_headline(match.string):
        return None
    if match["p"][0].islower() and before(match) in _TAKES_BARE:
        return None
    return f"{match['p']} {with_indefinite(match['n'])}"


_TAKES_BARE = words("not as and or even")


def _opening(match: re.Match[str]) -> Written:
    if not match["n"].islower() or is_headline(match.string):
        return None
    if match["p"].lower() == "of" and before(match) not in _OF_OPENING:
        return None
    return f"{match['p']} the {match['n']}"


_OF_OPENING = words("ceremony day occasion moment date time ceremonies honour honor")

_SUBJECTS = (
    "Delegation Meeting Ceremony Exhibition Conference Agreement Memorandum Concert "
    "Briefing Seminar Forum Session Contract Monument Festival Competition Fire "
    "Accident"
)
_PLACES = "city region republic district enterprise ministry country"
_BEFORE_PLACES = words("of in to from for at across throughout outside near around")


def openings() -> Iterable[Frame]:
    """“Delegation headed by the mayor arrived”, “Meeting with voters was held”."""
    yield frame(
        _SUBJECTS,
        rf"(?P<n>{alternatives(_SUBJECTS.split())})(?=\s+(?:of|on|with|between|headed|led"
        r"|dedicated|devoted)\s(?:[^.;:]{3,120}?\s)?(?:was|were|took|will|has|arrived"
        r"|opened|began|ended|held|met|started|visited|signed)\s)",
        _subject,
        flags=_CASED,
    )
    yield frame(
        _PLACES,
        rf"(?P<n>{alternatives(_PLACES.split())})(?![-\w]){END}",
        _place,
    )


def _subject(match: re.Match[str]) -> Written:
    if match.string[: match.start()].strip(' “"') or not is_sentence(match.string):
        return None
    return with_indefinite(match["n"].lower()).capitalize()


def _place(match: re.Match[str]) -> Written:
    if before(match) not in _BEFORE_PLACES or is_headline(match.string):
        return None
    following = match.string[match.end() : match.end() + 4]
    if not match["n"].islower() or following[:1] in ",-" or following == " to ":
        return None
    return f"the {match['n']}"


# Bodies that are always “the” something: in lower case no noun of another kind.
_BODIES = (
    "Ministry Government Commission Committee Agency Department Embassy Secretariat "
    "Delegation Administration Directorate Prosecutor’s|Office Prosecutor's|Office "
    "Presidium Federation Republic Kremlin Institute Inspectorate Municipality "
    "Mayor’s|Office Supreme|Court Constitutional|Court Central|Bank General|Assembly "
    "National|Assembly Security|Council Cabinet|of|Ministers Council|of|Ministers "
    "State|Duma Ombudsman Prefecture Governorate "
)
_BEFORE_BODIES = words("of by to with from at in between within on about against")


def bodies() -> Iterable[Frame]:
    """“by decision of Government”, “representatives of Ministry”."""
    names = [name.replace("|", " ") for name in _BODIES.split()]
    yield frame(
        {name.split()[0].split("’")[0].split("'")[0] for name in names}
        | {name.split()[0] for name in names},
        rf"(?P<n>{alternatives(names)})(?![-\w])(?:{END}|(?=\s+and\s+(?:of|the|by|in)\b))(?!['’]s\s+[A-Z])",
        _body,
        flags=_CASED,
    )


def _body(match: re.Match[str]) -> Written:
    if before(match) not in _BEFORE_BODIES or is_headline(match.string):
        return None
    following = match.string[match.end() :].lstrip(" ,")
    if following[:1].isupper() or following[:1].isdigit():
        return None
    return f"the {match['n']}"
