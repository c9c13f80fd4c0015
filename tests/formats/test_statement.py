"""The real statement, segment by segment, as an editor would cut it.

It is kept outside the repository; without it, nothing is tested here. The segments are
told by their numbers of words, which no other cuts would give.
"""

from __future__ import annotations

import pytest

from posteditor.formats.reading import read_document
from posteditor.formats.writing import render, write
from posteditor.model import Document, SegmentKind
from tests.evaluation import evaluation

# The commented lines are paragraphs in which a plain splitter goes wrong.
WORDS = [
    *(9, 2, 2, 33),
    *(44, 12),
    *(17, 45),
    *(17, 18, 22, 17),
    *(33, 13),
    *(11, 15, 34),  # a range of years with a full stop, and a small letter
    *(26, 13, 25),
    *(42,),  # initials; a list of quoted names
    *(22, 22, 13, 19, 19, 25),
    *(8, 12),
    *(27, 18, 35),
    *(13, 14, 20, 20),
    *(13, 7, 20),
    *(18, 29),
    *(42,),  # initials, twice
    *(23, 8, 43),
    *(17, 14),
    *(24, 30),
    *(15, 34, 4),
]


@pytest.fixture(scope="module")
def statement() -> Document:
    return read_document(evaluation("statement/csto-osce-2021.txt"))


def test_the_segments_are_those_an_editor_would_make(statement: Document) -> None:
    segments = [s for s in statement.segments if not s.is_furniture]
    assert [len(s.text.split()) for s in segments] == WORDS


def test_heading_salutations_and_sentences_are_told_apart(statement: Document) -> None:
    kinds = [s.kind for s in statement.segments if not s.is_furniture]
    assert kinds[0] is SegmentKind.HEADING
    assert set(kinds[1:3]) == {SegmentKind.SALUTATION}
    assert set(kinds[3:]) == {SegmentKind.SENTENCE}


def test_every_sentence_begins_and_ends_as_one(statement: Document) -> None:
    for segment in statement.segments:
        if segment.kind is SegmentKind.SENTENCE:
            assert segment.text[0].isupper()
            assert segment.text[-1] == "."


def test_the_furniture_is_marked_and_tells_the_language(statement: Document) -> None:
    marked = [s.index for s in statement.segments if s.is_furniture]
    last = len(statement.segments)
    assert marked == [0, 1, 2, last - 3, last - 2, last - 1]
    assert (statement.source_lang, statement.target_lang) == ("ru", "en")


def test_it_comes_back_byte_for_byte(statement: Document) -> None:
    assert write(statement) == statement.path.read_bytes()


def test_without_furniture_it_begins_and_ends_with_its_own_words(
    statement: Document,
) -> None:
    kept = [s for s in statement.segments if not s.is_furniture]
    gone = frozenset(s.index for s in statement.segments if s.is_furniture)
    assert render(statement, {}, gone) == statement.text[kept[0].start : kept[-1].end]
