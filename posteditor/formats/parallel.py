"""Source and reference texts, laid beside the segments of a document.

Rule: one line a segment or one segment a segment; anything else is an error that names
both counts, never an alignment by guess.
"""

from __future__ import annotations

from pathlib import Path

from posteditor.errors import InputError
from posteditor.formats.decoding import decode
from posteditor.formats.reading import read_bytes, read_document
from posteditor.model import Document
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
    as a document in `language` whose segments must be as many. `role` ("source",
    "reference") is for messages. `InputError` where the numbers differ.
    """
    indexes = [s.index for s in document.segments if not s.is_furniture]
    where = sanitise(str(path))
    text, _ = decode(read_bytes(path), where, encoding)
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) != len(indexes):
        parallel = read_document(path, encoding=encoding, target_lang=language)
        lines = [s.text for s in parallel.segments if not s.is_furniture]
    if len(lines) != len(indexes):
        raise InputError(
            f"{role} {where} has {len(lines)} segments, "
            f"{sanitise(str(document.path))} has {len(indexes)}",
            hint="write it with one segment a line",
        )
    return dict(zip(indexes, lines, strict=True))
