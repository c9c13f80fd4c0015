"""What the end-to-end tests need: tmux, and the real statement where it is at hand."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.evaluation import evaluation


@pytest.fixture
def tmux() -> None:
    """tmux, which CI must have."""
    if shutil.which("tmux") is None:
        message = "tmux is not installed"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)


@pytest.fixture
def statement() -> Path:
    """The real statement; it is never copied into the repository."""
    return evaluation("statement/csto-osce-2021.txt")
