"""Translation edit rate by segment: edits and words, added up.

Rule: the figures are those of sacrebleu, under its signature.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from posteditor.scoring import metrics
from posteditor.scoring.tercom import TerOptions, TerStat, ter_stats
from posteditor.scoring.tercom.words import words


def ter_options(
    target_lang: str, *, cased: bool = False, tokenised: bool = False
) -> TerOptions:
    """The options for a BCP 47 language. Chinese and Japanese are normalised, too: one
    changed word would make a sentence without spaces wrong as a whole."""
    asian = metrics.is_asian(target_lang)
    return TerOptions(
        case_sensitive=cased, normalized=asian or tokenised, asian_support=asian
    )


def sentence_ter(
    mt: str, pe: str, target_lang: str = "en", *, cased: bool = False
) -> TerStat:
    """The edits from `mt` to `pe`, and the words of `pe`.

    `target_lang` is a BCP 47 language, for Chinese and Japanese.
    """
    return sentence_stat(mt, [pe], ter_options(target_lang, cased=cased))


def sentence_stat(
    hypothesis: str, references: Sequence[str], options: TerOptions
) -> TerStat:
    """As `ter_stats`, quicker where a text is compared with itself."""
    # Normalised twice, as references are, a text may differ from itself.
    alone = len(references) == 1 and references[0] == hypothesis
    if alone and not options.normalized:
        return TerStat(edits=0, words=len(words(hypothesis, options)))
    return ter_stats(hypothesis, references, options)


def hter(stats: Iterable[TerStat]) -> float | None:
    """The rate of all segments together in per cent; None for no segments.

    It is the ratio of the sums, as sacrebleu's corpus score, not the mean of the
    segments.
    """
    total: TerStat | None = None
    for stat in stats:
        total = stat if total is None else total + stat
    return None if total is None else total.percent


def ter_signature(options: TerOptions, references: int = 1) -> str:
    """sacrebleu's signature for so many references a segment."""
    return metrics.signature(metrics.ter(options), references)


class LiveHter:
    """HTER (uncased) of the segments handed in so far, kept up as they change."""

    def __init__(self, target_lang: str = "en") -> None:
        self._target_lang = target_lang
        self._stats: dict[int, TerStat] = {}
        self._total = TerStat()

    def update(self, index: int, mt: str, target: str) -> None:
        """Segment `index` now has this target."""
        self.remove(index)
        stat = sentence_ter(mt, target, self._target_lang)
        self._stats[index] = stat
        self._total += stat

    def remove(self, index: int) -> None:
        """Segment `index` no longer counts."""
        self._total -= self._stats.pop(index, TerStat())

    @property
    def stats(self) -> Iterator[tuple[int, TerStat]]:
        """The segments that count, by index."""
        return iter(sorted(self._stats.items()))

    @property
    def value(self) -> float | None:
        """In per cent; None while no segment counts."""
        return self._total.percent if self._stats else None
