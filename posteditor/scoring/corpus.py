"""Scores of texts in memory: the MT and its post-edit, and both against references.

Rules: every score is the one sacrebleu gives, under sacrebleu's signature; texts of
unequal length are refused, never cut.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from posteditor.errors import InputError
from posteditor.model import Score
from posteditor.scoring.metrics import Metric
from posteditor.scoring.plan import Pairing, Plan, against_mt, against_references
from posteditor.scoring.shards import add, shards, statistics

OF_REVISION = (Metric.HTER, Metric.HTER_CASED, Metric.BLEU, Metric.CHRF)
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
) -> tuple[Score, ...]:
    """All scores of a session, a string for each segment.

    Post-edit against MT: HTER uncased and cased, BLEU, chrF. Where there are
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
    return score_texts(texts, pairings, target_lang)


def score_texts(
    texts: Mapping[str, Sequence[str]],
    pairings: Iterable[Pairing],
    target_lang: str = "en",
) -> tuple[Score, ...]:
    """The scores of pairings, in their order; `texts` by role, a string a segment.

    A pairing without a word on either side gives no scores. `InputError` where the
    numbers of segments differ.
    """
    _check_counts(texts)
    worth = tuple(
        pairing
        for pairing in pairings
        if _has_words(texts, (pairing.hypothesis, *pairing.references))
    )
    if not worth:
        return ()
    plan = Plan(pairings=worth, target_lang=target_lang)
    total, segments = [0] * plan.width, 0
    for shard in shards({role: texts[role] for role in plan.roles}):
        rows = statistics(plan, shard)
        total = add(total, rows)
        segments += len(rows)
    return tuple(
        Score(
            system=column.pairing.system,
            against=column.pairing.against,
            metric=column.measure.metric.value,
            value=column.score(total),
            signature=column.signature(total),
            segments=segments,
        )
        for column in plan.columns
    )


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
