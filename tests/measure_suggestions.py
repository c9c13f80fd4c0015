"""`make bench-suggestions`: how right the suggestions are on the labelled passages.

A suggestion is true where it touches a labelled fault, and exact where its first
replacement makes the text what mending that fault makes it. The passages were written
without knowledge of the rules; the samples, which show the program off, are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from posteditor.checkers.merge import merge
from posteditor.checkers.protocol import CheckContext, Unit
from posteditor.checkers.registry import build_engine
from posteditor.checkers.vocabulary import collect
from posteditor.config import Settings
from posteditor.model import Block
from posteditor.segmentation import segment
from tests.faults import Fault, Findable, Passage, load

Found = tuple[int, int, tuple[str, ...]]


def suggestions(passage: Passage) -> Iterator[Found]:
    """Start, end and replacements of every suggestion, in the text of the passage."""
    lines = re.finditer(r"[^\n]+", passage.text)
    blocks = [Block(start=line.start(), end=line.end()) for line in lines]
    segments = segment(passage.text, blocks, "en")
    engine = build_engine(Settings(store=Path()), "en", passage.lang)
    units = [Unit(segment=s.index, text=s.text, kind=s.kind) for s in segments]
    context = CheckContext(
        source_lang=passage.lang,
        vocabulary=collect((s.text for s in segments), frozenset()),
    )
    runs = engine.check_all(units, context)
    for each in segments:
        of_segment = (s for run in runs for s in run.suggestions.get(each.index, ()))
        for found in merge(of_segment):
            yield each.start + found.start, each.start + found.end, found.replacements


def is_exact(passage: Passage, found: Found, fault: Fault) -> bool:
    start, end, replacements = found
    text = passage.text
    mended = text[: fault.start] + fault.fix + text[fault.end :]
    return bool(replacements) and (
        text[:start] + replacements[0] + text[end:] == mended
    )


def count(passage: Passage) -> Counter[str]:
    counts = Counter(words=len(passage.text.split()), faults=len(passage.faults))
    seen: set[Fault] = set()
    for found in suggestions(passage):
        touched = [f for f in passage.faults if found[0] < f.end and f.start < found[1]]
        seen.update(touched)
        counts["suggestions"] += 1
        counts["true"] += bool(touched)
        counts["exact"] += any(is_exact(passage, found, fault) for fault in touched)
    findable = [f for f in passage.faults if f.findable is not Findable.READER]
    counts["findable"] = len(findable)
    counts["found"] = len(seen)
    counts["findable found"] = len(seen.intersection(findable))
    return counts


def main() -> None:
    passages = [p for p in load() if not p.name.startswith("sample-")]
    total: Counter[str] = Counter()
    for passage in passages:
        total += count(passage)
    print(f"{len(passages)} passages, {total['words']} words, {total['faults']} faults")
    for name, part, whole in (
        ("precision", "true", "suggestions"),
        ("recall of all faults", "found", "faults"),
        ("recall of faults a rule or list can find", "findable found", "findable"),
        ("first replacement exactly right, of all faults", "exact", "faults"),
    ):
        share = 100 * total[part] / total[whole]
        print(f"{name:48} {total[part]:4} of {total[whole]:4}  {share:5.1f} %")


if __name__ == "__main__":
    main()
