"""Shards on a Dask cluster: a scheduler and workers as processes on loopback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from posteditor.errors import InputError, ServiceError
from posteditor.scoring.cluster import clustered
from posteditor.scoring.gathered import Gathered
from posteditor.scoring.job import Job
from posteditor.scoring.metrics import Metric
from posteditor.scoring.running import run, serial
from posteditor.scoring.shards import SHARD
from tests.cli.conftest import Run, home, posteditor
from tests.scoring.jobs import job, sentences, varied, write

__all__ = ["home", "posteditor"]

SHARDS = 24
METRICS = (Metric.BLEU, Metric.CHRF)


class Cluster:
    """A scheduler and workers, each a process, all in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._started: list[subprocess.Popen[bytes]] = []
        self._file = folder / "scheduler.json"
        self._start(
            "scheduler",
            *("--host", "127.0.0.1", "--port", "0", "--no-dashboard"),
            *("--scheduler-file", str(self._file)),
        )
        self.address = self._address()

    def worker(self) -> subprocess.Popen[bytes]:
        return self._start(
            "worker",
            *(self.address, "--no-nanny", "--nthreads", "1", "--no-dashboard"),
            *("--local-directory", str(self._folder), "--memory-limit", "0"),
        )

    def wait_for(self, workers: int) -> None:
        from distributed import Client

        with Client(self.address, timeout=30, set_as_default=False) as client:
            client.wait_for_workers(workers, timeout=60)

    def stop(self) -> None:
        for process in reversed(self._started):
            process.kill()
            process.wait()

    def _start(self, kind: str, *options: str) -> subprocess.Popen[bytes]:
        log = (self._folder / f"{len(self._started)}.log").open("wb")
        with log:
            process = subprocess.Popen(
                [sys.executable, "-m", "dask", kind, *options],
                cwd=self._folder,
                stdout=log,
                stderr=log,
            )
        self._started.append(process)
        return process

    def _address(self) -> str:
        deadline = time.monotonic() + 60
        while True:
            try:
                return str(json.loads(self._file.read_text())["address"])
            except (FileNotFoundError, ValueError):
                assert time.monotonic() < deadline, "no scheduler"
                assert self._started[0].poll() is None, "the scheduler ended"
                os.sched_yield()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    folder = tmp_path / "cluster"
    folder.mkdir()
    with ExitStack() as stack:
        made = Cluster(folder)
        stack.callback(made.stop)
        yield made


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Job:
    texts = sentences(SHARDS * SHARD, 1)
    folder = tmp_path_factory.mktemp("work")
    return job(folder, {"one": varied(texts, 2)}, [texts], METRICS)


@pytest.fixture(scope="module")
def expected(work: Job) -> np.ndarray:
    gathered = in_memory(work)
    run(work, gathered, serial)
    return gathered.rows


def in_memory(work: Job) -> Gathered:
    return Gathered(work.segments, work.plan.width, SHARD)


def test_a_worker_that_is_killed_costs_no_results(
    cluster: Cluster, work: Job, expected: np.ndarray
) -> None:
    first, _ = cluster.worker(), cluster.worker()
    cluster.wait_for(2)
    gathered = in_memory(work)
    for count, _segments in enumerate(clustered(cluster.address)(work, gathered)):
        if count == SHARDS // 4:
            first.send_signal(signal.SIGKILL)
    assert len(gathered.done) == SHARDS
    assert (gathered.rows == expected).all()


def test_workers_without_the_files_are_sent_the_texts(
    cluster: Cluster, work: Job, expected: np.ndarray
) -> None:
    """Another process finds no file of this one's under /proc/self."""
    cluster.worker()
    cluster.wait_for(1)
    gathered = in_memory(work)
    with ExitStack() as stack:
        files = {
            role: stack.enter_context(text.data.open("rb"))
            for role, text in work.texts.items()
        }
        texts = {
            role: replace(text, data=Path(f"/proc/self/fd/{files[role].fileno()}"))
            for role, text in work.texts.items()
        }
        run(replace(work, texts=texts), gathered, clustered(cluster.address))
    assert (gathered.rows == expected).all()


def test_the_command_scores_on_a_cluster(
    cluster: Cluster, posteditor: Run, tmp_path: Path
) -> None:
    cluster.worker()
    cluster.wait_for(1)
    ref = sentences(150, 1)
    files = write(tmp_path, {"mt": varied(ref, 2), "ref": ref})
    options = [f"--{name}={path}" for name, path in files.items()]
    here = posteditor("score", *options, "--format=json")
    there = posteditor("score", *options, "--format=json", "--cluster", cluster.address)
    assert there.code == 0
    assert there.json["scores"] == here.json["scores"]


def test_a_dead_address_is_one_line(posteditor: Run, tmp_path: Path) -> None:
    files = write(tmp_path, {"mt": ["a"] * 120, "ref": ["b"] * 120})
    options = [f"--{name}={path}" for name, path in files.items()]
    done = posteditor("score", *options, "--cluster", "tcp://127.0.0.1:9")
    assert done.code == 4
    assert done.out == ""
    assert done.err == (
        "posteditor: tcp://127.0.0.1:9: no Dask scheduler answers "
        "(start one with: dask scheduler)\n"
    )


def test_a_cluster_without_workers_is_named(cluster: Cluster, work: Job) -> None:
    with pytest.raises(ServiceError, match="has no workers"):
        run(work, in_memory(work), clustered(cluster.address))


def test_a_text_that_vanishes_is_the_users_to_read(
    cluster: Cluster, tmp_path: Path
) -> None:
    cluster.worker()
    cluster.wait_for(1)
    texts = sentences(20, 1)
    small = job(tmp_path, {"one": texts}, [texts], METRICS)
    one = small.texts["one"]
    wrong = {**small.texts, "one": replace(one, offsets=(0, 3))}
    with pytest.raises(InputError, match="changed while it was scored"):
        run(replace(small, texts=wrong), in_memory(small), clustered(cluster.address))
