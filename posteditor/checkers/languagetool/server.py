"""A LanguageTool server of one's own: started when first asked, ended with its user.

Rules: it listens on this machine alone; at most one is started; it ends with `close`,
with this object, with this process, however that ends (see `guard`).
"""

from __future__ import annotations

import socket
import subprocess
import sys
import tempfile
import threading
import time
import weakref
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO

from posteditor.checkers.languagetool import guard
from posteditor.checkers.languagetool.client import Client
from posteditor.checkers.languagetool.installation import Installation
from posteditor.errors import ServiceError
from posteditor.sanitise import sanitise

HOST = "127.0.0.1"
# Measured at 2.5 s here; an old laptop with a cold disk takes ten times that.
START_SECONDS = 90.0
_ASK_SECONDS = 0.1
_END_SECONDS = 5.0
# The port may be taken between the moment it was seen free and the server's start.
TRIES = 3
_TOLD = 200


class CancelledError(Exception):
    """Nobody waits for the server any more."""


class LocalServer:
    """Safe to use from several threads at once."""

    def __init__(
        self,
        installation: Installation,
        *,
        max_heap: str,
        environ: Mapping[str, str],
        patience: float = START_SECONDS,
    ) -> None:
        self._installation = installation
        self._environ = {**environ, "JAVA_TOOL_OPTIONS": _options(environ, max_heap)}
        self._patience = patience
        self._lock = threading.Lock()
        self._url: str | None = None
        self._failure: ServiceError | None = None
        self._finish: Callable[[], object] = lambda: None

    def url(self, cancelled: Callable[[], bool]) -> str:
        """The address of the running server, which is started now if it was not yet.

        `ServiceError` where it cannot be started, the same each time; `CancelledError`.
        """
        with self._lock:
            if self._failure is not None:
                raise self._failure
            if self._url is None:
                try:
                    self._url = self._start(cancelled)
                except ServiceError as error:
                    self._failure = error
                    raise
            return self._url

    def close(self) -> None:
        """End the server and wait until it is gone; it is not started again."""
        with self._lock:
            self._finish()
            self._url = None
            self._failure = ServiceError("the LanguageTool server was closed")

    def _start(self, cancelled: Callable[[], bool]) -> str:
        told = ""
        for _ in range(TRIES):
            port = _free_port()
            command = self._installation.command(port)
            with tempfile.TemporaryFile() as errors:
                process = self._run(command, errors)
                finish = weakref.finalize(self, _end, process)
                try:
                    url = f"http://{HOST}:{port}"
                    if self._is_up(process, url, cancelled):
                        self._finish = finish
                        return url
                except BaseException:
                    finish()
                    raise
                finish()
                told = _last_line(errors)
            if "ddress already in use" not in told and "PortBinding" not in told:
                break
        raise ServiceError(
            f"the LanguageTool server does not start: {told or 'it ended'}"
        )

    def _run(self, command: list[str], errors: IO[bytes]) -> subprocess.Popen[bytes]:
        try:
            return subprocess.Popen(
                [sys.executable, "-I", str(Path(guard.__file__)), *command],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                env=self._environ,
                cwd=self._installation.home,
                # Ctrl+C in the terminal is for this program.
                start_new_session=True,
            )
        except OSError as error:
            told = error.strerror or error
            raise ServiceError(f"LanguageTool cannot be started: {told}") from error

    def _is_up(
        self, process: subprocess.Popen[bytes], url: str, cancelled: Callable[[], bool]
    ) -> bool:
        """Wait for it; False where it ended."""
        client = Client(url, timeout=2.0)
        end = time.monotonic() + self._patience
        while time.monotonic() < end:
            if cancelled():
                raise CancelledError
            try:
                process.wait(_ASK_SECONDS)
                return False
            except subprocess.TimeoutExpired:
                if client.is_ready():
                    return process.poll() is None
        raise ServiceError(
            f"the LanguageTool server did not start within {self._patience:g} s"
        )


def _end(process: subprocess.Popen[bytes]) -> None:
    """Let the guard end the server; where it does not, the system does."""
    if process.stdin is not None:
        process.stdin.close()
    try:
        process.wait(_END_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def _options(environ: Mapping[str, str], max_heap: str) -> str:
    """The user's own options for Java stay, before ours."""
    return f"{environ.get('JAVA_TOOL_OPTIONS', '')} -Xmx{max_heap}".strip()


def _last_line(errors: IO[bytes]) -> str:
    """What the server said last of why it ended."""
    errors.seek(0)
    text = errors.read(1 << 16).decode("utf-8", "replace")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    lines = [
        line
        for line in lines
        if not line.startswith(("at ", "Picked up JAVA_TOOL_OPTIONS", "..."))
    ]
    return sanitise(lines[-1])[:_TOLD] if lines else ""
