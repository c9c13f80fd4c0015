"""What a key of the editor is: its action, its names, when it counts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """When a key counts: while reading, or while typing a revision."""

    NORMAL = "normal"
    EDIT = "edit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One action and the keys that start it.

    `keys` are Textual's names, the first one shown; `shown` replaces it where a name
    reads badly. `label` is for the footer and the command palette, `help` for the help
    screen. Actions with a `footer` rank are always visible, in that order.
    """

    action: str
    keys: tuple[str, ...]
    label: str
    help: str
    group: str
    mode: Mode = Mode.NORMAL
    shown: str = ""
    footer: int = 0

    @property
    def name(self) -> str:
        """The key as a user reads it."""
        return self.shown or readable(self.keys[0])

    @property
    def names(self) -> str:
        """All keys of the action, for the help screen."""
        if self.shown:
            return self.shown
        return "  ".join(readable(key) for key in self.keys)


_NAMES = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "backspace": "Backspace",
    "slash": "/",
    "question_mark": "?",
    "exclamation_mark": "!",
    "colon": ":",
    "full_stop": ".",
    "comma": ",",
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "plus": "+",
}


def readable(key: str) -> str:
    """Textual's name of a key as people write it: `ctrl+g` → `Ctrl+G`."""
    if key in _NAMES:
        return _NAMES[key]
    if "+" not in key:
        return key.upper() if key[0] == "f" and key[1:].isdigit() else key
    *held, last = key.split("+")
    return "+".join((*(word.title() for word in held), readable(last).title()))
