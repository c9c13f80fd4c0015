"""Do flags fall where people edited? Post-edits of MT, and corrections of learners.

Every word of a text is edited or not; a flag hits if it touches an edited word. Chance
is how often a flag of as many words would hit, laid anywhere in its sentence.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from posteditor.diff import OpKind, diff
from tests.suggestions.engines import Flag, Flags

POST_EDITS = ("pe_ru-en_dev.tsv", "pe_et-en_dev.tsv", "pe_ro-en_dev.tsv")
AGREED = 3
_WORD = re.compile(r"\S+")
_SPACED = re.compile(r" (?=[.,;:!?)\]%]|n't\b|'(?:s|re|ve|ll|d|m)\b)|(?<=[(\[]) ")


def post_edits(folder: Path) -> Iterator[tuple[str, list[str], str]]:
    """MT, its one post-edit, source language."""
    for name in POST_EDITS:
        with (folder / name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                yield row["mt"], [row["pe"]], name[3:5]


def learners(folder: Path) -> Iterator[tuple[str, list[str], str | None]]:
    """Learners' sentences with four corrections, spacing as people write."""
    names = ["dev.src", *(f"dev.ref{number}" for number in range(4))]
    sides = [folder.joinpath(name).read_text("utf-8").splitlines() for name in names]
    for text, *corrections in zip(*sides, strict=True):
        yield _plain(text), [_plain(one) for one in corrections], None


def _plain(tokenised: str) -> str:
    return _SPACED.sub("", tokenised.strip())


def counted(
    flags: Flags, texts: Iterator[tuple[str, list[str], str | None]], agreed: int
) -> Counter[str]:
    """`flags`, `hits`, `chance` (summed), and stretches of words that so many
    corrections `edited`, and how many of these were `found`."""
    counts: Counter[str] = Counter()
    for text, corrections, source_lang in texts:
        edits = Counter(at for other in corrections for at in _edited(text, other))
        marked = {at for at, number in edits.items() if number >= agreed}
        words = [match.span() for match in _WORD.finditer(text)]
        touched: set[int] = set()
        for flag in flags(text, source_lang):
            under = _under(flag, words)
            touched.update(under)
            counts["flags"] += 1
            counts["hits"] += not marked.isdisjoint(under)
            counts["chance per million"] += _chance(len(under), marked, len(words))
        runs = _runs(marked)
        counts["edited"] += len(runs)
        counts["found"] += sum(not touched.isdisjoint(run) for run in runs)
    return counts


def _edited(text: str, other: str) -> set[int]:
    """The words of `text` that were deleted or replaced, or that stand before a word
    that was inserted."""
    words = [match.span() for match in _WORD.finditer(text)]
    edited: set[int] = set()
    at = 0
    for op in diff(text, other):
        end = at + (len(op.text) if op.kind is not OpKind.INSERT else 0)
        if op.kind is not OpKind.EQUAL:
            edited.update(_under((at, max(end, at + 1), ()), words))
        at = end
    return edited


def _under(flag: Flag, words: Sequence[tuple[int, int]]) -> list[int]:
    """The words a flag touches; of a flag between words the one before."""
    start, end, _ = flag
    found = [at for at, (a, b) in enumerate(words) if a < end and start < b]
    if found:
        return found
    before = [at for at, (_, b) in enumerate(words) if b <= start]
    return before[-1:]


def _chance(length: int, marked: set[int], words: int) -> int:
    """In millionths."""
    places = words - length + 1
    if places <= 0:
        return 1_000_000 * bool(marked)
    hits = sum(not marked.isdisjoint(range(at, at + length)) for at in range(places))
    return 1_000_000 * hits // places


def _runs(marked: set[int]) -> list[range]:
    runs: list[range] = []
    for at in sorted(marked):
        if runs and runs[-1].stop == at:
            runs[-1] = range(runs[-1].start, at + 1)
        else:
            runs.append(range(at, at + 1))
    return runs
