"""The help screen: every key of the table, in groups."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from posteditor.tui.keymap import DECIDE, FIND, MOVE, REST, SUGGEST, TABLE, TYPE

KEYS_WIDTH = 18
GROUPS = (DECIDE, SUGGEST, MOVE, FIND, REST, TYPE)
MARKS = (
    ("✓", "accepted as it was"),
    ("✎", "accepted after it was revised"),
    ("~", "revised, not yet accepted"),
    ("⚑", "needs retranslation"),
    ("✂", "left out of the edited text"),
    ("+", "kept in the edited text; no sentence, so never scored"),
    ("!2", "two open suggestions, an error among them"),
    ("E W S", "error, warning, style: how severe a suggestion is"),
)


class HelpScreen(ModalScreen[None]):
    """All keys on one page that scrolls."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background 60%; }
    HelpScreen:ansi { background: transparent; }
    HelpScreen > VerticalScroll {
        width: 84; max-width: 100%; height: auto; max-height: 100%;
        border: round $primary; border-title-align: left;
        padding: 0 2; background: $background; scrollbar-size: 1 1;
    }
    HelpScreen Static { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter", "leave", "close", show=False),
        Binding("j", "scroll(1)", "down", show=False),
        Binding("k", "scroll(-1)", "up", show=False),
    ]

    def compose(self) -> ComposeResult:
        with VerticalScroll() as page:
            page.border_title = "All keys"
            page.border_subtitle = "Esc closes"
            yield Static(Content("\n").join(list(help_lines())))

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_scroll(self, by: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)


def help_lines() -> Iterator[Content]:
    """The page, line by line."""
    for group in GROUPS:
        yield Content("")
        yield Content.styled(group, "bold")
        for key in TABLE:
            if key.group == group:
                yield _line(key.names, key.help)
    yield Content("")
    yield Content.styled("Marks", "bold")
    for mark, meaning in MARKS:
        yield _line(mark, meaning)
    yield Content("")


def _line(keys: str, text: str) -> Content:
    return Content.assemble((f"  {keys:<{KEYS_WIDTH}}", "bold"), text)
