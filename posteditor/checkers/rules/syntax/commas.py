"""Commas of clauses: before a participle that goes on, before “which” and “where”
behind a name, behind a phrase that opens the sentence, between two sentences.

Rule: only the comma changes, and only where the words on both sides leave no doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from posteditor.checkers.rules.grammar.scan import (
    Frame,
    Written,
    alternatives,
    before,
    frame,
    words,
)
from posteditor.checkers.rules.mechanics import Clued
from posteditor.checkers.rules.syntax.spots import Judged, mark_before, so_far, spots

_CASED = re.RegexFlag(0)
_SAYING = words(
    "explaining adding stressing noting emphasizing emphasising underlining specifying "
    "recalling assuring highlighting affirming declaring clarifying warning announcing "
    "arguing insisting concluding claiming reiterating"
)
_SAID = re.compile(
    r"\b(?:said|announced|stated|wrote|stressed|reported|addressed|confirmed|told"
    r"|expressed|thanked|declared|praised|called|noted|spoke|has|have|was|were|is"
    r"|[a-z]{3,}ed)\b"
)
_NO_COMMA = words(
    "by of in for to without from with before after when while on is are was were be "
    "been worth and or but than not as keep kept began started about also then that he "
    "she it they we at against despite besides through stopped continued report letter "
    "statement sign signs document notice article study post message email text paper "
    "someone people anyone those sources evidence video"
)


def saying() -> Clued:
    """“announced the plan stressing that”."""
    return spots(
        _SAYING,
        r"[a-z]+ing(?=\s+that\b)",
        lambda match: mark_before(match, ",") if _goes_on(match) else None,
    )


def _goes_on(match: re.Match[str]) -> bool:
    head = so_far(match)
    if not re.search(r"[\w’”\")]\s\Z", head) or not _SAID.search(head):
        return False
    return before(match) not in _NO_COMMA and not before(match).endswith("ly")


def relative() -> Iterable[Frame]:
    """“on Wednesday where he”, “the Law on Culture which was”."""
    days = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
    months = (
        "January February March April May June July August September October November "
        "December"
    )
    named = (
        "Square Street Region Palace Hall University Museum Stadium Airport Province "
        "Bridge Theater Theatre Hospital Ministry Council Committee Republic "
        "Federation Union Avenue District Governorate Academy"
    )
    begin = (
        r"(?=\s+(?:is|was|are|were|has|had|will|took|takes|began|opened|became|started"
        r"|lasted|includes|included|provides|he|she|they|it|the)\b)"
    )
    yield frame(
        f"{days} {named} {months}",
        rf"(?P<w>(?:{alternatives(f'{days} {named}'.split())})"
        rf"|(?:{alternatives(months.split())})"
        rf"\s+\d{{1,2}}(?:,\s+\d{{4}})?)\s+(?P<r>which|where){begin}",
        lambda match: f"{match['w']}, {match['r']}",
        also="which where",
        flags=_CASED,
    )


_OPENERS = (
    "In At On During After Within Under Through Since For With By Before Following "
    "Upon Among Despite Besides As"
)
_NO_VERB = (
    r"(?!(?:and|or|is|are|was|were|has|have|had|will|would|can|could|that|which|who|where"
    r"|when|if|what|how|why|than|as|but|to|said|it|he|she|they|we|you|I|there)\b)"
)


def opening() -> Iterable[Frame]:
    """“In his speech at the meeting he said”."""
    yield frame(
        _OPENERS,
        rf"(?<![\w,;:)]\s)(?P<o>(?:{alternatives(_OPENERS.split())})\s+(?:the|a|an|this|that|these|his"
        rf"|her|its|their|our|[\w’-]+)(?:\s+{_NO_VERB}[^\W_][\w’/-]*|\s+and(?=\s+[a-z]+\s)){{2,12}})\s+"
        r"(?P<s>he|she|they|we|it|I|there)"
        r"(?=\s+(?:also\s+)?(?:is|are|was|were|has|have|had|will|would|can|could|must"
        r"|should|[a-z]+ed|said|spoke|took|held|met|gave|made|told|drew|became|saw|went"
        r"|left|laid|spent|do|did|does|need|needs|want|may|might|plan|see|know)\b)",
        _opening,
        flags=_CASED,
    )
    yield frame(
        _OPENERS,
        rf"(?<![\w,;:)]\s)(?P<o>(?:{alternatives(_OPENERS.split())})(?:\s+(?:and\s+)?{_NO_VERB}[^\W_][\w’/-]*){{4,12}}?)\s+"
        rf"(?P<s>(?:the|a)(?:\s+{_NO_VERB}[\w’-]+){{1,3}})(?=\s+(?:also\s+)?(?:of\s+the|was|were|will"
        r"|has|have|had|is|are|said|took|held|noted|discussed|stressed|emphasi[sz]ed"
        r"|visited|presented|announced|thanked|expressed|signed)\b)",
        _opening_noun,
        flags=_CASED,
    )


_NO_OPENING = re.compile(
    r"\b(?:time|times|moment|day|year|month|way|extent|what|whom|everything|all|things"
    r"|place|places|reason|soon|far|long|much|well|though|point|where|that|thing|words?"
    r"|people|person|everyone|those|means|ones?|opinion|so|both|hand|end|not|only|also"
    r"|even)\Z|[–—-]\Z"
)
# The phrase goes on behind these.
_GOES_ON = re.compile(
    r"\b(?:of|in|on|at|by|for|with|from|into|about|under|between|during|against|through"
    r"|within|over|towards?|across|around|near|behind|after|before|since|until|and"
    r"|[a-z]+ing|[a-z]+ed|including|most|per)\Z"
)


def _opening(match: re.Match[str]) -> Written:
    start = match.start()
    if match.string[:start].strip(" \"“‘'("):
        return None
    if _NO_OPENING.search(match["o"]) or match["o"].startswith(("As soon", "As far")):
        return None
    return f"{match['o']}, {match['s']}"


def _opening_noun(match: re.Match[str]) -> Written:
    return None if _GOES_ON.search(match["o"]) else _opening(match)


_FINITE = (
    r"(?:is|are|was|were|has|have|had|will|would|can|could|should|must|do|does|did)"
)


def two_clauses() -> Clued:
    """“The meeting was planned and it is expected that”."""
    return spots(
        "and",
        rf"and(?=\s+(?:it|he|she|they|we|there|this|these)\s+(?:also\s+)?{_FINITE}\b)",
        _two_clauses,
    )


_SUBORDINATE = re.compile(
    r"\b(?:that|which|who|if|when|whether|because|where|while|what|how|why|as|so|once"
    r"|until|unless|although|though|before|after|and|or|but|than|since)\b",
    re.IGNORECASE,
)
_CLAUSE_SO_FAR = re.compile(r"(?:\A|[.!?;,:”\"]\s+)[“\"]?(?P<c>[^.!?;:,“”\"()–—]+)\s\Z")


def _two_clauses(match: re.Match[str]) -> Judged:
    clause = _CLAUSE_SO_FAR.search(so_far(match))
    if clause is None or _SUBORDINATE.search(clause["c"]):
        return None
    if len(clause["c"].split()) < _CLAUSE_LENGTH or not re.search(
        rf"\b(?:{_FINITE}|[a-z]+ed)\b", clause["c"]
    ):
        return None
    return mark_before(match, ",")


_CLAUSE_LENGTH = 8
_PAST = words(
    "said noted stressed emphasized emphasised added stated expressed called pointed "
    "underlined highlighted thanked wished urged praised congratulated discussed "
    "reviewed exchanged visited inspected presented proposed signed agreed confirmed "
    "reaffirmed reiterated conveyed voiced promised asked instructed ordered directed "
    "warned explained listened met spoke gave made took held laid paid appreciated "
    "commended welcomed condemned demanded requested recommended suggested encouraged "
    "invited introduced"
)


def two_verbs() -> Clued:
    """“toured the plant, and inspected the line”."""
    return spots(
        "and",
        rf"and(?=\s+(?:also\s+)?(?:{alternatives(_PAST)})\s)",
        _two_verbs,
    )


_HEAD = re.compile(r"(?:\A|[.!?;]\s+)[“\"]?(?P<c>[^.!?;:,“”\"()]+),\s\Z")
_VERB = re.compile(rf"\b(?:{alternatives(_PAST)}|[a-z]{{3,}}ed)\b")
_NEW_SUBJECT = re.compile(
    r"\b(?:that|which|who|if|whether|because|what|how|why|but|or|than)\b"
)


def _two_verbs(match: re.Match[str]) -> Judged:
    head = so_far(match)
    clause = _HEAD.search(head) if head.endswith(", ") else None
    if clause is None or _NEW_SUBJECT.search(clause["c"]):
        return None
    if not _VERB.search(clause["c"]):
        return None
    return mark_before(match, "")


def such_as() -> Clued:
    """“various fields of life such as the economy”."""
    return spots("such", r"such\s+as(?=\s+(?:the\s|[A-Z]))", _such_as)


_ANY = re.compile(
    r"\b(?:various|several|different|many|numerous|other|important|main|key)\s+"
    r"(?:[\w’-]+\s+){1,7}\Z"
)


def _such_as(match: re.Match[str]) -> Judged:
    found = _ANY.search(so_far(match))
    if found is None or re.search(r"\b(?:in|with|for|from|as)\s+\Z", found[0]):
        return None
    return mark_before(match, ",")
