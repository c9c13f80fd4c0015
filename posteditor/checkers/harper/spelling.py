"""Spelling flags that can be typos, from Harper's dictionary.

Rule: only words in lower case that stand alone, are not in the vocabulary, and are one
slip away from a known word. Names, terms and abbreviations never reach Harper, which
also saves most of its time: looking for words near an unknown one is its dearest step.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from posteditor.checkers.harper.typos import is_typo_of, is_variant_of
from posteditor.checkers.protocol import Unit
from posteditor.checkers.spellings import side_by_side
from posteditor.checkers.vocabulary import POSSESSIVE
from posteditor.model import Severity, Suggestion

if TYPE_CHECKING:
    import harper

RULE = "harper/SpellCheck"
MAX_REPLACEMENTS = 3

# Words remembered between calls; more than a long document has.
MEMORY = 100_000

# Up to 40 letters, as Harper's search is quadratic in them. No letters, digits, or
# anything that joins to one word, address, number or path on either side; a full stop
# or apostrophe only where the word ends there.
_WORD = re.compile(
    r"(?<![\w\-‐‑–—/\\@#.&+=~%*|<>’'])(?:[a-z]{5,40}(?:['’]s)?|dont)"
    r"(?![\w\-‐‑–—/\\@#&+=~%*|<>]|[.'’]\w)"
)


class Speller:
    """Harper's dictionary, asked once for each word. For one thread at a time."""

    def __init__(self, linter: harper.Linter) -> None:
        config = linter.get_lint_config()
        linter.set_lint_config({rule: rule == "SpellCheck" for rule in config})
        self._linter = linter
        self._near: dict[str, tuple[str, ...] | None] = {}

    def check(
        self, units: Sequence[Unit], vocabulary: frozenset[str], *, any_dialect: bool
    ) -> Iterator[Suggestion]:
        words = [
            (unit, match)
            for unit in units
            for match in _WORD.finditer(unit.text)
            if match.group() not in vocabulary
        ]
        self._learn(match.group() for _, match in words)
        for unit, match in words:
            word = match.group()
            near = self._near[word]
            if near is None or POSSESSIVE.sub("", word) in vocabulary:
                continue
            if any_dialect and _is_other_dialect(word, near):
                continue
            typos = tuple(right for right in near if is_typo_of(word, right))
            if not typos and not any_dialect:
                typos = tuple(right for right in near if is_variant_of(word, right))
            if typos:
                yield _suggestion(unit, match, typos[:MAX_REPLACEMENTS])

    def _learn(self, words: Iterable[str]) -> None:
        """Ask for the words that are new: None for a known word, else those near it."""
        if len(self._near) > MEMORY:
            self._near.clear()
        new = [word for word in dict.fromkeys(words) if word not in self._near]
        if not new:
            return
        for word in new:
            self._near[word] = None
        # Each word a paragraph of its own, so that nothing joins two of them.
        text = "\n\n".join(new)
        for lint in self._linter.lint(text, language="plaintext", dedup=False):
            near = (each.replacement_text for each in lint.suggestions)
            self._near[lint.problem_text] = tuple(near)


def _is_other_dialect(word: str, near: Iterable[str]) -> bool:
    bare = POSSESSIVE.sub("", word)
    return bare in side_by_side() or any(is_variant_of(word, right) for right in near)


def _suggestion(
    unit: Unit, match: re.Match[str], replacements: tuple[str, ...]
) -> Suggestion:
    return Suggestion(
        segment=unit.segment,
        start=match.start(),
        end=match.end(),
        text=match.group(),
        message=f"Unknown word: did you mean “{replacements[0]}”?",
        rule=RULE,
        checker="harper",
        replacements=replacements,
        category="fluency/spelling",
        label="spelling",
        severity=Severity.MINOR,
    )
