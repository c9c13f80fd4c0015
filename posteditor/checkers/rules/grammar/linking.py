"""How the members of a list and the parts of a sentence are joined.

Rule: a list is only one if its members are of one kind: countries, or plain plurals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from posteditor.checkers.rules.grammar.names import adjectives
from posteditor.checkers.rules.grammar.scan import (
    Frame,
    Written,
    alternatives,
    first_words,
    frame,
    word_places,
)
from posteditor.checkers.rules.matcher import Hit
from posteditor.checkers.rules.pattern import VERBS

_CASED = re.RegexFlag(0)
_ITEM = r"(?:[a-z][\w’'-]*\s+){0,2}[a-z][\w’'-]*(?:s|tion|ment|ity|ture|ism|ing)"
_LEAD = (
    "including namely in of between from with among for to by on covering produces "
    "produced exports such like discussed developed"
)
_NOT_A_LIST = re.compile(
    r"\b(?:and|or|not|is|are|was|were|has|have|had|will|which|that|who|as|etc|he|she|it"
    r"|they|we|to|but|so|also|thus|including|making|using|causing|leading|allowing"
    r"|creating|[a-z]+ed|[a-z]+ly)\b"
)


def lists() -> Iterable[Frame]:
    """“from Germany, France, Italy.”, “including roads, bridges, tunnels.”"""
    countries = alternatives(
        name for name in adjectives() if not name.startswith(("EU", "UN", "NATO"))
    )
    yield frame(
        _LEAD + " and",
        rf"(?P<h>\w+\s+(?:the\s+)?(?:{countries})(?:,\s+(?:the\s+)?(?:{countries})){{1,20}})"
        rf"(?P<c>,\s+)(?P<t>(?:the\s+)?(?:{countries}))"
        r"(?=\s*(?:[.;)]|\Z)|\s+(?:is|are|was|were|has|have|will|took|take|participated"
        r"|signed|agreed|attended|also)\b)",
        _last_and,
        also=first_words(adjectives()),
        flags=_CASED,
    )
    yield frame(
        "including namely between from with among for of such covering",
        rf"(?P<h>(?:including|namely|between|from|with|among|for|of|such\s+as|covering)"
        rf"\s+{_ITEM}(?:,\s+{_ITEM}){{1,20}})(?P<c>,\s+)(?P<t>{_ITEM})(?=\.[\"”’]?\s*\Z)",
        _last_and,
        flags=_CASED,
    )


def _last_and(match: re.Match[str]) -> Written:
    if match["h"].startswith("and ") or _NOT_A_LIST.search(match[0].split(" ", 1)[1]):
        return None
    return f"{match['h']} and {match['t']}", f"{match['h']}, and {match['t']}"


_AS_WELL = re.compile(r"as well as\b(?! [a-z]+ing\b)")
_AS_WELL_TO = re.compile(rf"as well as (to (?:{VERBS}))\b")
_NO_MEMBER = re.compile(
    r"(?:except|for|in|with|on|at|of|by|from|this|these|where|when|while|because|if)\b"
    r"|(?:[\w’'-]+\s+){5}|(?:[\w’'-]+\s+)*(?:this|it|them)\Z"
)
_MEMBER = r"(?:[\w’'-]+\s+){0,5}[\w’'-]+"
_LIST = re.compile(
    rf"(?:\A|[\s“\"(])(?P<m>{_MEMBER},\s+(?:{_MEMBER},\s+)*{_MEMBER}),\s+\Z"
)


def as_well_as(text: str) -> Iterator[Hit]:
    """“roads, bridges, as well as tunnels”: the last member of a list."""
    for at in word_places(text).get("as", ()):
        if verbal := _AS_WELL_TO.match(text, at):
            yield Hit(start=at, end=verbal.end(), replacements=(f"and {verbal[1]}",))
        if _AS_WELL.match(text, at) and (last := _last_member(text, at)):
            start = text.rindex(last, 0, at)
            end = at + len("as well as")
            yield Hit(
                start=start, end=end, replacements=(f"{last} and", f"{last}, and")
            )


def _last_member(text: str, at: int) -> str:
    """The last word of a list that comes to its end before `at` with at least two
    members and no “and”; empty if there is none."""
    listed = _LIST.search(text[max(0, at - 160) : at])
    if listed is None:
        return ""
    members = listed["m"].split(", ")
    # The first holds the words before the list; the others must be nothing but members.
    unlike = any(
        _NOT_A_LIST.search(member) or _NO_MEMBER.match(member) for member in members[1:]
    )
    return "" if unlike or " and " in members[0] else members[-1].split()[-1]
