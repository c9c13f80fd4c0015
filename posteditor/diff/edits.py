"""Edits: what a diff's operations mean to an editor, counted and put in categories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from posteditor.diff.ops import Op, OpKind
from posteditor.diff.tokens import is_word, tokens

ARTICLES = frozenset({"a", "an", "the"})
_PREPOSITION_LIST = """
    about above across after against along amid among around as at before behind
    below beneath beside between beyond by despite down during except for from
    in inside into near of off on onto out outside over per since through
    throughout till to toward towards under until up upon via with within
    without
"""
PREPOSITIONS = frozenset(_PREPOSITION_LIST.split())


class EditKind(StrEnum):
    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"


class EditCategory(StrEnum):
    """What an edit is about. Articles and prepositions are those of English."""

    CASING = "casing"
    PUNCTUATION = "punctuation"
    NUMBER = "number"
    ARTICLE = "article"
    PREPOSITION = "preposition"
    WORD_ORDER = "word-order"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One change: `old` stood at `old_start`, `new` stands at `new_start`."""

    kind: EditKind
    old: str
    new: str
    old_start: int
    new_start: int


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


def edits(ops: Iterable[Op]) -> tuple[Edit, ...]:
    """The changes between equal stretches, in order."""
    found: list[Edit] = []
    gone = come = ""
    old_at = new_at = 0
    for op in (*ops, Op(OpKind.EQUAL, "")):
        if op.kind is OpKind.DELETE:
            gone += op.text
        elif op.kind is OpKind.INSERT:
            come += op.text
        else:
            if gone or come:
                found.append(_edit(gone, come, old_at, new_at))
            old_at += len(gone) + len(op.text)
            new_at += len(come) + len(op.text)
            gone = come = ""
    return tuple(found)


def _edit(gone: str, come: str, old_at: int, new_at: int) -> Edit:
    if gone and come:
        kind = EditKind.REPLACE
    else:
        kind = EditKind.DELETE if gone else EditKind.INSERT
    return Edit(kind=kind, old=gone, new=come, old_start=old_at, new_start=new_at)


def categories(found: Sequence[Edit]) -> tuple[EditCategory, ...]:
    """The category of each edit of one segment. The same words deleted here and
    inserted there are a matter of word order."""
    gone = Counter(_key(e.old) for e in found if e.kind is EditKind.DELETE)
    come = Counter(_key(e.new) for e in found if e.kind is EditKind.INSERT)
    moved = {key for key in gone.keys() & come.keys() if key}
    return tuple(
        EditCategory.WORD_ORDER if _is_moved(edit, moved) else _category(edit)
        for edit in found
    )


def _is_moved(edit: Edit, moved: set[tuple[str, ...]]) -> bool:
    return edit.kind is not EditKind.REPLACE and _key(edit.old or edit.new) in moved


def _category(edit: Edit) -> EditCategory:
    old, new = _key(edit.old), _key(edit.new)
    left = Counter(old)
    left.subtract(new)
    differing = [word for word, count in left.items() if count]
    if not differing:
        return _same_words(edit, old, new)
    if all(word in ARTICLES for word in differing):
        return EditCategory.ARTICLE
    if all(word in PREPOSITIONS for word in differing):
        return EditCategory.PREPOSITION
    if all(any(char.isdigit() for char in word) for word in differing):
        return EditCategory.NUMBER
    return EditCategory.OTHER


def _same_words(edit: Edit, old: tuple[str, ...], new: tuple[str, ...]) -> EditCategory:
    if old != new:
        return EditCategory.WORD_ORDER
    if edit.old != edit.new and _words(edit.old) != _words(edit.new):
        return EditCategory.CASING
    return EditCategory.PUNCTUATION


def edit_stat(found: Sequence[Edit]) -> EditStat:
    """The edits of one segment, counted."""
    inserted = deleted = replaced = 0
    for edit in found:
        gone, come = len(_words(edit.old)), len(_words(edit.new))
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


def _words(text: str) -> list[str]:
    return [token for token in tokens(text) if is_word(token)]


def _key(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _words(text))
