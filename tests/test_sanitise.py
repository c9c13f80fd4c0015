"""Text made fit for a screen: nothing a terminal obeys, and spans stay true."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from posteditor.sanitise import sanitise, sanitise_lines

ANY_TEXT = st.text(alphabet=st.characters())


@given(ANY_TEXT)
def test_length_is_kept_and_nothing_unfit_remains(text: str) -> None:
    shown = sanitise(text)
    assert len(shown) == len(text)
    assert not [c for c in shown if unicodedata.category(c) in {"Cc", "Cs"}]
    assert not set(shown) & set("\u202e\u2066\u2028\ufeff")


@given(st.text(alphabet="abcñжمم 。“”[/]<>&e\u0301"))
def test_ordinary_text_is_untouched(text: str) -> None:
    assert sanitise(text) == text


def test_escape_codes_become_pictures() -> None:
    assert sanitise("\x1b[31mred\x07\x7f") == "␛[31mred␇␡"


def test_newlines_on_one_line_and_on_several() -> None:
    assert sanitise("a\nb\tc") == "a⏎b c"
    assert sanitise_lines("a\r\nb") == "a␍\nb"
