"""G² against sums done by hand, and counting within bounds."""

from __future__ import annotations

from collections import Counter

import pytest

from posteditor.checkers.mining.counting import BoundedCounter, log_likelihood


def test_g2_is_twice_the_sum_over_four_cells() -> None:
    # 10 of 100 against 2 of 100, 6 expected in each; 90 and 98, 94 expected:
    # 2 (10 ln 10/6 + 2 ln 2/6 + 90 ln 90/94 + 98 ln 98/94)
    # = 2 (5.108256 - 2.197225 - 3.913665 + 4.083923) = 6.1625788
    assert log_likelihood(10, 2, 100, 100) == pytest.approx(6.16258, abs=1e-4)


def test_g2_of_a_phrase_that_is_missing_on_one_side() -> None:
    # 4 of 16 against 0 of 16, 2 expected in each; 12 and 16, 14 expected:
    # 2 (4 ln 2 + 12 ln 12/14 + 16 ln 16/14) = 2 (2.772589 - 1.849808 + 2.136502)
    assert log_likelihood(4, 0, 16, 16) == pytest.approx(6.118566, abs=1e-4)


def test_g2_of_equal_rates_is_nothing() -> None:
    assert log_likelihood(3, 6, 100, 200) == pytest.approx(0, abs=1e-9)


def test_a_bounded_counter_keeps_what_is_frequent() -> None:
    words = [f"rare{n}" for n in range(300)]
    for at in range(0, 300, 3):
        words.insert(at, "often")
    counter: BoundedCounter[str] = BoundedCounter(40)
    for word in words:
        counter.add(word)
    true = Counter(words)["often"]
    found = counter.frequent(true)
    assert true - counter.missed <= found["often"] <= true
    assert len(found) <= 40


def test_a_bounded_counter_that_is_never_full_is_exact() -> None:
    counter: BoundedCounter[str] = BoundedCounter(10)
    for word in ["a", "b", "a", "c", "a", "b"]:
        counter.add(word)
    assert counter.missed == 0
    assert counter.frequent(2) == {"a": 3, "b": 2}
