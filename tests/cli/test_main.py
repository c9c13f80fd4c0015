"""The command as a whole: help, usage errors, one line for what went wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

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


def program(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "posteditor", *arguments]
    return subprocess.run(
        command, stderr=subprocess.PIPE, check=False, timeout=60, **options
    )


@pytest.mark.parametrize(
    "arguments", [["--help"], ["checkers"], ["check", "--format", "json"], ["check"]]
)
def test_a_full_disk_behind_standard_output_is_one_line(
    statement: Path, arguments: list[str]
) -> None:
    if arguments[0] == "check":
        arguments = [*arguments, str(statement)]
    with Path("/dev/full").open("wb") as full:
        done = program(*arguments, stdout=full)
    assert done.returncode == 3
    assert b"No space left" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_reader_that_goes_away_is_no_error(statement: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as pipe:
        done = program("check", str(statement), stdout=pipe)
    assert done.returncode == 1, "there were suggestions"
    assert done.stderr == b""


def test_the_editor_without_any_standard_input(statement: Path) -> None:
    shell = f'"{sys.executable}" -m posteditor edit "{statement}" <&-'
    done = subprocess.run(
        ["bash", "-c", shell], capture_output=True, check=False, timeout=60
    )
    assert done.returncode == 2
    assert b"needs a terminal" in done.stderr


def test_json_is_utf8_whatever_the_path_is(tmp_path: Path, home: Path) -> None:
    path = os.fsencode(tmp_path) + b"/bad\xff.txt"
    Path(os.fsdecode(path)).write_text("The harbour is open.\n")
    done = program(
        *("check", "--format", "json", os.fsdecode(path)), stdout=subprocess.PIPE
    )
    [document] = json.loads(done.stdout.decode("utf-8"))["documents"]
    assert os.fsencode(document["path"]) == path
