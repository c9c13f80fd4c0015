"""The package can be imported by several threads at once, by whichever module."""

from __future__ import annotations

import subprocess
import sys

MODULES = ("corpus", "effort", "measures", "schema", "ter", "tercom", "plan")


def test_threads_that_import_at_once_do_not_wait_for_each_other() -> None:
    code = f"""
import threading, importlib
importlib.import_module("posteditor.diff")
start = threading.Barrier({len(MODULES)})
errors = []
def load(name):
    start.wait()
    try:
        importlib.import_module("posteditor.scoring." + name)
    except BaseException as error:
        errors.append(error)
threads = [
    threading.Thread(target=load, args=(name,), daemon=True) for name in {MODULES!r}
]
for thread in threads: thread.start()
for thread in threads: thread.join(20)
assert not errors, errors
assert not any(thread.is_alive() for thread in threads)
"""
    for _ in range(10):
        subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
