"""Keeps the live HTER in a daemon thread, sentence by sentence as they change."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable

from textual.message import Message

from posteditor.tui.messages import HterChanged

# (index, MT output, target), or a target of None for a segment that does not count.
Change = tuple[int, str, str | None]


class LiveScoring:
    """Takes changes and posts the HTER of all that was handed in so far."""

    def __init__(
        self, post: Callable[[Message], object], target_lang: str = "en"
    ) -> None:
        self._post = post
        self._target_lang = target_lang
        self._changes: queue.SimpleQueue[Change | None] = queue.SimpleQueue()

    def start(self) -> None:
        threading.Thread(target=self._run, name="scoring", daemon=True).start()

    def stop(self) -> None:
        self._changes.put(None)

    def put(self, index: int, mt: str, target: str | None) -> None:
        self._changes.put((index, mt, target))

    def _run(self) -> None:
        from posteditor.scoring import LiveHter

        live = LiveHter(self._target_lang)
        while (change := self._changes.get()) is not None:
            index, mt, target = change
            if target is None:
                live.remove(index)
            else:
                live.update(index, mt, target)
            if self._changes.empty():
                self._post(HterChanged(live.value))
