"""The article of an institution or office that opens a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from posteditor.checkers.rules.matcher import Hit
from posteditor.checkers.rules.mechanics import Mechanism
from posteditor.model import Severity

_SENTENCE = 45  # characters; shorter ones may be headlines
_OPENING = re.compile(
    r"\A(?P<noun>Ministry|Government|Department|Embassy|Committee|Office|Commission"
    r"|Administration|Directorate|Prosecutor['’]s Office|Cabinet|Parliament"
    r"|Verkhovna Rada|State Duma|Supreme Court|Constitutional Court|United States"
    r"|European Union|European Commission|Head|Spokesperson|Director|Chairman"
    r"|Press service) "
    r"(?=(?:of |for |[a-z]|[A-Z]\w+ (?:is|was|has|will)\b).*[a-z][.!?][”\"]?\Z)"
)
_NOT_OPENING = re.compile(
    r"(?:Representatives|Participants|Leaders?|Head|Director) (?!of )"
)


def _opening_article(text: str) -> Iterator[Hit]:
    """Whole sentences only: headlines go without articles."""
    match = _OPENING.match(text)
    if match is None or _NOT_OPENING.match(text) or len(text) < _SENTENCE:
        return
    noun = match["noun"]
    kept = noun[:2].isupper() or " " in noun or text[match.end() :].startswith("of ")
    plain = noun.lower() if noun in _COMMON or not kept else noun
    yield Hit(start=0, end=len(noun), replacements=(f"The {plain}",))


_COMMON = frozenset({"Head", "Spokesperson", "Director", "Chairman", "Press service"})


FIGURES: tuple[Mechanism, ...] = (
    Mechanism(
        id="grammar/opening-article",
        find=_opening_article,
        message="An institution or office opens the sentence with “The”",
        label="article",
        category="fluency/grammar",
        severity=Severity.MAJOR,
    ),
)
