"""Keeps the live HTER, and measures the sentence on the screen, in a daemon thread.

Rules: the HTER is that of the report, over every sentence that is kept. Nothing is
scored, and no library opened for it, before something was changed. A long sentence
takes its time here, not between two keys; of several wishes only the last counts.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.message import Message

from posteditor.model import Segment
from posteditor.tui.messages import HterChanged, SentenceScored

if TYPE_CHECKING:
    from posteditor.scoring import LiveHter

# (MT output, target), or a target of None for a segment that does not count.
Pair = tuple[str, str | None]
REMEMBERED = 512


class LiveScoring:
    """Takes changes and posts the HTER of the document.

    Furniture counts only from the moment its target is put in.
    """

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
        self._stopped = False

    def start(self) -> None:
        threading.Thread(target=self._run, name="scoring", daemon=True).start()

    def stop(self) -> None:
        with self._wake:
            self._stopped = True
            self._wake.notify()

    def put(self, index: int, mt: str, target: str | None) -> None:
        """Segment `index` now has this target."""
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

    def _run(self) -> None:
        with self._wake:
            self._wake.wait_for(lambda: self._stopped or self._has_work())
        from posteditor.scoring import LiveHter

        live: LiveHter | None = None
        while not self._stopped:
            with self._wake:
                self._wake.wait_for(lambda: self._stopped or self._has_work())
                wanted, self._wanted = self._wanted, None
                change = self._next_change() if wanted is None else None
            if wanted is not None:
                self._measure(*wanted)
            elif change is not None:
                index, (mt, target) = change
                if live is None:
                    live = LiveHter(self._target_lang)
                    self._begin(live)
                if target is None:
                    live.remove(index)
                else:
                    live.update(index, mt, target)
                if not self._changes:
                    self._post(HterChanged(live.value))

    def _begin(self, live: LiveHter) -> None:
        """Hand in every sentence as it came from the machine."""
        for segment in self._segments:
            if self._stopped:
                return
            if not segment.is_furniture:
                live.update(segment.index, segment.text, segment.text)
            if self._wanted is not None:
                with self._wake:
                    wanted, self._wanted = self._wanted, None
                if wanted is not None:
                    self._measure(*wanted)

    def _has_work(self) -> bool:
        return self._wanted is not None or bool(self._changes)

    def _next_change(self) -> tuple[int, Pair] | None:
        if not self._changes:
            return None
        index = next(iter(self._changes))
        return index, self._changes.pop(index)

    def _measure(self, mt: str, target: str) -> None:
        from posteditor.scoring import sentence_ter

        value = sentence_ter(mt, target, self._target_lang).percent
        with self._wake:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            self._known[mt, target] = value
        self._post(SentenceScored())
