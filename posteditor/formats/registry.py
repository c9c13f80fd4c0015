"""Which formats there are, as strings that are imported when first used.

Rule: a new format is one module and one line here.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import cast

from posteditor.errors import InputError
from posteditor.formats.protocol import Format
from posteditor.sanitise import sanitise


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Where a format lives ("module:class") and the file extensions it answers to."""

    path: str
    suffixes: tuple[str, ...]
    about: str


REGISTRY: dict[str, Entry] = {
    "txt": Entry(
        path="posteditor.formats.plain:PlainText",
        suffixes=("", ".txt", ".text"),
        about="plain text",
    ),
    "md": Entry(
        path="posteditor.formats.markdown:Markdown",
        suffixes=(".md", ".markdown"),
        about="Markdown",
    ),
}


def find_format(path: Path) -> str | None:
    """The format that the extension of `path` names, None for an unknown one."""
    suffix = path.suffix.lower()
    for name, entry in REGISTRY.items():
        if suffix in entry.suffixes:
            return name
    return None


def format_name(path: Path) -> str:
    """The format that the extension of `path` names. `InputError` if it names none."""
    name = find_format(path)
    if name is not None:
        return name
    known = ", ".join(s for entry in REGISTRY.values() for s in entry.suffixes if s)
    raise InputError(
        f"{sanitise(str(path))}: files of type {sanitise(path.suffix)} cannot be read",
        hint=f"known: {known}; a file without extension is plain text",
    )


def load_format(name: str) -> Format:
    """The format of this name, which must be in the registry."""
    module, _, attribute = REGISTRY[name].path.partition(":")
    return cast(Format, getattr(import_module(module), attribute)())
