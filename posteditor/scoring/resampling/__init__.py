"""How far a score can be trusted: intervals and paired tests on statistics by segment.

Rule: the same draws, null hypotheses and seeds as sacrebleu (Koehn 2004; Riezler and
Maxwell 2005), on sums that are exact; memory does not grow with the number of trials.
"""

from posteditor.scoring.resampling.draws import SEED, bootstrap_sums, shuffled_sums
from posteditor.scoring.resampling.significance import (
    AR_TRIALS,
    BOOTSTRAP_SAMPLES,
    Interval,
    PairedTest,
    interval,
    p_value,
    paired_p_value,
)

__all__ = [
    "AR_TRIALS",
    "BOOTSTRAP_SAMPLES",
    "SEED",
    "Interval",
    "PairedTest",
    "bootstrap_sums",
    "interval",
    "p_value",
    "paired_p_value",
    "shuffled_sums",
]
