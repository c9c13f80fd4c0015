"""What `posteditor score` was asked for, made into a request.

Rule: what is not known is named with the nearest that is.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Collection, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from posteditor.cli.options import settings_for
from posteditor.config import Settings
from posteditor.errors import InputError, UsageError
from posteditor.scoring.metrics import TOKENIZERS, Metric
from posteditor.scoring.reading import Layout, Named, named
from posteditor.scoring.request import Request
from posteditor.scoring.resampling import PairedTest
from posteditor.scoring.results import Trials

_SESSION = "session "


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The options that say what is scored, and how."""

    mt: str | None
    pe: str | None
    systems: Sequence[str]
    references: Sequence[str]
    session: str | None
    source: str | None
    docs: str | None
    metrics: Sequence[str]
    target_lang: str | None
    tokenizer: str | None
    test: str
    samples: int
    trials: int
    seed: int
    effort: bool


def request_of(wanted: Wanted, stack: ExitStack) -> Request:
    """The request. `stack` holds what a session was written to until it was scored.

    `UsageError` for names that are not known, `InputError` for a session without
    sentences.
    """
    systems = {name: named(file) for name, file in _systems(wanted).items()}
    references = [named(file) for file in wanted.references]
    target_lang = wanted.target_lang
    if wanted.session is not None:
        if wanted.mt is not None or wanted.pe is not None:
            raise UsageError("--session is --mt and --pe in one", hint="leave one out")
        texts, language = session_texts(wanted.session, settings_for(), stack)
        for name in texts.keys() & systems.keys():
            raise UsageError(f"--system {name}: the session has one of that name")
        systems = {**texts, **systems}
        target_lang = target_lang or language
    return Request(
        systems=systems,
        references=references,
        source=named(wanted.source) if wanted.source else None,
        documents=named(wanted.docs) if wanted.docs else None,
        metrics=[_metric(name) for name in wanted.metrics],
        target_lang=target_lang or "en",
        tokenizer=_tokenizer(wanted.tokenizer),
        effort=wanted.effort,
    )


def chances_of(wanted: Wanted) -> Trials:
    """How far chance is looked into."""
    chosen = {"both": tuple(PairedTest), "none": ()}
    test = wanted.test
    return Trials(
        samples=wanted.samples,
        tests=chosen[test] if test in chosen else (PairedTest(test),),
        ar_trials=wanted.trials,
        seed=wanted.seed,
    )


def session_of(text: Named) -> str | None:
    """The session whose text this was, as `session_texts` names it."""
    if text.text.startswith(_SESSION) and not Path(text.text).exists():
        return text.text.removeprefix(_SESSION)
    return None


def session_texts(
    id_: str, settings: Settings, stack: ExitStack
) -> tuple[dict[str, Named], str]:
    """MT and post-edit of the sentences that count, as JSON lines: they may hold line
    ends. Their language, too."""
    from posteditor.cli.work import stored
    from posteditor.reports.sentences import sentence

    with stored(id_, settings) as work:
        snapshot = work.session.snapshot()
        found = [sentence(one, snapshot) for one in snapshot.job.document.segments]
    lines = [json.dumps({"mt": s.mt, "pe": s.target}) for s in found if s.is_scored]
    if not lines:
        raise InputError(f"session {id_}: has no sentences to score")
    folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="posteditor-"))
    path = Path(folder) / "session.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="ascii")
    texts = {
        role: Named(
            text=f"{_SESSION}{id_}",
            file=str(path),
            column=role,
            layout=Layout.JSONL,
        )
        for role in ("mt", "pe")
    }
    return texts, snapshot.job.document.target_lang


def _systems(wanted: Wanted) -> dict[str, str]:
    usual = (("mt", wanted.mt), ("pe", wanted.pe))
    found = {name: file for name, file in usual if file is not None}
    for other in wanted.systems:
        name, equals, file = other.partition("=")
        if not (name and equals and file):
            raise UsageError(f"--system {other!r}: has no name", hint="write NAME=FILE")
        if name in found:
            raise UsageError(f"--system {name}: there are two of that name")
        found[name] = file
    return found


def _metric(name: str) -> Metric:
    known = {str(metric).lower().replace(" ", "-"): metric for metric in Metric}
    found = known.get(name.lower().replace(" ", "-").replace("_", "-"))
    if found is None:
        raise UsageError(f"unknown metric {name!r}", hint=_nearest(name, known))
    return found


def _tokenizer(name: str | None) -> str | None:
    if name is not None and name not in TOKENIZERS:
        hint = _nearest(name, TOKENIZERS)
        raise UsageError(f"unknown tokenizer {name!r}", hint=hint)
    return name


def _nearest(name: str, known: Collection[str]) -> str:
    near = get_close_matches(name.lower(), list(known), n=1, cutoff=0.5)
    return f"did you mean {near[0]}?" if near else f"known: {', '.join(known)}"
