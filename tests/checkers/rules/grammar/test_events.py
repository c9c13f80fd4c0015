"""Events and bodies that lack their article."""

from __future__ import annotations

import pytest

from tests.checkers.rules.grammar.running import mended

EVENTS = [
    (
        "At meeting with the mayor they spoke.",
        "At a meeting with the mayor they spoke.",
    ),
    ("He said it during visit to Oslo.", "He said it during a visit to Oslo."),
    (
        "It was said in interview with a paper.",
        "It was said in an interview with a paper.",
    ),
    ("It was after joint meeting with her.", "It was after a joint meeting with her."),
    (
        "He took part in opening of the hall.",
        "He took part in the opening of the hall.",
    ),
    ("They met at the meeting with the mayor.", None),
    ("It was agreed in session, in report after report.", None),
    ("At opening time of the hall they came.", None),
    ("After meeting the mayor, they left.", None),
]
SUBJECTS = [
    (
        "Delegation headed by the mayor arrived in Oslo on Monday.",
        "A delegation headed by the mayor arrived in Oslo on Monday.",
    ),
    (
        "Agreement on cooperation was signed by both of the sides.",
        "An agreement on cooperation was signed by both of the sides.",
    ),
    ("Agreement on cooperation was signed", None),
    (
        "The growth of city was a surprise to all of them.",
        "The growth of the city was a surprise to all of them.",
    ),
    ("It varies from region to region, and in city halls it is known.", None),
]
BODIES = [
    ("It was set by decree of Government.", "It was set by decree of the Government."),
    (
        "Staff of Ministry and of the bank met.",
        "Staff of the Ministry and of the bank met.",
    ),
    ("It was sent to Commission, he said.", "It was sent to the Commission, he said."),
    ("It was sent to Commission President Berg.", None),
    ("The Ministry of Health and Government House were shut.", None),
]


@pytest.mark.parametrize(("text", "corrected"), EVENTS)
def test_events(text: str, corrected: str | None) -> None:
    assert mended("bare-event", text) == (corrected or text)


@pytest.mark.parametrize(("text", "corrected"), BODIES)
def test_bodies(text: str, corrected: str | None) -> None:
    assert mended("bare-body", text) == (corrected or text)


@pytest.mark.parametrize(("text", "corrected"), SUBJECTS)
def test_subjects_and_places(text: str, corrected: str | None) -> None:
    assert mended("bare-subject", text) == (corrected or text)
