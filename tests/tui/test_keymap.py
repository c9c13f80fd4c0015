"""One table of keys: no clashes, and an action behind every row."""

from __future__ import annotations

from collections import Counter

import pytest
from textual.binding import Binding

from posteditor.tui.help import GROUPS, help_lines
from posteditor.tui.keymap import TABLE, Mode, as_markdown, readable, rows
from posteditor.tui.screen import EditorScreen, bindings
from posteditor.tui.widgets.footer import keys_line

# What terminals keep to themselves or send as another key.
SWALLOWED = {"ctrl+enter", "ctrl+i", "ctrl+m", "ctrl+h", "ctrl+c"}


@pytest.mark.parametrize("mode", Mode)
def test_a_key_does_one_thing(mode: Mode) -> None:
    counts = Counter(name for key in rows(mode) for name in key.keys)
    assert not [name for name, count in counts.items() if count > 1]


def test_every_row_has_its_action() -> None:
    missing = [
        key.action for key in TABLE if not hasattr(EditorScreen, f"action_{key.action}")
    ]
    assert not missing


def test_no_action_hangs_on_a_key_that_terminals_swallow() -> None:
    assert not [key.action for key in TABLE if set(key.keys) <= SWALLOWED]


def test_every_key_is_bound() -> None:
    bound = Counter(b.key for b in bindings() if isinstance(b, Binding))
    assert bound == Counter(name for key in TABLE for name in key.keys)


def test_help_names_every_action() -> None:
    page = "\n".join(line.plain for line in help_lines())
    assert not [key.help for key in TABLE if key.help not in page]
    assert {key.group for key in TABLE} == set(GROUPS)


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_the_footer_fits_its_line(mode: Mode, width: int) -> None:
    text = "".join(text for text, _ in keys_line(mode, width))
    assert len(text) == width
    assert "?" in text or mode is Mode.EDIT


def test_keys_are_written_as_people_write_them() -> None:
    names = ["ctrl+g", "shift+tab", "slash", "f10", "G", "alt+enter"]
    assert [readable(name) for name in names] == [
        "Ctrl+G",
        "Shift+Tab",
        "/",
        "F10",
        "G",
        "Alt+Enter",
    ]


def test_the_table_for_the_readme_has_a_row_an_action() -> None:
    lines = as_markdown().splitlines()
    assert len(lines) == len(TABLE) + 2
    assert "| a | accept this sentence and go on to the next open one |" in lines
