"""Colours: Textual themes for the frame, and rich styles by role for what is drawn.

Rule: a role is told apart by more than its colour (a mark, a letter, a line through or
under the text), so that every theme may do without.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from rich.style import Style
from textual.filter import LineFilter, Monochrome, NoColor
from textual.theme import Theme

from posteditor.config import Theme as Name

TERMINAL, LIGHT, DARK, CONTRAST = Name.TERMINAL, Name.LIGHT, Name.DARK, Name.CONTRAST
MONO = "mono"

Palette = Mapping[str, Style]

# What each role looks like; "" is the theme's plain text.
_ROLES: dict[str, dict[str, str]] = {
    TERMINAL: {
        "text": "",
        "strong": "bold",
        "dim": "dim",
        "rule": "dim",
        "heading": "bold cyan",
        "accent": "bold cyan",
        "key": "bold",
        "cursor": "bold",
        "done": "green",
        "revised": "cyan",
        "flag": "yellow",
        "error": "bold red",
        "warning": "yellow",
        "style": "cyan",
        "deletion": "red strike",
        "insertion": "green underline",
        "chosen": "reverse",
        "note": "bold",
        "alarm": "bold red",
        "found": "reverse",
        "marked": "underline",
    },
    DARK: {
        "text": "#d8dce3",
        "strong": "bold #f2f4f8",
        "dim": "#8b93a1",
        "rule": "#3a404b",
        "heading": "bold #7aa7d9",
        "accent": "bold #8ab8ea",
        "key": "bold #8ab8ea",
        "cursor": "bold #f2f4f8 on #2a3342",
        "done": "#8fbf7f",
        "revised": "#8ab8ea",
        "flag": "#e0b060",
        "error": "bold #f08080",
        "warning": "#e0b060",
        "style": "#8ab8ea",
        "deletion": "#f08080 strike",
        "insertion": "#8fcf8f underline",
        "chosen": "bold #f2f4f8 on #2a3342",
        "note": "bold #f2f4f8",
        "alarm": "bold #f08080",
        "found": "#14171c on #e0b060",
        "marked": "underline",
    },
    LIGHT: {
        "text": "#24292f",
        "strong": "bold #0b0e12",
        "dim": "#5c6570",
        "rule": "#c3c9d1",
        "heading": "bold #1f5a96",
        "accent": "bold #1f5a96",
        "key": "bold #1f5a96",
        "cursor": "bold #0b0e12 on #e3ebf5",
        "done": "#2b6a2b",
        "revised": "#1f5a96",
        "flag": "#8a5a00",
        "error": "bold #b3261e",
        "warning": "#8a5a00",
        "style": "#1f5a96",
        "deletion": "#b3261e strike",
        "insertion": "#1d6b2f underline",
        "chosen": "bold #0b0e12 on #e3ebf5",
        "note": "bold #0b0e12",
        "alarm": "bold #b3261e",
        "found": "#0b0e12 on #f3d27a",
        "marked": "underline",
    },
    CONTRAST: {
        "text": "#ffffff",
        "strong": "bold #ffffff",
        "dim": "#d0d0d0",
        "rule": "#ffffff",
        "heading": "bold #ffff66",
        "accent": "bold #ffff66",
        "key": "bold #ffff66",
        "cursor": "bold #000000 on #ffff66",
        "done": "#66ff66",
        "revised": "#66e0ff",
        "flag": "#ffff66",
        "error": "bold #ff8888",
        "warning": "#ffff66",
        "style": "#66e0ff",
        "deletion": "#ff8888 strike",
        "insertion": "bold #66ff66 underline",
        "chosen": "bold #000000 on #ffff66",
        "note": "bold #ffffff",
        "alarm": "bold #ff8888",
        "found": "#000000 on #66e0ff",
        "marked": "underline",
    },
    MONO: {
        "text": "",
        "strong": "bold",
        "dim": "",
        "rule": "",
        "heading": "bold",
        "accent": "bold",
        "key": "bold",
        "cursor": "bold",
        "done": "",
        "revised": "",
        "flag": "",
        "error": "bold",
        "warning": "",
        "style": "",
        "deletion": "strike",
        "insertion": "underline",
        "chosen": "reverse",
        "note": "bold",
        "alarm": "bold",
        "found": "reverse",
        "marked": "underline",
    },
}


def _ansi(name: str, *, accent: str = "ansi_cyan", alert: str = "ansi_red") -> Theme:
    """A theme that leaves colours to the terminal."""
    plain = "ansi_default"
    return Theme(
        name=name,
        ansi=True,
        primary=accent,
        secondary=accent,
        accent=accent,
        success=accent,
        warning=alert,
        error=alert,
        foreground=plain,
        background=plain,
        surface=plain,
        panel=plain,
        boost=plain,
        variables={
            "ansi-background": plain,
            "ansi-foreground": plain,
            "block-cursor-foreground": plain,
            "block-cursor-background": plain,
            "block-cursor-text-style": "reverse",
            "input-selection-background": "ansi_bright_blue",
            "input-selection-foreground": "ansi_black",
            "screen-selection-background": "ansi_bright_blue",
            "screen-selection-foreground": "ansi_black",
        },
    )


def themes() -> tuple[Theme, ...]:
    """The frame's themes, to be registered with the app."""
    return (
        _ansi(TERMINAL),
        _ansi(MONO, accent="ansi_default", alert="ansi_default"),
        Theme(
            name=DARK,
            primary="#8ab8ea",
            secondary="#7aa7d9",
            warning="#e0b060",
            error="#f08080",
            success="#8fbf7f",
            accent="#8ab8ea",
            foreground="#d8dce3",
            background="#14171c",
            surface="#1b1f26",
            panel="#232833",
        ),
        Theme(
            name=LIGHT,
            primary="#1f5a96",
            secondary="#1f5a96",
            warning="#8a5a00",
            error="#b3261e",
            success="#2b6a2b",
            accent="#1f5a96",
            foreground="#24292f",
            background="#fbfbfa",
            surface="#f3f4f5",
            panel="#e8ebee",
            dark=False,
        ),
        Theme(
            name=CONTRAST,
            primary="#ffff66",
            secondary="#66e0ff",
            warning="#ffff66",
            error="#ff8888",
            success="#66ff66",
            accent="#ffff66",
            foreground="#ffffff",
            background="#000000",
            surface="#000000",
            panel="#1a1a1a",
        ),
    )


def palette(name: str) -> Palette:
    """The styles of a theme by role; those of the terminal for a theme of Textual's."""
    roles = _ROLES.get(name, _ROLES[TERMINAL])
    return MappingProxyType({role: Style.parse(look) for role, look in roles.items()})


def uncoloured(filters: Sequence[LineFilter]) -> list[LineFilter]:
    """The filters of an app under `NO_COLOR`. Textual's greys are computed for its own
    backgrounds and vanish on the terminal's."""
    return [NoColor() if isinstance(f, Monochrome) else f for f in filters]


def known(name: str, *, no_color: bool) -> str:
    """The theme to use for a user's setting."""
    if no_color:
        return MONO
    return name if name in set(Name) else TERMINAL
