"""Files as plain bytes on disk: gzip unpacked, standard input stored, both once.

Rule: a packed file that grows beyond all measure is refused, not unpacked to the end.
"""

from __future__ import annotations

import errno
import gzip
import hashlib
import sys
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from posteditor.errors import InputError, OutputError
from posteditor.scoring.reading.names import GZIP, Named

_BLOCK = 1 << 20
# Text shrinks to a fourth, a fortieth at the very best; nulls to a thousandth.
_MOST_GROWTH = 200
_ALWAYS_FINE = 100 * _BLOCK


class Spool:
    """A folder for what has to be unpacked; it goes when the spool is closed."""

    def __init__(self, stdin: BinaryIO | None = None) -> None:
        self._stdin = stdin
        self._known: dict[str, tuple[Path, str]] = {}
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def __enter__(self) -> Spool:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._folder:
            self._folder.cleanup()

    def plain(self, name: Named) -> tuple[Path, str]:
        """Where the plain bytes lie, and the SHA-256 of the file as it was given.

        `InputError` for a file that cannot be read, `OutputError` where there is no
        room to unpack it.
        """
        if name.file not in self._known:
            self._known[name.file] = self._plain(name)
        return self._known[name.file]

    def _plain(self, name: Named) -> tuple[Path, str]:
        if name.is_stdin:
            return self._store(name, self._stdin or sys.stdin.buffer)
        try:
            with name.path.open("rb") as file:
                packed = name.file.lower().endswith(GZIP)
                if not name.path.is_file():
                    # A pipe, as a shell makes of <(…), can be read once.
                    return self._store(name, file, packed=packed)
                digest = hashlib.file_digest(file, "sha256").hexdigest()
                if not packed:
                    return name.path.absolute(), digest
                file.seek(0)
                return self._store(name, file, packed=True)[0], digest
        except OSError as error:
            raise InputError(f"{name.file}: {error.strerror or error}") from error

    def _store(
        self, name: Named, stream: BinaryIO, *, packed: bool = False
    ) -> tuple[Path, str]:
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="posteditor-")
        target = Path(self._folder.name) / str(len(self._known))
        digest = hashlib.sha256()
        blocks = _unpacked(name, stream) if packed else _blocks(stream)
        with target.open("wb") as file:
            for block in blocks:
                digest.update(block)
                _write(file, block)
        return target, digest.hexdigest()


def _write(file: BinaryIO, block: bytes) -> None:
    try:
        file.write(block)
    except OSError as error:
        hint = "make room, or name another folder in TMPDIR"
        raise OutputError(
            f"{file.name}: {error.strerror or error}",
            hint=hint if error.errno == errno.ENOSPC else None,
        ) from error


def _blocks(stream: BinaryIO) -> Iterator[bytes]:
    while block := stream.read(_BLOCK):
        yield block


def _unpacked(name: Named, stream: BinaryIO) -> Iterator[bytes]:
    grown = 0
    try:
        with gzip.GzipFile(fileobj=stream) as file:
            for block in _blocks(file):  # type: ignore[arg-type]
                grown += len(block)
                if grown > max(_ALWAYS_FINE, _MOST_GROWTH * stream.tell()):
                    raise InputError(
                        f"{name.file}: unpacks to more than {_MOST_GROWTH} times its "
                        "size, which no text does",
                        hint="unpack it yourself if that is right",
                    )
                yield block
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise InputError(
            f"{name.file}: is no whole gzip file: {error}", hint="fetch it again"
        ) from error
