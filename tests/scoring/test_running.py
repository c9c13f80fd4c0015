"""Rows do not depend on who made them, on interruptions, or on processes that die."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest

from posteditor.errors import InputError, OutputError, ServiceError
from posteditor.scoring.corpus import score_session
from posteditor.scoring.gathered import Gathered, Kept
from posteditor.scoring.job import Job
from posteditor.scoring.metrics import Metric
from posteditor.scoring.results import Trials
from posteditor.scoring.running import Runner, cores, pooled, run, serial
from posteditor.scoring.shards import SHARD, WORTH_PROCESSES
from tests.scoring.jobs import job, sentences, varied, write

SEGMENTS = 3 * SHARD + 7
METRICS = (Metric.BLEU, Metric.TER)


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Job:
    texts = sentences(SEGMENTS, 1)
    systems = {"one": varied(texts, 2), "two": varied(texts, 3)}
    return job(tmp_path_factory.mktemp("work"), systems, [texts], METRICS)


@pytest.fixture(scope="module")
def expected(work: Job) -> np.ndarray:
    gathered = in_memory(work)
    run(work, gathered, serial)
    return gathered.rows


def in_memory(work: Job) -> Gathered:
    return Gathered(work.segments, work.plan.width, SHARD)


def kept(work: Job, folder: Path) -> Kept:
    return Kept(folder, work.segments, work.plan.width, SHARD)


def test_progress_is_told_to_the_end(work: Job) -> None:
    told: list[int] = []
    run(work, in_memory(work), serial, told.append)
    assert told == [0, SHARD, 2 * SHARD, 3 * SHARD, SEGMENTS]


def test_processes_make_the_same_rows(work: Job, expected: np.ndarray) -> None:
    gathered = in_memory(work)
    run(work, gathered, pooled(2))
    assert (gathered.rows == expected).all()


def test_an_interrupted_run_goes_on_where_it_stopped(
    work: Job, expected: np.ndarray, tmp_path: Path
) -> None:
    first = kept(work, tmp_path)
    runner = serial(work, first)
    next(runner)
    next(runner)
    runner.close()
    first.close()

    second = kept(work, tmp_path)
    assert second.done == {0, 1}
    told: list[int] = []
    run(work, second, serial, told.append)
    assert told == [2 * SHARD, 3 * SHARD, SEGMENTS]
    assert (second.rows == expected).all()
    second.discard()
    assert not tmp_path.exists()


def test_rows_that_were_damaged_are_made_again(
    work: Job, expected: np.ndarray, tmp_path: Path
) -> None:
    first = kept(work, tmp_path)
    run(work, first, serial)
    first.rows[3] += 1
    first.close()
    with (tmp_path / "done").open("ab") as log:
        log.write(b"99 0\nnonsense\n\xff\n2 1")

    second = kept(work, tmp_path)
    assert second.done == {1, 2, 3}
    run(work, second, serial)
    second.close()
    assert (second.rows == expected).all()


def killing(after: int) -> Runner:
    """A pool one of whose processes is killed when so many shards are done."""

    def runner(work: Job, gathered: Gathered) -> Iterator[int]:
        for count, segments in enumerate(pooled(2)(work, gathered), start=1):
            if count == after:
                for child in children(os.getpid()):
                    os.kill(child, signal.SIGKILL)
            yield segments

    return runner


def children(parent: int) -> list[int]:
    """The workers: children of the fork server, which is a child of ours."""
    return [
        worker
        for server in direct(parent)
        if b"forkserver" in Path(f"/proc/{server}/cmdline").read_bytes()
        for worker in direct(server)
    ]


def direct(parent: int) -> list[int]:
    path = Path(f"/proc/{parent}/task/{parent}/children")
    return [int(word) for word in path.read_text().split()]


def test_a_process_that_dies_costs_time_and_no_results(
    work: Job, expected: np.ndarray
) -> None:
    gathered = in_memory(work)
    run(work, gathered, killing(after=1))
    assert (gathered.rows == expected).all()


def test_processes_that_always_die_are_given_up(work: Job, tmp_path: Path) -> None:
    gathered = in_memory(work)
    with pytest.raises(ServiceError, match="die again and again"):
        run(Deadly(plan=work.plan, texts=work.texts), gathered, pooled(1))


class Deadly(Job):
    """Its work kills whoever does it."""

    def work(self, shard: int) -> object:  # type: ignore[override]
        return DeadlyWork()


class DeadlyWork:
    shard = 0

    def do(self) -> None:
        os.kill(os.getpid(), signal.SIGKILL)


SCORING = """
import sys
from pathlib import Path
from posteditor.scoring.files import score_files
from posteditor.scoring.reading import named
from posteditor.scoring.request import Request
from posteditor.scoring.running import pooled

if __name__ == "__main__":
    mt, pe = map(named, sys.argv[1:])
    score_files(Request(systems={"mt": mt, "pe": pe}), runner=pooled(2))
"""


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks into /proc")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_processes_end_with_a_parent_that_is_killed(
    tmp_path: Path, how: signal.Signals
) -> None:
    texts = sentences(200_000, 1)
    files = write(tmp_path, {"mt": texts, "pe": varied(texts, 2)})
    program = tmp_path / "scoring.py"
    program.write_text(SCORING)
    command = [sys.executable, str(program), *map(str, files.values())]
    parent = subprocess.Popen(command, start_new_session=True)
    try:
        until(lambda: len(group(parent.pid)) > 3)
        os.kill(parent.pid, how)
        parent.wait(timeout=60)
        until(lambda: not group(parent.pid))
    finally:
        with suppress(ProcessLookupError):
            os.killpg(parent.pid, signal.SIGKILL)
        parent.wait()


def until(there: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not there():
        assert time.monotonic() < deadline
        os.sched_yield()


def group(leader: int) -> list[str]:
    """The processes of a group that live."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            _, _, rest = stat.read_text().rpartition(")")
            state, _, of_group = rest.split()[:3]
            if int(of_group) == leader and state != "Z":
                found.append(stat.parent.name)
    return found


def test_an_error_in_a_process_is_the_users_to_read(tmp_path: Path) -> None:
    texts = sentences(SHARD + 5, 4)
    work = job(tmp_path, {"one": texts}, [texts], METRICS)
    (tmp_path / "one.txt").write_text("less\n")
    with pytest.raises(InputError, match="changed while it was scored"):
        run(work, in_memory(work), pooled(2))


def test_no_room_is_one_line(work: Job, tmp_path: Path) -> None:
    folder = tmp_path / "file"
    folder.write_text("")
    with pytest.raises(OutputError, match="XDG_CACHE_HOME"):
        kept(work, folder)


def test_jobs_differ_by_what_is_in_them(work: Job, tmp_path: Path) -> None:
    texts = sentences(SEGMENTS, 1)
    systems = {"one": varied(texts, 2), "two": varied(texts, 3)}
    again = job(tmp_path, systems, [texts], METRICS)
    assert again.digest == work.digest
    other = job(tmp_path, systems, [texts], [Metric.BLEU])
    assert other.digest != work.digest
    changed = job(tmp_path, systems | {"two": texts}, [texts], METRICS)
    assert changed.digest != work.digest


def test_there_is_a_core() -> None:
    assert cores() >= 1


def test_texts_in_memory_are_shared_out_too() -> None:
    mt = sentences(WORTH_PROCESSES + 1, 1)
    pe = varied(mt, 2)
    alone = score_session(mt, pe, None, "en", Trials(samples=50))
    shared = score_session(mt, pe, None, "en", Trials(samples=50), processes=2)
    assert shared == alone
