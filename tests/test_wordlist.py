"""The dictionary's file: read, added to, taken from."""

from __future__ import annotations

from pathlib import Path

import pytest

from posteditor.errors import ConfigError, OutputError, UsageError
from posteditor.wordlist import add_words, read_words, remove_words


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "words.txt"


def test_words_are_added_once_and_removed_and_remarks_stay(path: Path) -> None:
    assert read_words(path) == frozenset()
    assert add_words(path, ["Rogun", " Tashkent ", "Rogun"]) == ["Rogun", "Tashkent"]
    path.write_text("# mine\nRogun # a dam\n\nTashkent\n", encoding="utf-8")
    assert read_words(path) == {"Rogun", "Tashkent"}
    assert add_words(path, ["Rogun"]) == []
    assert add_words(path, ["Café"]) == ["Café"]
    assert remove_words(path, ["Tashkent", "none"]) == ["Tashkent"]
    text = path.read_text(encoding="utf-8")
    assert text == "# mine\nRogun # a dam\n\nCafé\n"


def test_one_letter_written_in_two_ways_is_one_word(path: Path) -> None:
    add_words(path, ["Café"])
    assert add_words(path, ["Cafe\u0301"]) == []
    assert read_words(path) == {"Café"}


@pytest.mark.parametrize(
    "word", ["", " ", "a#b", "a\nb", "\x1b[31m", "\ud800", "x" * 999]
)
def test_what_is_no_word_is_refused(path: Path, word: str) -> None:
    with pytest.raises(UsageError):
        add_words(path, [word])
    assert not path.exists()


def test_a_file_that_cannot_be_read_is_named_with_its_line(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"Rogun\nCaf\xe9\n")
    with pytest.raises(ConfigError, match=r"words\.txt:2: is not UTF-8"):
        read_words(path)
    with pytest.raises(ConfigError, match="cannot be read"):
        read_words(path.parent)


def test_a_place_that_takes_no_file_is_named(path: Path) -> None:
    path.parent.write_text("a file", encoding="utf-8")
    with pytest.raises((OutputError, ConfigError), match="cannot be"):
        add_words(path, ["Rogun"])


def test_a_link_stays_a_link_and_the_file_keeps_its_mode(path: Path) -> None:
    shared = path.parent / "shared.txt"
    path.parent.mkdir()
    shared.write_text("Rogun\n", encoding="utf-8")
    shared.chmod(0o640)
    path.symlink_to(shared)
    add_words(path, ["Tashkent"])
    assert path.is_symlink()
    assert read_words(shared) == {"Rogun", "Tashkent"}
    assert shared.stat().st_mode & 0o777 == 0o640
    names = sorted(each.name for each in path.parent.iterdir())
    assert names == ["shared.txt", "words.txt"]
