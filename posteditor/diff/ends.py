"""What two long texts share at both ends, found without cutting them into words.

Rule: an end is cut after a space and before an ASCII letter or digit, in both texts,
where no grapheme and no word is cut.
"""

from __future__ import annotations

import re

# Below this, cutting words is quick enough, and the diff may slide into the ends.
LONG_TEXT = 50_000
# How far from the first difference a cut is looked for, and how much is left around it
# for `readable` to slide a change in.
_REACH = 2_000
_MARGIN = 500

_CUT = re.compile(r"(?<=[A-Za-z0-9.,;:!?] )(?=[A-Za-z0-9])")


def shared_ends(old: str, new: str) -> tuple[int, int]:
    """How many code points at the start and at the end both texts share; (0, 0) where
    one of them is short or offers no cut."""
    if min(len(old), len(new)) < LONG_TEXT:
        return 0, 0
    head = _cut_before(old, _same_start(old, new) - _MARGIN)
    room = min(len(old), len(new)) - head
    tail = min(_same_end(old, new), room) - _MARGIN
    return head, len(old) - _cut_after(old, len(old) - tail) if tail > 0 else 0


def _same_start(old: str, new: str) -> int:
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _same_end(old: str, new: str) -> int:
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if _last(old, low, middle) == _last(new, low, middle):
            low = middle
        else:
            high = middle - 1
    return low


def _last(text: str, low: int, high: int) -> str:
    return text[len(text) - high : len(text) - low]


def _cut_before(text: str, at: int) -> int:
    """The last cut at or before `at`, or 0."""
    if at <= 0:
        return 0
    begin = max(at - _REACH, 0)
    cuts = [found.start() for found in _CUT.finditer(text, begin, at)]
    return cuts[-1] if cuts else 0


def _cut_after(text: str, at: int) -> int:
    """The first cut after `at`, or the end of the text."""
    found = _CUT.search(text, at + 2, min(at + _REACH, len(text)))
    return found.start() if found else len(text)
