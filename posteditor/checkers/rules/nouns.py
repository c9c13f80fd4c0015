"""Nouns in both numbers, by spelling and a table of what does not follow it.

Rule: right for the nouns of official prose, and never worse than leaving a word as it
is: what is the same in both numbers stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_IRREGULAR = {
    "analysis": "analyses",
    "axis": "axes",
    "basis": "bases",
    "calf": "calves",
    "child": "children",
    "crisis": "crises",
    "criterion": "criteria",
    "diagnosis": "diagnoses",
    "foot": "feet",
    "goose": "geese",
    "half": "halves",
    "hypothesis": "hypotheses",
    "knife": "knives",
    "leaf": "leaves",
    "life": "lives",
    "loaf": "loaves",
    "mouse": "mice",
    "oasis": "oases",
    "ox": "oxen",
    "parenthesis": "parentheses",
    "passer-by": "passers-by",
    "person": "people",
    "phenomenon": "phenomena",
    "quiz": "quizzes",
    "self": "selves",
    "shelf": "shelves",
    "synthesis": "syntheses",
    "thesis": "theses",
    "thief": "thieves",
    "tooth": "teeth",
    "wife": "wives",
    "wolf": "wolves",
}
_MEN = (
    "business camera chair congress country crafts fire fisher noble ombuds police "
    "post sales service spokes sports states wo work"
)
_IRREGULAR |= {f"{prefix}man": f"{prefix}men" for prefix in ("", *_MEN.split())}
_SINGULAR = {plural: singular for singular, plural in _IRREGULAR.items()}
_UNCHANGING = (
    "aircraft cattle deer expertise fish headquarters information means news offspring "
    "police premises series sheep spacecraft species"
)
_SAME = frozenset(_UNCHANGING.split())
_O_TAKES_ES = re.compile(r"(?:ech|embarg|her|potat|tomat|tornad|torped|vet)o\Z")
_HARD_CH = re.compile(r"(?:epo|monar|patriar|stoma|oligar|e?unu|matriar)ch\Z")
_IE = re.compile(
    r"(?:\A[a-z]ie|calorie|cookie|genie|movie|prairie|rookie|selfie|zombie|hoodie)\Z"
)
_ES = re.compile(r"(?:s|x|z|ch|sh)\Z")
_TAIL = re.compile(r" (?:of|in|for|to|at|on|by|with|from)\b.*\Z|-in-\w+\Z|\Z")


def plural(phrase: str) -> str:
    """A noun, or a phrase: of that the last word before "of", "in" and the like."""
    return _with_head(phrase, _plural)


def singular(phrase: str) -> str:
    """The reverse of `plural`; a singular stays one."""
    return _with_head(phrase, _singular)


def _with_head(phrase: str, change: Callable[[str], str]) -> str:
    tail = _TAIL.search(phrase)
    cut = tail.start() if tail else len(phrase)
    before, space, head = phrase[:cut].rpartition(" ")
    return f"{before}{space}{change(head)}{phrase[cut:]}"


def _plural(noun: str) -> str:
    low = noun.lower()
    if low in _SAME or low in _SINGULAR:
        return noun
    if low in _IRREGULAR:
        return noun[0] + _IRREGULAR[low][1:]
    if _HARD_CH.search(low):
        return noun + "s"
    if _ES.search(low) or _O_TAKES_ES.search(low):
        return noun + "es"
    return re.sub(r"(?<=[^aeiou])y\Z", "ie", noun) + "s"


def _singular(noun: str) -> str:
    low = noun.lower()
    if low in _SAME:
        return noun
    if low in _SINGULAR:
        return noun[0] + _SINGULAR[low][1:]
    if not low.endswith("s") or low.endswith(("ss", "us", "is")):
        return noun
    if low.endswith("ies"):
        return noun[:-1] if _IE.search(low[:-1]) else noun[:-3] + "y"
    stem = noun[:-2]
    if low.endswith("es") and (
        re.search(
            r"(?:ss|x|sh|(?<!a)ch|[eo]ach|zz|(?:(?<!a)b|[tcrl]|[dpnx]i)us)\Z", low[:-2]
        )
        or _O_TAKES_ES.search(low[:-2])
    ):
        return stem
    return noun[:-1]
