"""Scores of a whole text: the MT against its post-edit, and both against references.

Rule: every score is sacrebleu's and carries sacrebleu's signature; texts of unequal
length are refused, never cut.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import islice
from operator import add
from typing import Any

from posteditor.errors import InputError
from posteditor.model import Score
from posteditor.scoring import metrics
from posteditor.scoring.metrics import Metric
from posteditor.scoring.ter import TerStat, sentence_ter, ter_signature

# chrF's statistics of a segment take some 50 kB until they are summed.
SHARD = 1_000
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

    MT against post-edit: HTER uncased and cased, BLEU, chrF. Where there are
    references, MT and post-edit against them: BLEU, chrF, TER. A group without a word
    on either side gives no scores. `InputError` where the numbers of segments differ.
    """
    _check_counts(("mt", mt), ("pe", pe))
    if references is not None:
        _check_counts(("mt", mt), ("ref", references))
    scores = _post_edited(mt, pe, target_lang)
    for system, texts in (("mt", mt), ("pe", pe)):
        if references is not None:
            scores += score_pair(
                texts, references, system=system, against="ref", target_lang=target_lang
            )
    return scores


def score_pair(
    hypotheses: Sequence[str],
    references: Sequence[str],
    *,
    system: str,
    against: str,
    target_lang: str,
) -> tuple[Score, ...]:
    """BLEU, chrF and TER of `hypotheses` against one reference for each segment.

    `InputError` where the numbers differ; nothing where no side has a word.
    """
    _check_counts((system, hypotheses), (against, references))
    if not _has_words(hypotheses, references):
        return ()
    stat = _ter(hypotheses, references, target_lang)
    value, signature = stat.percent, ter_signature(stat, target_lang)
    names = system, against
    return (
        *_ngrams(hypotheses, references, names, target_lang),
        _score(names, Metric.TER, value, signature, len(hypotheses)),
    )


def _post_edited(
    mt: Sequence[str], pe: Sequence[str], target_lang: str
) -> tuple[Score, ...]:
    if not _has_words(mt, pe):
        return ()
    names = "mt", "pe"
    scores = []
    for metric, cased in ((Metric.HTER, False), (Metric.HTER_CASED, True)):
        stat = _ter(mt, pe, target_lang, cased=cased)
        signature = ter_signature(stat, target_lang, cased=cased)
        scores.append(_score(names, metric, stat.percent, signature, len(mt)))
    return (*scores, *_ngrams(mt, pe, names, target_lang))


def _ter(
    hypotheses: Sequence[str],
    references: Sequence[str],
    target_lang: str,
    *,
    cased: bool = False,
) -> TerStat:
    pairs = zip(hypotheses, references, strict=True)
    stats = (sentence_ter(hyp, ref, target_lang, cased=cased) for hyp, ref in pairs)
    return reduce(add, stats, TerStat())


def _ngrams(
    hypotheses: Sequence[str],
    references: Sequence[str],
    names: tuple[str, str],
    target_lang: str,
) -> tuple[Score, ...]:
    bleu = metrics.bleu(target_lang)
    found = _corpus_score(bleu, hypotheses, references)
    if not found.totals[-1]:
        # No sentence has four words: sacrebleu would give 0 even to equal texts.
        bleu = metrics.bleu(target_lang, effective_order=True)
        found = _corpus_score(bleu, hypotheses, references)
    chrf = metrics.chrf()
    chrf_value = _corpus_score(chrf, hypotheses, references).score
    count = len(hypotheses)
    return (
        _score(names, Metric.BLEU, found.score, _signed(bleu), count),
        _score(names, Metric.CHRF, chrf_value, _signed(chrf), count),
    )


def _signed(metric: Any) -> str:
    return str(metric.get_signature())


def _score(
    names: tuple[str, str], metric: Metric, value: float, signature: str, count: int
) -> Score:
    system, against = names
    return Score(
        system=system,
        against=against,
        metric=metric.value,
        value=value,
        signature=signature,
        segments=count,
    )


def _corpus_score(
    metric: Any, hypotheses: Sequence[str], references: Sequence[str]
) -> Any:
    """`metric.corpus_score`, its statistics summed shard by shard to save memory."""
    pairs = zip(hypotheses, references, strict=True)
    total: list[Any] | None = None
    while shard := list(islice(pairs, SHARD)):
        hyps, refs = zip(*shard, strict=True)
        stats = metric._extract_corpus_statistics(hyps, [refs])
        if total is not None:
            stats.append(total)
        total = [sum(column) for column in zip(*stats, strict=True)]
    return metric._compute_score_from_stats(total)


def _has_words(*sides: Iterable[str]) -> bool:
    return any(text and not text.isspace() for side in sides for text in side)


def _check_counts(
    left: tuple[str, Sequence[str]], right: tuple[str, Sequence[str]]
) -> None:
    if len(left[1]) == len(right[1]):
        return
    counts = " but ".join(
        f"{len(texts)} {_NAMES.get(name, name)}" for name, texts in (left, right)
    )
    raise InputError(
        f"cannot score: there are {counts}", hint="give one for each segment, in order"
    )
