"""What SQLite and the file system complain of, as one line for the editor.

Rule: nothing here, and nothing that raises these, deletes or repairs a store.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from posteditor.errors import StoreError, StoreVersionError

ELSEWHERE = "choose another with --store"
ASIDE = "move it aside to begin a new one; nothing in it was changed"

# Primary result codes; extended codes begin with the name of their primary one.
_CAUSES = (
    ("SQLITE_NOTADB", "is not a store of posteditor", ASIDE),
    ("SQLITE_CORRUPT", "is damaged", ASIDE),
    ("SQLITE_FULL", "cannot be written: the disk is full", "free some space"),
    ("SQLITE_READONLY", "cannot be written: it is read-only", ELSEWHERE),
    ("SQLITE_PERM", "cannot be opened: permission denied", ELSEWHERE),
    ("SQLITE_CANTOPEN", "cannot be opened", ELSEWHERE),
    ("SQLITE_IOERR", "cannot be read or written", "look at the disk and its space"),
    ("SQLITE_BUSY", "is being written by another program", "try again"),
    ("SQLITE_TOOBIG", "cannot take a text of this size", None),
    (
        "SQLITE_CONSTRAINT_FOREIGNKEY",
        "no longer has this session",
        "another posteditor deleted it",
    ),
    (
        "SQLITE_CONSTRAINT",
        "already has this entry",
        "another posteditor wrote to the session: open it again",
    ),
)


class Malformed(Exception):
    """A row holds what this program never wrote."""


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what goes wrong inside into a `StoreError` that names the store."""
    try:
        yield
    except sqlite3.Error as error:
        raise explain(path, error) from error
    except OSError as error:
        raise cannot_open(path, error) from error
    except (Malformed, UnicodeDecodeError, OverflowError) as error:
        raise damaged(path) from error


def explain(path: Path, error: sqlite3.Error) -> StoreError:
    """The `StoreError` that says what `error` means for the store at `path`."""
    code = getattr(error, "sqlite_errorname", None) or ""
    for name, meaning, hint in _CAUSES:
        if code.startswith(name):
            return StoreError(f"{path}: the store {meaning}", hint=hint)
    if isinstance(error, sqlite3.OperationalError) and "no such" in str(error):
        return damaged(path)
    if "decode" in str(error):
        return damaged(path)
    line = " ".join(str(error).split())
    return StoreError(f"{path}: the store cannot be used: {line}", hint=ELSEWHERE)


def damaged(path: Path) -> StoreError:
    return StoreError(f"{path}: the store is damaged", hint=ASIDE)


def foreign(path: Path) -> StoreError:
    return StoreError(f"{path}: the store is not one of posteditor", hint=ELSEWHERE)


def newer(path: Path, version: int, known: int) -> StoreVersionError:
    return StoreVersionError(
        f"{path}: the store has version {version}, this posteditor knows {known}",
        hint="update posteditor or choose another store with --store",
    )


def cannot_open(path: Path, error: OSError) -> StoreError:
    reason = error.strerror or type(error).__name__
    return StoreError(f"{path}: the store cannot be opened: {reason}", hint=ELSEWHERE)
