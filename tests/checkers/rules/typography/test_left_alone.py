"""What no mechanism may flag: good English, addresses, code, scores, numbers."""

from __future__ import annotations

import pytest

from posteditor.checkers.rules.mechanics import Mechanism
from posteditor.checkers.rules.typography import TYPOGRAPHY
from tests.checkers.rules.typography.running import flagged

ADDRESSES = [
    "see example.com, U.S.Army and e.g.This",
    "Write to press.office@example.org or http://example.org/a,b;c?d=1&e=2.",
    "The page https://example.org/wiki/File:Sea_-_lake,2021.pdf is new.",
    "node.js and readme.md",
    "the site пример.рф",
    "Call print(value) or foo(BAR) with x--y, a[0] and {key:Value}.",
    "In C++ one writes a << b; and in Python a[1:3], or not.",
    "Run make --silent and then ls -la /tmp/a,b.",
    "The hashtag #russian and the name @monday_news stay.",
    "Version 1.2.13.4 and 2.10.3, and the host 192.168.100.200.",
]
FIGURES = [
    "10 000",
    "on May 12 300 people came",
    "call 12 345 678 90",
    "Call +44 20 7946 0958 or 020 7946 0123.",
    "rows 1,2 and 3,4 were empty",
    "a thousand people, one thousand of them",
    "pay $5 or €5.50",
    "at 15.30 percent, at 10.50 euros",
    "version 1.2.13.4",
    "a well-known 3 - 2 win",
    "They won 3-1, then lost 0–2; Black resigned after 24. e4 e5 25. c4.",
    "John 3:16 and 1 Corinthians 13:4-7, see Ps. 23.",
    "From 9:00 to 17:30, at 10 o’clock and at 3 p.m. we are here.",
    "Flight 2021 lands at 14:05 local time.",
    "It rose by 2.5 percent, to 1,250,000 people, and cost €3.5 million.",
    "The 2021 yearbook, a 2019 year-end report and the year 2020.",
    "For 2000 years the wall stood; in 1500 years it will fall.",
    "In the 1990s and in the early 2000s prices fell.",
    "In the 20th century, and in 20th century art, it was new.",
    "On 5 May 2021 and on May 5, 2021, at the 21st session.",
    "The 5th of May is a holiday.",
    "The 12th, 13th, 101st, 111th and 122nd men.",
    "The report on May 2021 figures was based on May 2021.",
    "The 3 session days and the 7 summit guests.",
    "A 5 million euro project and a 10 dollar note.",
    "Between 5 and 7 people, from 2014 to 2020.",
    "No 10 and Nos. 5 and 7, Article 5, para. 3.",
    "The price in 1990’s money, the 2020’s best film.",
    "In May 12 people died.",
    "In Monday’s vote and in Sunday newspapers.",
    "Boeing 747-300s, T-72s and the R2D2 unit at 90 km/h.",
]
PROSE = [
    "In 2019 it was built. In May there were two. Call 020 or 0345 in July.",
    "The hall was shut and it is empty; people who live by the river and they alone.",
    "A score of 3-0, a 1-0 win, the flag -0- and the rest.",
    "“We agree,” he said. “It is so,” she added, “and it was.”",
    "He said that “it is so,” noting that “there is time.”",
    "The so-called “noting” of it, and the “adding” too.",
    "They ate french fries by the french windows.",
    "President NATO, Minister of the OSCE and the UNESCO list.",
    "Médecins Sans Frontières and the Côte d’Azur; pour the milk, please.",
    "The iPhone, macOS, YouTube and the medRxiv page.",
    "It happened on May 11 and may happen again; version 19 may be out.",
    "She announced on Monday that, on Tuesday, they would leave.",
    "In 2019. The plant",
    "see p. 5. and the rest",
    "He had had enough of that that day, very very late.",
    "It rained in Baden Baden and Pago Pago.",
    "Wait... what?",
    "etc., and so on (and on)",
    "a “Sea” ship, ‘so’ he said",
    "World War II Conference hall",
    "Is it :) so?",
    "Москва — столица России, город на реке",
    "He said “yes” and “no”, or 'maybe', 5\" pipes",
    "He said “yes,” and “no.” Then he left; she didn’t.",
    "short- and long-term plans, pre- or post-war",
    "a) the first point; b) the second point",
    "(This is a bracket of its own.)",
    "The sea – a lake, really – is wide.",
    "The goal – a wide sea – was near.",
    "Our goal – to help – is clear – to us.",
    "iPhone sales rose in the first quarter of the year again.",
    "approx. two, incl. tax, vs. none, dept. heads",
    "Apple Inc. said that St. James is near.",
    "He said that, that day, it was so; he said, that is, nothing.",
    "In particular, they know that the fact is known.",
    "However hard they tried, it failed.",
    "In addition to the bank, we paid.",
    "You know, what a day!",
    "He may march in august company to polish china.",
    "The New York Times, The Hague and The Sea were there.",
    "many ministries of health and the ministry of silly walks",
    "What a day! Dear me! Stop!",
    "The person(s) and the (sub)section",
    "in the first half of the day, the quarter of the town",
    "rock 'n' roll, the '90s, Hawai‘i and O’Brien’s",
    "Yahoo! said so? Yes.",
    "According to the bank, the rate fell.",
    "It was, however, the case; we, therefore, agree.",
    "tools including these: a saw",
    "at the very, very end",
    "the Bank of the West, in The Hague",
    "“First of all,” he said – and stopped.",
]


PIECES = [
    *(" ", "a ", "a, ", "X", "« ", "“", "(", "1. ", "1 ", "10 000 ", "\u0430", "-"),
    *("of ", "In ", "The goal ", "2021 - ", "According to A ", "، ", "the the "),
]


@pytest.mark.parametrize("text", [*ADDRESSES, *FIGURES, *PROSE])
def test_it_is_left_alone(text: str) -> None:
    assert flagged(text) == {}


@pytest.mark.parametrize("mechanism", TYPOGRAPHY, ids=lambda each: each.id)
@pytest.mark.parametrize("piece", PIECES)
def test_no_mechanism_is_slow_on_a_long_line(mechanism: Mechanism, piece: str) -> None:
    text = piece * (40_000 // len(piece))
    for hit in mechanism.find(text):
        assert 0 <= hit.start <= hit.end <= len(text)
