"""What a format is: it reads bytes as a document and writes it, revised, as bytes.

Rule: a format never touches files, so all of them share one set of file errors.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from posteditor.cleaning import Patterns
from posteditor.model import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How to read a file. `path` is for messages and for the document; languages that
    are None are taken from the text, or from the default."""

    path: Path
    patterns: Patterns
    encoding: str | None = None
    source_lang: str | None = None
    target_lang: str | None = None


class Format(Protocol):
    """A kind of file. Implementations inherit the contract tests of formats."""

    @property
    def name(self) -> str:
        """As in the registry and in `Document.format`."""
        ...

    def read(self, data: bytes, options: ReadOptions) -> Document:
        """The document in `data`. `InputError` where it is not of this format."""
        ...

    def write(
        self,
        document: Document,
        targets: Mapping[int, str],
        omitted: frozenset[int],
    ) -> bytes:
        """The document with the segments in `targets` revised and those in `omitted`
        left out; with neither, the bytes it was read from. `OutputError` where the
        format cannot hold a revision."""
        ...
