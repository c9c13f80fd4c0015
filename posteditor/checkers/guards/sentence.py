"""A sentence and the facts in it, each kind read when it is first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from posteditor.checkers.guards.facts import Fact, Kind
from posteditor.checkers.guards.lexicon import Lexicon
from posteditor.checkers.guards.links import links, without
from posteditor.checkers.guards.names import (
    Reading,
    Word,
    abbreviations,
    names,
    words_of,
)
from posteditor.checkers.guards.negation import Negator, negators
from posteditor.checkers.guards.numbers import numbers


@dataclass(frozen=True)
class Sentence:
    """`lexicon` has the words of its language."""

    text: str
    lexicon: Lexicon

    @cached_property
    def links(self) -> list[Fact]:
        return links(self.text)

    @cached_property
    def prose(self) -> str:
        """The text without its addresses; places stay true."""
        return without(self.text, self.links)

    @cached_property
    def numbers(self) -> list[Fact]:
        """Numbers and dates."""
        return numbers(self.prose, self.lexicon)

    @cached_property
    def number_keys(self) -> frozenset[object]:
        return frozenset(key for fact in self.numbers for key in fact.keys)

    @cached_property
    def words(self) -> list[Word]:
        return words_of(self.prose)

    @cached_property
    def names(self) -> list[Fact]:
        """Names, then abbreviations."""
        calendar = {fact.start for fact in self.numbers if fact.kind is Kind.DATE}
        return [*names(self.prose, self.words, calendar), *abbreviations(self.words)]

    @cached_property
    def reading(self) -> Reading:
        return Reading(self.words)

    @cached_property
    def negators(self) -> list[Negator]:
        return negators(self.prose, self.lexicon)
