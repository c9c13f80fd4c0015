"""Source and reference texts, laid beside the segments of a document.

Rule: one line a segment or one segment a segment; anything else is an error that names
both counts, never an alignment by guess.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from posteditor.errors import InputError
from posteditor.formats.decoding import decode
from posteditor.formats.lines import without_marker
from posteditor.formats.reading import read_bytes, read_document
from posteditor.formats.registry import find_format
from posteditor.model import Document, Segment, SegmentKind
from posteditor.sanitise import sanitise


def read_parallel(
    document: Document,
    path: Path,
    *,
    role: str,
    language: str | None,
    encoding: str | None = None,
) -> dict[int, str]:
    """The texts in `path` by index of the segment of `document` they belong to.

    Furniture has no counterpart. If the file has as many lines that are not blank as
    the document has segments, they belong together line by line; else the file is read
    as a document in `language` whose segments must be as many. Markdown is read as a
    document first, for its lines hold marks. `role` ("source", "reference") is for
    messages. `InputError` where the numbers differ.
    """
    segments = [s for s in document.segments if not s.is_furniture]
    count = 0
    for texts in _readings(path, language, encoding, segments):
        count = len(texts)
        if count == len(segments):
            indexes = [segment.index for segment in segments]
            return dict(zip(indexes, texts, strict=True))
    raise InputError(
        f"{role} {sanitise(str(path))} has {count} segments, "
        f"{sanitise(str(document.path))} has {len(segments)}",
        hint="write it with one segment a line",
    )


def _readings(
    path: Path, language: str | None, encoding: str | None, segments: list[Segment]
) -> Iterator[list[str]]:
    """The file in lines and in segments; what gives the count comes last."""
    kind = find_format(path)
    if kind == "md":
        yield _segments(path, language, encoding)
    yield _lines(path, encoding, segments)
    if kind is not None:
        yield _segments(path, language, encoding)


def _lines(path: Path, encoding: str | None, segments: list[Segment]) -> list[str]:
    text, _ = decode(read_bytes(path), sanitise(str(path)), encoding)
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) != len(segments):
        return lines
    return [
        without_marker(line) if segment.kind is SegmentKind.LIST_ITEM else line
        for line, segment in zip(lines, segments, strict=True)
    ]


def _segments(path: Path, language: str | None, encoding: str | None) -> list[str]:
    parallel = read_document(path, encoding=encoding, target_lang=language)
    return [s.text for s in parallel.segments if not s.is_furniture]
