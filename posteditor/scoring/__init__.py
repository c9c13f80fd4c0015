"""Scores as sacrebleu gives them, each with the signature that says how it was made."""

from posteditor.scoring.corpus import score_pair, score_session
from posteditor.scoring.metrics import Metric
from posteditor.scoring.ter import LiveHter, hter, sentence_ter
from posteditor.scoring.tercom import (
    TerAlignment,
    TerOptions,
    TerStat,
    ter_alignment,
    ter_stats,
)

__all__ = [
    "LiveHter",
    "Metric",
    "TerAlignment",
    "TerOptions",
    "TerStat",
    "hter",
    "score_pair",
    "score_session",
    "sentence_ter",
    "ter_alignment",
    "ter_stats",
]
