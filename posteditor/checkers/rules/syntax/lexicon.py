"""The word lists of data/, read once.

Rule: only a listed noun is taken to need a determiner.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@cache
def kinds(name: str) -> Mapping[str, frozenset[str]]:
    """The words of data/`name` by kind: a line that begins with "=" names the kind of
    those below it."""
    found: dict[str, set[str]] = {}
    current: set[str] = set()
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("="):
            current = found.setdefault(line[1:].strip(), set())
        elif not line.startswith("#"):
            current.update(line.split())
    return {kind: frozenset(words) for kind, words in found.items()}


@cache
def countable() -> frozenset[str]:
    """All nouns that stand in the singular only with a determiner."""
    listed = kinds("countable.txt")
    return listed["the"] | listed["persons"] | listed["things"]
