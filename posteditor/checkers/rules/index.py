"""Which rules are worth trying on a text: those whose words all occur in it.

Rule: the answer may name a rule too many, never one too few.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from posteditor.checkers.rules.frequency import commonness
from posteditor.checkers.rules.pack import Rule

_WORDS = re.compile(r"[^\W_]+")


class RuleIndex:
    """Rules by the rarest of the words that each of them needs."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = tuple(rules)
        self._always: list[int] = []
        self._by_word: defaultdict[str, list[int]] = defaultdict(list)
        for number, rule in enumerate(rules):
            anchors = rule.pattern.anchors
            if not anchors:
                self._always.append(number)
                continue
            for word in min(anchors, key=commonness):
                self._by_word[word].append(number)

    def candidates(self, text: str) -> list[Rule]:
        """The rules that may match in `text`, in the order they were given."""
        words = set(_WORDS.findall(text.lower()))
        numbers = set(self._always)
        for word in self._by_word.keys() & words:
            numbers.update(self._by_word[word])
        found = []
        for number in sorted(numbers):
            rule = self._rules[number]
            for anchor in rule.pattern.anchors:
                if words.isdisjoint(anchor):
                    break
            else:
                found.append(rule)
        return found
