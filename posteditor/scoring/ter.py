"""Translation edit rate by segment: sacrebleu's edits and words, added up.

Rule: the figures are sacrebleu's own. Only where a segment is longer than
`LONGEST_EXACT` words are its edits counted without shifts, and the signature says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from posteditor.diff import diff, edits
from posteditor.scoring import metrics

# sacrebleu tries shifts in quadratic time; beyond this a segment takes many seconds.
LONGEST_EXACT = 300
_LONG_MARK = f"|shifts:up-to-{LONGEST_EXACT}-words"


@dataclass(frozen=True, slots=True, kw_only=True)
class TerStat:
    """What TER is made of: edits, and words of the text compared with. They add up over
    segments; `long` counts the segments whose edits were counted without shifts."""

    edits: int = 0
    words: int = 0
    long: int = 0

    def __add__(self, other: TerStat) -> TerStat:
        return TerStat(
            edits=self.edits + other.edits,
            words=self.words + other.words,
            long=self.long + other.long,
        )

    def __sub__(self, other: TerStat) -> TerStat:
        return TerStat(
            edits=self.edits - other.edits,
            words=self.words - other.words,
            long=self.long - other.long,
        )

    @property
    def percent(self) -> float:
        """Edits per 100 words, more than 100 where much was removed; as in sacrebleu
        100 for edits against no words at all, 0 for two empty texts."""
        if self.words:
            return 100 * self.edits / self.words
        return 100.0 if self.edits else 0.0


def sentence_ter(
    mt: str, pe: str, target_lang: str = "en", *, cased: bool = False
) -> TerStat:
    """The edits from `mt` to `pe`, and the words of `pe`.

    `target_lang` is a BCP 47 language, for Chinese and Japanese.
    """
    asian = metrics.is_asian(target_lang)
    if mt == pe:
        return TerStat(edits=0, words=_words(pe, asian=asian, cased=cased))
    if max(_words(mt, asian=asian), _words(pe, asian=asian)) > LONGEST_EXACT:
        return _without_shifts(mt, pe, asian=asian, cased=cased)
    score = metrics.ter(cased=cased, asian=asian).sentence_score(mt, [pe])
    return TerStat(edits=score.num_edits, words=int(score.ref_length))


def _words(text: str, *, asian: bool, cased: bool = False) -> int:
    return len(_split(text, asian=asian, cased=cased))


def _split(text: str, *, asian: bool, cased: bool) -> list[str]:
    """sacrebleu's words. Lower case does not change how many there are."""
    if asian:
        text = metrics.ter(cased=cased, asian=True).tokenizer(text.rstrip())
    elif not cased:
        text = text.lower()
    return text.split()


def _without_shifts(mt: str, pe: str, *, asian: bool, cased: bool) -> TerStat:
    old = _split(mt, asian=asian, cased=cased)
    new = _split(pe, asian=asian, cased=cased)
    changes = edits(diff(" ".join(old), " ".join(new)))
    sizes = (max(len(e.old.split()), len(e.new.split())) for e in changes)
    return TerStat(edits=sum(sizes), words=len(new), long=1)


def hter(stats: Iterable[TerStat]) -> float | None:
    """The rate of all segments together in per cent; None for no segments.

    It is the ratio of the sums, as sacrebleu's corpus score, not the mean of the
    segments.
    """
    total: TerStat | None = None
    for stat in stats:
        total = stat if total is None else total + stat
    return None if total is None else total.percent


def ter_signature(stat: TerStat, target_lang: str, *, cased: bool = False) -> str:
    """sacrebleu's signature, and a word on long segments where there are any."""
    metric = metrics.ter(cased=cased, asian=metrics.is_asian(target_lang))
    # sacrebleu learns the number of references from the first pair it scores.
    metric.sentence_score("", [""])
    return str(metric.get_signature()) + (_LONG_MARK if stat.long else "")


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
