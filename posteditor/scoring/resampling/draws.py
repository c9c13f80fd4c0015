"""Sums of statistics over random choices of segments.

Rule: the random numbers are those that sacrebleu draws from the same seed, in its
order, though never all of them are in memory: a block of trials at a time, and of that
block some segments at a time.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float64]
Real = npt.NDArray[np.floating] | npt.NDArray[np.integer]

# sacrebleu's own seed.
SEED = 12345
# Numbers drawn at once, in all the trials of a block: 16 MB of them.
_BLOCK = 2_000_000
# Segments multiplied at once.
_SLICE = 16_384
# The generator makes 32 truth values of one random number; a block of trials that
# ended in the middle of one would not go on as a single draw does.
_TRUTHS = 32


def bootstrap_sums(stats: Real, samples: int, seed: int | None = SEED) -> Matrix:
    """Sums over segments drawn with replacement.

    `stats` has a row for each segment and a column for each statistic; any number of
    systems and measures may stand side by side, they then share their draws. Returns
    one row for each of `samples` draws. `seed` None: other draws each time.
    """
    segments = len(stats)
    rng = np.random.default_rng(seed)
    sums = np.empty((samples, stats.shape[1]))
    for start, stop in _blocks(samples, max(1, _BLOCK // segments)):
        drawn = rng.integers(0, segments, size=(stop - start, segments))
        sums[start:stop] = _product(_times_drawn(drawn, segments), stats)
    return sums


def shuffled_sums(
    baseline: Real, system: Real, trials: int, seed: int | None = SEED
) -> tuple[Matrix, Matrix]:
    """Sums of two shuffled systems: each segment is swapped between them, or not.

    Both arrays have a row for each segment and the same columns. Returns two arrays
    with one row for each trial.
    """
    segments = len(baseline)
    rng = np.random.default_rng(seed)
    first = np.empty((trials, baseline.shape[1]))
    rows = max(1, _BLOCK // segments // _TRUTHS) * _TRUTHS
    for start, stop in _blocks(trials, rows):
        kept = rng.integers(2, size=(stop - start, segments), dtype=bool)
        first[start:stop] = _product(kept, baseline, system)
    first += _sum(system)
    return first, _sum(baseline) + _sum(system) - first


def _blocks(total: int, size: int) -> Iterator[tuple[int, int]]:
    for start in range(0, total, size):
        yield start, min(total, start + size)


def _times_drawn(
    drawn: npt.NDArray[np.int64], segments: int
) -> npt.NDArray[np.integer]:
    """How often each trial drew each segment."""
    trials = len(drawn)
    drawn += np.arange(0, trials * segments, segments)[:, np.newaxis]
    counts = np.bincount(drawn.ravel(), minlength=trials * segments)
    return counts.reshape(trials, segments)


def _product(
    weights: npt.NDArray[np.generic], stats: Real, minus: Real | None = None
) -> Matrix:
    """Weights times statistics, or times how far those are above `minus`."""
    total = np.zeros((len(weights), stats.shape[1]))
    for start, stop in _blocks(len(stats), _SLICE):
        factor = stats[start:stop].astype(np.float64)
        if minus is not None:
            factor -= minus[start:stop]
        total += weights[:, start:stop].astype(np.float64) @ factor
    return total


def _sum(stats: Real) -> Matrix:
    total = np.zeros(stats.shape[1])
    for start, stop in _blocks(len(stats), _SLICE):
        total += stats[start:stop].sum(axis=0, dtype=np.float64)
    return total
