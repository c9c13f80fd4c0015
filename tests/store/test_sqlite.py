"""The SQLite store: the contract, and what it promises of its file."""

from __future__ import annotations

import os
import sqlite3
import stat
import threading
from pathlib import Path

import pytest

from posteditor.errors import StoreError, StoreVersionError
from posteditor.store.protocol import Store
from posteditor.store.sqlite import SqliteStore
from posteditor.store.sqlite.schema import APPLICATION_ID, MIGRATIONS, VERSION
from tests.store.contract import StoreContract, event, record


class TestSqliteStore(StoreContract):
    def open_store(self, folder: Path) -> Store:
        return SqliteStore.open(folder / "state" / "sessions.db")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sessions.db"


def filled(path: Path, events: int = 3) -> None:
    store = SqliteStore.open(path)
    store.create_session(record())
    for seq in range(1, events + 1):
        store.append("s1", event(seq))
    store.close()


def test_store_and_folder_are_private(tmp_path: Path) -> None:
    path = tmp_path / "new" / "deep" / "sessions.db"
    store = SqliteStore.open(path)
    store.create_session(record())
    with store.hold("s1"):
        modes = {
            found.relative_to(tmp_path).as_posix(): stat.S_IMODE(found.stat().st_mode)
            for found in tmp_path.rglob("*")
        }
    store.close()
    assert modes == {
        "new": 0o700,
        "new/deep": 0o700,
        "new/deep/sessions.db": 0o600,
        "new/deep/sessions.db-wal": 0o600,
        "new/deep/sessions.db-shm": 0o600,
        "new/deep/sessions.db.locks": 0o700,
        "new/deep/sessions.db.locks/s1.lock": 0o600,
    }


def test_commits_are_durable_and_writers_wait(path: Path) -> None:
    store = SqliteStore.open(path)
    asked = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
    values = [
        store._connection.execute(f"PRAGMA {name}").fetchone()[0] for name in asked
    ]
    store.close()
    assert values == ["wal", 2, 1, 5000]


def test_a_new_store_carries_our_mark_and_version(path: Path) -> None:
    SqliteStore.open(path).close()
    raw = path.read_bytes()
    assert int.from_bytes(raw[60:64], "big") == VERSION == len(MIGRATIONS)
    assert int.from_bytes(raw[68:72], "big") == APPLICATION_ID


def test_stores_opened_at_once_create_one(path: Path) -> None:
    faults: list[Exception] = []

    def open_one(name: str) -> None:
        try:
            store = SqliteStore.open(path)
            store.create_session(record(name))
            store.close()
        except Exception as error:
            faults.append(error)

    names = [f"s{number}" for number in range(8)]
    threads = [threading.Thread(target=open_one, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults
    store = SqliteStore.open(path)
    assert len(store.sessions()) == 8
    store.close()


def test_a_store_of_the_first_version_is_brought_up_to_date(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        MIGRATIONS[0](connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 1")
        connection.execute(
            "INSERT INTO sessions VALUES"
            " ('s1', 'a.txt', '', 0, 'en', NULL, 'full', 1.0, 2.0, 0, 0)"
        )
        connection.execute("INSERT INTO fingerprints VALUES ('s1', x'')")
    connection.close()
    store = SqliteStore.open(path)
    assert store.session("s1").carried_from is None
    assert store.session("s1").editor == ""
    store.create_session(record("s2", carried_from="s1"))
    assert store.session("s2").carried_from == "s1"
    store.close()


def test_a_newer_store_is_refused_and_untouched(path: Path) -> None:
    filled(path)
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    before = path.read_bytes(), path.stat().st_mtime_ns
    with pytest.raises(StoreVersionError, match=r"update posteditor .*--store"):
        SqliteStore.open(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_a_newer_version_in_the_log_is_seen(path: Path) -> None:
    filled(path)
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    assert int.from_bytes(path.read_bytes()[60:64], "big") == VERSION
    with pytest.raises(StoreVersionError):
        SqliteStore.open(path)
    connection.close()


def test_the_database_of_another_program_is_refused_and_untouched(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE theirs (x)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="not one of posteditor"):
        SqliteStore.open(path)
    assert path.read_bytes() == before


def test_a_text_file_is_refused_and_untouched(path: Path) -> None:
    path.write_text("My precious notes.\n" * 500)
    before = path.read_bytes()
    with pytest.raises(StoreError, match="not one of posteditor"):
        SqliteStore.open(path)
    assert path.read_bytes() == before


def test_a_directory_in_the_way(path: Path) -> None:
    path.mkdir()
    with pytest.raises(StoreError, match=r"sessions\.db") as caught:
        SqliteStore.open(path)
    assert "\n" not in str(caught.value)


def test_a_device_in_the_way() -> None:
    with pytest.raises(StoreError, match="regular file"):
        SqliteStore.open(Path(os.devnull))


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("")
    with pytest.raises(StoreError, match=r"cannot be opened.*--store"):
        SqliteStore.open(tmp_path / "state" / "sessions.db")


def test_an_odd_file_name(tmp_path: Path) -> None:
    path = tmp_path / "100% ?mode=memory & #ü.db"
    filled(path)
    store = SqliteStore.open(path)
    assert len(store.events("s1")) == 3
    store.close()
