"""For every text: nothing raises, and segments and gaps together are the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posteditor.model import Block, Segment
from posteditor.segmentation import segment
from posteditor.segmentation.candidates import LONG_BLOCK, _sentences

LANGUAGES = ["en", "de", "fr", "es", "ru", "uk", "ar", "zh", "ja", "xx"]

PIECES = st.sampled_from(
    [
        *".!?…。！？؟,;:\"'“”„«»()[]「」 \t\n\r\u2028\u2029\x85\x0b\x1c\u00a0",
        *("\r\n", "\n\n", "Mr. ", "A.B. ", "No. 5 ", "e.g. ", "2025. and ", "1. "),
        *("The end. ", "Он ушёл. ", "我们来了。", "نعم. ", "\u0301", "🇺🇳", "👩‍🚀"),
        *("\ud800", "\udfff", "\u202e", "[/", "[red]", "\x1b[31m", "\0", "\ufeff"),
    ]
)
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=())),
    st.lists(PIECES, max_size=60).map("".join),
)


@st.composite
def texts_with_blocks(draw: st.DrawFn) -> tuple[str, list[Block]]:
    text = draw(TEXTS)
    places = draw(st.lists(st.integers(0, len(text)), max_size=8))
    edges = sorted(places)
    pairs = list(zip(edges[::2], edges[1::2], strict=False))
    return text, [Block(start=start, end=end) for start, end in pairs]


def assert_sound(text: str, segments: tuple[Segment, ...]) -> None:
    at = 0
    out = []
    for number, found in enumerate(segments):
        assert found.index == number
        assert at <= found.start < found.end <= len(text)
        assert found.text == text[found.start : found.end] == found.text.strip()
        out += [text[at : found.start], found.text]
        at = found.end
    assert "".join([*out, text[at:]]) == text


@given(TEXTS, st.sampled_from(LANGUAGES))
def test_one_block_loses_nothing_but_whitespace(text: str, language: str) -> None:
    segments = segment(text, [Block(start=0, end=len(text))], language)
    assert_sound(text, segments)
    words = "".join("".join(s.text.split()) for s in segments)
    assert words == "".join(text.split())


@given(texts_with_blocks(), st.sampled_from(LANGUAGES))
def test_no_segment_leaves_its_block(
    drawn: tuple[str, list[Block]], language: str
) -> None:
    text, blocks = drawn
    segments = segment(text, blocks, language)
    assert_sound(text, segments)
    for found in segments:
        assert any(b.start <= found.start and found.end <= b.end for b in blocks)
    inside = "".join("".join(text[b.start : b.end].split()) for b in blocks)
    assert inside == "".join("".join(s.text.split()) for s in segments)


@given(st.lists(PIECES, min_size=1, max_size=12).map("".join))
def test_a_long_line_loses_nothing(text: str) -> None:
    long = text * (3 * LONG_BLOCK // len(text) + 1)
    segments = segment(long, [Block(start=0, end=len(long))], "en")
    assert_sound(long, segments)
    words = "".join("".join(s.text.split()) for s in segments)
    assert words == "".join(long.split())


def test_many_paragraphs_are_cut_as_each_alone() -> None:
    paragraph = "Mr. Orel spoke of 2025. and left. “So it is. It was.” Nobody came."
    alone = segment(paragraph, [Block(start=0, end=len(paragraph))], "en")
    text = "\n".join([paragraph] * 20_000)
    step = len(paragraph) + 1
    blocks = [
        Block(start=start, end=start + len(paragraph))
        for start in range(0, len(text), step)
    ]
    segments = segment(text, blocks, "en")
    assert len(segments) == 20_000 * len(alone)
    for number, found in enumerate(segments):
        turn, place = divmod(number, len(alone))
        assert found.start == turn * step + alone[place].start
        assert found.text == alone[place].text


@pytest.mark.parametrize("unit", ['"', "“", "(", "a. ", "A. ", '"A. ', "( ", "x" * 99])
def test_hostile_repeats_come_back(unit: str) -> None:
    text = unit * (400_000 // len(unit))
    assert_sound(text, segment(text, [Block(start=0, end=len(text))], "en"))


def test_a_panic_of_sentencex_costs_cuts_and_nothing_else() -> None:
    assert _sentences("A\u2029. B", "en") == ["A\u2029. B"]
    text = "A\u2029. B. We agree.\u2003We sign."
    found = segment(text, [Block(start=0, end=len(text))], "en")
    assert [s.text for s in found][-1] == "We sign."
