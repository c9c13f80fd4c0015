"""What the keys do: each action of the table, handed to `Editor` or `Editing`.

Rule: an action works on the sentence that is current when its key is handled.
"""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_letters, ascii_lowercase
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.events import Key

from posteditor.model import Decision
from posteditor.tui.editor import Outcome
from posteditor.tui.keymap import TABLE, Mode, rows
from posteditor.tui.messages import (
    PromptChanged,
    PromptClosed,
    PromptDone,
    RowClicked,
    SaveAsked,
)
from posteditor.tui.stage import Stage

if TYPE_CHECKING:
    from textual.widgets import TextArea


SEARCH, COMMENT = "search", "comment"
# What can be done to a document that has no sentences.
WITHOUT_SENTENCES = frozenset({"help", "palette", "quit", "save"})
# Letters that may follow Esc. What Alt+F and Alt+B do is the text area's affair.
_LETTER_KEYS = {
    letter: key.action
    for key in rows(Mode.NORMAL)
    for letter in key.keys
    if letter in set(ascii_letters) - set("fFbB")
}
_MODES = {key.action: key.mode for key in TABLE}


def bindings() -> Iterator[BindingType]:
    """The table as Textual's bindings; those of edit mode win over the text area's."""
    for key in TABLE:
        for name in key.keys:
            number = name[-1] if key.action in ("apply", "apply_typing") else ""
            action = f"{key.action}({number})" if number else key.action
            is_edit = key.mode is Mode.EDIT
            yield Binding(name, action, key.label, show=False, priority=is_edit)


class EditorScreen(Stage):
    """See the module."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        mode = _MODES.get(action)
        if mode is None:
            return True
        if not self.editor.count and action not in WITHOUT_SENTENCES:
            return False
        return mode is self.mode and not self.is_asking

    @property
    def is_asking(self) -> bool:
        """Is there a line to type in at the foot of the screen?"""
        return self._prompt is not None

    async def on_key(self, event: Key) -> None:
        """Esc and a letter typed fast reach us as one key: take them apart again."""
        held, _, letter = event.key.rpartition("+")
        if "shift" in held:
            letter = letter.upper()
        is_alt = held in ("alt", "alt+shift")
        if not self.editing.is_on or not is_alt or letter not in _LETTER_KEYS:
            return
        event.stop()
        if self._keep(accept=False):
            await self.run_action(_LETTER_KEYS[letter])

    # -- moving -------------------------------------------------------------

    def action_down(self) -> None:
        self.go(self.editor.index + 1)

    def action_up(self) -> None:
        self.go(self.editor.index - 1)

    def action_page_down(self) -> None:
        self.go(self.editor.index + self._page)

    def action_page_up(self) -> None:
        self.go(self.editor.index - self._page)

    @property
    def _page(self) -> int:
        return max(self.segments.size.height - 2, 10)

    def action_first(self) -> None:
        self.go(0)

    def action_last(self) -> None:
        self.go(self.editor.count - 1)

    def action_next_open(self) -> None:
        self._jump(self.editor.go_to_open())

    def action_previous_open(self) -> None:
        self._jump(self.editor.go_to_open(-1))

    def action_next_suggested(self) -> None:
        self._jump(self.editor.go_to_suggested())

    def action_previous_suggested(self) -> None:
        self._jump(self.editor.go_to_suggested(-1))

    def action_search_next(self) -> None:
        self._jump(self.editor.go_to_match())

    def action_search_previous(self) -> None:
        self._jump(self.editor.go_to_match(-1))

    def _jump(self, outcome: Outcome) -> None:
        self.background.look_at(self.editor.index)
        self.tell(outcome)

    def action_scroll_down(self) -> None:
        self.desk.scroll_panes(3)

    def action_scroll_up(self) -> None:
        self.desk.scroll_panes(-3)

    action_scroll_down_typing = action_scroll_down
    action_scroll_up_typing = action_scroll_up

    # -- deciding -----------------------------------------------------------

    def action_accept_next(self) -> None:
        if not self._is_held():
            self._jump(self.editor.accept_and_go())

    def action_accept_here(self) -> None:
        if not self._is_held():
            self.tell(self.editor.accept_or_reopen())

    def _is_held(self) -> bool:
        """Is there something to show before the current sentence is accepted? Then it
        is shown, and the next press accepts."""
        index = self.editor.index
        if self._session.read_only or not self._session.is_open(index):
            return False
        held = self.gate.hold(index)
        if held is None:
            return False
        self._session.take(held.findings)
        self.editor.choose_one_of(held.remarks)
        self.segments.refresh_row(index)
        self.tell(Outcome(note=held.note))
        self.desk.reveal_chosen()
        return True

    def action_restore(self) -> None:
        self.tell(self.editor.restore())

    def action_retranslate(self) -> None:
        self.tell(self.editor.toggle_retranslate())

    def action_omit(self) -> None:
        self.tell(self.editor.toggle_omit())

    def action_undo(self) -> None:
        self._jump(self.editor.undo())

    def action_redo(self) -> None:
        self._jump(self.editor.redo())

    def action_apply(self, number: int) -> None:
        self.tell(self.editor.apply(number))

    def action_dismiss_here(self) -> None:
        self.tell(self.editor.dismiss(Decision.DISMISSED_HERE))

    def action_dismiss_document(self) -> None:
        self.tell(self.editor.dismiss(Decision.DISMISSED_DOCUMENT))

    def action_dismiss_always(self) -> None:
        self.tell(self.editor.dismiss(Decision.DISMISSED_ALWAYS))

    def action_rule_off(self) -> None:
        self.tell(self.editor.dismiss(Decision.RULE_OFF))

    def action_learn(self) -> None:
        self.tell(self.editor.learn(self.keep_word))

    def action_all_suggestions(self) -> None:
        self.tell(self.editor.toggle_all())

    def action_next_suggestion(self) -> None:
        self._choose(1)

    def action_previous_suggestion(self) -> None:
        self._choose(-1)

    def _choose(self, step: int) -> None:
        self.editor.choose(step)
        self.show_current()
        self.desk.reveal_chosen()

    def action_pick(self) -> None:
        """Offer all replacements of the chosen suggestion by letter."""
        from posteditor.tui.dialogs import Option, Question

        suggestion = self.editor.suggestion
        if suggestion is None or not suggestion.replacements:
            self.tell(Outcome(note="There is nothing to pick from here."))
            return
        index = self.editor.index
        options = [
            Option(key=letter, label=text or "(nothing)", answer=choice)
            for choice, (letter, text) in enumerate(
                zip(ascii_lowercase, suggestion.replacements, strict=False)
            )
        ]

        def picked(choice: int | None) -> None:
            found = self.editor.suggestions
            if choice is None or index != self.editor.index or suggestion not in found:
                return
            self.tell(self.editor.apply(found.index(suggestion) + 1, choice))

        question = Question(suggestion.text, [suggestion.message], options)
        self.app.push_screen(question, picked)

    # -- editing ------------------------------------------------------------------

    async def action_edit(self) -> None:
        if not self.attempt(self._session.must_be_writable):
            return
        index = self.editor.index
        draft = self._session.drafts.get(index)
        text = draft.text if draft is not None else None
        self.tell(await self.editing.begin(index, text, most=self.editor.most))

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        if self.editing.typed() and self.footer.note and not self.footer.alarm:
            self.footer.note = ""
            self._show_frame()

    def action_keep(self) -> None:
        self._keep(accept=False)

    def action_keep_accept(self) -> None:
        self.editing.typed()
        revising = self.editing.revising
        if revising is not None and not self._session.read_only:
            held = self.gate.hold(revising.index, revising.text, revising.suggestions)
            if held is not None:
                self.editing.guard(held.findings)
                self.tell(Outcome(note=held.note))
                return
        if self._keep(accept=True):
            self._jump(self.editor.go_to_open())

    def _keep(self, *, accept: bool) -> bool:
        """Leave edit mode with the text; False, and still in it, where it fails."""
        self.editing.typed()
        outcome = self.editing.keep(accept=accept)
        self.tell(outcome)
        return not outcome.alarm

    def action_cancel(self) -> None:
        self.tell(self.editing.cancel())

    def action_apply_typing(self, number: int) -> None:
        self.editing.typed()
        self.tell(self.editing.apply(number))

    def action_line_break(self) -> None:
        if self.desk.area is not None:
            self.desk.area.insert("\n")

    def action_typing_undo(self) -> None:
        if self.desk.area is not None:
            self.desk.area.undo()

    @on(RowClicked)
    def go_to_row(self, message: RowClicked) -> None:
        if self.editing.is_on:
            self._keep(accept=False)
        if not self.editing.is_on:
            self.go(message.index)

    # -- searching and commenting -------------------------------------------------

    async def action_search(self) -> None:
        self._search_from = self.editor.index
        await self._ask(SEARCH, "Search")

    async def action_comment(self) -> None:
        if not self.attempt(self._session.must_be_writable):
            return
        text = self._session.revision(self.editor.index).comment
        self._search_from = self.editor.index
        await self._ask(COMMENT, "Comment", text)

    async def _ask(self, purpose: str, label: str, text: str = "") -> None:
        from posteditor.tui.prompt import Prompt

        self._prompt = Prompt(purpose, label, text)
        await self.mount(self._prompt)

    def _close_prompt(self) -> None:
        if self._prompt is not None:
            self._prompt.remove()
            self._prompt = None
            self.set_focus(None)

    @on(PromptChanged)
    def search_on(self, message: PromptChanged) -> None:
        """Show the first match at or after the place where the search began."""
        if message.purpose != SEARCH or not self.is_asking:
            return
        self.editor.search_words = message.text
        self.editor.go(self._search_from)
        if message.text and not self.editor.matches(self._search_from):
            self.editor.go_to_match()
        self.moved()

    @on(PromptDone)
    def end_prompt(self, message: PromptDone) -> None:
        self._close_prompt()
        if message.purpose == COMMENT:
            self.tell(self.editor.comment(self._search_from, message.text.strip()))
        elif message.text and not self.editor.matches(self.editor.index):
            self.tell(self.editor.go_to_match())
        else:
            self.tell(Outcome())

    @on(PromptClosed)
    def leave_prompt(self, message: PromptClosed) -> None:
        self._close_prompt()
        if message.purpose == SEARCH:
            self.go(self._search_from)
        else:
            self.tell(Outcome())

    # -- the rest -----------------------------------------------------------------

    def action_panes(self) -> None:
        """All panes, the essential ones, all of them without the list, and again."""
        if self.has_class("-focus"):
            self.remove_class("-focus")
        elif self.desk.essential:
            self.desk.essential = False
            self.add_class("-focus")
        else:
            self.desk.essential = True
        self.lay_out()

    def action_save(self) -> None:
        if self.attempt(self._session.must_be_writable):
            self.post_message(SaveAsked())

    def action_help(self) -> None:
        from posteditor.tui.help import HelpScreen

        self.app.push_screen(HelpScreen())

    def action_palette(self) -> None:
        self.app.action_command_palette()

    async def action_quit(self) -> None:
        await self.app.action_quit()
