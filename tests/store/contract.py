"""What every store must do. A test class inherits `StoreContract` and says how one is
opened: twice on the same place gives two stores over the same sessions."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from posteditor.errors import SessionBusyError, StoreError, UsageError
from posteditor.model import Decision, State
from posteditor.revision import DecisionRecord, Event, EventKind, Revision
from posteditor.store.protocol import Draft, SessionRecord, Store

ODD_TEXTS = (
    "",
    "plain",
    "NUL \x00 inside",
    "escape \x1b[31m and [/] [red]",
    "lone \ud800 surrogate, and two: \ud83d\ude00",
    "e\u0301 combining, \u202e right to left, \u2028 separator",
    "x" * 300_000,
)

Opener = Callable[[], Store]


def record(session_id: str = "s1", **changes: object) -> SessionRecord:
    values: dict[str, object] = {
        "id": session_id,
        "path": "/home/editor/a.txt",
        "sha256": "0" * 64,
        "fingerprints": bytes(range(24)),
        "segments": 3,
        "target_lang": "en",
        "source_lang": "ru",
        "level": "full",
        "created": 10.0,
        "updated": 10.0,
        "position": 0,
    }
    return SessionRecord(**{**values, **changes})  # type: ignore[arg-type]


def event(seq: int, *, segment: int = 0, at: float = 20.0, target: str = "t") -> Event:
    return Event(
        seq=seq,
        kind=EventKind.REVISE,
        segment=segment,
        after=Revision(target=f"{target}{seq}"),
        at=at,
    )


def decided(key: str, decision: Decision = Decision.DISMISSED_ALWAYS) -> DecisionRecord:
    return DecisionRecord(
        decision=decision, rule="r", text="w", message="m", here_key="h", wide_key=key
    )


texts = st.text(st.characters(), max_size=30)
revisions = st.builds(
    Revision,
    target=texts,
    state=st.sampled_from(State),
    retranslate=st.booleans(),
    omitted=st.booleans(),
    comment=texts,
    decisions=st.lists(
        st.builds(
            DecisionRecord,
            decision=st.sampled_from(Decision),
            rule=texts,
            text=texts,
            message=texts,
            here_key=texts,
            wide_key=texts,
            checker=texts,
            label=texts,
            category=texts,
            replacement=st.none() | texts,
        ),
        max_size=3,
    ).map(tuple),
)


class StoreContract:
    @pytest.fixture
    def opener(self, tmp_path: Path) -> Iterator[Opener]:
        opened: list[Store] = []

        def open_one() -> Store:
            store = self.open_store(tmp_path)
            opened.append(store)
            return store

        yield open_one
        for store in opened:
            store.close()

    @pytest.fixture
    def store(self, opener: Opener) -> Store:
        store = opener()
        store.create_session(record())
        return store

    def open_store(self, folder: Path) -> Store:
        raise NotImplementedError

    # -- sessions -----------------------------------------------------------------

    def test_a_new_store_is_empty(self, opener: Opener) -> None:
        store = opener()
        assert store.sessions() == []
        assert store.latest_session("/home/editor/a.txt") is None
        assert store.sessions_of_content("0" * 64) == []
        assert store.dismissals() == frozenset()
        assert store.saved_hash("/home/editor/a.txt") is None
        assert store.events("s1") == []
        assert store.drafts("s1") == {}

    def test_a_session_comes_back_as_it_was(self, store: Store, opener: Opener) -> None:
        assert store.session("s1") == record()
        assert opener().session("s1") == record()

    def test_a_session_may_outlive_the_one_it_began_with(self, store: Store) -> None:
        heir = record("s2", carried_from="s1", editor="Ann \ud800")
        store.create_session(heir)
        store.delete_session("s1")
        assert store.session("s2") == heir

    def test_sessions_come_last_updated_first(self, store: Store) -> None:
        store.create_session(record("s2", updated=30.0))
        store.create_session(record("s3", updated=15.0))
        assert [found.id for found in store.sessions()] == ["s2", "s3", "s1"]
        store.append("s1", event(1, at=40.0))
        assert [found.id for found in store.sessions()] == ["s1", "s2", "s3"]

    def test_a_session_is_found_by_the_beginning_of_its_id(self, store: Store) -> None:
        store.create_session(record("t1"))
        assert store.session("s").id == "s1"
        store.create_session(record("s12"))
        assert store.session("s1").id == "s1"
        with pytest.raises(UsageError, match=r"more than one.*s12"):
            store.session("s")
        for unknown in ("x", "%", "s_", ""):
            with pytest.raises(UsageError):
                store.session(unknown)

    def test_the_latest_session_of_a_path(self, store: Store) -> None:
        store.create_session(record("s2", path="/home/editor/b.txt", updated=50.0))
        store.create_session(record("s3", updated=11.0))
        found = store.latest_session("/home/editor/a.txt")
        assert found is not None
        assert found.id == "s3"

    def test_sessions_by_their_content(self, store: Store) -> None:
        store.create_session(record("s2", path="/home/editor/b.txt", updated=50.0))
        store.create_session(record("s3", sha256="1" * 64))
        found = store.sessions_of_content("0" * 64)
        assert [one.id for one in found] == ["s2", "s1"]

    def test_a_session_begins_with_what_it_takes_over(self, store: Store) -> None:
        draft = Draft(segment=2, text="typing", at=9.0)
        store.create_session(
            record("s2"),
            events=[event(1), event(2)],
            remember=["k"],
            drafts=[draft],
        )
        assert store.events("s2") == [event(1), event(2)]
        assert store.dismissals(except_session="s1") == {"k"}
        assert store.drafts("s2") == {2: draft}

    def test_a_session_begins_whole_or_not_at_all(self, store: Store) -> None:
        with pytest.raises(StoreError):
            store.create_session(
                record("s2"), events=[event(1), event(1)], remember=["k"]
            )
        assert [found.id for found in store.sessions()] == ["s1"]
        assert store.events("s2") == []
        assert store.dismissals() == frozenset()

    def test_an_id_is_used_once(self, store: Store) -> None:
        with pytest.raises(StoreError):
            store.create_session(record("s1", path="/home/editor/b.txt"))
        assert store.session("s1").path == "/home/editor/a.txt"

    @pytest.mark.parametrize("bad", ["", "../up", "a/b", "a\x00", "x" * 300])
    def test_an_id_that_cannot_name_a_file_is_refused(
        self, store: Store, bad: str
    ) -> None:
        with pytest.raises(StoreError):
            store.create_session(record(bad))
        with pytest.raises(StoreError), store.hold(bad):
            pass

    def test_a_session_can_be_updated(self, store: Store) -> None:
        store.save_position("s1", 2)
        changed = record(
            path="/home/editor/new.txt",
            level="light",
            target_lang="de",
            source_lang=None,
        )
        store.update_session(replace(changed, updated=60.0))
        assert store.session("s1") == replace(changed, updated=60.0, position=2)
        with pytest.raises(StoreError):
            store.update_session(record("gone"))

    def test_a_deleted_session_is_gone_and_its_dismissals_stay(
        self, store: Store
    ) -> None:
        store.append("s1", event(1), remember=["k"])
        store.save_draft("s1", Draft(segment=1, text="x", at=1.0))
        store.delete_session("s1")
        assert store.sessions() == []
        assert store.events("s1") == []
        assert store.drafts("s1") == {}
        assert store.dismissals() == {"k"}
        with pytest.raises(StoreError):
            store.delete_session("s1")

    # -- events -------------------------------------------------------------------

    def test_events_come_back_in_order(self, store: Store, opener: Opener) -> None:
        written = [event(seq, segment=seq % 3) for seq in range(1, 30)]
        for one in written:
            store.append("s1", one)
        assert store.events("s1") == written
        assert opener().events("s1") == written

    def test_an_event_and_its_time_update_the_session(self, store: Store) -> None:
        store.append("s1", event(1, at=77.5))
        assert store.session("s1").updated == 77.5

    def test_a_seq_is_used_once(self, store: Store, opener: Opener) -> None:
        store.append("s1", event(1))
        other = opener()
        with pytest.raises(StoreError):
            other.append("s1", event(1, target="other"), remember=["k"])
        assert store.events("s1") == [event(1)]
        assert store.dismissals() == frozenset()

    def test_events_that_belong_together_are_stored_together(
        self, store: Store, opener: Opener
    ) -> None:
        store.save_draft("s1", Draft(segment=1, text="a", at=1.0))
        store.save_draft("s1", Draft(segment=2, text="b", at=1.0))
        both = event(1, segment=1, at=30.0), event(2, segment=2, at=31.0)
        store.append("s1", *both)
        assert opener().events("s1") == list(both)
        assert store.session("s1").updated == 31.0
        assert store.drafts("s1") == {}

    def test_of_events_that_belong_together_all_are_stored_or_none(
        self, store: Store
    ) -> None:
        draft = Draft(segment=0, text="a", at=1.0)
        store.append("s1", event(1))
        store.save_draft("s1", draft)
        with pytest.raises(StoreError):
            store.append("s1", event(2), event(1), remember=["k"])
        assert store.events("s1") == [event(1)]
        assert store.drafts("s1") == {0: draft}
        assert store.dismissals() == frozenset()

    def test_an_event_of_no_session_is_refused(self, store: Store) -> None:
        with pytest.raises(StoreError):
            store.append("gone", event(1))
        with pytest.raises(StoreError):
            store.save_draft("gone", Draft(segment=0, text="", at=0.0))
        with pytest.raises(StoreError):
            store.save_position("gone", 1)

    @given(after=revisions)
    @settings(
        max_examples=60,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    def test_any_revision_comes_back(self, store: Store, after: Revision) -> None:
        seq = len(store.events("s1")) + 1
        written = Event(seq=seq, kind=EventKind.CARRY, segment=0, after=after, at=0.1)
        store.append("s1", written)
        assert store.events("s1")[-1] == written

    @pytest.mark.parametrize("text", ODD_TEXTS)
    def test_odd_texts_come_back(self, store: Store, text: str) -> None:
        store.create_session(record("s2", path=f"/home/editor/{text}"))
        store.append("s2", event(1, target=text), remember=[text])
        store.save_draft("s2", Draft(segment=1, text=text, at=1.0))
        store.remember_saved(f"/out/{text}", "a" * 64)
        assert store.events("s2") == [event(1, target=text)]
        assert store.drafts("s2")[1].text == text
        assert store.dismissals() == {text}
        assert store.saved_hash(f"/out/{text}") == "a" * 64
        found = store.latest_session(f"/home/editor/{text}")
        assert found is not None
        assert found.id == "s2"

    # -- drafts, position, dismissals, saved files --------------------------------

    def test_a_draft_replaces_the_last_one(self, store: Store, opener: Opener) -> None:
        store.save_draft("s1", Draft(segment=1, text="a", at=21.0))
        last = Draft(segment=1, text="ab", at=22.0)
        store.save_draft("s1", last)
        assert opener().drafts("s1") == {1: last}
        assert store.session("s1").updated == 22.0

    def test_an_event_drops_the_draft_of_its_segment_only(self, store: Store) -> None:
        kept = Draft(segment=2, text="kept", at=1.0)
        store.save_draft("s1", Draft(segment=1, text="a", at=1.0))
        store.save_draft("s1", kept)
        store.append("s1", event(1, segment=1))
        assert store.drafts("s1") == {2: kept}

    def test_a_draft_can_be_dropped(self, store: Store) -> None:
        store.save_draft("s1", Draft(segment=1, text="a", at=1.0))
        store.drop_draft("s1", 1)
        store.drop_draft("s1", 1)
        assert store.drafts("s1") == {}

    def test_the_position_is_remembered(self, store: Store, opener: Opener) -> None:
        store.save_position("s1", 2)
        assert opener().session("s1").position == 2

    def test_a_dismissal_lasts_until_each_session_has_forgotten_it(
        self, store: Store
    ) -> None:
        store.create_session(record("s2"))
        store.append("s1", event(1), remember=["k", "l"])
        store.append("s2", event(1), remember=["k"])
        assert store.dismissals() == {"k", "l"}
        assert store.dismissals(except_session="s1") == {"k"}
        store.append("s1", event(2), forget=["k", "never"])
        assert store.dismissals() == {"k", "l"}
        store.append("s2", event(2), forget=["k"])
        assert store.dismissals() == {"l"}

    def test_the_hash_of_a_saved_file_is_the_last_one(self, store: Store) -> None:
        store.remember_saved("/out/a.txt", "a" * 64)
        store.remember_saved("/out/a.txt", "b" * 64)
        assert store.saved_hash("/out/a.txt") == "b" * 64

    # -- holding ------------------------------------------------------------------

    def test_a_session_is_held_once(self, store: Store, opener: Opener) -> None:
        other = opener()
        with store.hold("s1"):
            named = pytest.raises(SessionBusyError, match=r"s1 .*process \d+")
            with named, other.hold("s1"):
                pass
            with pytest.raises(SessionBusyError), store.hold("s1"):
                pass
            with pytest.raises(SessionBusyError):
                other.delete_session("s1")
        with other.hold("s1"):
            pass
        assert store.session("s1").id == "s1"

    def test_two_sessions_are_held_at_once(self, store: Store, opener: Opener) -> None:
        with store.hold("s1"), opener().hold("s2"):
            pass

    def test_a_session_can_be_held_before_it_is_created(self, store: Store) -> None:
        with store.hold("s9"):
            store.create_session(record("s9"))
        store.delete_session("s9")
        with store.hold("s9"):
            pass

    # -- threads and several users ------------------------------------------------

    def test_threads_share_a_store(self, store: Store) -> None:
        def type_drafts() -> None:
            for number in range(40):
                store.save_draft("s1", Draft(segment=2, text=f"{number}", at=1.0))

        thread = threading.Thread(target=type_drafts)
        thread.start()
        for seq in range(1, 41):
            store.append("s1", event(seq))
        thread.join()
        assert len(store.events("s1")) == 40
        assert store.drafts("s1")[2].text == "39"

    def test_a_thread_waits_for_the_transaction_of_another(self, store: Store) -> None:
        """The second writes while the first is half-way through, and fails."""
        draft = Draft(segment=1, text="kept", at=1.0)
        thread = threading.Thread(target=store.save_draft, args=("s1", draft))

        def half_way() -> Iterator[Draft]:
            yield Draft(segment=0, text="", at=1.0)
            thread.start()
            thread.join(timeout=0.1)
            raise StoreError("half-way")

        with pytest.raises(StoreError, match="half-way"):
            store.create_session(record("s2"), drafts=half_way())
        thread.join()
        assert store.drafts("s1") == {1: draft}
        assert [found.id for found in store.sessions()] == ["s1"]

    def test_two_stores_write_at_once(self, store: Store, opener: Opener) -> None:
        store.create_session(record("s2"))
        other = opener()

        def work(one: Store, session_id: str) -> None:
            for seq in range(1, 26):
                one.append(session_id, event(seq))

        threads = [
            threading.Thread(target=work, args=pair)
            for pair in ((store, "s1"), (other, "s2"))
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [len(store.events(name)) for name in ("s1", "s2")] == [25, 25]

    def test_a_closed_store_says_so(self, opener: Opener) -> None:
        store = opener()
        store.close()
        store.close()
        with pytest.raises(StoreError):
            store.sessions()
