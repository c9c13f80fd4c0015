"""Offsets of other engines, against Python's own encoders."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posteditor.checkers.offsets import Offsets, readable

# Without surrogates, which no encoder takes.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXTS)
def test_each_code_point_is_found_by_its_utf16_offset(text: str) -> None:
    offsets = Offsets.utf16(text)
    for at in range(len(text) + 1):
        assert offsets.code_point(len(text[:at].encode("utf-16-le")) // 2) == at


@given(TEXTS)
def test_each_code_point_is_found_by_its_utf8_offset(text: str) -> None:
    offsets = Offsets.utf8(text)
    for at in range(len(text) + 1):
        assert offsets.code_point(len(text[:at].encode())) == at


@pytest.mark.parametrize(
    ("offset", "code_point"), [(-3, 0), (0, 0), (1, 1), (2, 1), (3, 2), (99, 3)]
)
def test_offsets_inside_a_character_or_outside_the_text(
    offset: int, code_point: int
) -> None:
    assert Offsets.utf16("a🙂b").code_point(offset) == code_point


@given(st.text())
def test_readable_text_is_as_long_and_can_be_encoded(text: str) -> None:
    assert len(readable(text)) == len(text)
    readable(text).encode()


def test_readable_keeps_tabs_and_line_ends() -> None:
    assert readable("a\tb\nc\x00\ud800") == "a\tb\nc\ufffd\ufffd"
