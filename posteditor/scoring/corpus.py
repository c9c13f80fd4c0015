"""Scores of a whole text: the MT against its post-edit, and both against references.

Rules: every score is the one sacrebleu gives, under sacrebleu's signature; texts of
unequal length are refused, never cut; what is unchanged is not counted twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from posteditor.errors import InputError
from posteditor.model import Score
from posteditor.scoring.measures import Measure, Stats, bleu, chrf, ter
from posteditor.scoring.metrics import Metric

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
    measures = [
        ter(target_lang, Metric.HTER),
        ter(target_lang, Metric.HTER_CASED, cased=True),
        bleu(target_lang),
        chrf(),
    ]
    scores = _scores({"mt": mt}, pe, "pe", measures)
    if references is not None:
        systems = {"mt": mt, "pe": pe}
        scores += _scores(systems, references, "ref", _measures(target_lang))
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
    measures = _measures(target_lang)
    return _scores({system: hypotheses}, references, against, measures)


def _measures(target_lang: str) -> list[Measure]:
    return [bleu(target_lang), chrf(), ter(target_lang, Metric.TER)]


def _scores(
    systems: dict[str, Sequence[str]],
    references: Sequence[str],
    against: str,
    measures: Sequence[Measure],
) -> tuple[Score, ...]:
    """The scores of every system, by the order of systems, then of measures."""
    systems = {
        name: texts for name, texts in systems.items() if _has_words(texts, references)
    }
    if not systems:
        return ()
    totals = [
        _totals(measure, list(systems.values()), references) for measure in measures
    ]
    scores = []
    for at, (system, texts) in enumerate(systems.items()):
        for measure, total in zip(measures, totals, strict=True):
            value, signature = measure.score(total[at])
            score = Score(
                system=system,
                against=against,
                metric=measure.metric.value,
                value=value,
                signature=signature,
                segments=len(texts),
            )
            scores.append(score)
    return tuple(scores)


def _totals(
    measure: Measure, systems: Sequence[Sequence[str]], references: Sequence[str]
) -> list[Stats]:
    """The summed statistics of each system, taken shard by shard to save memory."""
    totals: list[Stats] = [[] for _ in systems]
    rows = zip(*systems, references, strict=True)
    while shard := list(islice(rows, SHARD)):
        *columns, refs = zip(*shard, strict=True)
        first: list[Stats] = []
        for at, column in enumerate(columns):
            stats = _statistics(measure, column, refs, columns[0], first)
            first = first or stats
            parts = [*stats, totals[at]] if totals[at] else stats
            totals[at] = [sum(part) for part in zip(*parts, strict=True)]
    return totals


def _statistics(
    measure: Measure,
    texts: Sequence[str],
    references: Sequence[str],
    first: Sequence[str],
    known: Sequence[Stats],
) -> list[Stats]:
    """By segment. `known` are those of the first system, which may say the same."""
    if not known:
        return measure.statistics(texts, references)
    new = [at for at, text in enumerate(texts) if text != first[at]]
    stats = list(known)
    found = measure.statistics(
        [texts[at] for at in new], [references[at] for at in new]
    )
    for at, stat in zip(new, found, strict=True):
        stats[at] = stat
    return stats


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
