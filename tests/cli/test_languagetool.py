"""`posteditor languagetool`, and `--languagetool` of the commands that check."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from posteditor.checkers.languagetool.installation import VERSION
from tests.checkers.languagetool.fake import finding, serving
from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's data folder without LanguageTool."""
    folder = tmp_path / "data"
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    monkeypatch.delenv("LTP_PATH", raising=False)
    return folder / "posteditor" / "languagetool" / f"LanguageTool-{VERSION}"


def installed(home: Path) -> None:
    home.mkdir(parents=True)
    (home / "languagetool-server.jar").write_bytes(b"x" * 2_000_000)


def test_status_says_what_is_there(posteditor: Run, data: Path) -> None:
    done = posteditor("languagetool", "status")
    assert done.code == 0
    assert f"LanguageTool  {VERSION}, not installed" in done.out
    installed(data)
    status = posteditor("languagetool", "status", "--format", "json").json
    assert status["installed"]
    assert status["path"] == str(data)
    assert status["bytes"] == 2_000_000


def test_remove_asks_first(
    posteditor: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
    assert posteditor("languagetool", "remove").code == 2
    installed(data)
    assert posteditor("languagetool", "remove").code == 130
    assert data.exists()
    done = posteditor("languagetool", "remove", "--yes")
    assert (done.code, done.out) == (0, "")
    assert not data.exists()


def test_install_does_nothing_where_it_is_there(posteditor: Run, data: Path) -> None:
    installed(data)
    done = posteditor("languagetool", "install")
    assert done.code == 0
    assert "is installed already" in done.err


def test_install_without_java_is_one_line(
    posteditor: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    done = posteditor("languagetool", "install", "--yes")
    assert done.code == 4
    assert done.err.startswith("posteditor: LanguageTool needs Java: none found")
    assert not data.parent.exists()


def test_a_shared_server_is_asked_where_it_is_named(
    posteditor: Run, statement: Path
) -> None:
    with serving(finding("exercise", "drill")) as fake:
        done = posteditor("check", statement, "--languagetool", f"{fake.url}/v2/check")
        quiet = posteditor("check", statement)
    assert "languagetool/RULE: exercise -> drill" in done.out
    assert done.code == 1
    assert "languagetool" not in quiet.out + quiet.err
    assert len(fake.asked) == 1


def test_a_server_in_the_settings_is_asked_unless_it_is_off(
    posteditor: Run, statement: Path, home: Path
) -> None:
    config = home / "config" / "posteditor" / "config.toml"
    config.parent.mkdir(parents=True)
    with serving(finding("exercise", "drill")) as fake:
        config.write_text(
            f'[languagetool]\nurl = "{fake.url}"\npicky = true\n', encoding="utf-8"
        )
        assert "languagetool/RULE" in posteditor("check", statement).out
        off = posteditor("check", statement, "--languagetool", "off")
        assert "languagetool" not in off.out + off.err
    assert [fields["level"] for fields in fake.asked] == ["picky"]


def test_a_server_that_is_not_there_is_named_once_and_the_rest_is_done(
    posteditor: Run, statement: Path
) -> None:
    url = "http://127.0.0.1:9"
    done = posteditor("check", statement, statement, "--languagetool", url)
    assert done.code == 4
    assert done.err.count("languagetool failed and is left out") == 1
    assert f"{url} does not answer: Connection refused" in done.err
    assert "typography/" in done.out


def test_fix_asks_too(posteditor: Run, statement: Path, tmp_path: Path) -> None:
    with serving(finding("exercise", "drill")) as fake:
        done = posteditor(
            *("fix", statement, "--output-dir", tmp_path / "out"),
            *("--languagetool", fake.url),
        )
    assert done.code == 0
    assert fake.asked


@pytest.mark.parametrize(
    ("server", "told"),
    [
        ("here", "'here' is no server"),
        ("", "'' is no server"),
        ("http://", "is no server"),
        ("ftp://host", "is no server"),
        ("http://host:port", "--languagetool: 'http://host:port'"),
        ("http://user:word@host", "user name is not supported"),
        ("http://host/a b", "no server has such an address"),
    ],
)
def test_what_names_no_server(
    posteditor: Run, statement: Path, server: str, told: str
) -> None:
    done = posteditor("check", statement, "--languagetool", server)
    assert done.code == 2
    assert told in done.err
    assert done.err.count("\n") == 1
    assert "word@" not in done.err


def test_a_language_that_nobody_knows_is_said_once(
    posteditor: Run, statement: Path
) -> None:
    done = posteditor("check", statement, statement, "--target-lang", "eu")
    assert done.err.count("target language eu: no checker here knows it") == 1
    assert not posteditor("check", statement, "--target-lang", "de").err
