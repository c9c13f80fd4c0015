"""Shift after shift until none brings the texts nearer: the edits of TER.

Rule: no shift changes how many words the texts have in common, so below the distance
that leaves nothing can be reached; near enough to it the search ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from posteditor.scoring.tercom.beam import Beam
from posteditor.scoring.tercom.moves import Move, find_moves, moved
from posteditor.scoring.tercom.stat import TerStat
from posteditor.scoring.tercom.table import (
    LONGEST_WHOLE,
    Table,
    distance,
    is_near,
    shared_ends,
)
from posteditor.scoring.tercom.words import TerOptions, words

# sacrebleu stops, and drops the shift it was looking for, once it has tried so many.
MOST_SHIFTS = 1_000
_DEFAULT = TerOptions()


def ter_stats(
    hypothesis: str, references: Sequence[str], options: TerOptions = _DEFAULT
) -> TerStat:
    """The fewest edits from the hypothesis to one of the references, at least one, and
    the mean of the references' words: sacrebleu's `TER.sentence_score`, exactly."""
    hyp = words(hypothesis, options)
    refs = [words(reference, options) for reference in references]
    edits = min(edit_count(hyp, ref) for ref in refs)
    if len(refs) == 1:
        return TerStat(edits=edits, words=len(refs[0]))
    return TerStat(edits=edits, words=sum(map(len, refs)) / len(refs))


def edit_count(hypothesis: list[str], reference: list[str]) -> int:
    """Edits and shifts between two lists of words."""
    if hypothesis == reference:
        return 0
    if not hypothesis or not reference:
        return len(hypothesis) + len(reference)
    # A shift that saves one edit costs one.
    return search(hypothesis, reference, enough=1).edits


@dataclass(slots=True, kw_only=True)
class Search:
    """How far shifting has come: the words, their distance, the moves so far."""

    words: list[str]
    distance: int
    table: Table | Beam
    moves: list[Move] = field(default_factory=list)

    @property
    def edits(self) -> int:
        return self.distance + len(self.moves)


def search(hypothesis: list[str], reference: list[str], *, enough: int) -> Search:
    """Shift words of the hypothesis while it helps, and the distance is more than
    `enough` above what cannot be helped. Both have words."""
    now, least = _begin(hypothesis, reference)
    tried = 0
    while now.distance - least > enough:
        operations = now.table.operations(now.words)
        moves, count = find_moves(now.words, reference, operations, MOST_SHIFTS - tried)
        tried += count
        if tried >= MOST_SHIFTS or not moves:
            break
        distance, move = now.table.best(now.words, moves)
        if distance >= now.distance:
            break
        now.words, now.distance = moved(now.words, move), distance
        now.moves.append(move)
    return now


def _begin(hypothesis: list[str], reference: list[str]) -> tuple[Search, int]:
    """The unshifted texts, and the least distance that shifts could leave."""
    rows, columns = len(hypothesis), len(reference)
    start, end = shared_ends(hypothesis, reference, rows, columns)
    left, right = hypothesis[start : rows - end], reference[start : columns - end]
    least = _not_common(left, right)
    table: Table | Beam = Table(reference)
    apart = distance(left, right) if len(right) <= LONGEST_WHOLE else columns + rows
    if not is_near(apart, rows, columns):
        table = Beam(reference, hypothesis)
        apart = table.distance(hypothesis)
    elif apart - least > 0 and columns > LONGEST_WHOLE:
        table = Beam(reference, hypothesis)
    return Search(words=hypothesis, distance=apart, table=table), least


def _not_common(left: list[str], right: list[str]) -> int:
    """How many words of the longer text the other one lacks."""
    counts: dict[str, int] = {}
    for word in right:
        counts[word] = counts.get(word, 0) + 1
    common = 0
    for word in left:
        count = counts.get(word, 0)
        if count:
            counts[word] = count - 1
            common += 1
    return max(len(left), len(right)) - common
