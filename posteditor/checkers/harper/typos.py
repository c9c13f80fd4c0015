"""Is an unknown word a slip of a known one?

Rule: precision above recall. New words, terms and loans are one letter from some other
word more often than not, so only the slips that fingers make count.
"""

from __future__ import annotations

import re

# Prefixes that make new words freely: only swapped letters make one of them a typo.
_PREFIX = re.compile(
    r"(?:un|re|de|dis|non|anti|inter|micro|macro|mini|multi|neo|nano|bio|eco|geo|pre|"
    r"post|sub|super|hyper|over|under|out|mid|co|e|cyber|euro|ultra|trans|pseudo)"
    r"(?=[a-z]{4})"
)

# What tells British from American spelling, and spellings that live side by side.
_VARIANTS = (
    (re.compile("our"), "or"),
    (re.compile(r"(?<=[iy])s(?=(?:e[drs]?|ers|ing|ations?|able)\Z)"), "z"),
    (re.compile(r"([lpt])\1"), r"\1"),
    (re.compile(r"tre(?=s?\Z)"), "ter"),
    (re.compile("ogue"), "og"),
    (re.compile("ence"), "ense"),
    (re.compile("ae|oe"), "e"),
    (re.compile(r"(?<=[gdk])e(?=ment|ing|able)"), ""),
    (re.compile("mme"), "m"),
    (re.compile(r"wards\Z"), "ward"),
    (re.compile(r"\A[ei]n(?=qu)"), "in"),
    (re.compile(r"(?<=t)or(?=s?\Z)"), "er"),
    (re.compile(r"(?<=k)ey(?=s?\Z)"), "y"),
    (re.compile("y"), "i"),
    (re.compile("ph"), "f"),
    (re.compile("gh"), "g"),
)

_SWAPPABLE = 6
_LONG = 7

# "crossers" is no slip of "crosses", nor "brainer" of "brainier".
_DOER = re.compile(r"(?:er|ers|ers')\Z")

# Endings that are written with the wrong vowel.
_WEAK = re.compile(r"(?:[ae]n(?:t|ts|tly|ce|ces|cy)|[ai]b(?:le|ly)|[aeo]rs?)\Z")


def is_typo_of(word: str, right: str) -> bool:
    """Is `word` one likely slip from `right`: two letters swapped, in a long word one
    too many or missing (not the first or last), or a wrong vowel in an ending?"""
    word, right = word.replace("’", "'"), right.replace("’", "'")
    if word.endswith("nt") and right == f"{word[:-1]}'t":
        return True
    if not right.replace("'", "").islower() or is_variant_of(word, right):
        return False
    edit = one_edit(word, right)
    return edit is not None and _is_slip(word, right, *edit)


def _is_slip(word: str, right: str, at: int, old: str, new: str) -> bool:
    if is_swap(old, new):
        return len(word) >= _SWAPPABLE
    inside = at > 0 and at + len(old) < len(word)
    if len(word) < _LONG or not inside or _PREFIX.match(word):
        return False
    if old and new:
        weak = _WEAK.search(word)
        return (
            weak is not None and weak.start() == at and _WEAK.search(right) is not None
        )
    if _DOER.search(word) and (old == "r" or new == "i"):
        return False
    return (old + new).isalpha()


def is_variant_of(word: str, other: str) -> bool:
    """Do the two differ only as British and American spellings do?"""
    return _plain(word) == _plain(other)


def _plain(word: str) -> str:
    for pattern, replacement in _VARIANTS:
        word = pattern.sub(replacement, word)
    return word


def is_swap(old: str, new: str) -> bool:
    return len(old) == len(new) == 2 and old == new[::-1]  # noqa: PLR2004 - a pair


def one_edit(word: str, right: str) -> tuple[int, str, str] | None:
    """Where and how the two differ, if in one letter or two swapped neighbours."""
    shorter = min(len(word), len(right))
    start = 0
    while start < shorter and word[start] == right[start]:
        start += 1
    end = 0
    while end < shorter - start and word[-1 - end] == right[-1 - end]:
        end += 1
    old, new = word[start : len(word) - end], right[start : len(right) - end]
    if max(len(old), len(new)) == 1 or is_swap(old, new):
        return start, old, new
    return None
