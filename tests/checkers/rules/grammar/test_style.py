"""Nouns for verbs, lists, offices and speakers."""

from __future__ import annotations

import pytest

from tests.checkers.rules.grammar.running import FINDERS, flagged, mended


@pytest.mark.parametrize(
    ("name", "text", "corrected"),
    [
        ("light-verb", "They conducted an inspection of it.", "They inspected it."),
        ("light-verb", "Carrying out the repair of roads", "Repairing roads"),
        (
            "light-verb",
            "It carries out a thorough assessment of risks.",
            "It thoroughly assesses risks.",
        ),
        (
            "light-verb",
            "They have made a contribution to it.",
            "They have contributed to it.",
        ),
        ("light-verb", "He took a decision to go.", "He decided to go."),
        ("light-verb", "an analysis of organized crime", None),
        (
            "light-verb",
            "They conduct an analysis of the organization.",
            "They analyze the organization.",
        ),
        ("light-verb", "They conduct an analysis of it.", "They analyse it."),
        ("light-verb", "She has a possibility to go.", "She can go."),
        ("light-verb", "They carried out the plan of the mayor.", None),
        (
            "light-passive",
            "An inspection of the plants was carried out.",
            "The plants were inspected.",
        ),
        (
            "light-passive",
            "The testing of the ship will be conducted in May.",
            "The ship will be tested in May.",
        ),
        ("light-passive", "Full control over testing of ships was carried out.", None),
        (
            "noun-for-gerund",
            "It is aimed at the development of ports.",
            "It is aimed at developing ports.",
        ),
        (
            "noun-for-gerund",
            "He took measures for the protection of birds.",
            "He took measures to protect birds.",
        ),
        (
            "noun-for-gerund",
            "the importance of the further expansion of it",
            "the importance of further expanding it",
        ),
        (
            "noun-for-gerund",
            "They continued the construction of it.",
            "They continued building it.",
        ),
    ],
)
def test_nouns_for_verbs(name: str, text: str, corrected: str | None) -> None:
    assert mended(name, text) == (corrected or text)


def test_a_chain_of_of_is_a_remark() -> None:
    text = "The implementation of the development of the strategy of growth began."
    (hit,) = FINDERS["of-chain"](text)
    assert hit.replacements == ()
    assert text[hit.start : hit.end].startswith("implementation of")


@pytest.mark.parametrize(
    ("name", "text", "corrected"),
    [
        ("list-and", "from Norway, Latvia, Japan.", "from Norway, Latvia and Japan."),
        ("list-and", "from Norway, Latvia and Japan.", None),
        (
            "list-and",
            "It covers many things, including roads, bridges, tunnels.",
            "It covers many things, including roads, bridges and tunnels.",
        ),
        ("list-and", "He came from Paris, France, ill.", None),
        (
            "as-well-as",
            "They build roads, bridges, as well as tunnels.",
            "They build roads, bridges and tunnels.",
        ),
        ("as-well-as", "roads and bridges, as well as tunnels", None),
        (
            "as-well-as",
            "It aims to sell, as well as to buy.",
            "It aims to sell, and to buy.",
        ),
        ("as-well-as", "She sings as well as he does.", None),
        (
            "name-behind-country",
            "with the President of Latvia Anna Berg.",
            "with Latvian President Anna Berg.",
        ),
        (
            "name-behind-country",
            "Minister of Foreign Affairs of the Republic of Poland Jan Lund said",
            "Polish Foreign Minister Jan Lund said",
        ),
        (
            "name-behind-country",
            "the Ambassador of Japan to Norway Ken Ito arrived",
            "Japanese Ambassador to Norway Ken Ito arrived",
        ),
        (
            "name-behind-country",
            "the press secretary of the President of Latvia Jan Lund said",
            "Latvian presidential press secretary Jan Lund said",
        ),
        (
            "name-behind-country",
            "Acting Governor of the Tver Region Jan Lund said",
            "Acting Tver Region Governor Jan Lund said",
        ),
        (
            "name-behind-country",
            "the Chairman of the State Duma Jan Lund spoke",
            "State Duma Chairman Jan Lund spoke",
        ),
        ("name-behind-country", "the Head of the Bank of Russia Museum", None),
        ("name-behind-country", "the President of Latvia, Anna Berg, said", None),
        ("name-behind-country", "the President of Latvia on Monday", None),
        ("name-behind-country", "an aide to the President of Latvia Jan Lund", None),
        ("speaker", "“It is so,” noted P. Berg.", "“It is so,” Berg said."),
        ("speaker", "“It is so,” stressed the expert.", "“It is so,” the expert said."),
        ("speaker", "“It is so,” said P. Berg.", "“It is so,” Berg said."),
        ("speaker", "“It is so,” said Anna Berg.", None),
        (
            "office-and-name",
            "The Iraqi Prime Minister, Ali Hasan, said",
            "Iraqi Prime Minister Ali Hasan said",
        ),
        (
            "office-and-name",
            "Chief of Staff – First Deputy Minister Jan Lund",
            "Chief of Staff and First Deputy Minister Jan Lund",
        ),
        ("office-and-name", "The Iraqi Prime Minister, who was ill, left", None),
    ],
)
def test_lists_and_offices(name: str, text: str, corrected: str | None) -> None:
    assert mended(name, text) == (corrected or text)


@pytest.mark.parametrize(
    "text",
    [
        "The committee, which met twice, said the results were as good as any.",
        "In view of the storm, ships stayed in port for most of the week.",
        "She is one of the few who have read it, as well as one of the first.",
        "This measures two metres, and that weighs a ton.",
        "What worries people is the price of bread.",
        "A number of ships were late, and the number of passengers fell.",
        "Ten years is a long time in politics, but two weeks is longer.",
        "The United States is a member, and so are Norway, Latvia and Japan.",
        "Trade between the two countries grew in the first half of 2020.",
        "An EU directive, a UN report and an MP’s letter lay on the desk.",
        "He has lived there since 2014 and has been the mayor since March.",
        "The minister, Anna Berg, and the mayor of Oslo, Jan Lund, signed it.",
        "Police said on Monday that the road had been closed by order of the mayor.",
        "“That is all we have,” said Anna Berg, who runs the shop.",
        "They wanted to see how many people would come, and few did.",
        "Most of the information came from research into health and housing.",
        "The news is good: less time, fewer forms, much less paper.",
        "There is a lot of work and there are several reasons for it.",
        "It was the President of Latvia who opened the show on Monday.",
        "Every few years all kinds of people ask for advice about it.",
        "The data are old, the evidence is thin and the police are busy.",
        "He asked when the work would be done and when the bridge will open.",
        "They have met on Mondays ever since, and have often met twice.",
        "Negotiations between two countries seldom end in a single day.",
        "No one can say what the development of such a town will cost.",
    ],
)
def test_good_english_is_left_alone(text: str) -> None:
    assert flagged(text) == {}


@pytest.mark.parametrize(
    "piece",
    [
        "President of the Ministry of Health in European Union, as well as to go, ",
        "including roads, bridges, tunnels, ",
        "carried out the inspection of the analysis of the results was made of ",
        "until the new work of the plant of the town will be, since 2014 he is ",
        "\x00\ud800\u200b(((“““,,,...",
    ],
)
def test_huge_and_hostile_texts_come_to_an_end(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    for find in FINDERS.values():
        for hit in find(text):
            assert 0 <= hit.start < hit.end <= len(text)
