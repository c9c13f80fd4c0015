"""Evaluation data: beside the repository or in $POSTEDITOR_DATA, never in it.

Rule: a test skips, saying so, where what it wants is absent; where CI has the folder
beside the repository, it fails.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

BESIDE = Path(__file__).parents[2] / "shared"


def evaluation(
    name: str, environ: Mapping[str, str] = os.environ, beside: Path = BESIDE
) -> Path:
    """The file or folder of this name in the evaluation data."""
    path = Path(environ.get("POSTEDITOR_DATA") or beside / "data") / name
    if not path.exists():
        message = f"no evaluation data at {path} (POSTEDITOR_DATA)"
        if environ.get("CI") and beside.is_dir():
            pytest.fail(message)
        pytest.skip(message)
    return path
