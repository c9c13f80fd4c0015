"""Typography of other languages than English."""

from __future__ import annotations

import pytest

from posteditor.checkers.protocol import CheckContext
from posteditor.checkers.rules.checker import RulesChecker
from tests.checkers.making import units


@pytest.fixture(scope="module")
def checker() -> RulesChecker:
    return RulesChecker.load()


@pytest.mark.parametrize(
    ("lang", "text", "fixed"),
    [
        ("fr", "Le conseil municipal municipal siège.", "municipal"),
        ("es", "El acuerdo acuerdo fue firmado.", "acuerdo"),
        ("uk", "Це рішення рішення важливе.", "рішення"),
        ("de", "Das Treffen wurde gemeinsam gemeinsam geplant.", "gemeinsam"),
        ("ru", "Он приехал в в город.", "в"),
    ],
)
def test_a_doubled_word_is_found_once(
    checker: RulesChecker, lang: str, text: str, fixed: str
) -> None:
    [found] = checker.check(units(text), CheckContext(target_lang=lang))
    assert found.replacements == (fixed,)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Nous nous sommes réunis, vous vous trompez."),
        ("de", "Die, die die Lage kennen, schweigen."),
        ("eu", "Poliki poliki joan zen."),
    ],
)
def test_words_that_a_language_doubles_are_left(
    checker: RulesChecker, lang: str, text: str
) -> None:
    assert not checker.check(units(text), CheckContext(target_lang=lang))


def test_it_knows_which_languages_it_has_rules_for(checker: RulesChecker) -> None:
    assert all(checker.reads(lang) for lang in ("en", "en-GB", "de", "ru-RU"))
    assert checker.supports("eu")
    assert not checker.reads("eu")
