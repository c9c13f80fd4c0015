"""What a store is: sessions, their events in order, drafts, and lasting dismissals.

Rule: a method that returns has written durably, in one transaction. Failures are
`StoreError`s; a session that another process holds is a `SessionBusyError`.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from posteditor.revision import Event

# Stands for a session where what is dismissed always came from elsewhere. No id is so.
IMPORTED = "(imported)"


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRecord:
    """One editing session of one version of a file.

    `sha256` is that of the file's bytes, `fingerprints` the joined digests of the
    segments (see `revision.fingerprints`); times are seconds since the epoch, UTC.
    `carried_from` is the id of the session whose decisions it began with, if any;
    `editor` is who began it, empty where nobody was named.
    """

    id: str
    path: str
    sha256: str
    fingerprints: bytes
    segments: int
    target_lang: str
    source_lang: str | None
    level: str
    created: float
    updated: float
    position: int = 0
    carried_from: str | None = None
    editor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Text that was being typed and is not yet a revision."""

    segment: int
    text: str
    at: float


class Store(Protocol):
    """Where sessions live."""

    def sessions(self) -> list[SessionRecord]:
        """All sessions, the last updated first."""
        ...

    def session(self, session_id: str) -> SessionRecord:
        """The session with this id, or the only one whose id begins so. `UsageError`
        where there is none or more than one."""
        ...

    def latest_session(self, path: str) -> SessionRecord | None:
        """The last updated session of the file at this absolute path."""
        ...

    def sessions_of_content(self, sha256: str) -> list[SessionRecord]:
        """The sessions of a file with these bytes, the last updated first."""
        ...

    def create_session(
        self,
        record: SessionRecord,
        *,
        events: Iterable[Event] = (),
        remember: Iterable[str] = (),
        drafts: Iterable[Draft] = (),
    ) -> None:
        """Begin a session, with what it takes over from an earlier one."""
        ...

    def update_session(self, record: SessionRecord) -> None:
        """Change the path, the languages, the level and the time of a session."""
        ...

    def delete_session(self, session_id: str) -> None:
        """Forget a session; its lasting dismissals stay. `SessionBusyError` where it
        is held."""
        ...

    def hold(self, session_id: str) -> AbstractContextManager[None]:
        """Take the session for this process until the context ends or the process dies.
        `SessionBusyError` where another process holds it."""
        ...

    def append(
        self,
        session_id: str,
        *events: Event,
        remember: Iterable[str] = (),
        forget: Iterable[str] = (),
    ) -> None:
        """Append events in their order, at least one, add and remove the session's
        lasting dismissals (`wide_key`s), and drop the drafts of the events' segments:
        all or nothing. An event whose `seq` is taken is a `StoreError`."""
        ...

    def events(self, session_id: str) -> list[Event]:
        """The events of a session by `seq`, from 1 on without a gap. `StoreError`
        names the session and the first event that cannot be read."""
        ...

    def save_draft(self, session_id: str, draft: Draft) -> None:
        """Keep the text being typed in a segment, in place of its last draft."""
        ...

    def drop_draft(self, session_id: str, segment: int) -> None: ...

    def drafts(self, session_id: str) -> dict[int, Draft]: ...

    def save_position(self, session_id: str, segment: int) -> None:
        """Remember which segment the editor was at."""
        ...

    def dismissals(self, *, except_session: str | None = None) -> frozenset[str]:
        """The `wide_key`s of suggestions dismissed always, in any session or in any
        but one. A key stays until every session that remembered it has forgotten it."""
        ...

    def rememberers(self) -> dict[str, frozenset[str]]:
        """The ids of the sessions, or of IMPORTED, that remember each `wide_key`."""
        ...

    def remember(self, keys: Iterable[str]) -> int:
        """Remember `wide_key`s on behalf of no session, as IMPORTED; how many nobody
        remembered before."""
        ...

    def forget(self, key: str, sessions: Iterable[str]) -> None:
        """Let these sessions, or IMPORTED, no longer remember a `wide_key`."""
        ...

    def saved_hash(self, path: str) -> str | None:
        """The SHA-256 of what this program last wrote to this absolute path."""
        ...

    def remember_saved(self, path: str, sha256: str) -> None: ...

    def close(self) -> None: ...
