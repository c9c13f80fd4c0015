"""Scores through sacrebleu, each with the signature that says how it was made."""

from posteditor.scoring.corpus import score_pair, score_session
from posteditor.scoring.metrics import Metric
from posteditor.scoring.ter import LiveHter, TerStat, hter, sentence_ter

__all__ = [
    "LiveHter",
    "Metric",
    "TerStat",
    "hter",
    "score_pair",
    "score_session",
    "sentence_ter",
]
