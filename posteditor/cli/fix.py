"""`posteditor fix`: apply what is safe and save, without an editor at the screen."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from posteditor.checkers.engine import Engine
from posteditor.checkers.findings import Failure
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
from posteditor.cli.work import opened, tell_opening
from posteditor.reports.saving import Saved
from posteditor.sanitise import sanitise
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
    force: bool,
    output_format: str,
    **texts: Any,
) -> None:
    """Apply the suggestions marked safe to FILE and write the three outputs.

    Works in the session of FILE: what an editor has accepted stays as it is, and what
    was applied here can be undone in the editor.
    """
    settings = settings_for(store)
    job = read_job(file, settings, **texts)
    engine = build_engine(settings, job.document.target_lang, job.document.source_lang)
    with opened(
        job, settings, choose=lambda opening: Choice.CARRY, output_dir=output_dir
    ) as work:
        tell_opening(work.opening)
        session = work.session
        texts_read = (unit.text for unit in session.units())
        session.vocabulary = collect(texts_read, settings.dictionary)
        report_failures(check_all(session, engine))
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


def check_all(session: Session, engine: Engine) -> list[Failure]:
    """Check the MT output and every target of a session with every checker."""
    units = [session.units(mt=True)]
    if any(map(session.is_revised, session.touched())):
        units.append(session.units())
    failures: list[Failure] = []
    for read in units:
        for findings in engine.check_all(read, session.context()):
            session.take(findings)
            failures.extend(findings.failures)
    return failures


def apply_safe(session: Session, engine: Engine) -> int:
    """Apply safe suggestions wherever the editor has not yet decided; how many."""
    applied = 0
    for _ in range(MAX_ROUNDS):
        still_open = filter(session.is_open, range(len(session.segments)))
        counts = [_apply_in(session, index) for index in still_open]
        if not any(counts):
            break
        applied += sum(counts)
        check_all(session, engine)
    return applied


def _apply_in(session: Session, index: int) -> int:
    """Apply the safe suggestions of one segment, first to last."""
    applied = 0
    for _ in session.suggestions(index):
        safe = (s for s in session.suggestions(index) if s.safe and s.replacements)
        suggestion = next(safe, None)
        if suggestion is None or not session.apply(index, suggestion):
            break
        applied += 1
    return applied


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
        "scores": [asdict(score) for score in saved.scores],
    }
    return {"version": 1, "documents": [document]}
