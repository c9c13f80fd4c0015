"""Runs a command, and ends it when whoever started this script is gone.

    python guard.py COMMAND...

Rule: nothing outlives its user. The starter holds the other end of standard input,
which the system closes however it ends; and on Linux the system ends the command where
this script itself is killed. Run as a script of its own, it imports nothing of the
package.
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import threading

_PR_SET_PDEATHSIG = 1


def main(command: list[str]) -> int:
    """The exit code of the command, 127 where it could not be started."""
    parent = os.getpid()
    posix = os.name == "posix"
    libc = ctypes.CDLL(None) if sys.platform == "linux" else None

    def die_with_parent() -> None:
        if libc is None:
            return
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)

    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            # No thread runs yet.
            preexec_fn=die_with_parent if posix else None,  # noqa: PLW1509
        )
    except OSError as error:
        print(error, file=sys.stderr)
        return 127
    for name in ("SIGTERM", "SIGHUP", "SIGINT"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: process.kill())

    def watch() -> None:
        while os.read(0, 4096):
            pass
        process.kill()

    threading.Thread(target=watch, daemon=True).start()
    return process.wait()


if __name__ == "__main__":
    code = main(sys.argv[1:])
    # Not sys.exit: the watching thread may hold standard input.
    os._exit(code if 0 <= code < 256 else 1)  # noqa: PLR2004 - what fits
