"""The workers of one session, and what the screen tells them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.message import Message

from posteditor.session.session import Session
from posteditor.tui.workers.checking import Checking
from posteditor.tui.workers.scoring import LiveScoring

if TYPE_CHECKING:
    from posteditor.checkers.engine import Engine


class Background:
    """Checks and scores beside the screen. `post` hands messages to it; `build` opens
    the checkers and is called in a worker. `has_checkers` is false once it is known
    that none are at work."""

    def __init__(
        self,
        session: Session,
        *,
        build: Callable[[], Engine],
        post: Callable[[Message], object],
    ) -> None:
        self._session = session
        self.has_checkers = True
        self._checking = Checking(
            segments=session.segments,
            sources=session.job.sources,
            targets={index: self._target(index) for index in session.touched()},
            context=session.context(),
            build=build,
            post=post,
        )
        self._scoring = LiveScoring(
            session.segments, post, session.job.document.target_lang
        )

    def start(self, index: int) -> None:
        """Begin with what is near segment `index`."""
        self._checking.start(index)
        self._scoring.start()
        for touched in self._session.touched():
            self._score(touched)

    def stop(self) -> None:
        self._checking.stop()
        self._scoring.stop()

    def look_at(self, index: int) -> None:
        self._checking.look_at(index)

    def changed(self, index: int) -> None:
        """Segment `index` has a new revision."""
        omitted = self._session.revision(index).omitted
        self._checking.changed(self._session.unit(index), omitted=omitted)
        self._score(index)

    def ask(self, index: int, text: str) -> None:
        """Check `text`, which is being typed in segment `index`."""
        self._checking.ask(self._session.unit(index, text))

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
