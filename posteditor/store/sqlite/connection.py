"""One SQLite connection as this program wants it: durable, private, of a known version.

Rule: a file that is not a store, is damaged, or is from a newer version is refused
before anything is written to it.
"""

from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path
from typing import NamedTuple

from posteditor.errors import StoreError
from posteditor.store.sqlite import failures
from posteditor.store.sqlite.schema import APPLICATION_ID, MIGRATIONS, VERSION

BUSY_SECONDS = 5.0

# The file format of SQLite, section 1.3: the magic at 0, the user version at 60, the
# application id at 68, both big-endian.
_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100


def connect(path: Path) -> sqlite3.Connection:
    """Open the store at `path`, create or migrate it. `StoreError` says why not."""
    with failures.explained(path):
        _make_private(path)
        _check_header(path)
        connection = sqlite3.connect(
            path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        try:
            _check_version(path, connection)
            configure(connection)
            _migrate(path, connection)
        except BaseException:
            connection.close()
            raise
    return connection


def configure(connection: sqlite3.Connection) -> None:
    """WAL, and a commit that returns only when the disk has it."""
    connection.execute("PRAGMA journal_mode = WAL").fetchone()
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA trusted_schema = OFF")


def make_folder(folder: Path) -> None:
    """Create `folder` and what lacks above it, for the user alone."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)


def _make_private(path: Path) -> None:
    """Create an empty file for the user alone; SQLite gives its side files its mode."""
    make_folder(path.parent)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))


class _Header(NamedTuple):
    version: int
    application: int


def _check_header(path: Path) -> None:
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode):
        raise StoreError(
            f"{path}: the store is not a regular file", hint=failures.ELSEWHERE
        )
    with path.open("rb") as file:
        raw = file.read(_HEADER_BYTES)
    if not raw:
        if _size(path.with_name(path.name + "-wal")):
            raise failures.damaged(path)
        return
    if not raw.startswith(_MAGIC[: len(raw)]):
        raise failures.foreign(path)
    if len(raw) < _HEADER_BYTES:
        raise failures.damaged(path)
    version = int.from_bytes(raw[60:64], "big")
    application = int.from_bytes(raw[68:72], "big")
    _judge(path, _Header(version=version, application=application))


def _check_version(path: Path, connection: sqlite3.Connection) -> None:
    """Look again: the last change of the header may still be in the WAL."""
    connection.execute("BEGIN")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    connection.execute("COMMIT")
    if version == application == 0 and tables:
        raise failures.foreign(path)
    _judge(path, _Header(version=version, application=application))


def _judge(path: Path, header: _Header) -> None:
    if header == (0, 0):
        return
    if header.application != APPLICATION_ID:
        raise failures.foreign(path)
    if header.version > VERSION:
        raise failures.newer(path, header.version, VERSION)


def _migrate(path: Path, connection: sqlite3.Connection) -> None:
    """Bring the store to this version, in one transaction."""
    if connection.execute("PRAGMA user_version").fetchone()[0] == VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > VERSION:
            raise failures.newer(path, version, VERSION)
        for migration in MIGRATIONS[version:]:
            migration(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0
