"""What an edit is about: an article, a number, word order, …

Rule: of several things an edit changes the weightiest names it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from posteditor.diff.edits import Edit, EditKind
from posteditor.diff.tokens import words

ARTICLES = frozenset({"a", "an", "the"})
_PREPOSITION_LIST = """
    about above across after against along amid among around as at before behind
    below beneath beside between beyond by despite down during except for from
    in inside into near of off on onto out outside over per since through
    throughout till to toward towards under until up upon via with within
    without
"""
PREPOSITIONS = frozenset(_PREPOSITION_LIST.split())
_FUNCTION_LIST = """
    i me my mine you your yours he him his she her hers it its we us our ours they
    them their theirs myself yourself himself herself itself ourselves yourselves
    themselves this that these those who whom whose which what and or but nor so yet
    if then than because although though while whereas whether when where why how as
    am is are was were be been being has have had having do does did will would shall
    should can could may might must not no there here also too very such both either
    neither each all any some only just even still already more most much many few
    other another same own one
"""
FUNCTION_WORDS = frozenset(_FUNCTION_LIST.split()) | ARTICLES | PREPOSITIONS


class EditCategory(StrEnum):
    """What an edit is about. Articles, prepositions and the other function words are
    those of English; all else is content words."""

    CASING = "casing"
    PUNCTUATION = "punctuation"
    NUMBER = "number"
    ARTICLE = "article"
    PREPOSITION = "preposition"
    WORD_ORDER = "word-order"
    FUNCTION_WORD = "function-word"
    CONTENT_WORD = "content-word"


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
        return _samewords(edit, old, new)
    if all(word in ARTICLES for word in differing):
        return EditCategory.ARTICLE
    if all(word in PREPOSITIONS for word in differing):
        return EditCategory.PREPOSITION
    if all(any(char.isdigit() for char in word) for word in differing):
        return EditCategory.NUMBER
    if all(word in FUNCTION_WORDS for word in differing):
        return EditCategory.FUNCTION_WORD
    return EditCategory.CONTENT_WORD


def _samewords(edit: Edit, old: tuple[str, ...], new: tuple[str, ...]) -> EditCategory:
    if old != new:
        return EditCategory.WORD_ORDER
    if edit.old != edit.new and words(edit.old) != words(edit.new):
        return EditCategory.CASING
    return EditCategory.PUNCTUATION


def _key(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in words(text))
