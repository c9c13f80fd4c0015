"""Counting in bounded memory, and how surprising a difference of counts is.

Sources: frequent items, Misra and Gries 1982; log-likelihood, Dunning 1993.
"""

from __future__ import annotations

from collections.abc import Hashable
from math import log
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)


class BoundedCounter(Generic[K]):
    """Counts of what comes often, at most about `most` of them at a time.

    What is rare is dropped whenever there are too many. A count is never too high and
    at most `missed` too low.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._counts: dict[K, int] = {}
        self.missed = 0

    def add(self, key: K) -> None:
        counts = self._counts
        counts[key] = counts.get(key, 0) + 1
        if len(counts) > self._most:
            self._shrink()

    def frequent(self, least: int) -> dict[K, int]:
        """Everything that may have come at least `least` times."""
        floor = least - self.missed
        return {key: count for key, count in self._counts.items() if count >= floor}

    def _shrink(self) -> None:
        while len(self._counts) > self._most // 2:
            self.missed += 1
            self._counts = {
                key: count - 1 for key, count in self._counts.items() if count > 1
            }


def log_likelihood(a: int, b: int, of_a: int, of_b: int) -> float:
    """G² of `a` among `of_a` words against `b` among `of_b`: twice the sum over the
    four cells of observed · ln(observed / expected). Over 10.83: p < 0.001."""
    total = of_a + of_b
    both = a + b
    cells = (
        (a, of_a * both),
        (b, of_b * both),
        (of_a - a, of_a * (total - both)),
        (of_b - b, of_b * (total - both)),
    )
    return 2 * sum(seen * log(seen * total / due) for seen, due in cells if seen > 0)
