"""A difference as JSON, version 1:

    {"version": 1, "old": {"path", "sha256"}, "new": {…}, "stat": {…},
     "ops": [{"op": "equal|delete|insert", "text": "…", "move": 1}]}

The texts of equal and delete joined are the old version, those of equal and insert the
new one; both halves of a move carry its number.
"""

from __future__ import annotations

from typing import Any

from posteditor.diff import Op
from posteditor.reports.difference.compare import Difference, Version

VERSION = 1


def as_json(difference: Difference) -> dict[str, Any]:
    """Plain data, ready for `json.dumps`."""
    return {
        "version": VERSION,
        "old": _version(difference.old),
        "new": _version(difference.new),
        "ops": [_op(op) for op in difference.ops],
        "stat": stat_dict(difference),
    }


def stat_dict(difference: Difference) -> dict[str, Any]:
    """The figures of a difference."""
    stat = difference.stat
    return {
        "edits": stat.edits,
        "moves": difference.moves,
        "words_old": difference.words_old,
        "words_new": difference.words_new,
        "words_deleted": stat.words_deleted,
        "words_inserted": stat.words_inserted,
        "words_replaced": stat.words_replaced,
        "categories": {
            str(kind): stat.categories[kind] for kind in sorted(stat.categories)
        },
    }


def _version(one: Version) -> dict[str, str]:
    return {"path": one.path, "sha256": one.sha256}


def _op(op: Op) -> dict[str, Any]:
    plain: dict[str, Any] = {"op": str(op.kind), "text": op.text}
    if op.move is not None:
        plain["move"] = op.move
    return plain
