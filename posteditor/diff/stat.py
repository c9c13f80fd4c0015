"""Edits counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from posteditor.diff.categories import EditCategory, categories
from posteditor.diff.edits import Edit
from posteditor.diff.tokens import words


@dataclass(frozen=True, slots=True, kw_only=True)
class EditStat:
    """Edits counted. Words of a replacement that have no partner on the other side
    count as inserted or deleted."""

    edits: int = 0
    words_inserted: int = 0
    words_deleted: int = 0
    words_replaced: int = 0
    categories: Mapping[EditCategory, int] = field(default_factory=dict)

    def __add__(self, other: EditStat) -> EditStat:
        summed = Counter(self.categories)
        summed.update(other.categories)
        return EditStat(
            edits=self.edits + other.edits,
            words_inserted=self.words_inserted + other.words_inserted,
            words_deleted=self.words_deleted + other.words_deleted,
            words_replaced=self.words_replaced + other.words_replaced,
            categories=dict(summed),
        )


def edit_stat(found: Sequence[Edit]) -> EditStat:
    """The edits of one segment, counted."""
    inserted = deleted = replaced = 0
    for edit in found:
        gone, come = len(words(edit.old)), len(words(edit.new))
        replaced += min(gone, come)
        deleted += max(gone - come, 0)
        inserted += max(come - gone, 0)
    return EditStat(
        edits=len(found),
        words_inserted=inserted,
        words_deleted=deleted,
        words_replaced=replaced,
        categories=dict(Counter(categories(found))),
    )
