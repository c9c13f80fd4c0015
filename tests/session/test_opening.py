"""New, resumed and changed files, and who may open them."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from posteditor.errors import SessionBusyError, StoreError, UsageError
from posteditor.model import Decision, Level
from posteditor.revision import Event, EventKind, Revision
from posteditor.session.job import Job
from posteditor.session.opening import Choice, OpeningKind, open_session
from posteditor.session.session import Session
from posteditor.store.sqlite import SqliteStore
from tests.session.build import TEXTS, Desk, suggestion

LONGER = ("A new first sentence.", *TEXTS)


def targets(session: Session) -> list[str]:
    return [session.target(index) for index in range(len(session.segments))]


def test_a_file_never_seen_is_new(desk: Desk) -> None:
    one = desk.document()
    assert desk.examine(one).kind is OpeningKind.NEW
    with desk.open(one) as session:
        record = session.record
    assert record.path == str(desk.folder / "a.txt")
    assert (record.segments, record.target_lang, record.level) == (4, "en", "full")
    assert desk.store.session("id1") == record


def test_examining_writes_nothing(desk: Desk) -> None:
    desk.examine(desk.document())
    assert desk.store.sessions() == []


def test_the_same_file_resumes_where_the_editor_was(desk: Desk) -> None:
    with desk.open(desk.document()) as session:
        session.revise(1, "New.", accept=True)
        session.save_position(3)
        assert session.record.position == 3
    opening = desk.examine(desk.document())
    assert opening.kind is OpeningKind.RESUME
    with desk.open(desk.document()) as session:
        assert session.record.id == "id1"
        assert session.record.position == 3
        assert session.target(1) == "New."
        assert session.next_undo is not None


def test_a_path_through_a_link_is_the_same_file(desk: Desk) -> None:
    (desk.folder / "link").symlink_to(desk.folder)
    with desk.open(desk.document()):
        pass
    assert desk.examine(desk.document(name="link/a.txt")).kind is OpeningKind.RESUME


def test_beginning_anew_leaves_the_earlier_session(desk: Desk) -> None:
    with desk.open(desk.document()) as session:
        session.accept(1)
    with desk.open(desk.document(), choice=Choice.NEW) as session:
        assert session.record.id == "id2"
        assert session.next_undo is None
    assert len(desk.store.events("id1")) == 1
    with desk.open(desk.document()) as session:
        assert session.record.id == "id2"


def test_languages_and_level_are_those_of_the_new_job(desk: Desk) -> None:
    with desk.open(desk.document()) as session:
        session.accept(1)
    other = replace(desk.document(), source_lang="tg")
    with desk.open(Job(document=other, level=Level.LIGHT)) as session:
        assert session.progress.done == 1
        assert session.record.source_lang == "tg"
    assert desk.store.session("id1").level == "light"


# -- changed files ----------------------------------------------------------------


def test_a_changed_file_says_how_much_can_be_carried_over(desk: Desk) -> None:
    with desk.open(desk.document()) as session:
        for index in (0, 1, 2):
            session.accept(index)
        session.undo()
    opening = desk.examine(desk.document("Added.", TEXTS[0], TEXTS[3], TEXTS[2]))
    assert opening.kind is OpeningKind.CHANGED
    assert (opening.carried, opening.decided) == (1, 3)
    assert opening.earlier is not None
    assert opening.earlier.id == "id1"


def test_decisions_on_unchanged_sentences_are_carried_over(desk: Desk) -> None:
    with desk.open(desk.document()) as session:
        session.revise(1, "Agreed.", accept=True)
        session.comment(2, "hm")
        session.save_draft(3, "Thanks")
        session.save_position(2)
    with desk.open(desk.document(*LONGER)) as session:
        assert targets(session) == [LONGER[0], TEXTS[0], "Agreed.", *TEXTS[2:]]
        assert session.revision(3).comment == "hm"
        assert session.drafts[4].text == "Thanks"
        assert session.record.position == 3
        kinds = [event.kind for event in desk.store.events(session.record.id)]
        assert kinds == [EventKind.CARRY, EventKind.CARRY]
        session.undo()
        session.undo()
        assert targets(session) == list(LONGER)
        assert session.revision(3).comment == ""
    assert len(desk.store.events("id1")) == 2


def test_a_changed_file_can_begin_anew(desk: Desk) -> None:
    with desk.open(desk.document()) as session:
        session.accept(1)
    with desk.open(desk.document(*LONGER), choice=Choice.NEW) as session:
        assert session.next_undo is None
        assert session.progress.done == 0


def test_going_back_to_an_earlier_version_goes_back_to_its_work(desk: Desk) -> None:
    with desk.open(desk.document()) as session:
        session.accept(1)
    with desk.open(desk.document(*LONGER)) as session:
        session.accept(0)
    opening = desk.examine(desk.document())
    assert opening.kind is OpeningKind.RESUME
    assert opening.earlier is not None
    assert opening.earlier.id == "id1"


def test_other_segments_of_the_same_bytes_are_a_change(desk: Desk) -> None:
    with desk.open(desk.document()) as session:
        session.accept(0)
        session.accept(3)
    one = desk.document()
    first, second, *rest = one.segments
    joined = replace(first, end=second.end, text=one.text[first.start : second.end])
    moved = [replace(seg, index=seg.index - 1) for seg in rest]
    resegmented = replace(one, segments=(joined, *moved))
    opening = desk.examine(resegmented)
    assert opening.kind is OpeningKind.CHANGED
    assert (opening.carried, opening.decided) == (1, 2)


def test_carried_dismissals_stay_when_the_carry_is_undone(desk: Desk) -> None:
    with desk.open(desk.document()) as session:
        one = suggestion(session, 1, "has")
        session.dismiss(1, one, Decision.DISMISSED_ALWAYS)
    with desk.open(desk.document(*LONGER)) as session:
        session.undo()
        assert desk.store.dismissals() == {one.wide_key}
    with desk.open(desk.document()) as session:
        session.undo()
    assert desk.store.dismissals() == frozenset()


def test_carried_dismissals_stay_when_the_earlier_ones_are_undone(desk: Desk) -> None:
    with desk.open(desk.document()) as session:
        one = suggestion(session, 1, "has")
        session.dismiss(1, one, Decision.DISMISSED_ALWAYS)
    with desk.open(desk.document(*LONGER)):
        pass
    with desk.open(desk.document()) as session:
        session.undo()
    assert desk.store.dismissals() == {one.wide_key}


def test_carrying_over_is_all_or_nothing(desk: Desk) -> None:
    with desk.open(desk.document()) as session:
        session.accept(1)

    class Fails(SqliteStore):
        def create_session(self, *args: object, **kwargs: object) -> None:
            raise StoreError("disk full")

    failing = Fails(desk.store.path, desk.store._connection)
    one = desk.document(*LONGER)
    context = open_session(
        Job(document=one),
        store=failing,
        opening=desk.examine(one),
        clock=desk.clock,
        new_id=desk.new_id,
    )
    with pytest.raises(StoreError), context:
        pass
    assert [record.id for record in desk.store.sessions()] == ["id1"]


def test_a_changed_file_in_which_nothing_was_done_is_new(desk: Desk) -> None:
    with desk.open(desk.document()) as session:
        session.save_position(2)
    opening = desk.examine(desk.document(*LONGER))
    assert opening.kind is OpeningKind.NEW
    assert opening.moved_from is None
    with desk.open(desk.document(*LONGER)) as session:
        assert session.record.id == "id2"
        assert session.record.position == 3


def test_a_draft_alone_is_worth_asking(desk: Desk) -> None:
    with desk.open(desk.document()) as session:
        session.save_draft(1, "Half")
    assert desk.examine(desk.document(*LONGER)).kind is OpeningKind.CHANGED


@pytest.mark.parametrize(
    ("choice", "origin"), [(Choice.CARRY, "id1"), (Choice.NEW, None)]
)
def test_a_session_remembers_whose_decisions_it_took_over(
    desk: Desk, choice: Choice, origin: str | None
) -> None:
    with desk.open(desk.document()) as session:
        session.accept(1)
        assert session.record.carried_from is None
    with desk.open(desk.document(*LONGER), choice=choice) as session:
        assert session.record.carried_from == origin
    assert desk.store.session("id2").carried_from == origin


# -- moved files ------------------------------------------------------------------


def test_a_renamed_file_resumes(desk: Desk) -> None:
    with desk.open(desk.document()) as session:
        session.accept(1)
    opening = desk.examine(desk.document(name="b.txt"))
    assert opening.kind is OpeningKind.RESUME
    assert opening.moved_from == str(desk.folder / "a.txt")
    with desk.open(desk.document(name="b.txt")) as session:
        assert session.progress.done == 1
    assert desk.store.session("id1").path == str(desk.folder / "b.txt")
    assert desk.examine(desk.document(name="b.txt")).moved_from is None


def test_a_copy_is_a_file_of_its_own(desk: Desk) -> None:
    (desk.folder / "a.txt").write_text("here")
    with desk.open(desk.document()) as session:
        session.accept(1)
    assert desk.examine(desk.document(name="b.txt")).kind is OpeningKind.NEW


def test_a_renamed_file_that_is_cut_otherwise_is_a_change(desk: Desk) -> None:
    with desk.open(desk.document()) as session:
        session.accept(0)
    one = desk.document(name="b.txt")
    opening = desk.examine(replace(one, segments=one.segments[:2]))
    assert opening.kind is OpeningKind.CHANGED
    assert opening.moved_from == str(desk.folder / "a.txt")
    assert opening.carried == 1


def test_a_document_without_a_hash_matches_no_other(desk: Desk) -> None:
    with desk.open(replace(desk.document(), sha256="")):
        pass
    other = replace(desk.document(name="b.txt"), sha256="")
    assert desk.examine(other).kind is OpeningKind.NEW


# -- who may ----------------------------------------------------------------------


def test_a_second_opening_is_refused(desk: Desk) -> None:
    one = desk.document()
    refused = pytest.raises(SessionBusyError, match="id1")
    with desk.open(one), refused, desk.open(one):
        pass
    with desk.open(desk.document()):
        pass


def test_reading_needs_no_hold(desk: Desk) -> None:
    with desk.open(desk.document()) as session:
        session.accept(1)
        with desk.open(desk.document(), read_only=True) as reader:
            assert reader.read_only
            assert reader.progress.done == 1


@pytest.mark.parametrize("texts", [TEXTS, LONGER])
def test_reading_leaves_no_trace(desk: Desk, texts: tuple[str, ...]) -> None:
    with desk.open(desk.document()):
        pass
    with desk.open(desk.document(*texts), read_only=True) as session:
        assert targets(session) == list(texts)
    assert [record.id for record in desk.store.sessions()] == ["id1"]


def test_two_that_looked_at_once_do_not_both_begin(desk: Desk) -> None:
    one = desk.document()
    looked = desk.examine(one)
    with desk.open(one):
        pass
    context = open_session(
        Job(document=one),
        store=desk.store,
        opening=looked,
        clock=desk.clock,
        new_id=desk.new_id,
    )
    with pytest.raises(SessionBusyError, match="another posteditor"), context:
        pass
    assert len(desk.store.sessions()) == 1


def test_two_files_are_edited_at_once(desk: Desk) -> None:
    other = desk.document("It has rained.", name="b.txt")
    with desk.open(desk.document()) as first, desk.open(other) as second:
        for _ in range(3):
            first.revise(0, first.target(0) + "!")
            second.revise(0, second.target(0) + "?")
        assert first.target(0) == TEXTS[0] + "!!!"
        assert second.target(0) == "It has rained.???"


def test_the_hold_ends_with_an_error(desk: Desk) -> None:
    with pytest.raises(RuntimeError), desk.open(desk.document()):
        raise RuntimeError
    with desk.open(desk.document()):
        pass


def test_a_session_deleted_meanwhile_is_named(desk: Desk) -> None:
    one = desk.document()
    with desk.open(one):
        pass
    looked = desk.examine(one)
    desk.store.delete_session("id1")
    context = open_session(
        Job(document=one),
        store=desk.store,
        opening=looked,
        clock=desk.clock,
        new_id=desk.new_id,
    )
    with pytest.raises(UsageError, match="id1"), context:
        pass


# -- damage -----------------------------------------------------------------------

BROKEN = {
    "undo without a step": Event(
        seq=1,
        kind=EventKind.UNDO,
        segment=0,
        after=Revision(target="x"),
        at=0.0,
        refers_to=1,
    ),
    "a segment that is not": Event(
        seq=1, kind=EventKind.ACCEPT, segment=99, after=Revision(target="x"), at=0.0
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_events_that_cannot_be_followed_are_named(desk: Desk, name: str) -> None:
    with desk.open(desk.document()) as session:
        record = session.record
    desk.store.append(record.id, BROKEN[name])
    refused = pytest.raises(StoreError, match=r"session id1, event 1: .* \(")
    with refused as caught, desk.open(desk.document()):
        pass
    assert "\n" not in str(caught.value)


def test_a_position_or_draft_out_of_the_text_is_ignored(desk: Desk) -> None:
    with desk.open(desk.document()) as session:
        session.save_draft(900, "x")
        session.save_position(900)
    with desk.open(desk.document()) as session:
        assert session.record.position == 3
        assert session.drafts == {}


def test_an_empty_document_opens(desk: Desk, tmp_path: Path) -> None:
    empty = replace(desk.document("x"), text="", segments=())
    with desk.open(empty) as session:
        assert session.record.position == 0
        assert session.snapshot().revisions == ()
    with desk.open(empty) as session:
        assert session.progress.total == 0


OPENS = """
import sys, time
from pathlib import Path
from posteditor.session.job import Job
from posteditor.session.opening import examine, open_session
from posteditor.store.sqlite import SqliteStore
from tests.session.build import document
folder = Path(sys.argv[1])
store = SqliteStore.open(folder / "sessions.db")
one = document(folder / "a.txt")
looked = examine(one, store)
with open_session(
    Job(document=one), store=store, opening=looked, clock=time.time, new_id=lambda: "x1"
) as session:
    session.revise(1, "By the other.", accept=True)
    print("open", flush=True)
    sys.stdin.read()
"""


def test_another_process_keeps_the_file_until_it_dies(desk: Desk) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", OPENS, str(desk.folder)],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        refused = pytest.raises(SessionBusyError, match=rf"x1 .*process {other.pid} ")
        with refused, desk.open(desk.document()):
            pass
        with desk.open(desk.document(), read_only=True) as reader:
            assert reader.target(1) == "By the other."
        other.kill()
    with desk.open(desk.document()) as session:
        assert session.record.id == "x1"
        assert session.undo() == 1
        assert targets(session) == list(TEXTS)
