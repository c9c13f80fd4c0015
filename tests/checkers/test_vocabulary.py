"""The document's own words."""

from __future__ import annotations

import pytest

from posteditor.checkers.vocabulary import bare, collect


def test_names_inside_sentences_abbreviations_and_the_dictionary() -> None:
    words = collect(
        ["We met Zaretsky’s aide.", "NTO staff and the LRB-QTV talks."],
        frozenset({"gubernia"}),
    )
    for word in ("Zaretsky", "zaretsky", "NTO", "nto", "LRB", "QTV", "gubernia"):
        assert word in words


def test_a_first_word_is_a_name_only_if_it_opens_several_segments() -> None:
    assert "Goverment" not in collect(["Goverment fell."], frozenset())
    assert "Portvale" in collect(["Portvale fell.", "Portvale rose."], frozenset())
    assert "iPhone" in collect(["iPhone users left."], frozenset())


def test_plain_words_are_not_collected() -> None:
    words = collect(["We met the recieved aide (again)."], frozenset())
    assert not words & {"recieved", "aide", "again", ""}


@pytest.mark.parametrize(
    ("token", "word"),
    [
        ("“Zas’s”,", "Zas"),
        ("States'", "States"),
        ("(NTO)", "NTO"),
        ("S.V.", "S.V"),
        ("…", ""),
    ],
)
def test_bare(token: str, word: str) -> None:
    assert bare(token) == word


def test_hostile_texts() -> None:
    collect(["", "\x00 \ud800A", "’s ’ ' --- ///", "É À"], frozenset())
