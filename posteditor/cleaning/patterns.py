"""Furniture patterns: TOML files read into patterns, every fault named by file and id.

Rule: an embedded pattern is compiled when a text first looks like it, for most never
are; a user's is compiled when it is read, so that its faults are found there.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from posteditor.errors import ConfigError

if TYPE_CHECKING:
    import regex

EMBEDDED = Path(__file__).parent.parent / "data" / "furniture.toml"

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")
_LEADING = re.compile(
    r"(?:(?:the|government|state|kingdom|republic|federal|federal republic)(?: of)? )"
)
_LISTS = ("begins", "contains", "bad", "good")
_KEYS = ("id", "kind", "where", "regex", "translation", *_LISTS)
_TOP = ("pattern", "regions", "languages")


class Where(StrEnum):
    """Where in a document a pattern is looked for; END: only furniture may follow."""

    HEAD = "head"
    TAIL = "tail"
    EDGES = "edges"
    END = "end"
    ANYWHERE = "anywhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One kind of furniture.

    `regex` must match a whole line or several lines of one paragraph. In these,
    apostrophes are straight, dashes are hyphens, white space is one space and line
    feeds stand between segments only; a space in it is any white space, a space and a
    question mark white space that may be absent.
    Only texts that begin with one of `begins` or contain one of `contains` (lower case)
    are tried, every text where both are empty. `bad` are examples of furniture, `good`
    of text that only looks like it. `file` is where the pattern stands.
    """

    id: str
    kind: str
    where: Where
    regex: str
    file: Path
    begins: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    translation: bool = False
    bad: tuple[str, ...] = ()
    good: tuple[str, ...] = ()

    def may_match(self, lowered: str) -> bool:
        """False where the pattern cannot match this text (in lower case)."""
        if not self.begins and not self.contains:
            return True
        return lowered.startswith(self.begins) or any(
            hint in lowered for hint in self.contains
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Patterns:
    """All patterns in use, and which language a region or a language name stands for
    (keys in lower case). `timeout`: seconds one pattern may take on one passage."""

    patterns: tuple[Pattern, ...]
    regions: Mapping[str, str]
    languages: Mapping[str, str]
    timeout: float = 0.5
    _compiled: dict[str, regex.Pattern[str]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def match(self, pattern: Pattern, passage: str) -> Mapping[str, str] | None:
        """The named groups of `pattern` if it matches all of `passage`, else None.

        A language that no table knows is no language, and the match none. Raises
        ConfigError where a pattern of the user takes longer than `timeout`; an embedded
        one gives up, so that no text can keep itself from being opened.
        """
        compiled = self._compiled.get(pattern.id)
        if compiled is None:
            compiled = self._compiled[pattern.id] = _compile(pattern)
        try:
            found = compiled.fullmatch(passage, timeout=self.timeout)
        except TimeoutError:
            if pattern.file == EMBEDDED:
                return None
            raise ConfigError(
                f"{_place(pattern)}: regex takes too long on this text",
                hint="avoid repeats within repeats",
            ) from None
        if found is None:
            return None
        groups = {name: text for name, text in found.groupdict().items() if text}
        if "language" in groups and not self.language(groups["language"]):
            return None
        return groups

    def language(self, name: str) -> str | None:
        """The code of a language, given by its English name."""
        return self.languages.get(_key(name))

    def language_of(self, region: str) -> str | None:
        """The language of a region, with or without what goes before its name."""
        key = _key(region)
        while key not in self.regions:
            shorter = _LEADING.sub("", key, count=1)
            if shorter == key:
                return None
            key = shorter
        return self.regions[key]


def load_patterns(extra: Sequence[Path] = ()) -> Patterns:
    """The embedded patterns and those of the files, or folders of TOML files, `extra`.

    A pattern of a later file replaces an earlier one of the same id, an entry of a
    table likewise. Raises ConfigError.
    """
    patterns: dict[str, Pattern] = {}
    regions: dict[str, str] = {}
    languages: dict[str, str] = {}
    compiled: dict[str, regex.Pattern[str]] = {}
    for path in (EMBEDDED, *_files(extra)):
        raw = _toml(path)
        for pattern in _patterns(raw.get("pattern", []), path):
            patterns[pattern.id] = pattern
            if path != EMBEDDED:
                compiled[pattern.id] = _compile(pattern)
        regions |= _table(raw, "regions", path)
        languages |= _table(raw, "languages", path)
    return Patterns(
        patterns=tuple(patterns.values()),
        regions=regions,
        languages=languages,
        _compiled=compiled,
    )


def _key(name: str) -> str:
    return " ".join(name.lower().split()).strip(" .,:;-–—()[]")


def _compile(pattern: Pattern) -> regex.Pattern[str]:
    import regex

    written = pattern.regex.replace(" ?", r"\s*").replace(" ", r"\s+")
    try:
        # Not cached by the library: a timeout belongs to the call, not to the pattern.
        return regex.compile(written, regex.IGNORECASE, cache_pattern=False)
    except (regex.error, RecursionError, OverflowError, ValueError) as error:
        raise ConfigError(
            f"{_place(pattern)}: regex is not valid: {error}",
            hint="correct the regular expression",
        ) from None


def _place(pattern: Pattern) -> str:
    return f"{pattern.file}: pattern {pattern.id}"


def _files(paths: Iterable[Path]) -> list[Path]:
    files: list[Path] = []
    for path in paths:
        files += sorted(path.glob("*.toml")) if path.is_dir() else [path]
    return files


def _toml(path: Path) -> dict[str, Any]:
    try:
        # Editors on Windows put a BOM in front, which TOML does not know.
        raw = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise _fault(path, f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise _fault(path, "is not UTF-8", "save it as UTF-8") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _fault(path, str(error), "correct the TOML") from error
    _only(raw, _TOP, path)
    return raw


def _patterns(raw: object, path: Path) -> list[Pattern]:
    if not isinstance(raw, list):
        raise _fault(path, "patterns are not a list", "write [[pattern]] before each")
    patterns: list[Pattern] = []
    seen: set[str] = set()
    for number, entry in enumerate(raw, start=1):
        pattern = _pattern(entry, path, number)
        if pattern.id in seen:
            raise _fault(_place(pattern), "stands twice", "give it another id")
        seen.add(pattern.id)
        patterns.append(pattern)
    return patterns


def _pattern(entry: object, path: Path, number: int) -> Pattern:
    where = f"{path}: pattern number {number}"
    if not isinstance(entry, dict):
        raise _fault(where, "is not a table", "write [[pattern]] before each")
    name = _text(entry, "id", where)
    if not _ID.match(name):
        raise _fault(where, f"id {name!r}", "use a-z, 0-9 and single hyphens")
    where = f"{path}: pattern {name}"
    _only(entry, _KEYS, where)
    kind = _text(entry, "kind", where)
    if not _ID.match(kind):
        raise _fault(where, f"kind {kind!r}", "use a-z, 0-9 and single hyphens")
    translation = entry.get("translation", False)
    if not isinstance(translation, bool):
        raise _fault(where, "translation must be true or false")
    begins, contains, bad, good = (_texts(entry, key, where) for key in _LISTS)
    return Pattern(
        id=name,
        kind=kind,
        where=_where(entry, where),
        regex=_text(entry, "regex", where),
        file=path,
        begins=tuple(hint.lower() for hint in begins),
        contains=tuple(hint.lower() for hint in contains),
        translation=translation,
        bad=bad,
        good=good,
    )


def _where(entry: Mapping[str, Any], where: str) -> Where:
    written = _text(entry, "where", where)
    try:
        return Where(written)
    except ValueError:
        known = ", ".join(Where)
        raise _fault(where, f"where {written!r}", f"known: {known}") from None


def _table(raw: Mapping[str, Any], key: str, path: Path) -> dict[str, str]:
    table = raw.get(key, {})
    if not isinstance(table, dict):
        raise _fault(path, f"{key} is not a table", f"write [{key}] before it")
    for name, code in table.items():
        if not isinstance(code, str) or not _LANGUAGE.match(code):
            raise _fault(
                path, f"{key}: {name!r} = {code!r}", 'write a language code: "fr"'
            )
    return {name.lower(): code for name, code in table.items()}


def _text(entry: Mapping[str, Any], key: str, where: str) -> str:
    if key not in entry:
        raise _fault(where, f"{key} is missing")
    value = entry[key]
    if not isinstance(value, str) or not value.strip():
        raise _fault(where, f"{key} must be text in quotes")
    return value


def _texts(entry: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    value = entry.get(key, [])
    if not isinstance(value, list) or not all(
        isinstance(text, str) and text for text in value
    ):
        raise _fault(where, f"{key} must be a list of texts in quotes")
    return tuple(value)


def _only(table: Mapping[str, Any], known: Sequence[str], where: object) -> None:
    for key in table:
        if key not in known:
            raise _fault(where, f"unknown key {key!r}", f"known: {', '.join(known)}")


def _fault(where: object, what: str, hint: str | None = None) -> ConfigError:
    return ConfigError(f"{where}: {what}", hint=hint)
