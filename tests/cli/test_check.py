"""`posteditor check`: places, formats, exit codes, and files that are no good."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import STATEMENT, Run


def test_each_suggestion_is_one_line_with_its_place(
    posteditor: Run, statement: Path
) -> None:
    done = posteditor("check", statement)
    assert done.code == 1
    assert done.err == ""
    doubled = [line for line in done.out.splitlines() if "the the" in line]
    column = STATEMENT.splitlines()[4].index("the the") + 1
    assert len(doubled) == 1
    assert doubled[0].startswith(f"{statement}:5:{column}: ")


def test_json_offsets_are_those_of_the_decoded_file(
    posteditor: Run, tmp_path: Path
) -> None:
    path = tmp_path / "crlf.txt"
    text = "Ünïcode 😀 first.\r\n\r\nWe saw the the harbour.\r\n"
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    done = posteditor("check", "--format", "json", "--source-lang", "ru", path)
    [document] = done.json["documents"]
    assert done.json["version"] == 1
    assert document["path"] == str(path)
    assert (document["source_lang"], document["target_lang"]) == ("ru", "en")
    assert document["segments"] == 2
    doubled = [s for s in document["suggestions"] if s["text"] == "the the"]
    assert len(doubled) == 1
    found = doubled[0]
    assert text[found["start"] : found["end"]] == "the the"
    assert found["segment"] == 2
    assert found["replacements"] == ["the"]
    assert set(found) == {
        *("segment", "start", "end", "text", "message", "replacements"),
        *("rule", "checker", "category", "severity", "safe"),
        *("also", "remark"),
    }


def test_furniture_is_not_checked(posteditor: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    note = "EDITOR’S NOTE: This article is a translation. Sorry for the the grammar."
    path.write_text(f"The harbour is open.\n\n{note}\n", encoding="utf-8")
    done = posteditor("check", path)
    assert (done.code, done.out, done.err) == (0, "", "")


def test_the_text_tells_its_source_language(posteditor: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    slug = "MIL OSI Translation. Region: Russian Federation –"
    path.write_text(f"{slug}\n\nThe harbour is open.\n", encoding="utf-8")
    [document] = posteditor("check", "--format", "json", path).json["documents"]
    assert document["source_lang"] == "ru"
    options = ("--format", "json", "--source-lang", "uk")
    [document] = posteditor("check", *options, path).json["documents"]
    assert document["source_lang"] == "uk"


def test_one_bad_file_does_not_stop_the_others(
    posteditor: Run, statement: Path, tmp_path: Path
) -> None:
    done = posteditor("check", tmp_path / "missing.txt", statement)
    assert done.code == 3
    assert "missing.txt" in done.err
    assert "the the" in done.out


def test_light_shows_fewer(posteditor: Run, statement: Path) -> None:
    full = posteditor("check", statement).out.splitlines()
    light = posteditor("check", "--level", "light", statement).out.splitlines()
    assert any("the the" in line for line in light)
    assert set(light) <= set(full)


def test_terminal_escapes_never_reach_the_terminal(
    posteditor: Run, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("We saw \x1b[31mthe the\x1b[0m harbour [/] [red].\n")
    done = posteditor("check", path)
    assert "\x1b" not in done.out + done.err


BAD = {
    "empty.txt": b"",
    "blank.txt": b"  \n\n \t\n",
    "binary.txt": b"abc\x00\x01\x02" * 100,
    "picture.txt": b"\x89PNG\r\n\x1a\n" + b"\x00" * 50,
    "cyrillic.txt": "Мы поддерживаем эту инициативу и благодарим.".encode("cp1251"),
    "surrogate.txt": b"We saw \xed\xa0\x80 it.",
    "unknown.odt": b"The harbour is open.",
}


@pytest.mark.parametrize("name", BAD)
def test_bad_files_get_one_clear_line(
    posteditor: Run, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(BAD[name])
    done = posteditor("check", path)
    assert done.code == 3
    assert done.out == ""
    assert len(done.err.splitlines()) == 1
    assert name in done.err
    assert path.read_bytes() == BAD[name]


def test_the_hint_names_an_encoding_that_works(posteditor: Run, tmp_path: Path) -> None:
    path = tmp_path / "cyrillic.txt"
    words = "Мы поддерживаем эту инициативу и благодарим председательство. " * 5
    path.write_bytes(words.encode("cp1251"))
    done = posteditor("check", path)
    guess = done.err.rsplit("--encoding ", 1)[1].split()[0].strip(").,")
    assert words.encode(guess) == words.encode("cp1251")
    again = posteditor("check", "--encoding", guess, "--target-lang", "ru", path)
    assert again.code in {0, 1}


def test_a_directory_and_a_huge_file(posteditor: Run, tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    for path in (tmp_path, huge):
        done = posteditor("check", path)
        assert done.code == 3
        assert len(done.err.splitlines()) == 1


def test_a_translation_is_read_beside_its_source(
    posteditor: Run, tmp_path: Path
) -> None:
    path, source = tmp_path / "a.txt", tmp_path / "a.ru.txt"
    path.write_text("We saw 12 ships.\n", encoding="utf-8")
    source.write_text("Мы видели 14 судов.\n", encoding="utf-8")
    options = ("--source-lang", "ru", "--source", source)
    done = posteditor("check", *options, path)
    assert done.code == 1
    assert done.out == f"{path}:1:8: guard/source-number: 12 -> 14: 14 in the source\n"
    assert posteditor("check", "--source-lang", "ru", path).code == 0
    assert posteditor("check", "--level", "light", *options, path).out == done.out


def test_a_source_is_that_of_one_file(posteditor: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("We saw 12 ships.\n", encoding="utf-8")
    done = posteditor("check", "--source", path, path, path)
    assert done.code == 2
    assert "--source is the source of one FILE" in done.err


def test_a_source_that_does_not_fit_is_named(posteditor: Run, tmp_path: Path) -> None:
    path, source = tmp_path / "a.txt", tmp_path / "a.ru.txt"
    path.write_text("We saw 12 ships.\n", encoding="utf-8")
    done = posteditor("check", "--source", source, path)
    assert done.code == 3
    assert "a.ru.txt" in done.err
