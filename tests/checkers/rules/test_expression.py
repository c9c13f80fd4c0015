"""Rules written as regular expressions."""

from __future__ import annotations

from pathlib import Path

import pytest

from posteditor.checkers.rules.expression import read_expression, written_out
from posteditor.checkers.rules.pattern import PatternError
from tests.checkers.rules.support import rule
from tests.checkers.rules.test_checker import check, house


@pytest.mark.parametrize("expression", ["(", "x*", "(?P<a>b)(?P<a>"])
def test_a_faulty_expression_is_refused(expression: str) -> None:
    with pytest.raises(PatternError):
        read_expression(expression)


@pytest.mark.parametrize(
    ("expression", "size"),
    [
        ("abc", 3),
        ("a{3}", 3),
        (r"a{2,5}\{9}[}{5(]", 9),
        ("(?:ab{4}){10}", 80),
        ("a{,3}b{2,}", 5),
        ("(a", 1),
        ("a)b{3}", 5),
    ],
)
def test_repeats_are_written_out(expression: str, size: int) -> None:
    assert written_out(expression) == size


@pytest.mark.parametrize(
    "expression",
    [
        "(?:(?:(?:(?:a{99}){99}){99}){99})b",
        "(?:a{1,1000}){1,1000}b",
        "a{999999999}",
        "(" * 30_000 + "a" + ")" * 30_000,
        "(" * 3_000 + "a" + ")" * 3_000,
    ],
)
def test_what_would_fill_the_memory_is_refused(expression: str) -> None:
    with pytest.raises(PatternError):
        read_expression(expression)


def test_a_name_that_patterns_use_too_does_no_harm(tmp_path: Path) -> None:
    checker = house(
        tmp_path,
        rule(
            pattern="",
            regex="'(?P<v0>high|low) way'",
            not_after='"<be>"',
            replacement='"{v0} road"',
        ),
    )
    assert [s.replacements for s in check(checker, "a high way")] == [("high road",)]
    assert not check(checker, "was high way")
