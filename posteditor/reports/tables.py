"""Tables and the progress bar of a report, computed for the template."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from posteditor.model import Score
from posteditor.reports.counts import Counts
from posteditor.reports.sentences import Fate

_SYSTEMS = {"mt": "Machine translation", "pe": "Revision"}
_AGAINST = {"mt": "machine translation", "ref": "reference"}

# What a score says, for those who do not compute them every day.
_MEANINGS = {
    "HTER": "edits per 100 words; 0: nothing changed",
    "HTER cased": "the same, capitals counted",
    "TER": "edits per 100 words; 0: the same words",
    "BLEU": "shared phrases; 100: the same text",
    "chrF": "shared letters; 100: the same text",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BarPart:
    """A stretch of the bar, in percent of its width. `waiting` of its sentences are not
    yet accepted."""

    fate: Fate
    sentences: int
    waiting: int
    start: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """One metric; `cells` has a score or None for each column of the table."""

    metric: str
    meaning: str
    cells: tuple[Score | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreTable:
    """`columns` are pairs of what is scored and against what, in words."""

    columns: tuple[tuple[str, str], ...]
    rows: tuple[ScoreRow, ...]
    signatures: tuple[tuple[str, str], ...]


def bar(counts: Counts) -> tuple[BarPart, ...]:
    """The sentences by fate, side by side. Empty parts are left out."""
    parts: list[BarPart] = []
    start = 0.0
    accepted, revised, again = counts.accepted, counts.revised, counts.retranslate
    still_open = counts.sentences - accepted - revised - again
    for fate, sentences, waiting in (
        (Fate.ACCEPTED, accepted, 0),
        (Fate.REVISED, revised, counts.waiting),
        (Fate.RETRANSLATE, again, again),
        (Fate.OPEN, still_open, still_open),
    ):
        if sentences:
            width = 100 * sentences / counts.sentences
            parts.append(
                BarPart(
                    fate=fate,
                    sentences=sentences,
                    waiting=waiting,
                    start=start,
                    width=width,
                )
            )
            start += width
    return tuple(parts)


def score_table(scores: Sequence[Score]) -> ScoreTable:
    """Scores by metric (down) and by what was compared (across), in given order. Means
    of segments are for machines."""
    scores = [score for score in scores if not score.is_mean]
    pairs = list(dict.fromkeys((score.system, score.against) for score in scores))
    metrics = list(dict.fromkeys(str(score.metric) for score in scores))
    known = {(s.system, s.against, str(s.metric)): s for s in scores}
    return ScoreTable(
        columns=tuple(
            (_SYSTEMS.get(system, system), _AGAINST.get(against, against))
            for system, against in pairs
        ),
        rows=tuple(
            ScoreRow(
                metric=metric,
                meaning=_MEANINGS.get(metric, ""),
                cells=tuple(known.get((*pair, metric)) for pair in pairs),
            )
            for metric in metrics
        ),
        signatures=tuple(
            dict.fromkeys((str(score.metric), score.signature) for score in scores)
        ),
    )
