"""Countable nouns and nouns of action that stand bare where English has an article.

Rule: only where a verb before or “of” behind shows that one thing is meant; headlines
are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from posteditor.checkers.rules.grammar.articles import data
from posteditor.checkers.rules.grammar.scan import (
    END_OF,
    Frame,
    alternatives,
    as_before,
    before,
    frame,
    is_headline,
    is_sentence,
    lead,
    opens,
    words,
)
from posteditor.checkers.rules.grammar.sound import with_indefinite

_SET = frozenset(
    [  # in good English without article
        ("in", "settlement"),
        ("by", "appointment"),
        ("in", "provision"),
        ("of", "regulation"),
        ("in", "fulfilment"),
        ("in", "fulfillment"),
        ("of", "provision"),
        ("in", "consideration"),
        ("of", "withdrawal"),
    ]
)


def actions() -> Iterable[Frame]:
    """“contribute to promotion of ties”."""
    nouns = alternatives(data()["actions"].split())
    more = alternatives(_MORE.split())
    yield frame(
        f"{_MORE} {data()['actions']}",
        rf"(?P<more>(?:{more})\s+)?(?P<n>{nouns})(?=\s+of\s+(?!course\b)[a-z\d“\"A-Z])",
        _action,
    )


_MORE = "early gradual complete full successful rapid practical"
_BEFORE_ACTIONS = words("of to for on in at about through with by from during")
_TITLE = re.compile(r"[\"“«„'‘]\w+\s+\Z")  # “On approval of …”: a law's name


def _action(match: re.Match[str]) -> str | None:
    preposition = before(match)
    if preposition not in _BEFORE_ACTIONS or is_headline(match.string):
        return None
    if (preposition, match["n"].lower()) in _SET:
        return None
    if _TITLE.search(lead(match)):
        return None
    return f"the {match[0]}"


def two_sides() -> Iterable[Frame]:
    """“relations between two countries”, of two that were named."""
    yield frame(
        "relations cooperation ties trade dialogue friendship talks partnership links "
        "contacts interaction relationship bonds exchanges",
        r"(?P<h>\w+)\s+between\s+two\s+(?P<n>countries|states|nations|peoples|sides"
        r"|parties|republics|governments|presidents|parliaments)\b",
        _known,
    )
    yield frame(
        "met meets talks meeting discussed with",
        r"(?P<v>met(?:\s+with)?|talks\s+with|meeting\s+with)\s+(?P<n>(?:[A-Z]\w+(?:ian"
        r"|ish|ese|ch|an|ek|ak|yz|ik|ani|aqi|ali)|US|UK|British)\s+counterpart)\b",
        lambda match: f"{match['v']} his {match['n']}",
    )


def _known(match: re.Match[str]) -> str | None:
    if opens(match):
        return None  # of any two
    return f"{match['h']} between the two {match['n']}"


def deeds() -> Iterable[Frame]:
    """“signed agreement on”, “received delegation”."""
    listed = data()["deeds"]
    adjectives, nouns = (
        alternatives(word.replace("-", " ") for word in listed[kind].split())
        for kind in ("adjectives", "nouns")
    )
    verbs = listed["verbs"]
    yield frame(
        verbs,
        rf"(?P<v>{alternatives(verbs.split())})\s+(?P<n>(?:(?:{adjectives})\s+){{0,2}}"
        rf"(?:{nouns}))(?:{END_OF}|(?=\s+(?:led|headed|chaired|dedicated|devoted|about"
        r"|for|signed|sent|entitled|called|organized|organised)\b))",
        _deed,
    )


def _deed(match: re.Match[str]) -> str | None:
    if match["v"][0].isupper() or not match["n"].islower() or before(match) in _ACTS:
        return None
    if not is_sentence(match.string):
        return None
    return as_before(match[0], f"{match['v']} {with_indefinite(match['n'])}")


# "the held meeting", "newly adopted plan": there the verb is an adjective.
_ACTS = words(
    "the a an this that its their our his her newly recently previously of in by "
    "already first each every any no on with for these those and"
)
