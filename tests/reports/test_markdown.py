"""The report as Markdown."""

from __future__ import annotations

from dataclasses import replace

from posteditor.reports.markdown import write_markdown
from tests.reports.build import assert_golden, bare, content, snapshot
from tests.session.build import Desk


def test_the_report_is_as_it_was(desk: Desk) -> None:
    made = replace(content(snapshot(desk)), editor="Ann_Marsh")
    assert_golden("forum.report.md", write_markdown(made))


def test_a_document_without_a_sentence_has_a_report(desk: Desk) -> None:
    with desk.open(desk.document("Slug.", furniture=[0])) as session:
        made = content(session.snapshot())
    written = write_markdown(replace(made, scores=(), effort=None))
    assert "There is no sentence to report on." in written
    assert "There is nothing to score." in written
    assert "0 sentences of 0 changed." in written


def test_remarks_come_first(desk: Desk) -> None:
    made = content(bare(desk, "One.", revised={0: "Two."}))
    written = write_markdown(replace(made, remarks=("the file *x* is gone",)))
    assert written.index("**Note:** the file \\*x\\* is gone") < written.index("## ")


def test_an_emptied_sentence_can_be_seen(desk: Desk) -> None:
    written = write_markdown(content(bare(desk, "One.", "Two.", revised={0: ""})))
    assert "> ~~One.~~" in written
