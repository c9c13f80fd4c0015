"""Running the command line in this process, with settings and a store of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from posteditor.cli.main import run

STATEMENT = """\
Post sponsored by

Mr. Chairman,

We support the the idea of a joint exercise. Only together can we succeed.

The harbour works well in 2024-2026. and will go on.

Thank you for attention.

EDITOR’S NOTE: This article is a translation. Apologies should it not be perfect.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Done]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user without settings, and a store that goes with the test."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    monkeypatch.setenv("POSTEDITOR_STORE", str(folder / "sessions.db"))
    monkeypatch.delenv("POSTEDITOR_CONFIG", raising=False)
    return folder


@pytest.fixture
def posteditor(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: str | Path) -> Done:
        code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Done(code=code, out=captured.out, err=captured.err)

    return call


@pytest.fixture
def statement(tmp_path: Path) -> Path:
    path = tmp_path / "statement.txt"
    path.write_text(STATEMENT, encoding="utf-8")
    return path
