"""Which edits TER counts: the shifts, and what is done to each word after them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from posteditor.scoring.tercom.moves import Move
from posteditor.scoring.tercom.operations import Operation
from posteditor.scoring.tercom.rate import Search
from posteditor.scoring.tercom.words import TerOptions, reference_words, words

_DEFAULT = TerOptions()


@dataclass(frozen=True, slots=True, kw_only=True)
class TerAlignment:
    """How a hypothesis becomes a reference: `moves` one after the other, which makes it
    `shifted`, then the operations from first to last."""

    moves: tuple[Move, ...]
    shifted: tuple[str, ...]
    reference: tuple[str, ...]
    operations: tuple[Operation, ...]

    @property
    def edits(self) -> int:
        """As many as TER counts."""
        kept = self.operations.count(Operation.KEEP)
        return len(self.moves) + len(self.operations) - kept


def ter_alignment(
    hypothesis: str, references: Sequence[str], options: TerOptions = _DEFAULT
) -> TerAlignment:
    """The edits to the nearest of the references, the first of equally near ones."""
    hyp = words(hypothesis, options)
    found = (
        _align(hyp, reference_words(reference, options)) for reference in references
    )
    return min(found, key=lambda alignment: alignment.edits)


def _align(hypothesis: list[str], reference: list[str]) -> TerAlignment:
    if not hypothesis or not reference:
        operations = [Operation.DELETE] * len(hypothesis)
        operations += [Operation.INSERT] * len(reference)
        moves: list[Move] = []
    else:
        # A shift that only pays for itself is a shift, too.
        search = Search.begin(hypothesis, reference)
        search.shift(enough=0)
        hypothesis, moves = search.words, search.moves
        operations = search.operations()
    return TerAlignment(
        moves=tuple(moves),
        shifted=tuple(hypothesis),
        reference=tuple(reference),
        operations=tuple(operations),
    )
