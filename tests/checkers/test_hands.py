"""Threads that can be left behind."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest

from posteditor.checkers.hands import GivenUp, Hands, TooSlowError

SOON, LONG = 0.01, 30.0


def test_it_hands_back_what_was_made_or_raised() -> None:
    hands = Hands("test")
    assert hands.do(lambda is_given_up: 7, LONG) == 7
    with pytest.raises(ZeroDivisionError):
        hands.do(lambda is_given_up: 1 // 0, LONG)
    assert hands.do(lambda is_given_up: 8, LONG) == 8


def test_one_thread_serves_many_tasks_and_another_what_comes_meanwhile() -> None:
    hands = Hands("test")
    first = hands.do(lambda is_given_up: threading.get_ident(), LONG)
    assert hands.do(lambda is_given_up: threading.get_ident(), LONG) == first

    def nested(is_given_up: GivenUp) -> int:
        return hands.do(lambda again: threading.get_ident(), LONG)

    assert hands.do(nested, LONG) != first


def test_nobody_waits_for_what_hangs_and_it_is_told() -> None:
    hands, release, told = Hands("hung"), threading.Event(), []

    def hang(is_given_up: GivenUp) -> None:
        release.wait(LONG)
        told.append(is_given_up())

    with pytest.raises(TooSlowError):
        hands.do(hang, SOON)
    assert hands.do(lambda is_given_up: 1, LONG) == 1
    release.set()
    hung = [t for t in threading.enumerate() if t.name == "hung"]
    hands.rest()
    for thread in hung:
        thread.join(LONG)
    assert told == [True]
    assert not [t for t in threading.enumerate() if t.name == "hung"]


def test_a_process_ends_at_once_whatever_hangs() -> None:
    program = """
import threading
from posteditor.checkers.hands import Hands, TooSlowError
try:
    Hands("x").do(lambda is_given_up: threading.Event().wait(), 0.01)
except TooSlowError:
    print("left")
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        timeout=LONG,
        check=True,
    )
    assert done.stdout == "left\n"
