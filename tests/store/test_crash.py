"""Processes that die or meet: what was confirmed is there, the dead hold nothing."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from posteditor.errors import SessionBusyError
from posteditor.store import locks
from posteditor.store.sqlite import SqliteStore
from tests.store.contract import record

ROOT = Path(__file__).parents[2]

APPENDS = """
import sys
from pathlib import Path
from posteditor.store.protocol import Draft
from posteditor.store.sqlite import SqliteStore
from tests.store.contract import event
store = SqliteStore.open(Path(sys.argv[1]))
with store.hold("s1"):
    seq = len(store.events("s1"))
    while True:
        seq += 1
        store.save_draft("s1", Draft(segment=1, text="typing " * seq, at=1.0))
        store.append("s1", event(seq), remember=[f"k{seq}"])
        print(seq, flush=True)
"""

HOLDS = """
import sys
from pathlib import Path
from posteditor.store.sqlite import SqliteStore
store = SqliteStore.open(Path(sys.argv[1]))
with store.hold("s1"):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def process(script: str, path: Path) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", script, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as started:
        try:
            yield started
        finally:
            started.kill()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "sessions.db"
    store = SqliteStore.open(path)
    store.create_session(record())
    store.close()
    return path


def test_no_confirmed_event_is_lost_in_twenty_kills(path: Path) -> None:
    chance = random.Random(20)
    confirmed = 0
    for _ in range(20):
        with process(APPENDS, path) as writer:
            assert writer.stdout is not None
            for _ in range(chance.randint(1, 12)):
                confirmed = int(writer.stdout.readline())
            writer.send_signal(signal.SIGKILL)
            for line in writer.stdout:
                confirmed = int(line) if line.endswith("\n") else confirmed
        store = SqliteStore.open(path)
        events = store.events("s1")
        assert len(events) in (confirmed, confirmed + 1)
        assert store.dismissals() == {f"k{one.seq}" for one in events}
        with store.hold("s1"):
            pass
        store.close()


def test_another_process_is_named_and_frees_the_session_when_it_dies(
    path: Path,
) -> None:
    store = SqliteStore.open(path)
    with process(HOLDS, path) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        refused = pytest.raises(SessionBusyError, match=f"process {holder.pid} on")
        with refused, store.hold("s1"):
            pass
        assert store.events("s1") == []
        holder.kill()
        holder.wait()
        with store.hold("s1"):
            pass
    store.close()


def test_a_lock_file_that_was_deleted_meanwhile_is_not_taken_for_the_lock(
    tmp_path: Path,
) -> None:
    lock = tmp_path / "s1.lock"
    lock.touch()
    opened = os.open(lock, os.O_RDWR)
    assert locks.is_at(lock, opened)
    lock.unlink()
    assert not locks.is_at(lock, opened)
    lock.touch()
    assert not locks.is_at(lock, opened)
    os.close(opened)


def test_a_note_that_cannot_be_read_is_no_reason_to_fail(path: Path) -> None:
    store = SqliteStore.open(path)
    lock = path.with_name("sessions.db.locks") / "s1.lock"
    for note in (b"", b"\xff\xfe", b"12 \x1b[31mhost", b"x" * 5000):
        with store.hold("s1"):
            lock.write_bytes(note)
            refused = pytest.raises(SessionBusyError, match="another process")
            with refused, store.hold("s1"):
                pass
    store.close()
