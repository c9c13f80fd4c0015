"""The consistency checker: reads every sentence once, then asks each kind.

Rule: a cancelled check reports nothing, because half a count proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from posteditor.checkers.consistency.abbreviations import Abbreviations
from posteditor.checkers.consistency.articles import BareBodies
from posteditor.checkers.consistency.capitals import Capitals
from posteditor.checkers.consistency.formats import Formats
from posteditor.checkers.consistency.hyphens import Hyphens
from posteditor.checkers.consistency.named import (
    NamedNouns,
    ShoutedNames,
    TheParty,
)
from posteditor.checkers.consistency.names import Names
from posteditor.checkers.consistency.reading import CHECKER, Collector, read_sentence
from posteditor.checkers.consistency.rivals import RIVALRIES, Rivals
from posteditor.checkers.consistency.titles import Titles
from posteditor.checkers.consistency.variants import HyphenatedNames, Variants
from posteditor.checkers.consistency.varieties import Varieties
from posteditor.checkers.protocol import CheckContext, Scope, Unit
from posteditor.model import Suggestion

KINDS = (
    "abbreviation",
    "abbreviation-twice",
    "abbreviation-unused",
    "bare-body",
    "capital",
    "date-format",
    "hyphenation",
    "ise-ize",
    "name-capital",
    "name-spelling",
    "percent",
    "spelling-of-one-word",
    "spelling-variety",
    "title-order",
    *(rivalry.kind for rivalry in RIVALRIES),
)

# How many sentences are read between two looks at `cancelled`.
STRIDE = 256


class ConsistencyChecker:
    """English documents: names, titles, capitals, spelling, abbreviations, hyphens,
    dates. Others: names after the same first name, and hyphens."""

    name = "consistency"
    version = "1"
    scope = Scope.DOCUMENT
    rule_ids = frozenset(f"{CHECKER}/{kind}" for kind in KINDS)

    def supports(self, target_lang: str) -> bool:
        return True

    def reads(self, target_lang: str) -> bool:
        """Does it know more of this language than what holds for all?"""
        return re.split("[-_]", target_lang)[0].lower() == "en"

    def check(
        self, units: Sequence[Unit], context: CheckContext
    ) -> Sequence[Suggestion]:
        """Findings on the rarer of two ways of writing, with the commoner as the
        replacement."""
        kinds = self._kinds(context.target_lang)
        for number, unit in enumerate(units):
            if number % STRIDE == 0 and context.cancelled():
                return ()
            if unit.text.isupper():
                continue
            sentence = read_sentence(unit)
            for kind in kinds:
                kind.read(sentence)
        found: list[Suggestion] = []
        for kind in kinds:
            found.extend(kind.report(units, context.cancelled))
            if context.cancelled():
                return ()
        return found

    def _kinds(self, target_lang: str) -> tuple[Collector, ...]:
        if not self.reads(target_lang):
            return (Names(alone=False), Hyphens())
        return (
            Names(),
            Titles(),
            Capitals(),
            BareBodies(),
            ShoutedNames(),
            NamedNouns(),
            TheParty(),
            Varieties(target_lang),
            Abbreviations(),
            Hyphens(),
            Formats(),
            Variants(),
            HyphenatedNames(),
            Rivals(),
        )
