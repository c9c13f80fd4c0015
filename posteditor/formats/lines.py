"""Lines of a text with their offsets, and the marks that make a line a list item.

Rule: every newline that Unicode knows ends a line, so lone CR, form feeds and U+2028
separate blocks as they do on screen.
"""

from __future__ import annotations

import re

_ROMAN_DIGITS = "ivxlcIVXLC"
_ROMAN = "[ivxlc]{2,6}|[IVXLC]{2,6}"
# One letter and a full stop would be an initial ("A. Smith"), four digits are a year.
MARKER = re.compile(
    rf"(?:[-–—*+•·▪◦‣●○■□➢✓]|\(?(?:\d{{1,3}}|{_ROMAN}|[^\W\d_])\)|(?:\d{{1,3}}|{_ROMAN})\."
    r"|\d{1,2}(?:\.\d{1,2}){1,3}\.?)\s+(?=\S)"
)


Line = tuple[int, int]
"""Start and end without surrounding whitespace; both are equal for a blank line."""


def split(text: str) -> list[Line]:
    """All lines of `text`."""
    lines = []
    at = 0
    for line in text.splitlines(keepends=True):
        body = line.rstrip()
        end = at + len(body)
        start = at if not body or not body[0].isspace() else end - len(body.lstrip())
        lines.append((start, end))
        at += len(line)
    return lines


def marker_end(text: str, start: int, end: int) -> int | None:
    """Where the item begins, if this line begins with the mark of a list item."""
    first = text[start]
    if (
        first.isalpha()
        and first not in _ROMAN_DIGITS
        and text[start + 1 : start + 2] != ")"
    ):
        return None
    match = MARKER.match(text, start, end)
    return match.end() if match else None


def without_marker(line: str) -> str:
    """A stripped line without the mark of a list item."""
    match = MARKER.match(line)
    return line[match.end() :] if match else line
