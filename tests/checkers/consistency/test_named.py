"""Names and bodies: capitals and articles that the rest of the text has otherwise."""

from __future__ import annotations

import pytest

from posteditor.checkers.consistency.checker import ConsistencyChecker
from posteditor.checkers.protocol import CheckContext, Unit


def _found(kind: str, *texts: str) -> list[tuple[int, str, str]]:
    units = [Unit(segment=number, text=text) for number, text in enumerate(texts)]
    return [
        (each.segment, each.text, each.replacements[0])
        for each in ConsistencyChecker().check(units, CheckContext())
        if each.rule == f"consistency/{kind}"
    ]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ["They met (BERGMAN, Holm and Dahl).", "Then Ms Bergman left the hall."],
            [(0, "BERGMAN", "Bergman")],
        ),
        (["The NATO staff met.", "It is what NATO wants."], []),
        (
            ["The Northern Ensemble sang.", "We heard the Northern ensemble again."],
            [(1, "ensemble", "Ensemble")],
        ),
        (["We heard the Northern ensemble.", "The Northern ensemble sang."], []),
        (["The Northern ensemble sang.", "A new Ensemble sang here."], []),
        (
            [
                "Today Xi Jinping spoke of what the Party will do.",
                "We need party spirit.",
            ],
            [(1, "party", "Party")],
        ),
        (
            [
                "The CPC was there, and so was the Party.",
                "The city party committee met.",
            ],
            [(1, "party", "Party")],
        ),
        (["The Green Party met.", "We need party discipline."], []),
    ],
)
def test_capitals_of_names(
    texts: list[str], expected: list[tuple[int, str, str]]
) -> None:
    assert _found("name-capital", *texts) == expected


@pytest.mark.parametrize(
    ("bare", "expected"),
    [
        (
            "Ministry said that it will pay for all of the damage.",
            [(2, "Ministry", "The Ministry")],
        ),
        (
            "It was paid for by decision of Ministry, as they all agreed.",
            [(2, "Ministry", "the Ministry")],
        ),
        ("Ministry staff said that it will pay for all of the damage.", []),
        ("Ministry said so", []),
    ],
)
def test_bodies_without_their_article(
    bare: str, expected: list[tuple[int, str, str]]
) -> None:
    known = ["Later the Ministry said it again.", "The Ministry will pay for it."]
    assert _found("bare-body", *known, bare) == expected
    assert _found("bare-body", bare) == []
