"""The guard ends what it runs, whoever is ended first and however."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from posteditor.checkers.languagetool import guard

PATIENCE_SECONDS = 30.0

USER = """
import subprocess, sys, time
guard = subprocess.Popen(
    [sys.executable, "-I", *sys.argv[1:]], stdin=subprocess.PIPE, start_new_session=True
)
print(guard.pid, flush=True)
time.sleep(600)
"""


def until_ended(process: int) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while _runs(process):
        assert time.monotonic() < end, "a process was left behind"
        time.sleep(0.02)


def _runs(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


def guarded(folder: Path) -> list[str]:
    """A command that writes its process number down, then stays."""
    script = f"echo $$ > {folder / 'pid.new'}; mv {folder / 'pid.new'} {folder / 'pid'}"
    return [guard.__file__, "/bin/sh", "-c", f"{script}; exec sleep 600"]


def number(folder: Path) -> int:
    end = time.monotonic() + PATIENCE_SECONDS
    while not (folder / "pid").exists():
        assert time.monotonic() < end
        time.sleep(0.01)
    return int((folder / "pid").read_text())


@pytest.mark.parametrize(
    "end", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT]
)
def test_the_command_ends_with_its_user(tmp_path: Path, end: signal.Signals) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", USER, *guarded(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as user:
        assert user.stdout is not None
        watcher = int(user.stdout.readline())
        command = number(tmp_path)
        assert _runs(command)
        user.send_signal(end)
    until_ended(command)
    until_ended(watcher)


@pytest.mark.skipif(sys.platform != "linux", reason="SIGKILL to it is Linux's to heal")
@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_the_command_ends_with_the_guard(tmp_path: Path, end: signal.Signals) -> None:
    with subprocess.Popen(
        [sys.executable, "-I", *guarded(tmp_path)], stdin=subprocess.PIPE
    ) as watcher:
        command = number(tmp_path)
        os.kill(watcher.pid, end)
        until_ended(command)


def test_the_guard_ends_with_the_command_and_its_code() -> None:
    command = ["/bin/sh", "-c", "echo told >&2; exit 7"]
    with subprocess.Popen(
        [sys.executable, "-I", guard.__file__, *command],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as watcher:
        assert watcher.wait(PATIENCE_SECONDS) == 7
        assert watcher.stderr is not None
        assert watcher.stderr.read() == "told\n"


def test_a_command_that_is_not_there() -> None:
    done = subprocess.run(
        [sys.executable, "-I", guard.__file__, "/no/such/command"],
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert done.returncode == 127
    assert "No such file" in done.stderr
