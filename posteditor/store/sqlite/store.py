"""The `Store` over one SQLite file.

Rules: each method is one transaction; one connection serves all threads of the process,
one at a time; a session's lock is a file beside the store.
"""

from __future__ import annotations

import re
import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from posteditor.errors import StoreError, UsageError
from posteditor.revision import Event, event_from_json, event_to_json, fingerprint
from posteditor.store import locks
from posteditor.store.protocol import IMPORTED, Draft, SessionRecord
from posteditor.store.sqlite import failures
from posteditor.store.sqlite.connection import connect, make_folder
from posteditor.store.sqlite.failures import Malformed
from posteditor.store.sqlite.rows import (
    SELECT_SESSIONS,
    draft_of,
    from_db,
    record_of,
    to_db,
)

_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")
_LATEST_FIRST = " ORDER BY updated DESC, created DESC, sessions.rowid DESC"


class SqliteStore:
    """See `store.protocol.Store`. Made by `open`, ended by `close`."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._guard = threading.RLock()

    @classmethod
    def open(cls, path: Path) -> SqliteStore:
        """Open the store in this file; create it, and its folder, where missing.
        `StoreError` or `StoreVersionError` where it cannot be used."""
        path = path.absolute()
        return cls(path, connect(path))

    def close(self) -> None:
        with self._guard, failures.explained(self.path):
            self._connection.close()

    # -- sessions -----------------------------------------------------------------

    def sessions(self) -> list[SessionRecord]:
        with self._reading() as connection:
            rows = connection.execute(SELECT_SESSIONS + _LATEST_FIRST).fetchall()
            return [record_of(row) for row in rows]

    def session(self, session_id: str) -> SessionRecord:
        query = f"{SELECT_SESSIONS} WHERE substr(id, 1, ?) = ?{_LATEST_FIRST} LIMIT 9"
        with self._reading() as connection:
            rows = connection.execute(
                query, (len(session_id), to_db(session_id))
            ).fetchall()
            records = [record_of(row) for row in rows]
        exact = [record for record in records if record.id == session_id]
        if len(exact or records) == 1:
            return (exact or records)[0]
        if not session_id or not records:
            raise UsageError(
                f"no session {session_id!r}", hint="see: posteditor sessions list"
            )
        names = ", ".join(record.id for record in records[:4])
        raise UsageError(
            f"more than one session begins with {session_id!r}", hint=f"as in {names}"
        )

    def latest_session(self, path: str) -> SessionRecord | None:
        query = f"{SELECT_SESSIONS} WHERE path = ?{_LATEST_FIRST} LIMIT 1"
        with self._reading() as connection:
            row = connection.execute(query, (to_db(path),)).fetchone()
            return None if row is None else record_of(row)

    def sessions_of_content(self, sha256: str) -> list[SessionRecord]:
        query = f"{SELECT_SESSIONS} WHERE sha256 = ?{_LATEST_FIRST}"
        with self._reading() as connection:
            rows = connection.execute(query, (to_db(sha256),)).fetchall()
            return [record_of(row) for row in rows]

    def create_session(
        self,
        record: SessionRecord,
        *,
        events: Iterable[Event] = (),
        remember: Iterable[str] = (),
        drafts: Iterable[Draft] = (),
    ) -> None:
        carried = list(events)
        values = (
            _checked_id(record.id),
            to_db(record.path),
            to_db(record.sha256),
            record.segments,
            record.target_lang,
            record.source_lang,
            record.level,
            record.created,
            record.updated,
            record.position,
            len(carried),
            record.carried_from,
            to_db(record.editor),
        )
        with self._writing() as connection:
            connection.execute(
                f"INSERT INTO sessions VALUES ({', '.join('?' * len(values))})", values
            )
            connection.execute(
                "INSERT INTO fingerprints VALUES (?, ?)",
                (record.id, record.fingerprints),
            )
            for event in carried:
                _insert_event(connection, record.id, event)
            for draft in drafts:
                _insert_draft(connection, record.id, draft)
            _remember(connection, record.id, remember)

    def update_session(self, record: SessionRecord) -> None:
        with self._writing() as connection:
            done = connection.execute(
                "UPDATE sessions SET path = ?, target_lang = ?, source_lang = ?,"
                " level = ?, updated = ? WHERE id = ?",
                (
                    to_db(record.path),
                    record.target_lang,
                    record.source_lang,
                    record.level,
                    record.updated,
                    record.id,
                ),
            )
            self._must_have_changed(done, record.id)

    def delete_session(self, session_id: str) -> None:
        lock = self._lock_path(session_id)
        with self.hold(session_id):
            with self._writing() as connection:
                done = connection.execute(
                    "DELETE FROM sessions WHERE id = ?", (session_id,)
                )
                self._must_have_changed(done, session_id)
            # The session is gone either way; the file is empty of meaning now.
            with suppress(OSError):
                lock.unlink()

    @contextmanager
    def hold(self, session_id: str) -> Iterator[None]:
        lock = self._lock_path(session_id)
        with failures.explained(lock):
            make_folder(lock.parent)
        with locks.held(lock, f"session {session_id}"):
            yield

    # -- events, drafts, position -------------------------------------------------

    def append(
        self,
        session_id: str,
        *events: Event,
        remember: Iterable[str] = (),
        forget: Iterable[str] = (),
    ) -> None:
        last = events[-1]
        with self._writing() as connection:
            for event in events:
                _insert_event(connection, session_id, event)
            connection.execute(
                "UPDATE sessions SET updated = ?, events = ? WHERE id = ?",
                (last.at, last.seq, session_id),
            )
            connection.executemany(
                "DELETE FROM drafts WHERE session_id = ? AND segment = ?",
                [(session_id, segment) for segment in {e.segment for e in events}],
            )
            _remember(connection, session_id, remember)
            connection.executemany(
                "DELETE FROM dismissals WHERE wide_key = ? AND session_id = ?",
                [(to_db(key), session_id) for key in forget],
            )

    def events(self, session_id: str) -> list[Event]:
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT seq, CAST(body AS BLOB), digest FROM events"
                " WHERE session_id = ? ORDER BY seq",
                (session_id,),
            ).fetchall()
            count = connection.execute(
                "SELECT events FROM sessions WHERE id = ?", (session_id,)
            ).fetchone()
        found = [
            self._event(session_id, expected, *row)
            for expected, row in enumerate(rows, start=1)
        ]
        if (len(found),) != (count or (0,)):
            raise self._unreadable(session_id, len(found) + 1, "it is missing")
        return found

    def save_draft(self, session_id: str, draft: Draft) -> None:
        with self._writing() as connection:
            _insert_draft(connection, session_id, draft)
            connection.execute(
                "UPDATE sessions SET updated = ? WHERE id = ?", (draft.at, session_id)
            )

    def drop_draft(self, session_id: str, segment: int) -> None:
        with self._writing() as connection:
            connection.execute(
                "DELETE FROM drafts WHERE session_id = ? AND segment = ?",
                (session_id, segment),
            )

    def drafts(self, session_id: str) -> dict[int, Draft]:
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT segment, text, at FROM drafts WHERE session_id = ?"
                " ORDER BY segment",
                (session_id,),
            ).fetchall()
            return {draft.segment: draft for draft in map(draft_of, rows)}

    def save_position(self, session_id: str, segment: int) -> None:
        with self._writing() as connection:
            done = connection.execute(
                "UPDATE sessions SET position = ? WHERE id = ?", (segment, session_id)
            )
            self._must_have_changed(done, session_id)

    # -- what outlives a session --------------------------------------------------

    def dismissals(self, *, except_session: str | None = None) -> frozenset[str]:
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT DISTINCT wide_key FROM dismissals WHERE session_id IS NOT ?",
                (except_session,),
            ).fetchall()
            return frozenset(from_db(key) for (key,) in rows)

    def rememberers(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT wide_key, session_id FROM dismissals ORDER BY wide_key"
            ).fetchall()
        for key, session in rows:
            found.setdefault(from_db(key), set()).add(from_db(session))
        return {key: frozenset(sessions) for key, sessions in found.items()}

    def remember(self, keys: Iterable[str]) -> int:
        with self._writing() as connection:
            rows = connection.execute("SELECT DISTINCT wide_key FROM dismissals")
            known = {from_db(key) for (key,) in rows.fetchall()}
            new = dict.fromkeys(key for key in keys if key not in known)
            _remember(connection, IMPORTED, new)
            return len(new)

    def forget(self, key: str, sessions: Iterable[str]) -> None:
        with self._writing() as connection:
            connection.executemany(
                "DELETE FROM dismissals WHERE wide_key = ? AND session_id = ?",
                [(to_db(key), session) for session in sessions],
            )

    def saved_hash(self, path: str) -> str | None:
        with self._reading() as connection:
            row = connection.execute(
                "SELECT sha256 FROM saved WHERE path = ?", (to_db(path),)
            ).fetchone()
            return None if row is None else from_db(row[0])

    def remember_saved(self, path: str, sha256: str) -> None:
        with self._writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO saved VALUES (?, ?)", (to_db(path), sha256)
            )

    # -- inside -------------------------------------------------------------------

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all that is read inside is of one moment."""
        with self._transaction("BEGIN") as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: committed at the end, or as if it had never begun."""
        with self._transaction("BEGIN IMMEDIATE") as connection:
            yield connection

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        with self._guard, failures.explained(self.path):
            connection = self._connection
            connection.execute(begin)
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                # A full disk may have rolled back on its own.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def _lock_path(self, session_id: str) -> Path:
        folder = self.path.with_name(f"{self.path.name}.locks")
        return folder / f"{_checked_id(session_id)}.lock"

    def _event(
        self, session_id: str, expected: int, seq: int, body: bytes, digest: bytes
    ) -> Event:
        if seq != expected:
            raise self._unreadable(session_id, expected, "it is missing")
        try:
            line = from_db(body)
            event = event_from_json(line)
        except (ValueError, Malformed) as error:
            raise self._unreadable(session_id, seq, str(error)) from error
        if event.seq != seq or fingerprint(line) != digest:
            raise self._unreadable(session_id, seq, "it is not as it was written")
        return event

    def _unreadable(self, session_id: str, seq: int, reason: str) -> StoreError:
        return StoreError(
            f"{self.path}: session {session_id}, event {seq}: cannot be read: {reason}",
            hint=f"begin anew with: posteditor sessions delete {session_id}",
        )

    def _must_have_changed(self, done: sqlite3.Cursor, session_id: str) -> None:
        if done.rowcount != 1:
            raise StoreError(
                f"{self.path}: the store no longer has session {session_id}",
                hint="another posteditor deleted it",
            )


def _insert_event(
    connection: sqlite3.Connection, session_id: str, event: Event
) -> None:
    line = event_to_json(event)
    connection.execute(
        "INSERT INTO events VALUES (?, ?, ?, ?)",
        (session_id, event.seq, to_db(line), fingerprint(line)),
    )


def _insert_draft(
    connection: sqlite3.Connection, session_id: str, draft: Draft
) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO drafts VALUES (?, ?, ?, ?)",
        (session_id, draft.segment, to_db(draft.text), draft.at),
    )


def _remember(
    connection: sqlite3.Connection, session_id: str, keys: Iterable[str]
) -> None:
    connection.executemany(
        "INSERT OR IGNORE INTO dismissals VALUES (?, ?)",
        [(to_db(key), session_id) for key in keys],
    )


def _checked_id(session_id: str) -> str:
    """The id, which is also the name of a lock file."""
    if not _ID.fullmatch(session_id):
        raise StoreError(f"{session_id!r} is not the id of a session")
    return session_id
