"""A lock on a file that ends with its process, however the process ends.

Rule: a lock is exclusive between processes and between two holders in one process.
"""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from posteditor.errors import SessionBusyError, StoreError

NOTE_BYTES = 300

if sys.platform == "win32":
    import msvcrt

    # Far behind the note, which other processes must be able to read.
    _LOCKED_BYTE = 1 << 20

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError from error
        finally:
            os.lseek(descriptor, 0, os.SEEK_SET)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def held(path: Path, what: str) -> Iterator[None]:
    """Hold the lock file at `path` while the context lasts. `what` names the thing it
    guards in the `SessionBusyError` for a second holder."""
    descriptor = _acquire(path, what)
    try:
        _write_note(descriptor)
        yield
    finally:
        os.close(descriptor)


def _acquire(path: Path, what: str) -> int:
    while True:
        descriptor = -1
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
            _lock(descriptor)
            if is_at(path, descriptor):
                return descriptor
        except BlockingIOError:
            holder = _read_note(descriptor)
            os.close(descriptor)
            raise SessionBusyError(
                f"{what} is being edited by {holder}",
                hint="close it there, or look with --read-only",
            ) from None
        except OSError as error:
            if descriptor >= 0:
                os.close(descriptor)
            reason = error.strerror or type(error).__name__
            raise StoreError(f"{path}: cannot be locked: {reason}") from error
        os.close(descriptor)


def is_at(path: Path, descriptor: int) -> bool:
    """Is the locked file still the one with this name? Its holder may have removed it
    between our opening and our locking."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _write_note(descriptor: int) -> None:
    """Say who holds the lock; a disk that has no room for it is no reason to stop."""
    note = f"{os.getpid()} {socket.gethostname()}\n".encode("utf-8", "replace")
    try:
        os.ftruncate(descriptor, 0)
        os.write(descriptor, note)
    except OSError:
        return


def _read_note(descriptor: int) -> str:
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        note = os.read(descriptor, NOTE_BYTES).decode("utf-8", "replace")
    except OSError:
        note = ""
    pid, _, host = note.strip().partition(" ")
    if not pid.isdigit() or not host.isprintable():
        return "another process"
    return f"process {pid} on {host}" if host else f"process {pid}"
