"""Scores, intervals and comparisons of a job that is done.

Rule: a value never comes without how it was made; systems are only compared on the same
segments and references.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from posteditor.model import Score
from posteditor.scoring.effort import Effort, from_row
from posteditor.scoring.gathered import Gathered
from posteditor.scoring.metrics import Metric
from posteditor.scoring.plan import Column, Plan
from posteditor.scoring.resampling import (
    BOOTSTRAP_SAMPLES,
    SEED,
    PairedTest,
    bootstrap_sums,
    interval,
    paired_p_value,
    shuffled_sums,
)

Sums = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A system held against the baseline: how far above it (`delta`, in points), and
    how likely a difference as large is by chance (`p`)."""

    metric: str
    baseline: str
    system: str
    against: str
    delta: float
    p: float
    test: str
    trials: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Trials:
    """How far chance is looked into. `samples` 0: no intervals. `tests` empty: systems
    are not compared."""

    samples: int = BOOTSTRAP_SAMPLES
    tests: tuple[PairedTest, ...] = (PairedTest.BOOTSTRAP,)
    ar_trials: int = PairedTest.RANDOMISATION.trials
    seed: int | None = SEED


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """All scores of a job, all comparisons with the first system named, and the effort
    of each revision, where it was asked for."""

    scores: tuple[Score, ...]
    comparisons: tuple[Comparison, ...] = ()
    efforts: Mapping[str, Effort] = field(default_factory=dict)


def results(plan: Plan, gathered: Gathered, trials: Trials) -> Results:
    """Corpus scores in the order of the plan, each rate followed by the mean of the
    segments' own rates; then the comparisons."""
    total = gathered.total()
    columns = [column for column in plan.columns if column.measure.metric.is_score]
    resampled: dict[int, Sums] = {}
    if trials.samples:
        sums = bootstrap_sums(gathered.rows, trials.samples, trials.seed)
        resampled = {column.start: _values(column, sums) for column in columns}
    scores: list[Score] = []
    for column in columns:
        values = resampled.get(column.start)
        scores.append(_score(column, gathered, total, values, trials))
        if column.measure.metric.is_rate:
            scores.append(_mean(column, gathered))
    found = _comparisons(columns, gathered, total, resampled, trials)
    return Results(
        scores=tuple(scores),
        comparisons=tuple(found),
        efforts={
            column.pairing.system: from_row(total[column.start : column.stop])
            for column in plan.columns
            if column.measure.metric is Metric.EFFORT
        },
    )


def by_document(
    plan: Plan, gathered: Gathered, documents: Iterable[str]
) -> Iterator[tuple[str, tuple[Score, ...]]]:
    """The corpus scores of each document. `documents` names that of each segment; one
    whose segments stand apart is one document still."""
    places: dict[str, list[int]] = defaultdict(list)
    for segment, name in enumerate(documents):
        places[name].append(segment)
    for name, segments in places.items():
        total = gathered.total(np.array(segments))
        yield (
            name,
            tuple(
                _plain(column, total, column.score(total), len(segments))
                for column in plan.columns
                if column.measure.metric.is_score
            ),
        )


def by_segment(
    plan: Plan, gathered: Gathered
) -> Iterator[Mapping[tuple[str, str, str], float]]:
    """For each segment its values by system, against and metric. BLEU is that of
    sentences (effective order)."""
    columns = [column for column in plan.columns if column.measure.metric.is_score]
    for segment in range(len(gathered.rows)):
        row = gathered.row(segment)
        yield {
            (c.pairing.system, c.pairing.against, str(c.measure.metric)): c.sentence(
                row
            )
            for c in columns
        }


def _score(
    column: Column,
    gathered: Gathered,
    total: Sequence[float],
    values: Sums | None,
    trials: Trials,
) -> Score:
    score = _plain(column, total, column.score(total), len(gathered.rows))
    if values is None:
        return score
    found = interval(values)
    seed = "none" if trials.seed is None else trials.seed
    return Score(
        system=score.system,
        against=score.against,
        metric=score.metric,
        value=score.value,
        signature=f"{score.signature}|bs:{trials.samples}|seed:{seed}",
        segments=score.segments,
        interval=(found.low, found.high),
    )


def _plain(
    column: Column, total: Sequence[float], value: float, segments: int
) -> Score:
    return Score(
        system=column.pairing.system,
        against=column.pairing.against,
        metric=str(column.measure.metric),
        value=value,
        signature=column.signature(total),
        segments=segments,
    )


def _mean(column: Column, gathered: Gathered) -> Score:
    """The mean of the segments' own rates: long and short ones count the same."""
    edits = gathered.rows[:, column.start].astype(np.float64)
    words = gathered.rows[:, column.stop - 1] / len(column.pairing.references)
    empty = words == 0
    rates = np.where(
        empty, 100.0 * (edits > 0), 100 * edits / np.where(empty, 1, words)
    )
    total = gathered.total()
    score = _plain(column, total, float(rates.mean()), len(rates))
    return Score(
        system=score.system,
        against=score.against,
        metric=score.metric,
        value=score.value,
        signature=score.signature,
        segments=score.segments,
        is_mean=True,
    )


def _comparisons(
    columns: Sequence[Column],
    gathered: Gathered,
    total: Sequence[float],
    resampled: Mapping[int, Sums],
    trials: Trials,
) -> Iterator[Comparison]:
    first: dict[tuple[str, str], Column] = {}
    for column in columns:
        key = (column.pairing.against, str(column.measure.metric))
        baseline = first.setdefault(key, column)
        if baseline is column or column.pairing.against != "ref":
            continue
        delta = column.score(total) - baseline.score(total)
        for test in trials.tests:
            if test is PairedTest.BOOTSTRAP:
                if not resampled:
                    continue
                pair = resampled[baseline.start], resampled[column.start]
            else:
                pair = _shuffled(baseline, column, gathered, trials)
            yield Comparison(
                metric=str(column.measure.metric),
                baseline=baseline.pairing.system,
                system=column.pairing.system,
                against=column.pairing.against,
                delta=delta,
                p=paired_p_value(test, *pair, delta),
                test=str(test),
                trials=len(pair[0]),
            )


def _shuffled(
    baseline: Column, column: Column, gathered: Gathered, trials: Trials
) -> tuple[Sums, Sums]:
    rows = gathered.rows
    sums = shuffled_sums(
        rows[:, baseline.start : baseline.stop],
        rows[:, column.start : column.stop],
        trials.ar_trials,
        trials.seed,
    )
    return _scored(column, sums[0]), _scored(column, sums[1])


def _values(column: Column, sums: Sums) -> Sums:
    """The score of every trial, where `sums` has the statistics of all columns."""
    return _scored(column, sums[:, column.start : column.stop])


def _scored(column: Column, sums: Sums) -> Sums:
    references = len(column.pairing.references)
    score = column.measure.score
    return np.array([score(row, references) for row in sums.tolist()])
