"""A real LanguageTool server, where there is one to run."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from posteditor.checkers.languagetool.installation import Installation


def cached() -> Path:
    """Where `make languagetool-server` puts it."""
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(cache) / "posteditor-tests" / "languagetool"


@pytest.fixture(scope="session")
def installation() -> Installation:
    found = Installation(folder=cached())
    missing = ""
    if not found.is_installed:
        missing = f"no LanguageTool server at {found.home}: make languagetool-server"
    elif shutil.which("java") is None:
        missing = "no Java to run LanguageTool"
    if missing and os.environ.get("CI"):
        pytest.fail(missing)
    if missing:
        pytest.skip(missing)
    return found
