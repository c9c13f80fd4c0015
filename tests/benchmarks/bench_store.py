"""What remembering costs: one decision, reading a long session, opening a long file.

The peers do the least that could be called the same: a bare insert and commit with the
same pragmas, `json.loads` of the same lines, the fingerprints alone.
"""

from __future__ import annotations

import itertools
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from json import loads
from pathlib import Path

from posteditor.model import Document, Segment
from posteditor.revision import (
    Event,
    EventKind,
    History,
    Revision,
    event_to_json,
    fingerprints,
)
from posteditor.session.job import Job
from posteditor.session.opening import examine, open_session
from posteditor.session.session import Session
from posteditor.store.protocol import SessionRecord
from posteditor.store.sqlite import SqliteStore
from tests.benchmarks.timing import pair

EVENTS = 10_000
SEGMENTS = 100_000
SENTENCE = (
    "The sides, having number {} in mind, confirmed their readiness to go on with the"
    " work of the joint commission."
)
Row = tuple[str, float, float, str]


def run() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        document = made(Path(folder) / "long.txt", SEGMENTS)
        with closing(SqliteStore.open(Path(folder) / "ours.db")) as store:
            return [
                appending(store, Path(folder)),
                reading(store, document),
                *opening(store, document),
            ]


def made(path: Path, segments: int) -> Document:
    cut, at = [], 0
    for index in range(segments):
        text = SENTENCE.format(index)
        cut.append(Segment(index=index, start=at, end=at + len(text), text=text))
        at += len(text) + 1
    return Document(
        path=path,
        text="\n".join(segment.text for segment in cut),
        segments=tuple(cut),
        format="text",
        sha256="0" * 64,
    )


def record(session_id: str) -> SessionRecord:
    return SessionRecord(
        id=session_id,
        path=f"/{session_id}",
        sha256=session_id,
        fingerprints=b"",
        segments=SEGMENTS,
        target_lang="en",
        source_lang=None,
        level="full",
        created=0.0,
        updated=0.0,
    )


def event(seq: int) -> Event:
    after = Revision(target=SENTENCE.format(seq) + " Indeed.")
    return Event(
        seq=seq, kind=EventKind.REVISE, segment=seq % 1000, after=after, at=float(seq)
    )


def appending(store: SqliteStore, folder: Path) -> Row:
    """Hundred events, each confirmed, as seconds for one."""
    store.create_session(record("appends"))
    numbers = itertools.count(1)
    line = event_to_json(event(1))
    with closing(sqlite3.connect(folder / "peer.db", isolation_level=None)) as peer:
        peer.execute("PRAGMA journal_mode = WAL").fetchone()
        peer.execute("PRAGMA synchronous = FULL")
        peer.execute("CREATE TABLE events (seq INTEGER PRIMARY KEY, body TEXT)")

        def bare() -> None:
            peer.execute("BEGIN IMMEDIATE")
            peer.execute("INSERT INTO events (body) VALUES (?)", (line,))
            peer.execute("COMMIT")

        ours, theirs = pair(
            hundred(lambda: store.append("appends", event(next(numbers)))),
            hundred(bare),
        )
    name = "one decision appended and on the disk"
    return name, ours / 100, theirs / 100, "bare sqlite3 insert + commit"


def keys(
    store: SqliteStore, document: Document
) -> tuple[Callable[[], None], Callable[[], None]]:
    """Hundred times accept and undo in a long session, and the same bare of it."""
    session = Session(
        Job(document=document),
        record=replace(record("keys"), path="/keys"),
        store=store,
        clock=lambda: 1.0,
    )
    store.create_session(session.record)
    store.create_session(record("bare"))
    numbers = itertools.count(1)

    def ours() -> None:
        session.accept(SEGMENTS // 2)
        session.undo()

    def bare() -> None:
        store.append("bare", event(next(numbers)))
        store.append("bare", event(next(numbers)))

    return hundred(ours), hundred(bare)


def hundred(act: Callable[[], object]) -> Callable[[], None]:
    def times() -> None:
        for _ in range(100):
            act()

    return times


def reading(store: SqliteStore, document: Document) -> Row:
    events = [event(seq) for seq in range(1, EVENTS + 1)]
    lines = [event_to_json(one) for one in events]
    store.create_session(record("long"), events=events)
    ours, theirs = pair(
        lambda: History.fold(document.segments, store.events("long")),
        lambda: [loads(line) for line in lines],
    )
    return f"{EVENTS:,} events read and folded", ours, theirs, "json.loads of them"


def opening(store: SqliteStore, document: Document) -> list[Row]:
    ids = (f"s{number}" for number in itertools.count(1))
    hashes = (f"{number:064}" for number in itertools.count(1))

    def begin(one: Document) -> None:
        with open_session(
            Job(document=one),
            store=store,
            opening=examine(one, store),
            clock=lambda: 1.0,
            new_id=lambda: next(ids),
        ):
            pass

    def digest() -> bytes:
        return fingerprints(document.segments)

    def renamed() -> Document:
        number = next(hashes)
        return replace(document, path=Path(f"/{number}.txt"), sha256=number)

    seen = renamed()
    begin(seen)
    key, peer_key = pair(*keys(store, renamed()))
    new, peer_new = pair(lambda: begin(renamed()), digest, rounds=5)
    again, peer_again = pair(lambda: begin(seen), digest, rounds=5)
    peer = "the fingerprints alone"
    return [
        (
            f"accept and undo, {SEGMENTS:,} segments",
            key / 100,
            peer_key / 100,
            "two events appended",
        ),
        (f"new session, {SEGMENTS:,} segments", new, peer_new, peer),
        (f"session resumed, {SEGMENTS:,} segments", again, peer_again, peer),
    ]
