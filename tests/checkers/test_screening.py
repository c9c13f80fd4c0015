"""What nobody is to see: rules off, words known, terms protected."""

from __future__ import annotations

from dataclasses import replace

import pytest

from posteditor.checkers.screening import Switches, is_known, spared
from tests.checkers.making import suggest

TEXT = "The State Duma met."
TERM = [(4, 14)]


def test_rules_and_groups_are_off_or_alone() -> None:
    found = suggest(0, 3, "The")
    for name in ("pack/rule", "pack"):
        names = frozenset({name})
        assert Switches(rules_off=names).hide(found)
        assert not Switches(rules_only=names).hide(found)
    other = frozenset({"pack/other", "pac"})
    assert not Switches(rules_off=other).hide(found)
    assert Switches(rules_only=other).hide(found)
    assert not Switches().hide(found)


@pytest.mark.parametrize(
    ("words", "known"),
    [("Rogun", True), ("Rogun’s", True), ("rogun", False), ("Harbour", True)],
)
def test_a_word_of_the_dictionary_is_not_misspelt(words: str, known: bool) -> None:
    dictionary = frozenset({"Rogun", "harbour"})
    spelling = suggest(0, len(words), words, category="fluency/spelling")
    assert is_known(spelling, dictionary) is known
    assert Switches(dictionary=dictionary).hide(spelling) is known
    grammar = replace(spelling, category="fluency/grammar")
    assert not is_known(grammar, dictionary)


def span(words: str, *replacements: str) -> tuple[int, int, tuple[str, ...]]:
    start = TEXT.index(words)
    return start, start + len(words), replacements


@pytest.mark.parametrize(
    ("words", "replacements", "kept"),
    [
        ("The State Duma", ("State Duma", "The Duma"), ("State Duma",)),
        ("The State Duma", ("The Duma",), None),
        ("Duma", ("Parliament",), None),
        ("The State", ("A State",), None),
        ("met", ("sat",), ("sat",)),
        ("The", ("A",), ("A",)),
        ("State Duma", (), None),
        ("State Duma met", (), ()),
    ],
)
def test_protected_words_are_not_changed(
    words: str, replacements: tuple[str, ...], kept: tuple[str, ...] | None
) -> None:
    start = TEXT.index(words)
    end = start + len(words)
    found = suggest(start, end, words, replacements=replacements)
    left = spared(found, TEXT, TERM)
    assert (None if left is None else left.replacements) == kept


def test_words_can_be_put_beside_protected_ones_and_not_into_them() -> None:
    def insertion(at: int) -> bool:
        return spared(suggest(at, at, ""), TEXT, TERM) is not None

    assert insertion(4)
    assert insertion(14)
    assert not insertion(9)
