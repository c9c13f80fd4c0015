"""What a user names as a text: `FILE`, `FILE:COLUMN`, `-` or `-:COLUMN`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

STDIN = "-"
GZIP = ".gz"


class Layout(StrEnum):
    """How the segments lie in a file."""

    LINES = "lines"
    TSV = "tsv"
    JSONL = "jsonl"


_LAYOUTS = {
    ".tsv": Layout.TSV,
    ".jsonl": Layout.JSONL,
    ".ndjson": Layout.JSONL,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A text as named on the command line. `layout` None: standard input with a column,
    whose first byte tells."""

    text: str
    file: str
    column: str | None = None
    layout: Layout | None = Layout.LINES

    @property
    def is_stdin(self) -> bool:
        return self.file == STDIN

    @property
    def path(self) -> Path:
        return Path(self.file)


def named(text: str) -> Named:
    """Read a name. A file that exists under the whole name wins over a column."""
    layout = _layout(text)
    if text == STDIN or Path(text).exists():
        return Named(text=text, file=text, layout=layout)
    file, colon, column = text.rpartition(":")
    if colon and column and file == STDIN:
        return Named(text=text, file=file, column=column, layout=None)
    if colon and column and _layout(file) is not Layout.LINES:
        return Named(text=text, file=file, column=column, layout=_layout(file))
    return Named(text=text, file=text, layout=layout)


def _layout(file: str) -> Layout:
    suffix = Path(file.lower().removesuffix(GZIP)).suffix
    return _LAYOUTS.get(suffix, Layout.LINES)
