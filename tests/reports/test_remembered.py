"""A session whose file is gone: what the store has, and what it lacks, said."""

from __future__ import annotations

from posteditor.reports.content import ReportContent
from posteditor.reports.remembered import remembered
from posteditor.reports.scoring import effort
from posteditor.reports.sentences import Fate
from posteditor.session.job import Job
from tests.reports.build import NOW, edit, job_document
from tests.session.build import Desk, findings, suggestion


def gone(desk: Desk, *, segments: bool = False) -> ReportContent:
    document = job_document(desk)
    with desk.open(Job(document=document)) as session:
        edit(session)
    [record] = desk.store.sessions()
    return remembered(
        record,
        desk.store.events(record.id),
        now=NOW,
        version="1",
        score=effort,
        why="forum.txt: no such file",
        segments=document.segments[3:] if segments else (),
    )


def test_what_was_touched_is_told_with_all_that_was_decided(desk: Desk) -> None:
    content = gone(desk)
    fates = {one.number: one.fate for one in content.sentences}
    assert fates == {
        2: Fate.ACCEPTED,
        3: Fate.REVISED,
        4: Fate.REVISED,
        5: Fate.ACCEPTED,
        6: Fate.RETRANSLATE,
        8: Fate.OMITTED,
    }
    again = next(one for one in content.sentences if one.number == 6)
    assert again.comment == "What progress?\nAsk the author."


def test_the_mt_is_found_behind_an_applied_suggestion(desk: Desk) -> None:
    third = gone(desk).sentences[1]
    assert third.mt == "The forum have begun in the city Orlhaven."
    assert third.target == "The forum has begun in the city Orlhaven."
    assert third.is_scored


def test_without_its_mt_a_sentence_is_shown_and_not_counted(desk: Desk) -> None:
    content = gone(desk)
    fourth = content.sentences[2]
    assert (fourth.mt, fourth.is_scored) == ("", False)
    assert fourth.target == "We attach great importance to fishing and <trade>."
    assert content.counts.sentences == 4
    assert content.remarks == (
        "forum.txt: no such file; what is reported is what the store has, and the "
        "figures count it alone: 6 of 9 segments",
        "the machine translation of 1 revised sentence is not known: shown as new and "
        "not counted",
    )


def test_what_still_stands_in_a_changed_file_is_known(desk: Desk) -> None:
    content = gone(desk, segments=True)
    assert content.sentences[2].mt == "We attach a great importance to fishing & trade."
    assert len(content.remarks) == 1


def test_a_guess_that_is_not_the_mt_is_not_taken(desk: Desk) -> None:
    """The replacement was applied, and the sentence revised by hand before."""
    with desk.open(desk.document("The cat sat on a mat.")) as session:
        session.revise(0, "The dog sat on a mat.")
        found = suggestion(session, 0, "a mat", "the mat")
        session.take(findings(session, found))
        session.apply(0, found)
    [record] = desk.store.sessions()
    content = remembered(
        record,
        desk.store.events(record.id),
        now=NOW,
        version="1",
        score=effort,
        why="gone",
    )
    assert content.sentences[0].mt == ""


def test_a_session_without_decisions_has_nothing_to_tell(desk: Desk) -> None:
    with desk.open(desk.document("One.")):
        pass
    [record] = desk.store.sessions()
    content = remembered(record, [], now=NOW, version="1", score=effort, why="gone")
    assert content.sentences == ()
    assert content.effort is None
