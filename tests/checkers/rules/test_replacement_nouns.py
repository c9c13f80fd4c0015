"""Nouns and third persons in replacements."""

from __future__ import annotations

import pytest

from posteditor.checkers.rules.pattern import read_pattern
from posteditor.checkers.rules.replacement import Found, compile_replacement


@pytest.mark.parametrize(
    ("form", "word", "expected"),
    [
        ("pl", "city", "cities"),
        ("pl", "key partner", "key partners"),
        ("pl", "branch", "branches"),
        ("sg", "countries", "country"),
        ("sg", "branches", "branch"),
        ("sg", "states", "state"),
        ("a", "important", "an important"),
        ("a", "union", "a union"),
        ("past", "carries", "carried"),
        ("ing", "operates", "operating"),
        ("ing", "discuss", "discussing"),
        ("ing", "focus", "focusing"),
    ],
)
def test_a_slot_in_another_form(form: str, word: str, expected: str) -> None:
    render = compile_replacement(f"{{x.{form}}}", read_pattern("of {x}"))
    found = Found(text=f"of {word}", start=0, end=3 + len(word), groups={"x": word})
    assert render(found) == expected
