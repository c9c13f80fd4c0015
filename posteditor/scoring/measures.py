"""BLEU, chrF and TER as statistics by segment, which add up, and the score of a sum.

Rule: sacrebleu's statistics and formulas; equal texts are measured, not compared: all
their n-grams are found, so how many there are says everything.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from posteditor.scoring import metrics
from posteditor.scoring.metrics import Metric
from posteditor.scoring.ter import sentence_ter, ter_signature
from posteditor.scoring.tercom import TerStat

Stats = list[float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A way to score.

    `statistics` gives those of each hypothesis against its one reference, `score` the
    value and signature for the sum of statistics over segments.
    """

    metric: Metric
    statistics: Callable[[Sequence[str], Sequence[str]], list[Stats]]
    score: Callable[[Stats], tuple[float, str]]


def ter(target_lang: str, metric: Metric, *, cased: bool = False) -> Measure:
    """TER, or under its other names HTER."""

    def statistics(texts: Sequence[str], references: Sequence[str]) -> list[Stats]:
        pairs = zip(texts, references, strict=True)
        stats = (sentence_ter(*pair, target_lang, cased=cased) for pair in pairs)
        return [[stat.edits, stat.words] for stat in stats]

    def score(total: Stats) -> tuple[float, str]:
        edits, words = total
        value = TerStat(edits=int(edits), words=words).percent
        return value, ter_signature(target_lang, cased=cased)

    return Measure(metric=metric, statistics=statistics, score=score)


def bleu(target_lang: str) -> Measure:
    """BLEU with the tokenizer of the language."""
    metric = metrics.bleu(target_lang)
    orders = range(metric.max_ngram_order)
    count = _word_counter(metric)

    def equal(text: str) -> Stats:
        words = count(text)
        ngrams = [max(0, words - order) for order in orders]
        return [words, words, *ngrams, *ngrams]

    def score(total: Stats) -> tuple[float, str]:
        # No sentence of four words: sacrebleu would give 0 even to equal texts.
        chosen = (
            metric if total[-1] else metrics.bleu(target_lang, effective_order=True)
        )
        return _sacrebleu_score(chosen, total)

    return Measure(
        metric=Metric.BLEU,
        statistics=lambda texts, refs: _ngrams(metric, equal, texts, refs),
        score=score,
    )


def chrf() -> Measure:
    """chrF2 of character n-grams up to six."""
    metric = metrics.chrf()
    orders = range(metric.char_order)

    def equal(text: str) -> Stats:
        characters = len("".join(text.split()))
        return [max(0, characters - order) for order in orders for _ in range(3)]

    return Measure(
        metric=Metric.CHRF,
        statistics=lambda texts, refs: _ngrams(metric, equal, texts, refs),
        score=lambda total: _sacrebleu_score(metric, total),
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


def _ngrams(
    metric: Any,
    equal: Callable[[str], Stats],
    texts: Sequence[str],
    references: Sequence[str],
) -> list[Stats]:
    """Pairs that differ are sacrebleu's to compare; `equal` measures the others."""
    pairs = list(zip(texts, references, strict=True))
    changed = [pair for pair in pairs if pair[0] != pair[1]]
    found = iter(
        metric._extract_corpus_statistics(
            [text for text, _ in changed], [[reference for _, reference in changed]]
        )
    )
    return [next(found) if old != new else equal(old) for old, new in pairs]


def _sacrebleu_score(metric: Any, total: Stats) -> tuple[float, str]:
    value: float = metric._compute_score_from_stats(total).score
    return value, metrics.signature(metric)
