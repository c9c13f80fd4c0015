"""Edit mode: the text area, the revision typed in it, and the pauses between.

Rules: what is typed is drafted within a second and checked after a short pause; a
result for another text is dropped. How it ends is the screen's affair.
"""

from __future__ import annotations

from collections.abc import Callable

from textual.timer import Timer

from posteditor.checkers.findings import Findings
from posteditor.checkers.protocol import Scope
from posteditor.errors import PostEditorError
from posteditor.session.session import Session
from posteditor.tui.background import Background
from posteditor.tui.desk import Desk
from posteditor.tui.editor import Outcome
from posteditor.tui.guarding import is_guard
from posteditor.tui.revising import Revising
from posteditor.tui.stand_ins import StandIns
from posteditor.tui.view import SentenceView, sentence_view

DRAFT_SECONDS = 0.7
CHECK_SECONDS = 0.25
# A text area needs a quarter of a second a key for longer lines.
LONGEST_EDITED = 50_000


class Editing:
    """See the module. `revising` is None in normal mode."""

    def __init__(
        self,
        session: Session,
        desk: Desk,
        background: Background,
        *,
        fail: Callable[[str], None],
    ) -> None:
        self.revising: Revising | None = None
        self._guarded = False
        self._session = session
        self._desk = desk
        self._background = background
        self._fail = fail
        self._texts = StandIns.of("")
        self._draft_timer: Timer | None = None
        self._check_timer: Timer | None = None

    @property
    def is_on(self) -> bool:
        return self.revising is not None

    @property
    def view(self) -> SentenceView:
        """The sentence being edited, as the panes show it."""
        revising = self._current
        return sentence_view(
            self._session,
            revising.index,
            typed=revising.text,
            suggestions=revising.listed,
            unlisted=len(revising.suggestions) - len(revising.listed),
            ter=self._background.ter,
            checkers=self._background.has_checkers,
        )

    @property
    def _current(self) -> Revising:
        assert self.revising is not None
        return self.revising

    async def begin(
        self, index: int, draft: str | None = None, *, most: int | None = None
    ) -> Outcome:
        """Edit segment `index`, or go on with a draft of it. `most`: see `Editor`."""
        target = self._session.target(index)
        if max(len(target), len(draft or "")) > LONGEST_EDITED:
            size = f"{len(target):,} characters"
            return Outcome(note=f"Too long to edit here: {size}.", alarm=True)
        self.revising = Revising.begin(self._session, index, draft, most=most)
        self._guarded = any(map(is_guard, self._current.suggestions))
        self._texts = StandIns.of(self._current.text)
        self._desk.show(self.view)
        await self._desk.open_area(self._texts)
        self._show()
        if draft is not None:
            self._background.ask(index, self._current.text)
        return Outcome()

    def typed(self) -> bool:
        """Take over what the text area holds; False where that is nothing new."""
        area, revising = self._desk.area, self.revising
        if area is None or revising is None:
            return False
        text = self._texts.decode(area.text)
        if text == revising.text:
            return False
        revising.change(text)
        self._show()
        if self._draft_timer is None:
            self._draft_timer = area.set_timer(DRAFT_SECONDS, self.save_draft)
        if self._check_timer is not None:
            self._check_timer.stop()
        self._check_timer = area.set_timer(CHECK_SECONDS, self._check)
        return True

    def save_draft(self) -> PostEditorError | None:
        """Store what was typed, now; what the store says where it refuses."""
        if self._draft_timer is not None:
            self._draft_timer.stop()
            self._draft_timer = None
        if self.revising is None:
            return None
        try:
            self.revising.save_draft()
        except PostEditorError as error:
            self._fail(f"Draft not stored: {error}")
            return error
        return None

    def take(self, findings: Findings) -> None:
        """Show what was found. Guards speak at accepting: a sentence half typed has
        always lost something."""
        if findings.scope is Scope.CHANGE and not self._guarded:
            return
        if self.revising is not None and self.revising.take(findings):
            self._show()

    def guard(self, findings: Findings) -> None:
        """Show what the guards say, from now on after each pause."""
        self._guarded = True
        self.take(findings)

    def apply(self, number: int) -> Outcome:
        """Put the first replacement of suggestion `number` into the text."""
        revising, area = self.revising, self._desk.area
        if revising is None or area is None:
            return Outcome()
        suggestion = revising.suggestion(number)
        if suggestion is None:
            return Outcome(note=f"There is nothing to apply as {number} here.")
        replacement = StandIns.of(suggestion.replacements[0]).shown
        shown = area.text
        area.put(
            self._texts.offset(shown, suggestion.start),
            self._texts.offset(shown, suggestion.end),
            replacement,
        )
        revising.note_applied(suggestion)
        self.typed()
        return Outcome(note="Applied. Ctrl+Z undoes.")

    def keep(self, *, accept: bool) -> Outcome:
        """Make the text the target and leave edit mode; stay where it cannot be."""
        revising = self._current
        index = revising.index
        before = self._session.revision(index)
        try:
            revising.keep(accept=accept)
        except PostEditorError as error:
            return Outcome(note=f"Not done: {error}", alarm=True)
        self._end()
        changed = self._session.revision(index) != before
        return Outcome(changed=index if changed else None)

    def cancel(self) -> Outcome:
        """Drop what was typed; redo brings it back."""
        revising = self._current
        try:
            dropped = revising.cancel()
        except PostEditorError as error:
            return Outcome(note=f"Not done: {error}", alarm=True)
        self._end()
        if not dropped:
            return Outcome(note="Nothing was changed.")
        return Outcome(note="Dropped. U brings it back.", changed=revising.index)

    def _check(self) -> None:
        if self.revising is not None:
            self._background.ask(self.revising.index, self.revising.text)

    def _show(self) -> None:
        self._desk.mark(self._current.listed, self._texts)
        self._desk.show(self.view)

    def _end(self) -> None:
        for timer in (self._draft_timer, self._check_timer):
            if timer is not None:
                timer.stop()
        self._draft_timer = self._check_timer = None
        self.revising = None
        self._desk.close_area()
