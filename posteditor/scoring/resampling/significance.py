"""Intervals and p-values from the scores of many trials.

Rule: sacrebleu's definitions, which are those of Moses (bootstrap) and MultEval
(approximate randomisation).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float64]

BOOTSTRAP_SAMPLES = 1_000
AR_TRIALS = 10_000
# One in forty of the trials lies below, and one in forty above: 95 % lie within.
_TAIL = 40


class PairedTest(StrEnum):
    """How two systems are compared."""

    BOOTSTRAP = "bootstrap"
    RANDOMISATION = "randomisation"

    @property
    def trials(self) -> int:
        """How many, unless told otherwise."""
        return BOOTSTRAP_SAMPLES if self is PairedTest.BOOTSTRAP else AR_TRIALS


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """Where 95 % of the resampled scores lie, and their mean."""

    mean: float
    low: float
    high: float


def interval(scores: Scores) -> Interval:
    """The 95 % interval of resampled scores."""
    ordered = np.sort(scores)
    tail = len(ordered) // _TAIL
    return Interval(
        mean=float(ordered.mean()),
        low=float(ordered[tail]),
        high=float(ordered[len(ordered) - tail - 1]),
    )


def paired_p_value(
    test: PairedTest, baseline: Scores, system: Scores, difference: float
) -> float:
    """How likely a difference as large as `difference` is by chance.

    `baseline` and `system` are the scores of the same trials. Two-sided. The bootstrap
    draws around the difference that is there, so its mean is taken off first; under
    randomisation there is none.
    """
    differences = np.abs(system - baseline)
    if test is PairedTest.BOOTSTRAP:
        differences = differences - differences.mean()
    return p_value(differences, abs(difference))


def p_value(differences: Scores, difference: float) -> float:
    """The share of trials beyond the difference, never 0 (add-one, as MultEval)."""
    beyond = int(np.count_nonzero(differences > difference))
    return (beyond + 1) / (len(differences) + 1)
