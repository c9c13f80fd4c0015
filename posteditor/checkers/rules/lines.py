"""On which line of a TOML file a table, a key or an item of a list stands.

Python's reader gives values without their lines. Rule: a wrong guess may mislead a
reader of an error, never the program: nothing but messages depends on this.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*(?:"{3,5}|\Z)'
    r"|'''(?:[^']|'(?!''))*(?:'{3,5}|\Z)"
    r'|"(?:[^"\\\n]|\\.)*"?'
    r"|'[^'\n]*'?"
    r"|\#[^\n]*"
    r"|\n|[\[\]{},=]|[^\s\[\]{},=\"'#]+",
    re.DOTALL,
)


@dataclass(slots=True)
class TableLines:
    """The lines (from 1) of one table: of its header, its keys, and of the items of a
    list behind a key."""

    name: str
    line: int
    keys: dict[str, int] = field(default_factory=dict)
    items: dict[str, list[int]] = field(default_factory=dict)

    def of(self, key: str | None = None, item: int | None = None) -> int:
        """The line of an item, else of its key, else of the table."""
        lines = self.items.get(key or "", ())
        if item is not None and item < len(lines):
            return lines[item]
        return self.keys.get(key or "", self.line)


@dataclass(slots=True)
class _Scan:
    tables: list[TableLines] = field(default_factory=lambda: [TableLines("", 1)])
    depth: int = 0
    header: list[str] | None = None
    words: list[str] = field(default_factory=list)
    key: str | None = None
    item_due: bool = False

    def take(self, token: str, line: int) -> None:
        if self.key is not None:
            self._value(token, line)
        elif token == "\n":
            self._end_of_line()
        elif token == "=":
            self.key = ".".join(self.words)
            self.tables[-1].keys.setdefault(self.key, line)
        elif token == "[" and not self.words:
            self.header = [] if self.header is None else self.header
        elif token == "]" and self.header:
            self.tables.append(TableLines("".join(self.header), line))
            self.header = None
        elif self.header is not None:
            self.header.append(_bare(token))
        elif not token.startswith("#"):
            self.words.append(_bare(token))

    def _end_of_line(self) -> None:
        self.words, self.header, self.key, self.depth = [], None, None, 0

    def _value(self, token: str, line: int) -> None:
        if token == "\n":
            if self.depth == 0:
                self._end_of_line()
            return
        if token.startswith("#"):
            return
        if token in "]}":
            self.depth -= 1
            return
        if self.depth == 1 and token == ",":
            self.item_due = True
        elif self.depth == 1 and self.item_due:
            self.item_due = False
            self.tables[-1].items.setdefault(self.key or "", []).append(line)
        if token in "[{":
            self.item_due = self.depth == 0
            self.depth += 1


def table_lines(text: str) -> Sequence[TableLines]:
    """The tables of a TOML text in their order; the first holds the keys before any
    header and is named ""."""
    scan = _Scan()
    line = 1
    for match in _TOKEN.finditer(text.replace("\r\n", "\n")):
        scan.take(match[0], line)
        line += match[0].count("\n")
    return scan.tables


def named(tables: Sequence[TableLines], name: str) -> Sequence[TableLines]:
    """The tables of one name: `[name]` or each `[[name]]`."""
    return [table for table in tables if table.name == name]


def _bare(token: str) -> str:
    return token.strip("\"'")
