"""Metrics as whole numbers by segment, which add up, and the score of a sum.

Rule: sacrebleu's statistics and formulas; equal texts are measured, not compared: all
their n-grams are found, so how many there are says everything.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from posteditor.scoring import metrics
from posteditor.scoring.effort import Effort, from_row, segment_effort, to_row
from posteditor.scoring.metrics import Metric
from posteditor.scoring.ter import sentence_stat, ter_options, ter_signature
from posteditor.scoring.tercom import TerStat, distance

Stats = list[int]
Compare = Callable[[str], Stats]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A way to score.

    `against` takes the references of a segment and returns a function from a hypothesis
    to `width` numbers; `score` makes of the sums over segments, with so many references
    a segment, the value, and `signature` tells how. `sentence` is for a segment
    alone, which may be too short for some n-grams.
    """

    metric: Metric
    width: int
    against: Callable[[Sequence[str]], Compare]
    score: Callable[[Sequence[float], int], float]
    sentence: Callable[[Sequence[float], int], float]
    signature: Callable[[Sequence[float], int], str]


@cache
def measure(metric: Metric, target_lang: str, tokenizer: str | None = None) -> Measure:
    """The measure for a BCP 47 language. `tokenizer` is sacrebleu's name of one for
    BLEU, instead of the language's."""
    if metric is Metric.BLEU:
        return _bleu(tokenizer or metrics.bleu_tokenizer(target_lang))
    if metric in (Metric.CHRF, Metric.CHRF_PP):
        return _chrf(metric)
    if metric is Metric.HTER_CHARACTERS:
        return _characters()
    if metric is Metric.EFFORT:
        return _effort(target_lang)
    return _ter(target_lang, metric)


def _ter(target_lang: str, metric: Metric) -> Measure:
    """TER, or under its other name HTER."""
    options = ter_options(
        target_lang, cased="cased" in metric, tokenised="tokenised" in metric
    )

    def against(references: Sequence[str]) -> Compare:
        def compare(text: str) -> Stats:
            stat = sentence_stat(text, references, options)
            # Of several references the mean counts; their sum is a whole number.
            return [stat.edits, round(stat.words * len(references))]

        return compare

    def score(total: Sequence[float], references: int) -> float:
        edits, words = total
        return TerStat(edits=int(edits), words=words / references).percent

    return Measure(
        metric=metric,
        width=2,
        against=against,
        score=score,
        sentence=score,
        signature=lambda total, references: ter_signature(options, references),
    )


def _characters() -> Measure:
    """Edits by character, spaces counted, without shifts (Levenshtein)."""

    def against(references: Sequence[str]) -> Compare:
        def compare(text: str) -> Stats:
            edits = min(distance(text, reference) for reference in references)
            return [edits, sum(map(len, references))]

        return compare

    def score(total: Sequence[float], references: int) -> float:
        edits, characters = total
        return TerStat(edits=int(edits), words=characters / references).percent

    return Measure(
        metric=Metric.HTER_CHARACTERS,
        width=2,
        against=against,
        score=score,
        sentence=score,
        signature=lambda total, references: (
            f"nrefs:{references}|case:mixed|unit:character|shifts:no"
        ),
    )


def _effort(target_lang: str) -> Measure:
    """Effort as numbers; as a score it is HTER."""

    def against(references: Sequence[str]) -> Compare:
        return lambda text: to_row(segment_effort(text, references[0], target_lang))

    def score(total: Sequence[float], references: int) -> float:
        return from_row(total).hter

    options = ter_options(target_lang)
    return Measure(
        metric=Metric.EFFORT,
        width=len(to_row(Effort())),
        against=against,
        score=score,
        sentence=score,
        signature=lambda total, references: ter_signature(options),
    )


def _bleu(tokenizer: str) -> Measure:
    metric = metrics.bleu(tokenizer)
    lenient = metrics.bleu(tokenizer, effective_order=True)
    orders = range(metric.max_ngram_order)
    count = _word_counter(metric)

    def equal(text: str) -> Stats:
        words = count(text)
        ngrams = [max(0, words - order) for order in orders]
        return [words, words, *ngrams, *ngrams]

    def chosen(total: Sequence[float]) -> Any:
        # No sentence of four words: sacrebleu would give 0 even to equal texts.
        return metric if total[-1] else lenient

    return Measure(
        metric=Metric.BLEU,
        width=2 + 2 * len(orders),
        against=_against(metric, equal),
        score=lambda total, references: _sacrebleu_score(chosen(total), total),
        sentence=lambda total, references: _sacrebleu_score(lenient, total),
        signature=lambda total, references: metrics.signature(
            chosen(total), references
        ),
    )


def _chrf(which: Metric) -> Measure:
    """chrF2 of character n-grams up to six; chrF++ has words and pairs of words too."""
    metric = metrics.chrf(which)

    def equal(text: str) -> Stats:
        characters = len("".join(text.split()))
        sizes = [max(0, characters - order) for order in range(metric.char_order)]
        if metric.word_order:
            words = len(metric._remove_punctuation(text))
            sizes += [max(0, words - order) for order in range(metric.word_order)]
        return [size for size in sizes for _ in range(3)]

    def score(total: Sequence[float], references: int) -> float:
        return _sacrebleu_score(metric, total)

    return Measure(
        metric=which,
        width=3 * metric.order,
        against=_against(metric, equal),
        score=score,
        sentence=score,
        signature=lambda total, references: metrics.signature(metric, references),
    )


def _word_counter(bleu: Any) -> Callable[[str], int]:
    """How many words BLEU makes of a text."""
    known: dict[str, int] = {}
    # Its rules look no farther than the whitespace around them, unless lines end.
    by_piece = bleu.tokenizer.signature() == "13a"

    def words(text: str) -> int:
        return len(bleu._preprocess_segment(text).split())

    def count(text: str) -> int:
        if not by_piece or "\n" in text:
            return words(text)
        total = 0
        for piece in text.split():
            if piece not in known:
                known[piece] = words(piece)
            total += known[piece]
        return total

    return count


def _against(
    metric: Any, equal: Callable[[str], Stats]
) -> Callable[[Sequence[str]], Compare]:
    """Texts that differ are sacrebleu's to compare, the references read once for all
    hypotheses; `equal` measures the others."""

    def against(references: Sequence[str]) -> Compare:
        only = references[0] if len(references) == 1 else None
        known: list[Any] = []

        def compare(text: str) -> Stats:
            if text == only:
                return equal(text)
            if not known:
                read = [metric._preprocess_segment(one) for one in references]
                known.append(metric._extract_reference_info(read))
            ready = metric._preprocess_segment(text)
            return list(metric._compute_segment_statistics(ready, known[0]))

        return compare

    return against


def _sacrebleu_score(metric: Any, total: Sequence[float]) -> float:
    value: float = metric._compute_score_from_stats(list(total)).score
    return value
