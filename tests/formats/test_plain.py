"""Plain text: lines or paragraphs, headings, items."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from posteditor.formats.lines import split
from posteditor.formats.plain import PlainText, is_wrapped
from posteditor.model import SegmentKind
from tests.formats.contract import FormatContract, assert_covers, options

SENTENCES = (
    "The committee for inland harbours met in the spring to look at the report on "
    "the state of the quays, which many had expected to be ready a year before. ",
    "It thanked the authors, whose work had taken them to all nine of the harbours. ",
    "The members agreed that the repair of the oldest quays could not wait longer. ",
)


def found(text: str) -> list[tuple[str, str]]:
    document = PlainText().read(text.encode(), options())
    assert_covers(document)
    return [(s.kind.value, s.text) for s in document.segments]


class TestContract(FormatContract):
    name = "txt"
    sample = (
        b"Post sponsored by Lantern.example\r\n\r\n"
        b"STRAITWIRE Translation. Region: Russian Federation \xe2\x80\x93\r\n\r\n"
        b"Topic: The Harbours\r\n\r\nWe agree. We sign.\r\n\r\n"
        b"EDITOR\xe2\x80\x99S NOTE: This text is a translation.\r\n"
    )


def test_lines_of_a_web_page_are_blocks() -> None:
    text = "The Harbours\nMr. Chairman,\nWe agree. We sign.\nwe leave\n"
    assert found(text) == [
        ("heading", "The Harbours"),
        ("salutation", "Mr. Chairman,"),
        ("sentence", "We agree."),
        ("sentence", "We sign."),
        ("sentence", "we leave"),
    ]


@pytest.mark.parametrize("width", [60, 72, 80, 100])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_hard_wraps_are_undone(width: int, newline: str) -> None:
    paragraphs = ["".join(SENTENCES) * 3, "".join(SENTENCES)]
    wrapped = "\n\n".join(textwrap.fill(p, width) for p in paragraphs)
    segments = found(wrapped.replace("\n", newline) + newline)
    assert [" ".join(text.split()) for _, text in segments] == [
        sentence.strip() for sentence in SENTENCES * 4
    ]


def test_a_line_a_sentence_is_not_wrapped() -> None:
    text = "\n".join(sentence.strip() for sentence in SENTENCES * 4)
    assert not is_wrapped(text, split(text))
    assert len(found(text)) == 12


def test_two_short_lines_are_two_lines() -> None:
    assert [text for _, text in found("Mr. Chairman,\nDear Colleagues,\n")] == [
        "Mr. Chairman,",
        "Dear Colleagues,",
    ]


def test_wrapped_items_and_titles_stay_apart() -> None:
    body = textwrap.fill("".join(SENTENCES) * 3, 70)
    item = textwrap.fill(SENTENCES[0].strip(), 70, initial_indent="- ")
    text = f"The Harbours\n\n{body}\n\n{item}\n{item}\n"
    kinds = [kind for kind, _ in found(text)]
    assert kinds == ["heading", *["sentence"] * 9, "list-item", "list-item"]


@pytest.mark.parametrize(
    "marker", ["- ", "• ", "* ", "1. ", "12) ", "(a) ", "(iv) ", "IV. ", "1.2. ", "– "]
)
def test_the_mark_of_an_item_is_in_the_gap(marker: str) -> None:
    assert found(f"  {marker}We agree.\n") == [("list-item", "We agree.")]


@pytest.mark.parametrize(
    "line",
    ["A. Orel spoke.", "2021. A year.", "No. 5 is open.", "-5 degrees.", "I. Orel"],
)
def test_what_only_looks_like_a_mark_stays(line: str) -> None:
    assert "".join(text for _, text in found(line)).startswith(line[:2])


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Topic: “The Harbours”", SegmentKind.HEADING),
        ("What comes next", SegmentKind.HEADING),
        ("The harbours are:", SegmentKind.SENTENCE),
        ("The harbours are open.", SegmentKind.SENTENCE),
        ("we go on", SegmentKind.SENTENCE),
        ("They came. We left", SegmentKind.SENTENCE),
        ("Very long " * 20, SegmentKind.SENTENCE),
    ],
)
def test_headings_are_short_and_end_like_no_sentence(
    line: str, kind: SegmentKind
) -> None:
    assert found(line)[0][0] == kind.value


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x0c", "\x0b", "\x85"])
def test_every_newline_of_unicode_separates_lines(separator: str) -> None:
    text = f"The first line{separator}And the second"
    assert [t for _, t in found(text)] == ["The first line", "And the second"]


def test_the_extension_does_not_matter_to_the_text() -> None:
    data = b"We agree."
    document = PlainText().read(data, options())
    assert document.path == Path("input")
    assert document.text == "We agree."
