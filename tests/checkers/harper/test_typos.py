"""Slips of the fingers against words that merely look alike."""

from __future__ import annotations

import pytest

from posteditor.checkers.harper.typos import is_typo_of, is_variant_of


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("goverment", "government"),
        ("governemnt", "government"),
        ("acclount", "account"),
        ("independant", "independent"),
        ("recieve", "receive"),
        ("occured", "occurred"),
        ("goverment's", "government’s"),
    ],
)
def test_slips(word: str, right: str) -> None:
    assert is_typo_of(word, right)


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("graphene", "grapheme"),
        ("unpatched", "unhatched"),
        ("rehiring", "retiring"),
        ("photoshoot", "photoshop"),
        ("crossers", "crosses"),
        ("brainer", "brainier"),
        ("timeframe", "time frame"),
        ("innings", "inning"),
        ("karst", "karts"),
        ("kyivan", "Kyivan"),
    ],
)
def test_no_slips(word: str, right: str) -> None:
    assert not is_typo_of(word, right)


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("colour", "color"),
        ("organise", "organize"),
        ("travelled", "traveled"),
        ("centre", "center"),
        ("defence", "defense"),
        ("judgement", "judgment"),
        ("programme", "program"),
        ("whisky", "whiskey"),
    ],
)
def test_variants_are_no_slips(british: str, american: str) -> None:
    assert is_variant_of(british, american)
    assert not is_typo_of(british, american)
