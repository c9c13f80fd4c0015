"""`posteditor rescore`: are the figures in a scores file still those of its texts?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from math import isclose
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from posteditor import __version__
from posteditor.cli.options import FILE, settings_for, store_option
from posteditor.cli.rescore_file import read_scores
from posteditor.cli.work import stored
from posteditor.errors import ExitCode, InputError
from posteditor.model import Score
from posteditor.sanitise import sanitise
from posteditor.scoring.schema import score_dict

if TYPE_CHECKING:
    from posteditor.scoring.reading import Named
    from posteditor.scoring.results import Trials

_REFERENCE = "ref"
_NOT_SYSTEMS = ("source", "docs")
# Figures are sums of whole numbers: what differs by more was made of others.
_SAME = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """What the same texts give now: `found` by role as (SHA-256, segments)."""

    found: Mapping[str, tuple[str, int]]
    scores: tuple[Score, ...]


@click.command()
@click.argument("file", type=FILE, metavar="SCORES.json")
@store_option
def rescore(*, file: Path, store: Path | None) -> int:
    """Score again what SCORES.json holds the scores of, and say what changed.

    SCORES.json is written by `posteditor score --format json` or with a saved session.
    Paths in it are looked for as they stand. Exit code 0: every figure is the same.
    1: something changed.
    """
    then = read_scores(file)
    made = then["made"]
    again = _session(then, store) if made.get("session") else _files(then, store)
    changes = [*_texts(then, again), *_figures(then, again.scores)]
    if made.get("posteditor") not in (None, __version__):
        click.echo(f"scored by posteditor {made['posteditor']}", err=True)
    for line in changes:
        click.echo(sanitise(line))
    if changes:
        return int(ExitCode.FINDINGS)
    click.echo(f"all {len(then['scores'])} scores are the same")
    return int(ExitCode.OK)


def _files(then: Mapping[str, Any], store: Path | None) -> Again:
    from posteditor.scoring.files import score_files
    from posteditor.scoring.request import Request, is_reference
    from posteditor.scoring.running import cores, pooled, serial
    from posteditor.scoring.shards import WORTH_PROCESSES

    made, inputs = then["made"], then["inputs"]
    large = max(text["segments"] for text in inputs.values()) > WORTH_PROCESSES
    runner = pooled(cores()) if large else serial
    with ExitStack() as stack:
        texts = _named(inputs, store, stack)
        request = Request(
            systems={
                role: text
                for role, text in texts.items()
                if role not in _NOT_SYSTEMS and not is_reference(role)
            },
            references=[text for role, text in texts.items() if is_reference(role)],
            metrics=_metrics(then),
            target_lang=made.get("target_lang") or "en",
            tokenizer=made.get("tokenizer"),
        )
        scored = score_files(request, _trials(made), runner)
    return Again(
        found={
            role: (text.sha256, text.segments)
            for role, text in scored.job.texts.items()
        },
        scores=scored.results.scores,
    )


def _named(
    inputs: Mapping[str, Any], store: Path | None, stack: ExitStack
) -> dict[str, Named]:
    """The texts under their names; those of a session are written out again."""
    from posteditor.cli.score_request import session_of, session_texts
    from posteditor.scoring.reading import named

    texts = {role: named(text["path"]) for role, text in inputs.items()}
    for role, text in texts.items():
        session = session_of(text)
        if session is not None and role in ("mt", "pe"):
            texts[role] = session_texts(session, settings_for(store), stack)[0][role]
        elif text.is_stdin or (text.path.exists() and not text.path.is_file()):
            raise InputError(
                f"{text.text}: cannot be read again", hint="score it from a file"
            )
    return texts


def _metrics(then: Mapping[str, Any]) -> list[Any]:
    from posteditor.scoring.metrics import Metric

    names = dict.fromkeys(score["metric"] for score in then["scores"])
    try:
        return [Metric(name) for name in names]
    except ValueError as error:
        raise InputError(f"the scores name an unknown metric: {error}") from error


def _trials(made: Mapping[str, Any]) -> Trials:
    from posteditor.scoring.resampling import PairedTest
    from posteditor.scoring.results import Trials

    usual = Trials()
    return Trials(
        samples=made.get("samples", usual.samples),
        tests=tuple(map(PairedTest, made.get("tests", usual.tests))),
        ar_trials=made.get("trials", usual.ar_trials),
        seed=made.get("seed", usual.seed),
    )


def _session(then: Mapping[str, Any], store: Path | None) -> Again:
    """The session as it stands now, on the file it was begun on."""
    from posteditor.reports.saving import make

    inputs = then["inputs"]
    reference = inputs.get(_REFERENCE, {}).get("path")
    if "pe" not in inputs:
        raise InputError("the scores of a session name no revision")
    edited = Path(inputs["pe"]["path"])
    with stored(
        then["made"]["session"],
        settings_for(store),
        reference=Path(reference) if reference else None,
    ) as work:
        now = datetime.now().astimezone()
        made = make(work.session.snapshot(), edited, now=now, checkers={})
    return Again(
        found={role: (one.sha256, one.segments) for role, one in made.inputs.items()},
        scores=made.content.scores,
    )


def _texts(then: Mapping[str, Any], again: Again) -> Iterator[str]:
    for role, text in then["inputs"].items():
        digest, segments = again.found.get(role, ("", 0))
        path = text["path"]
        if text["segments"] != segments:
            yield f"{path}: {text['segments']} segments then, {segments} now"
        if text["sha256"] != digest:
            yield f"{path}: another text: SHA-256 {text['sha256'][:12]} then, " + (
                f"{digest[:12]} now" if digest else "gone now"
            )


def _figures(then: Mapping[str, Any], scores: Iterable[Score]) -> Iterator[str]:
    now = {_key(score): score for score in map(score_dict, scores)}
    for score in then["scores"]:
        what = "{2} of {0} against {1}, {3}".format(*_key(score))
        found = now.get(_key(score))
        if found is None:
            yield f"{what}: cannot be scored now"
            continue
        if not _same(score["value"], found["value"]):
            yield f"{what}: {score['value']:.4f} then, {found['value']:.4f} now"
        if score["signature"] != found["signature"]:
            yield f"{what}: made as {score['signature']} then, {found['signature']} now"
        if not _same_interval(score.get("ci"), found["ci"]):
            yield f"{what}: interval {score.get('ci')} then, {found['ci']} now"


def _key(score: Mapping[str, Any]) -> tuple[str, str, str, str]:
    return score["system"], score["against"], score["metric"], score["of"]


def _same(one: float, other: float) -> bool:
    return isclose(one, other, rel_tol=_SAME, abs_tol=_SAME)


def _same_interval(one: list[float] | None, other: list[float] | None) -> bool:
    if not one or not other:
        return one == other
    return all(_same(*pair) for pair in zip(one, other, strict=True))
