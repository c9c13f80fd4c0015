"""Threads for checkers to work in, so that one that hangs can be left behind.

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


class Hands:
    """Daemon threads that each do one thing at a time: as many as were ever needed at
    one time, and those that never came back."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._idle: queue.SimpleQueue[_Tasks] = queue.SimpleQueue()

    def do(self, act: Callable[[GivenUp], T], seconds: float) -> T:
        """What `act` returns, or raises; `TooSlowError` after so many seconds."""
        hand = self._take()
        task = _Task(act)
        hand.put(task)  # type: ignore[arg-type]
        try:
            in_time = task.done.wait(seconds)
        except BaseException:
            _let_go(task, hand)
            raise
        if not in_time:
            _let_go(task, hand)
            raise TooSlowError
        self._idle.put(hand)
        if task.error is not None:
            raise task.error
        return task.results[0]

    def rest(self) -> None:
        """End the threads that have nothing to do."""
        while not self._idle.empty():
            self._idle.get().put(None)

    def _take(self) -> _Tasks:
        try:
            return self._idle.get_nowait()
        except queue.Empty:
            tasks: _Tasks = queue.SimpleQueue()
            threading.Thread(
                target=_work, args=(tasks,), name=self._name, daemon=True
            ).start()
            return tasks


def _let_go(task: _Task[T], hand: _Tasks) -> None:
    """Tell a thread that nobody waits for it, and to end when it is through."""
    task.given_up.set()
    hand.put(None)


def _work(tasks: _Tasks) -> None:
    while (task := tasks.get()) is not None:
        task.run()
        del task
