"""Units joined, and spans of the joined text brought back."""

from __future__ import annotations

from posteditor.checkers.batches import Batch, batches
from tests.checkers.making import units


def test_every_unit_is_in_one_batch_in_order() -> None:
    document = units("a" * 6, "b" * 6, "c" * 40, "d")
    made = list(batches(document, 16))
    assert [[u.text[0] for u in batch.units] for batch in made] == [
        ["a", "b"],
        ["c"],
        ["d"],
    ]
    assert not list(batches([], 16))


def test_a_span_is_found_in_its_unit() -> None:
    batch = Batch(units("First.", "", "The the end."))
    start = batch.text.index("The the")
    place = batch.find(start, start + 7)
    assert place is not None
    unit, at, end = place
    assert (unit.segment, unit.text[at:end]) == (2, "The the")


def test_what_lies_across_units_or_outside_belongs_to_none() -> None:
    batch = Batch(units("One.", "Two."))
    assert batch.find(2, 8) is None
    assert batch.find(5, 6) is None
    assert batch.find(7, 99) is None
    assert batch.find(-1, 2) is None
    assert Batch([]).find(0, 0) is None
    assert batch.find(0, 4) is not None
    assert batch.find(10, 10) is not None


def test_halves_hold_all() -> None:
    one, two = Batch(units("a", "b", "c")).halves()
    assert [u.text for u in (*one.units, *two.units)] == ["a", "b", "c"]
