"""Markdown: what is text, what is a mark, what is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posteditor.errors import InputError
from posteditor.formats.markdown import Markdown
from posteditor.formats.writing import render, write
from tests.formats.contract import FormatContract, assert_covers, options


def found(text: str) -> list[tuple[str, str]]:
    document = Markdown().read(text.encode(), options("input.md"))
    assert_covers(document)
    assert write(document) == text.encode()
    return [(s.kind.value, s.text) for s in document.segments]


class TestContract(FormatContract):
    name = "md"
    sample = (
        b"Post sponsored by Lantern.example\n\n"
        b"STRAITWIRE Translation. Region: Russian Federation \xe2\x80\x93\n\n"
        b"# The Harbours\n\n- We agree. We sign.\n\n"
        b"EDITOR\xe2\x80\x99S NOTE: This text is a translation.\n"
    )


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_block_is_found_without_its_marks(newline: str) -> None:
    text = """\
# The Harbours ##

Their State
===========

We agree. *We*
sign `x. Y` today.

> They came. They
> stayed. We
went.
>
> They left.

- [ ] An item. Its end.
  1. Inner item

  second paragraph
* Last item

[^1]: A note on it.

| Place | Open |
|:------|-----:|
| North \\| East | yes |
"""
    segments = found(text.replace("\n", newline))
    assert [(kind, " ".join(words.split())) for kind, words in segments] == [
        ("heading", "The Harbours"),
        ("heading", "Their State"),
        ("sentence", "We agree."),
        ("sentence", "*We* sign `x. Y` today."),
        ("sentence", "They came."),
        ("sentence", "They > stayed."),
        ("sentence", "We went."),
        ("sentence", "They left."),
        ("list-item", "An item."),
        ("list-item", "Its end."),
        ("list-item", "Inner item"),
        ("list-item", "second paragraph"),
        ("list-item", "Last item"),
        ("sentence", "A note on it."),
        ("sentence", "Place"),
        ("sentence", "Open"),
        ("sentence", "North \\| East"),
        ("sentence", "yes"),
    ]


@pytest.mark.parametrize(
    "gap",
    [
        "```\nCode here.\n```",
        "~~~ sh\n# Code here.\n~~~",
        "    Code here.",
        "<div>\nHTML here.\n</div>",
        "<!-- A comment. -->",
        "[label]: https://example.org 'A title.'",
        "---",
        "***",
    ],
)
def test_code_html_definitions_and_rules_are_gaps(gap: str) -> None:
    text = f"We agree.\n\n{gap}\n\nWe sign.\n"
    assert found(text) == [("sentence", "We agree."), ("sentence", "We sign.")]


@pytest.mark.parametrize("fence", ["---", "+++"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_front_matter_is_a_gap(fence: str, newline: str) -> None:
    text = f"{fence}\ntitle: The Harbours\n\n# note\n{fence}\n\nWe agree.\n"
    if fence == "+++":
        text = text.replace(": ", " = ")
    assert found(text.replace("\n", newline)) == [("sentence", "We agree.")]


@pytest.mark.parametrize(
    "text", ["---\n\nWe agree.\n\n---\n", "---\nWe agree.\n", "---\ntitle: We agree.\n"]
)
def test_a_rule_at_the_top_is_no_front_matter(text: str) -> None:
    assert "We agree." in found(text)[0][1]


def test_no_segment_begins_with_the_mark_of_a_quotation() -> None:
    text = "> Dear colleagues,\n> We agree.\n> > We sign:\n> > it is done.\n"
    assert [words for _, words in found(text)] == [
        "Dear colleagues,",
        "We agree.",
        "We sign:",
        "it is done.",
    ]


def test_words_that_also_stand_in_the_mark_are_found_in_their_place() -> None:
    assert found("1. 1\n") == [("list-item", "1")]
    assert found("- \\-\n") == [("list-item", "\\-")]


def test_a_file_of_code_alone_holds_nothing_to_edit() -> None:
    with pytest.raises(InputError, match="nothing to edit"):
        found("```\ncode\n```\n")


def test_a_revision_keeps_the_marks() -> None:
    text = "# One\n\n> Two.\n\n- Three.\n"
    document = Markdown().read(text.encode(), options("input.md"))
    revised = render(document, {0: "Eins", 1: "Zwei.", 2: "Drei."})
    assert revised == "# Eins\n\n> Zwei.\n\n- Drei.\n"


def test_omitted_blocks_take_their_marks_but_no_code() -> None:
    text = "# One\n\n```\ncode\n```\n\n- Two.\n- Three.\n\n> Four.\n"
    document = Markdown().read(text.encode(), options("input.md"))
    assert render(document, {}, frozenset({1, 3})) == (
        "# One\n\n```\ncode\n```\n\n- Three.\n"
    )
    assert render(document, {}, frozenset({0})) == text.split("\n\n", 1)[1]


PIECES = st.sampled_from(
    [
        *(
            "# ",
            "> ",
            "- ",
            "1. ",
            "\t",
            "    ",
            "```",
            "|",
            "|-|",
            "---",
            "===",
            "~~~",
        ),
        *(
            "\n",
            "\n",
            "\n\n",
            "\r\n",
            "\r",
            "\u2028",
            "Words. ",
            "More",
            "[a]: b",
            "<p>",
        ),
        *("\\", "`", "*", "[^1]: ", "[x] ", "A", "\u0301", "é", "🇺🇳", "م", "\x1b[0m"),
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_markdown_is_covered_and_comes_back(text: str) -> None:
    try:
        document = Markdown().read(text.encode(), options("input.md"))
    except InputError:
        return
    assert_covers(document)
    assert write(document) == text.encode()


@pytest.mark.parametrize(
    "unit", ["> ", "- ", "#", "|a", "[", "*a ", "a\n", "- a\n", "---\n"]
)
def test_hostile_repeats_come_back(unit: str) -> None:
    text = "We agree.\n\n" + unit * (100_000 // len(unit))
    document = Markdown().read(text.encode(), options("input.md"))
    assert_covers(document)
