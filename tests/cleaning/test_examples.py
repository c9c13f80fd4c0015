"""Every embedded pattern by its own examples, at the place where it may stand."""

from __future__ import annotations

import re

import pytest

from posteditor.cleaning import Pattern, Where, load_patterns
from tests.cleaning.support import BODY, furniture, mark

PATTERNS = load_patterns()
LONG = BODY * 20


def document(pattern: Pattern, example: str) -> list[str]:
    if pattern.where is Where.ANYWHERE:
        return [*LONG, example, *LONG]
    if pattern.where in {Where.TAIL, Where.END}:
        return [*LONG, example]
    return [example, *LONG]


@pytest.mark.parametrize(
    ("pattern", "example"),
    [
        pytest.param(pattern, example, id=f"{pattern.id}: {example}")
        for pattern in PATTERNS.patterns
        for example in pattern.bad
    ],
)
def test_furniture_is_found(pattern: Pattern, example: str) -> None:
    marked, provenance = mark(*document(pattern, example), patterns=PATTERNS)
    found = [segment for segment in marked if segment.is_furniture]
    assert [segment.text for segment in found] == re.split("[\n‖]", example)
    assert {segment.furniture for segment in found} == {pattern.kind}
    assert provenance.is_translation == pattern.translation


@pytest.mark.parametrize(
    ("pattern", "example"),
    [
        pytest.param(pattern, example, id=f"{pattern.id}: {example}")
        for pattern in PATTERNS.patterns
        for example in pattern.good
    ],
)
def test_what_looks_like_it_is_left_alone(pattern: Pattern, example: str) -> None:
    assert furniture(*document(pattern, example), patterns=PATTERNS) == []


@pytest.mark.parametrize("pattern", PATTERNS.patterns, ids=lambda p: p.id)
def test_a_pattern_has_examples_and_says_how_its_text_looks(pattern: Pattern) -> None:
    assert pattern.bad
    assert pattern.good
    assert pattern.begins or pattern.contains
    if pattern.where is Where.ANYWHERE:
        assert min(map(len, pattern.begins)) >= 4
        assert not pattern.contains
