"""Phrases that were moved: deleted in one place, inserted in another.

Rule: only stretches of deletions and insertions are cut up and numbered, so the result
is as lossless as what came in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from posteditor.diff.ops import Op, OpKind
from posteditor.diff.tokens import is_light, is_word, tokens

# A moved phrase has so many words, and one at least that says something.
LEAST_WORDS = 2
# A pair of words that was inserted more often than this tells no place from another.
MOST_PLACES = 8


class _Piece(NamedTuple):
    """A token that is no space: where it is, by number of operation and offset."""

    op: int
    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class _Run:
    """Pieces `old` to `old + size` of the deleted are `new` on of the inserted."""

    old: int
    new: int
    size: int


def with_moves(ops: Sequence[Op]) -> tuple[Op, ...]:
    """The operations with moved phrases apart, both halves of a move under its number,
    from 1 in the order of the deletions. Case does not matter: what opened a sentence
    has a capital there only."""
    gone = list(_pieces(ops, OpKind.DELETE))
    come = list(_pieces(ops, OpKind.INSERT))
    runs = _chosen(_runs(gone, come), gone, come)
    cuts: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for number, run in enumerate(runs, start=1):
        for pieces, at in ((gone, run.old), (come, run.new)):
            first, last = pieces[at], pieces[at + run.size - 1]
            cuts[first.op].append((first.start, last.end, number))
    return tuple(_cut(ops, cuts)) if cuts else tuple(ops)


def _pieces(ops: Sequence[Op], kind: OpKind) -> Iterator[_Piece]:
    for number, op in enumerate(ops):
        if op.kind is not kind:
            continue
        at = 0
        for token in tokens(op.text):
            if not token.isspace():
                yield _Piece(number, at, at + len(token), token.casefold())
            at += len(token)


def _runs(gone: Sequence[_Piece], come: Sequence[_Piece]) -> Iterator[_Run]:
    """Equal runs, as long as they can be, that begin with a pair of words."""
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at in range(len(come) - 1):
        places[come[at].key, come[at + 1].key].append(at)
    for at in range(len(gone) - 1):
        found = places.get((gone[at].key, gone[at + 1].key), ())
        if len(found) > MOST_PLACES:
            continue
        for place in found:
            if at and place and _match(gone, come, at - 1, place - 1):
                continue
            yield _Run(at, place, _size(gone, come, at, place))


def _match(gone: Sequence[_Piece], come: Sequence[_Piece], i: int, j: int) -> bool:
    """Do these go on the run of those behind them?"""
    return (
        gone[i].key == come[j].key
        and gone[i].op == gone[i + 1].op
        and come[j].op == come[j + 1].op
    )


def _size(gone: Sequence[_Piece], come: Sequence[_Piece], i: int, j: int) -> int:
    size = 0
    while (
        i + size < len(gone)
        and j + size < len(come)
        and gone[i + size].key == come[j + size].key
        and gone[i + size].op == gone[i].op
        and come[j + size].op == come[j].op
    ):
        size += 1
    return size


def _chosen(
    runs: Iterable[_Run], gone: Sequence[_Piece], come: Sequence[_Piece]
) -> list[_Run]:
    """The longest runs that do not share a piece, in the order of the deletions."""
    trimmed = (_trimmed(run, gone) for run in runs)
    worth = [run for run in trimmed if _says_enough(run, gone)]
    worth.sort(key=lambda run: (-run.size, run.old, run.new))
    taken_old, taken_new = bytearray(len(gone)), bytearray(len(come))
    chosen = []
    for run in worth:
        old = slice(run.old, run.old + run.size)
        new = slice(run.new, run.new + run.size)
        if any(taken_old[old]) or any(taken_new[new]):
            continue
        taken_old[old] = taken_new[new] = b"\1" * run.size
        chosen.append(run)
    return sorted(chosen, key=lambda run: run.old)


def _trimmed(run: _Run, gone: Sequence[_Piece]) -> _Run:
    """Without marks at its ends."""
    start, size = 0, run.size
    while size and not is_word(gone[run.old + start].key):
        start, size = start + 1, size - 1
    while size and not is_word(gone[run.old + start + size - 1].key):
        size -= 1
    return _Run(run.old + start, run.new + start, size)


def _says_enough(run: _Run, gone: Sequence[_Piece]) -> bool:
    words = [
        piece.key for piece in gone[run.old : run.old + run.size] if is_word(piece.key)
    ]
    return len(words) >= LEAST_WORDS and not all(map(is_light, words))


def _cut(
    ops: Sequence[Op], cuts: dict[int, list[tuple[int, int, int]]]
) -> Iterator[Op]:
    for number, op in enumerate(ops):
        at = 0
        for start, end, move in sorted(cuts.get(number, ())):
            if start > at:
                yield Op(op.kind, op.text[at:start])
            yield Op(op.kind, op.text[start:end], move)
            at = end
        if at < len(op.text):
            yield Op(op.kind, op.text[at:])
