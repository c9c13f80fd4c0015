"""What becomes of each word, read back from the bits of an edit distance.

Rule: of several ways to the same distance the one is taken that tercom takes: seen from
the end a kept or replaced word before a deleted one, that before an inserted one.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum


class Operation(StrEnum):
    """What is done to a word of the hypothesis, or to get one of the reference."""

    KEEP = "keep"
    SUBSTITUTE = "substitute"
    INSERT = "insert"
    DELETE = "delete"


# The bits of one row, a word of the hypothesis: where it equals the word of the
# reference, where the distance is that of the cell diagonally before, where in the
# row before it falls; and how many words of the reference are left of the first bit.
Row = tuple[int, int, int, int]


def operations(rows: Sequence[Row], width: int) -> list[Operation]:
    """The operations, from first to last, for `rows` against `width` words."""
    done = []
    row, column = len(rows), width
    while row and column:
        equal, diagonal, falling, offset = rows[row - 1]
        bit = column - offset - 1
        if equal >> bit & 1:
            done.append(Operation.KEEP)
            row -= 1
            column -= 1
        elif not diagonal >> bit & 1:
            done.append(Operation.SUBSTITUTE)
            row -= 1
            column -= 1
        elif falling >> bit & 1:
            done.append(Operation.DELETE)
            row -= 1
        else:
            done.append(Operation.INSERT)
            column -= 1
    done += [Operation.DELETE] * row + [Operation.INSERT] * column
    done.reverse()
    return done
