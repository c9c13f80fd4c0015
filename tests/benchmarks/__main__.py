"""`make bench`: every figure beside a peer of the same run, medians of several.

A row is (what, our seconds, the peer's seconds, the peer). The machine may be shared
and slow: read the ratios, quote the medians. Arguments name the modules to run.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

# What this program promises, in milliseconds, by the beginning of a row's name.
LIMITS = {
    "posteditor --help": 80,
    "first paint of 60 sentences": 350,
    "first paint of 100,000 sentences": 1000,
    "CPU a key": 12,
    "all embedded checkers": 40,
    "guards on a sentence": 5,
    "1000 phrase rules": 10,
    "1000 rules: load": 80,
}

Row = tuple[str, float, float, str]


def modules() -> list[str]:
    return sorted(path.stem for path in Path(__file__).parent.glob("bench_*.py"))


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:10.2f} ms"


def line(row: Row) -> str:
    name, ours, peer, peer_name = row
    ratio = f"{ours / peer:7.2f} x" if peer else f"{'':9}"
    return (
        f"{name:58} {milliseconds(ours)} {limit(name, ours):>7} "
        f"{milliseconds(peer)} {ratio}  {peer_name}"
    )


def limit(name: str, seconds: float) -> str:
    """The promise, marked where this run missed it."""
    for beginning, most in LIMITS.items():
        if name.startswith(beginning):
            return f"{'!' if seconds * 1000 > most else '<'} {most}"
    return ""


def main(names: list[str]) -> None:
    print(
        f"{'figure':58} {'ours':>13} {'limit':>7} {'peer':>13} {'ours/peer':>9}  peer",
        flush=True,
    )
    for name in names or modules():
        module = import_module(f"tests.benchmarks.{name}")
        for row in module.run():
            print(line(row), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
