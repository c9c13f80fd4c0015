"""The real program on a pseudo-terminal, with an emulator that knows what it shows.

Quicker to start and to kill than a tmux server; what is on `screen` is what the user
has been told.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence

import pyte

COLUMNS, ROWS = 120, 40
READ_BYTES = 1 << 16


class PtyProgram:
    """One run of a command. `deadline` is when it is killed, by `time.monotonic`."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str]) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self.screen)
        self._master, slave = pty.openpty()
        size = struct.pack("HHHH", ROWS, COLUMNS, 0, 0)
        fcntl.ioctl(slave, termios.TIOCSWINSZ, size)
        self._process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**os.environ, **env, "TERM": "xterm-256color"},
            start_new_session=True,
        )
        os.close(slave)
        self.deadline = float("inf")

    @property
    def lines(self) -> list[str]:
        return list(self.screen.display)

    @property
    def text(self) -> str:
        return "\n".join(self.screen.display)

    def send(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def wait_until(self, seen: Callable[[str], bool], seconds: float = 30) -> bool:
        """Read until the screen is as wanted. False when the deadline came first."""
        end = time.monotonic() + seconds
        while not seen(self.text):
            now = time.monotonic()
            if now >= self.deadline:
                return False
            assert now < end, f"never seen\n{self.text}"
            self._read(min(end, self.deadline) - now)
        return True

    def kill(self) -> None:
        """SIGKILL, and what the terminal had been sent until then."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        while self._read(0):
            pass
        os.close(self._master)

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._master], [], [], max(seconds, 0))
        if not ready:
            return False
        try:
            data = os.read(self._master, READ_BYTES)
        except OSError:
            return False
        self._stream.feed(data)
        return bool(data)
