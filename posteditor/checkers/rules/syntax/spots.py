"""Spots: places of clue words, from which a judge looks both ways.

Rule: like a frame, a spot costs nothing in a text without its words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from posteditor.checkers.rules.grammar.scan import trimmed, word_places
from posteditor.checkers.rules.matcher import Hit
from posteditor.checkers.rules.mechanics import Clued

REACH = 240  # characters of a sentence that are looked at
# Start, end, and what stands there instead, the likeliest first.
Judged = tuple[int, int, tuple[str, ...]] | None
Judge = Callable[[re.Match[str]], Judged]
_LAST_WORD = re.compile(r"[\w’'”\")%-]+(?=,?\s\Z)")


def spots(
    clues: str | Iterable[str], expression: str, judge: Judge, *, cased: bool = True
) -> Clued:
    """The finder of what the judge finds where the expression, which begins with one of
    the clues in lower case, matches."""
    keys = frozenset(clues.split() if isinstance(clues, str) else clues)
    pattern = re.compile(expression, re.RegexFlag(0) if cased else re.IGNORECASE)

    def find(text: str) -> Iterator[Hit]:
        places = word_places(text)
        for key in keys if len(keys) < len(places) else places:
            for at in places.get(key, ()) if key in keys else ():
                match = pattern.match(text, at)
                judged = judge(match) if match else None
                if judged is not None:
                    hit = trimmed(text, *judged)
                    if hit is not None:
                        yield hit

    return Clued(find, keys)


def so_far(match: re.Match[str]) -> str:
    """The text up to the match, as far as it is looked at."""
    return match.string[max(0, match.start() - REACH) : match.start()]


def mark_before(match: re.Match[str], mark: str) -> Judged:
    """A mark, or none, behind the word before the match, instead of a comma or none."""
    head = so_far(match)
    last = _LAST_WORD.search(head)
    if last is None or head[: last.start()].endswith(","):
        return None
    start = match.start() - len(head) + last.start()
    return start, match.start(), (f"{last[0]}{mark} ",)
