"""The line at the top: which file, which languages, how far, how good, who checks."""

from __future__ import annotations

from dataclasses import dataclass

from posteditor.tui.geometry import Geometry
from posteditor.tui.theme import Palette
from posteditor.tui.typeset import Line, Piece, clip, spread, width_of
from posteditor.tui.widgets.lines import Lines

SHORTEST_NAME = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What the header says; `hter` in per cent, None while unknown."""

    name: str
    languages: str
    level: str
    done: int
    total: int
    hter: float | None
    open: int
    checkers: str
    read_only: bool = False
    offline: bool = True


class Header(Lines):
    """See the module. What has no room is left out, the least needed first."""

    def __init__(self, *, palette: Palette) -> None:
        super().__init__(palette=palette, id="header", margin=0)

    def summarise(self, summary: Summary, shape: Geometry) -> None:
        line = header_line(summary, shape.width)
        below = rule(shape.width, shape.split, "┬")
        self.show((line, below) if shape.is_wide else (line,))


def header_line(summary: Summary, width: int) -> Line:
    """The header in one line of `width` cells."""
    percent = "–" if summary.hter is None else f"{summary.hter:.1f}"
    parts: list[tuple[int, list[Piece]]] = [
        (3, [(f"{summary.languages} · {summary.level}", "dim")]),
        (9, [(f"{summary.done:,}/{summary.total:,}", "strong"), (" done", "dim")]),
        (6, [("HTER ", "dim"), (percent, "strong")]),
        (8, [(f"{summary.open:,}", "strong"), (" open", "dim")]),
        (2, [(summary.checkers, "dim")]),
    ]
    if summary.offline:
        parts.append((1, [("offline", "dim")]))
    if summary.read_only:
        parts.append((7, [("read-only", "alarm")]))
    for gap in (3, 2):
        kept = parts
        for rank in range(4):
            kept = [part for part in kept if part[0] not in range(rank)]
            right = _with_gaps([pieces for _, pieces in kept], gap)
            room = width - width_of(right) - gap
            if room >= min(SHORTEST_NAME, len(summary.name)) + 13:
                return _assembled("posteditor", summary.name, right, width)
    for rank in range(10):
        kept = [part for part in parts if part[0] >= rank]
        right = _with_gaps([pieces for _, pieces in kept], 2)
        if width - width_of(right) >= min(SHORTEST_NAME, len(summary.name)) + 3:
            return _assembled("", summary.name, right, width)
    return _assembled("", summary.name, [], width)


def _assembled(program: str, name: str, right: list[Piece], width: int) -> Line:
    left: list[Piece] = [(" ", "text")]
    if program:
        left.append((f"{program}  ", "accent"))
    room = width - width_of(left) - width_of(right) - 2
    left.append((clip(name, max(room, 8)), "strong"))
    return spread(left, [*right, (" ", "text")] if right else [], width)


def _with_gaps(parts: list[list[Piece]], gap: int) -> list[Piece]:
    joined: list[Piece] = []
    for number, pieces in enumerate(parts):
        if number:
            joined.append((" " * gap, "text"))
        joined.extend(pieces)
    return joined


def rule(width: int, split: int | None, junction: str) -> Line:
    """A line across, with a junction at column `split`."""
    if split is None or split >= width:
        return (("─" * width, "rule"),)
    return (("─" * split + junction + "─" * (width - split - 1), "rule"),)
