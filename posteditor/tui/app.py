"""The editor as a Textual app: theme, saving, quitting.

Rule: nothing is opened before the first paint, and quitting waits for nothing but a
save that has begun.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from textual import on, work
from textual.app import App
from textual.binding import Binding, BindingType
from textual.filter import LineFilter
from textual.worker import Worker, WorkerState

from posteditor.errors import OutputConflictError, PostEditorError
from posteditor.sanitise import sanitise
from posteditor.session.job import Snapshot
from posteditor.session.session import Session
from posteditor.tui.editor import Outcome
from posteditor.tui.messages import SaveAsked, SaveEnded
from posteditor.tui.screen import EditorScreen
from posteditor.tui.theme import known, palette, themes, uncoloured

if TYPE_CHECKING:
    from posteditor.checkers.engine import Engine
    from posteditor.tui.palette import EditorCommands


def editor_commands() -> type[EditorCommands]:
    """The command palette's provider, imported when it is first opened."""
    from posteditor.tui.palette import EditorCommands

    return EditorCommands


class Saver(Protocol):
    """Writes the outputs of a snapshot; `force` overwrites what others changed. What it
    returns says in lines what was written. Called in a worker thread."""

    def __call__(self, snapshot: Snapshot, *, force: bool) -> list[str]: ...


class EditorApp(App[None]):
    """Edits one session. `engine` builds the checkers and is called in a worker after
    the first paint; `theme` is a `config.Theme`, of which `NO_COLOR` makes
    "mono"; `notice` is what is to be known of the file before the first key; `most` is
    how many suggestions of a sentence are listed, unless asked for all; `keep_word`
    puts a word into the user's dictionary."""

    TITLE = "posteditor"
    COMMANDS: ClassVar[set[Any]] = {editor_commands}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "quit", show=False, priority=True)
    ]
    CSS = """
    Toast { max-width: 76; }
    CommandPalette > Vertical { width: 84; max-width: 100%; }
    CommandPalette SearchIcon { display: none; }
    """

    def __init__(
        self,
        session: Session,
        *,
        engine: Callable[[], Engine],
        saver: Saver,
        theme: str = "",
        notice: str = "",
        most: int | None = None,
        keep_word: Callable[[str], object] = lambda word: None,
    ) -> None:
        super().__init__()
        for each in themes():
            self.register_theme(each)
        name = known(theme, no_color=self.no_color)
        self.theme = name
        self._session = session
        self._saver = saver
        self._saving = False
        self._asks_to_quit = False
        self.editor_screen = EditorScreen(
            session,
            build=engine,
            palette=palette(name),
            theme=name,
            notice=notice,
            most=most,
            keep_word=keep_word,
        )

    def get_default_screen(self) -> EditorScreen:
        return self.editor_screen

    def get_line_filters(self) -> Sequence[LineFilter]:
        return uncoloured(super().get_line_filters())

    async def action_quit(self) -> None:
        error = self.editor_screen.store_rest()
        if error is None:
            self._leave()
        elif not self._asks_to_quit:
            self._ask_to_quit(error)

    def _leave(self) -> None:
        self.editor_screen.leave()
        self.exit()

    def _ask_to_quit(self, error: PostEditorError) -> None:
        from posteditor.tui.dialogs import Option, Question

        def answered(leave: bool | None) -> None:
            self._asks_to_quit = False
            if leave:
                self._leave()

        question: Question[bool] = Question(
            "What you are typing cannot be stored",
            [str(error)],
            [Option(key="q", label="quit and lose what you typed", answer=True)],
            stay="stay",
        )
        self._asks_to_quit = True
        self.push_screen(question, answered)

    # -- saving -------------------------------------------------------------------

    @on(SaveAsked)
    def save(self, message: SaveAsked) -> None:
        """Write the outputs of the session as it is now, in a worker."""
        if self._saving:
            return
        self._saving = True
        self.editor_screen.tell(Outcome(note="Saving…"))
        self._write(self._session.snapshot(), message.force)

    @work(thread=True, exit_on_error=False, group="saving")
    def _write(self, snapshot: Snapshot, force: bool) -> None:
        try:
            lines = tuple(self._saver(snapshot, force=force))
        except PostEditorError as error:
            self.post_message(SaveEnded(error=error))
        else:
            self.post_message(SaveEnded(lines=lines))

    @on(SaveEnded)
    def end_saving(self, message: SaveEnded) -> None:
        self._saving = False
        error = message.error
        if error is None:
            self.editor_screen.tell(Outcome(note="Saved."))
            text = "\n".join(sanitise(line) for line in message.lines)
            self.notify(text, title="Saved", timeout=8, markup=False)
        elif isinstance(error, OutputConflictError):
            self._ask_to_overwrite(error)
        else:
            self.editor_screen.alarm(f"Not saved: {error}")

    def _ask_to_overwrite(self, error: OutputConflictError) -> None:
        from posteditor.tui.dialogs import Option, Question

        self.editor_screen.tell(Outcome(note="Not saved."))

        def answered(force: bool | None) -> None:
            if force:
                self.post_message(SaveAsked(force=True))

        question: Question[bool] = Question(
            "Somebody else changed an output",
            [error.message],
            [Option(key="o", label="overwrite it", answer=True)],
        )
        self.push_screen(question, answered)

    @on(Worker.StateChanged)
    def name_failed_worker(self, event: Worker.StateChanged) -> None:
        """An error nobody expected: say so, and go on."""
        if event.state is WorkerState.ERROR:
            self._saving = False
            text = f"{event.worker.name} failed: {event.worker.error!r}"
            self.notify(sanitise(text), severity="error", timeout=10, markup=False)
