"""Workbooks: tables with a frozen header, filters, and cells that are what they say.

Rule: text is text, whatever it begins with; no cell is a formula or a link.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from unicodedata import east_asian_width

from posteditor.diff import Op, OpKind
from posteditor.reports.xmltext import fit
from posteditor.sanitise import sanitise

# What a cell may hold, in units of UTF-16, with room for the note that it was cut.
LONGEST = 32_767 - 100

# The height of a line, and of the highest row there can be.
LINE_POINTS, HIGHEST_POINTS = 15, 409
# Letters that are looked at to find a height; more of them fill the highest row.
MOST_READ = 5_000
_TOO_LONG = "(too long for a cell that shows changes)"

Cell = str | float | None | tuple[Op, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """`digits` behind the point of its figures; `width` in characters."""

    title: str
    width: int = 12
    digits: int = 0


class Workbook:
    """Sheets in the order they are added; `done` gives the bytes."""

    def __init__(self, title: str, author: str, date: datetime) -> None:
        from xlsxwriter import Workbook as Book

        self._out = io.BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False}
        self._book = Book(self._out, {**options, "strings_to_urls": False})
        self._book.set_properties(
            {
                "title": sanitise(title),
                "author": sanitise(author),
                "created": date.astimezone(UTC).replace(tzinfo=None),
            }
        )
        self._formats: dict[tuple[tuple[str, object], ...], Any] = {}

    def done(self) -> bytes:
        self._book.close()
        return self._out.getvalue()

    def add(
        self, name: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]
    ) -> None:
        """A sheet that is one table, with filters."""
        sheet = self._book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for at, column in enumerate(columns):
            sheet.set_column(at, at, column.width)
        self._header(sheet, 0, columns)
        last = 0
        for last, row in enumerate(rows, start=1):
            self._row(sheet, last, columns, row)
        sheet.autofilter(0, 0, last, len(columns) - 1)
        _for_paper(sheet)
        sheet.repeat_rows(0)

    def add_parts(
        self,
        name: str,
        widths: Sequence[int],
        parts: Iterable[tuple[str, Sequence[Column], Sequence[Sequence[Cell]]]],
    ) -> None:
        """A sheet of several small tables, one below the other, each with a title."""
        sheet = self._book.add_worksheet(name)
        for at, width in enumerate(widths):
            sheet.set_column(at, at, width)
        line = 0
        for title, columns, rows in parts:
            sheet.write_string(line, 0, fit(title), self._format(bold=True, size=13))
            if any(column.title for column in columns):
                line += 1
                self._header(sheet, line, columns)
            for row in rows:
                line += 1
                self._row(sheet, line, columns, row, wrap=False)
            line += 2
        _for_paper(sheet)

    def _header(self, sheet: Any, line: int, columns: Sequence[Column]) -> None:
        style = self._format(bold=True, header=True)
        for at, column in enumerate(columns):
            sheet.write_string(line, at, column.title, style)

    def _row(
        self,
        sheet: Any,
        line: int,
        columns: Sequence[Column],
        row: Sequence[Cell],
        *,
        wrap: bool = True,
    ) -> None:
        """One row; wrapped cells are given the room they need, for not every program
        finds out by itself."""
        if wrap:
            lines = max(map(_lines, row, columns), default=1)
            sheet.set_row(line, min(LINE_POINTS * lines + 1, HIGHEST_POINTS))
        style = self._format(text=True, wrap=wrap)
        for at, (column, cell) in enumerate(zip(columns, row, strict=True)):
            if isinstance(cell, tuple):
                self._changes(sheet, line, at, cell)
            elif isinstance(cell, str):
                if cell:
                    sheet.write_string(line, at, _cut(cell), style)
            elif cell is not None:
                figures = self._format(digits=column.digits)
                sheet.write_number(line, at, cell, figures)

    def _changes(self, sheet: Any, line: int, at: int, ops: Sequence[Op]) -> None:
        """A diff with what went struck out and what came underlined."""
        if not ops:
            return
        text = self._format(text=True, wrap=True)
        whole = "".join(op.text for op in ops)
        if len(ops) == 1:
            sheet.write_string(line, at, _cut(whole), self._edit(ops[0].kind))
            return
        if _cut(whole) != _clean(whole):
            sheet.write_string(line, at, _TOO_LONG, text)
            return
        pieces: list[Any] = []
        for op in ops:
            if op.kind is not OpKind.EQUAL:
                pieces.append(self._edit(op.kind))
            pieces.append(_clean(op.text))
        sheet.write_rich_string(line, at, *pieces, text)

    def _edit(self, kind: OpKind) -> Any:
        return self._format(edit=str(kind))

    def _format(self, **wanted: Any) -> Any:
        key = tuple(sorted(wanted.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(_properties(**wanted))
        return self._formats[key]


def _properties(
    *,
    bold: bool = False,
    header: bool = False,
    text: bool = False,
    wrap: bool = False,
    size: int = 0,
    digits: int | None = None,
    edit: str = "",
) -> dict[str, object]:
    found: dict[str, object] = {"valign": "top"}
    if bold:
        found["bold"] = True
    if size:
        found["font_size"] = size
    if header:
        found |= {"bottom": 1, "bg_color": "#E8EEF4", "text_wrap": True}
    if text or edit:
        # Text stays text when it is edited, too.
        found |= {"text_wrap": wrap or bool(edit), "quote_prefix": True}
    if text and wrap:
        found["indent"] = 1
    if digits is not None:
        found["num_format"] = "#,##0" + ("." + "0" * digits if digits else "")
    if edit == "delete":
        found |= {"font_strikeout": True, "font_color": "#9C0006"}
    if edit == "insert":
        found |= {"underline": 1, "bold": True, "font_color": "#00561B"}
    return found


def _lines(cell: Cell, column: Column) -> int:
    """About how many lines a cell takes. Wide letters take the room of two."""
    if isinstance(cell, tuple):
        cell = "".join(op.text for op in cell)
    if not isinstance(cell, str):
        return 1
    room = max(column.width - 1, 1)
    if len(cell) * 2 <= room and "\n" not in cell:
        return 1
    lines = cell[:MOST_READ].split("\n")
    return sum(max(1, -(-_width(line) // room)) for line in lines)


def _width(line: str) -> int:
    if line.isascii():
        return len(line)
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in line)


def _for_paper(sheet: Any) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)


def _clean(text: str) -> str:
    return fit(text.replace("\r\n", "\n").replace("\r", "\n"))


def _cut(text: str) -> str:
    """As much as a cell can hold, and how much it lacks."""
    text = _clean(text)
    if len(text) <= LONGEST // 2:
        return text
    units = text.encode("utf-16-le")
    if len(units) // 2 <= LONGEST:
        return text
    kept = units[: 2 * LONGEST].decode("utf-16-le", "ignore")
    return f"{kept} … ({len(text) - len(kept):,} characters more)"
