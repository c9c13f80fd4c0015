"""The line at the bottom: what the keys do now, or what the last one did."""

from __future__ import annotations

from posteditor.tui.keymap import Mode, rows
from posteditor.tui.theme import Palette
from posteditor.tui.typeset import Line, Piece, clip, spread, width_of
from posteditor.tui.widgets.header import rule
from posteditor.tui.widgets.lines import Lines


class Footer(Lines):
    """See the module. A note takes the place of the keys until it is taken back."""

    def __init__(self, *, palette: Palette) -> None:
        super().__init__(palette=palette, id="footer", margin=0)
        self.mode = Mode.NORMAL
        self.note = ""
        self.alarm = False

    def update(self, split: int | None, *, ruled: bool) -> None:
        width = self.size.width
        line = note_line(self.note, self.alarm, width) if self.note else None
        line = line or keys_line(self.mode, width)
        self.show((rule(width, split, "┴"), line) if ruled else (line,))


def note_line(note: str, alarm: bool, width: int) -> Line:
    """A note, with the way to all keys where there is room."""
    mark = "! " if alarm else ""
    text = clip(f" {mark}{note}", width)
    return spread([(text, "alarm" if alarm else "note")], [], width)


def keys_line(mode: Mode, width: int) -> Line:
    """As many of the mode's first keys as there is room for; help and save stay."""
    shown = [key for key in rows(mode) if key.footer]
    fixed = [key for key in shown if key.action in ("help", "save")]
    right = _keys([(key.name, key.label) for key in reversed(fixed)])
    if right:
        right.append((" ", "text"))
    left: list[Piece] = [(" ", "text")]
    for key in shown:
        if key in fixed:
            continue
        pieces = _keys([(key.name, key.label)])
        gap: Piece = ("   " if len(left) > 1 else "", "text")
        if width_of([*left, gap, *pieces, *right]) + 1 > width:
            break
        left += [gap, *pieces]
    return spread(left, right, width)


def _keys(pairs: list[tuple[str, str]]) -> list[Piece]:
    pieces: list[Piece] = []
    for key, label in pairs:
        if pieces:
            pieces.append(("   ", "text"))
        pieces += [(key, "key"), (f" {label}", "dim")]
    return pieces
