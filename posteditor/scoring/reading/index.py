"""Where the segments of a text lie: read through once, then any shard at once.

Rule: lines end at a line feed and nowhere else, so that counts agree with other tools;
an empty line is an empty segment.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from posteditor.errors import DecodingError, InputError
from posteditor.scoring.reading.cells import (
    CellError,
    cell_reader,
    chosen,
    json_object,
)
from posteditor.scoring.reading.names import Layout, Named
from posteditor.scoring.reading.spool import Spool
from posteditor.scoring.shards import SHARD

_BOM = b"\xef\xbb\xbf"
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")
# No segment is longer; a file without line ends would be read as one.
LONGEST_LINE = 16 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """Consecutive segments of a text: bytes `start` to `stop` of a plain file."""

    data: Path
    segments: int
    layout: Layout
    field: str | int | None
    start: int
    stop: int

    def read(self) -> list[str]:
        """The segments. `InputError` where the file changed since it was indexed."""
        try:
            with self.data.open("rb") as file:
                file.seek(self.start)
                lines = file.read(self.stop - self.start).split(b"\n")
            if not lines[-1]:
                lines.pop()
            cell = cell_reader(self.layout, self.field)
            texts = [cell(_bare(line).decode()) for line in lines]
        except OSError as error:
            raise InputError(f"{self.data}: {error.strerror or error}") from error
        except (UnicodeDecodeError, CellError):
            texts = []
        if len(texts) != self.segments:
            raise InputError(f"{self.data}: changed while it was scored")
        return texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """An indexed text. `sha256` is that of the file as given, `said` one of the
    segments alone, whatever they lie in. `empty` segments have no word. `offsets` are
    where each shard of `size` segments begins, and the end."""

    name: Named
    sha256: str
    said: str
    segments: int
    empty: int
    data: Path
    layout: Layout
    field: str | int | None
    offsets: tuple[int, ...]
    size: int

    def shard(self, at: int) -> Range:
        """The segments of a shard, by its number."""
        return Range(
            data=self.data,
            segments=min(self.size, self.segments - at * self.size),
            layout=self.layout,
            field=self.field,
            start=self.offsets[at],
            stop=self.offsets[at + 1],
        )

    def texts(self) -> Iterator[str]:
        """All segments, a shard in memory at a time."""
        for at in range(len(self.offsets) - 1):
            yield from self.shard(at).read()


def index(name: Named, role: str, spool: Spool, size: int = SHARD) -> Column:
    """Read a text through: count its segments and prove that each can be read.

    `role` ("mt", "pe", "ref", …) chooses the column where none is named. Raises
    `InputError` with the number of the line that is wrong.
    """
    data, digest = spool.plain(name)
    try:
        with data.open("rb") as file:
            return _indexed(name, role, file, digest, size)
    except OSError as error:
        raise InputError(f"{name.file}: {error.strerror or error}") from error


def _indexed(name: Named, role: str, file: BinaryIO, digest: str, size: int) -> Column:
    head = file.read(len(_BOM))
    if head.startswith(_WIDE_BOMS):
        raise DecodingError(f"{name.file}: is UTF-16", hint="save it as UTF-8")
    start = len(_BOM) if head == _BOM else 0
    file.seek(start)
    layout = name.layout or (Layout.JSONL if file.read(1) == b"{" else Layout.TSV)
    file.seek(start)
    field, offset, skipped = _field(name, layout, role, file, start)
    cell = cell_reader(layout, field)
    offsets, segments, empty = [offset], 0, 0
    said = hashlib.sha256()
    for number, line in _lines(name, file, skipped):
        try:
            text = cell(_text(name, number, line))
        except CellError as error:
            raise InputError(f"{name.file}:{number}: {error}") from error
        said.update(text.encode("utf-8", "surrogatepass") + b"\n")
        offset += len(line)
        segments += 1
        empty += not text or text.isspace()
        if segments % size == 0:
            offsets.append(offset)
    if offsets[-1] != offset or segments == 0:
        offsets.append(offset)
    return Column(
        name=name,
        sha256=digest,
        said=said.hexdigest(),
        segments=segments,
        empty=empty,
        data=Path(file.name),
        layout=layout,
        field=field,
        offsets=tuple(offsets),
        size=size,
    )


def _field(
    name: Named, layout: Layout, role: str, file: BinaryIO, start: int
) -> tuple[str | int | None, int, int]:
    """The column, where its first segment lies, and how many lines stand before it."""
    if layout is Layout.LINES:
        return None, start, 0
    first = next(_lines(name, file, 0), None)
    if first is None:
        raise InputError(f"{name.file}: is empty: it has no columns")
    number, line = first
    text = _text(name, number, line)
    if layout is Layout.TSV:
        columns = text.split("\t")
        column = chosen(name, role, columns)
        return columns.index(column), start + len(line), 1
    try:
        columns = [str(key) for key in json_object(text)]
    except CellError as error:
        raise InputError(f"{name.file}:{number}: {error}") from error
    file.seek(start)
    return chosen(name, role, columns), start, 0


def _lines(name: Named, file: BinaryIO, skipped: int) -> Iterator[tuple[int, bytes]]:
    number = skipped
    while line := file.readline(LONGEST_LINE + 1):
        number += 1
        if len(line) > LONGEST_LINE:
            raise InputError(
                f"{name.file}:{number}: a line of more than "
                f"{LONGEST_LINE >> 20} MB is no segment",
                hint="give a segment a line",
            )
        yield number, line


def _text(name: Named, number: int, line: bytes) -> str:
    try:
        return _bare(line).decode()
    except UnicodeDecodeError as error:
        raise DecodingError(
            f"{name.file}:{number}: byte {error.start + 1} is not UTF-8",
            hint="save the file as UTF-8",
        ) from error


def _bare(line: bytes) -> bytes:
    line = line.removesuffix(b"\n")
    return line.removesuffix(b"\r")
