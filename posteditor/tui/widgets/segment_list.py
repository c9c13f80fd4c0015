"""The sentences, one line each: drawn on demand, so that 100,000 cost what 10 do.

Rule: it knows rows, a cursor and a scroll offset, and nothing of sessions.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from posteditor.tui.messages import RowClicked
from posteditor.tui.theme import Palette
from posteditor.tui.typeset import pad

CACHED_ROWS = 1_000
COUNT_WIDTH = 3
LEAST_COUNTED = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a line says: a state mark and its role, the text, open suggestions."""

    mark: str
    role: str
    text: str
    dim: bool = False
    count: str = ""
    count_role: str = "dim"


class SegmentList(ScrollView, can_focus=False):
    """See the module. `cursor` is the current row."""

    DEFAULT_CSS = """
    SegmentList { scrollbar-size: 0 0; overflow: hidden hidden; }
    """

    def __init__(
        self, *, count: int, row: Callable[[int], Row], palette: Palette
    ) -> None:
        super().__init__(id="list")
        self.palette = palette
        self.cursor = 0
        self.ruled = True
        self._count = count
        self._row = row
        self._digits = len(str(count))
        self._strips: LRUCache[tuple[int, int, bool], Strip] = LRUCache(CACHED_ROWS)
        self.virtual_size = Size(1, count)

    def move(self, index: int) -> None:
        """Put the cursor on row `index` and bring it into view."""
        old, self.cursor = self.cursor, index
        top = self.scroll_offset.y
        wanted = self._top_for(index, top)
        if wanted != top:
            self.scroll_to(y=wanted, animate=False, force=True)
        else:
            self._repaint(old)
            self._repaint(index)

    def refresh_row(self, index: int) -> None:
        """The row says something new."""
        key = (index, self.size.width, index == self.cursor)
        other = (index, self.size.width, index != self.cursor)
        self._strips.discard(other)
        old = self._strips.get(key)
        self._strips.discard(key)
        if old is not None and self.is_visible(index):
            self._strips[key] = self._draw(index, self.size.width)
            if self._strips[key] == old:
                return
        self._repaint(index)

    def refresh_all(self) -> None:
        self._strips.clear()
        self.refresh()

    def is_visible(self, index: int) -> bool:
        top = self.scroll_offset.y
        return top <= index < top + self.size.height

    def _repaint(self, index: int) -> None:
        if self.is_visible(index):
            top = self.scroll_offset.y
            self.refresh(Region(0, index - top, self.size.width, 1))

    def _top_for(self, index: int, top: int) -> int:
        """Where to scroll so that the row is seen with some lines around it."""
        height = max(self.size.height, 1)
        margin = min((height - 1) // 2, 3)
        lowest, highest = index - height + 1 + margin, index - margin
        wanted = min(max(top, lowest), highest)
        return max(0, min(wanted, self._count - height))

    def on_resize(self, event: events.Resize) -> None:
        self._strips.clear()
        self.scroll_to(
            y=self._top_for(self.cursor, self.scroll_offset.y),
            animate=False,
            force=True,
        )

    def on_click(self, event: events.Click) -> None:
        index = event.y + self.scroll_offset.y
        if 0 <= index < self._count:
            self.post_message(RowClicked(index))

    def render_line(self, y: int) -> Strip:
        index = y + self.scroll_offset.y
        width = self.size.width
        if index >= self._count:
            return self._blank(width)
        key = (index, width, index == self.cursor)
        strip = self._strips.get(key)
        if strip is None:
            strip = self._draw(index, width)
            self._strips[key] = strip
        return strip

    def _blank(self, width: int) -> Strip:
        style = self.rich_style
        if not self.ruled:
            return Strip.blank(width, style)
        rule = Segment("│", style + self.palette["rule"])
        return Strip([Segment(" " * (width - 1), style), rule], width)

    def _draw(self, index: int, width: int) -> Strip:
        row = self._row(index)
        is_cursor = index == self.cursor
        base = self.rich_style
        look = base + self.palette["cursor"] if is_cursor else base
        dim = look + self.palette["dim"] if not is_cursor else look

        def styled(text: str, role: str) -> Segment:
            style = base + self.palette[role]
            return Segment(text, style + self.palette["cursor"] if is_cursor else style)

        number = f"{index + 1:>{self._digits}} "
        count_width = COUNT_WIDTH if width >= LEAST_COUNTED else 0
        count = f"{row.count:>{count_width}}"[-count_width:] if count_width else ""
        fixed = 3 + len(number) + cell_len(count) + 1 + self.ruled
        text = pad(row.text, max(width - fixed, 0))
        body = dim if row.dim else (look if is_cursor else base + self.palette["text"])
        mark = row.mark + " " * (1 - cell_len(row.mark))
        segments = [
            styled("▸" if is_cursor else " ", "accent"),
            styled(mark, row.role),
            Segment(f" {number}", dim),
            Segment(text, body),
            Segment(count[: len(count) - len(row.count)], look),
            styled(count.lstrip(), row.count_role),
            Segment(" ", look),
        ]
        if self.ruled:
            segments.append(Segment("│", base + self.palette["rule"]))
        return Strip(segments).adjust_cell_length(width, base)
