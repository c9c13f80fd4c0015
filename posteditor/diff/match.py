"""Which words of two texts belong together.

Rule: difflib where it is cheap, sentences before words where a text is long, a bounded
edit distance where words repeat, and nothing (one coarse replacement) beyond that: the
time is bounded for every input.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain
from typing import NamedTuple

from posteditor.diff.alignment import align, band
from posteditor.diff.tokens import SENTENCE_END

# Steps of the innermost loops; a step takes some 50 to 100 ns.
STEPS_IN_ALL = 6_000_000
GREEDY_STEPS = 2_000_000
GREEDY_EDITS = 400
LONG_WORDS = 300
CELL_STEPS = 200  # what it costs to see whether two sentences are one
PAIR_STEPS = 300  # what two changed sentences cost before their words are looked at


class Block(NamedTuple):
    """`size` items from `old` and from `new` on that are equal."""

    old: int
    new: int
    size: int


@dataclass(slots=True)
class _Budget:
    left: int = STEPS_IN_ALL

    def take(self, steps: int) -> bool:
        if steps > self.left:
            return False
        self.left -= steps
        return True


def match(old: Sequence[str], new: Sequence[str]) -> list[Block]:
    """Blocks of equal words in rising order, not touching each other."""
    return _merged(_match(old, new, _Budget()))


def _match(old: Sequence[str], new: Sequence[str], budget: _Budget) -> list[Block]:
    head = _common_head(old, new)
    tail = _common_tail(old, new, head)
    inner_old = old[head : len(old) - tail]
    inner_new = new[head : len(new) - tail]
    blocks = [Block(0, 0, head)]
    if inner_old and inner_new:
        if max(len(inner_old), len(inner_new)) > LONG_WORDS:
            inner = _by_sentences(inner_old, inner_new, budget)
        else:
            inner = _flat(inner_old, inner_new, budget)
        blocks += [Block(head + i, head + j, size) for i, j, size in inner]
    blocks.append(Block(len(old) - tail, len(new) - tail, tail))
    return [block for block in blocks if block.size]


def _common_head(old: Sequence[str], new: Sequence[str]) -> int:
    shorter = min(len(old), len(new))
    if old[:shorter] == new[:shorter]:
        return shorter
    return next(i for i in range(shorter) if old[i] != new[i])


def _common_tail(old: Sequence[str], new: Sequence[str], head: int) -> int:
    size = 0
    limit = min(len(old), len(new)) - head
    while size < limit and old[-1 - size] == new[-1 - size]:
        size += 1
    return size


def _flat(
    old: Sequence[Hashable], new: Sequence[Hashable], budget: _Budget
) -> list[Block]:
    """Match without looking for structure."""
    counts = Counter(new)
    steps = sum(counts[item] for item in old)
    if not steps:
        return []
    if budget.take(steps * min(len(old), len(new))):
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        return [Block(*found) for found in matcher.get_matching_blocks()]
    return _greedy(old, new, budget)


def _by_sentences(
    old: Sequence[str], new: Sequence[str], budget: _Budget
) -> list[Block]:
    """Match whole sentences first, then the words of those between."""
    olds, news = _sentences(old), _sentences(new)
    if min(len(olds), len(news)) == 1:
        return _flat(old, new, budget)
    pieces = [*_flat(olds, news, budget), Block(len(olds), len(news), 0)]
    blocks: list[Block] = []
    at_old = at_new = i = j = 0
    for piece in sorted(pieces):
        pairs = _paired(olds[at_old : piece.old], news[at_new : piece.new], budget)
        for left, right in pairs:
            cheap = budget.take(PAIR_STEPS)
            inner = _flat_trimmed(left, right, budget) if cheap else []
            blocks += [Block(i + b.old, j + b.new, b.size) for b in inner]
            i, j = i + len(left), j + len(right)
        equal = sum(map(len, olds[piece.old : piece.old + piece.size]))
        blocks.append(Block(i, j, equal))
        i, j = i + equal, j + equal
        at_old, at_new = piece.old + piece.size, piece.new + piece.size
    return blocks


def _paired(
    olds: Sequence[tuple[str, ...]], news: Sequence[tuple[str, ...]], budget: _Budget
) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Changed sentences beside those they became. Of very many they are taken one by
    one where their numbers agree, else as one text."""
    reach = band(len(olds), len(news)) if olds else 0
    cells = len(olds) * min(len(news), 2 * reach + 1)
    if cells > 1 and budget.take(CELL_STEPS * cells):
        return [
            (_joined(olds[b.old : b.old_end]), _joined(news[b.new : b.new_end]))
            for b in align(olds, news)
        ]
    if len(olds) == len(news):
        return list(zip(olds, news, strict=True))
    return [(_joined(olds), _joined(news))]


def _joined(sentences: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(chain.from_iterable(sentences))


def _flat_trimmed(
    old: Sequence[str], new: Sequence[str], budget: _Budget
) -> list[Block]:
    head = _common_head(old, new)
    tail = _common_tail(old, new, head)
    inner = _flat(old[head : len(old) - tail], new[head : len(new) - tail], budget)
    return [
        Block(0, 0, head),
        *(Block(head + b.old, head + b.new, b.size) for b in inner),
        Block(len(old) - tail, len(new) - tail, tail),
    ]


def _sentences(words: Sequence[str]) -> list[tuple[str, ...]]:
    pieces = []
    start = 0
    for at, word in enumerate(words, start=1):
        if word in SENTENCE_END:
            pieces.append(tuple(words[start:at]))
            start = at
    if start < len(words):
        pieces.append(tuple(words[start:]))
    return pieces


def _greedy(
    old: Sequence[Hashable], new: Sequence[Hashable], budget: _Budget
) -> list[Block]:
    """The shortest edit script (Myers 1986) if it is short, else nothing."""
    limit = min(GREEDY_EDITS, GREEDY_STEPS // (len(old) + len(new)))
    if not budget.take(limit * (len(old) + len(new))):
        return []
    rows: list[list[int]] = []
    last = [0]
    for edits in range(limit + 1):
        row = []
        for i in range(edits + 1):
            x = _step(last, i, edits)
            y = x - (2 * i - edits)
            while x < len(old) and y < len(new) and old[x] == new[y]:
                x, y = x + 1, y + 1
            row.append(x)
            if x >= len(old) and y >= len(new):
                return _trace(rows, len(old), len(new))
        rows.append(row)
        last = row
    return []


def _step(last: Sequence[int], i: int, edits: int) -> int:
    """Where diagonal number `i` begins after `edits` edits: by insertion from the
    diagonal above, or by deletion from the one below."""
    if i == 0 or (i != edits and last[i - 1] < last[i]):
        return last[i] if edits else 0
    return last[i - 1] + 1


def _trace(rows: Sequence[Sequence[int]], x: int, y: int) -> list[Block]:
    blocks = []
    for edits in range(len(rows), 0, -1):
        i = (x - y + edits) // 2
        last = rows[edits - 1]
        start = _step(last, i, edits)
        blocks.append(Block(start, start - (x - y), x - start))
        inserted = i == 0 or (i != edits and last[i - 1] < last[i])
        diagonal = x - y + (1 if inserted else -1)
        x = last[i] if inserted else last[i - 1]
        y = x - diagonal
    blocks.append(Block(0, 0, x))
    return blocks[::-1]


def _merged(blocks: Sequence[Block]) -> list[Block]:
    merged: list[Block] = []
    for block in blocks:
        if not block.size:
            continue
        if merged:
            last = merged[-1]
            if (last.old + last.size, last.new + last.size) == block[:2]:
                merged[-1] = Block(last.old, last.new, last.size + block.size)
                continue
        merged.append(block)
    return merged
