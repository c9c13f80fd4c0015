"""What workers tell the screen. Rule: workers post these and touch no widget."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from posteditor.checkers.findings import Failure, Findings
from posteditor.errors import PostEditorError


@dataclass
class Checked(Message):
    """A batch of findings; whoever takes it drops what is stale."""

    findings: Findings


@dataclass
class CheckersReady(Message):
    """The checkers that are at work: their names."""

    names: tuple[str, ...]


@dataclass
class CheckFailed(Message):
    """Checkers that raised, each named only once."""

    failures: tuple[Failure, ...]


@dataclass
class CheckingIdle(Message):
    """Everything asked for has been checked."""


@dataclass
class HterChanged(Message):
    """HTER of the document as it is, in per cent; None where nothing counts."""

    value: float | None

    def can_replace(self, message: Message) -> bool:
        return isinstance(message, HterChanged)


@dataclass
class SentenceScored(Message):
    """The TER that was asked for is known."""


@dataclass
class SaveAsked(Message):
    """The user wants the outputs written."""

    force: bool = False


@dataclass
class SaveEnded(Message):
    """The outputs are written, as the lines say, or an error tells why not."""

    lines: tuple[str, ...] = ()
    error: PostEditorError | None = None


@dataclass
class PromptChanged(Message):
    """The line at the foot of the screen holds another text."""

    purpose: str
    text: str


@dataclass
class PromptDone(Message):
    """The line was confirmed."""

    purpose: str
    text: str


@dataclass
class PromptClosed(Message):
    """The line was left without confirming it."""

    purpose: str


@dataclass
class Rewrapped(Message):
    """The text area has another size, and its text perhaps other lines."""


@dataclass
class RowClicked(Message):
    """A row of the list was clicked."""

    index: int
