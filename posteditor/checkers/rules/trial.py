"""Rules tried on their own examples, and on each other's.

Rule: an example fails only for what its own rule does with it; what other rules make
of a sound sentence is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from posteditor.checkers.rules.index import RuleIndex
from posteditor.checkers.rules.matcher import CannotRunError, Hit, Matcher
from posteditor.checkers.rules.pack import Example, Pack, Rule

ENOUGH = 2  # examples of either kind, for a rule to be believed


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What is wrong with an example, or may be (a warning)."""

    path: Path
    line: int
    rule: str
    what: str
    warning: bool = False


class Trial:
    """Tries packs beside `others`: rules that will run with them."""

    def __init__(self, packs: Sequence[Pack], others: Sequence[Rule] = ()) -> None:
        self._packs = tuple(packs)
        own = {rule.id: rule for pack in packs for rule in pack.rules}
        rules = {rule.id: rule for rule in others} | own
        self._matchers = {id_: Matcher(rule) for id_, rule in rules.items()}
        self._index = RuleIndex(list(rules.values()))

    def run(self) -> Iterator[Finding]:
        """Everything found, in the order of the packs."""
        for pack in self._packs:
            for rule in pack.rules:
                yield from self._rule(pack, rule)

    def _rule(self, pack: Pack, rule: Rule) -> Iterator[Finding]:
        place = pack.lines[rule.id]

        def finding(
            what: str, key: str, item: int | None = None, *, warning: bool = False
        ) -> Finding:
            return Finding(
                path=pack.path,
                line=place.of(key, item),
                rule=rule.id,
                what=what,
                warning=warning,
            )

        for key, count in (("bad", len(rule.bad)), ("good", len(rule.good))):
            if count < ENOUGH:
                what = f"{count} {key} of the {ENOUGH} examples that a rule should have"
                yield finding(what, key, warning=True)
        for item, example in enumerate(rule.bad):
            for what in self._bad(rule, example):
                yield finding(what, "bad", item)
            if example.good:
                for what in self._tripped(rule, example.good, example):
                    yield finding(what, "bad", item, warning=True)
        for item, sound in enumerate(rule.good):
            for what in self._left_alone(rule, sound.text, sound.source):
                yield finding(what, "good", item)

    def _bad(self, rule: Rule, example: Example) -> Iterator[str]:
        try:
            hits = list(self._hits(rule, example.bad, example.source))
        except CannotRunError as error:
            yield f"{example.bad!r}: the rule {error}"
            return
        if len(hits) != 1:
            came = "nothing was" if not hits else f"{len(hits)} flags were"
            yield f"{example.bad!r}: expected one flag, {came} found"
            return
        corrected = _corrected(example.bad, hits[0])
        if corrected != example.good:
            yield f"{example.bad!r}: expected {example.good!r}, came {corrected!r}"
        if example.good:
            yield from self._left_alone(rule, example.good, example.source)

    def _left_alone(self, rule: Rule, text: str, source: str | None) -> Iterator[str]:
        try:
            for hit in self._hits(rule, text, source):
                found = text[hit.start : hit.end]
                yield f"{text!r}: expected no flag, {found!r} was flagged"
        except CannotRunError as error:
            yield f"{text!r}: the rule {error}"

    def _tripped(self, rule: Rule, text: str, example: Example) -> Iterator[str]:
        """Other rules that flag the correction, and did not flag the fault."""
        before = {other.id for other in self._tripping(example.bad, example.source)}
        for other in self._tripping(text, example.source):
            if other.id != rule.id and other.id not in before:
                yield f"{text!r}, as corrected, trips {other.id}"

    def _tripping(self, text: str, source: str | None) -> Iterator[Rule]:
        for rule in self._index.candidates(text):
            try:
                if any(self._matchers[rule.id].hits(text, source)):
                    yield rule
            except CannotRunError:
                continue

    def _hits(self, rule: Rule, text: str, source: str | None) -> Iterator[Hit]:
        """As the checker would find them: the index has to offer the rule."""
        if rule in self._index.candidates(text):
            yield from self._matchers[rule.id].hits(text, source)


def _corrected(text: str, hit: Hit) -> str | None:
    if not hit.replacements:
        return None
    return text[: hit.start] + hit.replacements[0] + text[hit.end :]
