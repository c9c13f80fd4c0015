"""Scores of texts in memory: the MT and its post-edit, and both against references.

Rules: every score is the one sacrebleu gives, under sacrebleu's signature; texts of
unequal length are refused, never cut.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from posteditor.errors import InputError
from posteditor.scoring.metrics import Metric
from posteditor.scoring.plan import Pairing, Plan, against_mt, against_references
from posteditor.scoring.shards import SHARD, WORTH_PROCESSES

if TYPE_CHECKING:
    from posteditor.scoring.results import Results, Trials

OF_REVISION = (
    *(Metric.HTER, Metric.HTER_CASED, Metric.BLEU, Metric.CHRF),
    Metric.EFFORT,
)
AGAINST_REFERENCES = (Metric.BLEU, Metric.CHRF, Metric.TER)
_NAMES = {
    "mt": "machine translations",
    "pe": "revised sentences",
    "ref": "reference sentences",
}


def score_session(
    mt: Sequence[str],
    pe: Sequence[str],
    references: Sequence[str] | None,
    target_lang: str,
    trials: Trials | None = None,
    *,
    processes: int = 1,
) -> Results:
    """All scores of a session, a string for each segment.

    Post-edit against MT: HTER uncased and cased, BLEU, chrF, effort. Where there are
    references, MT and post-edit against them: BLEU, chrF, TER. A pair of texts without
    a word on either side gives no scores. `InputError` where the numbers of segments
    differ.
    """
    texts = {"mt": mt, "pe": pe}
    pairings = [against_mt("pe", OF_REVISION)]
    if references is not None:
        texts["ref"] = references
        pairings += [
            against_references(system, ["ref"], AGAINST_REFERENCES)
            for system in ("mt", "pe")
        ]
    return score_texts(texts, pairings, target_lang, trials, processes=processes)


def score_texts(
    texts: Mapping[str, Sequence[str]],
    pairings: Iterable[Pairing],
    target_lang: str = "en",
    trials: Trials | None = None,
    *,
    processes: int = 1,
) -> Results:
    """The scores of pairings, in their order; `texts` by role, a string a segment.

    `trials` says how far chance is looked into, the usual way unless given. A pairing
    without a word on either side gives no scores. Many segments are shared out among
    `processes`. `InputError` where the numbers of segments differ, `ServiceError` where
    processes fail.
    """
    from posteditor.scoring.gathered import Gathered
    from posteditor.scoring.job import LoadedJob
    from posteditor.scoring.results import Results, Trials, results

    _check_counts(texts)
    worth = tuple(
        pairing
        for pairing in pairings
        if _has_words(texts, (pairing.hypothesis, *pairing.references))
    )
    if not worth:
        return Results(scores=())
    plan = Plan(pairings=worth, target_lang=target_lang)
    job = LoadedJob(plan=plan, texts=texts)
    gathered = Gathered(job.segments, plan.width, SHARD)
    if processes > 1 and job.segments > WORTH_PROCESSES:
        from posteditor.scoring.running import pooled

        for _ in pooled(processes)(job, gathered):
            pass
    else:
        for work in job.all_work():
            gathered.put(work.shard, work.do())
    return results(plan, gathered, trials or Trials())


def _has_words(texts: Mapping[str, Sequence[str]], roles: Iterable[str]) -> bool:
    return any(text and not text.isspace() for role in roles for text in texts[role])


def _check_counts(texts: Mapping[str, Sequence[str]]) -> None:
    counts = {role: len(side) for role, side in texts.items()}
    if len(set(counts.values())) <= 1:
        return
    listed = ", ".join(
        f"{count:,} {_NAMES.get(role, role)}" for role, count in counts.items()
    )
    raise InputError(
        f"cannot score texts of unequal length: {listed}",
        hint="give one for each segment, in order",
    )
