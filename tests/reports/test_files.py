"""Writing several files as one: whole files, no strangers' files, nothing left over."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from posteditor.errors import OutputConflictError, OutputError, StoreError
from posteditor.reports.files import write_all
from posteditor.store.protocol import Store
from tests.session.build import Desk

OWNER = "s1"
SCRIPT = """
import resource, sys
from pathlib import Path
from posteditor.errors import OutputError
from posteditor.reports.files import write_all
from posteditor.store.sqlite import SqliteStore
folder = Path(sys.argv[1])
store = SqliteStore.open(folder / "sessions.db")
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
try:
    write_all(
        {folder / "a": b"new", folder / "b": b"x" * 300_000},
        owners=["s1"], store=store, force=False,
    )
except OutputError as error:
    print(error)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def write(
    store: Store,
    folder: Path,
    *,
    owners: Sequence[str] = (OWNER,),
    force: bool = False,
    **files: str,
) -> None:
    data = {folder / name: text.encode() for name, text in files.items()}
    write_all(data, owners=owners, store=store, force=force)


def read(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in sorted(folder.iterdir())}


class Killed(BaseException):
    """The process ends here."""


class DyingStore:
    """A store whose process ends at one of its calls."""

    def __init__(self, store: Store, calls: int) -> None:
        self._store, self._left = store, calls

    def saved_hash(self, path: str) -> str | None:
        return self._store.saved_hash(path)

    def remember_saved(self, path: str, sha256: str) -> None:
        if not self._left:
            raise Killed
        self._left -= 1
        self._store.remember_saved(path, sha256)


def test_files_are_written_and_written_again(desk: Desk, folder: Path) -> None:
    write(desk.store, folder / "new" / "deep", a="1", b="2")
    write(desk.store, folder / "new" / "deep", a="3", b="4")
    assert read(folder / "new" / "deep") == {"a": "3", "b": "4"}


@pytest.mark.parametrize("there", ["1", "", "2 and more"])
def test_a_file_that_was_changed_or_is_not_ours_stays(
    desk: Desk, folder: Path, there: str
) -> None:
    write(desk.store, folder, a="0")
    (folder / "b").write_text(there)
    with pytest.raises(OutputConflictError, match="/b: "):
        write(desk.store, folder, a="1", b="2")
    assert read(folder) == {"a": "0", "b": there}
    write(desk.store, folder, a="1", b="2", force=True)
    assert read(folder) == {"a": "1", "b": "2"}
    write(desk.store, folder, a="3", b="4")


def test_the_outputs_of_another_session_stay(desk: Desk, folder: Path) -> None:
    write(desk.store, folder, a="of s1")
    with pytest.raises(OutputConflictError):
        write(desk.store, folder, owners=["s2"], a="of s2")
    assert read(folder) == {"a": "of s1"}


def test_the_outputs_of_a_session_that_was_taken_over_are_replaced(
    desk: Desk, folder: Path
) -> None:
    write(desk.store, folder, a="of s1")
    write(desk.store, folder, owners=["s3", "s2", "s1"], a="of s3")
    assert read(folder) == {"a": "of s3"}
    with pytest.raises(OutputConflictError):
        write(desk.store, folder, a="of s1 again")


def test_what_a_killed_session_put_in_place_is_known_to_its_heir(
    desk: Desk, folder: Path
) -> None:
    with pytest.raises(Killed):
        dying: Store = DyingStore(desk.store, 1)  # type: ignore[assignment]
        write(dying, folder, a="of s1")
    assert read(folder) == {"a": "of s1"}
    write(desk.store, folder, owners=["s2", "s1"], a="of s2")
    assert read(folder) == {"a": "of s2"}


def test_a_file_that_says_the_same_is_no_conflict(desk: Desk, folder: Path) -> None:
    (folder / "a").write_text("1")
    write(desk.store, folder, a="1")
    write(desk.store, folder, a="2")
    assert read(folder) == {"a": "2"}


def test_a_file_that_was_removed_is_written_anew(desk: Desk, folder: Path) -> None:
    write(desk.store, folder, a="1")
    (folder / "a").unlink()
    write(desk.store, folder, a="2")
    assert read(folder) == {"a": "2"}


@pytest.mark.parametrize("calls", range(4))
@pytest.mark.parametrize("again", [0, 1, 2, 3])
def test_after_a_crash_files_are_whole_and_known(
    desk: Desk, folder: Path, calls: int, again: int
) -> None:
    write(desk.store, folder, a="old", b="old")
    for left, text in ((calls, "newer"), (again, "newest")):
        with pytest.raises(Killed):
            dying: Store = DyingStore(desk.store, left)  # type: ignore[assignment]
            write(dying, folder, a=text, b=text)
        assert read(folder).keys() == {"a", "b"}
        assert set(read(folder).values()) <= {"old", "newer", "newest"}
    write(desk.store, folder, a="last", b="last")
    assert read(folder) == {"a": "last", "b": "last"}


def test_what_a_killed_process_left_goes_with_the_next_save(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "unlink", lambda path, missing_ok: None)
    with pytest.raises(Killed):
        dying: Store = DyingStore(desk.store, 0)  # type: ignore[assignment]
        write(dying, folder, a="1", b="1")
    monkeypatch.undo()
    assert len(read(folder)) == 2
    write(desk.store, folder, a="2", b="2")
    assert read(folder) == {"a": "2", "b": "2"}


def test_a_store_that_cannot_remember_stops_the_save(desk: Desk, folder: Path) -> None:
    write(desk.store, folder, a="1", b="1")

    class Full(DyingStore):
        def remember_saved(self, path: str, sha256: str) -> None:
            raise StoreError("the store is full")

    full: Store = Full(desk.store, 0)  # type: ignore[assignment]
    with pytest.raises(StoreError):
        write(full, folder, a="2", b="2")
    assert read(folder) == {"a": "1", "b": "1"}


def test_a_full_disk_leaves_everything_as_it_was(desk: Desk) -> None:
    desk.store.close()
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(desk.folder)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "/b: cannot be written: File too large (save elsewhere with" in done.stdout
    names = {path.name for path in desk.folder.iterdir()}
    assert not names & {"a", "b"}
    assert not [name for name in names if name.endswith(".posteditor")]


def test_what_is_no_regular_file_is_not_replaced(desk: Desk, folder: Path) -> None:
    os.mkfifo(folder / "a")
    with pytest.raises(OutputError, match="not a regular file"):
        write(desk.store, folder, a="1", force=True)
    (folder / "b").mkdir()
    with pytest.raises(OutputError, match="not a regular file"):
        write(desk.store, folder, b="1", force=True)
    assert sorted(path.name for path in folder.iterdir()) == ["a", "b"]


def test_a_file_where_a_folder_should_be(desk: Desk, folder: Path) -> None:
    (folder / "a").write_text("a file")
    with pytest.raises(OutputError, match="cannot be written"):
        write(desk.store, folder / "a", b="1")
    assert read(folder) == {"a": "a file"}


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs /proc")
def test_a_folder_that_cannot_be_written(desk: Desk) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        write(desk.store, Path("/proc/posteditor"), a="1")


def test_permissions_are_kept_and_new_files_get_the_usual_ones(
    desk: Desk, folder: Path
) -> None:
    mask = os.umask(0o027)
    try:
        write(desk.store, folder, a="1", b="1")
        (folder / "a").chmod(0o604)
        write(desk.store, folder, a="2", b="2")
    finally:
        os.umask(mask)
    modes = [stat.S_IMODE((folder / name).stat().st_mode) for name in ("a", "b")]
    assert modes == [0o604, 0o640]


def test_a_name_as_long_as_names_may_be(desk: Desk, folder: Path) -> None:
    name = "n" * 255
    write(desk.store, folder, **{name: "1"})
    assert read(folder) == {name: "1"}
