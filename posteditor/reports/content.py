"""All that a report says, as plain data made from a snapshot of a session.

Rule: writers read a `ReportContent` and nothing else; time and versions are passed in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from posteditor.model import Level, Score
from posteditor.reports.counts import Counts, count
from posteditor.reports.layout import Gap, gaps
from posteditor.reports.sentences import Sentence, sentence
from posteditor.session.job import Snapshot

if TYPE_CHECKING:
    from posteditor.scoring.effort import Effort
    from posteditor.scoring.results import Comparison, Results

Scorer = Callable[[Sequence[Sentence], str], "Results"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """A file that was read beside the MT output: what it is to it ("pe", "ref",
    "source"), where it lies, the SHA-256 of its bytes."""

    role: str
    path: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportContent:
    """`path` is absolute, `sha256` that of the input's bytes, `date` the moment of
    saving with its time zone, `session` the id of the session, empty where the report
    is on files; `checkers` maps the names of checkers to versions. `editor` is who
    began the session, `begun` when, `used` when it was last worked in. `gaps` are one
    more than the sentences, or none where the document's text is not known. `remarks`
    say what the report lacks."""

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
    editor: str = ""
    begun: datetime | None = None
    used: datetime | None = None
    inputs: tuple[Input, ...] = ()
    gaps: tuple[Gap, ...] = ()
    remarks: tuple[str, ...] = ()

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
    document, record = snapshot.job.document, snapshot.record
    sentences = tuple(sentence(segment, snapshot) for segment in document.segments)
    return assemble(
        sentences,
        score,
        name=document.path.name,
        path=str(document.path.absolute()),
        sha256=document.sha256,
        source_lang=document.source_lang,
        target_lang=document.target_lang,
        level=snapshot.job.level,
        date=now,
        version=version,
        session=record.id,
        checkers=dict(checkers),
        editor=record.editor,
        begun=moment(record.created),
        used=moment(record.updated),
        inputs=_inputs(snapshot),
        gaps=gaps(document, sentences),
    )


def assemble(
    sentences: tuple[Sentence, ...], score: Scorer, *, target_lang: str, **facts: Any
) -> ReportContent:
    """The content with what follows from the sentences: counts and scores. `facts` are
    the other fields of it."""
    found = score([one for one in sentences if one.is_scored], target_lang)
    return ReportContent(
        sentences=sentences,
        target_lang=target_lang,
        counts=count(sentences),
        scores=found.scores,
        comparisons=found.comparisons,
        effort=found.efforts.get("pe"),
        **facts,
    )


def moment(seconds: float) -> datetime:
    """Seconds since the epoch as a moment, UTC."""
    return datetime.fromtimestamp(seconds, UTC)


def _inputs(snapshot: Snapshot) -> tuple[Input, ...]:
    reference = snapshot.job.reference_file
    if reference is None:
        return ()
    path, digest = reference
    return (Input(role="ref", path=path, sha256=digest),)
