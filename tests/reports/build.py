"""A small job with one sentence of every fate, and files to hold reports against."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from posteditor.model import Decision, Document, Score, Segment, SegmentKind
from posteditor.reports.content import ReportContent, gather
from posteditor.reports.saving import Saved, save
from posteditor.reports.sentences import Sentence
from posteditor.scoring.effort import total_effort
from posteditor.scoring.results import Results
from posteditor.session.job import Job, Snapshot
from posteditor.session.session import Session
from posteditor.store.protocol import Store
from tests.session.build import Desk, findings, suggestion

GOLDEN = Path(__file__).parent / "golden"
NOW = datetime(2026, 3, 9, 8, 5, tzinfo=UTC)

TEXTS = (
    "Post sponsored by Lampwick.example",
    "Opening of the Harbour Forum",
    "The forum have begun in the city Orlhaven.",
    "We attach a great importance to fishing & trade.",
    "Ships come, and ships go.",
    "It is impossible not to note the the progress.",
    "The lighthouse burns.",
    "This sentence says nothing.",
    "Thank you for attention.",
)
REFERENCES = {
    1: "Opening of the Harbour Forum",
    2: "The forum has begun in Orlhaven.",
    3: "Fishing and trade matter greatly to us.",
    4: "Ships come and go.",
    5: "We note the progress made.",
    6: "The lighthouse is alight.",
    7: "",
    8: "Thank you for your attention.",
}


def job_document(desk: Desk) -> Document:
    document = desk.document(*TEXTS, name="forum.txt", furniture=[0])
    segments = list(document.segments)
    segments[0] = replace(segments[0], furniture="sponsor")
    segments[1] = replace(segments[1], kind=SegmentKind.HEADING)
    return replace(document, segments=tuple(segments))


def edit(session: Session) -> None:
    """One segment of every fate, with decisions and open suggestions."""
    found = [
        suggestion(session, 2, "have begun", "has begun", rule="agreement"),
        suggestion(session, 2, "the city Orlhaven", "the city of Orlhaven"),
        suggestion(session, 3, "a great importance", "great importance", "weight"),
        suggestion(session, 4, "Ships come, and"),
        suggestion(session, 5, "the the", "the", rule="doubled"),
        suggestion(session, 8, "attention", "your attention"),
    ]
    session.take(findings(session, *found))
    session.accept(1)
    session.apply(2, found[0])
    session.accept(2)
    session.revise(3, "We attach great importance to fishing and <trade>.")
    session.dismiss(4, found[3], Decision.DISMISSED_DOCUMENT)
    session.accept(4)
    session.mark_retranslate(5, True)
    session.comment(5, "What progress?\nAsk the author.")
    session.omit(7, True)
    left = [found[1], *found[3:]]
    moved = replace(left[0], start=left[0].start - 1, end=left[0].end - 1)
    session.take(findings(session, moved, *left[1:]))


def snapshot(desk: Desk) -> Snapshot:
    sources = {index: f"Источник {index}." for index in REFERENCES}
    job = Job(
        document=job_document(desk),
        sources=sources,
        references=REFERENCES,
        reference_file=("reference.txt", "c" * 64),
    )
    with desk.open(job) as session:
        edit(session)
        return session.snapshot()


def bare(desk: Desk, *texts: str, revised: dict[int, str] | None = None) -> Snapshot:
    """A session on these sentences, some of them revised and accepted."""
    with desk.open(desk.document(*texts)) as session:
        for index, text in (revised or {}).items():
            session.revise(index, text, accept=True)
        return session.snapshot()


def fixed_scores(sentences: Sequence[Sentence], target_lang: str) -> Results:
    """Scores that no library can change."""
    scores = tuple(
        Score(
            system=system,
            against=against,
            metric=metric,
            value=value,
            signature=f"case:{target_lang}",
            segments=len(sentences),
            interval=(value - 5, value + 5) if metric == "HTER" else None,
        )
        for system, against, metric, value in (
            ("pe", "mt", "HTER", 12.345),
            ("pe", "mt", "BLEU", 80.0),
            ("mt", "ref", "BLEU", 40.0),
            ("pe", "ref", "BLEU", 1 / 3),
        )
    )
    return Results(scores=scores, efforts={"pe": total_effort([("a b", "a c")])})


def content(snapshot: Snapshot) -> ReportContent:
    made = gather(
        snapshot,
        now=NOW,
        version="1.2.3",
        checkers={"rules": "1.2.3", "harper": "0.9"},
        score=fixed_scores,
    )
    return replace(made, path="/home/editor/forum.txt")


def save_now(
    snapshot: Snapshot,
    store: Store,
    output_dir: Path | None = None,
    *,
    force: bool = False,
) -> Saved:
    return save(snapshot, store=store, output_dir=output_dir, now=NOW, force=force)


def assert_golden(name: str, text: str) -> None:
    """`text` is what the golden file holds. POSTEDITOR_GOLDEN=write writes it anew."""
    path = GOLDEN / name
    if os.environ.get("POSTEDITOR_GOLDEN") == "write":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def one_segment(text: str) -> Segment:
    return Segment(index=0, start=0, end=len(text), text=text)
