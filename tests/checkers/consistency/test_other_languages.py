"""What holds for documents in every language."""

from __future__ import annotations

from posteditor.checkers.consistency.checker import ConsistencyChecker
from posteditor.checkers.protocol import CheckContext
from tests.checkers.making import units


def found(lang: str, *texts: str) -> list[tuple[str, tuple[str, ...]]]:
    context = CheckContext(target_lang=lang)
    made = ConsistencyChecker().check(units(*texts), context)
    return [(suggestion.text, suggestion.replacements) for suggestion in made]


def test_names_after_one_first_name() -> None:
    assert found(
        "de",
        "Gestern sprach Pjotr Sarezki im Rat.",
        "Heute kam Pjotr Sarezky, dann ging er.",
        "Später wurde Pjotr Sarezki gewählt.",
    ) == [("Sarezky", ("Sarezki",))]


def test_nouns_that_differ_in_an_umlaut_are_two_words() -> None:
    texts = ["Dort kam der Vater."] * 3 + ["Dort kamen die Väter."]
    assert not found("de", *texts)


def test_one_compound_in_two_ways() -> None:
    texts = ("Un socio-économique.", "Le socio-économique.", "Un socioéconomique.")
    assert found("fr", *texts) == [("socioéconomique", ("socio-économique",))]


def test_what_is_english_is_left_to_english() -> None:
    assert not found("de", "Das Center, colour und color.", "The Centre is per cent.")
    checker = ConsistencyChecker()
    assert checker.supports("xx")
    assert checker.reads("en-GB")
    assert not checker.reads("de")
