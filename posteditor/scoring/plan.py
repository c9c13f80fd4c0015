"""What is to be scored against what, and where each statistic of it stands.

Rule: a plan is plain data that can be sent to another process or machine; texts are
named in it by their role ("mt", "pe", "ref", "ref2", or a system's name).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from posteditor.scoring.measures import Measure, measure
from posteditor.scoring.metrics import Metric


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """A system and what it is scored against, "mt" or "ref".

    `hypothesis` and `references` are the roles of the texts compared: the MT is the
    hypothesis where a revision is scored against it, for that is how HTER is defined.
    """

    system: str
    against: str
    hypothesis: str
    references: tuple[str, ...]
    metrics: tuple[Metric, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The statistics of one measure of one pairing: numbers `start` to `stop` of a
    segment's row."""

    pairing: Pairing
    measure: Measure
    start: int
    stop: int

    def score(self, row: Sequence[float]) -> float:
        """The value for a row, or for the sum of rows."""
        total = row[self.start : self.stop]
        return self.measure.score(total, len(self.pairing.references))

    def sentence(self, row: Sequence[float]) -> float:
        """The value of a segment by itself."""
        numbers = row[self.start : self.stop]
        return self.measure.sentence(numbers, len(self.pairing.references))

    def signature(self, row: Sequence[float]) -> str:
        """How that value was made."""
        total = row[self.start : self.stop]
        return self.measure.signature(total, len(self.pairing.references))


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Pairings in the order of their scores. `target_lang` is a BCP 47 language,
    `tokenizer` one of sacrebleu's for BLEU, instead of the language's."""

    pairings: tuple[Pairing, ...]
    target_lang: str = "en"
    tokenizer: str | None = None

    @property
    def columns(self) -> tuple[Column, ...]:
        return tuple(self._columns())

    @property
    def width(self) -> int:
        """How many numbers a segment's row has."""
        return max((column.stop for column in self._columns()), default=0)

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles of all texts that are compared."""
        used = [
            role
            for pairing in self.pairings
            for role in (pairing.hypothesis, *pairing.references)
        ]
        return tuple(dict.fromkeys(used))

    def _columns(self) -> Iterator[Column]:
        start = 0
        for pairing in self.pairings:
            for metric in pairing.metrics:
                way = measure(metric, self.target_lang, self.tokenizer)
                stop = start + way.width
                yield Column(pairing=pairing, measure=way, start=start, stop=stop)
                start = stop


def against_references(
    system: str, references: Sequence[str], metrics: Sequence[Metric]
) -> Pairing:
    """A system and its references."""
    return Pairing(
        system=system,
        against="ref",
        hypothesis=system,
        references=tuple(references),
        metrics=tuple(metrics),
    )


def against_mt(system: str, metrics: Sequence[Metric]) -> Pairing:
    """A revision and the MT it was made of."""
    return Pairing(
        system=system,
        against="mt",
        hypothesis="mt",
        references=(system,),
        metrics=tuple(metrics),
    )
