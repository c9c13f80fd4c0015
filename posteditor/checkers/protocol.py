"""What a checker is: something that reads units and returns suggestions.

Rule: a checker keeps no state between calls that changes its results, never touches the
network unless the user asked for it, and may be called from a worker thread.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol, runtime_checkable

from posteditor.model import Level, SegmentKind, Suggestion


class Scope(StrEnum):
    """How much a checker has to see, one segment or the document as a whole; whether it
    reads segments so slowly that nobody should wait for it, or compares a segment with
    what it was so quickly that it can be asked while a key is handled."""

    SEGMENT = "segment"
    DOCUMENT = "document"
    LATE = "late"
    CHANGE = "change"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What is checked: the current target of one segment that is not furniture, with
    the MT output it came from where that is known."""

    segment: int
    text: str
    mt: str | None = None
    source: str | None = None
    kind: SegmentKind = SegmentKind.SENTENCE


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckContext:
    """What a checker may know beyond its units.

    `vocabulary` holds the document's own names and abbreviations and the user's
    dictionary, as written and in lower case. `cancelled` is polled by long checks,
    which then return what they have.
    """

    target_lang: str = "en"
    source_lang: str | None = None
    level: Level = Level.FULL
    vocabulary: frozenset[str] = field(default_factory=frozenset)
    cancelled: Callable[[], bool] = lambda: False


@runtime_checkable
class Noticing(Protocol):
    """A checker that can go on without a part of itself, such as one rule."""

    def take_notices(self) -> list[str]:
        """What it has left out since the last call, a line each."""
        ...


@runtime_checkable
class Neutral(Protocol):
    """A checker that says a little about text in every language."""

    def reads(self, target_lang: str) -> bool:
        """Does it know more of this language than what holds for all?"""
        ...


@runtime_checkable
class Protecting(Protocol):
    """A checker that knows words which are right whatever others say."""

    def protected(self, text: str) -> Sequence[tuple[int, int]]:
        """Where they stand, as spans in their order; no other checker's replacement
        may change them."""
        ...


@runtime_checkable
class Checker(Protocol):
    """One engine of suggestions."""

    @property
    def name(self) -> str: ...

    @property
    def version(self) -> str: ...

    @property
    def scope(self) -> Scope: ...

    @property
    def rule_ids(self) -> frozenset[str]:
        """Every rule that a suggestion may name: what `rules_off` can turn off. A name
        without a slash stands for a group whose rules only its engine knows."""
        ...

    def supports(self, target_lang: str) -> bool:
        """Can it say anything about text in this BCP 47 language?"""
        ...

    def check(
        self, units: Sequence[Unit], context: CheckContext
    ) -> Sequence[Suggestion]:
        """Suggestions with spans in `unit.text`, in any order. May raise anything: the
        engine names a failing checker once and goes on without it."""
        ...
