"""Offsets of engines that do not count in code points, and text they can read.

Rule: the one place where offsets are converted; one that falls inside a character or
beyond the text is clamped to a place where one begins, never an error.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

_UNREADABLE = re.compile("[\ud800-\udfff\x00-\x08\x0b-\x1f]")


def readable(text: str) -> str:
    """The text without what engines cannot take (lone surrogates) or read as a pause
    (control characters), one for one, so that offsets survive."""
    return _UNREADABLE.sub("\ufffd", text)


class Offsets:
    """Code points of a text by offsets in another unit. `widths` says how many of its
    units each code point takes; plain text, one for each, costs nothing."""

    def __init__(self, widths: list[int]) -> None:
        plain = len(widths) == sum(widths)
        self._length = len(widths)
        self._starts = None if plain else list(accumulate(widths, initial=0))

    @classmethod
    def utf16(cls, text: str) -> Offsets:
        """For LanguageTool and everything else that runs on Java."""
        return cls([2 if char > "\uffff" else 1 for char in text])

    @classmethod
    def utf8(cls, text: str) -> Offsets:
        """For LingoTweaker and everything else that counts bytes."""
        return cls([_bytes(char) for char in text])

    def code_point(self, offset: int) -> int:
        """The code point that begins at the offset, or in which it lies."""
        if self._starts is None:
            return max(0, min(offset, self._length))
        return max(0, min(bisect_right(self._starts, offset) - 1, self._length))


def _bytes(char: str) -> int:
    return (
        1
        if char < "\x80"
        else 2
        if char < "\u0800"
        else 3
        if char < "\U00010000"
        else 4
    )
