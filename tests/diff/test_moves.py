"""Moved phrases are numbered on both sides, and nothing is lost by it."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given

from posteditor.diff import OpKind, diff, verify, with_moves
from tests.diff.test_lossless import PAIRS

MARKS = {OpKind.EQUAL: "{}", OpKind.DELETE: "[-{}-]", OpKind.INSERT: "{{+{}+}}"}


def marked(old: str, new: str) -> str:
    return "".join(
        MARKS[op.kind].format(op.text) + (str(op.move) if op.move else "")
        for op in with_moves(diff(old, new))
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "By order of the old mayor of the city, work began.",
            "Work began by order of the old mayor of the city.",
            "[-By-]{+Work began+}1{+ by+} order of the old mayor of the city"
            "[-, -][-work began-]1.",
        ),
        (
            "One thing was said. The council met in the hall today. The end.",
            "The council met in the hall today. One thing was said. The end.",
            "[-One thing was said-]1[-. -]The council met in the hall today"
            "{+. +}{+One thing was said+}1. The end.",
        ),
        ("It is of the kind.", "Of the kind it is.", None),
        ("We met in Oslo.", "We left for Bergen.", None),
    ],
)
def test_a_move_is_a_phrase_that_says_something(
    old: str, new: str, expected: str | None
) -> None:
    found = marked(old, new)
    if expected is None:
        assert not any(op.move for op in with_moves(diff(old, new)))
    else:
        assert found == expected


@given(PAIRS)
def test_both_texts_come_back_with_moves(pair: tuple[str, str]) -> None:
    ops = with_moves(diff(*pair))
    verify(ops, *pair)
    halves: dict[int, dict[OpKind, str]] = defaultdict(dict)
    for op in ops:
        assert op.text
        if op.move:
            assert op.kind not in halves[op.move]
            halves[op.move][op.kind] = op.text
    for sides in halves.values():
        gone, come = sides[OpKind.DELETE], sides[OpKind.INSERT]
        assert "".join(gone.split()).casefold() == "".join(come.split()).casefold()


def test_words_that_repeat_without_end_are_no_moves_and_take_no_time() -> None:
    old = "red boat " * 3_000 + "x"
    new = "x" + " blue ship" * 3_000 + " red boat" * 3_000
    assert len(with_moves(diff(old, new))) < 20
