"""The statistics of a shard: some segments of every text of a plan.

Rule: what is equal is compared once, be it said by several systems or in several
segments.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from posteditor.scoring.measures import Compare, Measure, Stats
from posteditor.scoring.plan import Column, Plan

# chrF's statistics of a segment take some 50 kB until they are summed.
SHARD = 500
# Fewer segments are scored before other processes have begun.
WORTH_PROCESSES = 2_000

Texts = Mapping[str, Sequence[str]]


def statistics(plan: Plan, texts: Texts) -> list[Stats]:
    """A row of `plan.width` numbers for each segment. `texts` has one text of each of
    the plan's roles for each segment."""
    segments = len(texts[plan.roles[0]])
    rows: list[Stats] = [[0] * plan.width for _ in range(segments)]
    for columns in _alike(plan.columns):
        _fill(rows, columns, texts)
    return rows


def shards(texts: Texts, size: int = SHARD) -> Iterator[dict[str, list[str]]]:
    """Texts in memory, some segments at a time."""
    roles = list(texts)
    rows = zip(*texts.values(), strict=True)
    while part := list(islice(rows, size)):
        yield {
            role: list(column)
            for role, column in zip(roles, zip(*part, strict=True), strict=True)
        }


def _alike(columns: Iterable[Column]) -> Iterator[list[Column]]:
    """Columns of one measure and the same references."""
    groups: dict[tuple[object, ...], list[Column]] = defaultdict(list)
    for column in columns:
        groups[column.measure.metric, column.pairing.references].append(column)
    yield from groups.values()


def _fill(rows: Sequence[Stats], columns: Sequence[Column], texts: Texts) -> None:
    measure = columns[0].measure
    references = [texts[role] for role in columns[0].pairing.references]
    sides = [
        (column.start, column.stop, texts[column.pairing.hypothesis])
        for column in columns
    ]
    known: dict[tuple[str, ...], Stats] = {}
    for at, row in enumerate(rows):
        against = _Against(measure, [side[at] for side in references], known)
        for start, stop, side in sides:
            row[start:stop] = against(side[at])


class _Against:
    """The references of one segment, read when a text first needs them."""

    def __init__(
        self,
        measure: Measure,
        references: Sequence[str],
        known: dict[tuple[str, ...], Stats],
    ) -> None:
        self._measure = measure
        self._references = references
        self._known = known
        self._compare: Compare | None = None

    def __call__(self, text: str) -> Stats:
        key = (text, *self._references)
        stats = self._known.get(key)
        if stats is None:
            if self._compare is None:
                self._compare = self._measure.against(self._references)
            stats = self._known[key] = self._compare(text)
        return stats
