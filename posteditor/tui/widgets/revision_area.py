"""The text area a revision is typed in: marks in the text, graphemes kept whole.

Rule: it holds stand-in text (see `stand_ins`) and knows nothing of sessions.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from rich.text import Text
from textual import events
from textual.widgets import TextArea

from posteditor.tui.messages import Rewrapped
from posteditor.tui.stand_ins import pasted
from posteditor.tui.theme import Palette

Mark = tuple[int, int, str]  # start, end, role


class RevisionArea(TextArea):
    """See the module. Marks are offsets in the area's text."""

    DEFAULT_CSS = """
    RevisionArea {
        border: none; padding: 0 0 0 0; scrollbar-size: 1 1;
        background: $background; color: $foreground;
        &:focus { border: none; }
    }
    """

    def __init__(self, *, palette: Palette) -> None:
        super().__init__(
            id="revision",
            soft_wrap=True,
            tab_behavior="focus",
            highlight_cursor_line=False,
            show_line_numbers=False,
        )
        self.palette = palette
        self._marks: tuple[Mark, ...] = ()
        self._line_starts: list[int] = [0]
        self.cursor_blink = False

    def on_resize(self) -> None:
        self.post_message(Rewrapped())

    # -- text and marks -----------------------------------------------------------

    def load(self, text: str) -> None:
        """Begin with this text, the cursor before its first letter."""
        self.load_text(text)
        self._marks = ()
        self._line_starts = _starts(text)
        self.move_cursor((0, 0))

    def mark(self, marks: Iterable[Mark]) -> None:
        """Draw these marks."""
        new = tuple(marks)
        self._line_starts = _starts(self.text)
        if new != self._marks:
            self._marks = new
            self._line_cache.clear()
            self.refresh()

    def put(self, start: int, end: int, text: str) -> None:
        """Replace a span, in a way that can be undone; the cursor stays at its text."""
        self.history.checkpoint()
        self.replace(
            text,
            self._location(start),
            self._location(end),
            maintain_selection_offset=True,
        )
        self.history.checkpoint()

    def _location(self, index: int) -> tuple[int, int]:
        starts = _starts(self.text)
        row = bisect_right(starts, index) - 1
        return row, index - starts[row]

    def get_line(self, line_index: int) -> Text:
        line = super().get_line(line_index)
        if line_index >= len(self._line_starts):
            return line
        first = self._line_starts[line_index]
        for start, end, role in self._marks:
            if start < first + len(line) and end > first:
                style = self.palette[role] + self.palette["marked"]
                line.stylize(style, max(start - first, 0), end - first)
        return line

    # -- keys ---------------------------------------------------------------------

    async def _on_key(self, event: events.Key) -> None:
        """Terminals send Alt and a letter as Esc and that letter: no letter to type.
        Some send Alt+B and Alt+F for an arrow with Alt held."""
        if not event.key.startswith("alt+"):
            return
        event.prevent_default()
        if event.key == "alt+b":
            self.action_cursor_word_left()
        elif event.key == "alt+f":
            self.action_cursor_word_right()

    # -- graphemes ----------------------------------------------------------------

    def get_cursor_left_location(self) -> tuple[int, int]:
        row, column = self.cursor_location
        if column == 0:
            return super().get_cursor_left_location()
        return row, _step(self.document[row], column, -1)

    def get_cursor_right_location(self) -> tuple[int, int]:
        row, column = self.cursor_location
        line = self.document[row]
        if column >= len(line):
            return super().get_cursor_right_location()
        return row, _step(line, column, 1)

    def action_delete_left(self) -> None:
        if self.selection.is_empty and not self.read_only:
            self._delete_via_keyboard(
                self.cursor_location, self.get_cursor_left_location()
            )
        else:
            super().action_delete_left()

    def action_delete_right(self) -> None:
        if self.selection.is_empty and not self.read_only:
            self._delete_via_keyboard(
                self.cursor_location, self.get_cursor_right_location()
            )
        else:
            super().action_delete_right()

    # -- pasting ------------------------------------------------------------------

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        text = pasted(event.text, lines=self.document.line_count > 1)
        if text:
            self._replace_via_keyboard(text, *self.selection)


def _starts(text: str) -> list[int]:
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


def _step(line: str, column: int, direction: int) -> int:
    """The edge of the grapheme next to `column`."""
    import regex

    edges = [match.end() for match in regex.finditer(r"\X", line)]
    if direction > 0:
        return next((edge for edge in edges if edge > column), len(line))
    return max((edge for edge in edges if edge < column), default=0)
