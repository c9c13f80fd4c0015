"""All that a report says, as plain data made from a snapshot of a session.

Rule: writers read a `ReportContent` and nothing else; time and versions are passed in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from posteditor.model import Level, Score
from posteditor.reports.counts import Counts, count
from posteditor.reports.sentences import Sentence, sentence
from posteditor.session.job import Snapshot

if TYPE_CHECKING:
    from posteditor.scoring.effort import Effort
    from posteditor.scoring.results import Comparison, Results

Scorer = Callable[[Sequence[Sentence], str], "Results"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportContent:
    """`path` is absolute, `sha256` that of the input's bytes, `date` the moment of
    saving with its time zone, `session` the id of the session; `checkers` maps the
    names of checkers to versions."""

    name: str
    path: str
    sha256: str
    source_lang: str | None
    target_lang: str
    level: Level
    date: datetime
    version: str
    sentences: tuple[Sentence, ...]
    counts: Counts
    session: str = ""
    scores: tuple[Score, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    effort: Effort | None = None
    checkers: Mapping[str, str] = field(default_factory=dict)

    @property
    def hter(self) -> Score | None:
        """The uncased HTER, None where nothing was scored."""
        return next((score for score in self.scores if score.metric == "HTER"), None)


def gather(
    snapshot: Snapshot,
    *,
    now: datetime,
    version: str,
    checkers: Mapping[str, str],
    score: Scorer,
) -> ReportContent:
    """The content of a report on `snapshot`. `score` is given the sentences that count
    and the target language. `ProofError` names the first sentence whose diff is not
    lossless."""
    document = snapshot.job.document
    sentences = tuple(sentence(segment, snapshot) for segment in document.segments)
    scored = [one for one in sentences if one.is_scored]
    found = score(scored, document.target_lang)
    return ReportContent(
        name=document.path.name,
        path=str(document.path.absolute()),
        sha256=document.sha256,
        source_lang=document.source_lang,
        target_lang=document.target_lang,
        level=snapshot.job.level,
        date=now,
        version=version,
        sentences=sentences,
        counts=count(sentences),
        session=snapshot.record.id,
        scores=found.scores,
        comparisons=found.comparisons,
        effort=found.efforts.get("pe"),
        checkers=dict(checkers),
    )
