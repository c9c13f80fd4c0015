"""`make bench`: every figure beside a peer of the same run, medians of several.

A row is (what, our seconds, the peer's seconds, the peer). The machine may be shared
and slow: read the ratios, quote the medians. Arguments name the modules to run.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

Row = tuple[str, float, float, str]


def modules() -> list[str]:
    return sorted(path.stem for path in Path(__file__).parent.glob("bench_*.py"))


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:10.2f} ms"


def line(row: Row) -> str:
    name, ours, peer, peer_name = row
    ratio = f"{ours / peer:7.2f} x" if peer else f"{'':9}"
    return f"{name:58} {milliseconds(ours)} {milliseconds(peer)} {ratio}  {peer_name}"


def main(names: list[str]) -> None:
    print(f"{'figure':58} {'ours':>13} {'peer':>13} {'ours/peer':>9}  peer", flush=True)
    for name in names or modules():
        module = import_module(f"tests.benchmarks.{name}")
        for row in module.run():
            print(line(row), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
