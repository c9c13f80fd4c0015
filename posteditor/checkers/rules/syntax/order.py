"""The order of words: “not to do”, time before the object, questions within a sentence,
the subject behind its verb.

Rule: words move only as far as a glance shows where a phrase ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from posteditor.checkers.rules.grammar.scan import (
    END,
    Frame,
    Written,
    alternatives,
    as_before,
    before,
    frame,
    is_headline,
    lead,
)
from posteditor.checkers.rules.inflect import verb
from posteditor.checkers.rules.pattern import VERBS

_CASED = re.RegexFlag(0)


def not_to() -> Iterable[Frame]:
    """“the desire to not give in”."""
    yield frame(
        "to",
        rf"to\s+not\s+(?P<v>(?:only\s+)?(?:be|have|{VERBS}|allow|let|miss|use|take|do|want|think|say"
        r"|tell|stop|lose|forget|show|believe|touch|believe|turn|become|stay|stand)\b)",
        _not_to,
        also="not",
        flags=_CASED,
    )


_WANTED = re.compile(r"\b(?:so\s+as|how|what|or|not|and)\s+\Z")


def _not_to(match: re.Match[str]) -> Written:
    if match["v"].startswith("only") or _WANTED.search(lead(match)):
        return None
    return f"not to {match['v']}"


_ACTS = (
    "sign hold visit present announce open receive launch adopt approve meet give make "
    "deliver publish submit attend chair inaugurate host discuss begin start finish "
    "complete conduct organize organise send issue celebrate accept reject confirm "
    "introduce unveil address welcome inspect lead award propose"
)
_TIME = (
    r"(?:today|yesterday|tomorrow|this\s+(?:morning|afternoon|evening|week|month|year)"
    r"|(?:on\s+)?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
    r"(?:\s+(?:morning|afternoon|evening|night))?"
    r"|in\s+(?:real\s+time|recent\s+days)|last\s+(?:week|month|year|night))"
)
_TIMES = (
    "today yesterday tomorrow morning afternoon evening week month year night Monday "
    "Tuesday Wednesday Thursday Friday Saturday Sunday time days"
)
_THING = (
    r"(?P<d>(?:a|an|the|his|her|its|their|our|several|two|three|four|five|new|more)\s+)"
    r"(?P<n>(?:[\w’-]+\s+){0,4}?[\w’-]+)"
)


def time_and_object() -> Iterable[Frame]:
    """“signed on Monday an agreement with”."""
    forms = sorted({form for base in _ACTS.split() for form in verb(base).all})
    yield frame(
        forms,
        rf"(?P<v>{alternatives(forms)})\s+(?P<t>{_TIME})\s+{_THING}{END}",
        _object_first,
        also=_TIMES,
        flags=_CASED,
    )


_NOT_AN_OBJECT = re.compile(
    r"\b(?:is|are|was|were|has|have|will|that|which|who|and|or|said|day|time|week|month"
    r"|year|morning|first\s+time|same)\b"
)


def _object_first(match: re.Match[str]) -> Written:
    if _NOT_AN_OBJECT.search(match["n"]) or match["v"] in (
        "present",
        "open",
        "address",
    ):
        return None
    following = match.string[match.end() :].lstrip()
    if re.match(r"(?:is|are|was|were|has|have|had|will|said|would|can)\b", following):
        return None
    if match.string[match.start() - 1 : match.start()] in "-’'" and match.start():
        return None
    thing = match["d"] + match["n"]
    moved = match["t"]
    if re.match(r"[A-Z]", moved):
        moved = f"on {moved}"
    # Before "of" the phrase goes on: there the time stands before the verb.
    return f"{match['v']} {thing} {moved}"


_ASKING = (
    "know knows understand understands explain explains explained ask asks asked see "
    "show shows showed shown clarify clarified find tell tells told wonder discuss "
    "discussed learn imagine determine reveal describe described decide consider "
    "remember"
)
_BE = r"(?P<b>is|are|was|were)"


def questions() -> Iterable[Frame]:
    """“explained what is the purpose of the law”, “know how can we help”."""
    verbs = alternatives(_ASKING.split())
    yield frame(
        _ASKING,
        rf"(?P<h>(?:{verbs})\s+(?:(?:us|him|her|them|me|people|journalists|reporters|out)\s+)?"
        rf"(?:what|where|how|when|who|why))\s+{_BE}\s+(?P<s>(?:the|this|these|those|his|her"
        r"|its|their|our)\s+(?:[\w’-]+\s+){0,3}?[\w’-]+)(?P<of>\s+of\s+(?:the|this|these|our"
        rf"|its|their)?\s*(?:[\w’-]+\s+){{0,1}}?[\w’-]+)?{END}(?!\s*\?)",
        _subject_first,
        also="what where how when who why",
    )
    yield frame(
        _ASKING,
        rf"(?P<h>(?:{verbs})\s+(?:(?:us|him|her|them|me|out)\s+)?(?:what|where|how|why"
        r"|when))\s+(?P<b>can|could|should|will|would|must)\s+(?P<s>we|they|you|he|she|it"
        r"|I|this|people)(?=\s+[a-z]+)",
        _subject_first,
        also="what where how when who why",
    )


def _subject_first(match: re.Match[str]) -> Written:
    if "?" in match.string[match.end() : match.end() + 120]:
        return None
    words = match.groupdict()
    of = words.get("of") or ""
    if re.search(
        r"\b(?:that|which|who|and|to|doing|going|[a-z]+ing)\b", match["s"] + of
    ):
        return None
    return f"{match['h']} {match['s']}{of} {match['b']}"


_TOOK_PART = {
    "participated": "took part in",
    "took part": "took part in",
    "spoke": "spoke at",
    "attended": "attended",
}


def inverted() -> Iterable[Frame]:
    """“In the meeting participated the mayor and his deputies.”"""
    yield frame(
        "in at",
        r"(?:In|At)\s+(?P<e>(?:the|this)\s+(?:(?!which\b|that\b)[\w’-]+\s+){0,5}?[\w’-]+)"
        r"(?:\s+also)?,?\s+(?P<v>participated|took\s+part|spoke|attended|was\s+attended\s+by)"
        r"\s+(?P<s>(?!(?:in|at|to|by|about|on|with|of|for)\b)[^.;:?!]{3,220})(?=\.\s*\Z)",
        _straight,
        also="participated took spoke attended",
        flags=_CASED,
    )
    yield frame(
        "eligible entitled obliged invited present responsible",
        r"(?P<p>(?:Eligible|Entitled|Obliged|Invited|Responsible|Present)(?:\s+(?:to|for"
        r"|at)\s+(?:[\w’-]+\s+){0,6}?[\w’-]+)?)\s+(?P<b>are|is|were|was)\s+"
        r"(?P<s>[^.;:?!]{3,160})(?=\.)",
        _predicate_last,
        flags=_CASED,
    )


def _straight(match: re.Match[str]) -> Written:
    if match.string[: match.start()].strip() or is_headline(match.string):
        return None
    verb_now = " ".join(match["v"].split())
    verb_now = _TOOK_PART.get(verb_now, "attended")
    subject = match["s"]
    subject = subject[:1].upper() + subject[1:]
    return f"{subject} {verb_now} {match['e']}"


def _predicate_last(match: re.Match[str]) -> Written:
    if before(match) or re.search(r"\b(?:which|who|that)\b", match["s"]):
        return None
    subject = match["s"][:1].upper() + match["s"][1:]
    predicate = as_before("a", match["p"][:1].lower() + match["p"][1:])
    return f"{subject} {match['b']} {predicate}"


_BETWEEN = "also therefore thus then likewise"


def between_commas() -> Iterable[Frame]:
    """“will be, also, crucial”, “must, therefore, receive”."""
    yield frame(
        "will would must should can could may has have is are was were",
        r"(?P<m>will|would|must|should|can|could|may|has|have|is|are|was|were)"
        rf"(?P<be>\s+be|\s+not)?,\s+(?P<a>{alternatives(_BETWEEN.split())}),\s+(?=[a-z])",
        _between,
        also=_BETWEEN,
        flags=_CASED,
    )
    days = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
    yield frame(
        f"on {days}",
        rf"(?:on\s+)?(?P<d>{alternatives(days.split())})\s+in\s+the\s+(?P<l>late\s+|early\s+)?"
        r"(?P<t>morning|afternoon|evening)\b",
        _day_time,
        also="morning afternoon evening",
        flags=_CASED,
    )


def _between(match: re.Match[str]) -> Written:
    if match["be"] and match["be"].strip() == "be":
        return f"{match['m']} {match['a']} be "
    return f"{match['m']} {match['a']}{match['be'] or ''} "


def _day_time(match: re.Match[str]) -> Written:
    if not match[0].startswith("on ") and before(match) == "on":
        return None  # found with that word
    return f"{match['l'] or ''}on {match['d']} {match['t']}"
