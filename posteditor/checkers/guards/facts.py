"""What a sentence states and another must state too: numbers, dates, names, addresses.

Rule: a fact is missed only where nothing on the other side may stand for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

# A text with more of them is a table or an attack, and is not compared.
MOST = 300
DENIAL = "denial"  # the key of all that is about negation
_CENTURY, _MILLENNIUM, _HALF_DAY = 100, 1000, 12


class Kind(StrEnum):
    """What a fact is; the names of the guards' rules are made of these."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    ABBREVIATION = "abbreviation"
    LINK = "link"


Key = str | int | Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """`text` at `start:end` stands for any of `keys`. A `soft` one may stand for
    another, and nobody misses it."""

    kind: Kind
    keys: frozenset[Key]
    start: int
    end: int
    text: str
    soft: bool = False


def unmatched(
    olds: Sequence[Fact], news: Sequence[Fact]
) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """The facts of each side that nothing on the other stands for, soft ones apart."""
    if max(len(olds), len(news)) > MOST:
        return (), ()
    by_key: defaultdict[Hashable, list[int]] = defaultdict(list)
    for at, new in sorted(enumerate(news), key=lambda pair: pair[1].soft):
        for key in new.keys:
            by_key[key].append(at)
    used: set[int] = set()
    lost: list[Fact] = []
    for old in olds:
        found = [at for key in old.keys for at in by_key.get(key, ())]
        if not old.soft:
            used.update([at for at in found if at not in used][:1])
            if not found:
                lost.append(old)
    spare = [new for at, new in enumerate(news) if at not in used and not new.soft]
    for old in list(lost):
        same = next((new for new in spare if _is_same_time(old, new)), None)
        if same is not None:
            lost.remove(old)
            spare.remove(same)
    known = {key for old in olds for key in old.keys}
    gained = [new for new in spare if known.isdisjoint(new.keys)]
    return tuple(sorted(lost, key=lambda fact: fact.start)), tuple(gained)


def _is_same_time(one: Fact, other: Fact) -> bool:
    """A year in two digits and in four ("2019–20"), an hour in halves of a day or in
    four digits ("1400 hours")."""
    return any(
        (_years(a, b) or _years(b, a))
        or (abs(a - b) == _HALF_DAY and max(a, b) > _HALF_DAY)
        or (max(a, b) == _CENTURY * min(a, b) <= _CENTURY * 2 * _HALF_DAY)
        for a in one.keys
        for b in other.keys
        if not isinstance(a, str) and not isinstance(b, str)
    )


def _years(long: int | Fraction, short: int | Fraction) -> bool:
    return short < _CENTURY and long >= _MILLENNIUM and long % _CENTURY == short
