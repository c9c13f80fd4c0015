"""Markdown of hostile text: what is read is the text, whatever it holds."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from posteditor.diff import Op, OpKind, diff
from posteditor.reports.markup import code, escaped, marked, table

PARSER = MarkdownIt("commonmark", {"html": True}).enable(["strikethrough", "table"])
_COMMENT = "<!-- -->"
_TAG = re.compile(r"</?(?:p|strong|s|del|ins|sup|blockquote|code)>")


def rendered(markdown: str) -> str:
    """The HTML, without the comments that only cut words."""
    return PARSER.render(f"> {markdown}").replace(_COMMENT, "")


def read(markdown: str) -> str:
    """The text a reader sees; fails on any element that was not asked for."""
    text = _TAG.sub("", rendered(markdown)).strip()
    assert "<" not in text
    return unescape(text)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<!-- hidden -->",
        "# heading",
        "1. item",
        "12) item",
        "- item",
        "+ item",
        "=====",
        "*bold* _it_ ~~gone~~ `code`",
        "[link](http://x.example) ![image](x.png) [^note]",
        "a | b",
        "&lt; &amp; &#60;",
        "back\\slash \\* \\",
        "> quoted",
        "$x$ {y} ^z^",
        "``` fence",
        "    indented".strip(),
    ],
)
def test_text_stays_text(text: str) -> None:
    assert read(escaped(text)) == text


@given(st.text(st.sampled_from("a1 \\`*_[]<>|~&$^{}#+-=.)(!:@/"), max_size=20))
def test_any_text_stays_text(text: str) -> None:
    assert read(f"x {escaped(text)} x") == f"x {text} x".replace("\\\n", "")


@pytest.mark.parametrize(
    ("text", "live"),
    [
        ("ask @ann", "@ann"),
        ("fixes #12", "#12"),
        ("GH-12", "GH-12"),
        ("see https://x.example", "https://"),
        ("www.x.example", "www."),
        (":tada:", ":tada:"),
    ],
)
def test_nothing_of_it_is_alive(text: str, live: str) -> None:
    assert live not in escaped(text)
    assert escaped(text).replace(_COMMENT, "").replace("\\", "") == text


def test_control_characters_are_pictured() -> None:
    assert escaped("a\x00b\u202ec\nd") == "a␀b\ufffdc d"


def op(kind: OpKind, text: str) -> Op:
    return Op(kind, text)


def test_changes_have_the_marks_of_markdown() -> None:
    ops = diff("The forum have begun.", "The forum has now begun.")
    assert marked(ops) == "The forum ~~have~~**has now** begun."


def test_where_marks_would_not_be_read_elements_stand() -> None:
    ops = (
        op(OpKind.EQUAL, "word"),
        op(OpKind.DELETE, ","),
        op(OpKind.INSERT, "."),
        op(OpKind.EQUAL, "next"),
    )
    html = rendered(marked(ops))
    assert "word<del>,</del><ins>.</ins>next" in html


def test_changed_spaces_can_be_seen() -> None:
    ops = (
        op(OpKind.EQUAL, "a"),
        op(OpKind.DELETE, "  "),
        op(OpKind.INSERT, "\n"),
        op(OpKind.EQUAL, "b"),
    )
    assert read(marked(ops)) == "a␣␣⏎b"


def test_moves_carry_their_number() -> None:
    ops = (
        Op(OpKind.DELETE, "one two", 1),
        op(OpKind.EQUAL, " three "),
        Op(OpKind.INSERT, "one two", 1),
    )
    assert marked(ops) == (
        "~~one two~~<sup>moved 1</sup> three **one two**<sup>moved 1</sup>"
    )


_WORDS = st.text(st.sampled_from("ab,.* ~<й中"), max_size=14)


@given(_WORDS, _WORDS)
def test_every_change_is_read_as_one(old: str, new: str) -> None:
    ops = diff(old, new)
    html = rendered(marked(ops) + " x")
    for kind, tags in ((OpKind.DELETE, "s|del"), (OpKind.INSERT, "strong|ins")):
        wanted = sum(one.kind is kind for one in ops)
        assert len(re.findall(f"<(?:{tags})>", html)) == wanted
    read(marked(ops))


@pytest.mark.parametrize("text", ["a|b", "`", "``a`", "a`b", " a "])
def test_code_is_code_in_a_table_too(text: str) -> None:
    lines = table(("x", "y"), [(code(text, in_table=True), "1")])
    html = PARSER.render("\n".join(lines))
    [found] = re.findall("<code>(.*?)</code>", html)
    assert unescape(found) == text
    assert len(re.findall("<td", html)) == 2
