"""Taking back what was dismissed always, in every session that did so.

Rule: a session that remembers a dismissal gets an event that takes it out of the
revision, so that its history stays whole and the editor can undo that too.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace

from posteditor.revision import Event, EventKind, Revision
from posteditor.session.ledger import ALWAYS
from posteditor.store.protocol import Store


def take_back(store: Store, wide_key: str, *, now: float) -> None:
    """Forget a `wide_key` that is dismissed always. `SessionBusyError` where another
    process holds a session that dismissed it; then nothing is forgotten."""
    rememberers = store.rememberers().get(wide_key, frozenset())
    known = {record.id for record in store.sessions()}
    with ExitStack() as held:
        for session_id in sorted(rememberers & known):
            held.enter_context(store.hold(session_id))
        for session_id in sorted(rememberers & known):
            events = _events(store, session_id, wide_key, now)
            if events:
                store.append(session_id, *events, forget=[wide_key])
        store.forget(wide_key, rememberers)


def _events(store: Store, session_id: str, wide_key: str, now: float) -> list[Event]:
    """An event for each segment that holds the dismissal."""
    past = store.events(session_id)
    current: dict[int, Revision] = {event.segment: event.after for event in past}
    events: list[Event] = []
    for segment, revision in current.items():
        kept = tuple(
            record
            for record in revision.decisions
            if record.wide_key != wide_key or record.decision not in ALWAYS
        )
        if kept != revision.decisions:
            events.append(
                Event(
                    seq=len(past) + 1 + len(events),
                    kind=EventKind.TAKE_BACK,
                    segment=segment,
                    after=replace(revision, decisions=kept),
                    at=now,
                )
            )
    return events
