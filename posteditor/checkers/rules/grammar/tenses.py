"""Tenses that a word of time beside them forbids.

Rule: the perfect is wrong with a past moment, “will” behind “until”; nothing subtler.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from posteditor.checkers.rules.grammar.scan import (
    Frame,
    Written,
    alternatives,
    as_before,
    before,
    frame,
    lead,
    opens,
)
from posteditor.checkers.rules.inflect import Form, verb
from posteditor.checkers.rules.pattern import VERBS

_CASED = re.RegexFlag(0)
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_IRREGULAR = (
    "be begin bring build come cut deal draw fall find give go grow hold keep "
    "know lead leave lose make meet pay put read rise run say see sell send set "
    "show speak spend take tell understand win withdraw write"
)
_BETWEEN = (
    r"(?:\s+(?!(?:that|to|will|would|which|who|by|and|since|until|it|for|not|before"
    r"|from|as|more|over|every|each|if|what|how|because)\b)[\w’'-]+){0,3}?"
)
_PAST_MOMENT = (
    rf"\s+(?:(?:on|this|last)\s+(?:{_DAYS})|yesterday|last\s+(?:week|month|year|night)"
    r"|(?:\w+|a\s+few)\s+(?:days|weeks|months|years|hours)\s+ago|the\s+day\s+before)\b"
)


@cache
def _pasts() -> Mapping[str, str]:
    """The past tense of irregular verbs, by the participle."""
    forms = (verb(base) for base in _IRREGULAR.split() if base != "be")
    return {form.participle: form.past for form in forms}


def perfect() -> Iterable[Frame]:
    """“has announced this Thursday”: with a past moment English has the past tense."""
    irregular = alternatives(_pasts())
    yield frame(
        "has have",
        rf"(?P<h>has|have)\s+(?P<adv>(?:also|already|just)\s+)?(?:(?P<been>been)\s+"
        rf"(?P<pp>[a-z]{{3,}}ed|{irregular})|(?P<v>[a-z]{{2,}}ed|{irregular}))"
        rf"(?P<r>{_BETWEEN}{_PAST_MOMENT})",
        _past,
        flags=_CASED,
    )


_THIS_DAY = re.compile(rf"\bthis\s+({_DAYS})")


def _past(match: re.Match[str]) -> Written:
    if before(match) in ("to", "would", "could", "should", "may", "might", "must"):
        return None
    rest = _THIS_DAY.sub(r"on \1", match["r"])
    adverb = match["adv"] if match["adv"] == "also " else ""
    if match["been"]:
        be = "was" if match["h"] == "has" else "were"
        return f"{be} {adverb}{match['pp']}{rest}"
    if match["v"] == "need":
        return None
    return f"{adverb}{_pasts().get(match['v'], match['v'])}{rest}"


def will() -> Iterable[Frame]:
    """“until the work will be completed”: a clause of time is in the present."""
    yield frame(
        "when",
        r"(?P<c>when)\s+(?P<s>(?:he|she|it|they|we|you|I|the\s+(?:[\w’-]+\s+){0,4}?"
        rf"[\w’-]+))\s+will\s+(?P<n>not\s+)?(?P<v>be|have|end|{VERBS})\b",
        _present_when,
        flags=_CASED,
    )
    yield frame(
        "until unless as once till",
        r"(?P<c>(?i:until|unless|till|as\s+soon\s+as|once))\s+"
        r"(?P<s>(?:he|she|it|they|we|you|I|this|(?:the|a|an|all|our|its|their|these"
        r"|new|[A-Z][\w-]*)\s+(?:[\w’-]+\s+){0,4}?[\w’-]+))\s+will\s+(?P<n>not\s+)?"
        rf"(?P<v>be|have|{VERBS})\b",
        _present,
        flags=_CASED,
    )


# Behind these “when” asks, or tells more of a time that was named.
_WHEN_IS_OTHER = re.compile(
    r"(?:\d|day|time|date|moment|week|month|year|hour|period|stage|point|era|morning"
    r"|evening|night|weekend|summer|winter|spring|autumn|future|tomorrow|season"
    r"|ary|ber|March|April|May|June|July|August|sure|clear|know|knows|known|ask|asks"
    r"|asked|say|said|see|tell|told|unclear|decide|decided|wonder|about|of|on|question"
    r"|and|or|since|is|was|exactly|not|announce|announced|determine|remember|idea|how)"
    r",?\s+\Z"
)


def _present_when(match: re.Match[str]) -> Written:
    if opens(match) or _WHEN_IS_OTHER.search(lead(match)) or "?" in match.string[-3:]:
        return None
    return _present(match)


_NO_SUBJECT = re.compile(
    r"\b(?:that|which|who|is|are|was|were|has|have|and|when|if|but|whether|what"
    r"|[a-z]+ed|will|can|of\s+which)\b"
)
_PRONOUN_WITHIN = re.compile(r"\s(?:he|she|it|they|we|you|I|there|this)\Z")
_MANY = frozenset(("they", "we", "you", "these", "people"))


def _present(match: re.Match[str]) -> Written:
    subject = match["s"]
    if match["n"] or _NO_SUBJECT.search(subject) or "," in subject:
        return None
    if _PRONOUN_WITHIN.search(subject):
        return None  # two clauses: "once the work ends you will"
    head = re.split(r"\s+(?:of|in|on|for|at|to|with|by|from)\s+", subject)[0].split()[
        -1
    ]
    plural = head in _MANY or (
        head.endswith("s") and not head.endswith(("ss", "us", "is", "ics", "news"))
    )
    if subject in ("it", "this", "I"):
        plural = subject == "I"
    if match["v"] == "be":
        present = "am" if subject == "I" else "are" if plural else "is"
    else:
        present = match["v"] if plural else verb(match["v"]).form(Form.THIRD)
    return as_before(match[0], f"{match['c']} {subject} {present}")
