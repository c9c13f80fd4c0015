"""A clause of the machine translation, or of the source, that is not said any more.

Rule: only a long stretch that went without anything in its place, and whose words stand
nowhere else; shortening a phrase is what revising is for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from posteditor.checkers.guards.names import folded, is_abbreviation, is_form
from posteditor.diff import Edit
from posteditor.diff.categories import FUNCTION_WORDS

# Words and content words that must be gone, and how many of these for each that came.
LEAST_WORDS, LEAST_CONTENT = 5, 3
TIMES_SHORTER = 3.0
# Characters of English for one of the source, about; half of it is suspicious.
RATIOS = {"ru": 1.05, "uk": 1.06, "de": 0.92, "fr": 0.9, "es": 0.95, "ar": 1.3}
RATIOS |= {"zh": 3.4, "ja": 2.4, "pl": 1.0, "cs": 1.08, "it": 0.95, "pt": 0.98}
SUSPICIOUS = 0.5
LEAST_SOURCE = 60  # characters of English that the source should give

_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def content(text: str) -> list[str]:
    """The words that mean something, folded."""
    found = _WORD.findall(text)
    return [folded(word) for word in found if word.lower() not in FUNCTION_WORDS]


def dropped(edits: Sequence[Edit], target: str) -> list[Edit]:
    """The edits that took a clause away."""
    found: list[Edit] = []
    present: set[str] | None = None
    short: set[str] = set()
    for edit in edits:
        if len(edit.old.split()) < LEAST_WORDS or len(edit.new) * 2 > len(edit.old):
            continue
        gone, come = content(edit.old), content(edit.new)
        if len(gone) < max(LEAST_CONTENT, TIMES_SHORTER * len(come)):
            continue
        if present is None:
            present = set(content(target))
            short = _letters(target)
        missing = [
            word
            for word in gone
            if not _stands(word, present) and word not in _spelled(edit.old, short)
        ]
        if len(set(missing)) - len(come) >= LEAST_CONTENT:
            found.append(edit)
    return found


def _letters(text: str) -> set[str]:
    """The letters of all abbreviations."""
    return {
        letter
        for word in _WORD.findall(text)
        if is_abbreviation(word)
        for letter in word
    }


def _spelled(text: str, letters: set[str]) -> set[str]:
    """The capitalised words that an abbreviation with these letters may stand for."""
    return {
        folded(word)
        for word in _WORD.findall(text)
        if word[0].isupper() and word[0] in letters
    }


def _stands(word: str, present: set[str]) -> bool:
    return word in present or any(is_form(word, other) for other in present)


def too_short(source: str, target: str, source_lang: str | None) -> float | None:
    """The share of the length that this source should give, where it is suspicious;
    None where it is not, or where nothing is known of the language."""
    base = (source_lang or "").split("-", maxsplit=1)[0].lower()
    ratio = RATIOS.get(base)
    if ratio is None:
        return None
    dense = len(_DENSE.findall(source)) if base in {"zh", "ja"} else len(source.strip())
    expected = dense * ratio + (len(source.strip()) - dense)
    if expected < LEAST_SOURCE:
        return None
    share = len(target.strip()) / expected
    return share if share < SUSPICIOUS else None
