"""The tables, as migrations: entry n brings a store from version n to n + 1.

Rule: a migration that was released is never changed; what comes later is appended.
"""

from __future__ import annotations

from collections.abc import Callable
from sqlite3 import Connection

APPLICATION_ID = int.from_bytes(b"pEdt", "big")


def create_tables(connection: Connection) -> None:
    """Sessions, their events and drafts, lasting dismissals, hashes of saved files.

    The fingerprints, 8 bytes a segment, have a table of their own: SQLite rewrites a
    whole row when one of its columns changes, and `updated` changes with each event.
    The number of events and a digest of each tell damage that SQLite does not see.
    """
    for statement in _TABLES:
        connection.execute(statement)


_TABLES = (
    """
    CREATE TABLE sessions (
        id TEXT NOT NULL PRIMARY KEY,
        path TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        segments INTEGER NOT NULL,
        target_lang TEXT NOT NULL,
        source_lang TEXT,
        level TEXT NOT NULL,
        created REAL NOT NULL,
        updated REAL NOT NULL,
        position INTEGER NOT NULL,
        events INTEGER NOT NULL
    )
    """,
    "CREATE INDEX sessions_by_path ON sessions (path, updated)",
    "CREATE INDEX sessions_by_content ON sessions (sha256, updated)",
    """
    CREATE TABLE fingerprints (
        session_id TEXT NOT NULL PRIMARY KEY
            REFERENCES sessions (id) ON DELETE CASCADE,
        digests BLOB NOT NULL
    )
    """,
    """
    CREATE TABLE events (
        session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        seq INTEGER NOT NULL,
        body TEXT NOT NULL,
        digest BLOB NOT NULL,
        PRIMARY KEY (session_id, seq)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE drafts (
        session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        segment INTEGER NOT NULL,
        text TEXT NOT NULL,
        at REAL NOT NULL,
        PRIMARY KEY (session_id, segment)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE dismissals (
        wide_key TEXT NOT NULL,
        session_id TEXT NOT NULL,
        PRIMARY KEY (wide_key, session_id)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE saved (
        path TEXT NOT NULL PRIMARY KEY,
        sha256 TEXT NOT NULL
    ) WITHOUT ROWID
    """,
)


def add_origin(connection: Connection) -> None:
    """The session whose decisions a session began with; it may be deleted before."""
    connection.execute("ALTER TABLE sessions ADD COLUMN carried_from TEXT")


def add_editor(connection: Connection) -> None:
    """Who began a session."""
    connection.execute("ALTER TABLE sessions ADD COLUMN editor TEXT")


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (
    create_tables,
    add_origin,
    add_editor,
)
VERSION = len(MIGRATIONS)
