"""A revised document as text and as bytes, in the encoding it came in.

Rule: what is neither revised nor omitted is written back as it was; a character that
the encoding lacks is an error, never a question mark.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from posteditor.errors import OutputError
from posteditor.formats.registry import load_format
from posteditor.model import Document, Segment
from posteditor.sanitise import sanitise

_NONE: Mapping[int, str] = MappingProxyType({})

_SPACES = re.compile(r"[^\S\r\n]*")
_NEWLINE = re.compile(r"\r\n|\n|\r")
_BLANK_LINES = re.compile(r"(?:[^\S\r\n]*(?:\r\n|\n|\r))*")
_ENDS_IN_BLANK_LINE = re.compile(r"(?:\r\n|\n|\r)[^\S\r\n]*(?:\r\n|\n|\r)\Z")
_NEWLINE_AT_END = re.compile(r"(?:\r\n|\n|\r)\Z")


def write(
    document: Document,
    targets: Mapping[int, str] = _NONE,
    omitted: frozenset[int] = frozenset(),
) -> bytes:
    """The document as its format writes it, `targets` in place of their segments and
    those in `omitted` left out. `OutputError` where the format cannot hold a target."""
    return load_format(document.format).write(document, targets, omitted)


def render(
    document: Document,
    targets: Mapping[int, str] = _NONE,
    omitted: frozenset[int] = frozenset(),
) -> str:
    """The text with `targets` (by index of segment) in place and `omitted` left out.

    An omitted segment takes its line with it, and of the blank lines around it only
    those before it stay; none stay at the beginning or the end of the text. So does one
    that was emptied. With nothing revised and nothing omitted the result is
    `document.text`.
    """
    omitted = left_out(document, targets, omitted)
    text = document.text
    out: list[str] = []
    at = 0
    gone: list[Segment] = []
    for segment in document.segments:
        if segment.index in omitted:
            gone.append(segment)
            continue
        gap = text[at : segment.start]
        out.append(_without(text, at, segment.start, gone) if gone else gap)
        out.append(targets.get(segment.index, segment.text))
        at = segment.end
        gone = []
    out.append(_without(text, at, len(text), gone) if gone else text[at:])
    return "".join(out)


def left_out(
    document: Document, targets: Mapping[int, str], omitted: frozenset[int]
) -> frozenset[int]:
    """The segments that leave nothing behind: `omitted` ones and those whose target has
    no character that can be seen, where the segment had."""
    emptied = (index for index, target in targets.items() if not target.strip())
    segments = document.segments
    return omitted.union(index for index in emptied if segments[index].text.strip())


def encode(document: Document, text: str) -> bytes:
    """`text` in the encoding of the document, with its BOM. `OutputError` for the first
    character that the encoding lacks."""
    codec = document.encoding
    try:
        return codec.bom + text.encode(codec.name)
    except UnicodeEncodeError as error:
        character = text[error.start]
        line = text.count("\n", 0, error.start) + 1
        name = unicodedata.name(character, "no character of Unicode")
        raise OutputError(
            f"line {line}: {sanitise(character)} (U+{ord(character):04X} {name}) "
            f"cannot be written in {codec.name}",
            hint="replace it, or convert the input to UTF-8 and open it again",
        ) from error
    except UnicodeError as error:
        raise OutputError(f"cannot be written in {codec.name}: {error}") from error


def _without(text: str, start: int, end: int, gone: list[Segment]) -> str:
    """`text[start:end]`, which lies between two segments that stay (or the ends of the
    text), without the segments in `gone`, their lines and spare blank lines."""
    is_first, is_last = start == 0, end == len(text)
    out = ""
    at = start
    for segment in gone:
        if segment.end <= at:
            continue
        line_start = _line_start(text, start, segment.start)
        line_end = _line_end(text, segment.end, end)
        shared = line_start is None and not is_first
        if shared or (line_end is None and not is_last):
            out += text[at : segment.start]
            at = _SPACES.match(text, segment.end, end).end()  # type: ignore[union-attr]
            if at == end or _NEWLINE.match(text, at):
                out = out.rstrip(" \t") if line_end is not None else out
            continue
        out += text[at : start if line_start is None else line_start]
        at = end if line_end is None else line_end
        if (is_first and not out.strip()) or _ends_in_blank_line(out):
            at = _BLANK_LINES.match(text, at, end).end()  # type: ignore[union-attr]
    out += text[at:end]
    return _trimmed(text, out, is_first, is_last)


def _line_start(text: str, start: int, at: int) -> int | None:
    """Where the line of `at` begins, None if before `start`."""
    found = max(text.rfind("\n", start, at), text.rfind("\r", start, at))
    return found + 1 if found >= 0 else None


def _line_end(text: str, at: int, end: int) -> int | None:
    """Where the next line begins, None if behind `end`."""
    match = _NEWLINE.search(text, at, end)
    return match.end() if match else None


def _ends_in_blank_line(text: str) -> bool:
    return _ENDS_IN_BLANK_LINE.search(text, max(0, len(text) - 400)) is not None


def _trimmed(text: str, rest: str, is_first: bool, is_last: bool) -> str:
    """Without blank lines at the ends of the text; a newline at its very end stays."""
    if is_first:
        blank = _BLANK_LINES.match(rest)
        rest = rest[blank.end() :] if blank else rest
    if is_last:
        newline = _NEWLINE_AT_END.search(text)
        rest = rest.rstrip() + (newline[0] if newline else "")
    return rest
