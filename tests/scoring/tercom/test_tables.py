"""The two tables give sacrebleu's distances and operations, each where it may."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from posteditor.scoring.tercom import Move
from posteditor.scoring.tercom.beam import LANES, Beam
from posteditor.scoring.tercom.moves import moved
from posteditor.scoring.tercom.table import Table, distance, is_near
from tests.scoring.tercom import judge
from tests.scoring.tercom.judge import Words


def some_moves(size: int, rng: Random, count: int) -> list[Move]:
    return [Move(*sorted(rng.choices(range(size + 1), k=3))) for _ in range(count)]


def nearest(left: Words, right: Words, moves: list[Move]) -> tuple[int, Move]:
    distances = [judge.table(moved(left, move), right)[0] for move in moves]
    return min(distances), moves[distances.index(min(distances))]


@given(judge.pairs(longest=40), st.randoms(use_true_random=False))
def test_the_whole_table(pair: tuple[Words, Words], rng: Random) -> None:
    left, right = pair
    assume(right)
    expected, operations = judge.table(left, right)
    assume(is_near(distance(left, right), len(left), len(right)))
    assert distance(left, right) == expected
    table = Table(right)
    assert table.operations(left) == operations
    moves = some_moves(len(left), rng, 5)
    found, move = table.best(left, moves)
    if found < expected:
        assert (found, move) == nearest(left, right, moves)
    else:
        assert nearest(left, right, moves)[0] >= expected


@given(judge.pairs(longest=40), st.randoms(use_true_random=False))
def test_the_beam(pair: tuple[Words, Words], rng: Random) -> None:
    left, right = pair
    assume(right)
    beam = Beam(right, left)
    assert (beam.distance(left), beam.operations(left)) == judge.table(left, right)
    moves = some_moves(len(left), rng, 5)
    assert beam.best(left, moves) == nearest(left, right, moves)


@pytest.mark.parametrize("seed", range(40))
def test_the_beam_of_long_texts(seed: int) -> None:
    left, right = judge.long_pair(seed)
    beam = Beam(right, left)
    assert (beam.distance(left), beam.operations(left)) == judge.table(left, right)
    moves = some_moves(len(left), Random(seed), 4)
    assert beam.best(left, moves) == nearest(left, right, moves)


def test_more_moves_than_fit_side_by_side() -> None:
    rng = Random(4)
    left = [str(rng.randint(1, 20)) for _ in range(40)]
    right = judge.rewritten(left, rng, 20)
    moves = some_moves(len(left), rng, 2 * LANES + 1)
    assert Beam(right, left).best(left, moves) == nearest(left, right, moves)
    assert Table(right).best(left, moves) == nearest(left, right, moves)


def test_words_of_one_side_only_are_never_equal() -> None:
    assert distance(["a", "b"], ["c", "d", "e"]) == 3
    assert Beam(["c", "d", "e"], ["a", "b"]).distance(["a", "b"]) == 3
