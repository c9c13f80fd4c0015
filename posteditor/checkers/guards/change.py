"""What an editor changed in a sentence, and where in it a lost piece stood."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from posteditor.diff import Edit, Op, diff, edits, equal_ratio

# A wider replacement is pointed at by its first words.
WIDEST = 36
# How far back the word before a seam is looked for.
REACH = 200
# The share of unchanged text below which a sentence was written anew, and of new text
# above it: one that was only cut is none.
REWRITTEN, NEW_SHARE = 0.5, 0.3
_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")


@dataclass(frozen=True)
class Change:
    """A machine translation and what it became."""

    mt: str
    target: str

    @cached_property
    def ops(self) -> tuple[Op, ...]:
        return diff(self.mt, self.target)

    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        return edits(self.ops)

    @cached_property
    def is_rewritten(self) -> bool:
        """Is so little of it left that its words tell nothing of the new ones?"""
        come = sum(len(edit.new) for edit in self.edits)
        is_new = come > NEW_SHARE * len(self.target)
        return is_new and equal_ratio(self.ops) < REWRITTEN

    def edit_at(self, start: int, end: int) -> Edit | None:
        """The edit that touches this span of the MT."""
        for edit in self.edits:
            if edit.old_start < end and start < edit.old_start + len(edit.old):
                return edit
        return None

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where in the revision a span of the MT was lost: what stands in its place, or
        the word beside the seam."""
        edit = self.edit_at(start, end)
        if edit is None:
            return self._around(self._shifted(start))
        if not edit.new.strip():
            return self._around(edit.new_start)
        return self.narrowed(edit.new_start, edit.new_start + len(edit.new))

    def narrowed(self, start: int, end: int) -> tuple[int, int]:
        """A span without the spaces around it, short enough to be seen at once."""
        piece = self.target[start:end]
        start += len(piece) - len(piece.lstrip())
        end = start + len(piece.strip())
        if end - start <= WIDEST:
            return start, end
        words = list(_WORD.finditer(self.target, start, start + WIDEST))
        if not words or words[-1].end() > end:
            return start, start + WIDEST
        return start, words[-1].end()

    def _around(self, at: int) -> tuple[int, int]:
        """The word at this place or after it, else the one before."""
        after = _WORD.search(self.target, at)
        if after is not None:
            return after.start(), min(after.end(), after.start() + WIDEST)
        before = list(_WORD.finditer(self.target, max(0, at - REACH), at))
        if before:
            start, end = before[-1].span()
            return max(start, end - WIDEST), end
        return self.narrowed(0, len(self.target))

    def _shifted(self, at: int) -> int:
        for edit in reversed(self.edits):
            if edit.old_start + len(edit.old) <= at:
                delta = len(edit.new) - len(edit.old)
                return at + delta + edit.new_start - edit.old_start
        return at
