"""`posteditor fix` and `posteditor sessions`: unattended work and what it leaves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def fixed(posteditor: Run, statement: Path, *options: str | Path) -> Path:
    out = statement.parent / "out"
    done = posteditor("fix", statement, "--output-dir", out, *options)
    assert done.code == 0, done.err
    return out


def test_fix_applies_what_is_safe_and_writes_three_outputs(
    posteditor: Run, statement: Path
) -> None:
    before = statement.read_bytes()
    out = fixed(posteditor, statement)
    text = (out / "statement.edited.txt").read_text(encoding="utf-8")
    assert "support the idea" in text
    assert "EDITOR" not in text
    assert "sponsored" not in text
    report = (out / "statement.report.html").read_text(encoding="utf-8")
    assert report.lower().startswith("<!doctype html>")
    scores = json.loads((out / "statement.scores.json").read_text(encoding="utf-8"))
    assert scores["version"] == 1
    assert all(score["signature"] for score in scores["scores"])
    assert statement.read_bytes() == before
    assert sorted(path.name for path in out.iterdir()) == [
        "statement.edited.txt",
        "statement.report.html",
        "statement.scores.json",
    ]


def test_fix_says_where_the_outputs_lie(posteditor: Run, statement: Path) -> None:
    done = posteditor("fix", statement, "--output-dir", statement.parent / "out")
    for name in ("edited.txt", "report.html", "scores.json"):
        assert f"statement.{name}" in done.out
    assert "HTER" in done.out


def test_the_report_names_the_checkers_that_read_the_text(
    posteditor: Run, statement: Path
) -> None:
    out = fixed(posteditor, statement)
    report = (out / "statement.report.html").read_text(encoding="utf-8")
    assert "harper" in report
    out = fixed(posteditor, statement, "--target-lang", "de", "--force")
    report = (out / "statement.report.html").read_text(encoding="utf-8")
    assert "rules" in report
    assert "harper" not in report


def test_fix_again_changes_nothing(posteditor: Run, statement: Path) -> None:
    out = fixed(posteditor, statement)
    first = (out / "statement.edited.txt").read_bytes()
    done = posteditor("fix", statement, "--output-dir", out, "--format", "json")
    assert done.code == 0
    assert done.json["documents"][0]["applied"] == 0
    assert (out / "statement.edited.txt").read_bytes() == first


def test_fix_does_not_overwrite_what_others_changed(
    posteditor: Run, statement: Path
) -> None:
    out = fixed(posteditor, statement)
    edited = out / "statement.edited.txt"
    edited.write_text("mine now", encoding="utf-8")
    done = posteditor("fix", statement, "--output-dir", out)
    assert done.code == 2
    assert "statement.edited.txt" in done.err
    assert edited.read_text(encoding="utf-8") == "mine now"
    assert posteditor("fix", statement, "--output-dir", out, "--force").code == 0
    assert edited.read_text(encoding="utf-8") != "mine now"


def test_a_reference_of_another_length_names_both_counts(
    posteditor: Run, statement: Path, tmp_path: Path
) -> None:
    reference = tmp_path / "ref.txt"
    reference.write_text("One line.\nTwo lines.\n", encoding="utf-8")
    done = posteditor("fix", statement, "--reference", reference)
    assert done.code == 3
    assert "2" in done.err
    assert "5" in done.err
    assert not (statement.parent / "statement.edited.txt").exists()


def test_a_read_only_place_for_outputs_is_named(
    posteditor: Run, statement: Path, tmp_path: Path
) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("", encoding="utf-8")
    done = posteditor("fix", statement, "--output-dir", blocker / "out")
    assert done.code == 3
    assert len(done.err.splitlines()) == 1


def test_a_damaged_store_is_named_and_left_alone(
    posteditor: Run, statement: Path, home: Path
) -> None:
    store = home / "sessions.db"
    store.write_bytes(b"no database at all" * 100)
    done = posteditor("fix", statement)
    assert done.code == 3
    assert "sessions.db" in done.err
    assert store.read_bytes() == b"no database at all" * 100


def test_a_session_can_be_listed_shown_exported_and_deleted(
    posteditor: Run, statement: Path, tmp_path: Path
) -> None:
    fixed(posteditor, statement)
    [entry] = posteditor("sessions", "list", "--format", "json").json["sessions"]
    assert entry["path"] == str(statement)
    assert entry["events"] >= 1
    assert str(statement) in posteditor("sessions", "list").out
    start = entry["id"][:4]
    assert "support the idea" in posteditor("sessions", "show", start).out
    exported = posteditor("sessions", "export", start).json
    assert len(exported["events"]) == entry["events"]
    output = tmp_path / "session.json"
    assert posteditor("sessions", "export", start, "--output", output).code == 0
    assert json.loads(output.read_text(encoding="utf-8")) == exported
    assert posteditor("sessions", "export", start, "--output", output).code == 2
    assert posteditor("sessions", "delete", start, "--yes").code == 0
    assert posteditor("sessions", "list", "--format", "json").json["sessions"] == []


@pytest.mark.parametrize("command", [["list"], ["list", "--format", "json"]])
def test_listing_makes_no_store(
    posteditor: Run, tmp_path: Path, command: list[str]
) -> None:
    store = tmp_path / "new" / "sessions.db"
    done = posteditor("sessions", *command, "--store", store)
    assert done.code == 0
    assert done.json == {"version": 1, "sessions": []} if done.out else done.err
    assert not store.parent.exists()


@pytest.mark.parametrize("command", ["show", "export", "delete"])
def test_looking_for_a_session_makes_no_store(
    posteditor: Run, tmp_path: Path, command: str
) -> None:
    store = tmp_path / "new" / "sessions.db"
    done = posteditor("sessions", command, "abc", "--store", store)
    assert done.code == 2
    assert str(store) in done.err
    assert not store.parent.exists()


def test_a_file_as_folder_for_outputs_is_no_matter_of_space(
    posteditor: Run, statement: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = posteditor("fix", statement, "--output-dir", tmp_path / "file")
    assert done.code == 3
    assert "file is not a folder (choose another folder with --output-dir)" in done.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", ""],
        ["fix", ""],
        ["edit", ""],
        ["fix", "a.txt", "--source", ""],
        ["fix", "a.txt", "--output-dir", ""],
        ["sessions", "list", "--store", ""],
    ],
)
def test_an_empty_name_is_named_as_such(posteditor: Run, arguments: list[str]) -> None:
    done = posteditor(*arguments)
    assert done.code == 2
    assert "the name is empty" in done.err
    assert len(done.err.splitlines()) == 1


def test_a_broken_pack_stops_a_check_and_is_told_of_in_the_list(
    posteditor: Run, statement: Path, home: Path
) -> None:
    config = home / "config" / "posteditor" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('packs = ["gone.toml"]', encoding="utf-8")
    assert posteditor("check", statement).code == 2
    listed = posteditor("checkers", "--format", "json").json["checkers"]
    rules = next(info for info in listed if info["name"] == "rules")
    assert not rules["available"]
    assert "gone.toml: rule pack cannot be read" in rules["note"]


def test_checkers_are_listed_with_their_versions(posteditor: Run) -> None:
    listed = posteditor("checkers", "--format", "json").json["checkers"]
    assert {"rules", "consistency", "harper"} <= {info["name"] for info in listed}
    assert all(info["version"] for info in listed if info["available"])
    assert "harper" in posteditor("checkers").out
