"""Singular and plural of countable nouns, from data/nouns.txt and a few irregular ones.

Rule: only listed nouns have a number here, so that no verb, adjective or name is taken
for one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from posteditor.checkers.rules.grammar.scan import DATA

_IRREGULAR = {
    "businessman": "businessmen",
    "businesswoman": "businesswomen",
    "chairman": "chairmen",
    "child": "children",
    "crisis": "crises",
    "criterion": "criteria",
    "gentleman": "gentlemen",
    "grandchild": "grandchildren",
    "hero": "heroes",
    "lady": "ladies",
    "man": "men",
    "passerby": "passersby",
    "person": "people",
    "phenomenon": "phenomena",
    "policeman": "policemen",
    "policewoman": "policewomen",
    "serviceman": "servicemen",
    "servicewoman": "servicewomen",
    "spokesman": "spokesmen",
    "spokeswoman": "spokeswomen",
    "veto": "vetoes",
    "woman": "women",
}
_SIBILANT = ("s", "x", "z", "ch", "sh")


@dataclass(frozen=True, slots=True, kw_only=True)
class Nouns:
    """Plurals by singular and the other way round. `verbal`: nouns, in both numbers,
    that are verbs as well."""

    plural: Mapping[str, str]
    singular: Mapping[str, str]
    verbal: frozenset[str]

    @property
    def sure_plurals(self) -> frozenset[str]:
        """Plurals that cannot be verbs in the third person."""
        return frozenset(self.singular) - self.verbal

    @property
    def sure_singulars(self) -> frozenset[str]:
        """Singulars that cannot be verbs."""
        return frozenset(self.plural) - self.verbal


@cache
def nouns() -> Nouns:
    """All listed nouns."""
    sure, _, verbal = (
        (DATA / "nouns.txt").read_text(encoding="utf-8").partition("\n= verbs\n")
    )
    pairs = {word: plural_of(word) for word in _listed(f"{sure}\n{verbal}")}
    doubtful = _listed(verbal)
    return Nouns(
        plural=pairs,
        singular={many: one for one, many in pairs.items()},
        verbal=frozenset((*doubtful, *(pairs[word] for word in doubtful))),
    )


def plural_of(noun: str) -> str:
    """The plural by the rules of spelling, or as listed."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("y") and noun[-2] not in "aeou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(_SIBILANT) else "s")


def _listed(text: str) -> list[str]:
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return [word for line in lines for word in line.split()]
