"""Small documents, sessions over real stores, and suggestions, for tests."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from posteditor.checkers.findings import Findings
from posteditor.checkers.protocol import Scope
from posteditor.model import Document, Segment, SegmentKind, Suggestion
from posteditor.session.job import Job
from posteditor.session.opening import Choice, Opening, examine, open_session
from posteditor.session.session import Session
from posteditor.store.sqlite import SqliteStore

TEXTS = (
    "The meeting has taken place.",
    "The parties has agreed on the matter.",
    "The meeting has ended.",
    "Thank you.",
)


def document(
    path: Path, texts: Iterable[str] = TEXTS, *, furniture: Iterable[int] = ()
) -> Document:
    """A document of these sentences, one a line; the indices in `furniture` are such.
    It is named as if it had been read from `path`, which need not exist."""
    lines, out, at = list(texts), [], 0
    for index, text in enumerate(lines):
        kind = SegmentKind.FURNITURE if index in furniture else SegmentKind.SENTENCE
        end = at + len(text)
        out.append(Segment(index=index, start=at, end=end, text=text, kind=kind))
        at = end + 1
    whole = "\n".join(lines)
    digest = hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(
        path=path,
        text=whole,
        segments=tuple(out),
        format="text",
        sha256=digest,
        source_lang="ru",
    )


def ticking() -> Callable[[], float]:
    """A clock that goes on by a second at each look."""
    ticks = itertools.count(1_000)
    return lambda: float(next(ticks))


def counting() -> Callable[[], str]:
    numbers = itertools.count(1)
    return lambda: f"id{next(numbers)}"


class Desk:
    """A store and what opening a session in it takes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = SqliteStore.open(folder / "sessions.db")
        self.clock = ticking()
        self.new_id = counting()

    def document(
        self, *texts: str, name: str = "a.txt", furniture: Iterable[int] = ()
    ) -> Document:
        return document(self.folder / name, texts or TEXTS, furniture=furniture)

    def examine(self, one: Document) -> Opening:
        return examine(one, self.store)

    @contextmanager
    def open(
        self,
        one: Document | Job,
        *,
        choice: Choice = Choice.CARRY,
        read_only: bool = False,
    ) -> Iterator[Session]:
        job = one if isinstance(one, Job) else Job(document=one)
        with open_session(
            job,
            store=self.store,
            opening=self.examine(job.document),
            clock=self.clock,
            new_id=self.new_id,
            choice=choice,
            read_only=read_only,
        ) as session:
            yield session


def suggestion(
    session: Session,
    index: int,
    text: str,
    *replacements: str,
    rule: str = "rule",
    text_of: str | None = None,
) -> Suggestion:
    """A suggestion on the first `text` in a segment's target, or in `text_of`."""
    target = session.target(index) if text_of is None else text_of
    start = target.index(text)
    return Suggestion(
        segment=index,
        start=start,
        end=start + len(text),
        text=text,
        message=f"about {text}",
        rule=rule,
        checker="rules",
        replacements=replacements,
    )


def findings(
    session: Session, *suggestions: Suggestion, scope: Scope = Scope.SEGMENT
) -> Findings:
    """What a run over all current targets would give if it found these."""
    texts = {
        segment.index: session.target(segment.index) for segment in session.segments
    }
    grouped: dict[int, tuple[Suggestion, ...]] = {}
    for one in suggestions:
        grouped[one.segment] = (*grouped.get(one.segment, ()), one)
    return Findings(scope=scope, texts=texts, suggestions=grouped)
