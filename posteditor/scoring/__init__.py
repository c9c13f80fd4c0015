"""Scores as sacrebleu gives them, each with the signature that says how it was made."""

from posteditor.scoring.corpus import score_session, score_texts
from posteditor.scoring.metrics import Metric
from posteditor.scoring.plan import Pairing, against_mt, against_references
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
    "Pairing",
    "TerAlignment",
    "TerOptions",
    "TerStat",
    "against_mt",
    "against_references",
    "hter",
    "score_session",
    "score_texts",
    "sentence_ter",
    "ter_alignment",
    "ter_stats",
]
