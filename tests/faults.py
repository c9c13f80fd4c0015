"""Passages of translated English with every fault labelled, for measuring checkers.

A passage is one file of tests/data/faults; tests/data/README.md says how to label.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "tests" / "data" / "faults"


class FaultClass(StrEnum):
    """What kind of fault an editor would call it."""

    AGREEMENT = "agreement"
    ARTICLE = "article"
    CALQUE = "calque"
    CASING = "casing"
    GRAMMAR = "grammar"
    PREPOSITION = "preposition"
    PUNCTUATION = "punctuation"
    REGISTER = "register"
    SPELLING = "spelling"
    TERMINOLOGY = "terminology"
    TYPOGRAPHY = "typography"
    WORD_CHOICE = "word choice"
    WORD_ORDER = "word order"
    WORDINESS = "wordiness"


class Findable(StrEnum):
    """What it takes to find a fault: a pattern, a list of phrases or words, a look at
    the whole document, or somebody who understands the text."""

    RULE = "rule"
    LIST = "list"
    DOCUMENT = "document"
    READER = "reader"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A fault at `passage.text[start:end]` (code points); `fix` is one good remedy."""

    start: int
    end: int
    text: str
    fix: str
    kind: FaultClass
    findable: Findable
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text, its faults in order of place, and the text with all of them mended.

    Whatever no fault covers is right as it stands. `sound` quotes the parts of it that
    are most likely to be flagged by mistake. `path` is the document the text was read
    from, if it is one of the repository's.
    """

    name: str
    lang: str
    genre: str
    text: str
    clean: str
    faults: tuple[Fault, ...]
    sound: tuple[str, ...] = ()
    path: Path | None = None


def load(folder: Path = FOLDER) -> list[Passage]:
    """All labelled passages, by name. ValueError where a label is not in its text."""
    return [read(path) for path in sorted(folder.glob("*.toml"))]


def read(path: Path) -> Passage:
    """One labelled passage."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    document = ROOT / data["file"] if "file" in data else None
    text = document.read_text(encoding="utf-8") if document else data["text"]
    faults = [_fault(text, entry, path.name) for entry in data["faults"]]
    return Passage(
        name=path.stem,
        lang=data["lang"],
        genre=data["genre"],
        text=text,
        clean=data["clean"],
        faults=tuple(sorted(faults, key=lambda fault: fault.start)),
        sound=tuple(data.get("sound", ())),
        path=document,
    )


def mend(text: str, faults: Sequence[Fault]) -> str:
    """The text with these faults, in order of place, replaced by their fixes.

    ValueError where two of them overlap.
    """
    parts: list[str] = []
    done = 0
    for fault in faults:
        if fault.start < done:
            raise ValueError(f"two faults overlap at {fault.text!r}")
        parts += (text[done : fault.start], fault.fix)
        done = fault.end
    return "".join((*parts, text[done:]))


def _fault(text: str, entry: Mapping[str, Any], where: str) -> Fault:
    start = _place(text, entry["text"], entry.get("occurrence", 1), where)
    return Fault(
        start=start,
        end=start + len(entry["text"]),
        text=entry["text"],
        fix=entry["fix"],
        kind=FaultClass(entry["class"]),
        findable=Findable(entry["findable"]),
        note=entry.get("note", ""),
    )


def _place(text: str, wanted: str, occurrence: int, where: str) -> int:
    """Where the given occurrence (counted from 1, overlaps included) begins."""
    start = -1
    for _ in range(occurrence):
        start = text.find(wanted, start + 1)
        if start < 0:
            raise ValueError(f"{where}: no occurrence {occurrence} of {wanted!r}")
    return start
