"""Making a correct alignment one that reads as a person would mark it.

Rule: only ever gives matched words up or slides a change along equal words, so the
result is as lossless as what came in.
"""

from __future__ import annotations

from collections.abc import Sequence

from posteditor.diff.match import Block
from posteditor.diff.tokens import SENTENCE_END, is_light, is_unspaced, is_word

ISLAND_WORDS = 2
ISLAND_TOKENS = 3
PASSES = 3
JOINING = frozenset("-–‑/'’")  # marks within words that are made of words
SLIDES = 60


def readable(
    blocks: Sequence[Block], old: Sequence[str], new: Sequence[str]
) -> list[Block]:
    """The blocks without islands of little words, changes at good places."""
    return _slid(_without_islands(list(blocks), old, new), old, new)


def _without_islands(
    blocks: list[Block], old: Sequence[str], new: Sequence[str]
) -> list[Block]:
    for _ in range(PASSES):
        kept: list[Block] = []
        for at, block in enumerate(blocks):
            before = kept[-1] if kept else Block(0, 0, 0)
            last = at + 1 == len(blocks)
            after = Block(len(old), len(new), 0) if last else blocks[at + 1]
            if not _is_island(before, block, after, old):
                kept.append(block)
        if len(kept) == len(blocks):
            break
        blocks = kept
    return blocks


def _is_island(before: Block, block: Block, after: Block, old: Sequence[str]) -> bool:
    """Is it a little word or two between two changes that together say more?

    Insertions alone, or deletions alone, around a word leave it where it is.
    """
    if block.size > ISLAND_TOKENS:
        return False
    gone = block.old - before.old - before.size, after.old - block.old - block.size
    come = block.new - before.new - before.size, after.new - block.new - block.size
    if not (gone[0] or come[0]) or not (gone[1] or come[1]):
        return False
    words = old[block.old : block.old + block.size]
    if not all(map(is_light, words)) or not SENTENCE_END.isdisjoint(words):
        return False
    size = sum(map(is_word, words))
    if size > ISLAND_WORDS:
        return False
    weight = max(size, 1)
    changed = max(gone[0], come[0]) + max(gone[1], come[1])
    inside = all(word in JOINING or is_unspaced(word) for word in words)
    most = 2 if inside else 3
    return min(sum(gone), sum(come)) >= 2 * weight and changed >= most * weight


def _slid(blocks: list[Block], old: Sequence[str], new: Sequence[str]) -> list[Block]:
    """Move pure insertions and deletions left where that cuts at a better place."""
    slid = list(blocks)
    for at in range(len(slid) - 1):
        left, right = slid[at], slid[at + 1]
        start_old, start_new = left.old + left.size, left.new + left.size
        if start_old == right.old:
            shift = _best_shift(new, start_new, right.new, left.size)
        elif start_new == right.new:
            shift = _best_shift(old, start_old, right.old, left.size)
        else:
            continue
        slid[at] = Block(left.old, left.new, left.size - shift)
        slid[at + 1] = Block(right.old - shift, right.new - shift, right.size + shift)
    return [block for block in slid if block.size]


def _best_shift(words: Sequence[str], start: int, end: int, room: int) -> int:
    best, best_worth = 0, _worth(words, start, end)
    for shift in range(1, min(room, SLIDES) + 1):
        if words[start - shift] != words[end - shift]:
            break
        worth = _worth(words, start - shift, end - shift)
        if worth > best_worth:
            best, best_worth = shift, worth
    return best


def _worth(words: Sequence[str], start: int, end: int) -> int:
    """How well `start:end` reads as one change: a sentence, a phrase, or neither."""
    opens = start == 0 or words[start - 1] in SENTENCE_END
    if opens and words[end - 1] in SENTENCE_END:
        return 2
    return 0 if is_word(words[end - 1]) and is_light(words[end - 1]) else 1
