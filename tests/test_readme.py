"""The README says what is true: its keys, its commands, its picture."""

from __future__ import annotations

from pathlib import Path

from posteditor.cli.main import COMMANDS
from posteditor.config import Settings
from posteditor.tui import keymap

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_key_is_in_the_readme_as_the_program_has_it() -> None:
    missing = [line for line in keymap.as_markdown().splitlines() if line not in README]
    assert not missing


def test_every_command_is_in_the_readme() -> None:
    assert [name for name in COMMANDS if f"posteditor {name}" not in README] == []


def test_every_setting_is_in_the_readme() -> None:
    settings = set(Settings.__dataclass_fields__) - {"path"}
    assert {name for name in settings if f"    {name} = " not in README} == set()


def test_the_picture_was_exported_by_the_program_and_loads_nothing() -> None:
    picture = (ROOT / "samples" / "screenshot.svg").read_text(encoding="utf-8")
    assert "samples/screenshot.svg" in README
    assert "statement.mt.txt" in picture
    assert "url(http" not in picture
