"""NAME.scores.json: every score with its signature, every text with its hash."""

from __future__ import annotations

import json

from posteditor.reports.scores import write_scores
from posteditor.scoring.schema import ScoredText
from tests.reports.build import assert_golden, bare, content, snapshot
from tests.session.build import Desk

INPUTS = {
    "mt": ScoredText(path="/home/editor/forum.txt", sha256="a" * 64, segments=7),
    "ref": ScoredText(path=None, sha256="b" * 64, segments=7),
}


def test_the_scores_are_as_they_were(desk: Desk) -> None:
    written = write_scores(content(snapshot(desk)), INPUTS).decode("utf-8")
    assert_golden("forum.scores.json", written)


def test_the_values_are_not_rounded(desk: Desk) -> None:
    payload = json.loads(write_scores(content(snapshot(desk)), INPUTS))
    assert payload["scores"][-1]["value"] == 1 / 3


def test_a_path_that_is_no_unicode_comes_back(desk: Desk) -> None:
    path = "/home/editor/caf\udce9.txt"
    inputs = {"mt": ScoredText(path=path, sha256="", segments=1)}
    written = write_scores(content(bare(desk, "Été \ud800.")), inputs)
    assert json.loads(written)["inputs"]["mt"]["path"] == path
