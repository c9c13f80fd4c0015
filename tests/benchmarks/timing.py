"""How the benchmarks take their time: medians, in turn with the peer."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable


def pair(
    ours: Callable[[], object], peer: Callable[[], object], rounds: int = 7
) -> tuple[float, float]:
    """Median seconds of two functions called in turn, after one warm-up each."""
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds + 1):
        for function, record in zip((ours, peer), times, strict=True):
            begin = time.perf_counter()
            function()
            if number:
                record.append(time.perf_counter() - begin)
    return statistics.median(times[0]), statistics.median(times[1])


def commands(ours: list[str], peer: list[str], rounds: int = 7) -> tuple[float, float]:
    """Median wall seconds of two Python command lines, each a whole process."""

    def runner(arguments: list[str]) -> Callable[[], object]:
        command = [sys.executable, *arguments]
        return lambda: subprocess.run(command, capture_output=True, check=True)

    return pair(runner(ours), runner(peer), rounds)
