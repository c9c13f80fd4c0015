"""A body that has “the” elsewhere in the text and stands bare here: “Ministry said”,
“by decision of Council”.

Rule: only the common nouns of bodies, alone, where the text has “the” before the same
noun at least twice and more often than not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from posteditor.checkers.consistency.reading import Form, Sentence, finding, times
from posteditor.checkers.protocol import Unit
from posteditor.model import SegmentKind, Suggestion

ENOUGH = 2

_BODIES = (
    "Ministry|Government|Parliament|Commission|Council|Agency|Party|Republic|Committee"
    "|Court|Cabinet|Assembly|Senate|Union|Organization|Organisation|Company|Bank"
    "|University|Institute|Department|Administration|Embassy|Federation|Alliance"
    "|Secretariat|Centre|Center|Foundation|Forum|Summit|Conference|Convention"
    "|Declaration|Treaty|Agreement|Protocol|Charter|Fund|Authority|Directorate|Board"
)
_AFTER = (
    r"(?=\s+(?:is|are|was|were|has|have|had|will|would|can|could|should|must|may|said"
    r"|says|announced|noted|stated|adopted|approved|decided|plans|intends|continues"
    r"|also|which|that|and|in|on|at|for|to|with|by|from|during)\b|[.,;:)”]|\Z)"
)
_WITH = re.compile(rf"\b[Tt]he (?P<noun>{_BODIES})\b{_AFTER}")
_BARE = re.compile(
    rf"(?:\A|(?<=[.!?] )|\b(?:of|by|with|from|to|at|in|between|for|within|that) )"
    rf"(?P<noun>{_BODIES})\b(?!['’-]){_AFTER}"
)
_SENTENCE = 40  # characters; what is shorter may be a heading


class BareBodies:
    """Counts each body with and without its article."""

    def __init__(self) -> None:
        self._with: dict[str, int] = {}
        self._bare: dict[str, Form] = {}

    def read(self, sentence: Sentence) -> None:
        text = sentence.unit.text
        if sentence.is_titled:
            return
        for match in _WITH.finditer(text):
            self._with[match["noun"]] = self._with.get(match["noun"], 0) + 1
        if len(text) < _SENTENCE or sentence.unit.kind is not SegmentKind.SENTENCE:
            return
        for match in _BARE.finditer(text):
            form = self._bare.setdefault(match["noun"], Form())
            form.add(sentence.unit, *match.span("noun"))

    def report(
        self, units: Sequence[Unit], cancelled: Callable[[], bool]
    ) -> Iterator[Suggestion]:
        for noun, bare in sorted(self._bare.items()):
            count = self._with.get(noun, 0)
            if count < max(ENOUGH, bare.count):
                continue
            for unit, start, end in bare.places:
                opens = not unit.text[:start].rstrip() or unit.text[start - 2] in ".!?"
                yield finding(
                    unit,
                    start,
                    end,
                    kind="bare-body",
                    message=f"The text has “the {noun}” {times(count)}",
                    category="fluency/grammar",
                    label="article",
                    replacements=(f"The {noun}" if opens else f"the {noun}",),
                )
