"""The word lists of data/consistency.toml, read once."""

from __future__ import annotations

import tomllib
from functools import cache

from posteditor.checkers.spellings import DATA


@cache
def word_list(name: str) -> frozenset[str]:
    """The words under this name."""
    return frozenset(_lists()[name])


@cache
def _lists() -> dict[str, list[str]]:
    text = (DATA / "consistency.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
