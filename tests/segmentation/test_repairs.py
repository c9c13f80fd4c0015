"""Where sentences end, and where they only seem to."""

from __future__ import annotations

import pytest

from posteditor.model import Block, SegmentKind
from posteditor.segmentation import segment


def cut(text: str, language: str = "en") -> list[str]:
    return [s.text for s in segment(text, [Block(start=0, end=len(text))], language)]


ONE = [
    ("en", "The plan for 2021-2025. and the strategy were adopted."),
    ("en", "Deputy Head S.V. Orel spoke first."),
    ("en", "The envoy H. Brandt met S. V. Orel in May."),
    ("en", "We thank you, Mr. Chairman, and Mrs. Orel."),
    ("en", "We saw Dr. Orel and Prof. Lind and Lt. Gen. Marsh."),
    ("en", "See Resolution No. 5 and Art. 7 of the Charter."),
    ("en", "See paras. 4 and 5, Vol. IV, p. 12."),
    ("en", "Some states, e.g. Estmark, i.e. the North, agreed."),
    ("en", "He said “We agree. We sign. We leave” and left."),
    ("en", 'He said "We agree. We sign." and left.'),
    ("en", "The centre (see Annex. It is long) is open."),
    ("en", "The programme “Stop! Think! Act!” goes on."),
    ("en", "The rate was 2.5 per cent in the U.S. economy."),
    ("en", "The vote at 5 p.m. was close."),
    ("de", "Die 5. Sitzung fand am 3. Mai statt."),
    ("de", "Dr. Lind, z.B. aus Bonn, traf Hrn. Orel."),
    ("de", "Er sagte: „Wir kommen. Wir bleiben.“ und ging."),
    ("de", "Nach Art. 5 Abs. 2 bzw. Nr. 7 gilt das."),
    ("fr", "M. Dupont et Mme. Orel ont lu l’art. 7 du texte."),
    ("fr", "Il a dit : « Nous venons. Nous restons. » et partit."),
    ("es", "El Sr. Orel y la Sra. Lind leyeron el núm. 5."),
    ("es", "Dijo: «Venimos. Nos quedamos» y se fue."),
    ("ru", "По словам А.В. Орлова и г-на Н. Линда, план готов."),
    ("ru", "Согласно ст. 7 и п. 5 Устава, план готов."),
    ("ru", "В 2024-2026 гг. и далее план готов."),
    ("ru", "Институт им. К. Линда в г. Орле открыт."),
    ("ru", "Он сказал: «Мы пришли. Мы остаёмся» и ушёл."),
    ("ru", "План, т.е. договор, и т.д. и т.п. готов."),
    ("uk", "За словами А.В. Орленка та ст. 7 Статуту, план готовий."),
    ("zh", "他说：“我们来了。我们留下”，然后离开了。"),
    ("ja", "彼は「行きます。残ります。」と言った。"),
    ("ar", "قال د. أحمد إن الخطة جاهزة."),
]

SEVERAL = [
    ("en", ["We agree.", "We sign.", "We leave!", "Do we?"]),
    ("en", ["He said: “We agree.”", "Then he left."]),
    ("en", ["“Is it so?”", "“It is.”", "He left."]),
    ("en", ['He said: "We agree."', "Then he left."]),
    ("en", ["It ends (as it began).", "It begins."]),
    ("en", ["It ended in 2025.", "A year later it began."]),
    ("en", ["It ended in 2025.", "3 states signed."]),
    ("en", ["This is Annex A.", "The rest is open."]),
    ("en", ["It covers the U.S.", "The rest is open."]),
    ("en", ["They brought bread, milk, etc.", "We ate."]),
    ("en", ["The vote was at 5 p.m.", "It was close."]),
    ("en", ["It is open…", "It was closed."]),
    ("en", ["The answer is no.", "We go on."]),
    ("en", ["“It opens. It stays.”", "It closes.", "Nobody came."]),
    ("de", ["Wir kommen.", "Ärger bleibt.", "„Wir gehen.“", "Gut."]),
    ("de", ["Das war 2024.", "Die Sitzung begann."]),
    ("fr", ["Nous venons.", "« Nous restons. »", "Il partit."]),
    ("es", ["¿Venimos?", "¡Sí!", "Nos quedamos."]),
    ("ru", ["Мы пришли.", "«Мы остаёмся».", "План готов."]),
    ("ru", ["Он сказал: «План готов».", "Мы согласны."]),
    ("ru", ["Центр начнёт работу 1 марта с.г.", "План готов."]),
    ("ru", ["Он взял хлеб, соль и т.д.", "План готов."]),
    ("uk", ["Ми прийшли.", "Їх чекали.", "План готовий."]),
    ("ar", ["الخطة جاهزة.", "هل نبدأ؟", "نعم!"]),
]

WIDE = [
    ("zh", ["我们来了。", "我们留下！", "好吗？"]),
    ("zh", ["他说：“我们留下。”", "会议结束了。"]),
    ("ja", ["行きます。", "残ります。", "「はい。」", "会議は終わった。"]),
]


@pytest.mark.parametrize(("language", "text"), ONE)
def test_a_sentence_goes_on(language: str, text: str) -> None:
    assert cut(text, language) == [text]


@pytest.mark.parametrize(("language", "sentences"), SEVERAL)
def test_sentences_end(language: str, sentences: list[str]) -> None:
    assert cut(" ".join(sentences), language) == sentences


@pytest.mark.parametrize(("language", "sentences"), WIDE)
def test_sentences_end_without_a_space(language: str, sentences: list[str]) -> None:
    assert cut("".join(sentences), language) == sentences


@pytest.mark.parametrize("mark", ["“", '"', "«", "(", "„", "「"])
def test_one_unbalanced_mark_does_not_glue_a_page(mark: str) -> None:
    sentences = [f"{mark}It opens here.", *(["The next one stands alone."] * 40)]
    assert len(cut(" ".join(sentences))) >= 35


def test_a_quotation_longer_than_any_should_be_is_cut() -> None:
    inner = " ".join(["We shall all come back to this again."] * 30)
    assert len(cut(f"He said “{inner}” and left.")) >= 25


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_soft_wrap_is_a_space(newline: str) -> None:
    text = f"The envoy S.V.{newline}Orel spoke.{newline}He left"
    assert cut(text) == [f"The envoy S.V.{newline}Orel spoke.", "He left"]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Mr. Chairman,"),
        ("en", "Dear Colleagues,"),
        ("en", "Ladies and Gentlemen,"),
        ("en", "Distinguished Delegates, Ladies and Gentlemen!"),
        ("en", "Madam President, Excellencies,"),
        ("de", "Sehr geehrte Damen und Herren,"),
        ("fr", "Mesdames et Messieurs,"),
        ("es", "Señoras y señores:"),
        ("ru", "Уважаемый господин Председатель,"),
        ("ru", "Дамы и господа!"),
        ("uk", "Шановні колеги!"),
        ("zh", "主席先生，"),
        ("zh", "女士们、先生们："),
        ("ja", "議長、"),
        ("ar", "السيد الرئيس،"),
    ],
)
def test_a_salutation_is_a_segment_of_its_own(language: str, line: str) -> None:
    text = f"{line}\nFirst words of the speech. More words."
    blocks = [Block(start=0, end=len(text))]
    first, *rest = segment(text, blocks, language)
    assert (first.text, first.kind) == (line, SegmentKind.SALUTATION)
    assert [s.kind for s in rest] == [SegmentKind.SENTENCE] * 2


@pytest.mark.parametrize(
    "line",
    [
        "Mr. Chairman is here,",
        "Dear Colleagues, we are glad to be here.",
        "The following states signed:",
        "In this connection,",
        "Friends of the region have been met,",
    ],
)
def test_a_sentence_that_only_begins_like_a_salutation_is_none(line: str) -> None:
    assert segment(line, [Block(start=0, end=len(line))], "en")[0].kind is (
        SegmentKind.SENTENCE
    )


def test_a_heading_is_never_cut_and_an_item_keeps_its_kind() -> None:
    text = "Part I. The Charter. Its Role | We agree. We sign."
    bar = text.index("|")
    blocks = [
        Block(start=0, end=bar, kind=SegmentKind.HEADING),
        Block(start=bar + 1, end=len(text), kind=SegmentKind.LIST_ITEM),
    ]
    found = [(s.text, s.kind.value) for s in segment(text, blocks, "en")]
    assert found == [
        ("Part I. The Charter. Its Role", "heading"),
        ("We agree.", "list-item"),
        ("We sign.", "list-item"),
    ]


def test_a_segment_never_crosses_a_block() -> None:
    text = "The first line\nand the second"
    blocks = [Block(start=0, end=14), Block(start=15, end=len(text))]
    assert [s.text for s in segment(text, blocks, "en")] == text.splitlines()


@pytest.mark.parametrize("language", ["", "xx", "EN_us", "zh-Hant-TW", "1", "\0"])
def test_any_language_gives_segments(language: str) -> None:
    assert cut("We agree. We sign.", language) == ["We agree.", "We sign."]
