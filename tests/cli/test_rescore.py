"""`posteditor rescore`: the same figures, or what changed."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.scoring.jobs import sentences, varied, write


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    ref = [text or "it" for text in sentences(120, 1)]
    texts = {"ref": ref, "mt": varied(ref, 2), "pe": varied(ref, 3, 0.1)}
    return write(tmp_path, texts)


@pytest.fixture
def scores(posteditor: Run, files: dict[str, Path], tmp_path: Path) -> Path:
    output = tmp_path / "x.scores.json"
    named = [f"--{name}={path}" for name, path in files.items()]
    options = ["--metric=bleu", "--metric=hter", "--samples=50", "--seed=7"]
    posteditor("score", *named, *options, "--format=json", f"--output={output}")
    return output


def test_unchanged_texts_give_every_figure_again(posteditor: Run, scores: Path) -> None:
    done = posteditor("rescore", scores)
    assert (done.code, done.out, done.err) == (0, "all 4 scores are the same\n", "")


def test_a_changed_text_is_named_and_so_are_its_figures(
    posteditor: Run, scores: Path, files: dict[str, Path]
) -> None:
    lines = files["pe"].read_text().splitlines()
    files["pe"].write_text("\n".join(["something else entirely", *lines[1:]]) + "\n")
    done = posteditor("rescore", scores)
    assert done.code == 1
    lines = done.out.splitlines()
    assert lines[0].startswith(f"{files['pe']}: another text: SHA-256 ")
    assert any(line.startswith("BLEU of pe against ref, corpus: ") for line in lines)
    assert not any(" of mt against ref" in line for line in lines)


def test_a_figure_that_was_tampered_with_is_found(
    posteditor: Run, scores: Path
) -> None:
    payload = json.loads(scores.read_text())
    payload["scores"][0]["value"] += 0.001
    payload["scores"][1]["ci"][0] -= 1
    scores.write_text(json.dumps(payload))
    done = posteditor("rescore", scores)
    assert done.code == 1
    value, interval = done.out.splitlines()
    assert value.startswith("BLEU of mt against ref, corpus: ")
    assert interval.startswith("BLEU of pe against ref, corpus: interval [")


def test_a_session_is_scored_again_from_its_store(
    posteditor: Run, statement: Path
) -> None:
    assert posteditor("fix", statement).code == 0
    scores = statement.with_name("statement.scores.json")
    done = posteditor("rescore", scores)
    assert done.code == 0
    assert done.out.startswith("all ")
    statement.write_text(statement.read_text().replace("harbour", "haven"))
    done = posteditor("rescore", scores)
    assert done.code == 1
    assert f"{statement}: another text: SHA-256 " in done.out


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "is no scores file of posteditor"),
        ('{"version": 1}', "is no scores file of posteditor"),
        ("[" * 100_000, "is no scores file of posteditor"),
        ('{"version": 9, "inputs": {}, "scores": []}', "is of version 9, not 1"),
    ],
)
def test_what_is_no_scores_file_is_one_line(
    posteditor: Run, tmp_path: Path, text: str, message: str
) -> None:
    path = tmp_path / "odd.json"
    path.write_text(text)
    done = posteditor("rescore", path)
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith(f"posteditor: {path}: {message}")
    assert done.err.count("\n") == 1


def test_a_text_that_is_gone_is_named(
    posteditor: Run, scores: Path, files: dict[str, Path]
) -> None:
    files["mt"].unlink()
    done = posteditor("rescore", scores)
    assert done.code == 3
    assert f"{files['mt']}: No such file" in done.err


@pytest.mark.parametrize(
    "change",
    [
        {"scores": [{"value": "high"}]},
        {"scores": [{"value": 1, "ci": [1]}]},
        {"scores": {}},
        {"inputs": {}},
        {"inputs": {"mt": {"path": 1, "sha256": "", "segments": 1}}},
        {"inputs": {"mt": {"path": "x", "sha256": "", "segments": "1"}}},
        {"made": [1]},
        {"made": {"samples": -1}},
        {"made": {"samples": 10**12}},
        {"made": {"seed": -1}},
        {"made": {"tests": ["luck"]}},
        {"made": {"target_lang": 9}},
        # sacrebleu would fetch it.
        {"made": {"tokenizer": "flores200"}},
    ],
)
def test_what_is_of_the_wrong_kind_is_refused(
    posteditor: Run, scores: Path, change: dict[str, Any]
) -> None:
    payload = json.loads(scores.read_text())
    first = payload["scores"][0]
    payload |= change
    if payload["scores"]:
        payload["scores"][0] = {**first, **payload["scores"][0]}
    scores.write_text(json.dumps(payload))
    done = posteditor("rescore", scores)
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith(f"posteditor: {scores}: is no scores file")
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("path", ["-", os.devnull])
def test_what_cannot_be_read_again_is_named(
    posteditor: Run, scores: Path, path: str
) -> None:
    payload = json.loads(scores.read_text())
    payload["inputs"]["mt"]["path"] = path
    scores.write_text(json.dumps(payload))
    done = posteditor("rescore", scores)
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith(f"posteditor: {path}: cannot be read again")


def test_the_scores_of_a_stored_session_are_made_again(
    posteditor: Run, statement: Path, tmp_path: Path
) -> None:
    assert posteditor("fix", statement).code == 0
    [session] = posteditor("sessions", "list", "--format", "json").json["sessions"]
    output = tmp_path / "s.json"
    options = ("--format=json", f"--output={output}")
    assert posteditor("score", "--session", session["id"], *options).code == 0
    done = posteditor("rescore", output)
    assert (done.code, done.out) == (0, "all 4 scores are the same\n")
