"""`posteditor edit`: what it knows of its checkers while they load."""

from __future__ import annotations

from pathlib import Path

from posteditor.cli.edit import Checking
from posteditor.config import Settings
from tests.session.build import document


def test_the_checkers_are_known_when_they_are_loaded() -> None:
    off = frozenset({"harper"})
    settings = Settings(store=Path("unused.db"), checkers_off=off)
    checking = Checking(settings, document(Path("a.txt")))
    assert checking.versions() == {}
    engine = checking.load()
    assert checking.versions() == engine.versions("en")
    assert checking.versions().keys() == {"rules", "consistency"}
