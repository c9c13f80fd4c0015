"""Typography by shape: what is flagged, with its fix, and what is left alone."""

from __future__ import annotations

import pytest

from posteditor.checkers.rules.checker import ALL_MECHANISMS

FINDERS = {each.id.split("/")[1]: each.find for each in ALL_MECHANISMS}


@pytest.mark.parametrize(
    ("name", "text", "corrected"),
    [
        ("stray-stop", "for 2021-2025. and on", "for 2021-2025 and on"),
        ("stray-stop", "In 2019. the plant", "In 2019 the plant"),
        ("stray-stop", "on the 5. of May", "on the 5 of May"),
        ("doubled-small-word", "in the the hall", "in the hall"),
        ("doubled-small-word", "The the hall", "The hall"),
        ("doubled-space", "a  hall", "a hall"),
        ("doubled-mark", "a hall,, a room", "a hall, a room"),
        ("doubled-mark", "a hall..", "a hall."),
        ("doubled-mark", "a hall,.", "a hall."),
        ("space-before-mark", "a hall , a room", "a hall, a room"),
        ("space-before-mark", "Is it so ?", "Is it so?"),
        ("space-before-stop", "It is so .", "It is so."),
        ("space-in-brackets", "it ( so) is", "it (so) is"),
        ("foreign-quotes", "the «Sea» ship", "the “Sea” ship"),
        ("foreign-quotes", "the „Sea“ ship", "the “Sea” ship"),
        ("foreign-quotes", "it was » said", "it was ” said"),
        ("turned-quote", "the ”Sea” ship", "the “Sea” ship"),
        ("turned-quote", "the “Sea“ ship", "the “Sea” ship"),
        ("hyphen-for-dash", "the sea - a lake", "the sea – a lake"),
        ("double-hyphen", "the sea -- a lake", "the sea – a lake"),
        ("missing-space", "the end.Next year", "the end. Next year"),
        ("missing-space", "the sea,the lake", "the sea, the lake"),
        ("mixed-script", "the W\u041d\u041e says", "the WHO says"),
        ("mixed-script", "at 22 °\u0421 now", "at 22 °C now"),
        ("roman-ordinal", "the IX Sea Conference", "the 9th Sea Conference"),
        ("roman-ordinal", "at the XXI Forum", "at the 21st Forum"),
        ("roman-ordinal", "of the XIII Games", "of the 13th Games"),
        ("decimal-comma", "grew 2,5 times", "grew 2.5 times"),
        ("decimal-comma", "up 0,3 % on May", "up 0.3 % on May"),
        ("decimal-comma", "a 2,5-fold rise", "a 2.5-fold rise"),
        ("spaced-thousands", "some 12 400 km of road", "some 12,400 km of road"),
        ("spaced-thousands", "1 250 000 people", "1,250,000 people"),
        ("thousand-in-figures", "13 thousand people", "13,000 people"),
        ("thousand-in-figures", "2.5 thousand trees", "2,500 trees"),
        ("thousand-in-figures", "1,25 thousand trees", "1,250 trees"),
        ("numero", "School №5 and", "School No. 5 and"),
        ("mixed-quotes", 'the “Sea" ship', "the “Sea” ship"),
        ("mixed-quotes", 'the "Sea” ship', "the “Sea” ship"),
        ("roman-century", "in the XX century", "in the 20th century"),
        ("roman-century", "of XIX century", "of the 19th century"),
        ("roman-century", "the XVII–XVIII centuries", "the 17th–18th centuries"),
        ("currency-behind", "paid 5 million €.", "paid €5 million."),
        ("currency-behind", "paid 1,200$ for", "paid $1,200 for"),
        ("clock", "at 15.00 on Monday", "at 15:00 on Monday"),
        ("clock", "at 15:00 o’clock sharp", "at 15:00 sharp"),
        ("dotted-date", "on 22.06.2021 in", "on 22 June 2021 in"),
        (
            "opening-article",
            "Ministry of Trade said on Monday that prices fell again.",
            "The Ministry of Trade said on Monday that prices fell again.",
        ),
        (
            "opening-article",
            "Head of the bank said on Monday that prices fell.",
            "The head of the bank said on Monday that prices fell.",
        ),
    ],
)
def test_what_is_flagged(name: str, text: str, corrected: str) -> None:
    (hit,) = FINDERS[name](text)
    assert text[: hit.start] + hit.replacements[0] + text[hit.end :] == corrected


@pytest.mark.parametrize(
    "text",
    [
        "In 2019. The plant",
        "see p. 5. and the rest",
        "He had had enough of that that day, very very late.",
        "It rained in Baden Baden and Pago Pago.",
        "Wait... what?",
        "etc., and so on (and on)",
        "a “Sea” ship, ‘so’ he said",
        "a well-known 3 - 2 win",
        "see example.com, U.S.Army and e.g.This",
        "node.js and readme.md",
        "World War II Conference hall",
        "Is it :) so?",
        "the site пример.рф",
        "Москва — столица России, город на реке",
        "10 000",
        "on May 12 300 people came",
        "call 12 345 678 90",
        "rows 1,2 and 3,4 were empty",
        "a thousand people, one thousand of them",
        "pay $5 or €5.50",
        "at 15.30 percent, at 10.50 euros",
        "version 1.2.13.4",
        "Ministry of Trade to cut red tape and costs by half",
        "He said “yes” and “no”, or 'maybe', 5\" pipes",
    ],
)
def test_what_is_left_alone(text: str) -> None:
    flagged = {
        name: [text[hit.start : hit.end] for hit in find(text)]
        for name, find in FINDERS.items()
    }
    assert not {name: found for name, found in flagged.items() if found}


def test_words_in_the_script_of_the_source_are_flagged_together() -> None:
    text = "He read «Война и мир» in the original."
    (hit,) = FINDERS["leftover-script"](text)
    assert text[hit.start : hit.end] == "Война и мир"
    assert not hit.replacements


@pytest.mark.parametrize("name", FINDERS)
@pytest.mark.parametrize(
    "piece", [" ", "a ", "a, ", "X", "« ", "“", "1. ", "\u0430", "-"]
)
def test_no_mechanism_is_slow_on_a_long_line(name: str, piece: str) -> None:
    text = piece * 200_000
    assert all(0 <= hit.start < hit.end <= len(text) for hit in FINDERS[name](text))
