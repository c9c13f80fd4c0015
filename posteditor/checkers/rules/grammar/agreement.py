"""Number and agreement of the obvious kind: noun with determiner, verb with subject.

Rule: only nouns listed in data/nouns.txt are judged, and only where nothing between
subject and verb can be the true subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from posteditor.checkers.rules.grammar.number import nouns
from posteditor.checkers.rules.grammar.scan import (
    NOUN_END,
    NOUN_END_OF,
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

_SINGULAR = {"are": "is", "were": "was", "have": "has", "do": "does", "aren't": "isn't"}
_PLURAL = {"is": "are", "was": "were", "has": "have", "does": "do", "isn't": "aren't"}
_ADJECTIVES = (
    r"(?:(?:new|main|key|important|major|large|small|different|various|several|such"
    r"|significant|other|same|first|last|next|foreign|political|economic|social|public"
    r"|military|international|national|regional|local|federal|state|joint|modern|great"
    r"|serious|real|special|similar|leading|necessary|European|Russian|Ukrainian|German"
    r"|American|Chinese|young|old|good|big|best|largest|biggest|most\s+\w+)\s+){0,2}"
)
_PREPOSITION = words(
    "of in on at by for with from to into about under through during after before as "
    "between against within without"
)


def determiners() -> Iterable[Frame]:
    """“this measures”, “several country”, “every countries”."""
    listed = nouns()
    sure_many = listed.sure_plurals - {"people"}
    sure_one = listed.sure_singulars - _NO_COUNT
    yield frame(
        "this",
        rf"(?P<d>this)\s+(?P<a>{_ADJECTIVES})(?P<n>[a-z]+){NOUN_END_OF}",
        among("n", sure_many, _these),
        also=sure_many,
    )
    yield frame(
        "this",
        rf"(?P<d>this)\s+(?P<n>[a-z]+){NOUN_END_OF}",
        among("n", listed.singular, _these_behind),
        also=listed.singular,
    )
    yield frame(
        "these those",
        rf"(?P<d>these|those)\s+(?P<a>{_ADJECTIVES})(?P<n>[a-z]+){NOUN_END}",
        among("n", sure_one, _plural_noun),
    )
    yield frame(
        "several many few numerous various both",
        rf"(?P<d>several|many|few|numerous|various)\s+(?P<a>{_ADJECTIVES})"
        rf"(?P<n>[a-z]+){NOUN_END_OF}",
        among("n", sure_one, _plural_noun),
    )
    yield frame(
        "two three four five six seven eight nine ten eleven twelve twenty thirty",
        rf"(?P<d>\w+)\s+(?P<a>)(?P<n>[a-z]+){NOUN_END}",
        among("n", sure_one, _plural_noun),
    )
    yield frame(
        "every each another",
        rf"(?P<d>every|each|another)\s+(?P<a>{_ADJECTIVES})(?P<n>[a-z]+){NOUN_END_OF}",
        among("n", sure_many, _singular_noun),
    )
    yield frame(
        "a an",
        rf"(?P<d>an?)\s+(?P<n>[a-z]+)(?!\s+of\b){NOUN_END}",
        among("n", sure_many, _no_article),
        also=sure_many,
    )
    yield frame(
        "others differents",
        rf"(?P<d>others|differents)\s+(?P<n>[a-z]+){NOUN_END_OF}",
        among("n", listed.singular, lambda match: f"{match['d'][:-1]} {match['n']}"),
    )


_NO_COUNT = words("evening series means hundredweight man will class")


def _these(match: re.Match[str]) -> str | None:
    if match["n"].lower() in ("means", "works", "times", "years", "days", "minutes"):
        return None
    return as_before(match["d"], "these") + match[0][len(match["d"]) :]


def _no_article(match: re.Match[str]) -> str | None:
    return None if before(match) == "now" else as_before(match["d"], match["n"])


def _these_behind(match: re.Match[str]) -> str | None:
    return _these(match) if before(match) in _PREPOSITION else None


def _plural_noun(match: re.Match[str]) -> str | None:
    one = match["n"].lower()
    # "page two", "number ten": there the noun is another.
    if match["n"][0].isupper() or before(match) in ("page", "chapter", "number", "no"):
        return None
    return f"{match['d']} {match['a']}{nouns().plural[one]}"


def _singular_noun(match: re.Match[str]) -> Written:
    one = nouns().singular[match["n"].lower()]
    if match["a"].lower().startswith("several"):
        return None
    if match["d"].lower() == "another":
        other = as_before(match["d"], "other")
        return (
            f"{other} {match['a']}{match['n']}",
            f"{match['d']} {match['a']}{one}",
        )
    return f"{match['d']} {match['a']}{one}"


def one_of() -> Iterable[Frame]:
    """“one of the country”, “one of the countries are”, “each of them have”."""
    listed = nouns()
    yield frame(
        "one some many two three several",
        rf"(?P<h>(?:one|some|many|two|three|several)\s+of\s+(?:the|our|its|their|these)"
        rf"\s+{_ADJECTIVES})(?P<n>[a-z]+){NOUN_END}",
        among("n", listed.sure_singulars - _GROUPS, _one_of_them),
    )
    yield frame(
        "one each neither either",
        r"(?P<h>(?:one|each|neither|either)\s+(?:of\s+(?:the|our|its|their|these|those)"
        rf"\s+{_ADJECTIVES}(?P<n>[a-z]+)|of\s+(?:them|us|you)))\s+(?P<v>are|were|have)\b(?!\s+to\s+be)",
        _verb_singular,
    )
    yield frame(
        "number",
        r"(?P<h>number\s+of\s+(?:[a-z-]+\s+){0,2}[a-z]+s)\s+(?P<v>are|were|have)\s+(?=in"
        r"creas|decreas|grow|declin|risen|fallen|grown|doubl|tripl|reach|exceed|been\s+"
        r"(?:growing|rising|increas|decreas|reduced))",
        _the_number,
    )


_GROUPS = words(
    "committee family majority minority team community population staff company "
    "government"
)


def _one_of_them(match: re.Match[str]) -> str:
    return str(match["h"]) + nouns().plural[match["n"].lower()]


def _verb_singular(match: re.Match[str]) -> str | None:
    if match["n"] and match["n"].lower() not in nouns().singular:
        return None
    if before(match) in _PREPOSITION | {"than", "and", "or", "which", "but"}:
        return None
    return f"{match['h']} {_SINGULAR[match['v'].lower()]}"


def _the_number(match: re.Match[str]) -> str | None:
    if before(match) != "the":
        return None
    verb = _SINGULAR[match["v"].lower()]
    return f"{match['h']} {verb} "


# Said as one sum: "ten years is a long time".
_LENGTHS = words(
    "people years months weeks days hours kilometres kilometers metres miles tonnes "
    "euros dollars rubles roubles hryvnias hectares kilograms generations"
)


def verbs() -> Iterable[Frame]:
    """“participants has”, “The results of the work is”, “there is several”."""
    listed = nouns()
    yield frame(
        listed.sure_plurals - _LENGTHS,
        r"(?P<h>[a-z]+)\s+(?P<v>is|was|has)\b(?!\s*[,:;–—])",
        _verb_plural,
        also="is was has",
    )
    yield frame(
        "the these those all our its their both",
        rf"(?P<h>(?:the|these|those|all(?:\s+the)?|our|its|their|both)\s+{_ADJECTIVES}"
        r"(?P<n>[a-z]+)\s+of\s+(?:the|this|our|its|their)\s+(?:[a-z-]+\s+)?"
        r"(?!which\b|that\b|who\b|he\b|she\b|it\b|they\b|we\b|you\b)[a-z-]+)\s+(?P<v>is|was|has)\b(?!\s*[,:;])",
        among("n", listed.singular, _opening_plural),
        also=listed.singular,
    )
    yield frame(
        "the",
        rf"(?P<h>the\s+{_ADJECTIVES}(?P<n>{alternatives(_ACTIONS.split())})\s+of\s+"
        r"(?:the\s+|these\s+|all\s+|our\s+|such\s+)?(?:[a-z-]+\s+){0,2}[a-z]+s)\s+"
        r"(?P<v>are|were|have)\b(?!\s*[,:;])",
        _opening_singular,
        also=_ACTIONS,
    )
    yield frame(
        "there",
        r"there\s+(?P<v>is|was)\s+(?P<n>(?:also\s+|still\s+)?(?:several|many|a\s+few"
        r"|two|three|four|five|six|numerous|various|different)\s+(?:\w+\s+)?"
        r"(?P<last>[a-z]+))\b",
        among("last", frozenset(listed.singular) - _LENGTHS | {"people"}, _there_are),
    )
    yield frame(
        "police",
        r"(?P<h>(?<=[Tt]he )police)\s+(?P<v>is|was|has)\b",
        _verb_plural,
    )
    yield frame(
        "news information advice equipment progress evidence research knowledge",
        r"(?P<h>\w+)\s+(?P<v>are|were|have)\s+(?=been\b|not\b|very\b|also\b|\w+ed\b|of\b"
        r"|good\b|bad\b|available\b|important\b)",
        _mass_singular,
    )


_CLAUSE = re.compile(
    r"(?:\A|(?<=[a-z\d)])[.!?;:]\s+|,\s+(?:and|but|that|as|while|where|when)\s+|\b(?:that|because|if"
    r"|when|where|while|whether|although)\s+)[\"“'‘]?(?:(?:the|these|those|all(?:\s+the)?"
    r"|our|its|their|both|many|several|most|some|other)\s+)?(?:[a-z-]+\s+)?\Z",
    re.IGNORECASE,
)


# Nouns whose “of” never makes the plural behind it the subject.
_ACTIONS = (
    "implementation development adoption signing construction creation establishment "
    "introduction preparation strengthening modernization modernisation expansion "
    "improvement elimination restoration completion launch opening conclusion "
    "protection preservation provision promotion formation holding organization "
    "organisation participation cooperation activity effectiveness importance quality "
    "purpose aim goal task safety security situation process level price cost value"
)


def _opening_singular(match: re.Match[str]) -> str | None:
    if not opens(match) or re.search(r"\b(?:and|or|that|which)\b", match["h"]):
        return None
    return f"{match['h']} {_SINGULAR[match['v'].lower()]}"


def _there_are(match: re.Match[str]) -> str:
    there = match[0].split(maxsplit=1)[0]
    return f"{there} {_PLURAL[match['v'].lower()]} {match['n']}"


def _verb_plural(match: re.Match[str]) -> str | None:
    head = lead(match)
    if not _CLAUSE.search(head) or _CROSSED.search(head):
        return None
    return f"{match['h']} {_PLURAL[match['v'].lower()]}"


# What makes the plural an object or a thing spoken of: "what he offers people is".
_CROSSED = re.compile(
    r"\bwhat\b|\b(?:of|to|for|in|on|with|by|from|about|[a-z]+ing|what|number|variety|one|having"
    r"|than|using|series|pair|set|group|each|every|whole|lot|united)\s+(?:\w+\s+)?\Z",
    re.IGNORECASE,
)


def _opening_plural(match: re.Match[str]) -> str | None:
    if not opens(match):
        return None
    return f"{match['h']} {_PLURAL[match['v'].lower()]}"


def _mass_singular(match: re.Match[str]) -> str | None:
    previous = before(match)
    if previous in {"and", "or"} or not (
        previous in {"the", "this", "our", "new", "such", "no", "all", "more"}
        or opens(match)
    ):
        return None
    if re.search(r"\b(?:and|or|of)\s+(?:\w+\s+)?\Z", lead(match)):
        return None
    return f"{match['h']} {_SINGULAR[match['v'].lower()]} "
