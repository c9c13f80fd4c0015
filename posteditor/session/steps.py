"""The steps of a session as plain functions: folding events, making revisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from posteditor.errors import StoreError
from posteditor.model import Segment, State
from posteditor.revision import DecisionRecord, Event, History, Revision
from posteditor.store.protocol import SessionRecord


def with_text(
    revision: Revision, text: str, applied: tuple[DecisionRecord, ...], *, accept: bool
) -> Revision:
    """The revision with `text` as its target, and with `accept` reviewed."""
    return replace(
        revision,
        target=text,
        state=State.REVIEWED if accept else State.TRANSLATED,
        retranslate=revision.retranslate and not accept,
        decisions=revision.decisions + applied,
    )


def is_settled(revision: Revision) -> bool:
    """Is it accepted, and nothing to be translated anew?"""
    return revision.state is State.REVIEWED and not revision.retranslate


def fold(
    segments: Sequence[Segment], record: SessionRecord, events: list[Event]
) -> History:
    """The history of a session as it was stored. `StoreError` where an event cannot
    follow the one before."""
    history = History(segments=segments)
    for event in events:
        try:
            history.add(event)
        except ValueError as error:
            raise StoreError(
                f"session {record.id}, event {event.seq}: cannot be followed: {error}",
                hint=f"begin anew with: posteditor sessions delete {record.id}",
            ) from error
    return history
