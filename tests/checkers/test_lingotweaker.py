"""LingoTweaker in its own process, on Russian."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from posteditor.checkers.engine import Engine
from posteditor.checkers.lingotweaker import LingoTweakerChecker
from posteditor.checkers.protocol import CheckContext, Scope
from tests.checkers.contract import HOSTILE, assert_spans
from tests.checkers.making import units

RUSSIAN = CheckContext(target_lang="ru")


@pytest.fixture(scope="module")
def checker() -> Iterator[LingoTweakerChecker]:
    if find_spec("lt_py") is None or find_spec("lingotweaker_data_ru") is None:
        if os.environ.get("CI"):
            pytest.fail("lingotweaker and lingotweaker-data-ru are missing")
        pytest.skip("lingotweaker and lingotweaker-data-ru are not installed")
    checker = LingoTweakerChecker()
    yield checker
    checker.close()


def test_it_reads_languages_whose_data_is_there_and_never_english(
    checker: LingoTweakerChecker,
) -> None:
    assert checker.supports("ru")
    assert checker.supports("ru-RU")
    assert not checker.supports("en")
    assert not checker.supports("tlh")
    assert not checker.supports("../ru")
    assert checker.version[0].isdigit()


def test_spans_are_code_points_of_the_unit(checker: LingoTweakerChecker) -> None:
    document = units("Всё хорошо 🙂.", "🙂 Это превосходная програма.")
    found = checker.check(document, RUSSIAN)
    assert_spans(found, document)
    [typo] = [s for s in found if s.text == "програма"]
    assert typo.segment == 1
    assert "программа" in typo.replacements
    assert typo.category == "fluency/spelling"
    assert typo.rule.startswith("lingotweaker/")


def test_names_of_the_document_are_no_typos(checker: LingoTweakerChecker) -> None:
    document = units("Мы видели Зарецкогорского.")
    vocabulary = frozenset({"зарецкогорского"})
    known = CheckContext(target_lang="ru", vocabulary=vocabulary)
    assert checker.check(document, RUSSIAN)
    assert not checker.check(document, known)


def test_hostile_text_breaks_nothing(checker: LingoTweakerChecker) -> None:
    document = units(*HOSTILE)
    assert_spans(checker.check(document, RUSSIAN), document)


def test_a_cancelled_check_asks_nothing(checker: LingoTweakerChecker) -> None:
    cancelled = CheckContext(target_lang="ru", cancelled=lambda: True)
    assert not checker.check(units("Это програма."), cancelled)


def workers() -> set[int]:
    """The processes in which engines of this test run live."""
    found = set()
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            line = (entry / "cmdline").read_bytes()
            parent = (entry / "stat").read_text().rpartition(")")[2].split()[1]
        except OSError:
            continue
        if b"lingotweaker_worker" in line and int(parent) == os.getpid():
            found.add(int(entry.name))
    return found


def test_an_engine_that_is_killed_is_one_notice(checker: LingoTweakerChecker) -> None:
    before = workers()
    lone = LingoTweakerChecker()
    engine = Engine([lone])
    document = units("Это превосходная програма.")
    assert engine.check(document, RUSSIAN, Scope.LATE).suggestions
    [own] = workers() - before
    os.kill(own, signal.SIGKILL)
    [failure] = engine.check(document, RUSSIAN, Scope.LATE).failures
    assert failure.line.endswith("left out: LingoTweaker has ended")
    assert not engine.check(document, RUSSIAN, Scope.LATE).failures
    lone.close()
    assert workers() == before


def test_importing_it_imports_no_engine() -> None:
    script = (
        "import sys, posteditor.checkers.lingotweaker; print('lt_py' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"
