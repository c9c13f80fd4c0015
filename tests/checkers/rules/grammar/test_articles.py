"""Articles: of names, offices, nouns of action and deed, and by sound."""

from __future__ import annotations

import pytest

from tests.checkers.rules.grammar.running import mended

NAMES = [
    ("Trade with European Union grew.", "Trade with the European Union grew."),
    (
        "It was raised by Ministry of Health.",
        "It was raised by the Ministry of Health.",
    ),
    (
        "They spoke of trade between Norway and European Union.",
        "They spoke of trade between Norway and the European Union.",
    ),
    ("Peace in Middle East is far.", "Peace in the Middle East is far."),
    ("A port on Black Sea was shut.", "A port on the Black Sea was shut."),
    ("He came from Netherlands.", "He came from the Netherlands."),
    ("They met in EU halls and left.", None),
    ("It was adopted by UN in May.", "It was adopted by the UN in May."),
    ("It is a matter of European Union law.", None),
    ("Talks with EU ministers go on.", None),
    (
        "It was signed by Republic of Moldova.",
        "It was signed by the Republic of Moldova.",
    ),
    (
        "Deputies of State Duma, who met, left.",
        "Deputies of the State Duma, who met, left.",
    ),
    ("Crisis in Middle East", None),
]


@pytest.mark.parametrize(("text", "corrected"), NAMES)
def test_names_that_take_the(text: str, corrected: str | None) -> None:
    assert mended("name-with-article", text) == (corrected or text)


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("The Kazakhstan's offer stands.", "Kazakhstan's offer stands."),
        ("They left the Kazakhstan in May.", "They left Kazakhstan in May."),
        ("It joined the NATO in 2004.", "It joined NATO in 2004."),
        ("He met the President Berg in May.", "He met President Berg in May."),
        ("The Prime Minister Lund said so.", "Prime Minister Lund said so."),
        ("It is not the Russia of old.", None),
        ("He praised the Germany coach.", None),
        ("They met the President of Latvia.", None),
        ("The Foreign Minister said so.", None),
        ("The Mayor General Hospital is shut.", None),
    ],
)
def test_names_that_take_none(text: str, corrected: str | None) -> None:
    assert mended("name-without-article", text) == (corrected or text)


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        (
            "Minister noted that the road would be open by June.",
            "The Minister noted that the road would be open by June.",
        ),
        (
            "President of Latvia signed the law on the state budget.",
            "The President of Latvia signed the law on the state budget.",
        ),
        (
            "Ministry of Trade said on Monday that prices fell again.",
            "The Ministry of Trade said on Monday that prices fell again.",
        ),
        (
            "Head of the bank said on Monday that prices fell.",
            "The head of the bank said on Monday that prices fell.",
        ),
        (
            "European Union is ready to support the reform of ports.",
            "The European Union is ready to support the reform of ports.",
        ),
        ("Ministry of Trade to cut red tape and costs by half", None),
        ("Minister noted progress", None),
        ("President Berg signed the law on the state budget today.", None),
        ("Police said that two people had been hurt in the crash.", None),
        ("“Minister, have you read the report?” asked the reporter.", None),
    ],
)
def test_openings(text: str, corrected: str | None) -> None:
    assert mended("opening-article", text) == (corrected or text)


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        (
            "This was agreed in course of the talks.",
            "This was agreed in the course of the talks.",
        ),
        ("It fell in first half of 2020.", "It fell in the first half of 2020."),
        ("It is one of largest ports here.", "It is one of the largest ports here."),
        ("They live in same house.", "They live in the same house."),
        (
            "It was built at request of the mayor.",
            "It was built at the request of the mayor.",
        ),
        ("In case of fire, leave.", None),
        ("It was done in view of the storm.", None),
        ("It was built by order of the king.", None),
    ],
)
def test_set_frames(text: str, corrected: str | None) -> None:
    assert mended("missing-the", text) == (corrected or text)


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("We got an information about it.", "We got information about it."),
        ("They made a great progress in it.", "They made great progress in it."),
        ("These informations are new.", "This information is new."),
        ("Many equipments were sold.", "Much equipment was sold."),
        ("He gave us good advices.", "He gave us good advice."),
        ("It is an information system.", None),
        ("They founded a research centre.", None),
        ("The law needs further evidence.", None),
    ],
)
def test_uncountable_nouns(text: str, corrected: str | None) -> None:
    assert mended("uncountable", text) == (corrected or text)


@pytest.mark.parametrize(
    ("name", "text", "corrected"),
    [
        (
            "generic-the",
            "the fight against the terrorism.",
            "the fight against terrorism.",
        ),
        ("generic-the", "for the human rights and peace", "for human rights and peace"),
        ("generic-the", "of the human rights group", None),
        ("generic-the", "of the corruption that he saw", None),
        (
            "action-the",
            "It led to expansion of trade.",
            "It led to the expansion of trade.",
        ),
        ("action-the", "It needs further expansion of trade.", None),
        ("action-the", "It stands for further expansion of trade.", None),
        ("action-the", "It is in consideration of the plan.", None),
        ("action-the", "There is room for improvement of course.", None),
        ("action-the", "the law “On approval of the list” passed.", None),
        (
            "bare-deed",
            "The mayor received delegation led by the head of the port.",
            "The mayor received a delegation led by the head of the port.",
        ),
        (
            "bare-deed",
            "The two sides signed agreement on trade in grain.",
            "The two sides signed an agreement on trade in grain.",
        ),
        ("bare-deed", "The signed agreement on trade is in force again.", None),
        ("bare-deed", "They held talks on trade in grain and other goods.", None),
        (
            "known-two",
            "the ties between two countries",
            "the ties between the two countries",
        ),
        ("known-two", "She met Uzbek counterpart", "She met his Uzbek counterpart"),
        ("known-two", "a war between two countries", None),
        ("bare-region", "fires in Tver region.", "fires in the Tver region."),
        ("bare-region", "fires in the Tver region.", None),
        ("bare-region", "Fires in Tver region", None),
    ],
)
def test_common_nouns(name: str, text: str, corrected: str | None) -> None:
    assert mended(name, text) == (corrected or text)


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("a important step", "an important step"),
        ("a EU member", "an EU member"),
        ("a MP from Oslo", "an MP from Oslo"),
        ("an UN report", "a UN report"),
        ("an European city", "a European city"),
        ("an university", "a university"),
        ("a hour ago", "an hour ago"),
        ("a 18-year-old", "an 18-year-old"),
        ("a 8 % rise", "an 8 % rise"),
        ("an Ukrainian ship", "a Ukrainian ship"),
        ("an big house", "a big house"),
        ("a unanimous vote", None),
        ("a NATO member", None),
        ("a one-off payment", None),
        ("a useful tool", None),
        ("an unusual day", None),
        ("an historic day", None),
        ("an herb", None),
        ("group A elements", None),
        ("the A 81 road", None),
        ("a 10-year plan, a 1,800 km road", None),
    ],
)
def test_sound(text: str, corrected: str | None) -> None:
    assert mended("a-or-an", text) == (corrected or text)
