"""What is dismissed always, as plain data: to list, to share, to take back.

Rule: an entry is the rule and the words of a `wide_key`, and nothing else of any text;
without words it is a rule that is turned off.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from posteditor.errors import InputError

VERSION = 1
_SEPARATOR = "\x1f"
_ID_LENGTH = 8
_FIELDS = frozenset({"rule", "words", "about"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissal:
    """`words` None: the rule is off as a whole. `about`: see `Suggestion`."""

    rule: str
    words: str | None = None
    about: str = ""

    @classmethod
    def of(cls, wide_key: str) -> Dismissal:
        rule, *rest = wide_key.split(_SEPARATOR, maxsplit=2)
        return cls(
            rule=rule,
            words=rest[0] if rest else None,
            about=rest[1] if len(rest) > 1 else "",
        )

    @property
    def wide_key(self) -> str:
        parts = [self.rule]
        if self.words is not None:
            parts.append(self.words)
            if self.about:
                parts.append(self.about)
        return _SEPARATOR.join(parts)

    @property
    def id(self) -> str:
        """What names it on a command line: eight hexadecimal digits."""
        digest = hashlib.sha256(self.wide_key.encode("utf-8", "surrogatepass"))
        return digest.hexdigest()[:_ID_LENGTH]

    def as_dict(self) -> dict[str, Any]:
        about = {"about": self.about} if self.about else {}
        words = {} if self.words is None else {"words": self.words}
        return {"rule": self.rule, **words, **about}


def dismissals_to_dict(found: list[Dismissal]) -> dict[str, Any]:
    """Dismissals for `json.dumps`; what `read_dismissals` reads."""
    return {"version": VERSION, "dismissals": [each.as_dict() for each in found]}


def read_dismissals(path: Path) -> list[Dismissal]:
    """The dismissals of a file. `InputError` names the file, and the line or the
    entry."""
    try:
        raw = json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: is not UTF-8") from error
    except json.JSONDecodeError as error:
        raise InputError(f"{path}:{error.lineno}: {error.msg}") from error
    except RecursionError as error:
        raise InputError(f"{path}: is nested too deep") from error
    if not isinstance(raw, dict) or not isinstance(raw.get("dismissals"), list):
        raise InputError(
            f"{path}: holds no dismissals", hint="see: posteditor dismissals export"
        )
    if raw.get("version") != VERSION:
        raise InputError(
            f"{path}: version {raw.get('version')!r:.20} is unknown",
            hint=f"this program reads version {VERSION}",
        )
    return [
        _entry(entry, f"{path}: dismissal {number}")
        for number, entry in enumerate(raw["dismissals"], 1)
    ]


def _entry(entry: object, where: str) -> Dismissal:
    if not isinstance(entry, dict) or not entry.keys() <= _FIELDS:
        raise InputError(f"{where}: expected rule, words and about only")
    for key, value in entry.items():
        if not isinstance(value, str) or _SEPARATOR in value:
            raise InputError(f"{where}: {key}: expected text")
    if not entry.get("rule"):
        raise InputError(f"{where}: names no rule")
    words = entry.get("words")
    return Dismissal(
        rule=entry["rule"],
        words=None if words is None else words.casefold(),
        about=entry.get("about", "").casefold(),
    )
