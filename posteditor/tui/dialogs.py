"""Questions: a few lines and a few answers, each with its key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.filter import LineFilter
from textual.screen import ModalScreen
from textual.widgets import Static

from posteditor.sanitise import sanitise
from posteditor.session.opening import Choice, Opening
from posteditor.tui.theme import known, themes, uncoloured

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Option(Generic[Answer]):
    """An answer: its key, what it says, and what is handed back."""

    key: str
    label: str
    answer: Answer


class Question(ModalScreen[Answer | None], Generic[Answer]):
    """See the module. Esc hands back None, which `stay` says in words."""

    DEFAULT_CSS = """
    Question { align: center middle; background: $background 60%; }
    Question:ansi { background: transparent; }
    Question > VerticalScroll {
        width: 72; max-width: 100%; height: auto; max-height: 100%;
        border: round $primary; padding: 1 2; background: $background;
    }
    Question Static { height: auto; }
    Question .title { text-style: bold; margin: 0 0 1 0; }
    Question .lines { margin: 0 0 1 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "leave", show=False)
    ]

    def __init__(
        self,
        title: str,
        lines: Sequence[str],
        options: Sequence[Option[Answer]],
        *,
        stay: str = "leave it",
    ) -> None:
        super().__init__()
        self._stay = stay
        self._title = title
        self._lines = lines
        self._options = options

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield Static(sanitise(self._title), markup=False, classes="title")
            if self._lines:
                text = "\n".join(sanitise(line) for line in self._lines)
                yield Static(text, markup=False, classes="lines")
            for option in self._options:
                yield Static(
                    Content.assemble(
                        (f" {option.key:<3} ", "bold"), sanitise(option.label)
                    )
                )
            yield Static(Content.assemble((" Esc ", "bold"), self._stay))

    def on_key(self, event: Key) -> None:
        for option in self._options:
            if event.character == option.key:
                event.stop()
                self.dismiss(option.answer)
                return

    def action_leave(self) -> None:
        self.dismiss(None)


class OpeningApp(App[Choice]):
    """Asks one question before the editor begins."""

    TITLE = "posteditor"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, question: Question[Choice], theme: str) -> None:
        super().__init__()
        for each in themes():
            self.register_theme(each)
        self.theme = known(theme, no_color=self.no_color)
        self._question = question

    def get_line_filters(self) -> Sequence[LineFilter]:
        return uncoloured(super().get_line_filters())

    def on_mount(self) -> None:
        self.push_screen(self._question, self._answered)

    def _answered(self, choice: Choice | None) -> None:
        self.exit(choice)


def sentences(count: int, kind: str = "") -> str:
    """A number of sentences in words: "1 sentence", "2 unchanged sentences"."""
    return f"{count:,} {kind}sentence" + ("" if count == 1 else "s")


def opening_question(opening: Opening) -> Question[Choice]:
    """The question to ask where a file has changed since its last session."""
    unchanged = sentences(opening.carried, "unchanged ")
    lines = [
        f"Worked on in the earlier session: {sentences(opening.decided)}",
        f"Unchanged in the file as it is now: {opening.carried:,}",
    ]
    return Question(
        "The file has changed since it was last edited",
        lines,
        [
            Option(
                key="c",
                label=f"carry over the work on {unchanged}",
                answer=Choice.CARRY,
            ),
            Option(key="n", label="begin a new session", answer=Choice.NEW),
        ],
    )


def ask_opening(opening: Opening, *, theme: str = "") -> Choice | None:
    """Ask what to do with a changed file; None where the user would rather leave."""
    return OpeningApp(opening_question(opening), theme).run()
