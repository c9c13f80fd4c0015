"""Jobs on small files, for the tests of scoring."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from pathlib import Path

from posteditor.scoring.job import Job
from posteditor.scoring.metrics import Metric
from posteditor.scoring.reading import Spool, named
from posteditor.scoring.request import Request, job_of

WORDS = ("the", "a", "council", "of", "and", "signed", "will", "not", "new", "it")


def sentences(count: int, seed: int) -> list[str]:
    """Some of them several times, as in real texts."""
    chance = random.Random(seed)
    return [
        " ".join(chance.choices(WORDS, k=chance.randint(0, 9))) for _ in range(count)
    ]


def varied(texts: Sequence[str], seed: int, noise: float = 0.3) -> list[str]:
    """The texts with some words changed."""
    chance = random.Random(seed)
    return [
        " ".join(
            chance.choice(WORDS) if chance.random() < noise else word
            for word in text.split()
        )
        for text in texts
    ]


def write(folder: Path, texts: Mapping[str, Sequence[str]]) -> dict[str, Path]:
    """A file with a segment a line for each text, by its name."""
    paths = {name: folder / f"{name}.txt" for name in texts}
    for name, path in paths.items():
        path.write_text("".join(f"{text}\n" for text in texts[name]))
    return paths


def job(
    folder: Path,
    systems: Mapping[str, Sequence[str]],
    references: Sequence[Sequence[str]] = (),
    metrics: Sequence[Metric] = (),
) -> Job:
    """A job on files in `folder`."""
    files = write(folder, systems)
    others = write(folder, {f"r{at}": texts for at, texts in enumerate(references)})
    request = Request(
        systems={name: named(str(path)) for name, path in files.items()},
        references=[named(str(path)) for path in others.values()],
        metrics=metrics,
    )
    with Spool() as spool:
        return job_of(request, spool)
