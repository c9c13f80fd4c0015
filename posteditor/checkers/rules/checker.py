"""The checker of phrase rules, typography and grammar: packs in, suggestions out.

Rule: a rule that cannot be run is off and named once by `take_notices`; the others
go on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from posteditor.checkers.protocol import CheckContext, Scope, Unit
from posteditor.checkers.rules.bank import Bank
from posteditor.checkers.rules.compiled import embedded_rules
from posteditor.checkers.rules.grammar import GRAMMAR
from posteditor.checkers.rules.index import RuleIndex
from posteditor.checkers.rules.matcher import PATIENCE, CannotRunError, Hit, Matcher
from posteditor.checkers.rules.mechanics import Mechanism
from posteditor.checkers.rules.pack import (
    SOURCE,
    Domain,
    Rule,
    is_for,
    load_pack,
    pack_files,
)
from posteditor.checkers.rules.syntax import SYNTAX
from posteditor.checkers.rules.typography import TYPOGRAPHY
from posteditor.errors import ConfigError
from posteditor.model import Level, Severity, Suggestion

_WORD = re.compile(r"[\w'’-]+")
_NEIGHBOURHOOD = 60
ALL_MECHANISMS: tuple[Mechanism, ...] = (*TYPOGRAPHY, *GRAMMAR, *SYNTAX)


class RulesChecker:
    """Phrase rules of all packs, and the mechanisms of typography and grammar."""

    name = "rules"
    version = "1"
    scope = Scope.SEGMENT

    def __init__(
        self,
        rules: Sequence[Rule],
        mechanisms: Sequence[Mechanism] = ALL_MECHANISMS,
        *,
        patience: float = PATIENCE,
    ) -> None:
        self.rules = tuple(rules)
        self.mechanisms = tuple(mechanisms)
        self._bank = Bank(self.mechanisms)
        self._notices: list[str] = []
        self._matchers = {
            rule.id: Matcher(rule, patience=patience) for rule in self.rules
        }
        self._indexes = {
            lang: RuleIndex([rule for rule in self.rules if rule.target_lang == lang])
            for lang in {rule.target_lang for rule in self.rules}
        }

    @classmethod
    def load(
        cls,
        extra: Sequence[Path] = (),
        off: frozenset[str] = frozenset(),
        domains_off: frozenset[Domain] = frozenset(),
    ) -> RulesChecker:
        """The embedded packs and those in `extra` (TOML files or folders of them),
        without the rules, and the packs, that `off` names, and without the rules that
        are only for `domains_off`. Raises ConfigError."""
        rules = {rule.id: rule for rule in embedded_rules()}
        for path in pack_files(extra):
            for rule in load_pack(path):
                if rule.id in rules:
                    raise ConfigError(
                        f"{path}: rule {rule.id}: stands in another pack too",
                        hint="give the pack another name",
                    )
                rules[rule.id] = rule
        return cls(
            [
                rule
                for rule in rules.values()
                if not is_off(rule.id, off) and is_for(rule.domains, domains_off)
            ],
            [each for each in ALL_MECHANISMS if not is_off(each.id, off)],
        )

    @property
    def rule_ids(self) -> frozenset[str]:
        phrases = frozenset(rule.id for rule in self.rules)
        return phrases.union(mechanism.id for mechanism in self.mechanisms)

    def supports(self, target_lang: str) -> bool:
        lang = _base(target_lang)
        return lang in self._indexes or any(m.serves(lang) for m in self.mechanisms)

    def reads(self, target_lang: str) -> bool:
        """Is there a rule for this language, beyond those for all?"""
        return _base(target_lang) in self._indexes

    def check(
        self, units: Sequence[Unit], context: CheckContext
    ) -> Sequence[Suggestion]:
        """What the rules find, never two flags of which one lies within the other."""
        found: list[Suggestion] = []
        for unit in units:
            if context.cancelled():
                break
            found += _outermost(self._unit(unit, context))
        return found

    def take_notices(self) -> list[str]:
        """The rules switched off since the last call, a line each."""
        taken, self._notices = self._notices, []
        return taken

    def _unit(self, unit: Unit, context: CheckContext) -> Iterator[Suggestion]:
        lang = _base(context.target_lang)
        source = _base(context.source_lang) if context.source_lang else None
        index = self._indexes.get(lang)
        for rule in index.candidates(unit.text) if index else ():
            if _wanted(rule, context.level, source):
                for hit in self._hits(rule, unit):
                    yield _suggestion(rule, hit, unit)
        wanted = self._wanted_mechanisms(lang, context.level, source)
        for number, hit in self._bank.hits(unit.text, wanted):
            yield _suggestion(self.mechanisms[number], hit, unit)

    def _wanted_mechanisms(
        self, lang: str, level: Level, source: str | None
    ) -> frozenset[int]:
        return frozenset(
            number
            for number, mechanism in enumerate(self.mechanisms)
            if mechanism.serves(lang) and _wanted(mechanism, level, source)
        )

    def _hits(self, rule: Rule, unit: Unit) -> Iterator[Hit]:
        try:
            yield from self._matchers[rule.id].hits(unit.text, unit.source)
        except CannotRunError as error:
            self._notices.append(f"rule {rule.id} {error} and is off")


def is_off(rule: str, off: frozenset[str]) -> bool:
    """Does `off` name the rule, or the pack it belongs to?"""
    return rule in off or rule.split("/", 1)[0] in off


def _base(lang: str) -> str:
    return re.split("[-_]", lang, maxsplit=1)[0].lower()


def _wanted(rule: Rule | Mechanism, level: Level, source: str | None) -> bool:
    """A rule for certain source languages serves these, and an unknown one unless it
    is a false friend. Light post-editing is for errors: matters of style and taste are
    left alone."""
    foreign = source not in rule.source_langs if rule.source_langs else False
    if foreign and (source is not None or rule.false_friend):
        return False
    if level is Level.FULL:
        return True
    return rule.severity is not Severity.NEUTRAL and not rule.category.startswith(
        "style"
    )


def _outermost(suggestions: Iterable[Suggestion]) -> Iterator[Suggestion]:
    """The suggestions that do not lie within another one; of two on the same span the
    one that came first."""
    end = -1
    for suggestion in sorted(suggestions, key=lambda s: (s.start, -s.end)):
        if suggestion.end > end:
            yield suggestion
            end = suggestion.end


def _suggestion(rule: Rule | Mechanism, hit: Hit, unit: Unit) -> Suggestion:
    text, start, end = unit.text, hit.start, hit.end
    before = _WORD.findall(text, max(0, start - _NEIGHBOURHOOD), start)
    after = _WORD.search(text, end, end + _NEIGHBOURHOOD)
    return Suggestion(
        segment=unit.segment,
        start=start,
        end=end,
        text=text[start:end],
        message=rule.message.replace(SOURCE, hit.source_words),
        rule=rule.id,
        checker=RulesChecker.name,
        replacements=hit.replacements,
        category=rule.category,
        label=rule.label,
        severity=rule.severity,
        safe=rule.safe,
        source_phrase=_source_phrase(rule, hit),
        context=(
            before[-1].lower() if before else "",
            after[0].lower() if after else "",
        ),
    )


def _source_phrase(rule: Rule | Mechanism, hit: Hit) -> str:
    phrase = rule.source_phrase if isinstance(rule, Rule) else ""
    return phrase.replace(SOURCE, hit.source_words) or hit.source_words
