"""An editor over generated sentences, for the benchmarks: a real store, no checkers
opened before the first paint, and, where asked for, suggestions on every sentence."""

from __future__ import annotations

import tempfile
from pathlib import Path

from posteditor.checkers.engine import Engine
from posteditor.checkers.findings import Findings
from posteditor.checkers.protocol import Scope
from posteditor.model import Document, Segment, Suggestion
from posteditor.revision import fingerprints
from posteditor.session.job import Job
from posteditor.session.session import Session
from posteditor.store.protocol import SessionRecord
from posteditor.store.sqlite import SqliteStore
from posteditor.tui.app import EditorApp

SENTENCE = "The parties has agreed on provision {n} of the draft, as was stated before."
FOUND = "parties has"


def make_app(count: int, *, checked: bool = False) -> EditorApp:
    """The app over `count` sentences; with `checked`, each has an open suggestion."""
    document = _document(count)
    folder = Path(tempfile.mkdtemp(prefix="posteditor-bench-"))
    store = SqliteStore.open(folder / "sessions.db")
    record = SessionRecord(
        id="bench",
        path=str(document.path),
        sha256="",
        fingerprints=fingerprints(document.segments),
        segments=count,
        target_lang="en",
        source_lang="ru",
        level="full",
        created=0.0,
        updated=0.0,
    )
    store.create_session(record)
    session = Session(Job(document=document), record=record, store=store, clock=_clock)
    if checked:
        session.take(_findings(document))
    return EditorApp(
        session, engine=lambda: Engine(()), saver=_no_saver, theme="terminal"
    )


def _document(count: int) -> Document:
    segments, at = [], 0
    for index in range(count):
        text = SENTENCE.format(n=index)
        segments.append(Segment(index=index, start=at, end=at + len(text), text=text))
        at += len(text) + 1
    return Document(
        path=Path("/bench/generated.txt"),
        text="\n".join(segment.text for segment in segments),
        segments=tuple(segments),
        format="text",
        source_lang="ru",
    )


def _findings(document: Document) -> Findings:
    start = SENTENCE.index(FOUND)
    return Findings(
        scope=Scope.SEGMENT,
        texts={segment.index: segment.text for segment in document.segments},
        suggestions={
            segment.index: (
                Suggestion(
                    segment=segment.index,
                    start=start,
                    end=start + len(FOUND),
                    text=FOUND,
                    message="a plural subject takes a plural verb",
                    rule="bench",
                    checker="bench",
                    replacements=("parties have",),
                    label="agreement",
                ),
            )
            for segment in document.segments
        },
    )


def _clock() -> float:
    return 0.0


def _no_saver(snapshot: object, *, force: bool) -> list[str]:
    return []
