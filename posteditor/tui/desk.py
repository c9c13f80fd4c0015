"""The column beside the list: panes, and in edit mode the text area among them.

Rule: it lays out and draws; what happens to texts is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from posteditor.checkers.merge import is_remark
from posteditor.model import Suggestion
from posteditor.tui.keymap import SCROLL_KEYS, Mode
from posteditor.tui.messages import Rewrapped
from posteditor.tui.panes import SEVERITY_ROLES, Board, board
from posteditor.tui.stand_ins import StandIns
from posteditor.tui.theme import Palette
from posteditor.tui.view import SentenceView
from posteditor.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from posteditor.tui.widgets.revision_area import RevisionArea

# Whether panes are airy and suggestions terse, from most room to least.
ROOMIEST_FIRST = ((True, False), (False, False), (True, True), (False, True))
LEAST_AREA, LEAST_LOWER = 1, 4
# Longer lines are hard to read: the eye loses the next one.
LEAST_ROOM, LONGEST_LINE = 8, 100


class Desk(Vertical):
    """See the module. `essential` leaves panes out, `brackets` marks changes by
    signs."""

    def __init__(self, *, palette: Palette, brackets: bool) -> None:
        super().__init__(id="desk")
        self.essential = False
        self.brackets = brackets
        self.palette = palette
        self._room = LEAST_ROOM
        self._height = 1
        self.upper = Lines(palette=palette, id="upper")
        self.lower = Lines(palette=palette, id="lower")
        self.area: RevisionArea | None = None
        self._view: SentenceView | None = None

    def compose(self) -> ComposeResult:
        self.lower.display = False
        yield self.upper
        yield self.lower

    def give(self, width: int, height: int) -> None:
        """Make do with this many cells and lines."""
        self._room = max(min(width - 2, LONGEST_LINE), LEAST_ROOM)
        self._height = height

    def show(self, view: SentenceView) -> None:
        """Draw one sentence; scrolled to the top when it is another one."""
        old, self._view = self._view, view
        fresh = old is None or old.number != view.number
        panes = self._board(view)
        if not view.editing:
            self.upper.show(panes.lines, from_top=fresh)
            return
        self.upper.show(panes.upper, from_top=fresh)
        self.lower.show(panes.lower, from_top=fresh)
        self.fit()

    def reveal_chosen(self) -> None:
        """Scroll so that the chosen suggestion can be seen."""
        view = self._view
        if view is None or not view.suggestions:
            return
        widget = self.lower if view.editing else self.upper
        panes = self._board(view)
        lines = panes.lower if view.editing else panes.lines
        for at, line in enumerate(lines):
            if line and line[0][0] == "▸ ":
                widget.reveal(at)

    def _board(self, view: SentenceView) -> Board:
        """The panes as airy as the column allows."""
        typed = self._area_height() if view.editing else 0
        for airy, terse in ROOMIEST_FIRST:
            panes = board(
                view,
                self._room,
                essential=self.essential,
                brackets=self.brackets,
                airy=airy,
                terse=terse,
            )
            if len(panes.lines) + typed <= self._height:
                break
        return panes

    # -- editing ------------------------------------------------------------------

    async def open_area(self, texts: StandIns) -> RevisionArea:
        """Put the text area in its place, with the text and the focus in it."""
        if self.area is None:
            from posteditor.tui.widgets.revision_area import RevisionArea

            self.area = RevisionArea(palette=self.palette)
            await self.mount(self.area, after=self.upper)
        self._name_keys(edit=True)
        self.area.load(texts.shown)
        self.area.display = True
        self.lower.display = True
        self.area.focus()
        return self.area

    def close_area(self) -> None:
        if self.area is None:
            return
        self.area.display = False
        self.lower.display = False
        self._name_keys(edit=False)
        self.upper.styles.height = "1fr"
        self.screen.set_focus(None)

    def scroll_panes(self, by: int) -> None:
        """Scroll the panes that are longer than their place."""
        self.upper.scroll_lines(by)
        self.lower.scroll_lines(by)

    def _name_keys(self, *, edit: bool) -> None:
        keys = SCROLL_KEYS[Mode.EDIT if edit else Mode.NORMAL]
        self.upper.scroll_keys = self.lower.scroll_keys = keys

    def mark(self, suggestions: Sequence[Suggestion], texts: StandIns) -> None:
        """Mark the suggestions in the text being typed."""
        if self.area is None:
            return
        shown = self.area.text
        self.area.mark(
            (
                texts.offset(shown, s.start),
                texts.offset(shown, s.end),
                SEVERITY_ROLES[s.severity],
            )
            for s in suggestions
            if not is_remark(s)
        )

    @on(Rewrapped)
    def show_again(self) -> None:
        if self._view is not None and self._view.editing:
            self.show(self._view)

    def fit(self) -> None:
        """Give the panes and the area the lines they need, as far as there are any."""
        if self.area is None or self._view is None:
            return
        height = self._height
        panes = self._board(self._view)
        area = max(LEAST_AREA, self._area_height())
        lower = min(len(panes.lower), max(LEAST_LOWER, height // 3))
        area = min(area, max(LEAST_AREA, height - lower - 2))
        upper = max(1, min(len(panes.upper), height - area - lower))
        if self.upper.styles.height is None or self.upper.size.height != upper:
            self.upper.styles.height = upper
        if self.area.size.height != area:
            self.area.styles.height = area

    def _area_height(self) -> int:
        return 0 if self.area is None else self.area.wrapped_document.height
