"""Forms of verbs and small words that cannot stand together.

Rule: pairs that no English sentence has, each in the narrowest frame.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from posteditor.checkers.rules.grammar.number import nouns
from posteditor.checkers.rules.grammar.scan import (
    NOUN_END,
    Frame,
    Written,
    alternatives,
    among,
    as_before,
    before,
    frame,
    lead,
    opens,
    words,
)
from posteditor.checkers.rules.inflect import verb
from posteditor.checkers.rules.pattern import VERBS

_CASED = re.RegexFlag(0)
# past: base, past participle; pasts that are no participles.
_PASTS = {
    "became": ("become", "become"),
    "began": ("begin", "begun"),
    "broke": ("break", "broken"),
    "came": ("come", "come"),
    "chose": ("choose", "chosen"),
    "did": ("do", "done"),
    "drew": ("draw", "drawn"),
    "fell": ("fall", "fallen"),
    "gave": ("give", "given"),
    "grew": ("grow", "grown"),
    "knew": ("know", "known"),
    "overcame": ("overcome", "overcome"),
    "rose": ("rise", "risen"),
    "saw": ("see", "seen"),
    "spoke": ("speak", "spoken"),
    "took": ("take", "taken"),
    "undertook": ("undertake", "undertaken"),
    "went": ("go", "gone"),
    "withdrew": ("withdraw", "withdrawn"),
    "wrote": ("write", "written"),
}
_MORE_PASTS = {
    "brought": "bring",
    "built": "build",
    "had": "have",
    "held": "hold",
    "kept": "keep",
    "lost": "lose",
    "made": "make",
    "met": "meet",
    "paid": "pay",
    "received": "receive",
    "said": "say",
    "told": "tell",
    "thought": "think",
    "understood": "understand",
    "wanted": "want",
    "was": "be",
    "were": "be",
}
_DURING_ALL = {"exists", "operates", "functions", "lives", "works", "runs", "belongs"}
_SINCE = (
    r"since\s+(?:(?:early|late|mid-?|the\s+(?:beginning|start|end)\s+of|January|February"
    r"|March|April|May|June|July|August|September|October|November|December|last)\s*)?"
    r"(?:(?:1[5-9]|20)\d\d|year|month|week)\b"
)


def auxiliaries() -> Iterable[Frame]:
    """“did not went”, “should to be”, “will been”, “has went”."""
    pasts = alternatives((*_PASTS, *_MORE_PASTS))
    strong = alternatives(_PASTS)
    yield frame(
        "did didn't didn’t does doesn't doesn’t",
        rf"(?P<h>(?:did|does)(?:n['’]t|\s+not))\s+(?P<v>{pasts})\b",
        lambda match: f"{match['h']} {_base(match['v'])}",
    )
    yield frame(
        "can could will would should must might cannot",
        rf"(?P<h>(?:can|could|will|would|should|must|might|cannot)(?:\s+not)?)\s+"
        rf"(?P<v>{strong})\b",
        _after_modal,
        also=_PASTS,
        flags=_CASED,
    )
    yield frame(
        "to",
        rf"to\s+(?P<v>{alternatives(set(_PASTS) - {'saw', 'rose', 'fell', 'did'})})\b",
        lambda match: f"to {_base(match['v'])}",
        also=_PASTS,
        flags=_CASED,
    )
    yield frame(
        "must should might",
        rf"(?P<h>must|should|might)\s+to\s+(?P<v>(?:be|{VERBS})\b)",
        _plain_base,
        flags=_CASED,
    )
    yield frame(
        "has have had been",
        rf"(?P<h>has|have|had|been)\s+(?P<v>{strong})\b(?!\s+(?:up|down)?\s*blades)",
        _after_have,
        also=_PASTS,
        flags=_CASED,
    )
    yield frame(
        "will would shall must should could can may might",
        r"(?P<h>will|would|shall|must|should|could|can|may|might)\s+been\b",
        lambda match: (f"{match['h']} be", f"{match['h']} have been"),
        flags=_CASED,
    )


def _base(past: str) -> str:
    past = past.lower()
    return _PASTS[past][0] if past in _PASTS else _MORE_PASTS[past]


_ALL_WE = re.compile(r"\b(?:what|all|everything|whatever)\s+\w+\s+\Z")


def _plain_base(match: re.Match[str]) -> str | None:
    if _ALL_WE.search(lead(match)):
        return None  # "we do what we must to win"
    return f"{match['h']} {match['v']}"


def _after_modal(match: re.Match[str]) -> str | None:
    if match["v"] in ("saw", "rose", "fell") or before(match) in ("the", "a", "and"):
        return None
    return f"{match['h']} {_base(match['v'])}"


def _after_have(match: re.Match[str]) -> str | None:
    if match["v"] in ("did", "saw", "rose"):
        return None
    return f"{match['h']} {_PASTS[match['v'].lower()][1]}"


def since() -> Iterable[Frame]:
    """“is working here since 2014”, “Since 2014 he is”."""
    yield frame(
        "is are am",
        r"(?P<b>is|are|am)\s+(?P<m>(?:also\s+|already\s+|currently\s+|successfully\s+"
        r"|actively\s+)?)(?P<v>[a-z]{2,}ing|in\s+force|in\s+operation|open|a\s+member"
        rf"|the\s+head|the\s+director|married)(?P<r>(?:\s+[\w’'-]+){{0,5}}?\s+{_SINCE})",
        lambda match: f"{_been(match['b'])} {match['m']}{match['v']}{match['r']}",
    )
    yield frame(
        _DURING_ALL,
        rf"(?P<v>{alternatives(_DURING_ALL)})(?P<r>(?:\s+[\w’'-]+){{0,4}}?\s+{_SINCE})",
        _has_done,
    )
    yield frame(
        "since",
        rf"(?P<s>(?i:{_SINCE}),?\s+(?:(?:he|she|it|they|we|I|there|this|the\s+\w+"
        r"|[A-Z][\w-]+(?:\s+[A-Z][\w-]+)?)))\s+(?P<b>is|are|am)\b",
        lambda match: f"{match['s']} {_been(match['b'])}",
        flags=_CASED,
    )


def _been(be: str) -> str:
    return {"is": "has been", "are": "have been", "am": "have been"}[be.lower()]


def _has_done(match: re.Match[str]) -> str | None:
    if before(match) in ("the", "his", "its", "their", "of", "public", "these", "and"):
        return None
    if not match["v"].islower() or before(match)[:1].isdigit():
        return None
    stem = verb(match["v"].lower().removesuffix("s"))
    return f"has {stem.participle}{match['r']}"


def who() -> Iterable[Frame]:
    """“people which”, “the citizens which are”."""
    people = alternatives(_PEOPLE)
    yield frame(
        _PEOPLE,
        rf"(?P<p>{people})\s+which(?=\s+(?:are|is|was|were|have|has|had|will|would|can"
        r"|could|do|does|did|live|work|want|came|come|took|take|need|lost|received"
        r"|participated|arrived|also|already|never|did|fought|died|suffered)\b)",
        _who,
    )


_PERSONS = (
    "person man woman child citizen resident soldier worker expert specialist "
    "official minister politician journalist teacher student pupil doctor "
    "patient refugee migrant veteran volunteer participant voter deputy lawmaker "
    "employee scientist athlete author writer artist farmer entrepreneur "
    "investor colleague friend compatriot serviceman diplomat leader president "
    "ambassador director representative"
)
_PEOPLE = frozenset(
    [
        *_PERSONS.split(),
        "people", "persons", "men", "women", "children", "compatriots", "servicemen",
        *(f"{word}s" for word in _PERSONS.split() if not word.endswith(("an", "on"))),
        "citizens", "volunteers", "politicians", "persons",
    ]
) - {"childs", "servicemans"}  # fmt: skip


def _who(match: re.Match[str]) -> str | None:
    # "the work of people which is": "which" reaches back over "of".
    if before(match, 2).split(" ")[0] == "of" or before(match) == "of":
        return None
    return f"{match['p']} who"


def subjectless() -> Iterable[Frame]:
    """“Is necessary to”, “Was noted that”: the language of the source needs no “it”."""
    yield frame(
        "is was",
        r"(?P<b>Is|Was)(?=\s+(?:(?:necessary|important|possible|planned|expected|needed"
        r"|required|essential|advisable|known|noted|stressed|emphasized|emphasised"
        r"|established|assumed|decided|reported|recommended|worth|clear|obvious)\s+(?:to"
        r"|that|noting|mentioning))\b)",
        _it,
        flags=_CASED,
    )


def _it(match: re.Match[str]) -> str | None:
    if not opens(match) or match.string.rstrip(" \"”'").endswith("?"):
        return None
    return f"It {match['b'].lower()}"


def counted() -> Iterable[Frame]:
    """“25 millions people”, “two million of people”, “much problems”."""
    listed = nouns()
    yield frame(
        "millions billions thousands hundreds",
        r"(?P<n>(?<=\d )(?:millions|billions|thousands|hundreds))(?P<of>\s+of)?(?=\s)",
        lambda match: match["n"][:-1],
    )
    yield frame(
        "million billion thousand hundred",
        r"(?P<n>(?<=\d )(?:million|billion|thousand|hundred))\s+of\s+(?=people|euros"
        r"|dollars|rubles|roubles|citizens|residents|tonnes|tons|refugees|inhabitants"
        r"|hryvnias|tenge|yuan|families|children|users|barrels|hectares|square)",
        lambda match: f"{match['n']} ",
    )
    yield frame(
        "much",
        rf"much\s+(?P<n>[a-z]+){NOUN_END}",
        among(
            "n",
            listed.sure_plurals,
            lambda match: as_before(match[0], f"many {match['n']}"),
        ),
    )
    yield frame(
        "less",
        rf"less\s+(?P<n>[a-z]+){NOUN_END}",
        among(
            "n",
            listed.sure_plurals - _SUMS,
            lambda match: as_before(match[0], f"fewer {match['n']}"),
        ),
    )
    yield frame(
        "all these those such",
        r"(?P<d>all|these|those)\s+(?P<k>kind|type|sort)\s+of\b",
        _kinds,
    )


_SUMS = words("years months weeks days hours kilometres kilometers miles euros dollars")


# "it is all kind of new": an adverb.
_KIND_OF = re.compile(r"(?:['’]s|['’]re|\b(?:is|are|was|were|of|it|after|them))\s+\Z")


def _kinds(match: re.Match[str]) -> Written:
    if match["d"].lower() == "all" and _KIND_OF.search(lead(match)):
        return None
    return f"{match['d']} {match['k']}s of"
