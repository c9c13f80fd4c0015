"""A difference as Markdown, for a comment or a pull request.

Rule: what the texts hold stays text.
"""

from __future__ import annotations

from collections.abc import Iterator

from posteditor.diff import Op
from posteditor.reports.difference.compare import Difference
from posteditor.reports.difference.data import stat_dict
from posteditor.reports.difference.hunks import Row, hunks
from posteditor.reports.markup import escaped, marked


def as_markdown(difference: Difference, context: int = 1) -> str:
    """Changed lines with the lines around them."""
    return "\n".join(_lines(difference, context)) + "\n"


def _lines(difference: Difference, context: int) -> Iterator[str]:
    old, new = escaped(difference.old.path), escaped(difference.new.path)
    yield f"# {old} → {new}"
    yield ""
    figures = stat_dict(difference)
    yield (
        f"{figures['edits']} edits, {figures['moves']} moves; "
        f"{figures['words_old']} words, then {figures['words_new']}"
    )
    for hunk in hunks(difference, context):
        yield ""
        yield f"## Line {hunk.rows[0].old} → {hunk.rows[0].new}"
        for row in hunk.rows:
            yield ""
            yield _row(row)


def _row(row: Row) -> str:
    """A line that is empty on both sides shows as such."""
    last = len(row.ops) - 1
    ops = [
        Op(op.kind, op.text.removesuffix("\n") if at == last else op.text, op.move)
        for at, op in enumerate(row.ops)
    ]
    return marked([op for op in ops if op.text]) or "¶"
