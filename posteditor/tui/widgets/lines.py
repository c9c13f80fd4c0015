"""A widget that draws styled lines and scrolls them where they are more than fit.

Rule: nothing is cut without a sign that says how much is missing and how to see it.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from posteditor.tui.keymap import SCROLL_KEYS, Mode
from posteditor.tui.theme import Palette
from posteditor.tui.typeset import Line, clip


class Lines(Widget, can_focus=False):
    """See the module. `margin` is the number of blank cells at the left."""

    def __init__(self, *, palette: Palette, id: str, margin: int = 1) -> None:
        super().__init__(id=id)
        self.palette = palette
        self.margin = margin
        self._lines: Sequence[Line] = ()
        self._top = 0
        self.scroll_keys = SCROLL_KEYS[Mode.NORMAL]

    def show(self, lines: Sequence[Line], *, from_top: bool = False) -> None:
        """Draw these lines; scrolled back to the first with `from_top`."""
        if from_top and self._top:
            self._top = 0
            self._lines = lines
            self.refresh()
            return
        old, self._lines = self._lines, lines
        was, self._top = self._top, min(self._top, self._furthest())
        height = self.size.height
        if not height or self._top != was or max(len(old), len(lines)) > height:
            self.refresh()
            return
        for y in range(min(max(len(old), len(lines)), height)):
            if _at(old, y) != _at(lines, y):
                self.refresh(Region(0, y, self.size.width, 1))

    def scroll_lines(self, by: int) -> None:
        top = max(0, min(self._top + by, self._furthest()))
        if top != self._top:
            self._top = top
            self.refresh()

    def reveal(self, line: int) -> None:
        """Scroll so that a line, counted from the first, can be seen."""
        height = self.size.height
        if not self._top < line < self._top + height - 2:
            wanted = max(0, min(line - height // 2, self._furthest()))
            if wanted != self._top:
                self._top = wanted
                self.refresh()

    def _furthest(self) -> int:
        return max(0, len(self._lines) - self.size.height)

    def render_line(self, y: int) -> Strip:
        width, height = self.size
        base = self.rich_style
        up, down = self.scroll_keys
        below = len(self._lines) - self._top - height
        if y == 0 and self._top > 0:
            return self._sign(f"▲ {self._top + 1} more above · {up}", width)
        if y == height - 1 and below > 0:
            return self._sign(f"▼ {below + 1} more below · {down}", width)
        line = _at(self._lines, y + self._top)
        segments = [Segment(" " * self.margin, base)]
        segments.extend(
            Segment(text, base + self.palette[role]) for text, role in line if text
        )
        return Strip(segments).adjust_cell_length(width, base)

    def _sign(self, text: str, width: int) -> Strip:
        base = self.rich_style
        shown = clip(" " * self.margin + text, width)
        style = base + self.palette["accent"]
        return Strip([Segment(shown, style)]).adjust_cell_length(width, base)


def _at(lines: Sequence[Line], y: int) -> Line:
    return lines[y] if y < len(lines) else ()
