"""A difference in a terminal: inline, or side by side.

Rule: what colours say, signs say too where there are no colours; text of documents is
made fit for a screen before anything else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.text import Text

from posteditor.diff import Op, OpKind, Parts, detail
from posteditor.reports.difference import Difference, Row, hunks
from posteditor.sanitise import sanitise

_SIGNS = {OpKind.DELETE: ("[-", "-]"), OpKind.INSERT: ("{+", "+}")}
_STYLES = {OpKind.DELETE: "red strike", OpKind.INSERT: "green"}
_MOVED = {OpKind.DELETE: "blue strike", OpKind.INSERT: "blue"}
_LETTERS = "bold underline"
_BETWEEN = 3


def inline(difference: Difference, context: int, *, colours: bool) -> Iterator[Text]:
    """Changed lines with both versions in one, and the lines around them."""
    yield Text(f"--- {sanitise(difference.old.path)}", "dim")
    yield Text(f"+++ {sanitise(difference.new.path)}", "dim")
    for hunk in hunks(difference, context):
        yield _place(hunk.rows[0])
        for row in hunk.rows:
            yield _joined(_with_details(row.ops), colours)


def side_by_side(
    difference: Difference, context: int, *, colours: bool, width: int
) -> Iterator[Text]:
    """Two columns in `width` cells; a row takes as many lines as its longer side."""
    column = (width - _BETWEEN) // 2
    for hunk in hunks(difference, context):
        yield _place(hunk.rows[0])
        for row in hunk.rows:
            pieces = list(_with_details(row.ops))
            left = _column(pieces, OpKind.INSERT, colours, column)
            right = _column(pieces, OpKind.DELETE, colours, column)
            mark = "   " if row.is_equal else " | "
            for at in range(max(len(left), len(right))):
                line = left[at] if at < len(left) else Text()
                line.pad_right(column - line.cell_len)
                yield Text.assemble(line, mark, right[at] if at < len(right) else "")


def printed(lines: Iterable[Text], *, colours: bool) -> Iterator[str]:
    """The lines with their escape codes, or without any."""
    console = Console(
        color_system="standard" if colours else None,
        force_terminal=colours,
        no_color=not colours,
        highlight=False,
        markup=False,
    )
    for line in lines:
        with console.capture() as capture:
            console.print(line, end="", soft_wrap=True)
        yield capture.get().rstrip()


def _place(row: Row) -> Text:
    return Text(f"@@ line {row.old}, now {row.new} @@", "dim")


Piece = tuple[Op, Parts | None]


def _with_details(ops: Sequence[Op]) -> Iterator[Piece]:
    """Each operation, with what changed inside it where a word changed little."""
    waiting: Parts | None = None
    for at, op in enumerate(ops):
        parts, waiting = waiting, None
        after = ops[at + 1] if at + 1 < len(ops) else None
        replaced = op.kind is OpKind.DELETE and after and after.kind is OpKind.INSERT
        if replaced and after and not (op.move or after.move):
            found = detail(op.text, after.text)
            if found:
                parts, waiting = found
        yield op, parts


def _joined(pieces: Iterable[Piece], colours: bool) -> Text:
    return Text.assemble(*(_text(*piece, colours) for piece in pieces))


def _text(op: Op, parts: Parts | None, colours: bool) -> Text:
    words = sanitise(_bare(op.text))
    if op.kind is OpKind.EQUAL:
        return Text(words)
    move = f"({op.move})" if op.move else ""
    if not colours:
        before, after = _SIGNS[op.kind]
        return Text(f"{before}{words}{after}{move}")
    style = (_MOVED if op.move else _STYLES)[op.kind]
    if not parts:
        return Text.assemble((words, style), move)
    letters = [
        (sanitise(part.text), f"{style} {_LETTERS}" if part.changed else style)
        for part in parts
    ]
    return Text.assemble(*letters)


def _bare(text: str) -> str:
    """Without the line end that ends a row; others are pictured."""
    return text.removesuffix("\n").removesuffix("\r")


def _column(
    pieces: Iterable[Piece], without: OpKind, colours: bool, width: int
) -> list[Text]:
    """One version of a row, wrapped."""
    side = _joined((piece for piece in pieces if piece[0].kind is not without), colours)
    lines = list(side.wrap(Console(width=width), width, overflow="fold"))
    for line in lines:
        line.rstrip()
    return lines
