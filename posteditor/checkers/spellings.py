"""British and American spellings, from data/spelling-stems.txt and data/ize-stems.txt.

Rule: a word is only here if its spelling tells, whatever its sense, in which of the two
ways the text is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent.parent / "data"

_ISE_ENDINGS = ("e", "ed", "es", "ing", "er", "ers", "ation", "ations", "able")


class Variety(StrEnum):
    """A way of spelling. Words in -ise and -ize are a matter of their own, since
    British English writes both."""

    BRITISH = "British"
    AMERICAN = "American"
    ISE = "-ise"
    IZE = "-ize"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """The variety of a word, and the word in the other variety."""

    variety: Variety
    other: str


@cache
def varieties() -> Mapping[str, Spelling]:
    """Each word that tells its variety, in lower case."""
    table: dict[str, Spelling] = {}
    for british, american in _pairs():
        _add(table, british, american, (Variety.BRITISH, Variety.AMERICAN))
    for stem in _lines("ize-stems.txt"):
        for ending in _ISE_ENDINGS:
            pair = (f"{stem}is{ending}", f"{stem}iz{ending}")
            _add(table, *pair, (Variety.ISE, Variety.IZE))
    return table


@cache
def side_by_side() -> frozenset[str]:
    """Every word of the tables, those too that tell nothing: right in some variety."""
    listed = {word.strip("!") for pair in _pairs() for word in pair}
    return frozenset(listed | varieties().keys())


def _add(
    table: dict[str, Spelling], one: str, two: str, kinds: tuple[Variety, Variety]
) -> None:
    """A spelling marked "!" tells nothing, but the other one of the pair may."""
    first, second = one.strip("!"), two.strip("!")
    if not one.endswith("!"):
        table[first] = Spelling(variety=kinds[0], other=second)
    if not two.endswith("!"):
        table[second] = Spelling(variety=kinds[1], other=first)


def _pairs() -> Iterator[tuple[str, str]]:
    for line in _lines("spelling-stems.txt"):
        stems, _, endings = line.partition(":")
        british, american = stems.split()
        for ending in endings.split():
            suffix = "" if ending == "-" else ending
            yield _with(british, suffix), _with(american, suffix)


def _with(stem: str, suffix: str) -> str:
    return stem.rstrip("!") + suffix + "!" * stem.endswith("!")


def _lines(name: str) -> Iterator[str]:
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line
