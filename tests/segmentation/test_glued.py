"""What is no end of a segment, though a sentence may end there."""

from __future__ import annotations

import pytest

from posteditor.model import Block, Segment
from posteditor.segmentation import segment


@pytest.mark.parametrize(
    "text",
    [
        "They met in the town hall today.Thus the plan was agreed.",
        "There are no easy answers to it. ”",
        "There are no easy answers to it. “",
        'There are no easy answers to it. "',
        "He asked: Is it so?Yes, they said.",
        "There are no easy answers to it. -0-",
    ],
)
def test_both_sides_of_a_fault_are_seen(text: str) -> None:
    assert [s.text for s in _segments(text)] == [text]


def test_a_quotation_that_opens_begins_a_segment() -> None:
    text = "The plan was agreed by all members. “It is good.”"
    assert len(_segments(text)) == 2


def _segments(text: str) -> tuple[Segment, ...]:
    return segment(text, [Block(start=0, end=len(text))], "en")
