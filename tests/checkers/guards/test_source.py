"""A translation, revised or not, beside its source."""

from __future__ import annotations

import pytest

from posteditor.checkers.guards import guard
from posteditor.model import Suggestion


def check(lang: str, source: str, target: str) -> tuple[Suggestion, ...]:
    return guard(target, target, source, source_lang=lang)


@pytest.mark.parametrize(
    ("lang", "source", "target", "rule", "place"),
    [
        ("ru", "Прибыли 14 судов.", "We saw 12 ships.", "source-number", "12"),
        ("ru", "Прибыли 14 судов.", "The ships came.", "source-number", None),
        ("ru", "Это было 5 мая.", "It was on 5 June.", "source-date", "June"),
        ("de", "Er kam am Montag.", "He came on Friday.", "source-date", "Friday"),
        ("fr", "Le 5 mars il vint.", "On 6 March he came.", "source-date", "6"),
        ("es", "Eran veintidós.", "There were 23.", "source-number", "23"),
        ("uk", "Нас було сто двадцять.", "We were 210.", "source-number", "210"),
        ("zh", "共有3亿人。", "There are 30 million people.", "source-number", None),
        ("ar", "جاء ٢٥ رجلا.", "52 men came.", "source-number", "52"),
        ("ru", "Он не согласен.", "He agrees.", "source-negation", None),
        ("de", "Er ist nicht da.", "He is here.", "source-negation", None),
        ("fr", "Il ne vient pas.", "He is coming.", "source-negation", None),
        ("ru", "Миссия OSCE ушла.", "The mission left.", "source-abbreviation", None),
        ("ru", "См. www.example.org", "See it there.", "source-link", None),
        ("ru", "Их 30.", "There are 30 of them, and 45 more.", "source-number", "45"),
    ],
)
def test_a_fault(
    lang: str, source: str, target: str, rule: str, place: str | None
) -> None:
    [found] = check(lang, source, target)
    assert found.rule == f"guard/{rule}"
    assert place in (None, found.text)


@pytest.mark.parametrize(
    ("lang", "source", "target"),
    [
        ("ru", "Прибыли двенадцать судов.", "12 ships came."),
        ("ru", "Прибыли 12 судов.", "Twelve ships came."),
        ("ru", "Он не согласен.", "He disagrees."),
        ("ru", "Он не пришёл.", "He failed to come."),
        ("ru", "Не только он пришёл.", "He came, and others too."),
        ("ru", "Не хотите ли чаю?", "Would you like some tea?"),
        ("ru", "Тем не менее он пришёл.", "He came all the same."),
        ("de", "Nicht nur er kam.", "He came, and so did others."),
        ("fr", "Sans doute viendra-t-il.", "He will probably come."),
        ("fr", "L'UE a signé l'accord.", "The EU has signed the agreement."),
        ("zh", "2020年3月12日", "12 March 2020"),
        ("zh", "他不得不来。", "He had to come."),
        ("ru", "В XXI веке", "In the 21st century"),
        ("ru", "Страны ЕС и NATO", "Countries of the EU and Nato"),
        ("ru", "См. https://www.example.org/.", "See http://example.org for it."),
        ("fi", "Seitsemän veljestä ei tullut.", "The seven brothers came."),
    ],
)
def test_no_fault(lang: str, source: str, target: str) -> None:
    assert not check(lang, source, target)


def test_half_the_length_is_told() -> None:
    source = "Стороны долго обсуждали положение на границе и договорились. " * 3
    target = "The sides discussed the position on the border and agreed. " * 3
    assert not check("ru", source, target)
    [found] = check("ru", source, "The sides discussed the position on the border.")
    assert found.rule == "guard/source-clause"
    assert not check("fi", source, "The sides discussed it.")


def test_a_figure_can_be_put_right() -> None:
    [found] = check("ru", "Прибыли 14 судов.", "We saw 12 ships.")
    assert found.replacements == ("14",)
    assert found.message == "14 in the source"


def test_an_empty_translation_or_source_says_nothing() -> None:
    assert not check("ru", "Прибыли 14 судов.", "  ")
    assert not check("ru", "", "We saw 12 ships.")
