"""`make bench-suggestions`: one table, every engine alone and all together.

Each engine runs in a process of its own, so that time and memory are its own. What
needs the evaluation data is left empty where that is absent.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks.bench_ter import DATA
from tests.suggestions.edited import AGREED, counted, learners, post_edits
from tests.suggestions.engines import ALL, NAMES, SERVER, STOCK, Flags, flags_of
from tests.suggestions.labelled import count, passages

NATIVE_LINES = 25
SERVER_FOLDER = "languagetool"
HEAD = (
    *("engine", "flags", "right", "recall", "exact", "known: right", "recall", "exact"),
    *("PE hits", "chance", "JFLEG", "native", "ms", "MB"),
)


def measured(name: str) -> dict[str, Any]:
    """All figures of one engine."""
    flags = flags_of(name)
    texts = passages()
    found: dict[str, Any] = {
        "unknown": dict(count(flags, texts, known=False)),
        "known": dict(count(flags, texts, known=True)),
    }
    if DATA.is_dir() and name != SERVER:
        found["post-edits"] = dict(
            counted(flags, post_edits(DATA / "mlqe-pe"), agreed=1)
        )
        found["learners"] = dict(counted(flags, learners(DATA / "jfleg"), AGREED))
        found["native"] = native(flags)
    usage = resource.getrusage(resource.RUSAGE_SELF)
    found["megabytes"] = usage.ru_maxrss / 1024
    return found


def native(flags: Flags) -> dict[str, float]:
    """Flags on English as it was written, and the time they took (CPU)."""
    words = number = 0
    begin = time.process_time()
    for text in native_texts():
        words += len(text.split())
        number += len(flags(text, None))
    return {"words": words, "flags": number, "seconds": time.process_time() - begin}


def native_texts() -> Iterator[str]:
    """Some paragraphs at a time, as a document might have."""
    for path in sorted((DATA / "wmt-to-english" / "native").iterdir()):
        lines = path.read_text("utf-8").split("\n")
        for at in range(0, len(lines), NATIVE_LINES):
            yield "\n".join(lines[at : at + NATIVE_LINES])


def row(name: str, found: dict[str, Any]) -> tuple[str, ...]:
    unknown, known = found["unknown"], found["known"]
    cells = [name, str(unknown.get("flags", 0)), *_shares(unknown), *_shares(known)]
    edits, learned = found.get("post-edits"), found.get("learners")
    if edits and learned:
        chance = edits.get("chance per million", 0) / 1e6
        number = edits.get("flags", 0)
        cells += [
            _share(edits.get("hits", 0), number),
            _share(chance, number),
            _share(learned.get("found", 0), learned["edited"]),
        ]
    else:
        cells += ["", "", ""]
    plain = found.get("native")
    if plain:
        cells.append(f"{1000 * plain['flags'] / plain['words']:.1f}")
        cells.append(f"{1e6 * plain['seconds'] / plain['words']:.0f}")
    else:
        cells += ["", ""]
    return (*cells, f"{found['megabytes']:.0f}")


def _shares(counts: dict[str, int]) -> tuple[str, str, str]:
    flags, exact = counts.get("flags", 0), counts.get("exact", 0)
    return (
        _share(counts.get("local", 0), flags),
        _share(counts.get("found", 0), counts["findable"]),
        _share(exact, counts["faults"]),
    )


def _share(part: float, whole: float) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "–"


def here(name: str) -> dict[str, Any] | None:
    """The figures of an engine, by another process; None where it is not here."""
    environ = dict(os.environ)
    if name == SERVER:
        cache = Path(environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        folder = cache / "posteditor-tests" / SERVER_FOLDER
        if not folder.is_dir():
            return None
        from posteditor.checkers.languagetool.installation import FOLDER_VARIABLE

        environ[FOLDER_VARIABLE] = str(folder)
    done = subprocess.run(
        [sys.executable, "-m", "tests.suggestions", "--engine", name],
        env=environ,
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--engine", choices=NAMES)
    wanted = parser.parse_args().engine
    if wanted:
        print(json.dumps(measured(wanted)))
        return
    texts = passages()
    words = sum(len(one.text.split()) for one in texts)
    faults = sum(len(one.faults) for one in texts)
    print(f"{len(texts)} labelled passages, {words} words, {faults} faults")
    print("| " + " | ".join(HEAD) + " |")
    print("|---" + "|---:" * (len(HEAD) - 1) + "|")
    for name in (*(n for n in NAMES if n not in (ALL, STOCK)), ALL, STOCK):
        found = here(name)
        if found is None:
            print(f"| {name} | not here: make languagetool-server |")
        else:
            print("| " + " | ".join(row(name, found)) + " |", flush=True)


if __name__ == "__main__":
    main()
