"""What each mechanism of syntax makes of a fault, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.checkers.rules.syntax.running import FINDERS, flagged, mended

# Mechanism, text, the text mended; None: nothing is to be mended.
CASES = [
    (
        "bare-noun",
        "The works were carried out in region with great difficulty.",
        "The works were carried out in the region with great difficulty.",
    ),
    (
        "bare-noun",
        "The council discussed it with foreign delegation in May.",
        "The council discussed it with a foreign delegation in May.",
    ),
    (
        "bare-noun",
        "The deputies have signed bilateral memorandum with the bank.",
        "The deputies have signed a bilateral memorandum with the bank.",
    ),
    ("bare-noun", "They were moved to hospital and kept in prison for a month.", None),
    ("bare-noun", "The newly opened exhibition in town is popular with all.", None),
    ("bare-noun", "Talks in region", None),
    ("bare-noun", "They wrote to us week after week, as ever.", None),
    (
        "comma-saying",
        "He announced the plan stressing that it was late.",
        "He announced the plan, stressing that it was late.",
    ),
    ("comma-saying", "He began by explaining that it was late.", None),
    ("comma-saying", "He announced the plan, stressing that it was late.", None),
    (
        "comma-relative",
        "They arrived on Tuesday where they met the staff.",
        "They arrived on Tuesday, where they met the staff.",
    ),
    (
        "comma-relative",
        "She toured the Lund Museum which was shut.",
        "She toured the Lund Museum, which was shut.",
    ),
    ("comma-relative", "It is the day on which he left the museum which burnt.", None),
    (
        "comma-opening",
        "In his speech at the opening he thanked the staff.",
        "In his speech at the opening, he thanked the staff.",
    ),
    (
        "comma-opening",
        "For quick and safe data transfer the system will be rebuilt.",
        "For quick and safe data transfer, the system will be rebuilt.",
    ),
    ("comma-opening", "In the way that he did it there was sense.", None),
    ("comma-opening", "In 2019 he left.", None),
    (
        "comma-clauses",
        "The session planned for the evening was moved and it will begin late.",
        "The session planned for the evening was moved, and it will begin late.",
    ),
    ("comma-clauses", "He said that it was late and it was cold.", None),
    (
        "comma-verbs",
        "The guests toured the plant, and inspected the line.",
        "The guests toured the plant and inspected the line.",
    ),
    ("comma-verbs", "The guests left, and they said nothing.", None),
    (
        "comma-such-as",
        "They spoke of various matters in town such as the bridge.",
        "They spoke of various matters in town, such as the bridge.",
    ),
    ("comma-such-as", "In a town such as Lund it is hard.", None),
    (
        "comma-time",
        "The minister discussed on Monday, with the envoy, ways out.",
        "The minister discussed on Monday with the envoy, ways out.",
    ),
    ("comma-time", "The man whom he met yesterday, a guard, left.", None),
    (
        "name-behind-office",
        "It was said by the head of the Lund Regional Council Anna Berg on Monday.",
        "It was said by the head of the Lund Regional Council, Anna Berg, on Monday.",
    ),
    (
        "name-behind-office",
        "The head of the Regional Council Police Fund was ill.",
        None,
    ),
    (
        "title-and-name",
        "Minister of Trade, Anna Berg, received the envoy.",
        "Minister of Trade Anna Berg received the envoy.",
    ),
    ("title-and-name", "The Minister of Trade, Anna Berg, received the envoy.", None),
    ("not-to", "They agreed to not build it.", "They agreed not to build it."),
    ("not-to", "They agreed to not only build it but pay.", None),
    (
        "time-before-object",
        "The sides signed on Monday an agreement.",
        "The sides signed an agreement on Monday.",
    ),
    ("time-before-object", "The sides met on Monday a week later.", None),
    (
        "indirect-question",
        "He explained what is the purpose of the law.",
        "He explained what the purpose of the law is.",
    ),
    (
        "indirect-question",
        "They discussed how can we help them.",
        "They discussed how we can help them.",
    ),
    ("indirect-question", "Do you know what is the matter?", None),
    (
        "inverted",
        "In the meeting participated the mayor and two of his deputies from the town.",
        "The mayor and two of his deputies from the town took part in the meeting.",
    ),
    (
        "inverted",
        "Eligible to apply are schools and clubs.",
        "Schools and clubs are eligible to apply.",
    ),
    ("inverted", "In the meeting he took part with two deputies from the town.", None),
    (
        "between-commas",
        "It will be, also, a great day.",
        "It will also be a great day.",
    ),
    (
        "between-commas",
        "We must, therefore, act at once.",
        "We must therefore act at once.",
    ),
    (
        "between-commas",
        "He came on Friday in the late evening.",
        "He came late on Friday evening.",
    ),
    ("between-commas", "It will be, also known as such, late.", None),
    (
        "reported-perfect",
        "During the meeting, the sides have discussed trade.",
        "During the meeting, the sides discussed trade.",
    ),
    (
        "reported-perfect",
        "On Monday the guests have been received by the mayor.",
        "On Monday the guests were received by the mayor.",
    ),
    (
        "reported-perfect",
        "They visited the plant, where they have taken notes.",
        "They visited the plant, where they took notes.",
    ),
    ("reported-perfect", "At the meeting he said that trade has grown.", None),
    ("reported-perfect", "On Monday “the guests have left,” he said.", None),
    (
        "verb-behind-that",
        "It is a rare system that provide water.",
        "It is a rare system that provides water.",
    ),
    ("verb-behind-that", "He is one of a group that have left.", None),
    (
        "gerund-of",
        "The plan is for improving of the roads.",
        "The plan is for improving the roads.",
    ),
    ("gerund-of", "They spoke at the opening of the road.", None),
    ("some-of", "He spoke with some of members.", "He spoke with some members."),
    ("some-of", "He spoke with some of the members.", None),
    (
        "bare-action",
        "The army started creation of a reserve.",
        "The army started creating a reserve.",
    ),
    (
        "bare-action",
        "The law will ensure implementation of the plan.",
        "The law will ensure the implementation of the plan.",
    ),
    ("bare-action", "The start of creation of a reserve is near.", None),
    ("to-do", "I ask them have patience.", "I ask them to have patience."),
    ("to-do", "I asked them, have patience.", None),
    (
        "abstract-the",
        "It is vital for the protection of the nature.",
        "It is vital for the protection of nature.",
    ),
    ("abstract-the", "It is in the nature of things.", None),
    (
        "headline-the",
        "The Foreign Minister receives the envoy",
        "Foreign Minister receives the envoy",
    ),
    ("headline-the", "The Foreign Minister receives the envoy.", None),
    (
        "generic-people",
        "It is a service for the citizens.",
        "It is a service for citizens.",
    ),
    ("generic-people", "It is a service for the citizens of Lund.", None),
    (
        "mass-with-a",
        "It needs a modern infrastructure.",
        "It needs modern infrastructure.",
    ),
    ("mass-with-a", "It needs a modern infrastructure fund.", None),
    (
        "complement",
        "It is a place for visitors of the region.",
        "It is a place for visitors to the region.",
    ),
    (
        "complement",
        "He spoke of an amendment in the law.",
        "He spoke of an amendment to the law.",
    ),
    (
        "complement",
        "They attended to the meeting in Lund.",
        "They attended the meeting in Lund.",
    ),
    ("complement", "They attended to the wounded in Lund.", None),
    (
        "missing-it",
        "At the meeting was noted that trade grew.",
        "At the meeting it was noted that trade grew.",
    ),
    ("missing-it", "At the meeting what was noted that day was new.", None),
    (
        "which-person",
        "He met the mayor, which thanked him.",
        "He met the mayor, who thanked him.",
    ),
    ("which-person", "He met the firm, which thanked him.", None),
    (
        "told-whom",
        "She explained them that it was late.",
        "She explained to them that it was late.",
    ),
    ("told-whom", "She explained the plan that day.", None),
    ("everyone", "He says that everyone have left.", "He says that everyone has left."),
    ("everyone", "The houses of everyone are shut.", None),
    (
        "superlative-the",
        "It is largest port in the north, as all know.",
        "It is the largest port in the north, as all know.",
    ),
    ("superlative-the", "It is best known in the north.", None),
    (
        "numbered",
        "It is laid down in the article 5 of the law.",
        "It is laid down in Article 5 of the law.",
    ),
    ("numbered", "It is laid down in the article on page 5 of the law.", None),
    ("dated", "It began in the 2021, he said.", "It began in 2021, he said."),
    ("dated", "It began in the 2021 season.", None),
    (
        "first-time",
        "They met for first time in a town that is far from the sea.",
        "They met for the first time in a town that is far from the sea.",
    ),
    ("first-time", "It is the most of all that he can do for first aid.", None),
    (
        "and-to",
        "The staff will trace the traffic and to stop it.",
        "The staff will trace the traffic and stop it.",
    ),
    ("and-to", "The staff plan to trace the traffic and to stop it.", None),
    (
        "amount",
        "It pays for projects of around 100 million euros.",
        "It pays for projects worth around 100 million euros.",
    ),
    (
        "amount",
        "It is supported by 3 million euros.",
        "It is supported with 3 million euros.",
    ),
    ("amount", "It is supported by 3 million people.", None),
]


@pytest.mark.parametrize(("name", "text", "corrected"), CASES)
def test_mends_or_leaves(name: str, text: str, corrected: str | None) -> None:
    assert mended(name, text) == (corrected or text)


def test_every_mechanism_has_both_kinds_of_cases() -> None:
    mends = {name for name, _, corrected in CASES if corrected}
    leaves = {name for name, _, corrected in CASES if corrected is None}
    assert mends == leaves == set(FINDERS)


@pytest.mark.parametrize(
    "text",
    [
        "The head of the council, who had been ill for a week, resigned on Monday.",
        "In the end they decided not to go, and nobody asked why.",
        "Most of the members agreed that what is needed is time.",
        "She has lived in Lund since 2014, where she works at the university.",
        "The sides discussed ways to help those who had lost their homes.",
        "He is one of the few people in town who have seen both of them.",
        "The first time I saw it, I had no idea what it was for.",
        "By the time the police came, the man had been taken to hospital.",
        "On the one hand it is cheap; on the other, it is slow.",
        "The tax on income, in force since May, will be cut by the government.",
        "",
        "of of of the the and and to not",
        "\x00 in region \ud800 with delegation",
    ],
)
def test_good_english_is_left_alone(text: str) -> None:
    assert flagged(text) == []
