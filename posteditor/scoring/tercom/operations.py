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


# Looking these up in the class takes longer than all else here.
_KEEP, _SUBSTITUTE, _INSERT, _DELETE = Operation

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
            done.append(_KEEP)
            row -= 1
            column -= 1
        elif not diagonal >> bit & 1:
            done.append(_SUBSTITUTE)
            row -= 1
            column -= 1
        elif falling >> bit & 1:
            done.append(_DELETE)
            row -= 1
        else:
            done.append(_INSERT)
            column -= 1
    done += [_DELETE] * row + [_INSERT] * column
    done.reverse()
    return done
