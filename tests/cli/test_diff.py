"""`posteditor diff`: forms, folders, exit codes, and files that are no good."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Run

OLD = """\
The Organisation met on Monday in the hall.
This line stays.

By order of the old mayor of the city, work began.
It cost 1,000 euros. <script>alert(1)</script> *so* [red]
"""
NEW = """\
The Organization met on Monday in the hall.
This line stays.

Work began by order of the old mayor of the city.
It cost 2,000 euros. <script>alert(1)</script> *so* [red]
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(OLD)
    new.write_text(NEW)
    return old, new


def test_inline_signs_tell_what_changed(
    posteditor: Run, files: tuple[Path, Path]
) -> None:
    done = posteditor("diff", *files, "-U0")
    assert (done.code, done.err) == (1, "")
    assert done.out.splitlines() == [
        f"--- {files[0]}",
        f"+++ {files[1]}",
        "@@ line 1, now 1 @@",
        "The [-Organisation-]{+Organization+} met on Monday in the hall.",
        "@@ line 4, now 4 @@",
        "[-By-]{+Work began+}(1){+ by+} order of the old mayor of the city"
        "[-, -][-work began-](1).",
        "It cost [-1,000-]{+2,000+} euros. <script>alert(1)</script> *so* [red]",
    ]


def test_colours_show_the_letters_that_changed(
    posteditor: Run, files: tuple[Path, Path]
) -> None:
    out = posteditor("diff", *files, "--color=always").out
    assert "Organi\x1b[0m\x1b[1;4;9;31ms\x1b[0m" in out
    assert "[-" not in out


def test_colours_that_are_asked_for_are_there_in_spite_of_the_environment(
    posteditor: Run, files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = posteditor("diff", *files, "--color=always").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert posteditor("diff", *files, "--color=always").out == wanted
    assert "\x1b[32m" in wanted


def test_equal_files_say_nothing(posteditor: Run, files: tuple[Path, Path]) -> None:
    done = posteditor("diff", files[0], files[0], "-U0")
    assert (done.code, done.out, done.err) == (0, "", "")


@pytest.mark.parametrize("width", [40, 80, 200])
def test_columns_fit_the_width(
    posteditor: Run,
    files: tuple[Path, Path],
    width: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = posteditor("diff", "-y", *files).out.splitlines()
    assert max(map(len, lines)) <= width
    left = " ".join(line[: (width - 3) // 2].rstrip() for line in lines[1:])
    assert "work" in left
    assert "{+" not in left


def test_json_gives_both_texts_back(posteditor: Run, tmp_path: Path) -> None:
    old, new = tmp_path / "a.txt", tmp_path / "b.txt"
    old.write_bytes("Un\u00efcode \u2028 \r\nline 😀.\r\n".encode())
    new.write_bytes("\ufeffUnicode \u2028 \r\nline 👩‍👩.\n".encode())
    found = posteditor("diff", old, new, "--format=json").json
    assert found["version"] == 1
    sides = {"delete": "", "insert": ""}
    for op in found["ops"]:
        for side in sides:
            if op["op"] in ("equal", side):
                sides[side] += op["text"]
    assert sides["delete"] == old.read_bytes().decode()
    assert sides["insert"] == new.read_bytes().decode().removeprefix("\ufeff")


def test_both_halves_of_a_move_carry_its_number(
    posteditor: Run, files: tuple[Path, Path]
) -> None:
    found = posteditor("diff", *files, "--format=json").json
    moved = [op for op in found["ops"] if "move" in op]
    assert [(op["op"], op["text"], op["move"]) for op in moved] == [
        ("insert", "Work began", 1),
        ("delete", "work began", 1),
    ]
    assert found["stat"]["moves"] == 1


def test_stat_is_figures_alone(posteditor: Run, files: tuple[Path, Path]) -> None:
    out = posteditor("diff", "--stat", *files).out
    assert out.splitlines()[0].split() == ["old", "new"]
    assert "Organi" not in out
    assert "ops" not in posteditor("diff", "--stat", *files, "--format=json").json


def test_html_keeps_text_text_and_loads_nothing(
    posteditor: Run, files: tuple[Path, Path], tmp_path: Path
) -> None:
    page = tmp_path / "d.html"
    done = posteditor("diff", *files, "--format=html", f"--output={page}")
    assert (done.code, done.out) == (1, "")
    text = page.read_text()
    assert "<script" not in text
    assert "&lt;script&gt;" in text
    assert "default-src &#39;none&#39;" in text or "default-src 'none'" in text


def test_markdown_keeps_text_text(posteditor: Run, files: tuple[Path, Path]) -> None:
    out = posteditor("diff", *files, "--format=markdown").out
    assert "~~Organisation~~**Organization**" in out
    assert "\\<script\\>alert(1)\\</script\\> \\*so\\* \\[red\\]" in out


def test_folders_are_compared_file_by_file(posteditor: Run, tmp_path: Path) -> None:
    for side, names in (
        ("a", ("same", "both", "gone")),
        ("b", ("same", "both", "new")),
    ):
        folder = tmp_path / side / "sub"
        folder.mkdir(parents=True)
        for name in names:
            (folder / f"{name}.txt").write_text(
                f"{side if name == 'both' else 'x'} y\n"
            )
    (tmp_path / "b" / "sub" / "bad.txt").write_bytes(b"\xff\0")
    (tmp_path / "a" / "sub" / "bad.txt").write_bytes(b"ok")
    done = posteditor("diff", "--stat", tmp_path / "a", tmp_path / "b")
    assert done.code == 3
    assert f"{tmp_path}/b/sub/bad.txt" in done.err
    rows = [line.split()[:2] for line in done.out.splitlines()[1:]]
    assert rows == [
        ["sub/both.txt", "changed"],
        ["sub/gone.txt", "only"],
        ["sub/new.txt", "only"],
        ["sub/same.txt", "equal"],
    ]
    [found] = posteditor("diff", "--format=json", tmp_path / "a", tmp_path / "b").json[
        "documents"
    ]
    assert found["new"]["path"].endswith("both.txt")


def test_escape_codes_of_a_document_do_not_reach_the_terminal(
    posteditor: Run, tmp_path: Path
) -> None:
    old, new = tmp_path / "a.txt", tmp_path / "b.txt"
    old.write_text("one \x1b[31mred\n")
    new.write_text("two \x1b]0;title\x07\n")
    for options in ((), ("-y",), ("--format=markdown",), ("--format=html",)):
        assert "\x1b" not in posteditor("diff", old, new, *options).out


def test_the_output_never_takes_the_place_of_a_version(
    posteditor: Run, files: tuple[Path, Path]
) -> None:
    for path in files:
        done = posteditor("diff", *files, "--format=json", f"--output={path}")
        assert done.code == 3
        assert "is what is read, which is never changed" in done.err
    assert [path.read_text() for path in files] == [OLD, NEW]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("old.txt",), (2, "NEW is missing")),
        (("old.txt", "none.txt"), (3, "none.txt: No such file")),
        (("old.txt", "."), (3, "Is a directory")),
        (("--textconv", "old.txt", "new.txt"), (2, "--textconv takes one file")),
        ((".", ".", "--format=html"), (2, "folders are compared as text or JSON")),
        (
            ("old.txt", "new.txt", "--format=html", "--output=no/x.html"),
            (3, "no/x.html"),
        ),
    ],
)
def test_what_is_wrong_is_one_line(
    posteditor: Run,
    files: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    expected: tuple[int, str],
) -> None:
    code, message = expected
    monkeypatch.chdir(files[0].parent)
    done = posteditor("diff", *arguments)
    assert (done.code, done.out) == (code, "")
    assert message in done.err
    assert done.err.count("\n") == 1


def git(folder: Path, *arguments: str) -> str:
    environ = {
        **os.environ,
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "GIT_AUTHOR_NAME": "a",
        "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "a",
        "GIT_COMMITTER_EMAIL": "a@example.org",
    }
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


def test_git_uses_it_as_difftool_and_textconv(tmp_path: Path) -> None:
    program = f"{sys.executable} -m posteditor diff"
    git(tmp_path, "init", "-q")
    text = tmp_path / "statement.txt"
    text.write_text("We met in the hall. The hall was cold.\n")
    (tmp_path / ".gitattributes").write_text("*.txt diff=statement\n")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "begin")
    text.write_text("We met in the hall. The hall was warm.\n")
    shown = git(tmp_path, "difftool", "-y", "-x", program)
    assert "The hall was [-cold-]{+warm+}." in shown
    git(tmp_path, "config", "diff.statement.textconv", f"{program} --textconv")
    shown = git(tmp_path, "diff")
    assert " We met in the hall.\n-The hall was cold.\n+The hall was warm.\n" in shown


def test_a_page_can_be_read_back_from_json(
    posteditor: Run, files: tuple[Path, Path], tmp_path: Path
) -> None:
    output = tmp_path / "d.json"
    posteditor("diff", *files, "--format=json", f"--output={output}")
    assert json.loads(output.read_text())["stat"]["edits"] > 0


def test_docx_holds_both_versions_as_tracked_changes(
    posteditor: Run, files: tuple[Path, Path], tmp_path: Path
) -> None:
    output = tmp_path / "d.docx"
    done = posteditor("diff", *files, "--format=docx", f"--output={output}")
    assert (done.code, done.out) == (1, "")
    with zipfile.ZipFile(output) as packed:
        body = packed.read("word/document.xml").decode()
    deleted = "".join(re.findall(r"<w:delText[^>]*>([^<]*)<", body))
    assert "Organisation" in deleted
    assert "work began" in deleted
    [inserted, *_] = re.findall(r"<w:ins .*?</w:ins>", body, re.DOTALL)
    assert "Organization" in inserted
    done = posteditor("diff", *files, "--format=docx")
    assert (done.code, done.out) == (2, "")
    assert "a DOCX needs a file" in done.err
