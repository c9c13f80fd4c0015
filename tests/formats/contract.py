"""What every format promises. A format's tests inherit `FormatContract`."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from posteditor.cleaning import load_patterns
from posteditor.errors import InputError
from posteditor.formats.protocol import ReadOptions
from posteditor.formats.registry import REGISTRY, load_format
from posteditor.model import Document

PATTERNS = load_patterns()


def options(name: str = "input", **settings: str) -> ReadOptions:
    bare = ReadOptions(path=Path(name), patterns=PATTERNS)
    return replace(bare, **settings)  # type: ignore[arg-type]


def assert_covers(document: Document) -> None:
    """Segments and gaps together are the text, and no segment is padded."""
    at = 0
    for number, segment in enumerate(document.segments):
        assert segment.index == number
        assert at <= segment.start < segment.end <= len(document.text)
        assert segment.text == document.text[segment.start : segment.end]
        assert segment.text == segment.text.strip()
        at = segment.end


class FormatContract:
    """Subclasses set the registered `name` and a `sample` with furniture, a heading and
    two sentences that are not furniture, "We agree." and "We sign.", in this order."""

    name: str
    sample: bytes

    def read(self, **settings: str) -> Document:
        return load_format(self.name).read(self.sample, options(**settings))

    def test_it_is_registered_under_its_name(self) -> None:
        assert load_format(self.name).name == self.name
        assert REGISTRY[self.name].suffixes

    def test_the_document_says_where_it_is_from(self) -> None:
        document = self.read()
        assert document.format == self.name
        assert document.path == Path("input")
        assert document.sha256 == hashlib.sha256(self.sample).hexdigest()

    def test_segments_and_gaps_are_the_text(self) -> None:
        assert_covers(self.read())

    def test_the_sentences_are_found_and_furniture_is_marked(self) -> None:
        document = self.read()
        texts = [s.text for s in document.segments if not s.is_furniture]
        assert texts[-2:] == ["We agree.", "We sign."]
        assert any(s.is_furniture for s in document.segments)

    def test_unedited_it_comes_back_byte_for_byte(self) -> None:
        document = self.read()
        assert load_format(self.name).write(document, {}, frozenset()) == self.sample

    def test_a_target_replaces_its_segment_and_nothing_else(self) -> None:
        document = self.read()
        segment = next(s for s in document.segments if s.text == "We agree.")
        written = load_format(self.name).write(
            document, {segment.index: "We all agree."}, frozenset()
        )
        assert written == self.sample.replace(b"We agree.", b"We all agree.")

    def test_omitted_segments_are_gone_and_the_others_stay(self) -> None:
        document = self.read()
        gone = frozenset(s.index for s in document.segments if s.is_furniture)
        form = load_format(self.name)
        again = form.read(form.write(document, {}, gone), options())
        kept = [s.text for s in document.segments if s.index not in gone]
        assert [s.text for s in again.segments] == kept

    def test_languages_are_as_given_or_as_the_text_tells(self) -> None:
        assert self.read().target_lang == "en"
        assert self.read(target_lang="de").target_lang == "de"
        told = self.read()
        assert told.source_lang == told.provenance.source_lang == "ru"
        given = self.read(source_lang="uk")
        assert (given.source_lang, given.provenance.source_lang) == ("uk", "ru")

    @pytest.mark.parametrize("data", [b" \n\t\r\n ", b"\xef\xbb\xbf", b"\n\n"])
    def test_nothing_but_whitespace_is_refused(self, data: bytes) -> None:
        with pytest.raises(InputError, match="input"):
            load_format(self.name).read(data, options())
