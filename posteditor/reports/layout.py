"""What stands between the sentences of a document, before and after the revision.

Rule: the gaps after the revision are those of the cleaned version, so that sentences
and gaps joined are the MT output on one side, the cleaned version on the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from posteditor.formats.writing import left_out, render
from posteditor.model import Document
from posteditor.reports.proof import frame
from posteditor.reports.sentences import Sentence


class Gap(NamedTuple):
    """What stands before a sentence, or after the last one, on both sides."""

    old: str
    new: str


def gaps(document: Document, sentences: Sequence[Sentence]) -> tuple[Gap, ...]:
    """One gap before each sentence and one after the last. What is left out has none on
    the new side."""
    targets = {one.number - 1: one.target for one in sentences}
    omitted = frozenset(one.number - 1 for one in sentences if one.is_omitted)
    gone = left_out(document, targets, omitted)
    new = iter(frame(document, gone, render))
    text, at = document.text, 0
    found = []
    for segment in document.segments:
        kept = segment.index not in gone
        found.append(Gap(text[at : segment.start], next(new) if kept else ""))
        at = segment.end
    return (*found, Gap(text[at:], next(new)))
