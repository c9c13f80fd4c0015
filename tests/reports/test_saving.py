"""Saving a session: three outputs or none, and the input as it was."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from posteditor.errors import OutputConflictError, OutputError, ProofError
from posteditor.formats import writing
from posteditor.model import Document, TextEncoding
from posteditor.session.job import Job, Snapshot
from posteditor.session.opening import Choice
from tests.reports.build import bare, save_now, snapshot
from tests.session.build import Desk

NAMES = ["a.edited.txt", "a.report.html", "a.scores.json"]


def on_disk(desk: Desk, text: str, *segments: str, name: str = "a.txt") -> Document:
    """A document in a file, cut by hand."""
    made = desk.document(*segments, name=name)
    at, cut = 0, []
    for segment in made.segments:
        at = text.index(segment.text, at)
        end = at + len(segment.text)
        cut.append(replace(segment, start=at, end=end))
        at = end
    made.path.write_bytes(text.encode("utf-8"))
    return replace(made, text=text, segments=tuple(cut))


def worked(desk: Desk, document: Document, revised: dict[int, str]) -> Snapshot:
    with desk.open(Job(document=document)) as session:
        for index, text in revised.items():
            session.revise(index, text, accept=True)
        return session.snapshot()


def test_three_outputs_lie_beside_the_input(desk: Desk) -> None:
    document = on_disk(desk, "One.\r\n\r\nTwo. \n", "One.", "Two.")
    saved = save_now(worked(desk, document, {1: "Zwei."}), desk.store)
    assert [path.name for path in saved.paths] == NAMES
    assert {path.parent for path in saved.paths} == {desk.folder}
    assert saved.edited.read_bytes() == b"One.\r\n\r\nZwei. \n"
    assert saved.report.read_text().lower().startswith("<!doctype html>")
    assert json.loads(saved.scores_file.read_text())["version"] == 1
    assert document.path.read_bytes() == b"One.\r\n\r\nTwo. \n"


@pytest.mark.parametrize(
    ("name", "outputs"),
    [
        ("b.md", ["b.edited.md", "b.report.html", "b.scores.json"]),
        ("b.mt.txt", ["b.mt.edited.txt", "b.mt.report.html", "b.mt.scores.json"]),
        ("b", ["b.edited", "b.report.html", "b.scores.json"]),
        (".b", [".b.edited", ".b.report.html", ".b.scores.json"]),
    ],
)
def test_outputs_are_named_after_the_input(
    desk: Desk, tmp_path: Path, name: str, outputs: list[str]
) -> None:
    taken = worked(desk, on_disk(desk, "One.", "One.", name=name), {})
    saved = save_now(taken, desk.store, tmp_path / "new" / "folder")
    assert [path.name for path in saved.paths] == outputs
    assert all(path.is_file() for path in saved.paths)


def test_an_unedited_document_comes_out_byte_for_byte(desk: Desk) -> None:
    text = "\ufeffOne. \r\n\tTwo.\n\n\n Three.\r"
    document = on_disk(desk, text, "One.", "Two.", "Three.")
    saved = save_now(worked(desk, document, {}), desk.store)
    assert saved.edited.read_bytes() == document.path.read_bytes()


def test_what_was_left_out_is_not_in_the_cleaned_version(desk: Desk) -> None:
    saved = save_now(snapshot(desk), desk.store)
    text = saved.edited.read_text()
    assert "Lampwick" not in text
    assert "says nothing" not in text
    assert "has begun in the city" in text


def test_the_scores_name_what_was_scored(desk: Desk) -> None:
    saved = save_now(snapshot(desk), desk.store)
    payload = json.loads(saved.scores_file.read_text())
    digest = hashlib.sha256(saved.edited.read_bytes()).hexdigest()
    assert payload["inputs"]["pe"]["sha256"] == digest
    assert payload["inputs"]["mt"]["sha256"] == saved.content.sha256
    assert payload["inputs"]["ref"]["path"] == "reference.txt"
    assert payload["inputs"]["ref"]["sha256"] == "c" * 64
    assert {name: one["segments"] for name, one in payload["inputs"].items()} == {
        "mt": 7,
        "pe": 7,
        "ref": 7,
    }
    scored = {(one["system"], one["against"]) for one in payload["scores"]}
    assert scored == {("pe", "mt"), ("mt", "ref"), ("pe", "ref")}
    assert all(one["signature"] for one in payload["scores"])


def test_the_lines_say_what_was_done_and_where_it_lies(desk: Desk) -> None:
    saved = save_now(snapshot(desk), desk.store)
    first, *paths = saved.lines()
    hter = next(score for score in saved.scores if score.metric == "HTER")
    assert first == f"3 of 7 sentences accepted, 2 revised · HTER {hter.value:.1f}"
    assert paths == [str(path) for path in saved.paths]


def test_a_document_of_furniture_alone_can_be_saved(desk: Desk) -> None:
    with desk.open(desk.document("Slug.", furniture=[0])) as session:
        saved = save_now(session.snapshot(), desk.store)
    assert saved.lines()[0] == "0 of 0 sentences accepted, 0 revised"
    assert saved.edited.read_bytes() == b""


def test_saving_again_is_no_conflict_and_a_change_by_others_is(desk: Desk) -> None:
    save_now(bare(desk, "One."), desk.store)
    saved = save_now(bare(desk, "One.", revised={0: "Two."}), desk.store)
    assert saved.edited.read_text() == "Two."
    saved.report.write_text("mine")
    changed = bare(desk, "One.", revised={0: "Three."})
    with pytest.raises(OutputConflictError, match=r"a\.report\.html"):
        save_now(changed, desk.store)
    assert saved.edited.read_text() == "Two."
    assert saved.report.read_text() == "mine"
    save_now(changed, desk.store, force=True)
    assert saved.edited.read_text() == "Three."


def changed(desk: Desk, choice: Choice) -> Snapshot:
    """A session of a later version of the file."""
    with desk.open(desk.document("New.", "One."), choice=choice) as session:
        return session.snapshot()


def test_a_session_begun_anew_asks_before_it_takes_the_place_of_another(
    desk: Desk,
) -> None:
    saved = save_now(bare(desk, "One.", revised={0: "Two."}), desk.store)
    anew = changed(desk, Choice.NEW)
    with pytest.raises(OutputConflictError):
        save_now(anew, desk.store)
    assert saved.edited.read_text() == "Two."
    save_now(anew, desk.store, force=True)
    save_now(anew, desk.store)
    assert saved.edited.read_text() == "New.\nOne."


def test_a_session_that_took_decisions_over_replaces_their_outputs(desk: Desk) -> None:
    first = bare(desk, "One.", revised={0: "Two."})
    saved = save_now(first, desk.store)
    save_now(changed(desk, Choice.CARRY), desk.store)
    assert saved.edited.read_text() == "New.\nTwo."
    with pytest.raises(OutputConflictError):
        save_now(first, desk.store)


def test_decisions_are_taken_over_from_session_to_session(desk: Desk) -> None:
    saved = save_now(bare(desk, "One.", revised={0: "Two."}), desk.store)
    changed(desk, Choice.CARRY)
    with desk.open(desk.document("Newer.", "One.")) as session:
        third = session.snapshot()
    assert third.record.carried_from == "id2"
    save_now(third, desk.store)
    assert saved.edited.read_text() == "Newer.\nTwo."


def test_a_deleted_session_hands_its_outputs_on_all_the_same(desk: Desk) -> None:
    saved = save_now(bare(desk, "One.", revised={0: "Two."}), desk.store)
    heir = changed(desk, Choice.CARRY)
    desk.store.delete_session("id1")
    save_now(heir, desk.store)
    assert saved.edited.read_text() == "New.\nTwo."


@pytest.mark.parametrize("kind", ["symbolic", "hard"])
@pytest.mark.parametrize("name", NAMES)
def test_an_output_that_leads_to_the_input_is_refused(
    desk: Desk, name: str, kind: str
) -> None:
    document = on_disk(desk, "One.", "One.")
    output = desk.folder / name
    if kind == "symbolic":
        output.symlink_to(document.path)
    else:
        output.hardlink_to(document.path)
    taken = worked(desk, document, {0: "Two."})
    with pytest.raises(OutputError, match="is the input itself"):
        save_now(taken, desk.store, force=True)
    assert document.path.read_text() == "One."
    assert {path.name for path in desk.folder.glob("a.*")} == {"a.txt", name}


def test_a_folder_that_is_a_link_works(desk: Desk, tmp_path: Path) -> None:
    real = tmp_path / "real"
    real.mkdir()
    link = tmp_path / "link"
    link.symlink_to(real)
    saved = save_now(bare(desk, "One."), desk.store, link)
    assert sorted(path.name for path in real.iterdir()) == NAMES
    assert saved.edited.parent == link


def test_a_file_as_output_folder_is_refused(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file")
    with pytest.raises(OutputError):
        save_now(bare(desk, "One."), desk.store, tmp_path / "file")
    assert (tmp_path / "file").read_text() == "a file"


def test_what_the_encoding_lacks_stops_the_save(desk: Desk) -> None:
    document = replace(
        on_disk(desk, "One.", "One."), encoding=TextEncoding(name="latin-1")
    )
    taken = worked(desk, document, {0: "Δύο."})
    with pytest.raises(OutputError, match="latin-1"):
        save_now(taken, desk.store)
    assert not list(desk.folder.glob("a.*.*"))


def test_a_cleaned_version_that_is_not_proven_is_not_saved(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = bare(desk, "One.", "Two.", revised={0: "Three."})
    honest = writing.render
    monkeypatch.setattr(
        writing,
        "render",
        lambda *arguments: honest(*arguments).replace("Three", "Tree"),
    )
    with pytest.raises(ProofError, match="nothing was saved"):
        save_now(taken, desk.store)
    assert not list(desk.folder.glob("a.*.*"))


def test_hostile_text_is_saved_as_it_is(desk: Desk) -> None:
    text = "<script>\x00\x1b[2J</script>\u202e e\u0301 [/ [red]"
    saved = save_now(bare(desk, text, text, revised={1: f"{text}!"}), desk.store)
    assert saved.edited.read_text() == f"{text}\n{text}!"


def test_a_lone_surrogate_is_refused_in_words(desk: Desk) -> None:
    with pytest.raises(OutputError, match="U\\+D800"):
        save_now(bare(desk, "One.", revised={0: "One \ud800."}), desk.store)
