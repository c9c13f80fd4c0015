"""Reading one table of a pack key by key, every fault named by file, line and key.

Rule: what is left when a table is finished is unknown, and refused with the nearest
known key.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from posteditor.checkers.rules.lines import TableLines
from posteditor.checkers.rules.pattern import PatternError
from posteditor.errors import ConfigError

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
_SHOWN = 60  # characters of a pattern in a message
_LANGUAGE = re.compile(r"[a-z]{2,3}\Z")


class Table:
    """A TOML table whose keys are taken one by one."""

    def __init__(
        self, raw: object, path: Path, lines: TableLines | None, name: str
    ) -> None:
        self._path = path
        self._lines = lines
        self._known: list[str] = []
        self.name = name
        if not isinstance(raw, Mapping):
            raise self.fault("is missing or no table")
        self._raw = dict(raw)

    def fault(
        self,
        what: str,
        hint: str | None = None,
        *,
        key: str | None = None,
        item: int | None = None,
    ) -> ConfigError:
        """A fault of this table, at the line of an item of a key, a key, or its own."""
        line = f":{self._lines.of(key, item)}" if self._lines else ""
        return ConfigError(f"{self._path}{line}: {self.name}: {what}", hint=hint)

    def take(self, key: str, default: object) -> object:
        self._known.append(key)
        return self._raw.pop(key, default)

    def text(
        self,
        key: str,
        *,
        must: re.Pattern[str] | None = None,
        default: str | None = None,
    ) -> str:
        value = self.take(key, default)
        if value is None:
            raise self.fault(f"{key} is missing")
        if not isinstance(value, str):
            raise self.fault(f"{key}: expected text in quotes", key=key)
        if value == "" and default is None:
            raise self.fault(f"{key} is empty", key=key)
        if must is not None and not must.match(value):
            raise self.fault(f"{key}: {value!r} is not well formed", key=key)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """One text or a list of them."""
        value = self.take(key, [])
        values: Sequence[object] = [value] if isinstance(value, str) else _list(value)
        texts = tuple(text for text in values if isinstance(text, str))
        if len(texts) != len(values):
            raise self.fault(
                f"{key}: expected text in quotes, or a list of it", key=key
            )
        return texts

    def items(self, key: str) -> list[object]:
        value = self.take(key, [])
        if not isinstance(value, list):
            raise self.fault(f"{key}: expected a list", key=key)
        return value

    def flag(self, key: str) -> bool:
        value = self.take(key, False)
        if not isinstance(value, bool):
            raise self.fault(f"{key}: expected true or false", key=key)
        return value

    def languages(self, key: str) -> frozenset[str]:
        codes = self.texts(key)
        for code in codes:
            if not _LANGUAGE.match(code):
                raise self.fault(
                    f"{key}: {code!r} is no language code", "ru, de", key=key
                )
        return frozenset(codes)

    def members(self, key: str, kind: type[E]) -> frozenset[E]:
        """One or several names of a closed set."""
        return frozenset(self._member(key, kind, name) for name in self.texts(key))

    def member(self, key: str, kind: type[E], default: E) -> E:
        return self._member(key, kind, self.text(key, default=default.value))

    def read(self, key: str, reader: Callable[[str], T]) -> T | None:
        """What `reader` makes of a text, where the key is there. It may raise
        PatternError."""
        text = self.text(key, default="")
        return self._reading(key, text, reader) if text else None

    def read_all(self, key: str, reader: Callable[[str], T]) -> tuple[T, ...]:
        return tuple(self._reading(key, text, reader) for text in self.texts(key))

    def finish(self) -> None:
        """Refuse what nobody took."""
        if self._raw:
            key = next(iter(self._raw))
            raise self.fault(f"unknown key {key!r}", nearest(key, self._known), key=key)

    def _member(self, key: str, kind: type[E], name: str) -> E:
        if name not in set(kind):
            raise self.fault(f"{key} {name!r} is unknown", nearest(name, kind), key=key)
        return kind(name)

    def _reading(self, key: str, text: str, reader: Callable[[str], T]) -> T:
        try:
            return reader(text)
        except PatternError as error:
            shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
            raise self.fault(f"{key} {shown!r}: {error}", key=key) from None


def nearest(name: str, known: Iterable[str]) -> str:
    """A hint: the known name that looks most like this one, or all of them."""
    names = sorted(map(str, known))
    near = get_close_matches(name, names, n=1)
    return f"did you mean {near[0]}?" if near else f"known: {', '.join(names)}"


def _list(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else [None]
