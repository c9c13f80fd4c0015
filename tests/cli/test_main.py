"""The command as a whole: help, usage errors, one line for what went wrong."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from posteditor import __version__
from posteditor.cli.main import COMMANDS
from tests.cli.conftest import Run


def test_help_names_every_command_with_its_own_words(posteditor: Run) -> None:
    shown = posteditor("--help")
    assert shown.code == 0
    for name, (place, line) in COMMANDS.items():
        module, _, attribute = place.partition(":")
        assert getattr(import_module(module), attribute).name == name
        assert f"{name}  " in shown.out
        assert line in shown.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(posteditor: Run, name: str) -> None:
    shown = posteditor(name, "--help")
    assert shown.code == 0
    assert "Usage: posteditor" in shown.out


def test_version(posteditor: Run) -> None:
    assert __version__ in posteditor("--version").out


@pytest.mark.parametrize(
    "arguments",
    [
        ["chekc", "a.txt"],
        ["check"],
        ["check", "--format", "xml", "a.txt"],
        ["check", "--level", "deep", "a.txt"],
        ["check", "--source-lang", "Russian!", "a.txt"],
        ["sessions", "show", "nothing"],
    ],
)
def test_wrong_usage_ends_with_2(posteditor: Run, arguments: list[str]) -> None:
    done = posteditor(*arguments)
    assert done.code == 2
    assert done.out == ""
    assert done.err


def test_the_editor_refuses_to_run_without_a_terminal(
    posteditor: Run, statement: Path
) -> None:
    done = posteditor("edit", statement)
    assert done.code == 2
    assert "needs a terminal" in done.err
    assert len(done.err.splitlines()) == 1


def test_broken_settings_are_named(
    posteditor: Run, statement: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "config.toml"
    settings.write_text("them = 'dark'\n", encoding="utf-8")
    monkeypatch.setenv("POSTEDITOR_CONFIG", str(settings))
    done = posteditor("check", statement)
    assert done.code == 2
    assert str(settings) in done.err
    assert "'them'" in done.err
