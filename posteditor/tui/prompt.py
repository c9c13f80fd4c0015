"""One line to type in at the foot of the screen: search words, or a comment."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

from posteditor.tui.messages import PromptChanged, PromptClosed, PromptDone
from posteditor.tui.stand_ins import pasted


class Prompt(Horizontal):
    """See the module. `purpose` comes back with every message about it."""

    DEFAULT_CSS = """
    Prompt { layer: above; dock: bottom; height: 1; background: $background; }
    Prompt Static { width: auto; padding: 0 1; text-style: bold; }
    Prompt Input {
        width: 1fr; height: 1; border: none; padding: 0; background: $background;
        &:focus { border: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "close", show=False)
    ]

    def __init__(self, purpose: str, label: str, text: str = "") -> None:
        super().__init__(id="prompt")
        self.purpose = purpose
        self._label = label
        self._text = pasted(text, lines=False)

    def compose(self) -> ComposeResult:
        yield Static(self._label, markup=False)
        field = Input(self._text, select_on_focus=False, compact=True)
        field.cursor_blink = False
        yield field

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(PromptChanged(self.purpose, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(PromptDone(self.purpose, event.value))

    def action_close(self) -> None:
        self.post_message(PromptClosed(self.purpose))
