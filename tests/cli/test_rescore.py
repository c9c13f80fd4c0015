"""`posteditor rescore`: the same figures, or what changed."""

from __future__ import annotations

import json
from pathlib import Path

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
