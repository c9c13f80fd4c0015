"""The line at the bottom: what the keys do now, or what the last one did."""

from __future__ import annotations

from rich.cells import cell_len

from posteditor.tui.geometry import Geometry
from posteditor.tui.keymap import Mode, visible
from posteditor.tui.theme import Palette
from posteditor.tui.typeset import Line, Piece, spread, width_of
from posteditor.tui.widgets.header import rule
from posteditor.tui.widgets.lines import Lines

# These stay at the right, whatever the width.
FIXED = ("save", "help")


class Footer(Lines):
    """See the module. A note takes the place of the keys until it is taken back."""

    def __init__(self, *, palette: Palette) -> None:
        super().__init__(palette=palette, id="footer", margin=0)
        self.mode = Mode.NORMAL
        self.note = ""
        self.alarm = False

    def update(self, shape: Geometry) -> None:
        width = shape.width
        if self.note:
            line = note_line(self.note, self.alarm, self.mode, width)
        else:
            line = keys_line(self.mode, width)
        above = rule(width, shape.split, "┴")
        self.show((above, line) if shape.is_wide else (line,))


def note_line(note: str, alarm: bool, mode: Mode, width: int) -> Line:
    """A note, and where there is room the keys that always stay."""
    text = f" ! {note}" if alarm else f" {note}"
    right = _right(mode)
    if cell_len(text) + width_of(right) + 2 > width:
        right = []
    return spread([(text, "alarm" if alarm else "note")], right, width)


def keys_line(mode: Mode, width: int) -> Line:
    """As many of the mode's first keys as there is room for; help and save stay."""
    right = _right(mode)
    left: list[Piece] = [(" ", "text")]
    for key in visible(mode):
        if key.action in FIXED:
            continue
        pieces = _keys([(key.name, key.label)])
        gap: Piece = ("   " if len(left) > 1 else "", "text")
        if width_of([*left, gap, *pieces, *right]) + 1 > width:
            break
        left += [gap, *pieces]
    return spread(left, right, width)


def _right(mode: Mode) -> list[Piece]:
    fixed = [key for key in visible(mode) if key.action in FIXED]
    right = _keys([(key.name, key.label) for key in fixed])
    return [*right, (" ", "text")] if right else []


def _keys(pairs: list[tuple[str, str]]) -> list[Piece]:
    pieces: list[Piece] = []
    for key, label in pairs:
        if pieces:
            pieces.append(("   ", "text"))
        pieces += [(key, "key"), (f" {label}", "dim")]
    return pieces
