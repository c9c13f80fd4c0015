"""What TER is made of, by segment; a text's rate is the ratio of the sums."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TerStat:
    """Edits, and words of the text compared with (their mean, where there are several
    references). They add up over segments."""

    edits: int = 0
    words: float = 0

    def __add__(self, other: TerStat) -> TerStat:
        return TerStat(edits=self.edits + other.edits, words=self.words + other.words)

    def __sub__(self, other: TerStat) -> TerStat:
        return TerStat(edits=self.edits - other.edits, words=self.words - other.words)

    @property
    def percent(self) -> float:
        """Edits per 100 words, more than 100 where much was removed; as in sacrebleu
        100 for edits against no words at all, 0 for two empty texts."""
        if self.words:
            return 100 * self.edits / self.words
        return 100.0 if self.edits else 0.0
