"""The consistency checker as a whole."""

from __future__ import annotations

from posteditor.checkers.consistency.checker import STRIDE, ConsistencyChecker
from posteditor.checkers.protocol import CheckContext, Checker
from posteditor.model import SegmentKind
from tests.checkers.contract import CheckerContract
from tests.checkers.making import units


class TestContract(CheckerContract):
    findable = (
        "The Northern Trade Organization (NTO) was founded in Portvale.",
        "Members of the Organization met, and the Organization agreed.",
        "A report of the Organization followed, but the organization was late.",
        "General Secretary Irsen and the Secretary General of the LRB spoke.",
        "The center, the color and the labor were praised, but not the defence.",
        "Their cooperation and their co-operation were praised.",
    )

    def make(self) -> Checker:
        return ConsistencyChecker()


def test_it_polls_for_cancellation_while_reading() -> None:
    calls = []

    def cancelled() -> bool:
        calls.append(1)
        return len(calls) > 2

    texts = ["Nothing to see here."] * (STRIDE * 10)
    context = CheckContext(cancelled=cancelled)
    assert ConsistencyChecker().check(units(*texts), context) == ()
    assert len(calls) < 10


def test_text_in_capitals_is_left_alone() -> None:
    found = ConsistencyChecker().check(
        units("THE NTO (NTO) AND THE LRB MET.", "ALL RIGHTS RESERVED BY THE XYZ."),
        CheckContext(),
    )
    assert found == []


def test_headings_prove_nothing_about_capitals() -> None:
    heading = units(
        "The Organization in the World", kind=SegmentKind.HEADING
    ) * 5 + units("Work of the organization goes on.")
    assert ConsistencyChecker().check(heading, CheckContext()) == []
