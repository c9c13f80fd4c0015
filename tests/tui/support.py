"""An editor over invented sentences, with a real store and a checker made to order."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from textual.pilot import Pilot

from posteditor.checkers.engine import Engine
from posteditor.checkers.protocol import CheckContext, Scope, Unit
from posteditor.model import Document, Segment, SegmentKind, Severity, Suggestion
from posteditor.revision import fingerprints
from posteditor.session.job import Job, Snapshot
from posteditor.session.session import Session
from posteditor.store.protocol import SessionRecord
from posteditor.store.sqlite import SqliteStore
from posteditor.tui.app import EditorApp
from posteditor.tui.screen import EditorScreen
from posteditor.tui.widgets.lines import Lines

PATIENCE = 400

TEXTS = (
    "Post sponsored by Lantern Bay",
    "Mr. Chairman,",
    "We attach great importance to the work of the Harbour Council.",
    "The task of keeping the straits open is not removed from the agenda.",
    "The parties has agreed on the main provisions of the draft protocol.",
    "We express the hope that the members will ratify it by the end of the year.",
    "Thank you for your attention.",
)
SOURCES = (
    "Размещено при поддержке",
    "Господин Председатель,",
    "Мы придаём большое значение работе Совета гаваней.",
    "Задача сохранять проливы открытыми не снимается с повестки дня.",
    "Стороны согласовали основные положения проекта протокола.",
    "Выражаем надежду, что члены ратифицируют его до конца года.",
    "Благодарю за внимание.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """What the checker looks for."""

    find: str
    replacements: tuple[str, ...] = ()
    label: str = "calque"
    message: str = "a calque of the source"
    severity: Severity = Severity.MINOR
    source_phrase: str = ""


PHRASES = (
    Phrase(
        find="is not removed from",
        replacements=("remains on", "stays on"),
        source_phrase="не снимается с повестки дня",
    ),
    Phrase(
        find="attach great importance to",
        replacements=("greatly value",),
        label="wordy",
        message="one verb says it",
        severity=Severity.NEUTRAL,
    ),
    Phrase(
        find="parties has",
        replacements=("parties have",),
        label="agreement",
        message="a plural subject takes a plural verb",
        severity=Severity.MAJOR,
    ),
    Phrase(
        find="express the hope",
        replacements=("hope",),
        label="wordy",
        message="the verb is enough",
        severity=Severity.NEUTRAL,
    ),
    Phrase(find="main provisions", label="term", message="compare the other drafts"),
)


@dataclass
class PhraseChecker:
    """Finds its phrases. `hold` is called before each run, and may wait or raise."""

    phrases: Sequence[Phrase] = PHRASES
    name: str = "phrases"
    version: str = "1"
    scope: Scope = Scope.SEGMENT
    hold: Callable[[Sequence[Unit]], object] = field(default=lambda units: None)

    @property
    def rule_ids(self) -> frozenset[str]:
        return frozenset(f"phrases/{phrase.find}" for phrase in self.phrases)

    def supports(self, target_lang: str) -> bool:
        return True

    def check(
        self, units: Sequence[Unit], context: CheckContext
    ) -> Sequence[Suggestion]:
        self.hold(units)
        return [
            Suggestion(
                segment=unit.segment,
                start=found.start(),
                end=found.end(),
                text=found[0],
                message=phrase.message,
                rule=f"phrases/{phrase.find}",
                checker=self.name,
                replacements=phrase.replacements,
                label=phrase.label,
                severity=phrase.severity,
                source_phrase=phrase.source_phrase,
            )
            for unit in units
            for phrase in self.phrases
            for found in re.finditer(re.escape(phrase.find), unit.text)
        ]


def make_document(
    texts: Sequence[str] = TEXTS, *, furniture: Sequence[int] = (), name: str = "a.txt"
) -> Document:
    """These sentences, one a line; those in `furniture` are such."""
    segments, at = [], 0
    for index, text in enumerate(texts):
        is_furniture = index in furniture
        segments.append(
            Segment(
                index=index,
                start=at,
                end=at + len(text),
                text=text,
                kind=SegmentKind.FURNITURE if is_furniture else SegmentKind.SENTENCE,
                furniture="sponsor" if is_furniture else None,
            )
        )
        at += len(text) + 1
    return Document(
        path=Path("/texts") / name,
        text="\n".join(texts),
        segments=tuple(segments),
        format="text",
        source_lang="ru",
    )


class Workshop:
    """A store in a folder, and sessions and apps over it."""

    def __init__(self, folder: Path) -> None:
        self.store = SqliteStore.open(folder / "sessions.db")
        self.saved: list[tuple[Snapshot, bool]] = []
        self.save_error: Exception | None = None
        self.now = 1_000.0

    def clock(self) -> float:
        self.now += 1
        return self.now

    def session(
        self,
        texts: Sequence[str] = TEXTS,
        *,
        furniture: Sequence[int] = (),
        sources: Sequence[str] | None = None,
        references: Sequence[str] | None = None,
        name: str = "a.txt",
        read_only: bool = False,
    ) -> Session:
        """The session of these sentences: a new one, or the one begun before."""
        document = make_document(texts, furniture=furniture, name=name)
        job = Job(
            document=document,
            sources=None if sources is None else dict(enumerate(sources)),
            references=None if references is None else dict(enumerate(references)),
        )
        record = self.store.latest_session(str(document.path))
        if record is None:
            record = SessionRecord(
                id="s1",
                path=str(document.path),
                sha256="",
                fingerprints=fingerprints(document.segments),
                segments=len(texts),
                target_lang="en",
                source_lang="ru",
                level="full",
                created=self.now,
                updated=self.now,
            )
            self.store.create_session(record)
        return Session(
            job,
            record=record,
            store=self.store,
            clock=self.clock,
            read_only=read_only,
        )

    def app(
        self,
        session: Session,
        *checkers: PhraseChecker,
        engine: Callable[[], Engine] | None = None,
        theme: str = "dark",
        notice: str = "",
    ) -> EditorApp:
        found = checkers or (PhraseChecker(),)
        return EditorApp(
            session,
            engine=engine or (lambda: Engine(found)),
            saver=self.save,
            theme=theme,
            notice=notice,
        )

    def save(self, snapshot: Snapshot, *, force: bool) -> list[str]:
        self.saved.append((snapshot, force))
        if self.save_error is not None and not force:
            raise self.save_error
        return ["a.edited.txt", "a.report.html", "a.scores.json", "HTER 11.8"]


def screen_of(pilot: Pilot[None]) -> EditorScreen:
    app = pilot.app
    assert isinstance(app, EditorApp)
    return app.editor_screen


def panes(pilot: Pilot[None]) -> str:
    """What the column beside the list shows."""
    return drawn(screen_of(pilot).desk.upper) + drawn(screen_of(pilot).desk.lower)


def drawn(widget: Lines) -> str:
    if not widget.display:
        return ""
    height = widget.size.height
    return "\n".join(widget.render_line(y).text.rstrip() for y in range(height))


async def until(pilot: Pilot[None], wanted: Callable[[], bool]) -> None:
    """Let the app work until something is so."""
    for _ in range(PATIENCE):
        if wanted():
            return
        await pilot.pause(0.01)
    raise AssertionError("it never came to be so")


async def until_checked(pilot: Pilot[None]) -> None:
    """Let the app work until the checkers have nothing left to do."""
    screen = screen_of(pilot)
    await until(pilot, lambda: screen.checkers_line != "checking…")
