"""All mechanisms at once find what each finds alone."""

from __future__ import annotations

import re

import pytest

from posteditor.checkers.rules.bank import Bank
from posteditor.checkers.rules.checker import ALL_MECHANISMS
from posteditor.checkers.rules.mechanics import (
    DIGIT,
    Clued,
    Mechanism,
    in_figures,
    keys_of,
    near,
    swap,
    together,
)

TEXTS = [
    "On the 5th of May of 2021. year the the  Minister said , that it is so .",
    "«The hall», which costs 5,5 mln. €, was opened in framework of visit.",
    "Representatives of European Union has met in monday at 15.00 o’clock.",
    "An exhibition was opened.Thus, the informations are given “ in full ”.",
    "",
]


@pytest.mark.parametrize("text", TEXTS)
def test_the_bank_finds_what_each_mechanism_finds(text: str) -> None:
    alone = [
        (number, hit)
        for number, mechanism in enumerate(ALL_MECHANISMS)
        for hit in mechanism.find(text)
    ]
    found = list(Bank(ALL_MECHANISMS).hits(text, range(len(ALL_MECHANISMS))))
    assert [number for number, _ in found] == sorted(number for number, _ in alone)
    assert {repr(each) for each in found} == {repr(each) for each in alone}


def test_the_bank_runs_only_what_is_wanted() -> None:
    each = Mechanism(
        id="a/b", find=near("kiwi", swap(re.compile("k"), "")), message="", label="",
        category="fluency",
    )  # fmt: skip
    bank = Bank([each, each])
    assert [number for number, _ in bank.hits("a kiwi", {1})] == [1]
    assert not list(bank.hits("a pear", {0, 1}))


def test_finders_tell_what_a_text_must_have() -> None:
    comma = swap(re.compile(", x"), "", ", x")
    assert _keys(comma) == {","}
    assert _keys(swap(re.compile("x"), "")) is None
    assert _keys(in_figures(swap(re.compile("x"), ""))) == {DIGIT}
    assert _keys(near("kiwi fig", comma)) == {"kiwi", "fig"}
    assert _keys(together(comma, near("fig", comma))) == {",", "fig"}
    assert _keys(together(comma, swap(re.compile("x"), ""))) is None
    assert {"kiwi", "5", DIGIT, ","} <= keys_of("A Kiwi, 5")


def _keys(finder: object) -> set[str] | None:
    assert isinstance(finder, Clued)
    return None if finder.keys is None else set(finder.keys)
