"""A segment out of a line: the line itself, a cell of TSV, a value of JSON.

Rule: TSV has a header and no quoting, as the field's corpora are released.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from posteditor.errors import InputError
from posteditor.scoring.reading.names import Layout, Named

Cell = Callable[[str], str]

# What the columns of released corpora are called, by what they are used as.
_USUAL = {
    "mt": ("mt", "translation", "hypothesis", "hyp", "target"),
    "pe": ("pe", "post-edit", "postedit", "post_edit", "post-edited", "revision"),
    "ref": ("ref", "reference"),
    "source": ("source", "src", "original"),
    "docs": ("doc", "document", "docid", "doc_id"),
}


class CellError(ValueError):
    """A line has no such cell; the message says why."""


def chosen(name: Named, role: str, columns: Sequence[str]) -> str:
    """The column to read of those there are: the one named, or what is usual for the
    role. `InputError` lists those there are."""
    found = _found(name, role, columns)
    if columns.count(found) > 1:
        raise InputError(
            f"{name.file}: has {columns.count(found)} columns {found!r}",
            hint="give them names of their own",
        )
    return found


def _found(name: Named, role: str, columns: Sequence[str]) -> str:
    if name.column is not None:
        if name.column in columns:
            return name.column
        missing = f"has no column {name.column!r}"
    else:
        usual = _USUAL.get(role, (role,))
        lower = {column.lower(): column for column in reversed(columns)}
        for one in usual:
            if one in lower:
                return lower[one]
        missing = f"has no column {usual[0]!r}"
    listed = ", ".join(columns) or "none"
    raise InputError(
        f"{name.file}: {missing}; columns: {listed}",
        hint=f"name one: {name.file}:COLUMN",
    )


def cell_reader(layout: Layout, field: str | int | None) -> Cell:
    """A function from a line to its segment. It raises `CellError`."""
    if layout is Layout.TSV:
        assert isinstance(field, int)
        return lambda line: _tsv(line, field)
    if layout is Layout.JSONL:
        return lambda line: _json(line, field)
    return lambda line: line


def _tsv(line: str, field: int) -> str:
    cells = line.split("\t")
    if field >= len(cells):
        raise CellError(f"has {len(cells)} columns, not {field + 1}")
    return cells[field]


def _json(line: str, field: object) -> str:
    value = json_object(line).get(field)
    if not isinstance(value, str):
        raise CellError(f"{field!r} is no text here")
    return value


def json_object(line: str) -> dict[object, object]:
    """A line of JSON as an object. It raises `CellError`."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise CellError(f"is no JSON: {error}") from error
    if not isinstance(found, dict):
        raise CellError("is no JSON object")
    return found
