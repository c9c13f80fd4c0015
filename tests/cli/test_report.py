"""`posteditor report`: from sessions and from files, into every format."""

from __future__ import annotations

import json
import os
import time
import uuid
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

import pytest

from posteditor.formats.reading import read_document
from posteditor.session.job import Job
from posteditor.session.opening import examine, open_session
from posteditor.store.sqlite import SqliteStore
from tests.cli.conftest import Run


def begin(home: Path, path: Path, editor: str = "") -> str:
    """Work on a document: in each of its sentences, "the the" is corrected."""
    job = Job(document=read_document(path))
    with (
        closing(SqliteStore.open(home / "sessions.db")) as store,
        open_session(
            job,
            store=store,
            opening=examine(job.document, store),
            clock=time.time,
            new_id=lambda: uuid.uuid4().hex[:12],
            editor=editor,
        ) as session,
    ):
        for segment in job.document.segments:
            session.revise(segment.index, segment.text.replace("the the", "the"))
        return session.record.id


@pytest.fixture
def session(home: Path, statement: Path) -> str:
    """A session on the statement, with a sentence revised."""
    return begin(home, statement)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    mt, pe = tmp_path / "a.mt.txt", tmp_path / "a.pe.txt"
    mt.write_text("The harbour works good. It has two piers.\n\nShips come.\n")
    pe.write_text("The harbour works well, and it has two piers.\n\nShips come.\n")
    return mt, pe


@pytest.mark.parametrize("by", ["id", "beginning", "path"])
def test_a_session_is_named_by_its_id_or_its_document(
    posteditor: Run, session: str, statement: Path, by: str
) -> None:
    name = {"id": session, "beginning": session[:6], "path": str(statement)}[by]
    done = posteditor("report", name)
    assert done.code == 0
    assert done.out.startswith("# statement.txt: post-editing report\n")
    assert session in done.out
    assert "~~the~~" in done.out
    assert done.err == ""


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("r.html", b"<!DOCTYPE html>"),
        ("r.docx", b"PK"),
        ("r.md", b"# statement.txt"),
        ("r.json", b'{\n "version": 1'),
        ("r.xlsx", b"PK"),
    ],
)
def test_the_ending_tells_the_format(
    posteditor: Run, session: str, tmp_path: Path, name: str, begins: bytes
) -> None:
    output = tmp_path / name
    done = posteditor("report", session, "--output", output)
    assert (done.code, done.out, done.err) == (0, "", f"{output}\n")
    assert output.read_bytes().startswith(begins)


def test_the_format_wins_over_the_ending(
    posteditor: Run, session: str, tmp_path: Path
) -> None:
    output = tmp_path / "r.txt"
    assert posteditor("report", session, "--format=docx", "--output", output).code == 0
    assert "word/document.xml" in ZipFile(output).namelist()


def test_nothing_is_overwritten_unasked(
    posteditor: Run, session: str, tmp_path: Path
) -> None:
    output = tmp_path / "r.md"
    output.write_text("mine")
    done = posteditor("report", session, "--output", output)
    assert done.code == 2
    assert done.err == f"posteditor: {output}: exists (--force overwrites it)\n"
    assert output.read_text() == "mine"
    assert posteditor("report", session, "--output", output, "--force").code == 0
    assert output.read_text().startswith("# statement")


def test_the_document_itself_is_never_written_to(
    posteditor: Run, session: str, statement: Path, tmp_path: Path
) -> None:
    link = tmp_path / "link.md"
    link.hardlink_to(statement)
    before = statement.read_bytes()
    for output in (link, statement):
        for what in (session, "--all"):
            named = [what, "--format=markdown", "--output", output, "--force"]
            done = posteditor("report", *named)
            assert done.code == 3
            assert "is what is reported on, which is never changed" in done.err
    assert statement.read_bytes() == link.read_bytes() == before


def test_a_report_changes_nothing_in_the_store(
    posteditor: Run, session: str, home: Path
) -> None:
    before = posteditor("sessions", "export", session).out
    posteditor("report", session, "--check")
    posteditor("report", "--all")
    assert posteditor("sessions", "export", session).out == before


def test_the_editor_is_who_began_the_session(
    posteditor: Run, statement: Path, home: Path
) -> None:
    begin(home, statement, editor="ann")
    done = posteditor("report", statement, "--format=json", "--editor=other")
    assert done.json["document"]["editor"] == "ann"


def test_checkers_are_asked_only_when_wanted(posteditor: Run, session: str) -> None:
    plain = posteditor("report", session, "--format=json").json
    assert all(one["found"] is None for one in plain["sentences"])
    checked = posteditor("report", session, "--format=json", "--check").json
    found = [s for one in checked["sentences"] for s in one["found"] or ()]
    assert found
    assert checked["made"]["checkers"]["rules"]


def test_sources_and_references_are_laid_beside(
    posteditor: Run, session: str, tmp_path: Path
) -> None:
    sentences = posteditor("report", session, "--format=json").json["sentences"]
    count = sum(one["kind"] != "furniture" for one in sentences)
    parallel = tmp_path / "parallel.txt"
    parallel.write_text("".join(f"line {at}\n" for at in range(count)))
    named = ["--source", parallel, "--reference", parallel]
    report = posteditor("report", session, "--format=json", *named).json
    kept = [one for one in report["sentences"] if one["kind"] != "furniture"]
    assert [one["source"] for one in kept] == [f"line {at}" for at in range(count)]
    assert {score["against"] for score in report["scores"]} == {"mt", "ref"}
    parallel.write_text("one\n")
    done = posteditor("report", session, "--source", parallel)
    assert done.code == 3
    assert "parallel.txt has 1 segments" in done.err


def test_a_file_that_changed_is_said_and_the_store_reported(
    posteditor: Run, session: str, statement: Path
) -> None:
    statement.write_text(statement.read_text().replace("harbour", "haven"))
    done = posteditor("report", session, "--format=json")
    assert done.code == 0
    assert f"{statement}: has changed since the session; what is reported" in done.err
    sentences = done.json["sentences"]
    assert sentences
    assert all(one["revision"] != one["mt"] for one in sentences)
    assert done.json["remarks"][0] in done.err


def test_a_file_that_is_gone_is_said_and_the_store_reported(
    posteditor: Run, session: str, statement: Path
) -> None:
    statement.unlink()
    for name in (session, statement):
        done = posteditor("report", name)
        assert done.code == 0
        assert f"{statement}: no such file; what is reported" in done.err
        assert "**Note:**" in done.out


def test_a_session_without_decisions_is_reported(
    posteditor: Run, tmp_path: Path, home: Path
) -> None:
    path = tmp_path / "fine.txt"
    path.write_text("All is well here.\n")
    begin(home, path)
    done = posteditor("report", path)
    assert done.code == 0
    assert "Of 1 sentence, 0 were accepted" in done.out
    assert "0 sentences of 1 changed." in done.out


def test_files_are_reported_without_a_session(
    posteditor: Run, pair: tuple[Path, Path], home: Path
) -> None:
    mt, pe = pair
    named = ["--mt", mt, "--pe", pe, "--editor=Ann"]
    report = posteditor("report", *named, "--format=json").json
    assert [(one["mt"], one["revision"]) for one in report["sentences"]] == [
        (
            "The harbour works good. It has two piers.",
            "The harbour works well, and it has two piers.",
        ),
        ("Ships come.", "Ships come."),
    ]
    assert report["document"]["editor"] == "Ann"
    assert report["document"]["session"] is None
    assert [one["role"] for one in report["inputs"]] == ["pe"]
    assert not (home / "sessions.db").exists()


def test_lines_are_reported_line_by_line(
    posteditor: Run, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    table = tmp_path / "t.tsv"
    table.write_text("src\tmt\tpe\nя\ta b\ta c\nты\tc\tc\n")
    named = [f"--{role}={table}:{role}" for role in ("mt", "pe")]
    done = posteditor(
        "report", *named, f"--source={table}:src", "--lines", "--format=json"
    )
    sentences = done.json["sentences"]
    assert [(one["source"], one["mt"], one["revision"]) for one in sentences] == [
        ("я", "a b", "a c"),
        ("ты", "c", "c"),
    ]
    pair[1].write_text("one\n")
    done = posteditor("report", "--mt", pair[0], "--pe", pair[1], "--lines")
    assert done.code == 3
    assert "texts of unequal length: " in done.err
    assert done.err.count("\n") == 1


def other(home: Path, tmp_path: Path, name: str) -> Path:
    path = tmp_path / name
    path.write_text("We see the the harbour.\n")
    begin(home, path)
    return path


def test_several_sessions_are_reported_together(
    posteditor: Run, session: str, tmp_path: Path, home: Path
) -> None:
    path = other(home, tmp_path, "other.txt")
    for named in ([session, path], ["--all"], ["--since", "2020-01-01"]):
        report = posteditor("report", *named, "--format=json").json
        assert report["kind"] == "portfolio"
        assert report["total"]["sessions"] == 2
        assert {one["name"] for one in report["documents"]} == {
            str(path),
            str(tmp_path / "statement.txt"),
        }
    for name in ("all.html", "all.md", "all.xlsx"):
        assert posteditor("report", "--all", "--output", tmp_path / name).code == 0


def test_a_session_named_twice_counts_once(
    posteditor: Run, session: str, statement: Path
) -> None:
    report = posteditor("report", session, statement, "--format=json").json
    assert report["total"]["sessions"] == 1


def test_decisions_that_were_taken_over_count_once(
    posteditor: Run, session: str, statement: Path, home: Path
) -> None:
    statement.write_text(statement.read_text() + "\nOne sentence more.\n")
    begin(home, statement)
    done = posteditor("report", "--all", "--format=json")
    assert done.json["total"]["sessions"] == 1
    assert "1 earlier session whose decisions later ones took over is left" in done.err


def test_sessions_used_before_a_day_are_left_out(
    posteditor: Run, session: str, home: Path
) -> None:
    done = posteditor("report", "--all", "--since=2999-01-01")
    assert (done.code, done.out) == (3, "")
    assert "there is no session to report on" in done.err


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [  # SESSION stands for its id
        ([], 2, "nothing to report on"),
        (["nothing"], 2, "no session 'nothing'"),
        (["./nothing.txt"], 2, "./nothing.txt: has no session"),
        (["SESSION", "--format=docs"], 2, "unknown format 'docs' (did you mean docx?)"),
        (["SESSION", "--format=?"], 2, "unknown format '?' (known: html, docx"),
        (["SESSION", "--format=xlsx"], 2, "--format xlsx: is no text"),
        (["SESSION", "--output=r.pdf"], 2, "r.pdf: its ending tells no format"),
        (["SESSION", "--lines"], 2, "--lines is for files"),
        (["SESSION", "--mt=x"], 2, "a session and --mt or --pe"),
        (["--mt=x"], 2, "--pe is missing"),
        (["--mt=nothing.txt", "--pe=x"], 3, "nothing.txt: no such file"),
        (["--mt=x", "--pe=x", "--check"], 2, "--check is for sessions"),
        (["--all", "SESSION"], 2, "--all and single sessions"),
        (["--all", "--source=x"], 2, "several sessions have no files of their own"),
        (["--all", "--format=docx", "--output=x"], 2, "several sessions cannot be"),
        (["--all", "--since=soon"], 2, "--since: 'soon' is no date"),
        (["SESSION", "--output=no/such/r.md"], 3, "no/such/r.md: cannot be written"),
        (["SESSION", "--output=/", "--format=md"], 2, "did you mean markdown?"),
        (["SESSION", "--output=/", "--format=json"], 3, "/: is a folder"),
    ],
)
def test_what_cannot_be_is_one_line(
    posteditor: Run, session: str, arguments: list[str], code: int, message: str
) -> None:
    named = [session if one == "SESSION" else one for one in arguments]
    done = posteditor("report", *named)
    assert (done.code, done.out) == (code, "")
    assert message in done.err
    assert done.err.count("\n") == 1


def test_without_a_store_there_is_nothing_to_report_on(
    posteditor: Run, home: Path
) -> None:
    done = posteditor("report", "abc")
    assert done.code == 2
    assert "sessions.db: there is no store" in done.err
    assert not (home / "sessions.db").exists()


def test_hostile_names_stay_on_one_line(
    posteditor: Run, tmp_path: Path, home: Path
) -> None:
    name = os.fsdecode(b"a\x1b[31m\n\xff|`.txt")
    path = other(home, tmp_path, name)
    for kind in ("markdown", "json", "html"):
        for named in ([path], ["--all"]):
            done = posteditor("report", *named, f"--format={kind}")
            assert done.code == 0
            assert "\x1b" not in done.out
    for kind in ("docx", "xlsx"):
        output = tmp_path / f"r.{kind}"
        assert posteditor("report", path, "--output", output).code == 0
    with closing(SqliteStore.open(home / "sessions.db")) as store:
        assert json.dumps(store.sessions()[0].path)
