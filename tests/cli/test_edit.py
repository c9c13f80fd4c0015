"""`posteditor edit`: what it knows of its checkers while they load, what it says of the
file, and that it writes nothing where it only reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from posteditor.cli.edit import Checking, notice
from posteditor.cli.work import opened
from posteditor.config import Settings
from posteditor.errors import ReadOnlyError
from posteditor.session.job import Job
from posteditor.session.opening import Choice, Opening
from tests.session.build import TEXTS, document


def test_the_checkers_are_known_when_they_are_loaded() -> None:
    off = frozenset({"harper"})
    settings = Settings(store=Path("unused.db"), checkers_off=off)
    checking = Checking(settings, document(Path("a.txt")))
    assert checking.versions() == {}
    engine = checking.load()
    assert checking.versions() == engine.versions("en")
    assert checking.versions().keys() == {"rules", "consistency", "guards"}


def carry(opening: Opening) -> Choice:
    return Choice.CARRY


def said(settings: Settings, job: Job, *, read_only: bool = False) -> str:
    """The editor's first note on this job."""
    with opened(
        job, settings, choose=carry, output_dir=None, read_only=read_only
    ) as work:
        return notice(work.opening, read_only=read_only)


def test_a_file_that_is_not_as_or_where_it_was_is_spoken_of(tmp_path: Path) -> None:
    settings = Settings(store=tmp_path / "sessions.db")
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    with opened(
        Job(document=document(old)), settings, choose=carry, output_dir=None
    ) as work:
        work.session.accept(0)
    assert said(settings, Job(document=document(old))) == ""
    assert said(settings, Job(document=document(old)), read_only=True) == ""
    changed = Job(document=document(old, TEXTS[:2]))
    assert "that work is not shown" in said(settings, changed, read_only=True)
    assert said(settings, changed) == ""
    moved = said(settings, Job(document=document(new)))
    assert moved == f"Resuming the session of {old}"


def test_a_session_opened_for_reading_is_not_saved(tmp_path: Path) -> None:
    settings = Settings(store=tmp_path / "sessions.db")
    job = Job(document=document(tmp_path / "a.txt"))
    with opened(
        job, settings, choose=carry, output_dir=tmp_path / "out", read_only=True
    ) as work:
        with pytest.raises(ReadOnlyError):
            work.save(work.session.snapshot(), force=True, checkers={})
        assert work.store.sessions() == []
    assert not (tmp_path / "out").exists()
