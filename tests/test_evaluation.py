"""Evaluation data: found, skipped where absent, missed where it must be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.evaluation import evaluation


def test_data_is_found_beside_the_repository_or_where_the_environment_says(
    tmp_path: Path,
) -> None:
    beside, named = tmp_path / "shared", tmp_path / "named"
    for folder in (beside / "data", named):
        folder.mkdir(parents=True)
        (folder / "a.txt").touch()
    assert evaluation("a.txt", {}, beside) == beside / "data" / "a.txt"
    chosen = {"POSTEDITOR_DATA": str(named)}
    assert evaluation("a.txt", chosen, beside) == named / "a.txt"


@pytest.mark.parametrize("has_folder", [False, True])
@pytest.mark.parametrize("environ", [{}, {"CI": "true"}])
def test_what_is_absent_fails_only_where_ci_has_the_folder(
    tmp_path: Path, environ: dict[str, str], has_folder: bool
) -> None:
    beside = tmp_path / "shared"
    if has_folder:
        beside.mkdir()
    must_be_there = bool(environ) and has_folder
    expected = pytest.fail.Exception if must_be_there else pytest.skip.Exception
    with pytest.raises(expected, match=r"no evaluation data at .*gone\.txt"):
        evaluation("gone.txt", environ, beside)
