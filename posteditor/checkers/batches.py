"""Units joined to one text for engines that read documents, and the way back.

Rule: what lies across two units, or in the pause between them, belongs to none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from posteditor.checkers.protocol import Unit

# Between two units, so that no rule reads across.
PAUSE = "\n\n"


class Batch:
    """Units and their joined text."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = tuple(units)
        self.text = PAUSE.join(unit.text for unit in units)
        self._starts = [0]
        for unit in self.units[:-1]:
            self._starts.append(self._starts[-1] + len(unit.text) + len(PAUSE))

    def find(self, start: int, end: int) -> tuple[Unit, int, int] | None:
        """The unit that holds a span of the joined text, and the span in it."""
        if not self.units or not 0 <= start <= end:
            return None
        at = bisect_right(self._starts, start) - 1
        unit, offset = self.units[at], self._starts[at]
        if end - offset > len(unit.text):
            return None
        return unit, start - offset, end - offset

    def halves(self) -> tuple[Batch, Batch]:
        middle = len(self.units) // 2
        return Batch(self.units[:middle]), Batch(self.units[middle:])


def batches(units: Iterable[Unit], size: int) -> Iterator[Batch]:
    """The units in their order, up to `size` code points at a time; a longer one makes
    a batch of its own."""
    waiting: list[Unit] = []
    length = 0
    for unit in units:
        if waiting and length + len(unit.text) > size:
            yield Batch(waiting)
            waiting, length = [], 0
        waiting.append(unit)
        length += len(unit.text) + len(PAUSE)
    if waiting:
        yield Batch(waiting)
