"""The samples as the program reads them: furniture told apart, every sentence beside
its own source and reference."""

from __future__ import annotations

import pytest

from posteditor.formats.parallel import read_parallel
from posteditor.formats.reading import read_document
from posteditor.model import Document, Segment, SegmentKind
from tests.faults import ROOT, load
from tests.samples.test_files import SAMPLES, figures, lines


@pytest.fixture(scope="module")
def statement() -> Document:
    return read_document(SAMPLES / "statement.mt.txt")


@pytest.fixture(scope="module")
def briefing() -> Document:
    return read_document(SAMPLES / "briefing.de.mt.md")


def translated(document: Document) -> list[Segment]:
    return [segment for segment in document.segments if not segment.is_furniture]


def test_the_furniture_is_found_and_nothing_else(statement: Document) -> None:
    furniture = [s.text for s in statement.segments if s.is_furniture]
    text = "\n".join(furniture)
    assert text.startswith("Post sponsored by Lanternpost.example\nSTRAITWIRE")
    assert "EDITOR’S NOTE: This text is a translation." in text
    assert text.endswith("STRAITWIRE Russia News")
    assert len(translated(statement)) == 39


def test_the_furniture_tells_the_source_language(statement: Document) -> None:
    assert statement.provenance.is_translation
    assert statement.source_lang == "ru"


@pytest.mark.parametrize(
    ("name", "language"), [("statement.ru.txt", "ru"), ("statement.ref.txt", "en")]
)
def test_every_sentence_has_the_line_that_belongs_to_it(
    statement: Document, name: str, language: str
) -> None:
    role = "source" if language == "ru" else "reference"
    parallel = read_parallel(statement, SAMPLES / name, role=role, language=language)
    segments = translated(statement)
    assert [parallel[s.index] for s in segments] == lines(name)
    assert len(parallel) == len(segments)
    for segment in segments:
        assert figures(segment.text) == figures(parallel[segment.index])


def test_heading_and_salutations_are_segments_of_their_own(
    statement: Document,
) -> None:
    heading, *salutations = translated(statement)[:3]
    assert heading.text.startswith("Topic: ")
    assert [s.text for s in salutations] == ["Mr. Chairman,", "Dear colleagues,"]
    assert {s.kind for s in salutations} == {SegmentKind.SALUTATION}


def test_the_briefing_leaves_its_code_alone(briefing: Document) -> None:
    assert not any("ferry-times" in s.text for s in briefing.segments)
    assert [s.kind for s in briefing.segments].count(SegmentKind.LIST_ITEM) == 3
    assert [s.kind for s in briefing.segments].count(SegmentKind.HEADING) == 4


def test_every_fault_lies_within_one_segment(
    statement: Document, briefing: Document
) -> None:
    documents = {d.path.resolve(): d for d in (statement, briefing)}
    for passage in load():
        if passage.path is None:
            continue
        segments = translated(documents[passage.path.resolve()])
        for fault in passage.faults:
            assert any(s.start <= fault.start and fault.end <= s.end for s in segments)
    assert set(documents) == {p.path.resolve() for p in load() if p.path}
    assert all(path.is_relative_to(ROOT) for path in documents)
