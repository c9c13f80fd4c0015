"""Which sentences of two versions belong together, where some were merged, split, added
or dropped.

Rule: order is kept; equal sentences that occur once are anchors, between them dynamic
programming finds the most alike. The time is bounded: far apart within a long stretch
without anchors no pair is looked for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

# How many sentences of each side may belong together.
SHAPES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2))
# A pair less alike than this is two changes, not one.
ALIKE = 0.35
# What a merge or a split has to gain over a pair beside a left-out sentence.
_UNEVEN = 0.05
# How far from the diagonal pairs are looked for, unless one side is far longer.
BAND = 60

Sentence = Sequence[Hashable]


class Bead(NamedTuple):
    """Sentences `old` to `old_end` of one version are `new` to `new_end` of the other;
    one of the two may be empty."""

    old: int
    old_end: int
    new: int
    new_end: int


def align(olds: Sequence[Sentence], news: Sequence[Sentence]) -> list[Bead]:
    """Beads in order that cover both versions; sentences are sequences of words."""
    beads: list[Bead] = []
    i = j = 0
    for anchor_old, anchor_new in (*_anchors(olds, news), (len(olds), len(news))):
        beads += _between(olds, news, (i, anchor_old), (j, anchor_new))
        if anchor_old < len(olds):
            beads.append(Bead(anchor_old, anchor_old + 1, anchor_new, anchor_new + 1))
        i, j = anchor_old + 1, anchor_new + 1
    return beads


def band(height: int, width: int) -> int:
    """How far from the diagonal pairs are looked for, so that a path is always found:
    the bands of neighbouring rows overlap."""
    return max(BAND, -(-width // (2 * height)))


def _anchors(
    olds: Sequence[Sentence], news: Sequence[Sentence]
) -> list[tuple[int, int]]:
    """Equal sentences that occur once on each side, in rising order on both: the
    longest such run (patience sorting)."""
    keys = [tuple(sentence) for sentence in olds], [tuple(s) for s in news]
    counts = Counter(keys[0]), Counter(keys[1])
    places = {key: at for at, key in enumerate(keys[1]) if counts[1][key] == 1}
    pairs = [
        (at, places[key])
        for at, key in enumerate(keys[0])
        if counts[0][key] == 1 and key in places
    ]
    return _rising(pairs)


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    ends: list[int] = []
    chain: list[tuple[int, int]] = []
    best: list[int] = []
    for at, (_, new) in enumerate(pairs):
        length = bisect_left(ends, new)
        chain.append((at, best[length - 1] if length else -1))
        if length == len(ends):
            ends.append(new)
            best.append(at)
        else:
            ends[length], best[length] = new, at
    found: list[tuple[int, int]] = []
    at = best[-1] if best else -1
    while at >= 0:
        found.append(pairs[at])
        at = chain[at][1]
    return found[::-1]


def _between(
    olds: Sequence[Sentence],
    news: Sequence[Sentence],
    old: tuple[int, int],
    new: tuple[int, int],
) -> Iterator[Bead]:
    """The beads of a stretch without anchors."""
    height, width = old[1] - old[0], new[1] - new[0]
    if not height or not width:
        if height or width:
            yield Bead(*old, *new)
        return
    bags = (
        [Counter(olds[at]) for at in range(*old)],
        [Counter(news[at]) for at in range(*new)],
    )
    for bead in _best_path(*bags):
        yield Bead(
            bead.old + old[0],
            bead.old_end + old[0],
            bead.new + new[0],
            bead.new_end + new[0],
        )


def _best_path(
    olds: Sequence[Counter[Hashable]], news: Sequence[Counter[Hashable]]
) -> list[Bead]:
    """The path of the greatest likeness, weighted by words."""
    height, width = len(olds), len(news)
    gain = _Gain(olds, news)
    reach = band(height, width)
    score: list[dict[int, float]] = [{} for _ in range(height + 1)]
    steps: list[dict[int, tuple[int, int]]] = [{} for _ in range(height + 1)]
    score[0][0] = 0.0
    for i in range(height + 1):
        middle = i * width // height
        for j in range(max(0, middle - reach), min(width, middle + reach) + 1):
            best, step = score[i].get(j, -1.0), (0, 0)
            for di, dj in ((1, 0), (0, 1), *SHAPES):
                before = score[i - di].get(j - dj) if i >= di and j >= dj else None
                if before is None:
                    continue
                more = gain(i, di, j, dj) if di and dj else 0.0
                if before + more > best:
                    best, step = before + more, (di, dj)
            if best >= 0:
                score[i][j], steps[i][j] = best, step
    return _joined(_trace(steps, height, width))


class _Gain:
    """What it is worth to take some sentences for some others: words in common, if they
    are enough of all words. Below nought: not worth it."""

    def __init__(
        self, olds: Sequence[Counter[Hashable]], news: Sequence[Counter[Hashable]]
    ) -> None:
        self._olds, self._news = olds, news
        self._old_sizes = [bag.total() for bag in olds]
        self._new_sizes = [bag.total() for bag in news]
        self._common: dict[tuple[int, int], int] = {}

    def __call__(self, i: int, di: int, j: int, dj: int) -> float:
        words = sum(self._old_sizes[i - di : i]) + sum(self._new_sizes[j - dj : j])
        rows, columns = range(i - di, i), range(j - dj, j)
        # Never more than this: most pairs have so little in common that it settles it.
        common = 2 * sum(
            self._shared(row, column) for row in rows for column in columns
        )
        if common >= ALIKE * words and (di, dj) != (1, 1):
            common = 2 * (_bag(self._olds, rows) & _bag(self._news, columns)).total()
        if common < ALIKE * words:
            return -1.0
        uneven = di + dj - 2
        return common - ALIKE * words / 2 - _UNEVEN * uneven * words

    def _shared(self, row: int, column: int) -> int:
        key = row, column
        if key not in self._common:
            self._common[key] = (self._olds[row] & self._news[column]).total()
        return self._common[key]


def _bag(bags: Sequence[Counter[Hashable]], which: range) -> Counter[Hashable]:
    total: Counter[Hashable] = Counter()
    for at in which:
        total.update(bags[at])
    return total


def _trace(
    steps: Sequence[dict[int, tuple[int, int]]], i: int, j: int
) -> list[tuple[int, int]]:
    path = []
    while i or j:
        di, dj = steps[i][j]
        path.append((di, dj))
        i, j = i - di, j - dj
    return path[::-1]


def _joined(path: Sequence[tuple[int, int]]) -> list[Bead]:
    """Neighbouring sentences that are only on one side come as one bead."""
    beads: list[Bead] = []
    i = j = 0
    was_lone = False
    for di, dj in path:
        lone = not (di and dj)
        start = beads.pop() if lone and was_lone else Bead(i, i, j, j)
        i, j, was_lone = i + di, j + dj, lone
        beads.append(Bead(start.old, i, start.new, j))
    return beads
