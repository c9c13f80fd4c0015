"""What is left over at the seams of an edit: lost brackets, starts and stops.

Rule: only what the machine translation had right and the revision has not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"), ("“", "”"), ("«", "»"))
_ENDS = ".!?…:;。！？"
_CLOSERS = "\"'”’»)]}*_ \t\n\r"
_FIRST = re.compile(r"[^\W\d_]+")
_LAST = re.compile(r"\w+[^\w\s]*\s*\Z")


@dataclass(frozen=True, slots=True)
class Mark:
    """A fault at `start:end`; `replacement` is what should stand there, if known."""

    rule: str
    start: int
    end: int
    message: str
    replacement: str | None = None


def marks(mt: str, target: str) -> Iterator[Mark]:
    """What the revision left open, began small or did not end."""
    for pair in _PAIRS:
        place = unpaired(target, pair)
        if place is not None and unpaired(mt, pair) is None:
            sign = target[place]
            yield Mark("bracket", place, place + 1, f"{sign} has no other half")
    if target.count('"') % 2 and not mt.count('"') % 2:
        place = target.rfind('"')
        yield Mark("bracket", place, place + 1, '" has no other half')
    yield from _start(mt, target)
    yield from _end(mt, target)


def unpaired(text: str, pair: tuple[str, str]) -> int | None:
    """The place of the first bracket without its other half."""
    opening, closing = pair
    if opening not in text and closing not in text:
        return None
    opened: list[int] = []
    for at, char in enumerate(text):
        if char == opening:
            opened.append(at)
        elif char == closing:
            if not opened:
                return at
            opened.pop()
    return opened[0] if opened else None


def _start(mt: str, target: str) -> Iterator[Mark]:
    before, now = _FIRST.search(mt), _FIRST.search(target)
    if before is None or now is None:
        return
    word = now[0]
    is_plain = word.islower() and target[: now.start()].strip("\"'“‘«([*_ \t\n") == ""
    if is_plain and before[0][0].isupper() and before.start() <= now.start() + 2:
        end = now.end()
        if (
            target[end : end + 1]
            and not target[end].isspace()
            and target[end] not in ",'’-"
        ):
            return
        capital = word[0].upper() + word[1:]
        message = "the sentence begins with a small letter now"
        yield Mark("start", now.start(), end, message, capital)


def _end(mt: str, target: str) -> Iterator[Mark]:
    old, new = mt.rstrip(_CLOSERS), target.rstrip(_CLOSERS)
    if not old or not new or old[-1] not in _ENDS or new[-1] in _ENDS:
        return
    last = _LAST.search(target)
    if last is None or mt.rstrip()[-1:] == target.rstrip()[-1:]:
        return
    start, end = last.start(), last.start() + len(last[0].rstrip())
    stop = old[-1]
    text = target[start:end]
    exact = text + stop if text[-1].isalnum() else None
    yield Mark("end", start, end, f"the {stop} at the end is gone", exact)
