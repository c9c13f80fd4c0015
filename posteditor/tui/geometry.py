"""Who gets which part of the terminal, worked out before anything is laid out."""

from __future__ import annotations

from dataclasses import dataclass

WIDE_COLUMNS = 100
STRIP_LINES, TALL_STRIP_LINES, TALL_LINES = 3, 7, 34
LIST_SHARE, LEAST_LIST, MOST_LIST = 0.34, 30, 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Geometry:
    """Sizes in cells. `is_wide` puts the list beside the panes, not above them; a
    hidden list has no lines. `split` is the column of the line between the two."""

    width: int
    is_wide: bool
    list_width: int
    list_lines: int
    desk_width: int
    desk_lines: int

    @property
    def split(self) -> int | None:
        return self.list_width - 1 if self.is_wide and self.list_lines else None

    @classmethod
    def of(cls, width: int, height: int, *, with_list: bool = True) -> Geometry:
        """The parts of a terminal of this size."""
        wide = width >= WIDE_COLUMNS
        body = max(height - (4 if wide else 2), 1)
        if wide:
            share = max(LEAST_LIST, min(int(width * LIST_SHARE), MOST_LIST))
            beside = share if with_list else 0
            return cls(
                width=width,
                is_wide=True,
                list_width=beside,
                list_lines=body if with_list else 0,
                desk_width=width - beside,
                desk_lines=body,
            )
        strip = TALL_STRIP_LINES if height >= TALL_LINES else STRIP_LINES
        above = strip if with_list else 0
        return cls(
            width=width,
            is_wide=False,
            list_width=width,
            list_lines=above,
            desk_width=width,
            desk_lines=max(body - above - (1 if above else 0), 1),
        )
