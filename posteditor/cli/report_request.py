"""What `posteditor report` was asked for, made into the content of a report.

Rule: nothing is written, neither to the store nor to a session.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from posteditor import __version__
from posteditor.cli.options import read_document, read_job, settings_for
from posteditor.config import Settings
from posteditor.errors import InputError, UsageError
from posteditor.model import Level
from posteditor.revision import fingerprints
from posteditor.sanitise import sanitise
from posteditor.session.job import Job
from posteditor.session.session import Session
from posteditor.store.protocol import SessionRecord, Store
from posteditor.store.registry import open_store

if TYPE_CHECKING:
    from posteditor.model import Document
    from posteditor.reports.content import Input, ReportContent, Scorer
    from posteditor.reports.fromfiles import Making
    from posteditor.reports.sentences import Sentence
    from posteditor.reports.several import Portfolio
    from posteditor.scoring.results import Results


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The arguments and options that say what is reported."""

    names: tuple[str, ...]
    mt: str | None
    pe: str | None
    source: str | None
    reference: str | None
    lines: bool
    every: bool
    since: str | None
    check: bool
    editor: str | None
    encoding: str | None
    source_lang: str | None
    target_lang: str | None
    store: Path | None

    @property
    def is_several(self) -> bool:
        return self.every or len(self.names) > 1 or self.since is not None

    @property
    def is_files(self) -> bool:
        return self.mt is not None or self.pe is not None


def report_of(wanted: Wanted, now: datetime) -> ReportContent:
    """The content of the report on one session or on files. `UsageError` for what does
    not go together, `InputError` for what cannot be read."""
    if wanted.is_files:
        content = _files(wanted, now)
    elif wanted.lines:
        raise UsageError("--lines is for files", hint="give --mt and --pe")
    elif not wanted.names:
        raise UsageError(
            "nothing to report on",
            hint="name a session or a document, or give --mt and --pe",
        )
    else:
        settings = settings_for(wanted.store)
        with _store(settings) as store:
            record = find(store, wanted.names[0])
            reading = _Reading(
                store=store, settings=settings, wanted=wanted, now=now, score=_score
            )
            content = _session(record, reading)
    return replace(content, editor=content.editor or wanted.editor or "")


def portfolio_of(wanted: Wanted, now: datetime) -> Portfolio:
    """The content of the report on several sessions."""
    from posteditor.reports.scoring import effort
    from posteditor.reports.several import portfolio

    if wanted.is_files or wanted.source or wanted.reference or wanted.lines:
        raise UsageError("several sessions have no files of their own")
    if wanted.every and wanted.names:
        raise UsageError("--all and single sessions", hint="leave one out")
    settings = settings_for(wanted.store)
    since = _moment(wanted.since)
    with _store(settings) as store:
        records = (
            [find(store, name) for name in wanted.names]
            if wanted.names
            else store.sessions()
        )
        chosen = list(dict.fromkeys(r.id for r in records if r.updated >= since))
        known = {record.id: record for record in records}
        earlier = _taken_over(list(known.values())) if not wanted.names else set()
        reading = _Reading(
            store=store, settings=settings, wanted=wanted, now=now, score=effort
        )
        contents = [
            _session(known[id_], reading) for id_ in chosen if id_ not in earlier
        ]
    if not contents:
        raise InputError(
            "there is no session to report on",
            hint="see: posteditor sessions list",
        )
    return portfolio(
        contents, now=now, version=__version__, left_out=len(earlier & set(chosen))
    )


def find(store: Store, name: str) -> SessionRecord:
    """The session with this id, or the last one of the document at this path."""
    path = os.path.realpath(name)
    found = store.latest_session(path)
    if found is not None:
        return found
    if os.sep in name or os.path.lexists(name):
        raise UsageError(
            f"{sanitise(name)}: has no session",
            hint=f"begin one: posteditor edit {sanitise(name)}; or give --mt and --pe",
        )
    return store.session(name)


def _taken_over(records: Sequence[SessionRecord]) -> set[str]:
    """Sessions whose decisions went into a later one: they would count twice."""
    return {record.carried_from for record in records if record.carried_from}


def _moment(day: str | None) -> float:
    """The beginning of a day here, in seconds since the epoch."""
    if day is None:
        return float("-inf")
    try:
        return datetime.fromisoformat(day).astimezone().timestamp()
    except (ValueError, OverflowError) as error:
        raise UsageError(
            f"--since: {day!r} is no date", hint="write it as 2026-03-09"
        ) from error


@contextmanager
def _store(settings: Settings) -> Iterator[Store]:
    if not os.path.lexists(settings.store):
        raise UsageError(
            f"{settings.store}: there is no store", hint="name another with --store"
        )
    with closing(open_store(settings)) as store:
        yield store


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """What it takes to read sessions."""

    store: Store
    settings: Settings
    wanted: Wanted
    now: datetime
    score: Scorer


def _session(record: SessionRecord, reading: _Reading) -> ReportContent:
    """On the file as it was when the session began, or, where that is gone, on what the
    store has."""
    from posteditor.reports.content import gather
    from posteditor.reports.remembered import remembered

    settings, wanted = reading.settings, reading.wanted
    document, why = _document(record, settings, wanted)
    if document is not None and not why:
        job = _job(record, document, settings, wanted)
        session = _opened(job, record, reading.store, settings)
        checkers = _checked(session, settings) if wanted.check else {}
        return gather(
            session.snapshot(),
            now=reading.now,
            version=__version__,
            checkers=checkers,
            score=reading.score,
        )
    return remembered(
        record,
        reading.store.events(record.id),
        now=reading.now,
        version=__version__,
        score=reading.score,
        why=why,
        segments=document.segments if document else (),
    )


def _document(
    record: SessionRecord, settings: Settings, wanted: Wanted
) -> tuple[Document | None, str]:
    """The document of a session as it is now, and why it is not what it was."""
    try:
        document = read_document(
            Path(record.path),
            settings,
            encoding=wanted.encoding,
            source_lang=record.source_lang,
            target_lang=record.target_lang,
        )
    except InputError as error:
        return None, error.message
    where = sanitise(record.path)
    if document.sha256 != record.sha256:
        return document, f"{where}: has changed since the session"
    if fingerprints(document.segments) != record.fingerprints:
        return document, f"{where}: is cut into other sentences since the session"
    return document, ""


def _job(
    record: SessionRecord, document: Document, settings: Settings, wanted: Wanted
) -> Job:
    """The document with the parallel texts that were named."""
    if not (wanted.source or wanted.reference):
        return Job(document=document, level=Level(record.level))
    return read_job(
        Path(record.path),
        settings,
        source=_path(wanted.source),
        reference=_path(wanted.reference),
        level=record.level,
        encoding=wanted.encoding,
        source_lang=record.source_lang,
        target_lang=record.target_lang,
    )


def _opened(
    job: Job, record: SessionRecord, store: Store, settings: Settings
) -> Session:
    """The session for reading; nothing is held and nothing written."""
    return Session(
        job,
        record=record,
        store=store,
        clock=time.time,
        read_only=True,
        vocabulary=settings.dictionary,
    )


def _checked(session: Session, settings: Settings) -> dict[str, str]:
    """Let the checkers read the document; their versions."""
    from posteditor.checkers.registry import build_engine
    from posteditor.checkers.vocabulary import collect
    from posteditor.cli.fix import check_all

    document = session.job.document
    engine = build_engine(settings, document.target_lang, document.source_lang)
    texts = (unit.text for unit in session.units())
    session.vocabulary = collect(texts, settings.dictionary)
    check_all(session, engine)
    return dict(engine.versions(document.target_lang))


def _files(wanted: Wanted, now: datetime) -> ReportContent:
    from posteditor.reports.fromfiles import Making, from_lines

    if wanted.names:
        raise UsageError("a session and --mt or --pe", hint="leave one out")
    if wanted.mt is None or wanted.pe is None:
        missing = "--mt" if wanted.mt is None else "--pe"
        raise UsageError(f"{missing} is missing", hint="a report on files needs both")
    if wanted.check:
        raise UsageError("--check is for sessions", hint="see: posteditor check FILE")
    making = Making(now=now, version=__version__, score=_score)
    if not wanted.lines:
        return _documents(wanted, wanted.mt, wanted.pe, making)
    from posteditor.scoring.reading import named

    texts = {
        "mt": wanted.mt,
        "pe": wanted.pe,
        "source": wanted.source,
        "ref": wanted.reference,
    }
    return from_lines(
        {role: named(file) for role, file in texts.items() if file is not None},
        making,
        source_lang=wanted.source_lang,
        target_lang=wanted.target_lang or "en",
    )


def _documents(wanted: Wanted, mt: str, pe: str, making: Making) -> ReportContent:
    from posteditor.formats.parallel import read_parallel
    from posteditor.reports.fromfiles import Pair, from_documents

    settings = settings_for(wanted.store)
    both = [
        read_document(
            Path(file),
            settings,
            encoding=wanted.encoding,
            source_lang=wanted.source_lang,
            target_lang=wanted.target_lang,
        )
        for file in (mt, pe)
    ]
    parallel: dict[str, dict[int, str]] = {"source": {}, "ref": {}}
    named = (
        ("source", wanted.source, both[0].source_lang),
        ("ref", wanted.reference, both[0].target_lang),
    )
    for role, file, language in named:
        if file is not None:
            parallel[role] = read_parallel(
                both[0],
                Path(file),
                role="reference" if role == "ref" else role,
                language=language,
                encoding=wanted.encoding,
            )
    pair = Pair(
        mt=both[0],
        pe=both[1],
        sources=parallel["source"],
        references=parallel["ref"],
    )
    inputs = [
        _input(role, file)
        for role, file in (("pe", pe), *((role, file) for role, file, _ in named))
        if file is not None
    ]
    return from_documents(pair, replace(making, inputs=tuple(inputs)))


def _input(role: str, file: str) -> Input:
    from posteditor.reports.content import Input

    with Path(file).open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256").hexdigest()
    return Input(role=role, path=str(Path(file).absolute()), sha256=digest)


def _score(sentences: Sequence[Sentence], target_lang: str) -> Results:
    from posteditor.reports.scoring import score
    from posteditor.scoring.running import cores

    return score(sentences, target_lang, processes=cores())


def _path(name: str | None) -> Path | None:
    return None if name is None else Path(name)
