"""Number, agreement, forms and tenses of verbs."""

from __future__ import annotations

import pytest

from posteditor.checkers.rules.grammar.number import nouns, plural_of
from tests.checkers.rules.grammar.running import mended


@pytest.mark.parametrize(
    ("name", "text", "corrected"),
    [
        ("noun-number", "In this regions, many left.", "In these regions, many left."),
        ("noun-number", "This activities are new.", "These activities are new."),
        ("noun-number", "Several country took part.", "Several countries took part."),
        ("noun-number", "Every countries has one.", "Every country has one."),
        ("noun-number", "These decision was right.", "These decisions was right."),
        ("noun-number", "It lasted three week.", "It lasted three weeks."),
        ("noun-number", "It is a problems.", "It is problems."),
        ("noun-number", "Others countries left.", "Other countries left."),
        ("noun-number", "This measures two metres.", None),
        ("noun-number", "It is a two week course.", None),
        ("noun-number", "This means that they left.", None),
        ("noun-number", "It is a women's shelter.", None),
        ("one-of", "It is one of the country.", "It is one of the countries."),
        ("one-of", "One of the countries are rich.", "One of the countries is rich."),
        ("one-of", "Each of the parties have two.", "Each of the parties has two."),
        ("one-of", "He is one of the people who have two.", None),
        ("one-of", "He is one of the city's best.", None),
        ("one-of", "More than one of the ships are old.", None),
        (
            "verb-number",
            "The participants has agreed.",
            "The participants have agreed.",
        ),
        (
            "verb-number",
            "The results of the work is good.",
            "The results of the work are good.",
        ),
        ("verb-number", "There is several reasons.", "There are several reasons."),
        ("verb-number", "The police is here.", "The police are here."),
        ("verb-number", "The news are good.", "The news is good."),
        ("verb-number", "The number of participants has grown.", None),
        ("verb-number", "What he wrote about the regions is true.", None),
        ("verb-number", "Ten years is a long time.", None),
        ("verb-number", "Changing the regions is hard.", None),
    ],
)
def test_number(name: str, text: str, corrected: str | None) -> None:
    assert mended(name, text) == (corrected or text)


@pytest.mark.parametrize(
    ("name", "text", "corrected"),
    [
        ("auxiliary", "He did not went there.", "He did not go there."),
        ("auxiliary", "It should to be built.", "It should be built."),
        ("auxiliary", "It will been built.", "It will be built."),
        ("auxiliary", "They have became rich.", "They have become rich."),
        ("auxiliary", "He wants to took part.", "He wants to take part."),
        ("auxiliary", "In May went the last ship.", None),
        ("auxiliary", "We do what we must to win.", None),
        (
            "since",
            "He is working here since 2014.",
            "He has been working here since 2014.",
        ),
        ("since", "The firm exists since 1991.", "The firm has existed since 1991."),
        ("since", "Since 2014, he is the head.", "Since 2014, he has been the head."),
        ("since", "He is rich since he sold it.", None),
        ("since", "His works since 2014 are sold.", None),
        ("who", "people which live there", "people who live there"),
        ("who", "a house of people which is old", None),
        ("subjectless", "Is necessary to go on.", "It is necessary to go on."),
        ("subjectless", "Is it possible to go?", None),
        ("counted", "some 25 millions people", "some 25 million people"),
        ("counted", "2 million of people", "2 million people"),
        ("counted", "much problems.", "many problems."),
        ("counted", "less participants.", "fewer participants."),
        ("counted", "all kind of ships", "all kinds of ships"),
        ("counted", "it is all kind of new", None),
        ("counted", "less years than that", None),
        (
            "past-moment",
            "The mayor has announced this Thursday a plan.",
            "The mayor announced on Thursday a plan.",
        ),
        ("past-moment", "It has been signed on Monday.", "It was signed on Monday."),
        ("past-moment", "They have gone two days ago.", "They went two days ago."),
        ("past-moment", "It has said that it will close on Monday.", None),
        ("past-moment", "It may have been signed on Monday.", None),
        (
            "will-clause",
            "Wait until the work will be done.",
            "Wait until the work is done.",
        ),
        ("will-clause", "As soon as it will start, go.", "As soon as it starts, go."),
        (
            "will-clause",
            "He will go, when the works will end, to Oslo.",
            "He will go, when the works end, to Oslo.",
        ),
        ("will-clause", "In May, when the works will end, he goes.", None),
        ("will-clause", "He asked when the works will end.", None),
        ("will-clause", "Write when the works end you will be paid.", None),
        ("will-clause", "Once he came, they will go.", None),
    ],
)
def test_verbs(name: str, text: str, corrected: str | None) -> None:
    assert mended(name, text) == (corrected or text)


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("city", "cities"),
        ("day", "days"),
        ("process", "processes"),
        ("crisis", "crises"),
        ("serviceman", "servicemen"),
        ("approach", "approaches"),
    ],
)
def test_plurals(one: str, many: str) -> None:
    assert plural_of(one) == many


def test_a_noun_that_is_a_verb_too_is_no_sure_one() -> None:
    listed = nouns()
    assert "measures" in listed.singular
    assert "measures" not in listed.sure_plurals
    assert {"countries", "people", "decisions"} <= listed.sure_plurals
    assert "=" not in "".join(listed.plural)
