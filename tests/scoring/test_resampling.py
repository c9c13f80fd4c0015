"""Trials: the same draws as a plain reading of sacrebleu's, and the same verdicts."""

from __future__ import annotations

import random

import numpy as np
import pytest
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF
from sacrebleu.metrics.ter import TER
from sacrebleu.significance import PairedTest as SacrebleuTest

from posteditor.scoring.resampling import (
    SEED,
    PairedTest,
    bootstrap_sums,
    interval,
    p_value,
    paired_p_value,
    shuffled_sums,
)
from posteditor.scoring.resampling import draws as module

WORDS = ("the", "a", "council", "of", "and", "signed", "will", "not", "new", "it")


def texts(count: int, seed: int, *, noise: float) -> tuple[list[str], list[str]]:
    """References, and hypotheses in which some words are others."""
    chance = random.Random(seed)
    references = [
        " ".join(chance.choices(WORDS, k=chance.randint(4, 15))) for _ in range(count)
    ]
    hypotheses = [
        " ".join(
            chance.choice(WORDS) if chance.random() < noise else word
            for word in text.split()
        )
        for text in references
    ]
    return references, hypotheses


@pytest.fixture
def stats() -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(7)
    return rng.integers(0, 50, size=(501, 7)), rng.integers(0, 50, size=(501, 7))


def test_the_bootstrap_draws_what_one_draw_of_all_trials_would(
    stats: tuple[np.ndarray, np.ndarray],
) -> None:
    one, _ = stats
    chosen = np.random.default_rng(SEED).choice(501, size=(90, 501), replace=True)
    assert (bootstrap_sums(one, 90) == one[chosen].sum(axis=1)).all()


def test_shuffling_swaps_what_one_draw_of_all_trials_would(
    stats: tuple[np.ndarray, np.ndarray],
) -> None:
    one, two = stats
    kept = np.random.default_rng(SEED).integers(2, size=(90, 501), dtype=bool)
    first, second = shuffled_sums(one, two, 90)
    assert (first == kept @ one + ~kept @ two).all()
    assert (second == ~kept @ one + kept @ two).all()


@pytest.mark.parametrize("segments", [1, 31, 70_001])
def test_trials_in_many_blocks_are_the_same_trials(segments: int) -> None:
    """70,001 segments are several slices, and 90 trials of them several blocks."""
    assert module._SLICE < 70_001
    assert 2 * module._BLOCK < 90 * 70_001
    one = np.arange(segments)[:, np.newaxis] % 11
    two = one[::-1]
    rng = np.random.default_rng(3)
    drawn = [one[rng.choice(segments, size=segments)].sum() for _ in range(90)]
    assert (bootstrap_sums(one, 90, seed=3)[:, 0] == drawn).all()
    kept = np.random.default_rng(3).integers(2, size=(90, segments), dtype=bool)
    first, second = shuffled_sums(one, two, 90, seed=3)
    assert (first == kept @ one + ~kept @ two).all()
    assert (first + second == one.sum() + two.sum()).all()


def test_without_a_seed_the_draws_differ(
    stats: tuple[np.ndarray, np.ndarray],
) -> None:
    one, _ = stats
    first, second = (bootstrap_sums(one, 20, seed=None) for _ in range(2))
    assert (first != second).any()


def test_an_interval_leaves_a_fortieth_of_the_trials_on_either_side() -> None:
    found = interval(np.arange(1000.0)[::-1])
    assert (found.low, found.mean, found.high) == (25.0, 499.5, 974.0)


def test_a_p_value_is_never_nought() -> None:
    assert p_value(np.array([1.0, 2.0, 3.0]), 5.0) == 0.25
    assert p_value(np.array([1.0, 2.0, 3.0]), 2.0) == 0.5


@pytest.mark.parametrize("metric", [BLEU(), CHRF(), TER()], ids=["BLEU", "chrF", "TER"])
@pytest.mark.parametrize(
    ("test", "name", "trials"),
    [(PairedTest.BOOTSTRAP, "bs", 200), (PairedTest.RANDOMISATION, "ar", 400)],
)
def test_the_verdict_is_that_of_sacrebleu(
    metric: BLEU | CHRF | TER, test: PairedTest, name: str, trials: int
) -> None:
    references, baseline = texts(120, 1, noise=0.3)
    system = [
        text if at % 3 else reference
        for at, (text, reference) in enumerate(
            zip(texts(120, 2, noise=0.28)[1], references, strict=True)
        )
    ]
    named = [("one", baseline), ("two", system)]
    judge = SacrebleuTest(
        named, {"m": metric}, [references], name, trials, n_ar_confidence=200
    )
    expected = next(v[1] for k, v in judge()[1].items() if k != "System")

    stats = [
        np.array(metric._extract_corpus_statistics(side, [references]))
        for side in (baseline, system)
    ]
    real = [metric._compute_score_from_stats(list(s.sum(axis=0))).score for s in stats]
    if test is PairedTest.BOOTSTRAP:
        both = bootstrap_sums(np.hstack(stats), trials)
        sums = (both[:, : stats[0].shape[1]], both[:, stats[0].shape[1] :])
    else:
        sums = shuffled_sums(*stats, trials)
    scores = [
        np.array([metric._compute_score_from_stats(list(row)).score for row in rows])
        for rows in sums
    ]
    assert paired_p_value(test, *scores, real[1] - real[0]) == expected.p_value
    if test is PairedTest.BOOTSTRAP:
        found = interval(scores[1])
        assert found.mean == pytest.approx(expected.mean, abs=1e-4)
        assert (found.high - found.low) / 2 == pytest.approx(expected.ci, abs=1e-4)
