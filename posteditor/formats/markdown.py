"""Markdown: markdown-it finds the blocks, this module finds their characters.

Rule: headings, paragraphs, items and table cells are blocks; their marks, code, HTML,
front matter and link definitions are gaps. Inline markup stays in the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from posteditor.formats.text import TextFormat
from posteditor.model import Block, SegmentKind
from posteditor.segmentation.salutations import is_salutation

if TYPE_CHECKING:
    from markdown_it.token import Token

_NEWLINE = re.compile(r"\r\n|\n|\r")
_FRONT_MATTER = re.compile(
    r"""
    (?P<fence>---|\+\+\+)[ \t]*(?:\r\n|\n|\r)
    (?=[\w."'-]+[ \t]*[:=]|\[|\#)
    (?:(?!(?P=fence)[ \t]*[\r\n]|\.\.\.[ \t]*[\r\n])[^\r\n]*(?:\r\n|\n|\r))*+
    (?:(?P=fence)|\.\.\.)[ \t]*(?=\r|\n|\Z)
    """,
    re.VERBOSE,
)
# What stands before the words of an item or a note: a box to tick, a footnote's label.
_LABEL = re.compile(r"(?:\[[ xX]\]|\[\^[^\]\s]+\]:)\s+")
_ENDS_SENTENCE = re.compile(r"[.!?…。！？:][\"'”’»)\]*_]*\Z")
_CELL = re.compile(r"(?:\\.|[^\\|])+")


class Markdown(TextFormat):
    """.md and .markdown: CommonMark with tables."""

    name = "md"

    def blocks(self, text: str) -> list[Block]:
        lines = _lines(text)
        blocks: list[Block] = []
        within: Counter[str] = Counter()
        row, cells = -1, iter(())  # type: tuple[int, Iterator[tuple[int, int]]]
        for token in _tokens(text):
            name = token.type.rpartition("_")[0]
            within[name] += token.nesting
            if token.type != "inline" or not token.map or not token.content:
                continue
            first = token.map[0]
            if within["table"]:
                if first != row:
                    row, cells = first, _cells(text, *lines[first])
                blocks.extend(_cell(text, token, cells))
                continue
            spans = _spans(text, token, lines[first : token.map[1]])
            if not within["blockquote"]:
                spans = [(spans[0][0], spans[-1][1])]
            kind = _kind(within)
            blocks.extend(
                Block(start=start, end=end, kind=kind)
                for start, end in _joined(text, spans)
            )
        return blocks


def _tokens(text: str) -> list[Token]:
    """The structure of blocks, with inline content unparsed."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table").disable(["inline", "text_join"])
    front = _FRONT_MATTER.match(text)
    if front:
        text = "".join(_NEWLINE.findall(front[0])) + text[front.end() :]
    return parser.parse(text)


def _lines(text: str) -> list[tuple[int, int]]:
    """Start and end of each line as Markdown counts them, without its newline."""
    lines = []
    at = 0
    for match in _NEWLINE.finditer(text):
        lines.append((at, match.start()))
        at = match.end()
    lines.append((at, len(text)))
    return lines


def _kind(within: Counter[str]) -> SegmentKind:
    if within["heading"]:
        return SegmentKind.HEADING
    return SegmentKind.LIST_ITEM if within["list_item"] else SegmentKind.SENTENCE


def _spans(
    text: str, token: Token, lines: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Where each line of the token's content lies, without the marks before it."""
    spans = []
    for content, (start, end) in zip(token.content.split("\n"), lines, strict=False):
        words = content.strip()
        at = text.rfind(words, start, end) if words else -1
        if at >= 0:
            spans.append((at, at + len(words)))
    if not spans:
        return [lines[0]]
    label = _LABEL.match(text, *spans[0])
    if label:
        spans[0] = (label.end(), spans[0][1])
    return spans


def _joined(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Lines of a quotation as blocks that end where a sentence ends with its line, so
    that no segment begins with the mark of a quotation."""
    begin = spans[0][0]
    for number, (start, end) in enumerate(spans):
        is_end = _ENDS_SENTENCE.search(text, max(start, end - 8), end) is not None
        if number + 1 == len(spans) or is_end or is_salutation(text[start:end]):
            yield begin, end
            if number + 1 < len(spans):
                begin = spans[number + 1][0]


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The cells of a row that hold words."""
    for match in _CELL.finditer(text, start, end):
        if match[0].strip():
            yield match.span()


def _cell(text: str, token: Token, cells: Iterator[tuple[int, int]]) -> Iterator[Block]:
    """The cell of this token: the next whose words are the token's."""
    for start, end in cells:
        if text[start:end].replace("\\|", "|").strip() == token.content.strip():
            yield Block(start=start, end=end)
            return
