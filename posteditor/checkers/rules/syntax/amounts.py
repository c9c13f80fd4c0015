"""Sums of money behind nouns and verbs: “projects worth”, “supported with”.

Rule: a sum is a number with a currency or a million; anything else is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from posteditor.checkers.rules.grammar.scan import Frame, frame

_CASED = re.RegexFlag(0)
_SUM = (
    r"(?=(?:(?:around|about|approximately|almost|nearly|over|roughly|more\s+than|up\s+to"
    r"|some|at\s+least)\s+)?(?:[€$£]\s?\d[\d.,]*\s+(?:thousand|million|billion)|\d[\d.,]*\s+(?:(?:thousand|million|billion)\s+)?"
    r"(?:[Ee]uros?|dollars|rubles|roubles|hryvnias?|hryvnia|yuan|pesos|dinars|riyals"
    r"|dirhams|tenge|US\s+dollars|pounds|francs|EUR|USD|RMB)\b))"
)

_UNITS = (
    "thousand million billion euros euro dollars rubles roubles hryvnia hryvnias yuan "
    "pesos dinars riyals dirhams tenge pounds francs EUR USD RMB"
)


def amounts() -> Iterable[Frame]:
    """“projects of around 100 million euros”."""
    yield frame(
        "projects project contracts contract orders goods equipment products assets "
        "agreements property works services shares drugs",
        rf"(?P<h>\w+)\s+(?:of|for\s+the\s+amount\s+of|in\s+the\s+amount\s+of|for\s+a\s+total"
        rf"\s+of)\s+{_SUM}",
        lambda match: f"{match['h']} worth ",
        also=_UNITS,
        flags=_CASED,
    )
    yield frame(
        "supported financed funded subsidised subsidized co-financed",
        rf"(?P<h>[\w-]+)\s+by\s+{_SUM}",
        lambda match: f"{match['h']} with ",
        also=_UNITS,
        flags=_CASED,
    )
