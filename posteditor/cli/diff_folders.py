"""The files of two folders, by their paths within them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from posteditor.errors import InputError
from posteditor.reports.difference import Difference, compare, version


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A path, and which of the two folders has a file there."""

    name: str
    old: Path | None
    new: Path | None

    def compared(self, encoding: str | None) -> Difference | None:
        """The difference, None where only one side has the file. `InputError` for what
        cannot be read as text."""
        if self.old is None or self.new is None:
            return None
        return compare(version(self.old, encoding), version(self.new, encoding))

    def row(self, found: Difference | None) -> tuple[str, ...]:
        """A line of the summary: file, state, edits, words of old and new."""
        if found is None:
            return self.name, "only in " + ("old" if self.old else "new"), "", "", ""
        state = "equal" if found.is_equal else "changed"
        words = str(found.words_old), str(found.words_new)
        return self.name, state, str(found.stat.edits), *words


def pairs(old: Path, new: Path) -> Iterator[Pair]:
    """All files of both folders by name, hidden ones left out. Links to folders are
    not followed."""
    olds, news = _files(old), _files(new)
    for name in sorted(olds | news):
        yield Pair(
            name=name,
            old=old / name if name in olds else None,
            new=new / name if name in news else None,
        )


def _files(folder: Path) -> set[str]:
    def fail(error: OSError) -> None:
        where = error.filename or folder
        raise InputError(f"{where}: {error.strerror or error}") from error

    found: set[str] = set()
    for place, folders, files in os.walk(folder, onerror=fail):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found.update(
            str((Path(place) / name).relative_to(folder))
            for name in files
            if not name.startswith(".")
        )
    return found
