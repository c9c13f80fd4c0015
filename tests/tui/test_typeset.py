"""Setting text in cells: nothing is lost, nothing is wider than its place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from posteditor.sanitise import sanitise
from posteditor.tui.typeset import Run, clip, pad, paragraph, spread, width_of, wrap

JOINER = "\u200d"
TEXT = st.text(
    alphabet=st.characters(codec="utf-8", exclude_characters=JOINER), max_size=120
).map(sanitise)
MIXED = st.lists(
    st.sampled_from([*"ab c 協力、한é", "e\u0301", f"👩{JOINER}🚀", "✂\ufe0f"]),
    max_size=60,
).map("".join)
WIDTH = st.integers(2, 60)


@given(TEXT | MIXED, WIDTH)
def test_wrapping_leaves_out_only_spaces(text: str, width: int) -> None:
    lines = wrap(text, width)
    at = 0
    for start, end in lines:
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()


@given(TEXT | MIXED, WIDTH)
def test_no_line_is_wider_than_the_column(text: str, width: int) -> None:
    assert all(cell_len(text[start:end]) <= width for start, end in wrap(text, width))


@given(TEXT | MIXED, st.integers(0, 40))
def test_clipped_text_fits_and_says_that_it_is_cut(text: str, width: int) -> None:
    shown = clip(text, width)
    assert cell_len(shown) <= width
    assert shown == text or shown.endswith("…") or not width


@given(TEXT | MIXED, st.integers(1, 40))
def test_padded_text_fills_its_place_exactly(text: str, width: int) -> None:
    assert cell_len(pad(text, width)) == width


def test_words_stay_whole_where_they_fit() -> None:
    text = "keeping the straits open"
    assert [text[start:end] for start, end in wrap(text, 11)] == [
        "keeping the",
        "straits",
        "open",
    ]


def test_chinese_breaks_between_characters() -> None:
    text = "我们支持合作"
    assert [text[start:end] for start, end in wrap(text, 5)] == ["我们", "支持", "合作"]


def test_numbers_stand_under_their_spans() -> None:
    runs = [Run(start=4, end=11, role="error", number="1")]
    lines = paragraph("The parties agree", 40, runs)
    assert lines[0] == (("The ", "text"), ("parties", "error"), (" agree", "text"))
    assert "".join(text for text, _ in lines[1]) == "    1‾‾‾‾‾‾"


def test_a_mark_goes_on_below_the_next_line_without_its_number() -> None:
    runs = [Run(start=4, end=17, role="error", number="1")]
    lines = paragraph("The parties agree", 11, runs)
    assert ["".join(text for text, _ in line) for line in lines] == [
        "The parties",
        "    1‾‾‾‾‾‾",
        "agree",
        "‾‾‾‾‾",
    ]


def test_two_neighbouring_marks_keep_apart() -> None:
    runs = [
        Run(start=0, end=1, role="error", number="1"),
        Run(start=1, end=4, role="warning", number="2"),
    ]
    assert paragraph("abcd", 20, runs)[1] == (
        ("", "text"),
        ("1", "error"),
        ("", "text"),
        ("2‾‾", "warning"),
    )


def test_wide_characters_move_the_mark_with_them() -> None:
    runs = [Run(start=2, end=4, role="error", number="1")]
    lines = paragraph("我们支持", 20, runs)
    assert "".join(text for text, _ in lines[1]) == "    1‾‾‾"


def test_spread_clips_the_left_end() -> None:
    line = spread([("a long name", "strong")], [("9 open", "dim")], 12)
    assert "".join(text for text, _ in line) == "a lon…9 open"
    assert width_of(line) == 12
