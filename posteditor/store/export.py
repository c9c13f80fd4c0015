"""A session as plain data, for `posteditor sessions export` and for other programs."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from posteditor.revision import event_to_dict
from posteditor.store.protocol import SessionRecord, Store

EXPORT_VERSION = 1


def session_to_dict(store: Store, session_id: str) -> dict[str, Any]:
    """A session, its events by `seq` and its drafts, ready for `json.dumps`.

    `session_id` may be the beginning of an id. Fingerprints are in hexadecimal, 16
    digits a segment; times are seconds since the epoch, UTC.
    """
    record = store.session(session_id)
    return {
        "version": EXPORT_VERSION,
        "session": record_to_dict(record),
        "events": [event_to_dict(event) for event in store.events(record.id)],
        "drafts": [asdict(draft) for draft in store.drafts(record.id).values()],
    }


def record_to_dict(record: SessionRecord) -> dict[str, Any]:
    return {**asdict(record), "fingerprints": record.fingerprints.hex()}
