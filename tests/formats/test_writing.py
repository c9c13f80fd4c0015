"""Write-back: revised, with furniture left out, in the encoding of the input."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posteditor.errors import OutputError
from posteditor.formats.plain import PlainText
from posteditor.formats.writing import encode, render, write
from posteditor.model import Document, Segment, TextEncoding
from tests.formats.contract import options


def document(text: str) -> Document:
    return PlainText().read(text.encode(), options())


def without(text: str, *omitted: str) -> str:
    """The text without the segments that read like `omitted`."""
    read = document(text)
    gone = frozenset(s.index for s in read.segments if s.text in omitted)
    assert len(gone) >= len(set(omitted))
    return render(read, {}, gone)


def test_targets_stand_in_place_of_their_segments() -> None:
    read = document("  We agree.  We sign.\n\n- We go.\n")
    assert render(read, {0: "Yes.", 2: "On."}) == "  Yes.  We sign.\n\n- On.\n"
    assert write(read, {1: "é"}) == "  We agree.  é\n\n- We go.\n".encode()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Xx.\n\nAa.\n\nBb.\n", "Aa.\n\nBb.\n"),
        ("Aa.\n\nXx.\n\nBb.\n", "Aa.\n\nBb.\n"),
        ("Aa.\n\nBb.\n\nXx.\n", "Aa.\n\nBb.\n"),
        ("Aa.\n\nBb.\n\nXx.", "Aa.\n\nBb."),
        ("Aa.\nXx.\nBb.\n", "Aa.\nBb.\n"),
        ("Aa.\nXx.\n\nBb.\n", "Aa.\n\nBb.\n"),
        ("Aa.\n\nXx.\nBb.\n", "Aa.\n\nBb.\n"),
        ("\n\nXx.\n\n\n\nAa.\n", "Aa.\n"),
        ("Aa.\n\n\nXx.\n\n\nBb.\n", "Aa.\n\n\nBb.\n"),
        ("Aa.\n\nXx.\n\nXx.\n\nXx.\n\nBb.\n", "Aa.\n\nBb.\n"),
        ("Xx. Xx.\n\nAa.\n\nXx. Xx.\n", "Aa.\n"),
        ("Aa. Xx.\n\nBb.\n", "Aa.\n\nBb.\n"),
        ("Xx. Aa.\n\nBb.\n", "Aa.\n\nBb.\n"),
        ("Aa. Xx. Bb.\n", "Aa. Bb.\n"),
        ("Aa. Xx. Xx.\nBb.\n", "Aa.\nBb.\n"),
        ("  Xx.  \n  Aa.\n", "  Aa.\n"),
        ("- Aa.\n- Xx.\n- Bb.\n", "- Aa.\n- Bb.\n"),
        ("- Xx. Aa.\n- Bb.\n", "- Aa.\n- Bb.\n"),
        ("Xx.\n", "\n"),
        ("Aa.\r\n\r\nXx.\r\n\r\nBb.\r\n", "Aa.\r\n\r\nBb.\r\n"),
        ("Aa.\r\rXx.\r\rBb.\r", "Aa.\r\rBb.\r"),
        ("Aa.\n \t\nXx.\n \t\nBb.\n", "Aa.\n \t\nBb.\n"),
    ],
)
def test_omitted_segments_vanish_with_their_line(text: str, left: str) -> None:
    assert without(text, "Xx.") == left


@pytest.mark.parametrize("blank", ["", " ", "\u00a0\n"])
def test_emptied_segments_leave_no_gap(blank: str) -> None:
    read = document("Aa. Xx. Bb.\n\n- Xx.\n- Cc.\n")
    emptied = dict.fromkeys((s.index for s in read.segments if s.text == "Xx."), blank)
    assert render(read, emptied) == "Aa. Bb.\n\n- Cc.\n"
    assert write(read, emptied) == b"Aa. Bb.\n\n- Cc.\n"


PARTS = st.sampled_from(["Aa.", "Bb.", "Xx.", " ", "\n", "\n\n", "\r\n", "\r"])
TEXTS = st.lists(PARTS, min_size=1).map("".join).filter(str.strip)


def blank_lines(text: str) -> int:
    """The most of them in a row."""
    runs = re.findall(r"(?:(?:\r\n|\n|\r)[ ]*){2,}", text)
    return max((len(re.findall(r"\r\n|\n|\r", run)) for run in runs), default=0)


@given(TEXTS, st.data())
def test_leaving_out_keeps_the_others_and_adds_no_blank_line(
    text: str, data: st.DataObject
) -> None:
    read = document(text)
    indexes = st.sampled_from([s.index for s in read.segments])
    gone = data.draw(st.frozensets(indexes))
    left = render(read, {}, gone)
    kept = [s.text for s in read.segments if s.index not in gone]
    assert "".join("".join(kept).split()) == "".join(left.split())
    assert blank_lines(left) <= blank_lines(text)
    assert len(left) <= len(text)
    if not gone:
        assert left == text
    if 0 in gone and kept:
        assert left.splitlines()[0].strip()
    if len(read.segments) - 1 in gone and kept:
        assert len(left.splitlines()) == len(left.rstrip().splitlines())


def test_a_character_the_encoding_lacks_is_named() -> None:
    read = PlainText().read(b"We agree.\nCaf\xe9.", options(encoding="latin-1"))
    assert write(read, {0: "Wé ägree."}) == b"W\xe9 \xe4gree.\nCaf\xe9."
    with pytest.raises(OutputError) as caught:
        write(read, {1: "Café – open."})
    assert caught.value.message == (
        "line 2: – (U+2013 EN DASH) cannot be written in iso8859-1"
    )
    assert caught.value.hint


def test_a_lone_surrogate_is_an_error_not_a_question_mark() -> None:
    with pytest.raises(OutputError, match=r"U\+D800"):
        write(document("We agree."), {0: "We \ud800 agree."})


def test_the_bom_is_written_again() -> None:
    bare = Document(
        path=Path("in.txt"),
        text="A",
        segments=(Segment(index=0, start=0, end=1, text="A"),),
        format="txt",
        encoding=TextEncoding(name="utf-16-be", bom=b"\xfe\xff"),
    )
    assert encode(bare, "B") == b"\xfe\xff\x00B"
