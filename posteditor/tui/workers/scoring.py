"""Keeps the live HTER, and measures the sentence on the screen, in a daemon thread.

Rules: the HTER is that of the report, over the sentences that count. Nothing is scored,
and no library opened for it, before something was changed. A long sentence takes its
time here, not between two keys; of several wishes only the last counts. What fails is
named once, and the rest goes on.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.message import Message

from posteditor.checkers.findings import Failure
from posteditor.model import Segment
from posteditor.tui.messages import CheckFailed, HterChanged, SentenceScored

if TYPE_CHECKING:
    from posteditor.scoring import LiveHter

# (MT output, target), or a target of None for a segment that does not count.
Pair = tuple[str, str | None]
REMEMBERED = 512


class LiveScoring:
    """Takes changes and posts the HTER of the document: None while a sentence that
    counts could not be scored."""

    def __init__(
        self,
        segments: Sequence[Segment],
        post: Callable[[Message], object],
        target_lang: str,
    ) -> None:
        self._segments = segments
        self._post = post
        self._target_lang = target_lang
        self._wake = threading.Condition()
        self._changes: dict[int, Pair] = {}
        self._wanted: tuple[str, str] | None = None
        self._known: dict[tuple[str, str], float] = {}
        self._unscored: set[int] = set()
        self._has_failed = False
        self._stopped = False

    def start(self) -> None:
        threading.Thread(target=self._run, name="scoring", daemon=True).start()

    def stop(self) -> None:
        with self._wake:
            self._stopped = True
            self._wake.notify()

    def put(self, index: int, mt: str, target: str | None) -> None:
        """Segment `index` now has this target, or does not count."""
        with self._wake:
            self._changes[index] = (mt, target)
            self._wake.notify()

    def ter(self, mt: str, target: str) -> float | None:
        """The TER of a sentence in per cent, if it was measured; else it will be, and
        `SentenceScored` says when."""
        with self._wake:
            known = self._known.get((mt, target))
            if known is None:
                self._wanted = (mt, target)
                self._wake.notify()
            return known

    # -- the thread ---------------------------------------------------------------

    def _run(self) -> None:
        with self._wake:
            self._wake.wait_for(lambda: self._stopped or self._has_work())
        try:
            from posteditor.scoring import LiveHter

            live = LiveHter(self._target_lang)
        except Exception as error:
            self._name_failure(error, left_out=True)
            return
        begun = False
        while not self._stopped:
            with self._wake:
                self._wake.wait_for(lambda: self._stopped or self._has_work())
                change = self._next_change() if self._wanted is None else None
            self._measure_wanted()
            if change is None:
                continue
            if not begun:
                begun = True
                self._begin(live)
            self._score(live, *change)
            if not self._changes:
                self._post(HterChanged(None if self._unscored else live.value))

    def _begin(self, live: LiveHter) -> None:
        """Hand in every sentence as it came from the machine."""
        for segment in self._segments:
            if self._stopped:
                return
            if not segment.is_furniture:
                self._score(live, segment.index, (segment.text, segment.text))
            self._measure_wanted()

    def _score(self, live: LiveHter, index: int, pair: Pair) -> None:
        mt, target = pair
        self._unscored.discard(index)
        try:
            if target is None:
                live.remove(index)
            else:
                live.update(index, mt, target)
        except Exception as error:
            self._unscored.add(index)
            self._name_failure(error)

    def _measure_wanted(self) -> None:
        """Measure the sentence on the screen, if that is still wanted."""
        if self._wanted is None:
            return
        with self._wake:
            wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        try:
            from posteditor.scoring import sentence_ter

            value = sentence_ter(*wanted, self._target_lang).percent
        except Exception as error:
            self._name_failure(error)
            return
        with self._wake:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            self._known[wanted] = value
        self._post(SentenceScored())

    def _has_work(self) -> bool:
        return self._wanted is not None or bool(self._changes)

    def _next_change(self) -> tuple[int, Pair] | None:
        if not self._changes:
            return None
        index = next(iter(self._changes))
        return index, self._changes.pop(index)

    def _name_failure(self, error: Exception, *, left_out: bool = False) -> None:
        if self._has_failed:
            return
        self._has_failed = True
        text = str(error) or type(error).__name__
        failure = Failure(
            checker="scoring", message=text.splitlines()[0], left_out=left_out
        )
        self._post(CheckFailed((failure,)))
