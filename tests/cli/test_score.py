"""`posteditor score`: inputs, formats, exit codes, and texts that are no good."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from posteditor.config import scoring_cache
from tests.cli.conftest import Run
from tests.scoring.jobs import sentences, varied, write


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    ref = [text or "it" for text in sentences(120, 1)]
    texts = {"ref": ref, "mt": varied(ref, 2), "pe": varied(ref, 3, 0.1)}
    return write(tmp_path, texts)


def arguments(files: dict[str, Path]) -> list[str]:
    return [f"--{name}={path}" for name, path in files.items()]


def test_json_has_every_figure_in_full(posteditor: Run, files: dict[str, Path]) -> None:
    done = posteditor("score", *arguments(files), "--format", "json")
    assert (done.code, done.err) == (0, "")
    found = done.json
    assert found["version"] == 1
    assert found["inputs"]["ref"]["path"] == str(files["ref"])
    assert {text["segments"] for text in found["inputs"].values()} == {120}
    scored = [
        (s["system"], s["against"], s["metric"], s["of"]) for s in found["scores"]
    ]
    assert ("mt", "ref", "BLEU", "corpus") in scored
    assert ("pe", "mt", "HTER", "mean of segments") in scored
    bleu = found["scores"][0]
    assert bleu["ci"][0] < bleu["value"] < bleu["ci"][1]
    assert bleu["value"] != round(bleu["value"], 4)
    [first, *_] = found["comparisons"]
    assert (first["baseline"], first["system"], first["test"]) == (
        "mt",
        "pe",
        "bootstrap",
    )
    assert found["made"]["seed"] == 12345


def test_the_table_rounds_and_says_how_the_figures_were_made(
    posteditor: Run, files: dict[str, Path]
) -> None:
    done = posteditor("score", *arguments(files), "--test", "both", "--trials", "50")
    assert done.code == 0
    lines = [line.split() for line in done.out.splitlines()]
    [bleu] = [line for line in lines if line[:3] == ["pe", "ref", "BLEU"]]
    assert "." in bleu[3]
    assert len(bleu[3].partition(".")[2]) == 1
    assert "randomisation" in done.out
    assert "nrefs:1|case:mixed|eff:no|tok:13a" in done.out


def test_tsv_and_markdown(posteditor: Run, files: dict[str, Path]) -> None:
    done = posteditor("score", *arguments(files), "--format", "tsv")
    header, *rows = [line.split("\t") for line in done.out.splitlines()]
    assert header == ["system", "against", "metric", "value", "low", "high", "segments"]
    assert rows[0][:3] == ["mt", "ref", "BLEU"]
    assert float(rows[0][4]) < float(rows[0][3]) < float(rows[0][5])
    done = posteditor("score", *arguments(files), "--format", "markdown")
    assert "| system | against | metric | value | 95 % interval |" in done.out


def test_every_segment_on_request(posteditor: Run, files: dict[str, Path]) -> None:
    options = (*arguments(files), "--segments", "--samples=0", "--metric=ter")
    rows = posteditor("score", *options, "--format=tsv").out.splitlines()
    assert rows[0].split("\t") == ["segment", "mt TER (ref)", "pe TER (ref)"]
    assert [row.split("\t")[0] for row in rows[1:]] == [str(n) for n in range(1, 121)]
    found = posteditor("score", *options, "--format=json").json
    assert len(found["segments"]) == 120
    [mt, _] = found["segments"][7]
    assert (mt["system"], mt["metric"]) == ("mt", "TER")
    assert f"{mt['value']:.1f}" == rows[8].split("\t")[1]


def test_documents(posteditor: Run, files: dict[str, Path], tmp_path: Path) -> None:
    docs = tmp_path / "docs.tsv"
    docs.write_text("line\tdoc\n" + "".join(f"{n}\td{n // 60}\n" for n in range(120)))
    done = posteditor("score", *arguments(files), f"--docs={docs}", "--format=json")
    assert [d["document"] for d in done.json["documents"]] == ["d0", "d1"]
    assert {s["segments"] for d in done.json["documents"] for s in d["scores"]} == {60}
    assert "d1" in posteditor("score", *arguments(files), f"--docs={docs}").out
    done = posteditor("score", *arguments(files), f"--docs={docs}", "--format=tsv")
    header, *rows = [line.split("\t") for line in done.out.splitlines()]
    assert header[:4] == ["document", "system", "against", "metric"]
    assert {row[0] for row in rows} == {"d0", "d1"}
    assert {row[-1] for row in rows} == {"60"}


def test_several_systems_and_references(
    posteditor: Run, files: dict[str, Path]
) -> None:
    done = posteditor(
        "score",
        f"--system=first={files['mt']}",
        f"--system=second={files['pe']}",
        f"--ref={files['ref']}",
        f"--ref={files['pe']}",
        "--metric=chrF++",
        "--format=json",
    )
    [first, second] = done.json["scores"]
    assert (first["system"], second["system"]) == ("first", "second")
    assert first["signature"].startswith("nrefs:2|")
    assert done.json["comparisons"][0]["baseline"] == "first"
    assert "the reference is second itself, word for word" in done.err


def test_the_output_file_is_whole_or_not_there(
    posteditor: Run, files: dict[str, Path], tmp_path: Path
) -> None:
    output = tmp_path / "scores.json"
    done = posteditor("score", *arguments(files), "--format=json", f"--output={output}")
    assert (done.code, done.out) == (0, "")
    assert json.loads(output.read_text())["scores"]
    done = posteditor("score", *arguments(files), f"--output={tmp_path}/none/x.json")
    assert done.code == 3
    assert done.err.startswith(f"posteditor: {tmp_path}/none/x.json: cannot be written")


def test_the_output_never_takes_the_place_of_a_text(
    posteditor: Run, files: dict[str, Path]
) -> None:
    before = files["mt"].read_bytes()
    done = posteditor("score", *arguments(files), f"--output={files['mt']}")
    assert done.code == 3
    assert f"{files['mt']}: is what is read, which is never changed" in done.err
    assert files["mt"].read_bytes() == before


def test_names_that_are_no_unicode_fit_every_output(
    posteditor: Run, files: dict[str, Path], tmp_path: Path
) -> None:
    docs, output = tmp_path / "docs.jsonl", tmp_path / "out"
    docs.write_text('{"doc": "\\ud800\\u001b[31m"}\n' * 120)
    options = [*arguments(files), f"--docs={docs}", "--segments", "--samples=0"]
    options += [f"--system=\udcff={files['pe']}", f"--output={output}"]
    for form in ("json", "table", "tsv", "markdown"):
        assert posteditor("score", *options, f"--format={form}").code == 0
        text = output.read_text("utf-8")
        assert "\x1b" not in text
    posteditor("score", *options, "--format=json")
    found = json.loads(output.read_text())
    assert found["documents"][0]["document"] == "\ud800\x1b[31m"
    assert "\udcff" in found["inputs"]


@pytest.mark.parametrize(
    ("options", "code", "message"),
    [
        (["--metric=bleau"], 2, "unknown metric 'bleau' (did you mean bleu?)"),
        (["--tokenizer=13"], 2, "unknown tokenizer '13' (did you mean 13a?)"),
        (["--system=x"], 2, "--system 'x': has no name (write NAME=FILE)"),
        (["--system=pe=x"], 2, "--system pe: there are two of that name"),
        (["--system=ref2=x"], 2, "a system cannot be called 'ref2'"),
        (["--docs=-", "--source=-"], 2, "standard input is one text, not two"),
        (["--docs=none.txt"], 3, "none.txt: No such file or directory"),
        (["--target-lang=9"], 2, "--target-lang: '9' is not a language"),
    ],
)
def test_what_is_wrong_is_one_line(
    posteditor: Run, files: dict[str, Path], options: list[str], code: int, message: str
) -> None:
    done = posteditor("score", *arguments(files), *options)
    assert done.code == code
    assert done.out == ""
    assert done.err.startswith(f"posteditor: {message}")
    assert done.err.count("\n") == 1


def test_unequal_lengths_name_every_count(
    posteditor: Run, files: dict[str, Path]
) -> None:
    files["pe"].write_text("one\n")
    done = posteditor("score", *arguments(files))
    assert done.code == 3
    assert f"{files['mt']}: 120, {files['pe']}: 1, {files['ref']}: 120" in done.err


def test_an_interrupted_run_goes_on(
    posteditor: Run,
    home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))
    ref = sentences(25_000, 1)
    files = write(tmp_path, {"mt": [f"{t} {n}" for n, t in enumerate(ref)], "ref": ref})
    command = [sys.executable, "-m", "posteditor", "score", *arguments(files)]
    command += ["--metric=bleu", "--samples=0", "--jobs=1", "--format=tsv"]
    running = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    log = scoring_cache() / "*" / "done"
    deadline = time.monotonic() + 60
    while not any(p.stat().st_size for p in home.glob("cache/posteditor/score/*/done")):
        assert time.monotonic() < deadline, f"nothing in {log}"
        os.sched_yield()
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "segments done; the same command goes on" in err
    done = posteditor(*command[3:])
    assert done.code == 0
    assert "going on: " in done.err
    assert done.out.splitlines()[1].startswith("mt\tref\tBLEU")
    assert not list(home.glob("cache/posteditor/score/*"))


def test_a_stored_session_is_scored_as_it_stands(
    posteditor: Run, statement: Path
) -> None:
    assert posteditor("fix", statement).code == 0
    [session] = posteditor("sessions", "list", "--format", "json").json["sessions"]
    done = posteditor("score", "--session", session["id"], "--format=json", "--effort")
    assert done.code == 0
    saved = json.loads(statement.with_name("statement.scores.json").read_text())
    assert done.json["effort"] == saved["effort"]
    then = {s["metric"]: s["value"] for s in saved["scores"] if s["of"] == "corpus"}
    for score in done.json["scores"]:
        if score["of"] == "corpus":
            assert score["value"] == then[score["metric"]]
    assert posteditor("score", "--session", "none").code != 0
    assert posteditor("score", "--session", session["id"], "--system=mt=x").code == 2
    assert posteditor("score", "--session", session["id"], "--mt=x").code == 2


def test_effort_is_counted_by_kind(posteditor: Run, files: dict[str, Path]) -> None:
    done = posteditor("score", *arguments(files), "--effort", "--format=json")
    effort = done.json["effort"]["pe"]
    assert effort["segments"] == 120
    assert effort["tot_edits"] > 0
    hter = next(s for s in done.json["scores"] if s["metric"] == "HTER")
    assert effort["hter"] == pytest.approx(hter["value"])
    table = posteditor("score", *arguments(files), "--effort").out
    assert "content-word edits" in table
