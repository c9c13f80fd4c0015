"""The statistics of all segments, in memory or in a file that outlives the process.

Rule: a shard counts as done only when its rows are on disk under their checksum, so a
run that was interrupted goes on where it stopped and never on damaged rows.
"""

from __future__ import annotations

import os
import shutil
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from posteditor.errors import OutputError
from posteditor.scoring.measures import Stats

Rows = npt.NDArray[np.int32]

_ROWS = "rows"
_DONE = "done"
# A checksum of 32 bits has no more.
_DIGITS = 10


class Gathered:
    """Rows of `width` numbers for `segments` segments, filled shard by shard."""

    def __init__(self, segments: int, width: int, size: int) -> None:
        self._size = size
        self.rows: Rows = np.zeros((segments, width), dtype=np.int32)
        self._done: set[int] = set()

    @property
    def done(self) -> frozenset[int]:
        """The numbers of the shards that are there."""
        return frozenset(self._done)

    @property
    def segments_done(self) -> int:
        return sum(len(self._of(shard)) for shard in self._done)

    def put(self, shard: int, rows: Sequence[Stats] | Rows) -> None:
        """The rows of a shard. `OutputError` where they cannot be kept."""
        self._of(shard)[:] = rows
        self._done.add(shard)

    def total(self, segments: npt.NDArray[np.intp] | None = None) -> list[int]:
        """The sums over all segments, or over some."""
        rows = self.rows if segments is None else self.rows[segments]
        return [int(number) for number in rows.sum(axis=0, dtype=np.int64)]

    def row(self, segment: int) -> list[int]:
        return [int(number) for number in self.rows[segment]]

    def discard(self) -> None:
        """Nobody needs the rows any more."""

    def close(self) -> None:
        """Let go of files; what is done stays for another run."""

    def _of(self, shard: int) -> Rows:
        return self.rows[shard * self._size : (shard + 1) * self._size]


class Kept(Gathered):
    """Rows in a folder of their own."""

    def __init__(self, folder: Path, segments: int, width: int, size: int) -> None:
        super().__init__(0, width, size)
        self._folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self.rows = _mapped(folder / _ROWS, segments, width)
            self._done.update(self._sound(folder / _DONE))
            self._log = (folder / _DONE).open("a", encoding="ascii")
        except OSError as error:
            raise _no_room(folder, error) from error

    def put(self, shard: int, rows: Sequence[Stats] | Rows) -> None:
        super().put(shard, rows)
        checksum = zlib.crc32(self._of(shard).tobytes())
        try:
            self._log.write(f"{shard} {checksum}\n")
            self._log.flush()
        except OSError as error:
            raise _no_room(self._folder, error) from error

    def discard(self) -> None:
        self.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def close(self) -> None:
        if not self._log.closed:
            self._log.close()

    def _sound(self, log: Path) -> Iterator[int]:
        """Shards whose rows are those that were written."""
        lines = log.read_text("ascii", "replace").splitlines() if log.exists() else []
        for line in lines:
            shard, _, checksum = line.partition(" ")
            if _is_number(shard) and _is_number(checksum):
                rows = self._of(int(shard))
                if len(rows) and zlib.crc32(rows.tobytes()) == int(checksum):
                    yield int(shard)


def _is_number(text: str) -> bool:
    return text.isdecimal() and len(text) <= _DIGITS


def _mapped(path: Path, segments: int, width: int) -> Rows:
    """Rows that lie in a file, whose room is claimed before they are written: a full
    disk would end the process later."""
    size = segments * width * np.dtype(np.int32).itemsize
    with path.open("ab") as file:
        if hasattr(os, "posix_fallocate"):
            os.posix_fallocate(file.fileno(), 0, size)
        else:
            file.truncate(size)
    return np.memmap(path, dtype=np.int32, mode="r+", shape=(segments, width))


def _no_room(folder: Path, error: OSError) -> OutputError:
    return OutputError(
        f"{folder}: {error.strerror or error}",
        hint="make room there, or name another place in XDG_CACHE_HOME",
    )
