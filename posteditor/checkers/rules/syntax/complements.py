"""The preposition that a noun, an adjective or a verb takes, from data/complements.txt.

Rule: what stands behind must be listed too; a hit is the preposition alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from posteditor.checkers.rules.grammar.scan import Frame, Written, frame
from posteditor.checkers.rules.inflect import verb
from posteditor.checkers.rules.syntax.lexicon import DATA

_DETERMINER = r"(?:the|a|an|this|that|these|those|our|its|his|her|their|all|any|such)"
_CASED = re.RegexFlag(0)


def complements() -> Iterable[Frame]:
    """“visitors of the region”, “a reaction on the decision”."""
    for line in (DATA / "complements.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield _of_line(line)


def _of_line(line: str) -> Frame:
    words, wrong, right, behind = (part.strip() for part in line.split(" | ", 3))
    forms = list(_forms(words))
    return frame(
        forms,
        rf"(?P<w>\w+)\s+(?P<p>{'|'.join(wrong.split())})\s+(?={behind})",
        lambda match: _right(match, right),
        flags=_CASED,
    )


def _forms(words: str) -> Iterator[str]:
    for word in words.split():
        if word.startswith("<"):
            yield from verb(word[1:-1]).all
        else:
            yield word


def _right(match: re.Match[str], right: str) -> Written:
    return f"{match['w']} " if right == "-" else f"{match['w']} {right} "
