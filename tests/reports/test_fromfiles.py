"""Reports on files: sentences find each other, whatever the editor did to them."""

from __future__ import annotations

from pathlib import Path

import pytest

from posteditor.errors import InputError
from posteditor.formats.reading import read_document
from posteditor.model import SegmentKind
from posteditor.reports.content import ReportContent
from posteditor.reports.docx import write_docx
from posteditor.reports.fromfiles import Making, Pair, from_documents, from_lines
from posteditor.reports.scoring import effort, score
from posteditor.reports.sentences import Fate
from posteditor.scoring.reading import named
from tests.reports.build import NOW
from tests.reports.word import decided

MAKING = Making(now=NOW, version="1", score=effort, editor="Ann")

MT = """\
Post sponsored by

The old harbour works good. It has two piers.

Many ships come there every day. Fish is sold.

The market opens early in the morning and it closes late in the evening.

This sentence says nothing at all.

Thank you for attention.
"""
PE = """\
The old harbour works well, and it has two piers.

Many ships come there every day. Fish is sold.

The market opens early in the morning. It closes late in the evening.

Wholly new words stand here.

Thank you for your attention.
"""


def documents(folder: Path, mt: str = MT, pe: str = PE, **more: object) -> Pair:
    read = []
    for name, text in (("mt.txt", mt), ("pe.txt", pe)):
        path = folder / name
        path.write_text(text, encoding="utf-8")
        read.append(read_document(path, source_lang="ru"))
    return Pair(mt=read[0], pe=read[1], **more)  # type: ignore[arg-type]


def pairs(content: ReportContent) -> list[tuple[str, str]]:
    return [(one.mt, one.target) for one in content.sentences]


def test_merged_split_added_and_dropped_sentences_are_paired(tmp_path: Path) -> None:
    content = from_documents(documents(tmp_path), MAKING)
    assert pairs(content)[1:] == [
        (
            "The old harbour works good. It has two piers.",
            "The old harbour works well, and it has two piers.",
        ),
        ("Many ships come there every day.",) * 2,
        ("Fish is sold.",) * 2,
        (
            "The market opens early in the morning and it closes late in the evening.",
            "The market opens early in the morning. It closes late in the evening.",
        ),
        *pairs(content)[5:-1],
        ("Thank you for attention.", "Thank you for your attention."),
    ]
    changed = "".join(old for old, _ in pairs(content)[5:-1])
    assert changed == "This sentence says nothing at all."
    assert "".join(new for _, new in pairs(content)[5:-1]) == (
        "Wholly new words stand here."
    )


def test_furniture_the_revision_lacks_is_left_out_and_not_counted(
    tmp_path: Path,
) -> None:
    first = from_documents(documents(tmp_path), MAKING).sentences[0]
    assert first.kind is SegmentKind.FURNITURE
    assert first.mt == first.target == "Post sponsored by"
    assert (first.fate, first.is_omitted) == (Fate.FURNITURE, True)
    assert not first.is_scored
    assert first.edits.edits == 0


def test_all_sentences_of_a_revision_are_done(tmp_path: Path) -> None:
    content = from_documents(documents(tmp_path), MAKING)
    counts = content.counts
    assert counts.open == 0
    assert counts.done == counts.sentences
    assert counts.accepted == 2
    assert content.effort is not None
    assert content.effort.untouched == 2
    assert (content.editor, content.session) == ("Ann", "")


def test_word_gives_both_files_back(tmp_path: Path) -> None:
    data = write_docx(from_documents(documents(tmp_path), MAKING))
    for accept, text in ((False, MT), (True, PE)):
        wanted = [line for line in text.splitlines() if line.strip()]
        assert decided(data, accept=accept) == wanted


def test_sources_and_references_go_with_their_sentences(tmp_path: Path) -> None:
    pair = documents(tmp_path, "One is. Two is. Three.\n", "One is, two is. Three.\n")
    pair = Pair(
        mt=pair.mt,
        pe=pair.pe,
        sources={0: "Раз.", 1: "Два.", 2: "Три."},
        references={0: "A.", 1: "B.", 2: "C."},
    )
    making = Making(now=NOW, version="1", score=score)
    content = from_documents(pair, making)
    found = [(one.source, one.reference) for one in content.sentences]
    assert found == [("Раз. Два.", "A. B."), ("Три.", "C.")]
    assert {score.against for score in content.scores} == {"mt", "ref"}


def lines(folder: Path, **texts: str) -> ReportContent:
    found = {}
    for role, text in texts.items():
        path = folder / f"{role}.txt"
        path.write_text(text, encoding="utf-8")
        found[role] = named(str(path))
    return from_lines(found, MAKING, source_lang=None, target_lang="en")


def test_lines_are_paired_by_their_number(tmp_path: Path) -> None:
    content = lines(
        tmp_path, mt="a b\n\nc\n", pe="a\n\nc\n", source="x\ny\nz\n", ref="1\n2\n3\n"
    )
    assert pairs(content) == [("a b", "a"), ("", ""), ("c", "c")]
    assert [one.source for one in content.sentences] == ["x", "y", "z"]
    assert [one.role for one in content.inputs] == ["pe", "source", "ref"]
    assert all(len(one.sha256) == 64 for one in content.inputs)


def test_columns_of_a_table_are_texts(tmp_path: Path) -> None:
    path = tmp_path / "all.tsv"
    path.write_text("mt\tpe\na b\ta\nc\td\n")
    texts = {role: named(f"{path}:{role}") for role in ("mt", "pe")}
    content = from_lines(texts, MAKING, source_lang=None, target_lang="en")
    assert pairs(content) == [("a b", "a"), ("c", "d")]


def test_unequal_lines_are_refused_with_both_counts(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"mt\.txt: 2, .*pe\.txt: 1 segments"):
        lines(tmp_path, mt="a\nb\n", pe="a\n")
