"""The panes as lines: what they say, at which width."""

from __future__ import annotations

from dataclasses import replace

import pytest

from posteditor.diff import diff
from posteditor.model import Decision, Severity, Suggestion
from posteditor.revision import DecisionRecord
from posteditor.tui.panes import board, change_pieces, quoted
from posteditor.tui.typeset import Line, width_of
from posteditor.tui.view import SentenceView, compare

MT = "The task of keeping the straits open is not removed from the agenda."
PE = "The task of keeping the straits open remains on the agenda."
CALQUE = Suggestion(
    segment=0,
    start=37,
    end=56,
    text="is not removed from",
    message="a calque of the source",
    rule="r",
    checker="c",
    replacements=("remains on", "stays on"),
    label="calque",
    severity=Severity.MAJOR,
    source_phrase="не снимается с повестки дня",
)
VIEW = SentenceView(
    number=35,
    total=61,
    mt=MT,
    target=MT,
    source=None,
    reference=None,
    status="",
    comment="",
    suggestions=(CALQUE,),
    applied=(),
    chosen=0,
    checked=True,
    changes=None,
)


def texts(lines: tuple[Line, ...]) -> list[str]:
    return ["".join(text for text, _ in line).rstrip() for line in lines]


def shown(view: SentenceView, width: int = 78, **options: bool) -> str:
    return "\n".join(texts(board(view, width, **options).lines))


def test_an_untouched_sentence_shows_its_text_once() -> None:
    page = shown(VIEW)
    assert page.count("The task of keeping") == 1
    assert "as the machine translated it" in page
    assert "CHANGES" not in page


def test_a_suggestion_tells_all_without_colour() -> None:
    page = shown(VIEW)
    assert "1 E calque" in page
    assert "is not removed from → remains on · stays on" in page
    assert "a calque of the source · source: не снимается с" in page
    assert " 1‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾" in page


def test_a_revised_sentence_shows_what_was_changed() -> None:
    record = DecisionRecord.of(CALQUE, Decision.ACCEPTED, "remains on")
    view = replace(
        VIEW,
        target=PE,
        changes=compare(MT, PE, lambda mt, target: 17.64),
        suggestions=(),
        applied=(record,),
        status="revised",
    )
    page = shown(view)
    assert PE in page
    assert "1 edit · TER 17.6" in page
    assert "✓   calque" in page
    assert "none open" in page


def test_changes_are_bracketed_where_there_is_no_colour() -> None:
    view = replace(VIEW, target=PE, changes=compare(MT, PE), suggestions=())
    page = shown(view, brackets=True).replace("\n", " ")
    assert "[-is not removed from-]{+remains on+}" in page


def test_source_and_reference_have_panes_only_when_given() -> None:
    assert "SOURCE" not in shown(VIEW)
    view = replace(VIEW, source="Задача", reference="The task remains.")
    page = shown(view)
    assert page.index("SOURCE") < page.index("MACHINE") < page.index("REFERENCE")
    assert "SOURCE" not in shown(view, essential=True)


def test_long_unchanged_stretches_are_shortened() -> None:
    old = "one two three four five six seven eight nine ten eleven twelve old end."
    new = old.replace("old", "new")
    text = "".join(text for text, _ in change_pieces(diff(old, new), brackets=True))
    assert text == "… nine ten eleven twelve [-old-]{+new+} end."


def test_an_unchecked_sentence_says_that_it_is_being_checked() -> None:
    assert "checking…" in shown(replace(VIEW, suggestions=(), checked=False))


def test_texts_too_long_to_compare_say_so() -> None:
    long = "word " * 2_000
    view = replace(VIEW, mt=long, target=long + "x", changes=compare(long, long + "x"))
    assert "too long to compare here" in shown(view)


@pytest.mark.parametrize("width", [12, 20, 38, 58, 78, 100])
def test_no_line_is_wider_than_the_column(width: int) -> None:
    view = replace(
        VIEW,
        source="Задача не снимается с повестки дня " * 3,
        target=PE,
        changes=compare(MT, PE),
        comment="ask the author",
        suggestions=(replace(CALQUE, start=0, end=3, text="The"),) * 12,
    )
    assert all(width_of(line) <= width for line in board(view, width).lines)


def test_what_would_be_invisible_has_a_name() -> None:
    assert quoted("") == "(nothing)"
    assert quoted(" ") == "(space)"
    assert quoted("  ") == "(2 spaces)"
    assert quoted("\x1b[2J") == "␛[2J"


def test_where_room_is_scarce_only_the_chosen_suggestion_gives_its_reason() -> None:
    other = replace(CALQUE, start=0, end=3, text="The", message="another reason")
    view = replace(VIEW, suggestions=(other, CALQUE), chosen=1)
    page = shown(view, terse=True)
    assert "a calque of the source" in page
    assert "another reason" not in page
    assert "▸ 2 E calque" in page
    assert "another reason" in shown(view, airy=False)


def test_a_sentence_that_is_still_measured_shows_its_edits() -> None:
    view = replace(VIEW, target=PE, changes=compare(MT, PE))
    page = shown(view)
    assert "1 edit" in page
    assert "TER" not in page
