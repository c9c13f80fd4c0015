"""The workers of one session, and what the screen tells them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from textual.message import Message

from posteditor.checkers.protocol import Scope
from posteditor.session.session import Session
from posteditor.tui.messages import CheckFailed
from posteditor.tui.workers.checking import Checking
from posteditor.tui.workers.scoring import LiveScoring

if TYPE_CHECKING:
    from posteditor.checkers.engine import Engine
    from posteditor.checkers.findings import Findings


class Shared:
    """The engine for both threads that check, opened by the one that comes first."""

    def __init__(self, build: Callable[[], Engine]) -> None:
        self._build = build
        self._lock = threading.Lock()
        self._engine: Engine | None = None

    @property
    def ready(self) -> Engine | None:
        """The engine where it is open already."""
        return self._engine

    def get(self) -> Engine:
        with self._lock:
            if self._engine is None:
                self._engine = self._build()
            return self._engine


class Background:
    """Checks and scores beside the screen; slow checkers in a thread of their own, so
    that the others' suggestions never wait for them.

    `post` hands messages to the screen; `build` opens the checkers and is called in a
    worker. `has_checkers` is false once it is known that none are at work.
    """

    def __init__(
        self,
        session: Session,
        *,
        build: Callable[[], Engine],
        post: Callable[[Message], object],
    ) -> None:
        self._session = session
        self.has_checkers = True
        self._post = post
        self._shared = shared = Shared(build)
        self._checking, self._late = (
            Checking(
                segments=session.segments,
                sources=session.job.sources,
                targets={index: self._target(index) for index in session.touched()},
                context=session.context(),
                build=shared.get,
                post=post,
                scope=scope,
            )
            for scope in (Scope.SEGMENT, Scope.LATE)
        )
        self._scoring = LiveScoring(
            session.segments, post, session.job.document.target_lang
        )

    def start(self, index: int) -> None:
        """Begin with what is near segment `index`."""
        # What threads would import at once, each with locks another waits for.
        import_module("posteditor.diff")
        import_module("posteditor.scoring.tercom")
        self._checking.start(index)
        self._late.start(index)
        self._scoring.start()
        for touched in self._session.touched():
            self._score(touched)

    def stop(self) -> None:
        self._checking.stop()
        self._late.stop()
        self._scoring.stop()

    def look_at(self, index: int) -> None:
        self._checking.look_at(index)
        self._late.look_at(index)

    def changed(self, index: int) -> None:
        """Segment `index` has a new revision."""
        omitted = self._session.revision(index).omitted
        unit = self._session.unit(index)
        self._checking.changed(unit, omitted=omitted)
        self._late.changed(unit, omitted=omitted)
        self._score(index)

    def ask(self, index: int, text: str) -> None:
        """Check `text`, which is being typed in segment `index`."""
        unit = self._session.unit(index, text)
        self._checking.ask(unit)
        self._late.ask(unit)

    def guard(self, index: int, text: str | None = None) -> Findings | None:
        """What the guards say of segment `index`, or of `text` typed in it, at once;
        None in the first moments, while the checkers are being opened."""
        engine = self._shared.ready
        if engine is None or not engine.has(Scope.CHANGE):
            return None
        session = self._session
        unit = session.unit(index, text)
        findings = engine.check([unit], session.context(), Scope.CHANGE)
        if findings.failures:
            self._post(CheckFailed(findings.failures))
        return findings

    def ter(self, mt: str, target: str) -> float | None:
        """The TER of a sentence, or None until `SentenceScored` says it is known."""
        return self._scoring.ter(mt, target)

    def _score(self, index: int) -> None:
        session = self._session
        target = session.target(index) if session.counts(index) else None
        self._scoring.put(index, session.segments[index].text, target)

    def _target(self, index: int) -> str | None:
        revision = self._session.revision(index)
        return None if revision.omitted else revision.target
