"""What post-editing cost, read off the texts: edits by kind, segments by how much of
them was changed.

Rule: figures that DivEMT (Sarti et al. 2022) has are named as there and counted as TER
counts; time and keys are not guessed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from posteditor.diff import EditCategory, categories, diff, edits
from posteditor.scoring.ter import ter_options
from posteditor.scoring.tercom import (
    Operation,
    TerStat,
    distance,
    ter_alignment,
)
from posteditor.scoring.tercom.moves import Move
from posteditor.scoring.tercom.words import words

# Up to so many edits per 100 words a segment was edited lightly.
LIGHT = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """Sums over segments.

    `n_insert`, `n_delete`, `n_substitute` count words, `n_shift` shifts of
    `tot_shifted_words` words, `tot_edits` all four; `mt_tokens` and `tgt_tokens` are
    the words of MT and post-edit. Segments are `untouched`, edited `light`ly (up to 30
    edits per 100 words) or heavily (`heavy`). `categories` are of diff edits, which see
    what TER does not: capitals, punctuation.
    """

    segments: int = 0
    untouched: int = 0
    light: int = 0
    heavy: int = 0
    mt_tokens: int = 0
    tgt_tokens: int = 0
    n_insert: int = 0
    n_delete: int = 0
    n_substitute: int = 0
    n_shift: int = 0
    tot_shifted_words: int = 0
    tot_edits: int = 0
    edited_characters: int = 0
    tgt_characters: int = 0
    categories: Mapping[EditCategory, int] = field(default_factory=dict)

    def __add__(self, other: Effort) -> Effort:
        summed = Counter(self.categories)
        summed.update(other.categories)
        numbers = {
            one.name: getattr(self, one.name) + getattr(other, one.name)
            for one in fields(self)
            if one.name != "categories"
        }
        return Effort(**numbers, categories=dict(summed))

    @property
    def hter(self) -> float:
        """Edits per 100 words of the post-edit, uncased."""
        return TerStat(edits=self.tot_edits, words=self.tgt_tokens).percent

    @property
    def cer(self) -> float:
        """Edits by character, without shifts, per 100 characters of the post-edit."""
        stat = TerStat(edits=self.edited_characters, words=self.tgt_characters)
        return stat.percent

    @property
    def density(self) -> float:
        """Post-edit density: how many of 100 words of the post-edit were written by the
        editor (inserted or put for others)."""
        written = self.n_insert + self.n_substitute
        return 100 * written / self.tgt_tokens if self.tgt_tokens else 0.0


def total_effort(pairs: Iterable[tuple[str, str]], target_lang: str = "en") -> Effort:
    """The effort from MT to post-edit, over pairs of them. `target_lang` is BCP 47."""
    total = Effort()
    for mt, pe in pairs:
        total += segment_effort(mt, pe, target_lang)
    return total


def segment_effort(mt: str, pe: str, target_lang: str = "en") -> Effort:
    """The effort of one segment."""
    options = ter_options(target_lang)
    if mt == pe and not options.normalized:
        # Normalised twice, as references are, a text may differ from itself.
        size = len(words(pe, options))
        return Effort(
            segments=1,
            untouched=1,
            mt_tokens=size,
            tgt_tokens=size,
            tgt_characters=len(pe),
        )
    alignment = ter_alignment(mt, [pe], options)
    operations = Counter(alignment.operations)
    length = len(alignment.reference)
    # TER sees no capitals; who changed one has touched the segment.
    percent = TerStat(edits=alignment.edits, words=length).percent
    return Effort(
        segments=1,
        untouched=int(mt == pe),
        light=int(mt != pe and percent <= LIGHT),
        heavy=int(mt != pe and percent > LIGHT),
        mt_tokens=len(alignment.shifted),
        tgt_tokens=length,
        n_insert=operations[Operation.INSERT],
        n_delete=operations[Operation.DELETE],
        n_substitute=operations[Operation.SUBSTITUTE],
        n_shift=len(alignment.moves),
        tot_shifted_words=sum(map(_shifted, alignment.moves)),
        tot_edits=alignment.edits,
        edited_characters=0 if mt == pe else distance(mt, pe),
        tgt_characters=len(pe),
        categories=dict(Counter(categories(edits(diff(mt, pe))))),
    )


_NUMBERS = [one.name for one in fields(Effort) if one.name != "categories"]


def to_row(total: Effort) -> list[int]:
    """As whole numbers that add up column by column."""
    numbers = [int(getattr(total, name)) for name in _NUMBERS]
    return numbers + [total.categories.get(kind, 0) for kind in EditCategory]


def from_row(row: Sequence[float]) -> Effort:
    """Back from numbers, or from their sums."""
    whole = [int(number) for number in row]
    numbers = dict(zip(_NUMBERS, whole[: len(_NUMBERS)], strict=True))
    kinds = zip(EditCategory, whole[len(_NUMBERS) :], strict=True)
    return Effort(**numbers, categories={kind: count for kind, count in kinds if count})


def _shifted(move: Move) -> int:
    """Two neighbouring runs change places: the shorter one was taken over the other."""
    return min(move.middle - move.start, move.end - move.middle)


def effort_dict(total: Effort) -> dict[str, Any]:
    """As plain data, with the rates."""
    numbers = asdict(total)
    kinds = numbers.pop("categories")
    return {
        **numbers,
        "hter": total.hter,
        "cer": total.cer,
        "post_edit_density": total.density,
        "categories": {str(kind): kinds[kind] for kind in sorted(kinds)},
    }
