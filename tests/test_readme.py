"""The README says what is true: its keys, its settings, its picture, and every command
line in it, with the output that it shows."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from posteditor.checkers.glossary.reading import read_glossary
from posteditor.checkers.rules.catalogue import entries
from posteditor.checkers.rules.pack import read_pack
from posteditor.cli.main import COMMANDS
from posteditor.config import CONFIG_VARIABLE, STORE_VARIABLE, Settings, load_settings
from posteditor.tui import keymap

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")

# The editor needs a terminal; the others would fetch, start or need what is not here.
NOT_RUN = re.compile(
    r"posteditor (?:edit|languagetool install)|.* --languagetool local"
)
MT = """\
The minister drew attention to the fact that the talks will continue.
They carried out the implementation of the programme in 2024-2026..
The sides exchanged of opinions.
"""
PE = """\
The minister pointed out that the talks would continue.
They implemented the programme in 2024-2026.
The sides exchanged views.
"""
REF = """\
The minister noted that the talks would go on.
They carried out the programme in 2024-2026.
The parties exchanged views.
"""


def fenced(language: str) -> list[str]:
    """The blocks of a language, without their fences."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def indented(beginning: str) -> str:
    """The indented block that begins so, without its indent."""
    start = README.index(f"\n    {beginning}") + 1
    lines = []
    for line in README[start:].split("\n"):
        if not line.startswith("    "):
            break
        lines.append(line[4:])
    return "\n".join(lines)


def command_lines() -> Iterator[tuple[str, list[str]]]:
    """Each command line with the output shown below it, in the order of the file."""
    command = ""
    shown: list[str] = []
    inside = False
    for line in README.split("\n"):
        if line.startswith("    posteditor "):
            yield line[4:], []
        elif line.startswith("```"):
            if inside:
                yield command, shown
            inside = line == "```console"
        elif inside and line.startswith("$ "):
            command, shown = line[2:], []
        elif inside:
            shown.append(line)


def follows(shown: list[str], printed: str) -> bool:
    """Is the output as shown, where a line … stands for any lines?"""
    pattern = "".join(
        r"(?:[^\n]*\n)*?" if line == "…" else re.escape(line) + r"[ ]*\n"
        for line in shown
    )
    return re.fullmatch(pattern, printed) is not None


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as a reader has it who tries the command lines one by one."""
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    for name, text in (("mt.txt", MT), ("pe.txt", PE), ("ref.txt", REF)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "terms.toml").write_text(glossary(), encoding="utf-8")
    return tmp_path


def glossary() -> str:
    return next(block for block in fenced("toml") if "[[term]]" in block)


def test_every_key_is_in_the_readme_as_the_program_has_it() -> None:
    missing = [line for line in keymap.as_markdown().splitlines() if line not in README]
    assert not missing


def test_every_command_is_in_the_readme() -> None:
    assert [name for name in COMMANDS if f"posteditor {name}" not in README] == []


def test_every_setting_is_in_the_readme() -> None:
    settings = set(Settings.__dataclass_fields__) - {"path"}
    assert {name for name in settings if f"    {name} = " not in README} == set()


def test_the_settings_shown_are_settings_the_program_reads(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    written = indented("theme = ")
    alone, table = written.split("languagetool = ")[0], indented("[languagetool]")
    for text in (written, f"{alone}\n{table}\n"):
        file.write_text(text, encoding="utf-8")
        settings = load_settings({CONFIG_VARIABLE: str(file)})
        assert settings.editor == "A. Editor"
    assert settings.languagetool.max_heap == "1536m"


def test_the_glossary_and_the_pack_shown_are_sound(tmp_path: Path) -> None:
    terms, pack = tmp_path / "terms.toml", tmp_path / "house.toml"
    terms.write_text(glossary(), encoding="utf-8")
    text = next(block for block in fenced("toml") if "[[rule]]" in block)
    pack.write_text(text, encoding="utf-8")
    assert [term.forbidden for term in read_glossary(terms)] != []
    assert [rule.id for rule in read_pack(pack).rules] == ["house-rules/my-rule"]


def test_there_are_as_many_rules_as_the_readme_says() -> None:
    said = re.search(r"over ([\d,]+) phrase rules", README)
    assert said
    assert int(said[1].replace(",", "")) < len(entries())


def test_links_within_the_readme_lead_somewhere() -> None:
    headings = re.findall(r"^#+ (.+)$", README, re.MULTILINE)
    anchors = {
        re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        for heading in headings
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", README)) <= anchors


def test_every_command_line_does_what_the_readme_shows(folder: Path) -> None:
    environment = {
        **{key: value for key, value in os.environ.items() if "POSTEDITOR" not in key},
        STORE_VARIABLE: str(folder / "sessions.db"),
        "HOME": str(folder),
        "NO_COLOR": "1",
        "PYTHONUTF8": "1",
        **{
            f"XDG_{kind}_HOME": str(folder / kind.lower())
            for kind in ("CONFIG", "CACHE", "DATA", "STATE")
        },
    }
    tried = 0
    for line, shown in command_lines():
        if NOT_RUN.match(line):
            continue
        command = [sys.executable, "-m", "posteditor", *shlex.split(line)[1:]]
        done = subprocess.run(
            command,
            cwd=folder,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        assert done.returncode in (0, 1), (line, done.stderr)
        assert "Traceback" not in done.stderr, (line, done.stderr)
        assert not shown or follows(shown, done.stdout), (line, done.stdout)
        tried += 1
    assert tried > 20


def test_the_python_shown_runs(folder: Path) -> None:
    (program,) = fenced("python")
    command = [sys.executable, "-c", program]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    assert done.stdout.startswith("mt ref BLEU 34.5"), done.stderr


def test_the_picture_was_exported_by_the_program_and_loads_nothing() -> None:
    picture = (ROOT / "samples" / "screenshot.svg").read_text(encoding="utf-8")
    assert "samples/screenshot.svg" in README
    assert "statement.mt.txt" in picture
    assert "url(http" not in picture
