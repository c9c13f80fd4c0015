"""A diff gives both texts back, whatever they hold, and never splits a grapheme."""

from __future__ import annotations

from itertools import pairwise

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from posteditor.diff import Op, OpKind, diff, verify
from posteditor.diff.ends import LONG_TEXT, shared_ends
from posteditor.errors import ProofError

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)
AWKWARD = st.text(
    "ab '’s.,1 \r\n\t\u00a0\u2028\u0301\u0600\u200d\u094dकषिカー我สั각\u1100\u1161\u11a8"
    "👨👩🇩🇪\ud800\udc00\x00א",
    max_size=40,
)
WORDS = st.lists(
    st.sampled_from(["the ", "of ", "a ", "state", "States", ". ", ", ", "\n", "2,5 "]),
    max_size=60,
).map("".join)


def edited(text: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, str]]:
    """Two texts with much in common."""
    return st.tuples(text, text, text, text).map(
        lambda parts: (parts[0] + parts[1] + parts[2], parts[0] + parts[3] + parts[2])
    )


PAIRS = st.one_of(
    st.tuples(ANY_TEXT, ANY_TEXT),
    edited(ANY_TEXT),
    edited(AWKWARD),
    edited(WORDS),
)


def boundaries(text: str) -> set[int]:
    found = {0}
    found.update(match.end() for match in regex.finditer(r"(?s)\X", text))
    return found


@given(PAIRS)
def test_both_texts_come_back(pair: tuple[str, str]) -> None:
    old, new = pair
    ops = diff(old, new)
    assert "".join(op.text for op in ops if op.kind is not OpKind.INSERT) == old
    assert "".join(op.text for op in ops if op.kind is not OpKind.DELETE) == new
    verify(ops, old, new)


@given(PAIRS)
def test_operations_are_in_their_simplest_form(pair: tuple[str, str]) -> None:
    ops = diff(*pair)
    assert all(op.text for op in ops)
    for left, right in pairwise(ops):
        assert left.kind is not right.kind
        assert (left.kind, right.kind) != (OpKind.INSERT, OpKind.DELETE)


@given(PAIRS)
def test_graphemes_are_never_split(pair: tuple[str, str]) -> None:
    old, new = pair
    in_old, in_new = boundaries(old), boundaries(new)
    i = j = 0
    for op in diff(old, new):
        i += len(op.text) if op.kind is not OpKind.INSERT else 0
        j += len(op.text) if op.kind is not OpKind.DELETE else 0
        assert i in in_old
        assert j in in_new


@given(ANY_TEXT)
def test_equal_texts_have_no_change(text: str) -> None:
    assert diff(text, text) == ((Op(OpKind.EQUAL, text),) if text else ())


@pytest.mark.parametrize(
    "ops",
    [
        (),
        (Op(OpKind.EQUAL, "a b"),),
        (Op(OpKind.DELETE, "a b"), Op(OpKind.INSERT, "a  c")),
        (Op(OpKind.DELETE, "a d"), Op(OpKind.INSERT, "a c")),
    ],
)
def test_a_wrong_diff_is_told(ops: tuple[Op, ...]) -> None:
    with pytest.raises(ProofError):
        verify(ops, "a b", "a c")


SENTENCE = "The lock keeper wrote 12 letters, and nobody answered. "
LONG = SENTENCE * (LONG_TEXT // len(SENTENCE) + 50)


@pytest.mark.parametrize("at", [0, 7, LONG_TEXT // 2, len(LONG) - 3, len(LONG)])
@pytest.mark.parametrize("inserted", ["", "x", "new words ", "\u0301", "\n\n"])
def test_long_texts_keep_their_ends(at: int, inserted: str) -> None:
    new = LONG[:at] + inserted + LONG[at + 1 :]
    head, tail = shared_ends(LONG, new)
    assert LONG[:head] == new[:head]
    assert LONG[len(LONG) - tail :] == new[len(new) - tail :]
    assert head + tail > len(LONG) - 10_000
    ops = diff(LONG, new)
    verify(ops, LONG, new)
    assert sum(len(op.text) for op in ops if op.kind is not OpKind.EQUAL) < 40


def test_ends_that_overlap_are_counted_once() -> None:
    new = LONG + SENTENCE
    head, tail = shared_ends(LONG, new)
    assert 0 < head + tail <= len(LONG)
    verify(diff(LONG, new), LONG, new)
    verify(diff(new, LONG), new, LONG)


def test_short_texts_are_compared_whole() -> None:
    assert shared_ends(SENTENCE, SENTENCE + "x") == (0, 0)
