"""Rows are whole lines of both sides; joined they are the difference."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from posteditor.diff import verify
from posteditor.reports.difference import Version, compare, hunks, rows
from tests.diff.test_lossless import PAIRS


def version(text: str) -> Version:
    return Version(path="x", text=text, sha256="")


LINES = st.lists(st.sampled_from(["one", "two", "three four", ""]), max_size=8).map(
    "\n".join
)


@given(PAIRS | st.tuples(LINES, LINES))
def test_all_rows_joined_are_all_operations(pair: tuple[str, str]) -> None:
    old, new = pair
    difference = compare(version(old), version(new))
    verify([op for row in rows(difference) for op in row.ops], old, new)


@given(LINES, LINES)
def test_rows_know_their_lines(old: str, new: str) -> None:
    at_old = at_new = 1
    for row in rows(compare(version(old), version(new))):
        assert (row.old, row.new) == (at_old, at_new)
        at_old += sum(op.text.count("\n") for op in row.ops if op.kind != "insert")
        at_new += sum(op.text.count("\n") for op in row.ops if op.kind != "delete")


@given(LINES, LINES, st.integers(0, 3))
def test_hunks_hold_every_change_and_no_row_twice(
    old: str, new: str, context: int
) -> None:
    difference = compare(version(old), version(new))
    changed = [row for row in rows(difference) if not row.is_equal]
    found = [row for hunk in hunks(difference, context) for row in hunk.rows]
    assert [row for row in found if not row.is_equal] == changed
    assert len({(row.old, row.new, row.ops) for row in found}) <= len(found)


def test_context_is_what_was_asked_for() -> None:
    old = "\n".join("abcdefghij")
    new = old.replace("e", "x")
    for context in range(3):
        [hunk] = hunks(compare(version(old), version(new)), context)
        assert len(hunk.rows) == 2 * context + 1
        assert hunk.rows[0].old == 5 - context
