"""The user's dictionary: a plain text file, one word a line, `#` before a remark.

Rule: a change rewrites the file whole or not at all, and leaves remarks as they are.
"""

from __future__ import annotations

import os
import tempfile
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from posteditor.errors import ConfigError, OutputError, UsageError

LONGEST_WORD = 100


def read_words(path: Path) -> frozenset[str]:
    """The words of a file; none where it is missing. `ConfigError` names file and
    line."""
    return frozenset(word for word in map(_word, _lines(path)) if word)


def add_words(path: Path, words: Iterable[str]) -> list[str]:
    """Put words into the file, made where missing; those that were not in it before.
    `UsageError` for what is no word, `OutputError` where it cannot be written."""
    wanted = dict.fromkeys(map(checked, words))
    lines = _lines(path)
    known = set(map(_word, lines))
    new = [word for word in wanted if word not in known]
    if new:
        _write(path, [*lines, *new])
    return new


def remove_words(path: Path, words: Iterable[str]) -> list[str]:
    """Take words out of the file; those that were in it."""
    wanted = set(map(checked, words))
    lines = _lines(path)
    gone = sorted(wanted & set(map(_word, lines)))
    if gone:
        _write(path, [line for line in lines if _word(line) not in wanted])
    return gone


def checked(word: str) -> str:
    """A word as it stands in a dictionary. `UsageError` for what is none."""
    plain = unicodedata.normalize("NFC", word.strip())
    is_plain = all(c.isprintable() for c in plain) and _word(plain) == plain
    if not plain or len(plain) > LONGEST_WORD or not is_plain:
        raise UsageError(f"{word[:40]!r} is no word for a dictionary")
    return plain


def _word(line: str) -> str:
    return unicodedata.normalize("NFC", line.split("#", maxsplit=1)[0].strip())


def _lines(path: Path) -> list[str]:
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return []
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from error
    try:
        return raw.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ConfigError(
            f"{path}:{line}: is not UTF-8", hint="save it as UTF-8"
        ) from error


def _write(path: Path, lines: Iterable[str]) -> None:
    # A link, such as into a folder that is shared, stays one.
    target = Path(os.path.realpath(path))
    text = "".join(f"{line}\n" for line in lines)
    beside: Path | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=target.parent, delete=False
        ) as file:
            beside = Path(file.name)
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o777)
        beside.replace(target)
    except OSError as error:
        if beside is not None:
            beside.unlink(missing_ok=True)
        reason = error.strerror or error
        raise OutputError(f"{path}: cannot be written: {reason}") from error
