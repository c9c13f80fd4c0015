"""Reading two files and comparing them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from posteditor.diff import (
    EditStat,
    Op,
    OpKind,
    diff,
    edit_stat,
    edits,
    verify,
    with_moves,
)
from posteditor.diff.tokens import words
from posteditor.errors import InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A file as it was read. `sha256` is that of its bytes."""

    path: str
    text: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Two versions and the operations that make one of the other, moves numbered.

    `stat` counts edits and words; `words_old` and `words_new` are those of the texts.
    """

    old: Version
    new: Version
    ops: tuple[Op, ...]
    stat: EditStat
    words_old: int
    words_new: int

    @property
    def is_equal(self) -> bool:
        return self.old.text == self.new.text

    @property
    def moves(self) -> int:
        """How many phrases were moved."""
        return sum(op.move is not None for op in self.ops if op.kind is OpKind.DELETE)


def version(path: Path, encoding: str | None = None) -> Version:
    """Read a file. `InputError` where it cannot be read as text."""
    from posteditor.formats.decoding import decode

    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error
    text, _ = decode(data, str(path), encoding)
    return Version(path=str(path), text=text, sha256=hashlib.sha256(data).hexdigest())


def compare(old: Version, new: Version) -> Difference:
    """The difference, proven lossless (`ProofError`)."""
    ops = diff(old.text, new.text)
    stat = edit_stat(edits(ops))
    moved = with_moves(ops)
    verify(moved, old.text, new.text)
    return Difference(
        old=old,
        new=new,
        ops=moved,
        stat=stat,
        words_old=len(words(old.text)),
        words_new=len(words(new.text)),
    )
