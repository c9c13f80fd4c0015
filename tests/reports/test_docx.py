"""The Word document: rejected it is the MT, accepted the revision, to the letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posteditor.diff import diff, with_moves
from posteditor.formats.reading import read_document
from posteditor.formats.writing import render
from posteditor.reports.content import ReportContent
from posteditor.reports.docx import Redline, write_docx, write_redline
from posteditor.reports.redline import paragraphs_of
from posteditor.reports.xmltext import fit
from posteditor.session.job import Job, Snapshot
from tests.office import ACCEPT, REJECT, Office
from tests.reports.build import bare, content, edit, job_document, snapshot
from tests.reports.word import W, comments, decided, part
from tests.session.build import Desk

STATEMENT = """\
# The harbour

Sponsored by nobody.

The harbour works good. It has two piers. Ships come.

Two aims
========

- to grow with the trade;
- to stay.

1. First of all.
2. Second.

```
code stays
```

> They said it is good. And we agree.
"""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("office"))


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def sides(taken: Snapshot) -> tuple[list[str], list[str]]:
    """The lines of the MT output and of the cleaned version."""
    document = taken.job.document
    targets = {at: one.target for at, one in enumerate(taken.revisions)}
    omitted = frozenset(at for at, one in enumerate(taken.revisions) if one.omitted)
    return lines(document.text), lines(render(document, targets, omitted))


def markdown(desk: Desk, tmp_path: Path) -> Snapshot:
    path = tmp_path / "harbour.md"
    path.write_text(STATEMENT, encoding="utf-8")
    with desk.open(Job(document=read_document(path))) as session:
        at = {one.text: one.index for one in session.segments}
        session.omit(at["Sponsored by nobody."], True)
        session.revise(at["The harbour works good."], "The harbour works well.")
        session.omit(at["It has two piers."], True)
        session.revise(at["Two aims"], "Three aims")
        session.revise(at["to stay."], "")
        session.revise(at["Second."], "Secondly, all.")
        return session.snapshot()


def test_rejected_it_is_the_mt_and_accepted_the_revision(desk: Desk) -> None:
    taken = snapshot(desk)
    data = write_docx(content(taken))
    mt, cleaned = sides(taken)
    assert decided(data, accept=False) == mt
    assert decided(data, accept=True) == cleaned


def test_headings_and_lists_are_such(desk: Desk, tmp_path: Path) -> None:
    data = write_docx(content(markdown(desk, tmp_path)))
    styles = [one.attrib[f"{W}val"] for one in part(data).iter(f"{W}pStyle")]
    assert styles.count("Heading1") == 2
    assert styles.count("ListBullet") == 2
    assert styles.count("List") == 2
    rejected = decided(data, accept=False)
    assert rejected == [
        "The harbour",
        "Sponsored by nobody.",
        "The harbour works good. It has two piers. Ships come.",
        "Two aims",
        "to grow with the trade;",
        "to stay.",
        "1. First of all.",
        "2. Second.",
        "```",
        "code stays",
        "```",
        "> They said it is good. And we agree.",
    ]
    accepted = decided(data, accept=True)
    assert accepted[:3] == [
        "The harbour",
        "The harbour works well. Ships come.",
        "Three aims",
    ]
    assert "2. Secondly, all." in accepted


def test_every_change_says_who_made_it_and_when(desk: Desk) -> None:
    made = replace(
        content(snapshot(desk)),
        editor='Ann "<&\x00\ufffe',
        used=datetime(2026, 3, 9, 8, 5, 59, tzinfo=UTC),
    )
    document = part(write_docx(made))
    changes = [*document.iter(f"{W}ins"), *document.iter(f"{W}del")]
    assert {one.attrib[f"{W}date"] for one in changes} == {"2026-03-09T08:05:59Z"}
    assert {one.attrib[f"{W}author"] for one in changes} == {'Ann "<&␀\ufffd'}
    ids = [one.attrib[f"{W}id"] for one in changes]
    assert len(ids) == len(set(ids)) >= 6


def test_reasons_are_comments_at_their_sentences(desk: Desk) -> None:
    found = comments(write_docx(content(snapshot(desk))))
    assert found == {
        "Post sponsored by Lampwick.example": (
            "Left out: furniture of the web page (sponsor)."
        ),
        "The forum havehas begun in the city Orlhaven.": (
            "“have begun” → “has begun”: about have begun (agreement)"
        ),
        "It is impossible not to note the the progress.": (
            "To be translated again.\nWhat progress?\nAsk the author."
        ),
    }


def test_a_document_without_comments_has_no_part_for_them(desk: Desk) -> None:
    with pytest.raises(KeyError):
        part(write_docx(content(bare(desk, "One.", revised={0: "Two."}))), "comments")


def hostile() -> Iterator[tuple[str, str]]:
    yield "bell \x07, escape \x1b[31m, NUL \x00.", "vertical \x0b form \x0c feed."
    yield "lone \ud800 half.", "other \udfff half."
    yield "no character \ufffe.", "nor \uffff this."
    yield "<w:t>&amp;</w:t>", "]]> <!-- ' \" &lt;"
    yield "tab\there.", "tab\tthere,\tand  two spaces ."
    yield " leading", "trailing "
    yield "السلام عليكم.", "السلام عليكم ورحمة الله."
    yield "over \u202eride\u202c.", "isolate \u2066x\u2069 \u200f."
    yield "line\r\nends\rand\nmore.", "line\nends."


@pytest.mark.parametrize(("mt", "target"), hostile())
def test_hostile_text_comes_through_as_far_as_xml_can_hold_it(
    desk: Desk, mt: str, target: str
) -> None:
    data = write_docx(plain(content(bare(desk, mt, revised={0: target}))))
    for accept, text in ((False, mt), (True, target)):
        [found] = decided(data, accept=accept)
        assert found == fit(text.replace("\r\n", "\n").replace("\r", "\n"))


def plain(made: ReportContent) -> ReportContent:
    """A sentence a paragraph: the text of the document stays out of it."""
    return replace(made, gaps=())


def test_text_from_right_to_left_is_laid_out_so(desk: Desk) -> None:
    taken = bare(desk, "1. السلام عليكم.", "Peace.", revised={0: "1. السلام."})
    first, second = part(write_docx(content(taken))).iter(f"{W}p")
    assert first.find(f"{W}pPr/{W}bidi") is not None
    assert len(list(first.iter(f"{W}rtl"))) == len(list(first.iter(f"{W}r")))
    assert second.find(f"{W}pPr/{W}bidi") is None
    assert not list(second.iter(f"{W}rtl"))


def test_a_sentence_of_a_megabyte_is_written(desk: Desk) -> None:
    mt = "word " * 250_000
    taken = bare(desk, mt + "one.", revised={0: mt + "two."})
    data = write_docx(content(taken))
    assert decided(data, accept=False) == [mt + "one."]
    assert decided(data, accept=True) == [mt + "two."]


_TEXT = st.text(st.sampled_from("ab. \n"), max_size=30)


@given(_TEXT, _TEXT)
def test_any_two_texts_are_both_in_their_redline(old: str, new: str) -> None:
    ops = with_moves(diff(old, new))
    redline = Redline(
        paragraphs=paragraphs_of(ops),
        title="t",
        heading="h",
        author="a",
        date=datetime(2026, 3, 9, tzinfo=UTC),
    )
    data = write_redline(redline)
    for accept, text in ((False, old), (True, new)):
        found = [one.strip() for one in decided(data, accept=accept)]
        assert found == [line.strip() for line in lines(text)]


@pytest.mark.office
def test_libreoffice_reads_both_sides(
    desk: Desk, tmp_path: Path, office: Office
) -> None:
    with desk.open(Job(document=job_document(desk))) as session:
        edit(session)
        session.omit(1, True)
        session.revise(8, "شكرا <&> \u202eتم\u202c \x07.")
        taken = session.snapshot()
    path = tmp_path / "forum.docx"
    path.write_bytes(write_docx(content(taken)))
    mt, cleaned = sides(taken)
    assert lines(office.decided(path, REJECT)) == mt
    assert lines(office.decided(path, ACCEPT)) == [fit(line) for line in cleaned]


@pytest.mark.office
def test_libreoffice_reads_both_sides_of_markdown(
    desk: Desk, tmp_path: Path, office: Office
) -> None:
    data = write_docx(content(markdown(desk, tmp_path)))
    path = tmp_path / "harbour.docx"
    path.write_bytes(data)
    for accept, command in ((False, REJECT), (True, ACCEPT)):
        found = lines(office.decided(path, command))
        # It writes the sign of an item before it.
        assert [line.strip().removeprefix("• ") for line in found] == decided(
            data, accept=accept
        )
