"""What `posteditor score` costs as a whole process beside sacrebleu's command, and how
time and memory grow. With POSTEDITOR_BENCH_SEGMENTS=1000000 up to that many segments
are scored (a quarter of an hour); else 50,000.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from sacrebleu.metrics.bleu import BLEU

from posteditor.scoring.gathered import Gathered
from posteditor.scoring.metrics import Metric
from posteditor.scoring.plan import Plan, against_references
from posteditor.scoring.results import Trials, results
from tests.benchmarks.bench_ter import DATA, WORDS
from tests.benchmarks.timing import pair

Row = tuple[str, float, float, str]
FEW = 10_000
MANY = int(os.environ.get("POSTEDITOR_BENCH_SEGMENTS", "50000"))
METRICS = (Metric.BLEU, Metric.CHRF, Metric.TER)


def run() -> Iterator[Row]:
    if DATA.is_dir():
        yield from ten_systems(DATA / "wmt22-ru-en")
    yield resamples()
    yield from growth()


def ten_systems(folder: Path) -> Iterator[Row]:
    """BLEU, chrF and TER of the ten systems of WMT22, by one process and by two."""
    reference = folder / "ref.A.en"
    files = {path.name[4:-3]: path for path in sorted(folder.glob("hyp.*"))}
    options = [f"--system={name}={path}" for name, path in files.items()]
    ours = ["posteditor", "score", f"--ref={reference}", *options, "--samples=0"]
    ours += ["--metric=bleu", "--metric=chrf", "--metric=ter", "--format=json"]
    theirs = ["sacrebleu", str(reference), "-i", *map(str, files.values())]
    theirs += ["-m", "bleu", "chrf", "ter"]
    peer = seconds(theirs)
    for jobs in (1, 2):
        mine = sorted(seconds([*ours, f"--jobs={jobs}"]) for _ in range(3))[1]
        yield f"score ten WMT22 systems, --jobs {jobs}", mine, peer, "sacrebleu -m"


def seconds(command: list[str]) -> float:
    begin = time.perf_counter()
    module, *arguments = command
    subprocess.run(
        [sys.executable, "-m", module, *arguments], check=True, capture_output=True
    )
    return time.perf_counter() - begin


def resamples(segments: int = 30_000) -> Row:
    """1,000 paired resamples of two systems, BLEU, chrF and TER, once scored."""
    pairings = tuple(against_references(s, ["ref"], METRICS) for s in ("one", "two"))
    plan = Plan(pairings=pairings)
    gathered = Gathered(segments, plan.width, segments)
    rng = np.random.default_rng(1)
    rows = np.sort(rng.integers(1, 40, size=(segments, plan.width)), axis=1)
    gathered.put(0, rows[:, ::-1])
    bleu = BLEU()
    stats = [[int(n) for n in row[:10]] for row in gathered.rows]

    def plain() -> None:
        """One system and BLEU alone, as sacrebleu draws and sums."""
        drawn = np.random.default_rng(1).choice(segments, size=(100, segments))
        for row in np.array(stats, dtype="float32")[drawn]:
            bleu._compute_score_from_stats(row.sum(0))

    ours, peer = pair(lambda: results(plan, gathered, Trials()), plain, rounds=3)
    name = f"1,000 paired resamples of {segments} segments"
    return name, ours, peer * 10, "sacrebleu, one system, BLEU (100 of them x 10)"


def growth() -> Iterator[Row]:
    """CPU a segment and the largest memory, for few segments and for many."""
    with tempfile.TemporaryDirectory() as name:
        few, few_memory = scored(Path(name), FEW)
        many, many_memory = scored(Path(name), MANY)
    yield f"score: a segment of {MANY}", many / MANY, few / FEW, f"of {FEW}"
    yield (
        f"score: memory of {MANY} (MB as ms)",
        many_memory / 1000,
        few_memory / 1000,
        f"of {FEW}",
    )


def scored(folder: Path, segments: int) -> tuple[float, float]:
    """Seconds of CPU and megabytes of a process that scores two systems."""
    write(folder, segments)
    options = [f"--{role}={folder / role}" for role in ("mt", "pe", "ref")]
    command = ["posteditor", "score", *options, "--jobs=1", "--format=json"]
    module, *arguments = command
    with subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        stdout=subprocess.DEVNULL,
        env={**os.environ, "XDG_CACHE_HOME": str(folder / "cache")},
    ) as process:
        _, _, used = os.wait4(process.pid, 0)
        process.returncode = 0
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def write(folder: Path, segments: int) -> None:
    """Sentences of 8 to 35 words, no two alike."""
    rng = random.Random(24)
    with (
        (folder / "mt").open("w") as mt,
        (folder / "pe").open("w") as pe,
        (folder / "ref").open("w") as ref,
    ):
        for _ in range(segments):
            words = rng.choices(WORDS, k=rng.randint(8, 35))
            for file, share in ((mt, 1.0), (pe, 0.9), (ref, 0.7)):
                text = [w if rng.random() < share else rng.choice(WORDS) for w in words]
                file.write(" ".join(text) + ".\n")
