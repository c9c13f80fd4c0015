"""A damaged, full or unreachable store: one clear line, and nothing lost or changed."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from posteditor.errors import StoreError
from posteditor.revision import Event
from posteditor.store.protocol import Draft
from posteditor.store.sqlite import SqliteStore
from tests.store.contract import event, record

EVENTS = 200


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store of some pages, closed."""
    path = tmp_path / "sessions.db"
    store = SqliteStore.open(path)
    written = [event(seq, target="some text " * 20) for seq in range(1, EVENTS + 1)]
    store.create_session(record(), events=written)
    store.close()
    return path


def read(path: Path) -> list[Event]:
    store = SqliteStore.open(path)
    try:
        assert [found.id for found in store.sessions()] == ["s1"]
        return store.events("s1")
    finally:
        store.close()


def one_line(error: StoreError, path: Path) -> None:
    assert "\n" not in str(error)
    assert str(path) in str(error)


# -- the file ---------------------------------------------------------------------


@pytest.mark.parametrize("share", [0.9, 0.5, 0.1])
def test_a_truncated_file(path: Path, share: float) -> None:
    os.truncate(path, int(path.stat().st_size * share))
    with pytest.raises(StoreError) as caught:
        read(path)
    one_line(caught.value, path)


@pytest.mark.parametrize("size", [1, 16, 60, 99])
def test_a_file_that_ends_in_its_header(path: Path, size: int) -> None:
    os.truncate(path, size)
    with pytest.raises(StoreError, match="damaged") as caught:
        SqliteStore.open(path)
    one_line(caught.value, path)
    assert path.stat().st_size == size


def test_a_file_cut_to_nothing_with_its_log_left(path: Path) -> None:
    os.truncate(path, 0)
    path.with_name("sessions.db-wal").write_bytes(b"the last events")
    with pytest.raises(StoreError, match="damaged"):
        SqliteStore.open(path)
    assert path.with_name("sessions.db-wal").read_bytes() == b"the last events"


@pytest.mark.parametrize("seed", range(25))
def test_overwritten_bytes_never_pass_for_events(path: Path, seed: int) -> None:
    """Whatever is overwritten: the events as they were, or one line that says no."""
    chance = random.Random(seed)
    expected = read(path)
    raw = bytearray(path.read_bytes())
    length = chance.choice([16, 300, 4096])
    at = chance.randrange(len(raw) - length)
    raw[at : at + length] = chance.randbytes(length)
    path.write_bytes(raw)
    try:
        found = read(path)
    except StoreError as error:
        one_line(error, path)
    else:
        assert found == expected


def test_every_overwritten_page_is_survived(path: Path) -> None:
    raw = path.read_bytes()
    for at in range(0, len(raw), 4096):
        path.write_bytes(raw[:at] + b"\xa5" * 4096 + raw[at + 4096 :])
        with pytest.raises(StoreError) as caught:
            read_and_write(path)
        one_line(caught.value, path)


def read_and_write(path: Path) -> None:
    """Use every table and index."""
    store = SqliteStore.open(path)
    try:
        store.sessions()
        store.latest_session(record().path)
        store.sessions_of_content(record().sha256)
        store.events("s1")
        store.append("s1", event(EVENTS + 1), remember=["k"])
        store.drafts("s1")
        store.saved_hash("x")
        raise StoreError(f"{path}: nothing used this page")
    finally:
        store.close()


@pytest.mark.parametrize("body", ["{", "[]", '{"seq": 7}', "\udcff", b"\xff\xfe"])
def test_an_event_that_cannot_be_read_is_named(path: Path, body: str | bytes) -> None:
    raw = body.encode("utf-8", "surrogatepass") if isinstance(body, str) else body
    with sqlite3.connect(path) as connection:
        connection.execute(
            "UPDATE events SET body = CAST(? AS TEXT) WHERE seq = 7", [raw]
        )
    connection.close()
    with pytest.raises(StoreError, match="session s1, event 7") as caught:
        read(path)
    one_line(caught.value, path)


@pytest.mark.parametrize(
    ("change", "seq"),
    [
        ("DELETE FROM events WHERE seq = 9", 9),
        ("DELETE FROM events WHERE seq = 1", 1),
        ("DELETE FROM events WHERE seq > 150", 151),
        ("DELETE FROM events", 1),
        ("UPDATE events SET seq = 900 WHERE seq = 12", 12),
    ],
)
def test_a_missing_event_is_named(path: Path, change: str, seq: int) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(change)
    connection.close()
    with pytest.raises(StoreError, match=f"session s1, event {seq}: .*missing"):
        read(path)


def test_an_event_that_was_changed_is_named(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE events SET body = replace(body, 'text', 'test')")
    connection.close()
    with pytest.raises(StoreError, match=r"session s1, event 1: .*not as it was"):
        read(path)


def test_a_missing_table_is_damage(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE drafts")
    connection.close()
    store = SqliteStore.open(path)
    with pytest.raises(StoreError, match="damaged"):
        store.drafts("s1")
    store.close()


def test_a_log_left_behind_is_read(path: Path, tmp_path: Path) -> None:
    store = SqliteStore.open(path)
    store.append("s1", event(EVENTS + 1))
    copy = tmp_path / "copy"
    copy.mkdir()
    for name in ("sessions.db", "sessions.db-wal"):
        shutil.copy(path.with_name(name), copy / name)
    store.close()
    assert read(copy / "sessions.db")[-1] == event(EVENTS + 1)


def test_a_torn_log_keeps_what_was_committed_before(path: Path, tmp_path: Path) -> None:
    store = SqliteStore.open(path)
    for seq in range(EVENTS + 1, EVENTS + 11):
        store.append("s1", event(seq))
    copy = tmp_path / "copy"
    copy.mkdir()
    for name in ("sessions.db", "sessions.db-wal"):
        shutil.copy(path.with_name(name), copy / name)
    store.close()
    log = copy / "sessions.db-wal"
    os.truncate(log, log.stat().st_size - 100)
    assert [found.seq for found in read(copy / "sessions.db")] == list(
        range(1, EVENTS + 10)
    )


# -- the disk and its folders -----------------------------------------------------


@contextmanager
def file_size_limit(size: int) -> Iterator[None]:
    """Writes beyond `size` bytes fail, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)


WRITES: dict[str, Callable[[SqliteStore], object]] = {
    "append": lambda store: store.append(
        "s1", event(EVENTS + 1, target="x" * 200_000), remember=["k"]
    ),
    "draft": lambda store: store.save_draft(
        "s1", Draft(segment=0, text="x" * 200_000, at=1.0)
    ),
    "create": lambda store: store.create_session(
        record("s2", fingerprints=b"x" * 200_000)
    ),
    "saved": lambda store: store.remember_saved("/out/" + "x" * 200_000, "0" * 64),
}


@pytest.mark.parametrize("name", WRITES)
def test_a_full_disk_refuses_one_write_and_loses_nothing(path: Path, name: str) -> None:
    before = read(path)
    store = SqliteStore.open(path)
    with file_size_limit(100_000), pytest.raises(StoreError) as caught:
        WRITES[name](store)
    one_line(caught.value, path)
    assert store.events("s1") == before
    assert store.dismissals() == frozenset()
    assert store.drafts("s1") == {}
    assert len(store.sessions()) == 1
    store.append("s1", event(EVENTS + 1))
    store.close()
    assert read(path) == [*before, event(EVENTS + 1)]


def test_a_disk_that_is_full_from_the_start(tmp_path: Path) -> None:
    path = tmp_path / "sessions.db"
    with file_size_limit(0), pytest.raises(StoreError) as caught:
        SqliteStore.open(path)
    one_line(caught.value, path)
    store = SqliteStore.open(path)
    assert store.sessions() == []
    store.close()


NOBODY = 65534
AS_NOBODY = """
import os, sys
from pathlib import Path
from posteditor.errors import StoreError
from posteditor.store.sqlite import SqliteStore
if os.getuid() == 0:
    os.setgroups([])
    os.setgid({id})
    os.setuid({id})
try:
    SqliteStore.open(Path(sys.argv[1]))
except StoreError as error:
    print(error)
"""


@pytest.mark.parametrize("place", ["no-entry/sessions.db", "no-entry/deeper/s.db"])
def test_a_folder_that_may_not_be_written(tmp_path: Path, place: str) -> None:
    closed = tmp_path / "no-entry"
    closed.mkdir(mode=0o500)
    path = tmp_path / place
    done = subprocess.run(
        [sys.executable, "-c", AS_NOBODY.format(id=NOBODY), str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.count("\n") == 1
    assert done.stdout.startswith(f"{path}: the store cannot be opened")
    assert "--store" in done.stdout


def test_a_lock_that_cannot_be_made(path: Path) -> None:
    path.with_name("sessions.db.locks").write_text("in the way")
    store = SqliteStore.open(path)
    with pytest.raises(StoreError) as caught, store.hold("s1"):
        pass
    assert "\n" not in str(caught.value)
    assert "sessions.db.locks" in str(caught.value)
    store.close()
