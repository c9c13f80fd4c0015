"""From a file to a session: a new one, the earlier one, or one that takes over from it.

A session belongs to the bytes of a file and to how they were cut into segments. The
same bytes resume, under this path or, where the file was renamed or moved, under one
that no longer exists; languages and level are those of the new job. Other bytes, or
other segments, leave the earlier session as it is and begin a new one, with or without
the decisions on the sentences that are unchanged.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum

from posteditor.errors import SessionBusyError
from posteditor.model import Document
from posteditor.revision import Event, EventKind, fingerprints
from posteditor.session.carrying import (
    align,
    carried_drafts,
    carried_position,
    carried_revisions,
)
from posteditor.session.job import Job
from posteditor.session.ledger import ALWAYS, keys
from posteditor.session.session import Session
from posteditor.store.protocol import Draft, SessionRecord, Store


class OpeningKind(StrEnum):
    """What the store knows of a file."""

    NEW = "new"
    RESUME = "resume"
    CHANGED = "changed"


class Choice(StrEnum):
    """What to do with an earlier session: begin anew, or go on with its decisions."""

    NEW = "new"
    CARRY = "carry"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What `examine` found. `earlier` is the session to resume or to carry over from; a
    NEW file has one where nothing was done in it yet. `carried` says how many of its
    `decided` segments stand in the new text, `moved_from` the path it had where that is
    another, `latest` the id of the path's last session."""

    kind: OpeningKind
    fingerprints: bytes
    earlier: SessionRecord | None = None
    carried: int = 0
    decided: int = 0
    moved_from: str | None = None
    latest: str | None = None


def examine(document: Document, store: Store) -> Opening:
    """Look for an earlier session of this document; nothing is written.

    A session with exactly these bytes wins over a later one with others, so that going
    back to an earlier version of a file goes back to the work on it.
    """
    digests = fingerprints(document.segments)
    path = session_path(document)
    latest = store.latest_session(path)
    same = _of_same_bytes(document, store, path)
    exact = [record for record in same if record.fingerprints == digests]
    candidates = [*exact, *([latest] if latest else []), *same]
    opening = Opening(
        kind=OpeningKind.NEW,
        fingerprints=digests,
        latest=latest.id if latest else None,
    )
    if not candidates:
        return opening
    earlier = candidates[0]
    opening = replace(
        opening,
        earlier=earlier,
        moved_from=earlier.path if earlier.path != path else None,
    )
    if exact:
        return replace(opening, kind=OpeningKind.RESUME)
    events = store.events(earlier.id)
    if not events and not store.drafts(earlier.id):
        return replace(opening, moved_from=None)
    pairs = align(earlier.fingerprints, digests)
    return replace(
        opening,
        kind=OpeningKind.CHANGED,
        carried=len(carried_revisions(events, pairs, document.segments)),
        decided=len({event.segment for event in events}),
    )


@contextmanager
def open_session(
    job: Job,
    *,
    store: Store,
    opening: Opening,
    clock: Callable[[], float],
    new_id: Callable[[], str],
    choice: Choice = Choice.CARRY,
    read_only: bool = False,
    vocabulary: frozenset[str] = frozenset(),
    editor: str = "",
) -> Iterator[Session]:
    """The session of `job`, held for this process while the context lasts.

    `Choice.CARRY` goes on with what `opening` found: resumes, or carries over to a new
    session in one transaction, each decision an event that can be undone.
    `Choice.NEW` begins anew and leaves the earlier session as it is. A new session is
    that of `editor`. `read_only` holds nothing and writes nothing; it shows the earlier
    session where it can be resumed, else the MT output. `SessionBusyError` where
    another process holds the session.
    """

    def session(record: SessionRecord) -> Session:
        return Session(
            job,
            record=record,
            store=store,
            clock=clock,
            read_only=read_only,
            vocabulary=vocabulary,
        )

    earlier = opening.earlier if choice is Choice.CARRY else None
    resumes = earlier is not None and opening.kind is OpeningKind.RESUME
    if read_only:
        if earlier is None or not resumes:
            earlier = _new_record(job, opening, new_id(), clock(), editor)
        yield session(earlier)
    elif earlier is not None and resumes:
        with store.hold(earlier.id):
            yield session(_resume(job, store, earlier, now=clock()))
    else:
        record = _new_record(job, opening, new_id(), clock(), editor)
        with store.hold(record.id):
            _refuse_a_second_opening(store, opening, record.path)
            yield session(_create(job, store, record, earlier))


def session_path(document: Document) -> str:
    """The absolute path that stands for a file, links followed."""
    return os.path.realpath(document.path)


def _of_same_bytes(document: Document, store: Store, path: str) -> list[SessionRecord]:
    """Sessions with these bytes: of this path first, then of files that are gone."""
    if not document.sha256:
        return []
    found = store.sessions_of_content(document.sha256)
    here = [record for record in found if record.path == path]
    return here + [
        record
        for record in found
        if record.path != path and not os.path.lexists(record.path)
    ]


def _new_record(
    job: Job, opening: Opening, id_: str, now: float, editor: str
) -> SessionRecord:
    document = job.document
    return SessionRecord(
        id=id_,
        path=session_path(document),
        sha256=document.sha256,
        fingerprints=opening.fingerprints,
        segments=len(document.segments),
        target_lang=document.target_lang,
        source_lang=document.source_lang,
        level=job.level.value,
        created=now,
        updated=now,
        position=_first_sentence(document),
        editor=editor,
    )


def _first_sentence(document: Document) -> int:
    """Where a new session begins: behind the furniture at the head."""
    indices = (s.index for s in document.segments if not s.is_furniture)
    return next(indices, 0)


def _resume(
    job: Job, store: Store, earlier: SessionRecord, *, now: float
) -> SessionRecord:
    """The record as it is now that we hold it, with the path and terms of this job."""
    record = store.session(earlier.id)
    current = replace(
        record,
        path=session_path(job.document),
        target_lang=job.document.target_lang,
        source_lang=job.document.source_lang,
        level=job.level.value,
    )
    if current != record:
        current = replace(current, updated=now)
        store.update_session(current)
    last = max(len(job.document.segments) - 1, 0)
    return replace(current, position=min(max(current.position, 0), last))


def _create(
    job: Job, store: Store, record: SessionRecord, earlier: SessionRecord | None
) -> SessionRecord:
    """Write the new session down, with what it carries over from `earlier`."""
    events: list[Event] = []
    drafts: list[Draft] = []
    if earlier is not None:
        pairs = align(earlier.fingerprints, record.fingerprints)
        carried = carried_revisions(
            store.events(earlier.id), pairs, job.document.segments
        )
        events = [
            Event(
                seq=seq,
                kind=EventKind.CARRY,
                segment=index,
                after=carried[index],
                at=record.created,
            )
            for seq, index in enumerate(carried, start=1)
        ]
        drafts = carried_drafts(store.drafts(earlier.id), pairs)
        position = store.session(earlier.id).position
        record = replace(
            record,
            position=carried_position(position, pairs),
            carried_from=earlier.id,
        )
    always = {key for event in events for key in keys(event.after, ALWAYS)}
    store.create_session(record, events=events, remember=always, drafts=drafts)
    return record


def _refuse_a_second_opening(store: Store, opening: Opening, path: str) -> None:
    """Two processes that examined a file at the same time must not both begin."""
    latest = store.latest_session(path)
    if latest is not None and latest.id != opening.latest:
        raise SessionBusyError(
            f"{path}: another posteditor has just opened it", hint="open it again"
        )
