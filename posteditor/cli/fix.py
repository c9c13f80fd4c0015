"""`posteditor fix`: apply what is safe and save, without an editor at the screen."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from posteditor.checkers.engine import Engine
from posteditor.checkers.protocol import Scope, Unit
from posteditor.checkers.registry import build_engine
from posteditor.checkers.vocabulary import collect
from posteditor.cli.options import (
    FILE,
    format_option,
    job_options,
    read_job,
    settings_for,
)
from posteditor.cli.output import print_json, report_failures
from posteditor.cli.switches import Switched
from posteditor.cli.work import opened, tell_opening
from posteditor.model import Suggestion
from posteditor.reports.saving import Saved
from posteditor.sanitise import sanitise
from posteditor.scoring.schema import score_dict
from posteditor.session.opening import Choice
from posteditor.session.session import Session

# A fix can make another one possible, as in "the the the".
MAX_ROUNDS = 3


@click.command()
@click.argument("file", type=FILE, metavar="FILE")
@job_options
@click.option("--force", is_flag=True, help="Overwrite outputs that others changed.")
@format_option
def fix(
    *,
    file: Path,
    output_dir: Path | None,
    store: Path | None,
    languagetool: str | None,
    switches: Switched,
    force: bool,
    output_format: str,
    **texts: Any,
) -> None:
    """Apply the suggestions marked safe to FILE and write the three outputs.

    Works in the session of FILE: what an editor has accepted stays as it is, and what
    was applied here can be undone in the editor.
    """
    settings = settings_for(store, languagetool=languagetool, switches=switches)
    job = read_job(file, settings, **texts)
    engine = build_engine(settings, job.document.target_lang, job.document.source_lang)
    with opened(
        job, settings, choose=lambda opening: Choice.CARRY, output_dir=output_dir
    ) as work:
        tell_opening(work.opening)
        session = work.session
        texts_read = (unit.text for unit in session.units())
        session.vocabulary = collect(texts_read, settings.dictionary)
        check_all(session, engine)
        applied = apply_safe(session, engine)
        saved = work.save(
            session.snapshot(),
            force=force,
            checkers=engine.versions(job.document.target_lang),
        )
        if output_format == "json":
            print_json(_payload(session, applied, saved))
            return
        _tell(applied, saved)


def check_all(session: Session, engine: Engine) -> None:
    """Check the MT output of a session, and the targets that differ from it."""
    for scope in Scope:
        _check(session, engine, scope, session.units(mt=True))
    revised = sorted(filter(session.is_revised, session.touched()))
    if revised:
        _check(session, engine, Scope.SEGMENT, map(session.unit, revised))
        _check(session, engine, Scope.DOCUMENT, session.units())


def apply_safe(session: Session, engine: Engine) -> int:
    """Apply safe suggestions wherever the editor has not yet decided; how many."""
    applied = 0
    segments: Iterable[int] = range(len(session.segments))
    for _ in range(MAX_ROUNDS):
        safe = {i: _safe(session, i) for i in segments if session.is_open(i)}
        changed = session.apply_all(safe)
        if not changed:
            break
        applied += sum(changed.values())
        segments = sorted(changed)
        _check(session, engine, Scope.SEGMENT, map(session.unit, segments))
    if applied:
        _check(session, engine, Scope.DOCUMENT, session.units())
    return applied


def _check(
    session: Session, engine: Engine, scope: Scope, units: Iterable[Unit]
) -> None:
    """One run; a checker that fails is named."""
    findings = engine.check(list(units), session.context(), scope)
    session.take(findings)
    report_failures(findings.failures)


def _safe(session: Session, index: int) -> list[Suggestion]:
    return [s for s in session.suggestions(index) if s.safe and s.replacements]


def _tell(applied: int, saved: Saved) -> None:
    noun = "suggestion" if applied == 1 else "suggestions"
    click.echo(f"{applied} safe {noun} applied")
    for line in saved.lines():
        click.echo(sanitise(line))


def _payload(session: Session, applied: int, saved: Saved) -> dict[str, Any]:
    outputs = zip(("edited", "report", "scores"), saved.paths, strict=True)
    document = {
        "path": str(session.job.document.path),
        "session": session.record.id,
        "applied": applied,
        "open_suggestions": session.open_suggestions,
        "outputs": {name: str(path) for name, path in outputs},
        "scores": [score_dict(score) for score in saved.scores],
    }
    return {"version": 1, "documents": [document]}
