"""Glossaries: binding terms from TSV and TOML files, faults named by file and line.

TSV: source, target, forbidden variants, note; variants, and further targets that are
allowed, parted by `|`; `#` begins a remark. A first line of these four names, in any
order, says what the columns are. TOML: `[[term]]` with the same four keys.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from posteditor.checkers.glossary.matching import checked_source
from posteditor.checkers.rules.lines import named, table_lines
from posteditor.checkers.rules.pattern import PatternError
from posteditor.checkers.rules.table import Table
from posteditor.errors import ConfigError

COLUMNS = ("source", "target", "forbidden", "note")
LONGEST = 200
_AT_LINE = re.compile(r" \(at line (\d+)[^)]*\)")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One entry. `targets` are the right terms, the first the one to put in; `source`
    is "" where the entry only forbids."""

    targets: tuple[str, ...]
    source: str = ""
    forbidden: tuple[str, ...] = ()
    note: str = ""


def read_glossaries(paths: Iterable[Path]) -> tuple[Term, ...]:
    """The terms of all files, in their order. Raises ConfigError."""
    return tuple(term for path in paths for term in read_glossary(path))


def read_glossary(path: Path) -> tuple[Term, ...]:
    """The terms of one file. Raises ConfigError."""
    text = _text(path)
    read = _toml if path.suffix.lower() == ".toml" else _tsv
    return tuple(read(text, path))


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except OSError as error:
        reason = error.strerror or error
        raise ConfigError(f"{path}: glossary cannot be read: {reason}") from error
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ConfigError(
            f"{path}:{line}: glossary is not UTF-8", hint="save it as UTF-8"
        ) from error


def _tsv(text: str, path: Path) -> Iterator[Term]:
    columns: Sequence[str] = COLUMNS
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        names = [cell.lower() for cell in cells]
        if number == 1 and "target" in names and set(names) <= set(COLUMNS):
            columns = names
            continue
        where = f"{path}:{number}"
        if len(cells) > len(columns) and any(cells[len(columns) :]):
            raise ConfigError(
                f"{where}: has {len(cells)} columns", hint=f"known: {_shown(columns)}"
            )
        if len(cells) == 1:
            raise ConfigError(
                f"{where}: has one column", hint=f"part by tabs: {_shown(columns)}"
            )
        entry = dict(zip(columns, cells, strict=False))
        yield _term(
            where,
            source=entry.get("source", ""),
            targets=entry.get("target", "").split("|"),
            forbidden=entry.get("forbidden", "").split("|"),
            note=entry.get("note", ""),
        )


def _toml(text: str, path: Path) -> Iterator[Term]:
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what, line = _AT_LINE.sub("", str(error)), _AT_LINE.search(str(error))
        where = f"{path}:{line[1]}" if line else str(path)
        raise ConfigError(f"{where}: {what}", hint="correct the TOML") from error
    except RecursionError as error:
        raise ConfigError(f"{path}: is nested too deep") from error
    entries = raw.pop("term", None)
    tables = table_lines(text)
    if raw:
        key = next(iter(raw))
        line_of = (named(tables, key) or tables)[0].of(key)
        raise ConfigError(f"{path}:{line_of}: unknown key {key!r}", hint="known: term")
    if not isinstance(entries, list) or not entries:
        raise ConfigError(
            f"{path}: has no terms", hint="write [[term]] before each term"
        )
    places = named(tables, "term")
    for at, entry in enumerate(entries):
        place = places[at] if len(places) == len(entries) else tables[0]
        table = Table(entry, path, place, "a term")
        source, note = (table.text(key, default="") for key in ("source", "note"))
        targets, forbidden = (table.texts(key) for key in ("target", "forbidden"))
        table.finish()
        yield _term(
            f"{path}:{place.line}",
            source=source,
            targets=targets,
            forbidden=forbidden,
            note=note,
        )


def _term(
    where: str,
    *,
    source: str,
    targets: Iterable[str],
    forbidden: Iterable[str],
    note: str,
) -> Term:
    term = Term(
        source=_plain(source),
        targets=_all_plain(targets),
        forbidden=_all_plain(forbidden),
        note=_plain(note),
    )
    if not term.targets:
        raise ConfigError(f"{where}: target is missing", hint="name the right term")
    if not term.source and not term.forbidden:
        raise ConfigError(
            f"{where}: demands nothing", hint="name a source or forbidden variants"
        )
    for words in (term.source, *term.targets, *term.forbidden):
        if len(words) > LONGEST or (words and not re.search(r"\w", words)):
            raise ConfigError(f"{where}: {words[:40]!r} is no term")
    if term.source:
        try:
            checked_source(term.source)
        except PatternError as error:
            raise ConfigError(f"{where}: source {term.source!r}: {error}") from None
    for words in term.forbidden:
        if words.casefold() in {right.casefold() for right in term.targets}:
            raise ConfigError(f"{where}: {words!r} is both right and forbidden")
    return term


def _all_plain(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(_plain, texts))))


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _shown(columns: Sequence[str]) -> str:
    return ", ".join(columns)
