"""Prepositions: behind verbs, nouns, adjectives, and in set phrases."""

from __future__ import annotations

import pytest

from posteditor.checkers.rules.grammar.prepositions import phrases
from tests.checkers.rules.grammar.running import mended

WRONG = [
    ("In the same time, they met.", "At the same time, they met."),
    ("It grew in the last two years.", None),
    ("It grew in last two years.", "It grew in the last two years."),
    (
        "It was so in the beginning of the year.",
        "It was so at the beginning of the year.",
    ),
    ("It was so in the end of May.", "It was so at the end of May."),
    ("It rose on 5 percent.", "It rose by 5 percent."),
    ("It has grown for 5% since.", "It has grown by 5% since."),
    ("A growth on 5 percent is fine.", "A growth of 5 percent is fine."),
    ("They depend from the weather.", "They depend on the weather."),
    ("It consists from three parts.", "It consists of three parts."),
    ("They were divided on three groups.", "They were divided into three groups."),
    ("It was translated on English.", "It was translated into English."),
    ("They came in Paris by train.", "They came to Paris by train."),
    (
        "It contributes in the development of it.",
        "It contributes to the development of it.",
    ),
    ("She discussed about the plan.", "She discussed the plan."),
    ("They commented the decision.", "They commented on the decision."),
    ("As result of the war, it fell.", "As a result of the war, it fell."),
    ("It was made in result of a fire.", "It was made as a result of a fire."),
    ("He spoke on behalf all of us.", "He spoke on behalf of all of us."),
    (
        "It came by the invitation of the mayor.",
        "It came at the invitation of the mayor.",
    ),
    ("From our side, we agree.", "For our part, we agree."),
    ("It was decided on high level.", "It was decided at a high level."),
    ("It was decided on the highest level.", "It was decided at the highest level."),
    ("He is guilty in the fire.", "He is guilty of the fire."),
    ("It is for a 5 years term.", "It is for a 5-year term."),
    ("A threat for the security grew.", "A threat to the security grew."),
    ("In Monday’s paper they discussed it.", None),
    ("The end of the year is near, and people in the end agree.", None),
    ("It is in the danger zone, in the last days of May.", None),
    ("It rose by 5 percent, for 5 euros, on 5 May.", None),
    ("They came in Paris Saint-Germain shirts.", None),
]


@pytest.mark.parametrize(("text", "corrected"), WRONG)
def test_prepositions(text: str, corrected: str | None) -> None:
    assert mended("preposition", text) == (corrected or text)


@pytest.mark.parametrize("phrase", phrases(), ids=lambda each: each.expression[:40])
def test_each_line_can_be_read(phrase: object) -> None:
    from posteditor.checkers.rules.grammar.prepositions import Phrase

    assert isinstance(phrase, Phrase)
    pattern = phrase.pattern()
    assert phrase.clues
    assert all(clue == clue.lower() for clue in phrase.clues)
    for number in range(1, 4):
        assert f"\\{number}" not in phrase.right or pattern.groups >= number
