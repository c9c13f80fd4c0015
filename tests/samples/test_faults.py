"""Every label stands in its text, and mending all of them gives the clean text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults import FaultClass, Findable, Passage, load, mend, read

PASSAGES = load()

each_passage = pytest.mark.parametrize(
    "passage", PASSAGES, ids=[passage.name for passage in PASSAGES]
)

LABELLED = """
lang = "ru"
genre = "news"
text = "He came in in May. He came in in June."
clean = "He came in May. He came in in June."

[[faults]]
text = "in in"
fix = "in"
class = "grammar"
findable = "rule"
"""


def write(folder: Path, content: str) -> Path:
    path = folder / "passage.toml"
    path.write_text(content, encoding="utf-8")
    return path


@each_passage
def test_every_fault_stands_where_its_label_says(passage: Passage) -> None:
    for fault in passage.faults:
        assert passage.text[fault.start : fault.end] == fault.text
        assert fault.fix != fault.text


@each_passage
def test_mending_every_fault_gives_the_clean_text(passage: Passage) -> None:
    assert mend(passage.text, passage.faults) == passage.clean


@each_passage
def test_what_is_called_sound_is_there_and_no_part_of_a_fault(
    passage: Passage,
) -> None:
    for quote in passage.sound:
        start = passage.text.index(quote)
        end = start + len(quote)
        for fault in passage.faults:
            assert fault.end <= start or end <= fault.start, (quote, fault.text)


@each_passage
def test_a_passage_of_its_own_is_80_to_150_words(passage: Passage) -> None:
    if passage.path is None:
        assert 80 <= len(passage.text.split()) <= 150


def test_the_passages_cover_the_languages_and_every_class() -> None:
    faults = [fault for passage in PASSAGES for fault in passage.faults]
    translated = [passage for passage in PASSAGES if passage.faults]
    assert len(translated) >= 40
    assert {p.lang for p in translated} >= {"ru", "uk", "de", "fr", "es", "ar", "zh"}
    assert {fault.kind for fault in faults} == set(FaultClass)
    assert {fault.findable for fault in faults} == set(Findable)
    assert any(not passage.faults for passage in PASSAGES)


def test_the_second_occurrence_is_found_where_asked(tmp_path: Path) -> None:
    second = LABELLED.replace('fix = "in"', 'occurrence = 2\nfix = "in"')
    assert read(write(tmp_path, LABELLED)).faults[0].start == 8
    assert read(write(tmp_path, second)).faults[0].start == 27


def test_a_label_that_is_not_in_the_text_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, LABELLED.replace('text = "in in"', 'text = "at at"'))
    with pytest.raises(ValueError, match=r"passage\.toml: no occurrence 1 of 'at at'"):
        read(path)


def test_overlapping_faults_are_refused(tmp_path: Path) -> None:
    fault = read(write(tmp_path, LABELLED)).faults[0]
    with pytest.raises(ValueError, match="overlap"):
        mend("He came in in May.", [fault, fault])
