"""The glossary checker: forbidden variants of terms, and terms of the source that the
target lacks.

Rule: what a glossary calls right is right: its terms are protected from every other
checker.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

from posteditor.checkers.glossary.matching import (
    Finder,
    Found,
    SourceFinder,
    forms,
    holds_any,
)
from posteditor.checkers.glossary.reading import Term, read_glossaries
from posteditor.checkers.protocol import CheckContext, Scope, Unit
from posteditor.checkers.rules.nouns import plural, singular
from posteditor.model import Severity, Suggestion

FORBIDDEN = "glossary/forbidden"
MISSING = "glossary/missing"
_CATEGORY = "terminology"
_WORD = re.compile(r"\w+")


class GlossaryChecker:
    """Holds a text to the terms of one or more glossaries."""

    name = "glossary"
    version = "1"
    scope = Scope.SEGMENT
    rule_ids = frozenset({FORBIDDEN, MISSING})

    def __init__(self, terms: Sequence[Term]) -> None:
        self.terms = tuple(terms)
        self._presence: dict[tuple[int, str], Callable[[str], bool]] = {}
        self._variants: dict[str, Finder] = {}

    @classmethod
    def load(cls, paths: Sequence[Path]) -> GlossaryChecker:
        """Raises ConfigError, which names file and line."""
        return cls(read_glossaries(paths))

    def supports(self, target_lang: str) -> bool:
        return True

    def reads(self, target_lang: str) -> bool:
        """It knows terms, no language."""
        return False

    def protected(self, text: str) -> Sequence[tuple[int, int]]:
        """Where right terms stand as they are written, or with a capital in front."""
        return [
            (found.start, found.end)
            for found in self._right.find(text)
            if _is_written_so(text[found.start : found.end], found.form.words)
        ]

    def check(
        self, units: Sequence[Unit], context: CheckContext
    ) -> Sequence[Suggestion]:
        language = re.split("[-_]", context.target_lang)[0].lower()
        found: list[Suggestion] = []
        for unit in units:
            if context.cancelled():
                break
            wrong = list(self._forbidden(unit, language))
            found += (self._forbidden_flag(unit, hit) for hit in wrong)
            found += self._missing(unit, language, {hit.entry for hit in wrong})
        return found

    @cached_property
    def _right(self) -> Finder:
        # Which forms there are besides does no harm in other languages.
        return Finder(
            (at, form)
            for at, term in enumerate(self.terms)
            for target in term.targets
            for form in forms(target, "en")
        )

    @cached_property
    def _sources(self) -> SourceFinder:
        return SourceFinder(
            {at: term.source for at, term in enumerate(self.terms) if term.source}
        )

    def _forbidden(self, unit: Unit, language: str) -> Iterator[Found]:
        finder = self._variants.get(language)
        if finder is None:
            finder = self._variants[language] = Finder(
                (at, form)
                for at, term in enumerate(self.terms)
                for variant in term.forbidden
                for form in forms(variant, language)
            )
        right: list[Found] | None = None
        for hit in finder.find(unit.text):
            if right is None:
                right = self._right.find(unit.text)
            if not any(r.start <= hit.start and hit.end <= r.end for r in right):
                yield hit

    def _forbidden_flag(self, unit: Unit, hit: Found) -> Suggestion:
        term = self.terms[hit.entry]
        text = unit.text[hit.start : hit.end]
        targets = term.targets
        if hit.form.is_plural:
            targets = tuple(plural(singular(target)) for target in targets)
        return Suggestion(
            segment=unit.segment,
            start=hit.start,
            end=hit.end,
            text=text,
            message=_with_note(f"The glossary says “{term.targets[0]}”", term),
            rule=FORBIDDEN,
            checker=self.name,
            replacements=tuple(
                dict.fromkeys(_cased(t, text, hit.form.words) for t in targets)
            ),
            category=_CATEGORY,
            label="term",
            severity=Severity.MAJOR,
            source_phrase=term.source.replace("*", ""),
        )

    def _missing(
        self, unit: Unit, language: str, told: set[int]
    ) -> Iterator[Suggestion]:
        """Terms of the source that stand in the target in no form. An entry whose
        forbidden variant was found has been told."""
        if unit.source is None:
            return
        met = list(self._sources.find(unit.source))
        for entry, match in met:
            if entry in told or self._is_within_longer(match, entry, met):
                continue
            if self._holds(entry, language)(unit.text):
                continue
            term = self.terms[entry]
            start, end = _beside(match.start(), len(unit.source), unit.text)
            message = f"Missing: “{term.targets[0]}”, as the glossary says"
            yield Suggestion(
                segment=unit.segment,
                start=start,
                end=end,
                text=unit.text[start:end],
                message=_with_note(message, term),
                rule=MISSING,
                checker=self.name,
                category=_CATEGORY,
                label="term",
                severity=Severity.MAJOR,
                source_phrase=match[0],
                about=term.source,
            )

    def _is_within_longer(
        self,
        match: re.Match[str],
        entry: int,
        met: Sequence[tuple[int, re.Match[str]]],
    ) -> bool:
        """Is it a part of a longer term, or another entry for the same words whose
        target may be there?"""
        start, end = match.span()
        return any(
            other.start() <= start
            and end <= other.end()
            and other.span() != (start, end)
            for at, other in met
            if at != entry
        )

    def _holds(self, entry: int, language: str) -> Callable[[str], bool]:
        """Entries for one source term allow each other's targets."""
        key = (entry, language)
        if key not in self._presence:
            source = self.terms[entry].source.casefold()
            targets = tuple(
                target
                for term in self.terms
                if term.source.casefold() == source
                for target in term.targets
            )
            self._presence[key] = holds_any(targets, language)
        return self._presence[key]


def _is_written_so(text: str, term: str) -> bool:
    """Is it the term, its first letter perhaps a capital?"""
    plain = re.sub(r"\s", " ", text).replace("’", "'")
    term = term.replace("’", "'")
    return plain == term or plain == term[:1].upper() + term[1:]


def _cased(target: str, text: str, variant: str) -> str:
    """The right term with the capitals that the sentence gave the wrong one."""
    if text.isupper() and not variant.isupper() and len(text) > 1:
        return target.upper()
    if text[:1].isupper() and variant[:1].islower():
        return target[:1].upper() + target[1:]
    return target


def _with_note(message: str, term: Term) -> str:
    return f"{message}: {term.note}" if term.note else message


def _beside(at: int, length: int, text: str) -> tuple[int, int]:
    """The word of the target about where the term stands in the source."""
    place = at * len(text) // max(length, 1)
    nearest = (0, min(len(text), 1))
    for number, match in enumerate(_WORD.finditer(text)):
        if number and match.start() > place:
            break
        nearest = match.span()
    return nearest
