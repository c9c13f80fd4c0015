"""Jobs done: one shard after the other, or by several processes at once.

Rule: the rows do not depend on who made them or in which order. A process that dies
costs time, not results.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice

import numpy as np

from posteditor.errors import ServiceError
from posteditor.scoring.gathered import Gathered, Rows
from posteditor.scoring.job import Job, LoadedJob, LoadedWork, Work

Progress = Callable[[int], None]
Runner = Callable[[Job, Gathered], Iterator[int]]

# Work handed out beyond what is being done, so that no process waits.
_AHEAD = 2
# A pool that breaks so often in a row breaks for a reason of its own.
_MOST_BREAKS = 3


def run(
    job: Job, gathered: Gathered, runner: Runner, progress: Progress = lambda done: None
) -> None:
    """Fill `gathered` with what is missing. `progress` is told how many segments are
    done, at first and after each shard."""
    progress(gathered.segments_done)
    done = gathered.segments_done
    for segments in runner(job, gathered):
        done += segments
        progress(done)


def serial(job: Job, gathered: Gathered) -> Iterator[int]:
    """One shard after the other, here. Gives the segments of each when it is done."""
    for work in job.all_work(but=gathered.done):
        rows = work.do()
        gathered.put(work.shard, rows)
        yield len(rows)


def pooled(
    processes: int,
) -> Callable[[Job | LoadedJob, Gathered], Iterator[int]]:
    """Shards by several processes: a `Runner`, for texts in memory, too."""

    def runner(job: Job | LoadedJob, gathered: Gathered) -> Iterator[int]:
        breaks = 0
        while len(gathered.done) < job.shards:
            before = len(gathered.done)
            try:
                yield from _pool(job, gathered, processes)
            except BrokenProcessPool as error:
                breaks = 0 if len(gathered.done) > before else breaks + 1
                if breaks == _MOST_BREAKS:
                    raise ServiceError(
                        "scoring processes die again and again",
                        hint="is there enough memory? try --jobs 1",
                    ) from error

    return runner


def cores() -> int:
    """How many processes can work at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def do(work: Work | LoadedWork) -> tuple[int, Rows]:
    """The number of a shard and its rows, as they go from process to process."""
    return work.shard, np.array(work.do(), dtype=np.int32)


def _pool(job: Job | LoadedJob, gathered: Gathered, processes: int) -> Iterator[int]:
    pool = ProcessPoolExecutor(processes, _context(), initializer=_begin)
    left: Iterator[Work | LoadedWork] = job.all_work(but=gathered.done)
    waiting: set[Future[tuple[int, Rows]]] = set()
    try:
        while True:
            for work in islice(left, processes * _AHEAD - len(waiting)):
                waiting.add(pool.submit(do, work))
            if not waiting:
                return
            ready, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            for future in ready:
                shard, rows = future.result()
                gathered.put(shard, rows)
                yield len(rows)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _context() -> multiprocessing.context.BaseContext:
    """New processes that have imported what they need and inherited no threads."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    return context


def _begin() -> None:
    """Ctrl+C is the parent's to answer. A parent that is killed takes its processes
    with it: they would wait for work for ever."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
