"""Flags on the labelled passages, which were written without knowledge of the rules.

A flag is local if it is at most three times the fault plus 20 characters long; it is
right where it is local to a fault, and exact where its first replacement makes the text
what mending that fault makes it. The samples, which show the program off, are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tests.faults import Fault, Findable, Passage, load
from tests.suggestions.engines import Flag, Flags

LENGTHS = 3
MORE = 20


def passages() -> list[Passage]:
    return [one for one in load() if not one.name.startswith("sample-")]


def is_local(flag: Flag, fault: Fault) -> bool:
    start, end, _ = flag
    touches = start < fault.end and fault.start < end
    return touches and end - start <= LENGTHS * (fault.end - fault.start) + MORE


def is_exact(passage: Passage, flag: Flag, fault: Fault) -> bool:
    start, end, replacements = flag
    text = passage.text
    mended = text[: fault.start] + fault.fix + text[fault.end :]
    return bool(replacements) and text[:start] + replacements[0] + text[end:] == mended


def count(flags: Flags, texts: Iterable[Passage], *, known: bool) -> Counter[str]:
    """`known`: is the source language of a passage set?"""
    counts: Counter[str] = Counter()
    for passage in texts:
        counts += _count(passage, flags(passage.text, passage.lang if known else None))
    return counts


def _count(passage: Passage, flags: list[Flag]) -> Counter[str]:
    counts = Counter(words=len(passage.text.split()), faults=len(passage.faults))
    seen: set[Fault] = set()
    exact: set[Fault] = set()
    for flag in flags:
        faults = [fault for fault in passage.faults if is_local(flag, fault)]
        seen.update(faults)
        exact.update(fault for fault in faults if is_exact(passage, flag, fault))
        counts["flags"] += 1
        counts["local"] += bool(faults)
    findable = {f for f in passage.faults if f.findable is not Findable.READER}
    counts["findable"] = len(findable)
    counts["found"] = len(seen & findable)
    counts["exact"] = len(exact)
    return counts
