"""Rules tried on their examples: what fails, where, and what is doubted."""

from __future__ import annotations

from pathlib import Path

import pytest

from posteditor.checkers.rules.pack import read_pack
from posteditor.checkers.rules.trial import Finding, Trial
from tests.checkers.rules.support import pack, rule

GOOD = '["Through trade.", "A way of life."]'
BAD = '[["By way of it.", "Through it."], ["By way of us.", "Through us."]]'


def tried(folder: Path, *rules: str) -> list[Finding]:
    return list(Trial([read_pack(pack(folder, *rules))]).run())


def test_a_rule_that_holds_leaves_nothing_to_say(tmp_path: Path) -> None:
    assert tried(tmp_path, rule(bad=BAD, good=GOOD)) == []


@pytest.mark.parametrize(
    ("keys", "line", "what"),
    [
        (
            {"bad": '[\n["By way of it.", "Through it."],\n["By way.", "Through."]]'},
            13,
            "'By way.': expected one flag, nothing was found",
        ),
        (
            {"bad": BAD.replace("Through us", "Through them")},
            11,
            "'By way of us.': expected 'Through them.', came 'Through us.'",
        ),
        (
            {"bad": BAD.replace("of us", "of it by way of us")},
            11,
            "'By way of it by way of us.': expected one flag, 2 flags were found",
        ),
        (
            {"good": '["A.",\n "Go by way of it."]'},
            13,
            "'Go by way of it.': expected no flag, 'by way of' was flagged",
        ),
    ],
)
def test_a_failing_example_is_named_by_its_line(
    tmp_path: Path, keys: dict[str, str], line: int, what: str
) -> None:
    (found,) = tried(tmp_path, rule(**{"bad": BAD, "good": GOOD, **keys}))
    assert found == Finding(
        path=tmp_path / "house.toml", line=line, rule="house/way", what=what
    )


def test_a_correction_must_satisfy_its_own_rule(tmp_path: Path) -> None:
    bad = (
        '[["By way of it.", "Not by way of it."], ["By way of a.", "Not by way of a."]]'
    )
    found = tried(tmp_path, rule(replacement='"not by way of"', bad=bad, good=GOOD))
    assert {each.what for each in found} == {
        "'Not by way of it.': expected no flag, 'by way of' was flagged",
        "'Not by way of a.': expected no flag, 'by way of' was flagged",
    }


def test_too_few_examples_are_a_warning(tmp_path: Path) -> None:
    found = tried(tmp_path, rule(bad='[["By way of it.", "Through it."]]'))
    assert [(each.what[:5], each.warning) for each in found] == [
        ("1 bad", True),
        ("0 goo", True),
    ]


def test_a_correction_that_trips_another_rule_is_a_warning(tmp_path: Path) -> None:
    other = rule(
        id='"it"',
        pattern='"through it"',
        replacement="",
        bad='["Through it.", "Go through it."]',
        good=GOOD,
    )
    (found,) = tried(tmp_path, rule(bad=BAD, good=GOOD), other)
    assert found.warning
    assert found.what == "'Through it.', as corrected, trips house/it"


def test_a_hanging_rule_fails_its_examples(tmp_path: Path) -> None:
    slow = rule(
        pattern="",
        regex=r"'(?:(?:\w|\s)+)+\d\Z'",
        replacement="",
        bad=f'["{"word " * 60}by way of Malta?", "a 1"]',
        good=GOOD,
    )
    found = tried(tmp_path, slow)
    assert found[0].what.endswith("the rule took too long on a sentence")
