"""Articles of names: countries, unions, bodies, offices and titles, from
data/names.toml.

Rule: a name that may be the first half of a compound ("European Union law") is left
alone; only what surely ends the noun phrase counts.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache

from posteditor.checkers.rules.grammar.scan import (
    DATA,
    END,
    Frame,
    alternatives,
    as_before,
    before,
    first_words,
    frame,
    is_headline,
    is_sentence,
    lead,
    words,
)

_CASED = re.RegexFlag(0)
_BEFORE_NAMES = words(
    "of in to from with by between for at into within across against throughout "
    "on about towards toward than through outside via under over near inside "
    "around including joined joining entering that and"
)
_BEFORE_BODIES = words("of in to from with by between at into within across about that")
_AND = re.compile(r"\bbetween\s+(?:the\s+)?(?:[A-Z][\w.-]*\s+){1,4}and\s+\Z")
_TITLED = r"(?:\s+[A-Z][\w’'-]*\.?){1,3}"
_NUMBERED = re.compile(r"[\s,]*(?:No\.|№|\d)")
FINITE = (
    r"(?=\s+(?:is|are|was|were|has|have|had|will|would|should|can|could|may|might|must"
    r"|does|did|said|says|announced|reported|noted|stated|stressed|emphasized"
    r"|emphasised|added|adopted|approved|signed|decided|plans|intends|expressed"
    r"|believes|considers|continues|confirmed|called|calls|held|published|proposed"
    r"|supports?|supported|began|received|also|hopes|expects|attaches|condemned"
    r"|condemns|rejected|sent|issued|informed|informs|reports|invited|thanked"
    r"|congratulated|instructed|ordered|urged|urges|took|takes|has|visited|met)\b)"
)


@cache
def lists() -> Mapping[str, tuple[str, ...]]:
    """The lists of data/names.toml."""
    return {name: tuple(words) for name, words in _data().items()}


@cache
def adjectives() -> Mapping[str, str]:
    """What is said of a country or union before a noun, by its name."""
    return {name: str(adjective) for name, adjective in _data()["adjectives"].items()}


@cache
def _data() -> Mapping[str, Mapping[str, str]]:
    loaded: Mapping[str, Mapping[str, str]] = tomllib.loads(
        (DATA / "names.toml").read_text(encoding="utf-8")
    )
    return loaded


def with_article() -> Iterable[Frame]:
    """Names that lack their “the”."""
    names = alternatives(lists()["with_the"])
    yield frame(
        first_words(lists()["with_the"]), rf"(?P<n>{names}){END}", _insert, flags=_CASED
    )
    short = alternatives(lists()["abbreviations"])
    yield frame(
        lists()["abbreviations"], rf"(?P<n>{short})(?!-){END}", _insert, flags=_CASED
    )
    bodies = alternatives(lists()["bodies"])
    yield frame(
        first_words(lists()["bodies"]),
        rf"(?P<n>{bodies})(?=\s+(?:of|for)\s+(?:the\s+)?[A-Z])",
        _insert_before_body,
        flags=_CASED,
    )


def openings() -> Iterable[Frame]:
    """The same at the beginning of a sentence."""
    names = alternatives(lists()["with_the"])
    short = alternatives(lists()["abbreviations"])
    bodies = alternatives(lists()["bodies"])
    yield frame(
        first_words((*lists()["with_the"], *lists()["abbreviations"])),
        rf"(?P<n>{names}|{short}){FINITE}",
        _opening,
        flags=_CASED,
    )
    yield frame(
        first_words(lists()["bodies"]),
        rf"(?P<n>{bodies})(?=\s+(?:of|for)\s+(?:the\s+)?[A-Z][\w’'-]*"
        rf"(?:(?:,|\s+and|\s+of(?:\s+the)?)?\s+[A-Z][\w’'-]*){{0,7}}{FINITE[3:-1]})",
        _opening,
        flags=_CASED,
    )


def without_article() -> Iterable[Frame]:
    """Names that have a “the” they do not take."""
    names = alternatives(lists()["without_the"])
    known = first_words(lists()["without_the"])
    yield frame(
        "the",
        rf"[Tt]he\s+(?P<n>{names})(?=['’]s\s)",
        _bare,
        also=_with_possessive(known),
        flags=_CASED,
    )
    yield frame(
        "the",
        rf"[Tt]he\s+(?P<n>{names})(?!\s+of\b)(?!-)(?!,?\s+and\s+[A-Z]){END}",
        _bare,
        also=known,
        flags=_CASED,
    )
    titles = alternatives(lists()["titles"])
    yield frame(
        "the",
        rf"[Tt]he\s+(?P<n>(?:{titles}){_TITLED})(?={FINITE[3:-1]}|\s*[.;:]|\s+(?:and"
        r"|in|on|at|to|for|with|who|during|from)\b)",
        _title,
        also=first_words(lists()["titles"]),
        flags=_CASED,
    )


def _with_possessive(names: Iterable[str]) -> frozenset[str]:
    return frozenset(
        form for name in names for form in (name, f"{name}'s", f"{name}’s")
    )


def _insert(match: re.Match[str]) -> str | None:
    preposition, name = before(match), match["n"]
    if preposition == "and" and not _AND.search(lead(match)):
        return None
    if preposition not in _BEFORE_NAMES or is_headline(match.string):
        return None
    if _NUMBERED.match(match.string, match.end()):
        return None
    if name == "Urals" and preposition == "of":
        return None
    return f"the {name}"


def _insert_before_body(match: re.Match[str]) -> str | None:
    return _insert(match) if before(match) in _BEFORE_BODIES else None


def _opening(match: re.Match[str]) -> str | None:
    if lead(match).strip(" \"'“”‘’«") or not is_sentence(match.string):
        return None
    return f"The {match['n']}"


def _bare(match: re.Match[str]) -> str:
    return match["n"]


_NO_PERSON = re.compile(
    r"(?:Administration|Government|Campaign|Hotel|Hall|Library|Bridge|Street|Park|School"
    r"|Cent(?:er|re)|Airport|Assembly|Staff|Court|Council|Secretary|Secretariat|Office"
    r"|Committee|Motors|Electric|Prosecutor|Directorate|Store|Manager|Director|Counsel"
    r"|League|Cup|Bank|Fund|University|Medical|Agreement|Library|Award|Prize|Palace"
    r"|Conference|Debate|Order|Emeritus|Elect|Designate|Crimes|Archive|Police"
    r"|Museum|Theatre|Theater|Church|Cathedral|Family|Affairs|Foundation|Inquirer"
    r"|Series|Program|Programme|Summit|Act|Minister|President|General|Region|Oblast"
    r"|Opera|Area|County|District|Synod|Commission|House|Mine|Plan)s?\b"
)


def _title(match: re.Match[str]) -> str | None:
    if _NO_PERSON.search(match["n"].split(" ", 1)[1]):
        titles = lists()["titles"]
        longest = max((t for t in titles if match["n"].startswith(t + " ")), key=len)
        if _NO_PERSON.search(match["n"].removeprefix(longest)):
            return None
    return as_before(match[0], match["n"])
