"""Edits: what a diff's operations mean to an editor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from posteditor.diff.ops import Op, OpKind


class EditKind(StrEnum):
    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One change: `old` stood at `old_start`, `new` stands at `new_start`."""

    kind: EditKind
    old: str
    new: str
    old_start: int
    new_start: int


def edits(ops: Iterable[Op]) -> tuple[Edit, ...]:
    """The changes between equal stretches, in order."""
    found: list[Edit] = []
    gone = come = ""
    old_at = new_at = 0
    for op in (*ops, Op(OpKind.EQUAL, "")):
        if op.kind is OpKind.DELETE:
            gone += op.text
        elif op.kind is OpKind.INSERT:
            come += op.text
        else:
            if gone or come:
                found.append(_edit(gone, come, old_at, new_at))
            old_at += len(gone) + len(op.text)
            new_at += len(come) + len(op.text)
            gone = come = ""
    return tuple(found)


def _edit(gone: str, come: str, old_at: int, new_at: int) -> Edit:
    if gone and come:
        kind = EditKind.REPLACE
    else:
        kind = EditKind.DELETE if gone else EditKind.INSERT
    return Edit(kind=kind, old=gone, new=come, old_start=old_at, new_start=new_at)
