"""The diff itself: operations made of the pieces of both texts, and their proof."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from posteditor.diff.ends import shared_ends
from posteditor.diff.match import Block, match
from posteditor.diff.readable import readable
from posteditor.diff.tokens import tokens
from posteditor.errors import ProofError


class OpKind(StrEnum):
    """What happened to a stretch of text."""

    EQUAL = "equal"
    DELETE = "delete"
    INSERT = "insert"


@dataclass(frozen=True, slots=True)
class Op:
    """A stretch of text and what happened to it; `text` is never empty. Both halves of
    a moved phrase carry the number of the `move`."""

    kind: OpKind
    text: str
    move: int | None = None


def diff(old: str, new: str) -> tuple[Op, ...]:
    """The operations that turn `old` into `new`, at the level of words.

    Two neighbours are never of one kind, and a deletion comes before the insertion
    that replaces it. The time is bounded for every input: far-apart texts of many
    repeated words come back as one coarse replacement.
    """
    writer = _Writer()
    if old == new:
        writer.write(OpKind.EQUAL, [old])
        return writer.ops()
    head, tail = shared_ends(old, new)
    writer.write(OpKind.EQUAL, [old[:head]])
    _compare(writer, old[head : len(old) - tail], new[head : len(new) - tail])
    writer.write(OpKind.EQUAL, [old[len(old) - tail :]])
    return writer.ops()


def _compare(writer: _Writer, old: str, new: str) -> None:
    olds, news = tokens(old), tokens(new)
    old_at = [at for at, token in enumerate(olds) if not token.isspace()]
    new_at = [at for at, token in enumerate(news) if not token.isspace()]
    old_words = [olds[at] for at in old_at]
    new_words = [news[at] for at in new_at]
    blocks = readable(match(old_words, new_words), old_words, new_words)
    i = j = 0
    for block in _even(blocks, olds, news, old_at, new_at):
        writer.change(olds[i : block.old], news[j : block.new])
        i, j = block.old + block.size, block.new + block.size
        writer.write(OpKind.EQUAL, olds[block.old : i])
    writer.change(olds[i:], news[j:])


def _even(
    blocks: Iterable[Block],
    olds: Sequence[str],
    news: Sequence[str],
    old_at: Sequence[int],
    new_at: Sequence[int],
) -> Iterable[Block]:
    """Blocks of words as blocks of tokens, cut where the spaces between words differ.

    `old_at` and `new_at` give the token of each word.
    """
    for block in blocks:
        i, j = old_at[block.old], new_at[block.new]
        end = old_at[block.old + block.size - 1] + 1
        if olds[i:end] == news[j : new_at[block.new + block.size - 1] + 1]:
            yield Block(i, j, end - i)
            continue
        for step in range(block.size):
            yield Block(old_at[block.old + step], new_at[block.new + step], 1)


@dataclass(slots=True)
class _Writer:
    """Joins pieces to operations."""

    parts: list[tuple[OpKind, list[str]]] = field(default_factory=list)

    def write(self, kind: OpKind, pieces: Sequence[str]) -> None:
        if not any(pieces):
            return
        if self.parts and self.parts[-1][0] is kind:
            self.parts[-1][1].extend(pieces)
        else:
            self.parts.append((kind, list(pieces)))

    def change(self, gone: Sequence[str], come: Sequence[str]) -> None:
        """A change between two equal words; spaces both sides share stay equal."""
        head = 0
        while head < min(len(gone), len(come)) and gone[head] == come[head]:
            head += 1
        tail = 0
        limit = min(len(gone), len(come)) - head
        while tail < limit and gone[-1 - tail] == come[-1 - tail]:
            tail += 1
        self.write(OpKind.EQUAL, gone[:head])
        self.write(OpKind.DELETE, gone[head : len(gone) - tail])
        self.write(OpKind.INSERT, come[head : len(come) - tail])
        self.write(OpKind.EQUAL, gone[len(gone) - tail :])

    def ops(self) -> tuple[Op, ...]:
        return tuple(Op(kind, "".join(pieces)) for kind, pieces in self.parts)


def verify(ops: Iterable[Op], old: str, new: str) -> None:
    """`ProofError` unless the operations give both texts back exactly."""
    ops = tuple(ops)
    for gone, text, name in (
        (OpKind.INSERT, old, "old"),
        (OpKind.DELETE, new, "new"),
    ):
        if "".join(op.text for op in ops if op.kind is not gone) != text:
            raise ProofError(f"the diff does not give the {name} text back")


def equal_ratio(ops: Iterable[Op]) -> float:
    """Unchanged code points of both texts by all of them: 0 to 1, 1 for two empty
    texts."""
    equal = changed = 0
    for op in ops:
        if op.kind is OpKind.EQUAL:
            equal += 2 * len(op.text)
        else:
            changed += len(op.text)
    return equal / (equal + changed) if equal + changed else 1.0
