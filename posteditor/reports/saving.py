"""Saving a session: the cleaned version, the report and the scores, all or none.

Rules: nothing is written before everything is made and proven; the input is never
written to, whatever it is called and wherever links lead.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from posteditor import __version__
from posteditor.errors import OutputError, UsageError
from posteditor.model import Document, Score
from posteditor.reports.content import ReportContent, gather
from posteditor.reports.files import write_all
from posteditor.reports.proof import prove_bytes, prove_text
from posteditor.reports.scores import write_scores
from posteditor.reports.scoring import score
from posteditor.reports.sentences import Sentence
from posteditor.scoring.schema import ScoredText
from posteditor.session.job import Snapshot
from posteditor.store.protocol import SessionRecord, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What a save wrote, as absolute paths, and what the report says."""

    edited: Path
    report: Path
    scores_file: Path
    scores: tuple[Score, ...]
    content: ReportContent

    @property
    def paths(self) -> tuple[Path, Path, Path]:
        return self.edited, self.report, self.scores_file

    def lines(self) -> list[str]:
        """The chief figures in one line, then the three paths."""
        return [headline(self.content), *map(str, self.paths)]


def save(
    snapshot: Snapshot,
    *,
    store: Store,
    output_dir: Path | None,
    now: datetime,
    force: bool = False,
    checkers: Mapping[str, str] | None = None,
) -> Saved:
    """Write NAME.edited.EXT, NAME.report.html and NAME.scores.json beside the input or
    in `output_dir`, which is made if missing; NAME is the input's without extension.

    `ProofError` where a diff or the cleaned version is not what it must be,
    `OutputConflictError` where an output was changed, or saved by a session whose
    decisions this one did not take over, and `force` is not given, `OutputError` where
    one cannot be written, `StoreError` where the store cannot remember it. Then no
    output is changed, unless the disk or the store fails while they are put in place:
    each is then either the old one or the new one.
    """
    from posteditor.reports.html import write_html

    document = snapshot.job.document
    edited, report, scores_file = _outputs(document.path, output_dir)
    made = make(snapshot, edited, now=now, checkers=checkers or {})
    content = made.content
    files = {
        edited: made.cleaned,
        report: write_html(content).encode("utf-8"),
        scores_file: write_scores(content, made.inputs),
    }
    write_all(files, owners=_owners(snapshot.record, store), store=store, force=force)
    return Saved(
        edited=edited,
        report=report,
        scores_file=scores_file,
        scores=content.scores,
        content=content,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What is to be saved: the content of the report, the bytes of the cleaned version,
    and what was scored."""

    content: ReportContent
    cleaned: bytes
    inputs: Mapping[str, ScoredText]


def make(
    snapshot: Snapshot, edited: Path, *, now: datetime, checkers: Mapping[str, str]
) -> Made:
    """Make everything and write nothing. `edited` is where the cleaned version will
    lie. `ProofError` as `save`."""
    content = gather(
        snapshot, now=now, version=__version__, checkers=checkers, score=score
    )
    cleaned = _cleaned(snapshot.job.document, content.sentences)
    reference = snapshot.job.reference_file
    inputs = _inputs(content, edited, cleaned, reference)
    return Made(content=content, cleaned=cleaned, inputs=inputs)


def _owners(record: SessionRecord, store: Store) -> list[str]:
    """The session, the one it began with, the one that began with, and so on, as far as
    the store knows them."""
    owners = [record.id]
    earlier = record.carried_from
    while earlier is not None and earlier not in owners:
        owners.append(earlier)
        try:
            found = store.session(earlier)
        except UsageError:
            break
        earlier = found.carried_from if found.id == earlier else None
    return owners


def headline(content: ReportContent) -> str:
    """The chief figures in one line."""
    counts = content.counts
    plural = "" if counts.sentences == 1 else "s"
    figures = [
        f"{counts.done} of {counts.sentences} sentence{plural} accepted, "
        f"{counts.touched} revised"
    ]
    if content.hter is not None:
        figures.append(f"HTER {content.hter.value:.1f}")
    return " · ".join(figures)


def _outputs(path: Path, output_dir: Path | None) -> tuple[Path, Path, Path]:
    folder = (path.parent if output_dir is None else output_dir).absolute()
    outputs = (
        folder / f"{path.stem}.edited{path.suffix}",
        folder / f"{path.stem}.report.html",
        folder / f"{path.stem}.scores.json",
    )
    for output in outputs:
        if _is_same(output, path):
            raise OutputError(
                f"{output}: is the input itself, which is never changed",
                hint="save elsewhere with --output-dir",
            )
    return outputs


def _is_same(output: Path, path: Path) -> bool:
    """Do both names lead to one file, through links of either kind?"""
    try:
        return output.samefile(path)
    except (OSError, ValueError):
        return False


def _cleaned(document: Document, sentences: Sequence[Sentence]) -> bytes:
    """The cleaned version, proven."""
    from posteditor.formats.writing import encode, render

    targets = {one.number - 1: one.target for one in sentences}
    omitted = frozenset(one.number - 1 for one in sentences if one.is_omitted)
    text = render(document, targets, omitted)
    prove_text(text, document, targets, omitted, render)
    data = encode(document, text)
    prove_bytes(data, text, document)
    return data


def _inputs(
    content: ReportContent,
    edited: Path,
    cleaned: bytes,
    reference_file: tuple[str, str] | None,
) -> dict[str, ScoredText]:
    scored = [one for one in content.sentences if one.is_scored]
    inputs = {
        "mt": ScoredText(
            path=content.path, sha256=content.sha256, segments=len(scored)
        ),
        "pe": ScoredText(
            path=str(edited),
            sha256=hashlib.sha256(cleaned).hexdigest(),
            segments=len(scored),
        ),
    }
    if reference_file:
        path, digest = reference_file
        count = sum(one.reference is not None for one in scored)
        inputs["ref"] = ScoredText(path=path, sha256=digest, segments=count)
    return inputs
