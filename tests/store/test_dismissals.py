"""Dismissals as plain data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posteditor.errors import InputError
from posteditor.store.dismissals import (
    Dismissal,
    dismissals_to_dict,
    read_dismissals,
)
from tests.checkers.making import suggest

TEXTS = st.text(st.characters(exclude_characters="\x1f"), max_size=20)


@given(TEXTS.filter(bool), st.none() | TEXTS, TEXTS)
def test_a_key_and_its_parts_are_the_same_thing(
    rule: str, words: str | None, about: str
) -> None:
    one = Dismissal(rule=rule, words=words, about="" if words is None else about)
    assert Dismissal.of(one.wide_key) == one
    assert len(one.id) == 8


def test_a_suggestion_s_key_is_read() -> None:
    found = suggest(0, 4, "Plan", about="2021")
    expected = Dismissal(rule="pack/rule", words="plan", about="2021")
    assert Dismissal.of(found.wide_key) == expected
    assert Dismissal.of("pack/rule") == Dismissal(rule="pack/rule")


def test_what_was_exported_is_read_again(tmp_path: Path) -> None:
    found = [
        Dismissal(rule="pack"),
        Dismissal(rule="pack/rule", words="план \ud800", about="x"),
        Dismissal(rule="pack/rule", words=""),
    ]
    path = tmp_path / "d.json"
    path.write_text(json.dumps(dismissals_to_dict(found)), encoding="utf-8")
    assert read_dismissals(path) == found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{\n  x", "d.json:2: "),
        ("[" * 100_000, "d.json"),
        ("[]", "d.json: holds no dismissals"),
        ('{"dismissals": []}', "d.json: version None is unknown"),
        ('{"version": 9, "dismissals": []}', "version 9 is unknown"),
        ('{"version": 1, "dismissals": [1]}', "dismissal 1: expected rule"),
        ('{"version": 1, "dismissals": [{"x": "y"}]}', "dismissal 1: expected rule"),
        ('{"version": 1, "dismissals": [{"words": "y"}]}', "names no rule"),
        ('{"version": 1, "dismissals": [{"rule": 1}]}', "rule: expected text"),
        ('{"version": 1, "dismissals": [{"rule": "a\\u001fb"}]}', "expected text"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(
    tmp_path: Path, text: str, told: str
) -> None:
    path = tmp_path / "d.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_dismissals(path)
    assert told in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1
