"""A difference as Markdown, for a comment or a pull request.

Rule: what the texts hold stays text: their marks of Markdown and HTML are escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from posteditor.diff import Op, OpKind
from posteditor.reports.difference.compare import Difference
from posteditor.reports.difference.data import stat_dict
from posteditor.reports.difference.hunks import Row, hunks
from posteditor.sanitise import sanitise

# What means something anywhere, and what only does at the start of a line.
_MARKS = re.compile(r"([\\`*_\[\]<>|~&@$#])|\A(\s*)([-+=]|\d+[.)])(?=\s|\Z)")
_SIDES = re.compile(r"(\s*)(.*?)(\s*)\Z", re.DOTALL)


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
    return "".join(map(_op, row.ops)).strip() or "¶"


def _op(op: Op) -> str:
    found = _SIDES.match(op.text)
    assert found
    before, text, after = (sanitise(part, newline=" ") for part in found.groups())
    if op.kind is OpKind.EQUAL or not text:
        return before + escaped(text) + after
    moved = f" ⟨moved {op.move}⟩" if op.move else ""
    tag = "del" if op.kind is OpKind.DELETE else "ins"
    return f"{before}<{tag}>{escaped(text)}</{tag}>{moved}{after}"


def escaped(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _MARKS.sub(_escape, sanitise(text, newline=" "))


def _escape(found: re.Match[str]) -> str:
    if found[1]:
        return f"\\{found[1]}"
    return f"{found[2]}{found[3][:-1]}\\{found[3][-1]}"
