"""The editor's screen without its keys: layout, drawing, and what workers say.

Rules: only handlers on this thread touch widgets; what did not change is not drawn
again.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import Screen

from posteditor.errors import PostEditorError
from posteditor.sanitise import sanitise
from posteditor.session.session import Session
from posteditor.tui.background import Background
from posteditor.tui.desk import Desk
from posteditor.tui.editing import Editing
from posteditor.tui.editor import Editor, Outcome
from posteditor.tui.geometry import Geometry
from posteditor.tui.guarding import Gate
from posteditor.tui.keymap import Mode
from posteditor.tui.messages import (
    Checked,
    CheckersReady,
    CheckFailed,
    CheckingIdle,
    HterChanged,
    SentenceScored,
)
from posteditor.tui.rows import row, summary
from posteditor.tui.theme import MONO, Palette
from posteditor.tui.view import sentence_view
from posteditor.tui.widgets.footer import Footer
from posteditor.tui.widgets.header import Header, Summary, rule
from posteditor.tui.widgets.lines import Lines
from posteditor.tui.widgets.segment_list import SegmentList

if TYPE_CHECKING:
    from posteditor.checkers.engine import Engine
    from posteditor.tui.prompt import Prompt

CHECKING = "checking…"
POSITION_SECONDS = 2.0


class Stage(Screen[None]):
    """See the module."""

    # The text area alone takes the focus, and only while somebody types in it: what
    # closes above this screen must not hand it the keys.
    AUTO_FOCUS: ClassVar[str | None] = ""

    DEFAULT_CSS = """
    Stage { layout: vertical; layers: base above; overflow: hidden hidden; }
    #header, #footer, #divider { height: 1; }
    #body { layout: vertical; height: 1fr; }
    #desk { width: 1fr; height: 1fr; }
    #upper, #lower { height: 1fr; }
    #revision { margin: 0 0 0 1; height: 3; }
    Stage.-wide #header, Stage.-wide #footer { height: 2; }
    Stage.-wide #body { layout: horizontal; }
    """

    def __init__(
        self,
        session: Session,
        *,
        build: Callable[[], Engine],
        palette: Palette,
        theme: str,
        notice: str = "",
        most: int | None = None,
        keep_word: Callable[[str], object] = lambda word: None,
        name: str | None = None,
    ) -> None:
        super().__init__(name=name)
        self.editor = Editor(session, most=most)
        self.keep_word = keep_word
        self.palette = palette
        self._session = session
        self.hter: float | None = None
        self.checkers_line = CHECKING
        self._names: tuple[str, ...] = ()
        self._shown: Summary | None = None
        self._size_arranged = (0, 0)
        self.geometry = Geometry.of(80, 24)
        self._stored_position = self.editor.index
        self._refused_position: int | None = None
        self._prompt: Prompt | None = None
        self._search_from = self.editor.index
        self.header = Header(palette=palette)
        self.footer = Footer(palette=palette)
        self.footer.note = self._notice = sanitise(notice)
        self.segments = SegmentList(
            count=self.editor.count,
            row=lambda index: row(session, index),
            palette=palette,
        )
        self.divider = Lines(palette=palette, id="divider", margin=0)
        self.desk = Desk(palette=palette, brackets=theme == MONO)
        self.background = Background(session, build=build, post=self.post_message)
        self.gate = Gate(session, self.background.guard)
        self.editing = Editing(session, self.desk, self.background, fail=self.alarm)

    def compose(self) -> ComposeResult:
        yield self.header
        with Container(id="body"):
            yield self.segments
            yield self.divider
            yield self.desk
        yield self.footer

    @property
    def mode(self) -> Mode:
        return Mode.EDIT if self.editing.is_on else Mode.NORMAL

    # -- beginning and ending -----------------------------------------------------

    def on_mount(self) -> None:
        self.lay_out()
        self.call_after_refresh(self._begin)
        self.set_interval(POSITION_SECONDS, self._store_position)

    async def _begin(self) -> None:
        """After the first paint: workers, and text that was being typed last time."""
        # A large document stays as long as the program: no need to walk it each time
        # the collector runs, which a key would have to wait for.
        gc.freeze()
        gc.enable()
        self.background.start(self.editor.index)
        drafts = sorted(self._session.drafts.values(), key=lambda draft: draft.at)
        if not drafts or self._session.read_only:
            return
        draft = drafts[-1]
        self.editor.go(draft.segment)
        self.show_current()
        most = self.editor.most
        outcome = await self.editing.begin(draft.segment, draft.text, most=most)
        note = "Your unfinished text is back. Esc keeps it, Ctrl+G drops it."
        self.tell(outcome if outcome.note else Outcome(note=note))
        if self._notice:
            self.notify(self._notice, timeout=8, markup=False)

    def store_rest(self) -> PostEditorError | None:
        """Store what is not stored yet; the error where typed text would be lost."""
        self.editing.typed()
        self._store_position()
        return self.editing.save_draft()

    def leave(self) -> None:
        """Workers are told, not waited for."""
        self.background.stop()

    def _store_position(self) -> None:
        """Remember the place; where that fails, say so once and try again."""
        index = self.editor.index
        if index == self._stored_position:
            return
        try:
            self._session.save_position(index)
        except PostEditorError as error:
            if index != self._refused_position:
                self.alarm(f"Place not stored: {error}")
            self._refused_position = index
        else:
            self._stored_position = index

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something that may be refused; say so in one line."""
        try:
            act()
        except PostEditorError as error:
            self.alarm(f"Not done: {error}")
            return False
        return True

    # -- layout -------------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        if (event.size.width, event.size.height) != self._size_arranged:
            self.lay_out()

    def lay_out(self) -> None:
        """Give every part its place for the terminal's size, and draw it there."""
        width, height = self.app.size
        self._size_arranged = (width, height)
        shape = Geometry.of(width, height, with_list=not self.has_class("-focus"))
        self.geometry = shape
        self.set_class(shape.is_wide, "-wide")
        self.segments.ruled = shape.is_wide
        self.segments.display = bool(shape.list_lines)
        self.segments.styles.width = shape.list_width
        self.segments.styles.height = shape.list_lines
        self.divider.display = not shape.is_wide and bool(shape.list_lines)
        self.divider.show((rule(width, None, ""),))
        self.desk.give(shape.desk_width, shape.desk_lines)
        self._shown = None
        self.show_current()
        self._show_frame()

    # -- showing ------------------------------------------------------------------

    def show_current(self) -> None:
        """Draw the current sentence, and the cursor on its row."""
        if not self.editor.count:
            self.desk.upper.show(((("This document has no sentences.", "dim"),),))
            return
        if self.segments.cursor != self.editor.index:
            self.segments.move(self.editor.index)
        if self.editing.is_on:
            self.desk.show(self.editing.view)
        else:
            view = sentence_view(
                self._session,
                self.editor.index,
                chosen=self.editor.chosen,
                suggestions=self.editor.suggestions,
                unlisted=self.editor.unlisted,
                ter=self.background.ter,
                checkers=self.background.has_checkers,
            )
            self.desk.show(view)
            if not view.is_revised:
                self.gate.saw(self.editor.index, view.suggestions)

    def _show_frame(self) -> None:
        """Draw header and footer, where they say something new."""
        shape = self.geometry
        new = summary(self._session, hter=self.hter, checkers=self.checkers_line)
        if new != self._shown:
            self._shown = new
            self.header.summarise(new, shape)
        self.footer.mode = self.mode
        self.footer.update(shape)

    def tell(self, outcome: Outcome) -> None:
        """Show what an action did."""
        self.footer.note, self.footer.alarm = outcome.note, outcome.alarm
        if outcome.changed is not None:
            self.segments.refresh_row(outcome.changed)
            self.background.changed(outcome.changed)
        if outcome.widely:
            self.segments.refresh_all()
        self.show_current()
        self._show_frame()

    def alarm(self, note: str) -> None:
        self.footer.note, self.footer.alarm = note, True
        self._show_frame()

    def moved(self) -> None:
        """The cursor went somewhere: show it, and check there first."""
        self.background.look_at(self.editor.index)
        self.tell(Outcome())

    def go(self, index: int) -> None:
        self.editor.go(index)
        self.moved()

    # -- what workers say ---------------------------------------------------------

    @on(Checked)
    def take_findings(self, message: Checked) -> None:
        fresh = self._session.take(message.findings)
        for index in fresh:
            self.segments.refresh_row(index)
        self.editing.take(message.findings)
        if not self.editing.is_on and self.editor.index in fresh:
            self.show_current()
        self._show_frame()

    @on(CheckersReady)
    def name_checkers(self, message: CheckersReady) -> None:
        self._names = message.names

    @on(CheckingIdle)
    def end_checking(self) -> None:
        self._name_working()

    def _name_working(self) -> None:
        self.checkers_line = " ".join(self._names) if self._names else "no checkers"
        if self.background.has_checkers != bool(self._names):
            self.background.has_checkers = bool(self._names)
            self.show_current()
        self._show_frame()

    @on(CheckFailed)
    def name_failures(self, message: CheckFailed) -> None:
        for failure in message.failures:
            if failure.left_out:
                self._names = tuple(n for n in self._names if n != failure.checker)
            text = sanitise(failure.line)
            self.notify(text, severity="warning", timeout=8, markup=False)
        if self.checkers_line != CHECKING:
            self._name_working()

    @on(SentenceScored)
    def show_ter(self) -> None:
        self.show_current()

    @on(HterChanged)
    def show_hter(self, message: HterChanged) -> None:
        self.hter = message.value
        self._show_frame()
