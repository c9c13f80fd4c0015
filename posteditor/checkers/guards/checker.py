"""The guards as a checker: what it reads is the machine translation and the source
beside the target."""

from __future__ import annotations

from collections.abc import Sequence

from posteditor.checkers.guards.guard import guard
from posteditor.checkers.guards.remarks import CHECKER, RULES
from posteditor.checkers.protocol import CheckContext, Scope, Unit
from posteditor.model import Suggestion


class GuardsChecker:
    """See the module. It keeps nothing, and is quick enough to be asked at a key."""

    name = CHECKER
    version = "1"
    scope = Scope.CHANGE

    @property
    def rule_ids(self) -> frozenset[str]:
        return RULES

    def supports(self, target_lang: str) -> bool:
        """Figures and addresses are the same in every language."""
        return True

    def reads(self, target_lang: str) -> bool:
        """Names and negation are those of English."""
        return target_lang.split("-", maxsplit=1)[0].lower() == "en"

    def check(
        self, units: Sequence[Unit], context: CheckContext
    ) -> Sequence[Suggestion]:
        found: list[Suggestion] = []
        for unit in units:
            if context.cancelled():
                break
            found += guard(
                unit.mt,
                unit.text,
                unit.source,
                target_lang=context.target_lang,
                source_lang=context.source_lang,
                segment=unit.segment,
            )
        return found
