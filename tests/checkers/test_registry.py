"""The registry: what is built, what is only described, and what is missing."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from posteditor.checkers import registry
from posteditor.checkers.protocol import CheckContext
from posteditor.checkers.registry import REGISTRY, build_engine, describe
from posteditor.config import Settings
from posteditor.errors import ConfigError
from tests.checkers.making import units


def settings(**fields: object) -> Settings:
    return Settings(store=Path("unused.db"), **fields)  # type: ignore[arg-type]


def test_the_embedded_checkers_are_built_for_english() -> None:
    engine = build_engine(settings(), "en", "ru")
    assert [checker.name for checker in engine.checkers] == list(REGISTRY)


def test_the_engine_of_the_embedded_checkers_finds_what_each_finds() -> None:
    engine = build_engine(settings(), "en", None)
    document = units(
        "The Northern Trade Organization (NTO) met the LRB in Portvale.",
        "The goverment has has adopted the plan.",
    )
    runs = engine.check_all(document, CheckContext())
    assert not [failure for findings in runs for failure in findings.failures]
    names = {
        suggestion.checker
        for findings in runs
        for found in findings.suggestions.values()
        for suggestion in found
    }
    assert names == set(REGISTRY)


def test_checkers_that_are_off_are_not_built() -> None:
    off = settings(checkers_off=frozenset({"harper", "rules"}))
    assert [c.name for c in build_engine(off, "en", None).checkers] == ["consistency"]
    works = {info.name: info.available for info in describe(off)}
    assert works == {"rules": False, "consistency": True, "harper": False}


def test_an_unknown_name_in_checkers_off_is_a_mistake() -> None:
    with pytest.raises(ConfigError, match="harpre"):
        build_engine(settings(checkers_off=frozenset({"harpre"})), "en", None)


def test_english_checkers_are_not_built_for_other_languages() -> None:
    names = {c.name for c in build_engine(settings(), "ja", None).checkers}
    assert not names & {"harper", "consistency"}


def test_a_missing_library_is_described_and_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    missing = replace(REGISTRY["harper"], library="no_such_library")
    monkeypatch.setitem(registry.REGISTRY, "harper", missing)
    engine = build_engine(settings(), "en", None)
    assert "harper" not in [checker.name for checker in engine.checkers]
    (info,) = [each for each in describe(settings()) if each.name == "harper"]
    assert not info.available
    assert info.version == ""
    assert "pip install harper-py" in info.note


def test_describing_imports_no_checker() -> None:
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from posteditor.checkers.registry import describe\n"
        "from posteditor.config import Settings\n"
        "infos = describe(Settings(store=Path('x')))\n"
        "assert all(info.version for info in infos), infos\n"
        "loaded = [m for m in sys.modules if m.startswith('posteditor.checkers.')]\n"
        "print('harper' in sys.modules, *sorted(loaded))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    loaded = done.stdout.split()
    assert loaded[0] == "False"
    for package in ("rules", "consistency", "harper"):
        assert f"posteditor.checkers.{package}" not in loaded
