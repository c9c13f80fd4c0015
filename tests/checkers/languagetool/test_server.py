"""A real server of one's own: it starts, checks, and never outlives its user."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from posteditor.checkers.engine import Engine
from posteditor.checkers.languagetool import LanguageToolChecker
from posteditor.checkers.languagetool.installation import (
    FOLDER_VARIABLE,
    Installation,
)
from posteditor.checkers.languagetool.server import CancelledError, LocalServer
from posteditor.checkers.protocol import CheckContext, Scope, Unit
from posteditor.config import LanguageTool
from posteditor.errors import ServiceError
from posteditor.model import Suggestion
from tests.checkers.making import units

PATIENCE_SECONDS = 60.0


def never() -> bool:
    return False


def java_of(folder: Path) -> list[int]:
    """The processes with the LanguageTool of this folder in their command lines: the
    server and its guard."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            line = (entry / "cmdline").read_bytes()
        except OSError:
            continue
        if str(folder).encode() in line and b"HTTPServer" in line:
            found.append(int(entry.name))
    return found


def until_gone(folder: Path) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while java_of(folder):
        assert time.monotonic() < end, "a server was left behind"
        time.sleep(0.05)


@pytest.fixture
def own(installation: Installation, tmp_path: Path) -> Installation:
    """The installation under a name of this test's own, so that its processes can be
    told from others."""
    folder = tmp_path / "languagetool"
    folder.mkdir()
    (folder / installation.home.name).symlink_to(installation.home)
    return Installation(folder=folder)


@pytest.fixture(scope="module")
def checker(installation: Installation) -> Iterator[LanguageToolChecker]:
    checker = local(installation, max_heap="1g", timeout=300.0)
    yield checker
    checker.close()


def local(installation: Installation, **wishes: object) -> LanguageToolChecker:
    environ = {**os.environ, FOLDER_VARIABLE: str(installation.folder)}
    return LanguageToolChecker(LanguageTool(local=True, **wishes), environ)  # type: ignore[arg-type]


def flagged(
    checker: LanguageToolChecker, *document: Unit, **context: object
) -> list[Suggestion]:
    return list(checker.check(document, CheckContext(**context)))  # type: ignore[arg-type]


def test_it_finds_faults_in_english(checker: LanguageToolChecker) -> None:
    found = flagged(checker, *units("All is well 🙂.", "🙂 They is here, it are."))
    assert {s.segment for s in found} == {1}
    assert "is" in {s.text for s in found}
    assert checker.version == "6.8"


@pytest.mark.parametrize(
    ("lang", "text", "word"),
    [
        ("de", "Ich habe ein Fehlerr gemacht.", "Fehlerr"),
        ("ru", "Это превосходная програма.", "програма"),
    ],
)
def test_it_reads_other_languages(
    checker: LanguageToolChecker, lang: str, text: str, word: str
) -> None:
    found = flagged(checker, *units(text), target_lang=lang)
    assert word in {s.text for s in found}


def test_a_source_brings_its_bilingual_rules(checker: LanguageToolChecker) -> None:
    text, source = "Der aktuelle Chef kam.", "The actual chef came."
    pair = Unit(segment=0, text=text, source=source)
    lone = Unit(segment=0, text="Same text here.")
    same = replace(lone, source=lone.text)
    friends = flagged(checker, pair, target_lang="de", source_lang="en")
    assert "accuracy/mistranslation" in {s.category for s in friends}
    assert not flagged(checker, lone, source_lang="de")
    assert flagged(checker, same, source_lang="de")


def test_hostile_text_breaks_nothing(checker: LanguageToolChecker) -> None:
    texts = ("\x00\x1b[31m \ud800 a 🙂 an test", "\u202e\ufeffx", "e\u0301" * 50)
    engine = Engine([checker])
    findings = engine.check(units(*texts), CheckContext(), Scope.LATE)
    assert not findings.failures


def test_it_starts_and_ends_five_times_without_leaving_a_process(
    own: Installation,
) -> None:
    for _ in range(5):
        server = LocalServer(own, max_heap="128m", environ=os.environ)
        urls: list[str] = []
        threads = [
            threading.Thread(target=lambda: urls.append(server.url(never)))  # noqa: B023
            for _ in range(4)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(urls) == 4
        assert len(set(urls)) == 1
        assert len(java_of(own.folder)) == 2
        server.close()
        assert not java_of(own.folder)
        with pytest.raises(ServiceError, match="was closed"):
            server.url(never)


def test_one_killed_in_the_middle_is_one_notice(own: Installation) -> None:
    checker = local(own, timeout=300.0)
    engine = Engine([checker])
    assert engine.check(units("They is here."), CheckContext(), Scope.LATE).suggestions
    for process in java_of(own.folder):
        os.kill(process, signal.SIGKILL)
    until_gone(own.folder)
    findings = engine.check(units("They is here."), CheckContext(), Scope.LATE)
    [failure] = findings.failures
    assert failure.is_service
    assert not engine.check(units("x"), CheckContext(), Scope.LATE).failures
    assert not java_of(own.folder)
    checker.close()


USER = """
import os, sys, time
from pathlib import Path
from posteditor.checkers.languagetool.installation import Installation
from posteditor.checkers.languagetool.server import LocalServer
server = LocalServer(
    Installation(folder=Path(sys.argv[1])), max_heap="128m", environ=os.environ
)
server.url(lambda: False)
print("ready", flush=True)
time.sleep(600)
"""


def test_none_is_left_where_its_user_is_killed(own: Installation) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", USER, str(own.folder)],
        stdout=subprocess.PIPE,
        text=True,
    ) as user:
        assert user.stdout is not None
        assert user.stdout.readline() == "ready\n"
        assert len(java_of(own.folder)) == 2
        user.kill()
    until_gone(own.folder)


# -- servers that do not come up, played by a Java of the test's own ---------------

JAVA = """#!/bin/sh
if [ "$1" = "-version" ]; then echo 'openjdk version "17.0.1" 2021' >&2; exit 0; fi
"""


def playing(folder: Path, script: str) -> LocalServer:
    """A server whose Java is this script."""
    java = folder / "bin" / "java"
    java.parent.mkdir()
    java.write_text(JAVA + script, encoding="utf-8")
    java.chmod(0o755)
    home = Installation(folder=folder).home
    home.mkdir()
    (home / "languagetool-server.jar").touch()
    return LocalServer(
        Installation(folder=folder),
        max_heap="64m",
        environ={"PATH": f"{java.parent}:/usr/bin:/bin"},
        patience=0.5,
    )


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose Java comes before the real one."""
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    return tmp_path


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("exec sleep 600", "did not start within 0.5 s"),
        ("echo 'Error: could not open jar' >&2; exit 1", "could not open jar"),
        ("exit 1", "does not start: it ended"),
        ("echo 'Address already in use' >&2; exit 1", "Address already in use"),
    ],
)
def test_a_server_that_does_not_come_up_is_one_error_and_no_process(
    path: Path, script: str, told: str
) -> None:
    server = playing(path, script)
    for _ in range(2):
        with pytest.raises(ServiceError, match=told):
            server.url(never)
    until_gone(path)
    server.close()


def test_none_is_left_where_its_user_is_killed_while_it_starts(path: Path) -> None:
    playing(path, "exec sleep 600")
    with subprocess.Popen([sys.executable, "-c", USER, str(path)]) as user:
        end = time.monotonic() + PATIENCE_SECONDS
        while not java_of(path):
            assert time.monotonic() < end
            time.sleep(0.01)
        user.kill()
    until_gone(path)


def test_a_wait_that_nobody_wants_any_more_ends(path: Path) -> None:
    server = playing(path, "exec sleep 600")
    with pytest.raises(CancelledError):
        server.url(lambda: True)
    until_gone(path)
    server.close()


def test_where_java_is_missing_or_old(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = playing(path, "exit 0")
    java = path / "bin" / "java"
    java.write_text("#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019' >&2\n")
    with pytest.raises(ServiceError, match="requires Java >= 17"):
        server.url(never)
    monkeypatch.setenv("PATH", str(path))
    lone = LocalServer(Installation(folder=path), max_heap="64m", environ={})
    with pytest.raises(ServiceError, match="needs Java: none found"):
        lone.url(never)


def test_where_languagetool_is_missing(tmp_path: Path) -> None:
    lone = LocalServer(Installation(folder=tmp_path), max_heap="64m", environ={})
    with pytest.raises(ServiceError, match="posteditor languagetool install"):
        lone.url(never)
