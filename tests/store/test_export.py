"""A session as plain data, and the store that the settings ask for."""

from __future__ import annotations

import json
from pathlib import Path

from posteditor.config import Settings
from posteditor.revision import event_from_json
from posteditor.store.export import session_to_dict
from posteditor.store.protocol import Draft
from posteditor.store.registry import open_store
from posteditor.store.sqlite import SqliteStore
from tests.store.contract import event, record


def test_an_export_holds_the_whole_session(tmp_path: Path) -> None:
    store = SqliteStore.open(tmp_path / "sessions.db")
    store.create_session(record("s1", position=2))
    store.append("s1", event(1, target="\ud800 é"))
    store.save_draft("s1", Draft(segment=2, text="typing", at=30.0))
    exported = json.loads(json.dumps(session_to_dict(store, "s")))
    store.close()
    events = [event_from_json(json.dumps(one)) for one in exported.pop("events")]
    assert events == [event(1, target="\ud800 é")]
    assert exported == {
        "version": 1,
        "session": {
            "id": "s1",
            "path": "/home/editor/a.txt",
            "sha256": "0" * 64,
            "fingerprints": bytes(range(24)).hex(),
            "segments": 3,
            "target_lang": "en",
            "source_lang": "ru",
            "level": "full",
            "created": 10.0,
            "updated": 30.0,
            "position": 2,
            "carried_from": None,
            "editor": "",
        },
        "drafts": [{"segment": 2, "text": "typing", "at": 30.0}],
    }


def test_the_settings_say_where_the_store_is(tmp_path: Path) -> None:
    path = tmp_path / "state" / "mine.db"
    store = open_store(Settings(store=path))
    store.create_session(record())
    store.close()
    assert path.is_file()
    again = open_store(Settings(store=path))
    assert [found.id for found in again.sessions()] == ["s1"]
    again.close()
