"""The real program in a real terminal: tmux types, and tells what the screen shows."""

from __future__ import annotations

import os
import shlex
import subprocess
import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

WAIT_SECONDS = 30.0
POLL_SECONDS = 0.05


class Terminal:
    """A tmux server of its own with one window that runs one command.

    The window stays when the command ends, so that its last screen can be read.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        cwd: Path,
        env: Mapping[str, str],
        size: tuple[int, int] = (120, 40),
    ) -> None:
        self._socket = f"posteditor-{uuid.uuid4().hex[:12]}"
        self._command = command
        self._cwd = cwd
        self._env = env
        self._size = size

    def __enter__(self) -> Terminal:
        columns, rows = self._size
        variables = [f"{name}={value}" for name, value in self._env.items()]
        line = shlex.join(["env", *variables, *self._command])
        self._tmux(
            *("-f", "/dev/null", "new-session", "-d", "-x", str(columns)),
            *("-y", str(rows), "-c", str(self._cwd)),
            f"{line}; code=$?; echo; echo EXIT CODE $code; sleep 600",
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._tmux("kill-server", check=False)

    def press(self, *keys: str) -> None:
        """Press keys by tmux's names: "a", "Escape", "C-r", "Enter"."""
        self._tmux("send-keys", *keys)

    def type(self, text: str) -> None:
        """Type text as it stands."""
        self._tmux("send-keys", "-l", text)

    def screen(self) -> str:
        return self._tmux("capture-pane", "-p")

    def wait_for(self, *texts: str) -> str:
        """Wait until all `texts` are on the screen; the screen."""
        return self.wait_until(
            lambda screen: all(text in screen for text in texts), repr(texts)
        )

    def wait_until(self, seen: Callable[[str], bool], what: str) -> str:
        end = time.monotonic() + WAIT_SECONDS
        while True:
            screen = self.screen()
            if seen(screen):
                return screen
            if time.monotonic() > end:
                raise AssertionError(f"not seen: {what}\n{screen}")
            time.sleep(POLL_SECONDS)

    def _tmux(self, *arguments: str, check: bool = True) -> str:
        done = subprocess.run(
            ["tmux", "-u", "-L", self._socket, *arguments],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=check,
            env={**os.environ, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"},
        )
        return done.stdout
