"""Scores as plain data for JSON: the schema of `posteditor score` and of the scores a
saved session has, version 1.

Rule: figures in full, never rounded; what was not measured is null.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from posteditor.model import Score

if TYPE_CHECKING:
    from posteditor.scoring.results import Comparison

VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredText:
    """A text that was scored: where it lies, the SHA-256 of its bytes, and how many
    segments of it were scored."""

    path: str
    sha256: str
    segments: int


def payload(
    inputs: Mapping[str, ScoredText],
    scores: Iterable[Score],
    comparisons: Iterable[Comparison] = (),
) -> dict[str, Any]:
    """The whole document; others may add keys of their own."""
    return {
        "version": VERSION,
        "inputs": {name: asdict(text) for name, text in inputs.items()},
        "scores": [score_dict(score) for score in scores],
        "comparisons": [asdict(comparison) for comparison in comparisons],
    }


def score_dict(score: Score) -> dict[str, Any]:
    """`ci` is the 95 % interval or null; `of` "corpus", or "mean of segments"."""
    return {
        "system": score.system,
        "against": score.against,
        "metric": score.metric,
        "of": "mean of segments" if score.is_mean else "corpus",
        "value": score.value,
        "ci": list(score.interval) if score.interval else None,
        "signature": score.signature,
        "segments": score.segments,
    }
