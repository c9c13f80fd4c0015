"""The sample files among themselves: one source line and one reference line a sentence,
the same figures and names in all three, and a length worth showing."""

from __future__ import annotations

import re

from tests.faults import ROOT, Passage, load

SAMPLES = ROOT / "samples"
INITIALS = re.compile(r"\b[A-ZА-Я]\.(?:[A-ZА-Я]\.)? [A-ZА-Я]")


def lines(name: str) -> list[str]:
    text = (SAMPLES / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip()]


def figures(text: str) -> str:
    return "".join(re.findall(r"\d", text))


def labelled(name: str) -> Passage:
    return next(passage for passage in load() if passage.name == name)


def test_source_and_reference_match_line_by_line() -> None:
    sources, references = lines("statement.ru.txt"), lines("statement.ref.txt")
    assert len(sources) == len(references) == 39
    for source, reference in zip(sources, references, strict=True):
        assert figures(source) == figures(reference), (source, reference)
        assert len(INITIALS.findall(source)) == len(INITIALS.findall(reference))


def test_source_and_reference_have_the_same_paragraphs() -> None:
    def shape(name: str) -> list[int]:
        text = (SAMPLES / name).read_text(encoding="utf-8").strip()
        return [len(part.splitlines()) for part in text.split("\n\n")]

    assert shape("statement.ru.txt") == shape("statement.ref.txt")


def test_the_translation_has_the_figures_of_its_source() -> None:
    source = "".join(lines("statement.ru.txt"))
    assert figures(labelled("sample-statement").text) == figures(source)


def test_the_statement_has_400_to_700_words_and_25_to_35_faults() -> None:
    passage = labelled("sample-statement")
    assert 400 <= len(passage.text.split()) <= 700
    assert 25 <= len(passage.faults) <= 35


def test_no_fault_of_the_briefing_is_in_its_code() -> None:
    passage = labelled("sample-briefing")
    start = passage.text.index("```")
    end = passage.text.rindex("```")
    assert start < end
    assert all(fault.end <= start or end < fault.start for fault in passage.faults)
