"""What a session works on, and what it looks like from outside at one moment."""

from __future__ import annotations

from dataclasses import dataclass

from posteditor.model import Document, Level, Suggestion
from posteditor.revision import Revision
from posteditor.store.protocol import SessionRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is to be edited: a document, its parallel texts, and how far to go.

    `sources` and `references` map the index of a segment to its text;
    `reference_file` is where the references came from, as a path and the SHA-256 of
    its bytes.
    """

    document: Document
    sources: dict[int, str] | None = None
    references: dict[int, str] | None = None
    reference_file: tuple[str, str] | None = None
    level: Level = Level.FULL


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the editor is. Furniture and omitted segments do not count."""

    done: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A session at one moment, for workers and reports.

    `revisions` has one entry a segment. `before` are the suggestions on the MT output,
    `after` those still open on the current targets; segments not yet checked are
    missing from both.
    """

    job: Job
    record: SessionRecord
    revisions: tuple[Revision, ...]
    before: dict[int, tuple[Suggestion, ...]]
    after: dict[int, tuple[Suggestion, ...]]
    events: int
