"""`posteditor rescore`: are the figures in a scores file still those of its texts?"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from math import isclose
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from posteditor import __version__
from posteditor.cli.options import FILE, settings_for, store_option
from posteditor.cli.work import stored
from posteditor.errors import ExitCode, InputError
from posteditor.model import Score
from posteditor.sanitise import sanitise
from posteditor.scoring.schema import VERSION, score_dict

if TYPE_CHECKING:
    from posteditor.scoring.results import Trials

_REFERENCE = "ref"
_NOT_SYSTEMS = ("source", "docs")
# Figures are sums of whole numbers: what differs by more was made of others.
_SAME = 1e-9
# Fewer segments are scored before other processes have begun.
_WORTH_PROCESSES = 2_000


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
    then = _read(file)
    made = then.get("made") or {}
    again = _session(then, store) if made.get("session") else _files(then)
    changes = [*_texts(then, again), *_figures(then, again.scores)]
    if made.get("posteditor") not in (None, __version__):
        click.echo(f"scored by posteditor {made['posteditor']}", err=True)
    for line in changes:
        click.echo(sanitise(line))
    if changes:
        return int(ExitCode.FINDINGS)
    click.echo(f"all {len(then['scores'])} scores are the same")
    return int(ExitCode.OK)


def _read(file: Path) -> dict[str, Any]:
    try:
        then = json.loads(file.read_bytes())
        known = then["version"]
        _ = [text["path"] for text in then["inputs"].values()]
        _ = [(s["system"], s["against"], s["metric"], s["of"]) for s in then["scores"]]
    except OSError as error:
        raise InputError(f"{file}: {error.strerror or error}") from error
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError) as error:
        raise InputError(
            f"{file}: is no scores file of posteditor",
            hint="one comes from: posteditor score --format json",
        ) from error
    if known != VERSION:
        raise InputError(f"{file}: is of version {known}, not {VERSION}")
    return dict(then)


def _files(then: Mapping[str, Any]) -> Again:
    from posteditor.scoring.files import score_files
    from posteditor.scoring.reading import named
    from posteditor.scoring.request import Request
    from posteditor.scoring.running import cores, pooled, serial

    made, inputs = then.get("made") or {}, then["inputs"]
    texts = {role: named(text["path"]) for role, text in inputs.items()}
    request = Request(
        systems={
            role: text
            for role, text in texts.items()
            if role not in _NOT_SYSTEMS and not _is_reference(role)
        },
        references=[text for role, text in texts.items() if _is_reference(role)],
        metrics=_metrics(then),
        target_lang=made.get("target_lang") or "en",
        tokenizer=made.get("tokenizer"),
    )
    large = max(text["segments"] for text in inputs.values()) > _WORTH_PROCESSES
    runner = pooled(cores()) if large else serial
    scored = score_files(request, _trials(made), runner)
    return Again(
        found={
            role: (text.sha256, text.segments)
            for role, text in scored.job.texts.items()
        },
        scores=scored.results.scores,
    )


def _is_reference(role: str) -> bool:
    return role == _REFERENCE or role.removeprefix(_REFERENCE).isdecimal()


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
