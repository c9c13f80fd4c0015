"""The bar of fates where a sentence was accepted first and flagged afterwards."""

from __future__ import annotations

from posteditor.diff import diff, edit_stat, edits
from posteditor.model import SegmentKind
from posteditor.reports.counts import count
from posteditor.reports.sentences import Fate, Sentence
from posteditor.reports.tables import bar


def made(number: int, target: str, fate: Fate, *, is_done: bool) -> Sentence:
    ops = diff("One.", target)
    return Sentence(
        number=number,
        kind=SegmentKind.SENTENCE,
        mt="One.",
        target=target,
        fate=fate,
        is_scored=True,
        is_done=is_done,
        is_omitted=False,
        ops=ops,
        edits=edit_stat(edits(ops)),
    )


def test_only_unaccepted_revisions_wait() -> None:
    sentences = [
        made(1, "Two.", Fate.REVISED, is_done=True),
        made(2, "Two.", Fate.REVISED, is_done=False),
        made(3, "One.", Fate.RETRANSLATE, is_done=True),
        made(4, "One.", Fate.RETRANSLATE, is_done=False),
    ]

    parts = {part.fate: part for part in bar(count(sentences))}

    assert parts[Fate.REVISED].sentences == 2
    assert parts[Fate.REVISED].waiting == 1
