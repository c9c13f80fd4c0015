"""Edit distance as sacrebleu has it of long texts that differ much: only near the
diagonal. The bits of a row slide along with it, so a row costs the same at any length.

Rule: a cell outside is never used. Just outside on the left the distance is taken to
grow with every row, on the right with every column; that ties at best with what is
inside, and ties that would be read back wrongly are marked.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from math import ceil, floor
from typing import NamedTuple

from posteditor.scoring.tercom.moves import Move, moved
from posteditor.scoring.tercom.operations import Operation, Row, operations

WIDTH = 25
# Moves looked at side by side.
LANES = 100
# Words of the reference whose places are kept in one number.
PIECE = 512


class _Step(NamedTuple):
    """A kind of row: how far the first bit slides, the bits where a word may be found
    equal, those outside on the right; and where only a deletion, where only insertions
    can be read back."""

    slide: int
    open: int
    beyond: int
    deleted: int
    inserted: int


class _State(NamedTuple):
    """Of the last row: where it rises and falls from one bit to the next; and of the
    bits that slid away the rises less the falls, and one more for each."""

    rising: int
    falling: int
    gone: int


class Beam:
    """The table of one reference, near the diagonal, for a hypothesis and its moves."""

    def __init__(self, reference: list[str], hypothesis: list[str]) -> None:
        size = len(hypothesis)
        half = _half(size, len(reference))
        self._bits = 2 * half + 1
        self._bytes = self._bits // 8 + 1
        self._steps, self._offsets = _steps(size, len(reference), half)
        self._columns = len(reference)
        self._begin = _State((1 << self._bits) - 1, 0, 0)
        # Pieces that overlap, for a row to find its bits in one of them.
        self._piece = max(self._bits, PIECE)
        known = set(hypothesis)
        self._places = [
            _places(reference[at : at + 2 * self._piece], known)
            for at in range(0, len(reference), self._piece)
        ]
        # Wide rows slide fast only one at a time.
        self._lanes = LANES if half == WIDTH else 1

    def distance(self, hypothesis: list[str]) -> int:
        """How many operations are needed."""
        rows = self._rows(hypothesis, 0, len(hypothesis))
        return self._distances(self._run(self._begin, rows), 1)[0]

    def operations(self, hypothesis: list[str]) -> list[Operation]:
        """How the hypothesis becomes the reference, without shifts."""
        rows: list[Row] = []
        every = self._rows(hypothesis, 0, len(hypothesis))
        self._run(self._begin, every, record=rows)
        return operations(rows, self._columns)

    def best(self, hypothesis: list[str], moves: Sequence[Move]) -> tuple[int, Move]:
        """The first of the moves that bring the hypothesis nearest, and how near."""
        # Neighbours go together: what is left of them is gone through only once.
        order = sorted(range(len(moves)), key=lambda at: moves[at])
        found = [0] * len(moves)
        state, row = self._begin, 0
        for begin in range(0, len(order), self._lanes):
            some = order[begin : begin + self._lanes]
            start = moves[some[0]].start
            state = self._run(state, self._rows(hypothesis, row, start))
            row = start
            distances = self._beside(state, hypothesis, [moves[at] for at in some])
            for at, distance in zip(some, distances, strict=True):
                found[at] = distance
        least = min(found)
        return least, moves[found.index(least)]

    def _beside(
        self, state: _State, hypothesis: list[str], moves: Sequence[Move]
    ) -> list[int]:
        """The distance after each of the moves, from the state before the first."""
        start, end = moves[0].start, max(move.end for move in moves)
        part = hypothesis[start:end]
        lanes = [
            moved(part, Move(a - start, b - start, c - start)) for a, b, c in moves
        ]
        lane = b"\1" + bytes(self._bytes - 1)
        ones = int.from_bytes(lane * len(lanes), "little")
        spread = _State(state.rising * ones, state.falling * ones, state.gone * ones)
        spread = self._run(spread, self._columns_of(lanes, start), ones)
        rest = self._rows(hypothesis, end, len(hypothesis))
        rest = ((step, equal * ones) for step, equal in rest)
        return self._distances(self._run(spread, rest, ones), len(lanes))

    def _rows(
        self, hypothesis: list[str], start: int, end: int
    ) -> Iterable[tuple[_Step, int]]:
        for row in range(start, end):
            yield self._steps[row], self._equal(row, hypothesis[row])

    def _columns_of(
        self, lanes: list[list[str]], start: int
    ) -> Iterable[tuple[_Step, int]]:
        for row, column in enumerate(zip(*lanes, strict=True), start):
            bits = {
                word: self._equal(row, word).to_bytes(self._bytes, "little")
                for word in set(column)
            }
            joined = b"".join(map(bits.__getitem__, column))
            yield self._steps[row], int.from_bytes(joined, "little")

    def _equal(self, row: int, word: str) -> int:
        """Where in the row the reference has the word."""
        piece, offset = divmod(self._offsets[row], self._piece)
        return self._places[piece].get(word, 0) >> offset & self._steps[row].open

    def _run(
        self,
        state: _State,
        rows: Iterable[tuple[_Step, int]],
        ones: int = 1,
        record: list[Row] | None = None,
    ) -> _State:
        """The state after some more rows. `ones` is the first bit of every lane."""
        full = ((1 << self._bits) - 1) * ones
        whole = ((1 << 8 * self._bytes) - 1) * ones
        top = ones << self._bits - 1
        keep = full ^ top
        rising, falling, gone = state
        for step, equal in rows:
            if ones == 1 and (slide := step.slide):
                left = (1 << slide) - 1
                risen, fallen = rising & left, falling & left
                gone += slide + risen.bit_count() - fallen.bit_count()
                rising = rising >> slide | left << self._bits - slide
                falling >>= slide
            else:
                for _ in range(step.slide):
                    gone += ones + (rising & ones) - (falling & ones)
                    rising = rising >> 1 & keep | top
                    falling = falling >> 1 & keep
            inner = equal | falling
            same = (((inner & rising) + rising) ^ rising) | inner
            if record is not None:
                marked = same | step.deleted | step.inserted
                offset = self._offsets[len(record)]
                record.append((equal, marked, falling | step.deleted, offset))
            up = (falling | (whole ^ (rising | same))) << 1 | ones
            beyond = step.beyond * ones
            rising = (rising & same) << 1 | (whole ^ (up | same))
            rising = rising & full | beyond
            falling = up & same & (full ^ beyond)
        return _State(rising, falling, gone)

    def _distances(self, state: _State, lanes: int) -> list[int]:
        offset = self._offsets[-1]
        last = (1 << self._columns - offset) - 1
        size = self._bytes * lanes
        rising, falling, gone = (side.to_bytes(size, "little") for side in state)
        distances = []
        for at in range(0, size, self._bytes):
            part = slice(at, at + self._bytes)
            plus = int.from_bytes(rising[part], "little") & last
            minus = int.from_bytes(falling[part], "little") & last
            left = int.from_bytes(gone[part], "little") - offset
            right = plus.bit_count() - minus.bit_count()
            distances.append(len(self._steps) + left + right)
        return distances


def _places(words: Sequence[str], known: Container[str]) -> dict[str, int]:
    """For each known word the bits where it stands."""
    found: dict[str, int] = {}
    for at, word in enumerate(words):
        if word in known:
            found[word] = found.get(word, 0) | 1 << at
    return found


def _half(size: int, columns: int) -> int:
    """How far the beam goes to either side: more where texts differ much in length."""
    ratio = columns / size
    return ceil(ratio / 2 + WIDTH) if ratio / 2 > WIDTH else WIDTH


def _steps(size: int, columns: int, half: int) -> tuple[list[_Step], list[int]]:
    """For each row its kind, and the words of the reference left of its first bit."""
    # Computed as sacrebleu does: rounding decides where the middle is.
    ratio = columns / size
    full = (1 << 2 * half + 1) - 1
    before, ended, slid = 0, columns + 1, 0
    steps, offsets = [], []
    # Thousands of rows are of a few kinds.
    kinds: dict[_Step, _Step] = {}
    for row in range(1, size + 1):
        middle = floor(row * ratio)
        begin = max(0, middle - half)
        end = columns + 1 if row == size else min(columns + 1, middle + half)
        offset = max(0, begin - 1)
        inside = (1 << end - offset - 1) - 1
        reached = (1 << min(ended - offset, 2 * half + 1)) - 1
        # Nothing diagonally before the first cell: there only deletion is possible.
        stuck = int(0 < begin == before)
        step = _Step(
            slide=offset - slid,
            open=inside & reached & ~stuck,
            beyond=full ^ inside,
            deleted=stuck,
            inserted=inside & ~reached,
        )
        steps.append(kinds.setdefault(step, step))
        offsets.append(offset)
        before, ended, slid = begin, end, offset
    return steps, offsets
