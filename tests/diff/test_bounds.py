"""Hostile texts are compared with bounded work: these took minutes without bounds."""

from __future__ import annotations

import pytest

from posteditor.diff import OpKind, diff, equal_ratio, verify
from posteditor.diff import match as matching

STATEMENT = "word one two. "

HOSTILE = {
    "equal words": ("a " * 5_000, "a " * 4_990),
    "equal words inside": ("x " + "a " * 5_000 + "y", "z " + "a " * 4_990 + "w"),
    "swapped pairs": ("a b " * 1_500, "b a " * 1_500),
    "swapped inside": ("a b c d " * 1_500, "a c b d " * 1_500),
    "every second": (
        " ".join(f"x u{i}" for i in range(2_000)),
        " ".join(f"x v{i}" for i in range(2_000)),
    ),
    "shifted sentences": (STATEMENT * 40_000, "word " + STATEMENT * 40_000 + "x"),
    "changed sentences": (STATEMENT * 20_000, "other is two. " * 20_000),
    "one word": ("é" * 500_000, "é" * 499_999 + "x"),
    "one grapheme": ("a" + "\u0301" * 200_000, "b" + "\u0301" * 200_000),
    "apostrophes": ("é'a" * 100_000, "é'a" * 99_999 + "b"),
    "no spaces": ("我" * 200_000, "我" * 199_999 + "你x"),
    "spaces": (" " * 300_000, "  x" + " " * 300_000),
    "lines": ("\n" * 200_000 + "a", "\r\n" * 100_000 + "a"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_are_compared_losslessly(name: str) -> None:
    old, new = HOSTILE[name]
    verify(diff(old, new), old, new)


def test_repeated_words_are_still_compared_word_by_word() -> None:
    ops = diff(*HOSTILE["equal words"])
    assert [(op.kind, op.text) for op in ops[1:]] == [(OpKind.DELETE, "a " * 10)]


def test_swapped_words_keep_their_order_but_for_the_ends() -> None:
    assert equal_ratio(diff(*HOSTILE["swapped pairs"])) > 0.99


def test_sentences_changed_beyond_the_budget_become_one_replacement() -> None:
    count = 2 * matching.STEPS_IN_ALL // matching.PAIR_STEPS
    ops = diff(STATEMENT * count, "word is two. " * count)
    last = [op for op in ops if op.kind is OpKind.DELETE][-1]
    assert last.text.count("one") >= count // 2


def test_work_beyond_the_budget_is_one_replacement() -> None:
    old, new = ["a", "b", "c", "d"], ["x", "b", "y", "d", "z"]
    assert matching._match(old, new, matching._Budget(left=0)) == []
    assert matching.match(old, new) == [(1, 1, 1), (3, 3, 1)]


def test_a_sentence_more_in_a_long_text_is_an_insertion() -> None:
    lines = [f"Line {i} names the boat {i * 7} and its owner." for i in range(400)]
    old = " ".join(lines)
    lines[200:200] = ["A gull watched."]
    lines[300] = lines[300].replace("owner", "captain")
    ops = diff(old, " ".join(lines))
    changes = [(op.kind, op.text) for op in ops if op.kind is not OpKind.EQUAL]
    assert changes == [
        (OpKind.INSERT, "A gull watched. "),
        (OpKind.DELETE, "owner"),
        (OpKind.INSERT, "captain"),
    ]
