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
    yield frame(
        "of to for on in at about through with by from during",
        r"(?P<p>of|to|for|on|in|at|about|through|with|by|from|during)\s+(?P<more>(?:"
        rf"further|early|gradual|complete|full|successful|rapid|practical)\s+)?(?P<n>"
        rf"{nouns})(?=\s+of\s+(?!course\b)[a-z\d“\"A-Z])",
        _action,
    )


def _action(match: re.Match[str]) -> str | None:
    pair = match["p"].lower(), match["n"].lower()
    quoted = match.string[: match.start()].endswith(tuple("\"“«„'‘"))  # a law's name
    if pair in _SET or quoted or is_headline(match.string):
        return None
    return f"{match['p']} the {match['more'] or ''}{match['n']}"


def two_sides() -> Iterable[Frame]:
    """“relations between two countries”, of two that were named."""
    yield frame(
        "relations cooperation ties trade dialogue friendship talks partnership links "
        "contacts interaction relationship bonds exchanges trust negotiations border",
        r"(?P<h>\w+)\s+between\s+two\s+(?P<n>countries|states|nations|peoples|sides"
        r"|parties|republics|governments|presidents|parliaments)\b",
        lambda match: f"{match['h']} between the two {match['n']}",
    )
    yield frame(
        "met meets talks meeting discussed with",
        r"(?P<v>met(?:\s+with)?|talks\s+with|meeting\s+with)\s+(?P<n>(?:[A-Z]\w+(?:ian"
        r"|ish|ese|ch|an|ek|ak|yz|ik|ani|aqi|ali)|US|UK|British)\s+counterpart)\b",
        lambda match: f"{match['v']} his {match['n']}",
    )


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
