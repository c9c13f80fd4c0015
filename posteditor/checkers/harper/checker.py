"""The Harper checker: units in, suggestions of the chosen rules and the speller out.

Rules: Harper is imported and its linters built on first use, in the thread that checks;
never more of them than checks at one time, because a linter serves one call at a time.
"""

from __future__ import annotations

import queue
import re
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from typing import TYPE_CHECKING

from posteditor.checkers.batches import Batch, batches
from posteditor.checkers.harper.selection import RuleKind, is_right, load_rules
from posteditor.checkers.harper.spelling import RULE as SPELLING
from posteditor.checkers.harper.spelling import Speller
from posteditor.checkers.offsets import readable
from posteditor.checkers.protocol import CheckContext, Scope, Unit
from posteditor.model import Suggestion

if TYPE_CHECKING:
    import harper

# Code points joined for one call: long enough to spread its cost, short enough to hear
# of a cancellation soon (about 50 ms of Harper).
BATCH = 8_000

MAX_REPLACEMENTS = 3

DEFAULT_DIALECT = "AMERICAN"
_DIALECTS = {
    "us": "AMERICAN",
    "gb": "BRITISH",
    "au": "AUSTRALIAN",
    "ca": "CANADIAN",
    "in": "INDIAN",
}
_CODE = re.compile("`([^`]*)`")
_LATIN = re.compile(r"[A-Za-z]{2}")

# Harper fits the case of a replacement letter by letter ("AN" for "A", "You'Re").
_CAPITALS_INSIDE = re.compile(r"(?<=\w)[A-Z]+|(?<=\w['’])[A-Z]+")


class HarperChecker:
    """English grammar and spelling by Harper. One object serves many threads."""

    name = "harper"
    scope = Scope.SEGMENT

    def __init__(self, rules: Mapping[str, RuleKind] | None = None) -> None:
        self._rules = load_rules() if rules is None else dict(rules)
        self._idle: dict[str, queue.SimpleQueue[_Engine]] = {
            dialect: queue.SimpleQueue() for dialect in _DIALECTS.values()
        }

    @property
    def rule_ids(self) -> frozenset[str]:
        return frozenset({SPELLING, *(f"{self.name}/{rule}" for rule in self._rules)})

    @property
    def version(self) -> str:
        return version("harper-py")

    def supports(self, target_lang: str) -> bool:
        return re.split("[-_]", target_lang)[0].lower() == "en"

    def check(
        self, units: Sequence[Unit], context: CheckContext
    ) -> Sequence[Suggestion]:
        """Flags of the chosen rules, and words that are one slip away from a word
        Harper knows. The dialect is that of the target language; where the language
        leaves it open, words that any dialect spells so are fine."""
        named = _dialect(context.target_lang)
        dialect = named or DEFAULT_DIALECT
        engine = self._take(dialect)
        found: list[Suggestion] = []
        try:
            latin = (unit for unit in units if _LATIN.search(unit.text))
            for batch in batches(latin, BATCH):
                if context.cancelled():
                    break
                found.extend(self._grammar(engine.linter, batch))
                found.extend(
                    engine.speller.check(
                        batch.units, context.vocabulary, any_dialect=named is None
                    )
                )
        finally:
            self._idle[dialect].put(engine)
        return found

    def _take(self, dialect: str) -> _Engine:
        try:
            return self._idle[dialect].get_nowait()
        except queue.Empty:
            return _Engine(dialect, self._rules)

    def _grammar(self, linter: harper.Linter, batch: Batch) -> Iterator[Suggestion]:
        results = linter.organized_lints(
            readable(batch.text), language="plaintext", dedup=False
        )
        for rule in results.keys() & self._rules.keys():
            for lint in results[rule]:
                place = batch.find(lint.span.start, lint.span.end)
                if place is not None and is_right(rule, place[0].text, *place[1:]):
                    yield self._suggestion(rule, lint, *place)

    def _suggestion(
        self, rule: str, lint: harper.Lint, unit: Unit, start: int, end: int
    ) -> Suggestion:
        kind = self._rules[rule]
        text = unit.text[start:end]
        replacements = (replacement(text, each) for each in lint.suggestions)
        return Suggestion(
            segment=unit.segment,
            start=start,
            end=end,
            text=text,
            message=_plain(lint.message),
            rule=f"harper/{rule}",
            checker=self.name,
            replacements=tuple(dict.fromkeys(replacements))[:MAX_REPLACEMENTS],
            category=kind.category,
            label=kind.label,
            severity=kind.severity,
        )


class _Engine:
    """What one check needs for itself: a linter for grammar, and a speller."""

    def __init__(self, dialect: str, rules: Mapping[str, RuleKind]) -> None:
        import harper

        self.linter = harper.Linter(harper.Dialect[dialect])
        known = self.linter.get_lint_config()
        self.linter.set_lint_config({rule: rule in rules for rule in known})
        self.speller = Speller(harper.Linter(harper.Dialect[dialect]))


def replacement(text: str, suggestion: harper.Suggestion) -> str:
    """What would stand in place of `text`."""
    kind, new = suggestion.kind.name, suggestion.replacement_text
    if kind == "REMOVE":
        return ""
    if kind == "INSERT_AFTER":
        return text + new
    if len(text) > 1 and text.isupper():
        return new
    return _CAPITALS_INSIDE.sub(lambda match: match.group().lower(), new)


def _dialect(target_lang: str) -> str | None:
    """The dialect a BCP 47 tag names; None where it leaves that open."""
    subtags = re.split("[-_]", target_lang.lower())[1:]
    return next((_DIALECTS[tag] for tag in subtags if tag in _DIALECTS), None)


def _plain(message: str) -> str:
    """Harper's Markdown on one line, its code marks as quotation marks."""
    return _CODE.sub(r"“\1”", " ".join(message.split()))
