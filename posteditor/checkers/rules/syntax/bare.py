"""Countable nouns that stand without the article they need: “in meeting with the”,
“held session on”, “in region”.

Rule: a noun is judged only where a preposition or a verb is right before its phrase and
the phrase surely ends behind it; set phrases without article are listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from posteditor.checkers.rules.grammar.scan import (
    END_OF,
    is_headline,
    trimmed,
    word_places,
    words,
)
from posteditor.checkers.rules.grammar.sound import with_indefinite
from posteditor.checkers.rules.matcher import Hit
from posteditor.checkers.rules.mechanics import Clued
from posteditor.checkers.rules.syntax.lexicon import countable, kinds

_PREPOSITIONS = words(
    "in at on with from during after before for to through under within into about "
    "against near inside of by between behind above beyond across towards toward "
    "regarding concerning amid"
)
_VERBS = words(
    "hold holds holding signed sign signing opened launched launch organized organised "
    "attended attend visited visit received adopted adopt submitted delivered "
    "conducted built build created creating create established establish formed "
    "prepared prepare made make gave give sent send took take published wrote "
    "introduced won lost bought sold joined left reached met elected headed chaired "
    "inaugurated reviewed discussed approved issued announced presented have has had "
    "need needs became become started began completed finished continue continued "
    "ensure provide"
)
# Behind these a past tense is an adjective: "the issued licence".
_NOT_VERBAL = words(
    "the a an this that these those its his her their our my your each every any some "
    "no all of in on at by with for from newly fully recently above to and or"
)
_ADJECTIVE = re.compile(
    r"(?:[a-z]{3,}(?:al|ic|ive|ous|ble|ary|ory|ful|ian|ese|ish|ant|ent)"
    r"|new|old|main|key|big|large|small|long|short|high|good|bad|great|joint"
    r"|single|common|foreign|broad|wide|major|young|local|modern|future|recent|working|strong|famous|whole"
    r"|entire|separate|extended|unified|united|upcoming|forthcoming|relevant)\Z"
)
_GLANCE = 60  # characters before the noun
_NOUN_END = re.compile(END_OF + r"(?!\s*[-/&])")


def bare(text: str) -> Iterator[Hit]:
    """Nouns of the list without determiner."""
    places = word_places(text)
    nouns = countable()
    for noun in places:
        for at in places[noun] if noun in nouns else ():
            if text.startswith(noun, at):
                hit = _judged(text, at, noun)
                if hit is not None:
                    yield hit


def _judged(text: str, at: int, noun: str) -> Hit | None:
    before = text[max(0, at - _GLANCE) : at]
    if not before.endswith(" "):
        return None
    head, phrase = before.split(), noun
    for _ in range(2):
        if head and _ADJECTIVE.match(head[-1]):
            phrase = f"{head.pop()} {phrase}"
    governor = head[-1] if head else ""
    if noun in head[-2:]:
        return None  # "week after week"
    if governor in _VERBS and (not head[:-1] or head[-2].lower() in _NOT_VERBAL):
        return None
    if not _governs(governor, phrase, noun) or is_headline(text):
        return None
    if not _NOUN_END.match(text, at + len(noun)):
        return None
    start = at + len(noun) - len(phrase)
    return trimmed(text, start, at + len(noun), _written(phrase, noun, text, at))


def _governs(governor: str, phrase: str, noun: str) -> bool:
    """Does the word before the phrase ask for an article?"""
    listed = kinds("countable.txt")
    if governor in _VERBS:
        return noun not in listed["persons"]
    if governor not in _PREPOSITIONS or f"{governor}-{noun}" in listed["set phrases"]:
        return False
    if governor in ("of", "by", "between", "from"):  # "a type of", "from town to town"
        return noun in listed["the"] and governor != "between"
    return governor != "to" or phrase != noun or noun not in listed["verbs"]


def _written(phrase: str, noun: str, text: str, at: int) -> tuple[str, ...]:
    both = f"the {phrase}", with_indefinite(phrase)
    known = noun in kinds("countable.txt")["the"]
    return both if known or text.startswith(" of ", at + len(noun)) else both[::-1]


def finder() -> Clued:
    """The finder of them all."""
    return Clued(bare, countable())
