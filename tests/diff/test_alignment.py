"""Sentences are paired as a reader would pair them, whatever was merged or split."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posteditor.diff.alignment import Bead, align

SENTENCES = """\
the council met in the old harbour on monday
it was decided to build a new bridge over the river
nobody spoke against the plan of the mayor
work begins in spring and will last two years
100 euros a head, ministers said later
"""
A, B, C, D, E = (line.split() for line in SENTENCES.splitlines())


def spans(beads: list[Bead]) -> list[tuple[int, int]]:
    """How many sentences of each side every bead has."""
    return [(b.old_end - b.old, b.new_end - b.new) for b in beads]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([A, B, C], [A, B, C], [(1, 1)] * 3),
        ([A, B, C], [A, C], [(1, 1), (1, 0), (1, 1)]),
        ([A, C], [A, B, C], [(1, 1), (0, 1), (1, 1)]),
        ([A, B, C, D], [A, B + C, D], [(1, 1), (2, 1), (1, 1)]),
        ([A, B + C, D], [A, B, C, D], [(1, 1), (1, 2), (1, 1)]),
        ([A, B], [A[:5], A[5:], B[:-1]], [(1, 2), (1, 1)]),
        ([A, B, C], [D, E], [(3, 2)]),
        ([], [A], [(0, 1)]),
        ([A], [], [(1, 0)]),
        ([], [], []),
    ],
)
def test_pairs(
    old: list[list[str]], new: list[list[str]], expected: list[tuple[int, int]]
) -> None:
    assert spans(align(old, new)) == expected


def test_a_changed_sentence_keeps_its_partner_beside_an_added_one() -> None:
    changed = [*B[:6], "wide", *B[6:-1]]
    assert align([A, B, C], [A, E, changed, C]) == [
        Bead(0, 1, 0, 1),
        Bead(1, 1, 1, 2),
        Bead(1, 2, 2, 3),
        Bead(2, 3, 3, 4),
    ]


ANY = st.lists(st.lists(st.sampled_from("abcd"), max_size=4), max_size=8)


@given(ANY, ANY)
def test_beads_cover_both_versions_in_order(
    old: list[list[str]], new: list[list[str]]
) -> None:
    i = j = 0
    for bead in align(old, new):
        assert (bead.old, bead.new) == (i, j)
        assert bead.old < bead.old_end or bead.new < bead.new_end
        i, j = bead.old_end, bead.new_end
    assert (i, j) == (len(old), len(new))


def test_long_stretches_without_anchors_are_aligned() -> None:
    chance = random.Random(5)
    words = [f"w{n}" for n in range(300)]
    old = [chance.choices(words, k=12) for _ in range(400)]
    new = [[*sentence[:5], "x", *sentence[6:]] for sentence in old]
    del new[200:203]
    beads = align(old, new)
    assert spans(beads).count((1, 1)) == 397
    assert (3, 0) in spans(beads)


@pytest.mark.parametrize("sizes", [(1, 400), (2, 300), (40, 6000), (300, 2)])
def test_few_sentences_beside_very_many_are_aligned(sizes: tuple[int, int]) -> None:
    olds, news = ([[f"{side}{n}", side] for n in range(sizes[side])] for side in (0, 1))
    beads = align(olds, news)
    assert (beads[0].old, beads[0].new) == (0, 0)
    assert (beads[-1].old_end, beads[-1].new_end) == sizes
