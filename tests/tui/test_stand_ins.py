"""Any text goes through the text area and comes back as it was."""

from __future__ import annotations

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st
from textual.document._document import Document

from posteditor.tui.stand_ins import StandIns, pasted

ANY_TEXT = st.text(alphabet=st.characters())
NASTY = st.text(alphabet="ab\r\n\t\x0b\x0c\x1b\x85\u2028\u2029\ud800\ufeff␛⏎\u2440")


@given(ANY_TEXT | NASTY)
@example("\r\r\n")
@example("a\r\nb\nc")
@example("␛\x1b\u2440")
def test_what_goes_in_comes_out(text: str) -> None:
    shown = StandIns.of(text)
    assert shown.decode(shown.shown) == text


@given(ANY_TEXT | NASTY)
def test_the_text_area_holds_exactly_what_is_shown(text: str) -> None:
    shown = StandIns.of(text).shown
    assert Document(shown).text == shown
    unfit = [c for c in shown if unicodedata.category(c) in {"Cc", "Cs"}]
    assert not set(unfit) - set("\n\t")


@given(NASTY, st.integers(0, 40))
def test_offsets_point_at_the_same_characters(text: str, at: int) -> None:
    stand_ins = StandIns.of(text)
    at = min(at, len(text))
    there = stand_ins.offset(stand_ins.shown, at)
    if text[at : at + 1] not in "\n":
        assert stand_ins.decode(stand_ins.shown[:there]) == text[:at]


def test_ordinary_text_stands_for_itself() -> None:
    text = "Señor, 我们 (e\u0301) — [/red] مرحبا"
    assert StandIns.of(text).shown == text


def test_pasted_lines_become_one() -> None:
    assert pasted("one\r\n  two\n\nthree\n", lines=False) == "one two three"
    assert pasted("one\r\ntwo", lines=True) == "one\ntwo"


@given(ANY_TEXT | NASTY)
def test_pasted_text_holds_no_controls(text: str) -> None:
    unfit = [c for c in pasted(text, lines=True) if unicodedata.category(c) == "Cc"]
    assert not set(unfit) - {"\n"}
