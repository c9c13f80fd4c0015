"""Scores as sacrebleu gives them, each with the signature that says how it was made.

Texts in memory: `score_session`, `score_texts`, `sentence_ter`. Files of any size:
`score_files` with a `Request`; `posteditor.scoring.files` has an example. What needs
numpy is imported when it is first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

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

if TYPE_CHECKING:
    from posteditor.scoring.cluster import clustered
    from posteditor.scoring.effort import Effort, total_effort
    from posteditor.scoring.files import ScoredFiles, score_files
    from posteditor.scoring.reading import named
    from posteditor.scoring.request import Request
    from posteditor.scoring.results import Comparison, Results, Trials
    from posteditor.scoring.running import pooled, serial

_LATER = {
    "Comparison": "results",
    "Effort": "effort",
    "Request": "request",
    "Results": "results",
    "ScoredFiles": "files",
    "Trials": "results",
    "clustered": "cluster",
    "total_effort": "effort",
    "named": "reading",
    "pooled": "running",
    "score_files": "files",
    "serial": "running",
}

__all__ = [
    "Comparison",
    "Effort",
    "LiveHter",
    "Metric",
    "Pairing",
    "Request",
    "Results",
    "ScoredFiles",
    "TerAlignment",
    "TerOptions",
    "TerStat",
    "Trials",
    "against_mt",
    "against_references",
    "clustered",
    "hter",
    "named",
    "pooled",
    "score_files",
    "score_session",
    "score_texts",
    "sentence_ter",
    "serial",
    "ter_alignment",
    "ter_stats",
    "total_effort",
]


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
