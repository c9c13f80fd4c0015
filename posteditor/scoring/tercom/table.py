"""Edit distance with a word of the hypothesis at a time and the reference as bits
(Hyyrö 2003), for one hypothesis or for many of equal length side by side.

Rule: sacrebleu looks only near the diagonal; this module does not, and is right where
`is_near` says so.
"""

from __future__ import annotations

from collections.abc import Sequence

from posteditor.scoring.tercom.moves import Move, moved
from posteditor.scoring.tercom.operations import Operation, Row, operations

# Longer references are for the beam, whose rows do not grow with them.
LONGEST_WHOLE = 200
_ALWAYS_NEAR = 24
_NEAR = 47
_ONES = bytes(byte.bit_count() for byte in range(256))
_ZEROS = bytes(8 - count for count in _ONES)


def is_near(distance: int, hypothesis: int, reference: int) -> bool:
    """Do all shortest ways stay within 25 words of the diagonal, for texts of so many
    words and at this distance? A way of this cost leaves the diagonal by no more than
    half of the distance and of the difference in length."""
    apart = distance + abs(hypothesis - reference)
    return reference <= _ALWAYS_NEAR or apart <= _NEAR


def places(words: Sequence[str]) -> dict[str, int]:
    """For each word a bit where it stands."""
    found: dict[str, int] = {}
    bit = 1
    for word in words:
        found[word] = found.get(word, 0) | bit
        bit <<= 1
    return found


def distance(hypothesis: Sequence[str], reference: Sequence[str]) -> int:
    """Insertions, deletions and substitutions needed."""
    equals = places(reference).get
    full = (1 << len(reference)) - 1
    rising, falling = full, 0
    for word in hypothesis:
        step = equals(word, 0) | falling
        same = (((step & rising) + rising) ^ rising) | step
        up = (falling | ~(rising | same)) << 1 | 1
        rising = ((rising & same) << 1 | ~(up | same)) & full
        falling = up & same
    return len(hypothesis) + rising.bit_count() - (falling & full).bit_count()


def shared_ends(
    left: Sequence[str], right: Sequence[str], before: int, after: int
) -> tuple[int, int]:
    """How many words two texts share at their start and at their end: of the first
    `before` and of the last `after`, none of them in both."""
    start = 0
    for one, other in zip(left[:before], right, strict=False):
        if one != other:
            break
        start += 1
    end = 0
    last = min(len(left), len(right)) - start
    for one, other in zip(reversed(left), reversed(right), strict=False):
        if end >= after or end >= last or one != other:
            break
        end += 1
    return start, end


class Table:
    """The whole table of one reference."""

    def __init__(self, reference: list[str]) -> None:
        self._reference = reference

    def operations(self, hypothesis: list[str]) -> list[Operation]:
        """How the hypothesis becomes the reference, without shifts."""
        # Equal words at the end are kept in any case; at the start they need not be.
        _, end = shared_ends(hypothesis, self._reference, 0, len(hypothesis))
        width = len(self._reference) - end
        equals = places(self._reference[:width]).get
        full = (1 << width) - 1
        rising, falling = full, 0
        rows: list[Row] = []
        for word in hypothesis[: len(hypothesis) - end]:
            equal = equals(word, 0)
            step = equal | falling
            same = (((step & rising) + rising) ^ rising) | step
            rows.append((equal, same, falling, 0))
            up = (falling | ~(rising | same)) << 1 | 1
            rising = ((rising & same) << 1 | ~(up | same)) & full
            falling = up & same
        return operations(rows, width) + [Operation.KEEP] * end

    def best(self, hypothesis: list[str], moves: Sequence[Move]) -> tuple[int, Move]:
        """The first of the moves that bring the hypothesis nearest, and how near."""
        size = len(hypothesis)
        before = min(move.start for move in moves)
        after = size - max(move.end for move in moves)
        start, end = shared_ends(hypothesis, self._reference, before, after)
        columns = self._reference[start : len(self._reference) - end]
        rows = hypothesis[start : size - end]
        width = len(columns) // 8 + 1
        equals = places(columns).get
        bits = [equals(word, 0).to_bytes(width, "little") for word in rows]
        lanes = [
            moved(bits, Move(a - start, b - start, c - start)) for a, b, c in moves
        ]
        distances = _side_by_side(lanes, width, len(columns))
        least = min(distances)
        return len(rows) + least - 8 * width, moves[distances.index(least)]


def _side_by_side(
    lanes: Sequence[Sequence[bytes]], width: int, columns: int
) -> list[int]:
    """The distance of each lane less its rows, and 8 x `width` more.

    A lane is `width` bytes of one long number, its topmost bit free for a carry.
    """
    count = len(lanes)
    ones = int.from_bytes((b"\1" + bytes(width - 1)) * count, "little")
    full = ((1 << columns) - 1) * ones
    whole = (1 << 8 * width * count) - 1
    rising, falling = full, 0
    for row in map(b"".join, zip(*lanes, strict=True)):
        step = int.from_bytes(row, "little") | falling
        same = (((step & rising) + rising) ^ rising) | step
        up = (falling | (whole ^ (rising | same))) << 1 | ones
        rising = ((rising & same) << 1 | (whole ^ (up | same))) & full
        falling = up & same
    plus = rising.to_bytes(width * count, "little").translate(_ONES)
    minus = (falling & full).to_bytes(width * count, "little").translate(_ZEROS)
    parts = [side[at::width] for side in (plus, minus) for at in range(width)]
    return list(map(sum, zip(*parts, strict=True)))
