"""A difference cut into lines: what a reader sees side by side or with some context.

Rule: a row holds whole lines of either side; all rows joined are all operations.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from posteditor.diff import Op, OpKind
from posteditor.reports.difference.compare import Difference


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Operations that end with a line end both sides share, or with the text. `old` and
    `new` are the numbers of their first lines, from 1."""

    old: int
    new: int
    ops: tuple[Op, ...]

    @property
    def is_equal(self) -> bool:
        return all(op.kind is OpKind.EQUAL for op in self.ops)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hunk:
    """Neighbouring rows, some of them changed."""

    rows: tuple[Row, ...]


def rows(difference: Difference) -> Iterator[Row]:
    """The rows in order."""
    old = new = 1
    ops: list[Op] = []
    for op in difference.ops:
        if op.kind is not OpKind.EQUAL:
            ops.append(op)
            continue
        *lines, rest = op.text.split("\n")
        for line in lines:
            ops.append(Op(OpKind.EQUAL, f"{line}\n"))
            yield Row(old=old, new=new, ops=tuple(ops))
            old += _line_ends(ops, OpKind.INSERT)
            new += _line_ends(ops, OpKind.DELETE)
            ops = []
        if rest:
            ops.append(Op(OpKind.EQUAL, rest))
    if ops:
        yield Row(old=old, new=new, ops=tuple(ops))


def _line_ends(ops: Sequence[Op], other: OpKind) -> int:
    return sum(op.text.count("\n") for op in ops if op.kind is not other)


def hunks(difference: Difference, context: int) -> list[Hunk]:
    """The changed rows with so many rows around them."""
    all_rows = list(rows(difference))
    shown = sorted(
        {
            near
            for at, row in enumerate(all_rows)
            if not row.is_equal
            for near in range(max(0, at - context), at + context + 1)
            if near < len(all_rows)
        }
    )
    cuts = [
        0,
        *(
            at
            for at, (one, two) in enumerate(pairwise(shown), start=1)
            if two > one + 1
        ),
        len(shown),
    ]
    return [
        Hunk(rows=tuple(all_rows[at] for at in shown[start:stop]))
        for start, stop in pairwise(cuts)
        if start < stop
    ]
