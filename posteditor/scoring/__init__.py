"""Scores as sacrebleu gives them, each with the signature that says how it was made.

Texts in memory: `score_session`, `score_texts`, `sentence_ter`. Files of any size:
`score_files` with a `Request`; `posteditor.scoring.files` has an example.

Rule: a name is imported when it is first asked for. A package that imported its modules
while it is imported itself could be waited for by two threads, each for the other.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from posteditor.scoring.cluster import clustered
    from posteditor.scoring.corpus import score_session, score_texts
    from posteditor.scoring.effort import Effort, total_effort
    from posteditor.scoring.files import ScoredFiles, score_files
    from posteditor.scoring.metrics import Metric
    from posteditor.scoring.plan import Pairing, against_mt, against_references
    from posteditor.scoring.reading import named
    from posteditor.scoring.request import Request
    from posteditor.scoring.results import Comparison, Results, Trials
    from posteditor.scoring.running import pooled, serial
    from posteditor.scoring.ter import LiveHter, hter, sentence_ter
    from posteditor.scoring.tercom import (
        TerAlignment,
        TerOptions,
        TerStat,
        ter_alignment,
        ter_stats,
    )

_HOMES = {
    "cluster": ("clustered",),
    "corpus": ("score_session", "score_texts"),
    "effort": ("Effort", "total_effort"),
    "files": ("ScoredFiles", "score_files"),
    "metrics": ("Metric",),
    "plan": ("Pairing", "against_mt", "against_references"),
    "reading": ("named",),
    "request": ("Request",),
    "results": ("Comparison", "Results", "Trials"),
    "running": ("pooled", "serial"),
    "ter": ("LiveHter", "hter", "sentence_ter"),
    "tercom": ("TerAlignment", "TerOptions", "TerStat", "ter_alignment", "ter_stats"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

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
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
