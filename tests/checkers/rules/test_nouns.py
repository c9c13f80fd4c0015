"""Nouns in both numbers, and rules that carry the number over."""

from __future__ import annotations

from pathlib import Path

import pytest

from posteditor.checkers.rules.nouns import plural, singular
from tests.checkers.rules.support import rule
from tests.checkers.rules.test_checker import check, fixed, house


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("measure", "measures"),
        ("city", "cities"),
        ("day", "days"),
        ("branch", "branches"),
        ("speech", "speeches"),
        ("monarch", "monarchs"),
        ("process", "processes"),
        ("virus", "viruses"),
        ("cause", "causes"),
        ("use", "uses"),
        ("tax", "taxes"),
        ("headache", "headaches"),
        ("movie", "movies"),
        ("tie", "ties"),
        ("analysis", "analyses"),
        ("crisis", "crises"),
        ("criterion", "criteria"),
        ("spokesman", "spokesmen"),
        ("German", "Germans"),
        ("Child", "Children"),
        ("embargo", "embargoes"),
        ("photo", "photos"),
        ("series", "series"),
        ("headquarters", "headquarters"),
        ("point of view", "points of view"),
        ("joint venture", "joint ventures"),
        ("hospital in the south", "hospitals in the south"),
        ("editor-in-chief", "editors-in-chief"),
    ],
)
def test_a_noun_in_both_numbers(one: str, many: str) -> None:
    assert plural(one) == many
    assert singular(many) == one
    assert singular(one) == one


@pytest.mark.parametrize(
    ("pattern", "replacement", "text", "corrected"),
    [
        ("complex of <n:measure>", "<n:step>", "a complex of measures", "a steps"),
        ("grand <n:plan|city>", "big <n:scheme>", "a grand city", "a big scheme"),
        ("grand <n:plan|city>", "big <n:scheme>", "Grand cities", "Big schemes"),
        (
            "grand {x:<n:plan|city>} now",
            "{x} and <n:scheme>",
            "grand plans now",
            "plans and schemes",
        ),
        (
            "the <n:rule> of <n:city>",
            "<n:city> <n:law>",
            "the rules of city",
            "cities law",
        ),
        ("my <n:point of view>", "my <n:opinion>", "my points of  view", "my opinions"),
        ("my <n:point of view>", "my <n:opinion>", "my point of view", "my opinion"),
        ("all <n:series>", "each <n:set>", "all series", "each set"),
        (
            "a {x:1-3 not of|and} of it",
            "its {x}",
            "a great many of it",
            "its great many",
        ),
    ],
)
def test_a_replacement_carries_the_number(
    tmp_path: Path, pattern: str, replacement: str, text: str, corrected: str
) -> None:
    checker = house(
        tmp_path, rule(pattern=f'"{pattern}"', replacement=f'"{replacement}"')
    )
    assert fixed(checker, text) == corrected


def test_a_slot_can_do_without_words(tmp_path: Path) -> None:
    checker = house(tmp_path, rule(pattern='"the {x:1-3 not of|and} plan"'))
    assert check(checker, "the great old plan")
    assert check(checker, "the offer plan")
    assert not check(checker, "the end of plan")
    assert not check(checker, "the good AND plan")


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("a {x:adj} idea", "a political idea"),
        ("a {x:adj} idea", "a new idea"),
        ("a {x:noun} of it", "a discussion of it"),
        ("the {x:noun} of it", "the agreements of it"),
    ],
)
def test_classes_by_ending(tmp_path: Path, pattern: str, text: str) -> None:
    checker = house(tmp_path, rule(pattern=f'"{pattern}"'))
    assert check(checker, text)
    assert not check(checker, text.replace("idea", "hat").replace("of it", "on it"))
