"""`posteditor rules mine`: formats, files that are no good, and lines that pair up."""

from __future__ import annotations

import gzip
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

MACHINE = "We act in the sphere of trade.\n" * 20
HUMAN = "We act in trade.\n" * 20
FILLER = "Nothing stands here but words of every kind.\n" * 20


@pytest.fixture
def texts(tmp_path: Path) -> tuple[Path, Path]:
    mt, human = tmp_path / "mt.txt", tmp_path / "human.txt"
    mt.write_text(MACHINE + FILLER, encoding="utf-8")
    human.write_text(HUMAN + FILLER, encoding="utf-8")
    return mt, human


def test_text_shows_figures_and_examples_of_both_sides(
    posteditor: Run, texts: tuple[Path, Path]
) -> None:
    done = posteditor("rules", "mine", "--mt", texts[0], "--human", texts[1])
    assert done.code == 0
    assert done.err == ""
    head, *examples = done.out.splitlines()
    assert "sphere" in head
    assert "20 : 0" in head
    assert "G²" in head
    assert examples[0] == "    - We act in the sphere of trade."


def test_json_and_tsv_say_the_same(posteditor: Run, texts: tuple[Path, Path]) -> None:
    command = ("rules", "mine", "--mt", texts[0], "--human", texts[1], "--top", "1")
    [phrase] = posteditor(*command, "--format", "json").json["phrases"]
    names, values = posteditor(*command, "--format", "tsv").out.splitlines()
    row = dict(zip(names.split("\t"), values.split("\t"), strict=True))
    assert row["phrase"] == phrase["phrase"]
    assert float(row["g2"]) == phrase["g2"] > 10.83
    assert phrase["machine_per_million"] > phrase["human_per_million"] == 0


def test_an_option_takes_several_files_and_gz(
    posteditor: Run, texts: tuple[Path, Path], tmp_path: Path
) -> None:
    packed = tmp_path / "more.txt.gz"
    packed.write_bytes(gzip.compress(MACHINE.encode()))
    done = posteditor(
        *("rules", "mine", "--mt", texts[0], packed, "--human", texts[1]),
        *("--format", "json", "--top", "1"),
    )
    assert done.json["phrases"][0]["machine"] == 40


def test_pairs_rank_substitutions(posteditor: Run, tmp_path: Path) -> None:
    mt, edited = tmp_path / "mt.txt", tmp_path / "pe.txt"
    nouns = ("trade", "ties", "plans", "steps", "war")
    mt.write_text("".join(f"They discussed about {n}.\n" for n in nouns), "utf-8")
    edited.write_text("".join(f"They discussed {n}.\n" for n in nouns), "utf-8")
    done = posteditor("rules", "mine", "--pairs", "--mt", mt, "--human", edited)
    assert done.code == 0
    head = done.out.splitlines()[0]
    assert "discussed about → " in head
    assert head.endswith("5 of 5, 100%")


def test_lines_that_do_not_pair_up_are_named(
    posteditor: Run, texts: tuple[Path, Path], tmp_path: Path
) -> None:
    short = tmp_path / "short.txt"
    short.write_text("One line.\n", encoding="utf-8")
    done = posteditor("rules", "mine", "--pairs", "--mt", texts[0], "--human", short)
    assert done.code == 3
    assert f"{texts[0]} has 40 lines, {short} 1" in done.err
    assert len(done.err.splitlines()) == 1


def test_pairs_want_as_many_files_on_both_sides(
    posteditor: Run, texts: tuple[Path, Path]
) -> None:
    mt, human = texts
    done = posteditor("rules", "mine", "--pairs", "--mt", mt, mt, "--human", human)
    assert done.code == 2
    assert "2 --mt and 1 --human files" in done.err


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("bad.txt", b"fine\n\xff\xfe broken\n", "line 2: is not UTF-8"),
        ("bad.txt", b"a\0b\n", "line 1: holds NUL bytes"),
        ("bad.txt.gz", b"no gzip", "cannot be read"),
        ("cut.txt.gz", gzip.compress(MACHINE.encode())[:-9], "cannot be read"),
        ("long.txt", b"x" * 5_000_000, "line 1: is longer than 4 MB"),
    ],
)
def test_bad_input_is_one_line(
    posteditor: Run, tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    bad, human = tmp_path / name, tmp_path / "human.txt"
    bad.write_bytes(content)
    human.write_text(HUMAN, encoding="utf-8")
    done = posteditor("rules", "mine", "--mt", bad, "--human", human)
    assert done.code == 3
    assert told in done.err
    assert str(bad) in done.err
    assert len(done.err.splitlines()) == 1


def test_standard_input_is_read_as_often_as_needed(texts: tuple[Path, Path]) -> None:
    mt, human = texts
    command = [sys.executable, "-m", "posteditor", "rules", "mine", "--format", "tsv"]
    done = subprocess.run(
        [*command, "--mt", "-", "--human", str(human)],
        input=mt.read_bytes(),
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert b"sphere" in done.stdout.splitlines()[1]


def test_standard_input_can_be_named_once(posteditor: Run) -> None:
    done = posteditor("rules", "mine", "--mt", "-", "--human", "-")
    assert done.code == 2
    assert "only once" in done.err


def test_missing_files_and_folders_are_one_line(
    posteditor: Run, texts: tuple[Path, Path], tmp_path: Path
) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        done = posteditor("rules", "mine", "--mt", path, "--human", texts[1])
        assert done.code == 3
        assert str(path) in done.err
        assert len(done.err.splitlines()) == 1


def test_nothing_that_stands_out_is_said(
    posteditor: Run, texts: tuple[Path, Path]
) -> None:
    done = posteditor("rules", "mine", "--mt", texts[0], "--human", texts[0])
    assert (done.code, done.out) == (0, "")
    assert done.err == "nothing stands out\n"


def test_control_characters_of_a_text_reach_no_terminal(
    posteditor: Run, tmp_path: Path, texts: tuple[Path, Path]
) -> None:
    mt = tmp_path / "raw.txt"
    mt.write_text("Be \x1b[31mwarned of it.\n" * 20 + FILLER, encoding="utf-8")
    done = posteditor("rules", "mine", "--mt", mt, "--human", texts[1])
    assert "warned" in done.out
    assert "\x1b" not in done.out
