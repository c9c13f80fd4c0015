"""Verbs that do not go with what stands before them: the perfect in a report of one
event, a plural behind “that”, “of” behind a gerund, “some of” without article.

Rule: the words before the verb must settle time or number.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable

from posteditor.checkers.rules.grammar.number import nouns
from posteditor.checkers.rules.grammar.scan import DATA as GRAMMAR_DATA
from posteditor.checkers.rules.grammar.scan import (
    NOUN_END_OF,
    Frame,
    Written,
    alternatives,
    among,
    as_before,
    before,
    frame,
    lead,
    words,
)
from posteditor.checkers.rules.inflect import Form, verb
from posteditor.checkers.rules.irregular import past_and_participle
from posteditor.checkers.rules.mechanics import Clued
from posteditor.checkers.rules.pattern import VERBS
from posteditor.checkers.rules.syntax.spots import Judged, so_far, spots

_CASED = re.RegexFlag(0)
_IRREGULAR = (
    "begin bring build come draw fall find give go hold keep know lay lead leave lose "
    "make meet pay read rise run say see sell send set show speak take tell wish win "
    "write put become hear feel think"
)
_PASTS = {
    forms[1]: forms[0]
    for forms in map(past_and_participle, _IRREGULAR.split())
    if forms is not None
}
_EVENT = (
    r"(?:meeting|visit|event|ceremony|session|speech|talks|negotiations|conversation"
    r"|conference|press\s+conference|briefing|tour|trip|interview|round\s+table|forum"
    r"|summit|inspection|appearance|presentation|address|call|opening|ride|stay|act)"
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_ONCE = re.compile(
    rf"(?:\A|[.!?]\s+)[“\"]?(?:(?:After|During|At|In|Following|Prior\s+to|Before)\s+(?:the|this|that|his"
    rf"|her|their|its|today’s|yesterday’s)\s+(?:[\w’-]+\s+){{0,3}}?{_EVENT}\b|Upon\s+(?:his|her|their|arrival)"
    rf"|Yesterday\b|Last\s+(?:{_DAY}|week|month|year|night)|On\s+{_DAY}\b|On\s+(?:January"
    r"|February|March|April|May|June|July|August|September|October|November|December)\s+\d"
    r"|On\s+\d{1,2}\s+[A-Z])[^.!?;:“”\"]{0,150}\Z"
)
_THERE = re.compile(
    r"\b(?:visited|met|signed|held|attended|opened|inaugurated|toured|went|travelled"
    r"|traveled|arrived|took\s+part|chaired|presented|began|received)\b[^.!?;:“”\"]{3,120}"
    r"(?:where|in\s+which|during\s+which|at\s+which)\s+(?:\w+\s+){0,2}\Z"
)
_THIS_MORNING = re.compile(
    r"(?:\s+(?!(?:that|which|and|to|until)\b)[\w’-]+){0,5}\s+this\s+(?:morning|afternoon"
    r"|evening)\b"
)
_NOT_REPORTED = re.compile(
    r"\b(?:that|since|if|would|could|should|may|might|must|will|to|who|which|what|years"
    r"|decades|times|first\s+time)\s+(?:[\w’-]+\s+){0,6}\Z"
)


def reported() -> Clued:
    """“During the meeting, the parties have discussed”."""
    strong = alternatives(_PASTS)
    return spots(
        "has have",
        r"(?P<h>has|have)\s+(?P<adv>(?:also|then|both|jointly)\s+)?(?P<been>been\s+)?"
        rf"(?P<v>[a-z]{{3,}}ed|{strong})\b(?![^.;]*\bsince\b)",
        _reported,
    )


def _reported(match: re.Match[str]) -> Judged:
    head = so_far(match)
    if "“" in head and "”" not in head[head.rindex("“") :]:
        return None  # somebody speaks
    relative = "where " in head or "which " in head
    there = (relative and _THERE.search(head)) or _THIS_MORNING.match(
        match.string, match.end()
    )
    if not there and (not _ONCE.search(head) or _NOT_REPORTED.search(head)):
        return None
    if match["v"] in ("need", "indeed", "been"):
        return None
    adverb = match["adv"] or ""
    if match["been"]:
        be = "was" if match["h"] == "has" else "were"
        new = f"{be} {adverb}{match['v']}"
    else:
        new = adverb + _PASTS.get(match["v"], match["v"])
    return match.start(), match.end(), (new,)


_SINGULAR = {"are": "is", "were": "was", "have": "has", "do": "does"}
_MANY = words(
    "number series range group variety lot majority couple handful host pair team set "
    "list generation crowd family minority staff total people population youth class "
    "area way level kind type sort case point reason time place"
)


def behind_that() -> Iterable[Frame]:
    """“an infrastructure that provide”."""
    yield frame(
        "a an",
        r"(?P<h>an?\s+(?:[a-z-]+\s+){0,2}?(?P<n>[a-z]+)\s+(?P<r>that|which|who))\s+"
        rf"(?P<v>are|were|have|{VERBS})\b(?!\s+(?:to\s+)?(?:is|are|was|were|the\s+\w+\s+(?:is|was))\b)",
        among("n", _one_thing(), _third),
        also="that which who",
        flags=_CASED,
    )


def _one_thing() -> frozenset[str]:
    listed = nouns()
    return (listed.sure_singulars | {"infrastructure", "approach", "law"}) - _MANY


_BETWEEN = re.compile(r"\b(?:of|for|in|to|and|or|more|few|with|on)\b")
_SUBJUNCTIVE = re.compile(
    r"\b(?:requests?|demands?|proposal|recommendation|suggestion|requirement|condition"
    r"|idea|agreement|decision|order|rule|law)\s+that\Z"
)


def _third(match: re.Match[str]) -> Written:
    middle = match["h"].split(maxsplit=1)[1]
    if _BETWEEN.search(middle) or _SUBJUNCTIVE.search(match["h"]):
        return None
    if match["v"] in ("put", "read", "set", "cut", "let", "act", "help", "change"):
        return None
    new = _SINGULAR.get(match["v"]) or verb(match["v"]).form(Form.THIRD)
    return f"{match['h']} {new}"


_GERUNDS = (
    "increasing reducing improving providing creating developing using ensuring "
    "organizing organising implementing establishing conducting achieving solving "
    "laying introducing attracting expanding promoting protecting preventing "
    "preserving maintaining obtaining considering determining identifying resolving "
    "supporting enhancing changing choosing collecting studying exploring discussing "
    "preparing producing purchasing buying eliminating overcoming forming modernizing "
    "modernising constructing repairing restoring delivering removing replacing "
    "strengthening educating accelerating approving adopting assessing combating "
    "performing extending exchanging transferring transporting violating installing "
    "managing"
)


_GERUND_SET = words(_GERUNDS)
_BEFORE_GERUND = re.compile(
    r"(?P<the>\b[Tt]he)\s\Z"
    r"|\b(?:by|for|in|of|from|without|on|after|before|through)\s\Z"
)


def gerund_of() -> Clued:
    """“by increasing of the quality”, “the increasing of the quality”."""
    return spots(_GERUND_SET, r"(?P<g>[a-z]+)\s+of\s+(?=[a-z\d])", _plain_gerund)


def _plain_gerund(match: re.Match[str]) -> Judged:
    found = _BEFORE_GERUND.search(lead(match))
    if found is None:
        return None
    plain = f"{match['g']} "
    if not found["the"]:
        return match.start(), match.end(), (plain,)
    if match["g"] == "strengthening":
        return None
    start = match.start() - len(found[0])
    return start, match.end(), (as_before(found["the"], plain),)


_SOME = "some many most several few all both each"


def some_of() -> Iterable[Frame]:
    """“some of segments”, “most of members”."""
    listed = nouns()
    plurals = frozenset(listed.singular) | {"segments", "colleagues", "children"}
    yield frame(
        _SOME,
        rf"(?P<q>{alternatives(_SOME.split())})\s+of\s+(?P<a>(?:[a-z-]+(?:al|ic|ive|ous"
        rf"|ern|an|ing|ed)\s+)?)(?P<n>[a-z]+){NOUN_END_OF}",
        among("n", plurals, _some),
        flags=re.IGNORECASE,
    )


def _some(match: re.Match[str]) -> Written:
    if before(match) in ("the", "one", "not"):
        return None
    plain = f"{match['q']} {match['a']}{match['n']}"
    return plain, f"{match['q']} of the {match['a']}{match['n']}"


_STARTS = "start begin stop continue finish plan suggest propose consider recommend"
_ENSURES = (
    "ensure provide require support complete accelerate facilitate allow include "
    "guarantee envisage demand promote announce oversee"
)


def _verbs_of_nouns() -> dict[str, str]:
    """Nouns of action and the verb of one word each stands for."""
    text = (GRAMMAR_DATA / "nominal.toml").read_text(encoding="utf-8")
    verbs: dict[str, str] = tomllib.loads(text)["verbs"]
    return {noun: plain for noun, plain in verbs.items() if " " not in plain}


def bare_actions() -> Iterable[Frame]:
    """“started creation of”, “ensure implementation of the plan”."""
    table = _verbs_of_nouns()
    actions = alternatives(table)
    starts = sorted({f for base in _STARTS.split() for f in verb(base).all})
    yield frame(
        starts,
        rf"(?P<h>{alternatives(starts)})\s+(?P<n>{actions})\s+of\b(?!\s+course)",
        lambda match: _gerund(match, table),
        also=table,
        flags=_CASED,
    )
    ensures = sorted({f for base in _ENSURES.split() for f in verb(base).all})
    yield frame(
        ensures,
        rf"(?P<h>{alternatives(ensures)})\s+(?P<n>{actions})(?=\s+of\s+(?:the|this|these|its"
        r"|their|our|all|a|an|[a-z]+s)\b)",
        _the_action,
        also=table,
        flags=_CASED,
    )


def _gerund(match: re.Match[str], table: dict[str, str]) -> Written:
    if lead(match).rstrip().endswith((" the", " a", " of", " this")):
        return None
    gerund = verb(table[match["n"]]).form(Form.GERUND)
    return f"{match['h']} {gerund}", f"{match['h']} the {match['n']} of"


def _the_action(match: re.Match[str]) -> Written:
    return f"{match['h']} the {match['n']}"


_ASKED = "ask asks asked want wants wanted invite invites invited urge urges urged"
_ASKED_TOO = "allow allows allowed enable enables enabled advise advised order ordered"


def to_do() -> Iterable[Frame]:
    """“I ask them have”, “allows us develop”."""
    asked = f"{_ASKED} {_ASKED_TOO} encourage encouraged force forced require required"
    yield frame(
        asked,
        rf"(?P<h>{alternatives(asked.split())})\s+(?P<w>them|him|us|me)\s+"
        rf"(?P<v>have|{VERBS})\b(?!\s*[,.])",
        _to_do,
        also="them him us me",
        flags=_CASED,
    )


def _to_do(match: re.Match[str]) -> Written:
    if match["v"] in (
        "open",
        "free",
        "close",
        "back",
        "lead",
        "change",
        "order",
        "act",
    ):
        return None
    return f"{match['h']} {match['w']} to {match['v']}"
