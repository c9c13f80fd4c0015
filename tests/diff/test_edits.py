"""Edits are counted and named for what they change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posteditor.diff import (
    EditCategory,
    EditKind,
    EditStat,
    categories,
    diff,
    edit_stat,
    edits,
    equal_ratio,
)


def test_edits_know_what_stood_where() -> None:
    old, new = "We met to Oslo and the left.", "We met in Oslo and then left."
    found = edits(diff(old, new))
    assert [(e.kind, e.old, e.new) for e in found] == [
        (EditKind.REPLACE, "to", "in"),
        (EditKind.REPLACE, "the", "then"),
    ]
    for edit in found:
        assert old[edit.old_start :].startswith(edit.old)
        assert new[edit.new_start :].startswith(edit.new)


@given(st.text("ab .,", max_size=30), st.text("ab .,", max_size=30))
def test_edits_applied_give_the_new_text(old: str, new: str) -> None:
    text = old
    for edit in reversed(edits(diff(old, new))):
        end = edit.old_start + len(edit.old)
        assert old[edit.old_start : end] == edit.old
        assert new[edit.new_start :].startswith(edit.new)
        text = text[: edit.old_start] + edit.new + text[end:]
    assert text == new


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("the ministry met", "the Ministry met", [EditCategory.CASING]),
        ("We met and left.", "We met, and left.", [EditCategory.PUNCTUATION]),
        ("in 2023 it rose", "in 2024 it rose", [EditCategory.NUMBER]),
        ("He opened library.", "He opened the library.", [EditCategory.ARTICLE]),
        ("arrived to Oslo", "arrived in Oslo", [EditCategory.PREPOSITION]),
        ("a green big boat", "a big green boat", [EditCategory.WORD_ORDER] * 2),
        ("a slow boat", "a quick boat", [EditCategory.CONTENT_WORD]),
        ("they are late", "we were late", [EditCategory.FUNCTION_WORD]),
        ("of the boat", "on a ship", [EditCategory.CONTENT_WORD]),
    ],
)
def test_each_edit_has_its_category(
    old: str, new: str, expected: list[EditCategory]
) -> None:
    assert list(categories(edits(diff(old, new)))) == expected


def test_words_are_counted_by_what_happened_to_them() -> None:
    old = "The old grey boat left, and the harbour was still."
    new = "The boat sailed away at dawn, and the port was very still."
    stat = edit_stat(edits(diff(old, new)))
    assert (stat.words_deleted, stat.words_replaced, stat.words_inserted) == (2, 2, 4)
    assert stat.edits == sum(stat.categories.values()) == 4
    doubled = stat + stat
    assert doubled.words_inserted == 8
    assert sum(doubled.categories.values()) == 8


def test_nothing_edited_counts_nothing() -> None:
    assert edit_stat(edits(diff("a b", "a b"))) == EditStat()


def test_the_share_of_equal_text() -> None:
    assert equal_ratio(diff("", "")) == 1.0
    assert equal_ratio(diff("abcd", "")) == 0.0
    assert equal_ratio(diff("ab cd", "ab ef")) == pytest.approx(0.6)
