"""What a run of the checkers gives back, tied to the texts it read.

Rule: a finding is only good for the text it was made for; whoever takes it in compares
`texts` with what stands there now and drops what is stale.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from posteditor.checkers.protocol import Scope
from posteditor.model import Suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A checker that raised: its name and the first line of its error. Where it is not
    `left_out`, only a part of it is, which the message names; `is_service`: a service
    that was asked for is the trouble."""

    checker: str
    message: str
    left_out: bool = True
    is_service: bool = False

    @property
    def line(self) -> str:
        """What the user is told, the same on every screen."""
        if self.left_out:
            return f"{self.checker} failed and is left out: {self.message}"
        return f"{self.checker}: {self.message}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """The suggestions of one run, by segment index; a checked segment without any has
    an entry in `texts` only."""

    scope: Scope
    texts: Mapping[int, str]
    suggestions: Mapping[int, tuple[Suggestion, ...]] = field(default_factory=dict)
    failures: tuple[Failure, ...] = ()


def shifted(
    suggestions: tuple[Suggestion, ...], start: int, end: int, length: int
) -> tuple[Suggestion, ...]:
    """The suggestions of a text in which `start:end` was replaced by `length` code
    points: those that touched the span are gone, those behind it have moved."""
    delta = length - (end - start)
    kept = []
    for suggestion in suggestions:
        if suggestion.end <= start:
            kept.append(suggestion)
        elif suggestion.start >= end and suggestion.end > start:
            kept.append(
                replace(
                    suggestion,
                    start=suggestion.start + delta,
                    end=suggestion.end + delta,
                )
            )
    return tuple(kept)
