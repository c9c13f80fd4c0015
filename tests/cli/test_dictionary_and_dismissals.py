"""What a user vouches for and never wants to see again, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

from posteditor.store.protocol import SessionRecord
from posteditor.store.sqlite import SqliteStore
from tests.cli.conftest import Run

TYPO = "We met the goverment.\n"


def test_a_word_of_the_dictionary_is_no_longer_flagged(
    posteditor: Run, tmp_path: Path, home: Path
) -> None:
    file = tmp_path / "typo.txt"
    file.write_text(TYPO, encoding="utf-8")
    assert posteditor("check", file).code == 1
    assert "1 new" in posteditor("dictionary", "add", "goverment").err
    assert (home / "config" / "posteditor" / "dictionary.txt").is_file()
    assert posteditor("check", file).code == 0
    assert posteditor("dictionary", "list").out == "goverment\n"
    assert posteditor("dictionary", "list", "--format", "json").json["words"] == [
        "goverment"
    ]
    assert "1 removed" in posteditor("dictionary", "remove", "goverment").err
    assert posteditor("check", file).code == 1
    assert "no words" in posteditor("dictionary", "list").err
    assert posteditor("dictionary", "add", "a#b").code == 2


def test_a_broken_dictionary_is_told_in_one_line(posteditor: Run, home: Path) -> None:
    path = home / "config" / "posteditor" / "dictionary.txt"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"one\n\xff\n")
    done = posteditor("dictionary", "list")
    assert done.code == 2
    assert "dictionary.txt:2: is not UTF-8" in done.err


def store_of(home: Path) -> SqliteStore:
    return SqliteStore.open(home / "sessions.db")


def test_dismissals_are_listed_shared_and_taken_back(
    posteditor: Run, tmp_path: Path, home: Path
) -> None:
    assert "nothing is dismissed" in posteditor("dismissals", "list").err
    store = store_of(home)
    store.remember(["pack/rule\x1fthe plan", "pack/other"])
    store.close()
    listed = posteditor("dismissals", "list").out
    assert "the plan" in listed
    assert "(the whole rule)" in listed
    file = tmp_path / "d.json"
    assert "2 dismissals in" in posteditor("dismissals", "export", file).err
    assert posteditor("dismissals", "export", file).code == 2
    keys = [line.split()[0] for line in listed.splitlines()[1:]]
    done = posteditor("dismissals", "forget", *keys)
    assert done.code == 0
    assert "shown again: pack/rule: the plan" in done.err
    assert posteditor("dismissals", "list").out == ""
    assert "2 dismissals new" in posteditor("dismissals", "import", file).err
    assert "0 dismissals new, 2 known" in posteditor("dismissals", "import", file).err
    payload = posteditor("dismissals", "list", "--format", "json").json
    assert payload == json.loads(file.read_text(encoding="utf-8"))


def test_what_cannot_be_forgotten_or_imported_is_told(
    posteditor: Run, tmp_path: Path
) -> None:
    done = posteditor("dismissals", "forget", "abc")
    assert (done.code, "no dismissal is 'abc'" in done.err) == (2, True)
    wrong = tmp_path / "wrong.json"
    wrong.write_text("{", encoding="utf-8")
    done = posteditor("dismissals", "import", wrong)
    assert done.code == 3
    assert "wrong.json:1: " in done.err


def test_a_session_in_use_keeps_what_it_dismissed(
    posteditor: Run, home: Path, tmp_path: Path
) -> None:
    store = store_of(home)
    record = SessionRecord(
        id="s1",
        path=str(tmp_path / "a.txt"),
        sha256="",
        fingerprints=b"",
        segments=0,
        target_lang="en",
        source_lang=None,
        level="full",
        created=1.0,
        updated=1.0,
    )
    store.create_session(record, remember=["pack/rule"])
    key = posteditor("dismissals", "list").out.splitlines()[1].split()[0]
    with store.hold("s1"):
        done = posteditor("dismissals", "forget", key)
    assert (done.code, "is being edited" in done.err) == (2, True)
    assert store.dismissals() == {"pack/rule"}
    assert posteditor("dismissals", "forget", key).code == 0
    assert not store.dismissals()
    store.close()
