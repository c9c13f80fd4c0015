"""Rows as records and back: what SQLite takes of a text, what is believed of a row.

Rule: a row that this program cannot have written is `Malformed`, never a traceback.
"""

from __future__ import annotations

from typing import Any

from posteditor.store.protocol import Draft, SessionRecord
from posteditor.store.sqlite.failures import Malformed

SELECT_SESSIONS = """
    SELECT id, path, sha256, digests, segments, target_lang, source_lang, level,
           created, updated, position, carried_from, editor
    FROM sessions LEFT JOIN fingerprints ON session_id = id
"""


def record_of(row: tuple[Any, ...]) -> SessionRecord:
    """A row of `SELECT_SESSIONS`."""
    session_id, path, sha256, digests, *rest = row
    segments, target_lang, source_lang, level, *rest = rest
    created, updated, position, carried_from, editor = rest
    return SessionRecord(
        id=_text(session_id),
        path=from_db(path),
        sha256=from_db(sha256),
        fingerprints=_blob(digests),
        segments=_integer(segments),
        target_lang=_text(target_lang),
        source_lang=None if source_lang is None else _text(source_lang),
        level=_text(level),
        created=_number(created),
        updated=_number(updated),
        position=_integer(position),
        carried_from=None if carried_from is None else _text(carried_from),
        editor="" if editor is None else from_db(editor),
    )


def draft_of(row: tuple[Any, ...]) -> Draft:
    segment, text, at = row
    return Draft(segment=_integer(segment), text=from_db(text), at=_number(at))


def to_db(text: str) -> str | bytes:
    """Text as SQLite takes it: UTF-8, or a blob where it holds lone surrogates (file
    names that are not UTF-8, damaged documents)."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def from_db(value: object) -> str:
    """Inverse of `to_db`."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "surrogatepass")
    return _text(value)


def _blob(value: object) -> bytes:
    if not isinstance(value, bytes):
        raise Malformed(f"{value!r:.40} is no blob")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise Malformed(f"{value!r:.40} is no text")
    return value


def _integer(value: object) -> int:
    if not isinstance(value, int):
        raise Malformed(f"{value!r:.40} is no integer")
    return value


def _number(value: object) -> float:
    if not isinstance(value, float):
        raise Malformed(f"{value!r:.40} is no number")
    return value
