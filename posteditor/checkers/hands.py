"""A thread for each checker, so that one that hangs can be left behind.

Rule: nobody waits longer than agreed. A thread cannot be killed: one that hangs is told
through the context, keeps what it finds to itself, and as a daemon holds up no exit.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")

GivenUp = Callable[[], bool]


class TooSlowError(Exception):
    """What was asked for is not there in time."""


@dataclass(slots=True)
class _Task(Generic[T]):
    """`act` is told by its argument when nobody waits for it any more."""

    act: Callable[[GivenUp], T]
    done: threading.Event = field(default_factory=threading.Event)
    given_up: threading.Event = field(default_factory=threading.Event)
    results: list[T] = field(default_factory=list)
    error: BaseException | None = None

    def run(self) -> None:
        try:
            self.results.append(self.act(self.given_up.is_set))
        except BaseException as error:  # handed to whoever asked
            self.error = error
        finally:
            self.done.set()


_Tasks = queue.SimpleQueue["_Task[object] | None"]


class Hand:
    """One daemon thread that does one thing after another."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._lock = threading.Lock()
        self._tasks: _Tasks = queue.SimpleQueue()
        self._begun = False

    def do(self, act: Callable[[GivenUp], T], seconds: float) -> T:
        """What `act` returns, or raises; `TooSlowError` after so many seconds."""
        task = _Task(act)
        with self._lock:
            if not self._begun:
                self._begun = True
                threading.Thread(
                    target=_work, args=(self._tasks,), name=self._name, daemon=True
                ).start()
            self._tasks.put(task)  # type: ignore[arg-type]
            if not task.done.wait(seconds):
                task.given_up.set()
                raise TooSlowError
        if task.error is not None:
            raise task.error
        return task.results[0]

    def rest(self) -> None:
        """End the thread when it is through with what it does."""
        self._tasks.put(None)


def _work(tasks: _Tasks) -> None:
    while (task := tasks.get()) is not None:
        task.run()
        del task
