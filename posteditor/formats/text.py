"""What formats of plain characters share: decode, find blocks, segment, splice back.

Rule: such a format only says where the blocks of translatable text are.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from posteditor.cleaning import mark_furniture
from posteditor.errors import InputError
from posteditor.formats.decoding import decode
from posteditor.formats.protocol import ReadOptions
from posteditor.formats.writing import encode, render
from posteditor.model import Block, Document
from posteditor.sanitise import sanitise
from posteditor.segmentation import segment
from posteditor.segmentation.bulk import collector_paused

DEFAULT_TARGET = "en"


class TextFormat:
    """Base of the formats whose write-back is splicing into the decoded text."""

    name = ""

    def blocks(self, text: str) -> list[Block]:
        """The runs of translatable text, in order and without overlap."""
        raise NotImplementedError

    def read(self, data: bytes, options: ReadOptions) -> Document:
        where = sanitise(str(options.path))
        text, encoding = decode(data, where, options.encoding)
        if not text.strip():
            raise InputError(f"{where}: holds no text, only whitespace")
        target_lang = options.target_lang or DEFAULT_TARGET
        with collector_paused():
            segments, provenance = mark_furniture(
                segment(text, self.blocks(text), target_lang), text, options.patterns
            )
        if not segments:
            raise InputError(f"{where}: holds nothing to edit")
        return Document(
            path=options.path,
            text=text,
            segments=segments,
            format=self.name,
            encoding=encoding,
            sha256=hashlib.sha256(data).hexdigest(),
            source_lang=options.source_lang or provenance.source_lang,
            target_lang=target_lang,
            provenance=provenance,
        )

    def write(
        self,
        document: Document,
        targets: Mapping[int, str],
        omitted: frozenset[int],
    ) -> bytes:
        return encode(document, render(document, targets, omitted))
