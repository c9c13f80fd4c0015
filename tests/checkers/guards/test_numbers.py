"""One number, however it is written."""

from __future__ import annotations

from fractions import Fraction

import pytest

from posteditor.checkers.guards.facts import Fact, Kind, unmatched
from posteditor.checkers.guards.lexicon import FOLDER, lexicon
from posteditor.checkers.guards.numbers import numbers, roman_value


def read(text: str, lang: str = "en") -> list[Fact]:
    return [fact for fact in numbers(text, lexicon(lang)) if not fact.soft]


def keys(text: str, lang: str = "en") -> list[set[object]]:
    return [set(fact.keys) for fact in read(text, lang)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5 million", 5_000_000),
        ("five million", 5_000_000),
        ("5,000,000", 5_000_000),
        ("5 000 000", 5_000_000),
        ("5.000.000", 5_000_000),
        ("$5mn", 5_000_000),
        ("2.5bn", 2_500_000_000),
        ("3.14", Fraction(157, 50)),
        ("twenty-five", 25),
        ("two hundred and five", 205),
        ("two hundred thousand three hundred and five", 200_305),
        ("a fourth", 4),
        ("the 4th", 4),
        ("Chapter IV", 4),
        ("the XXI century", 21),
        ("5%", 5),
        ("007", 7),
    ],
)
def test_english(text: str, value: object) -> None:
    assert value in keys(text)[0]
    assert len(keys(text)) == 1


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("ru", "двадцать пять тысяч сто сорок", 25_140),
        ("ru", "3,5 тыс.", 3_500),
        ("ru", "5 млн", 5_000_000),
        ("ru", "пятого", 5),
        ("uk", "п’ятдесят", 50),
        ("uk", "двадцять три мільйони", 23_000_000),
        ("de", "3,5 Mio.", 3_500_000),
        ("de", "1.234.567", 1_234_567),
        ("fr", "quatre-vingt-dix-sept", 97),
        ("fr", "soixante et onze", 71),
        ("es", "veintidós mil", 22_000),
        ("es", "ciento cinco", 105),
        ("ar", "٢٥", 25),
        ("ar", "٥ ملايين", 5_000_000),
        ("zh", "3亿", 300_000_000),
        ("zh", "9000多万", 90_000_000),
        ("zh", "3千克", 3),
    ],
)
def test_other_languages(lang: str, text: str, value: object) -> None:
    assert [value in found for found in keys(text, lang)] == [True]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12 March 2020", "March 12, 2020"),
        ("12 March 2020", "12.03.2020"),
        ("12 March 2020", "2020-03-12"),
        ("12 March 2020", "03/12/2020"),
        ("5 to 6 million", "5 million to 6 million"),
        ("2019-2020", "2019-20"),
        ("at 16:00", "at 4 p.m."),
        ("the 1990s", "the 90s"),
        ("two sides", "both sides"),
        ("World War II", "the Second World War"),
        ("12 eggs", "a dozen eggs"),
        ("COVID-19", "COVID 19"),
        ("100 years", "a century"),
        ("1,234", "1234"),
        ("1.234", "1,234"),
    ],
)
def test_the_same_said_otherwise(one: str, other: str) -> None:
    left = numbers(one, lexicon("en"))
    right = numbers(other, lexicon("en"))
    assert unmatched(left, right) == ((), ())
    assert unmatched(right, left) == ((), ())


@pytest.mark.parametrize(
    ("lang", "text", "english"),
    [
        ("ru", "12 марта 2020 года", "12 March 2020"),
        ("uk", "12 березня", "March 12"),
        ("de", "am 12. März", "on March 12"),
        ("de", "um 19.15 Uhr", "at 7:15 p.m."),
        ("fr", "le 12 mars", "12 March"),
        ("es", "12 de marzo", "12 March"),
        ("ar", "١٢ مارس", "12 March"),
        ("zh", "3月12日", "12 March"),
        ("ru", "двадцать первый век", "the 21st century"),
    ],
)
def test_dates_and_times_across_languages(lang: str, text: str, english: str) -> None:
    source = numbers(text, lexicon(lang))
    assert source
    assert unmatched(source, numbers(english, lexicon("en")))[0] == ()


def test_may_and_march_are_months_only_as_such() -> None:
    assert read("They may march on") == []
    assert [f.kind for f in read("They came in May")] == [Kind.DATE]
    assert [f.kind for f in read("on 5 May")] == [Kind.DATE, Kind.DATE]


def test_a_missing_or_another_number_is_told() -> None:
    lost, gained = unmatched(read("5 cats and 6 dogs"), read("5 cats and 7 dogs"))
    assert [fact.text for fact in lost] == ["6"]
    assert [fact.text for fact in gained] == ["7"]


@pytest.mark.parametrize(("word", "value"), [("IV", 4), ("XIX", 19), ("XXXVIII", 38)])
def test_roman(word: str, value: int) -> None:
    assert roman_value(word) == value


def test_an_endless_figure_costs_nothing() -> None:
    assert len(read("9" * 5_000)) == 1
    assert len(read("1,000" + ",000" * 2_000)) == 1


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda p: p.stem)
def test_each_word_means_one_number(path: object) -> None:
    words = lexicon(getattr(path, "stem", ""))
    assert words.scales
    assert words.numbers.keys().isdisjoint(words.scales)
    assert all(1 <= month <= 12 for month in words.months.values())
    assert len(set(words.months.values())) in (0, 12)
    assert words.hard_negation


def test_a_language_without_a_file_has_figures() -> None:
    assert keys("7 kissaa", "fi") == [{7}]
    assert lexicon(None).language == ""
    assert lexicon("../../etc").numbers == {}
