"""Shift after shift until none brings the texts nearer: the edits of TER.

Rule: no shift changes how many words the texts have in common, so below the distance
that leaves nothing can be reached; near enough to it the search ends.
"""

from __future__ import annotations

from collections.abc import Sequence

from posteditor.scoring.tercom.beam import Beam
from posteditor.scoring.tercom.moves import Move, find_moves, moved
from posteditor.scoring.tercom.operations import Operation
from posteditor.scoring.tercom.stat import TerStat
from posteditor.scoring.tercom.table import (
    LONGEST_WHOLE,
    Table,
    distance,
    is_near,
    shared_ends,
)
from posteditor.scoring.tercom.words import TerOptions, reference_words, words

# sacrebleu stops, and drops the shift it was looking for, once it has tried so many.
MOST_SHIFTS = 1_000
_DEFAULT = TerOptions()


def ter_stats(
    hypothesis: str, references: Sequence[str], options: TerOptions = _DEFAULT
) -> TerStat:
    """The fewest edits from the hypothesis to one of the references, and the mean of
    the references' words: sacrebleu's `TER.sentence_score`, exactly.

    `ValueError` without a reference.
    """
    hyp = words(hypothesis, options)
    refs = [reference_words(reference, options) for reference in references]
    edits = min([edit_count(hyp, ref) for ref in refs])
    return TerStat(edits=edits, words=sum(map(len, refs)) / len(refs))


def edit_count(hypothesis: list[str], reference: list[str]) -> int:
    """Edits and shifts between two lists of words."""
    if hypothesis == reference:
        return 0
    if not hypothesis or not reference:
        return len(hypothesis) + len(reference)
    begin = Search.begin(hypothesis, reference)
    # A shift that saves one edit costs one.
    if begin.distance - begin.least > 1:
        begin.shift(enough=1)
    return begin.edits


class Search:
    """How far shifting has come: the words, their distance, the moves so far."""

    def __init__(
        self,
        words: list[str],
        reference: list[str],
        distance: int,
        least: int,
        beam: Beam | None,
    ) -> None:
        self.words = words
        self.distance = distance
        # What shifts cannot help.
        self.least = least
        self.moves: list[Move] = []
        self._reference = reference
        self._table: Table | Beam | None = beam

    @classmethod
    def begin(cls, words: list[str], reference: list[str]) -> Search:
        """Before the first shift. Both sides have words."""
        rows, columns = len(words), len(reference)
        start, end = shared_ends(words, reference, rows, columns)
        left, right = words[start : rows - end], reference[start : columns - end]
        least = _not_common(left, right)
        if min(len(left), len(right)) <= 1:
            apart = least
        elif len(right) <= LONGEST_WHOLE:
            apart = distance(left, right)
        else:
            apart = rows + columns
        beam = None
        if not is_near(apart, rows, columns):
            beam = Beam(reference, words)
            apart = beam.distance(words)
        return cls(words, reference, apart, least, beam)

    @property
    def edits(self) -> int:
        """Moves, and what is left to do after them."""
        return self.distance + len(self.moves)

    def operations(self) -> list[Operation]:
        """What becomes of the words as they now stand."""
        return self._chosen().operations(self.words)

    def shift(self, enough: int) -> None:
        """Move words while it helps, and the distance is more than `enough` above what
        cannot be helped."""
        table = self._chosen()
        tried = 0
        while self.distance - self.least > enough:
            operations = table.operations(self.words)
            most = MOST_SHIFTS - tried
            moves, count = find_moves(self.words, self._reference, operations, most)
            tried += count
            if tried >= MOST_SHIFTS or not moves:
                return
            apart, move = table.best(self.words, moves)
            if apart >= self.distance:
                return
            self.words, self.distance = moved(self.words, move), apart
            self.moves.append(move)

    def _chosen(self) -> Table | Beam:
        if self._table is None:
            size = max(len(self.words), len(self._reference))
            if size > LONGEST_WHOLE:
                self._table = Beam(self._reference, self.words)
            else:
                self._table = Table(self._reference)
        return self._table


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
