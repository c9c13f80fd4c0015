"""Files scored in one call, for other programs.

from posteditor.scoring.files import score_files
from posteditor.scoring.reading import named
from posteditor.scoring.request import Request

request = Request(systems={"mt": named("mt.txt")}, references=[named("ref.txt")])
for score in score_files(request).results.scores:
    print(score.system, score.metric, score.value, score.interval)
"""

from __future__ import annotations

from dataclasses import dataclass

from posteditor.scoring.gathered import Gathered
from posteditor.scoring.job import Job
from posteditor.scoring.reading import Spool
from posteditor.scoring.request import Request, job_of
from posteditor.scoring.results import Results, Trials, results
from posteditor.scoring.running import Runner, run, serial
from posteditor.scoring.shards import SHARD


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredFiles:
    """The job with its indexed texts, the statistics of every segment, the results."""

    job: Job
    gathered: Gathered
    results: Results


def score_files(
    request: Request, trials: Trials | None = None, runner: Runner = serial
) -> ScoredFiles:
    """Score what `request` names; `runner` is `serial`, `pooled(n)` or
    `clustered(address)`. Statistics are kept in memory: 4 bytes a number, some 30
    numbers a segment and system.

    Raises `UsageError` where nothing can be compared, `InputError` for a text that is
    wrong or of another length, `ServiceError` for processes or clusters that fail.
    """
    with Spool() as spool:
        job = job_of(request, spool)
        gathered = Gathered(job.segments, job.plan.width, SHARD)
        run(job, gathered, runner)
    found = results(job.plan, gathered, trials or Trials())
    return ScoredFiles(job=job, gathered=gathered, results=found)
