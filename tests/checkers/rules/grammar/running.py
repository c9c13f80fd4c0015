"""Mechanisms of grammar on one text."""

from __future__ import annotations

from posteditor.checkers.rules.grammar import GRAMMAR
from posteditor.checkers.rules.matcher import Hit

FINDERS = {mechanism.id.split("/")[1]: mechanism.find for mechanism in GRAMMAR}


def outermost(hits: list[Hit]) -> list[Hit]:
    """As the checker does: no hit within another one."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda each: (each.start, -each.end)):
        if not kept or hit.end > kept[-1].end:
            kept.append(hit)
    return kept


def mended(name: str, text: str) -> str:
    """The text with the first replacement of every hit of one mechanism."""
    for hit in reversed(outermost(list(FINDERS[name](text)))):
        text = text[: hit.start] + hit.replacements[0] + text[hit.end :]
    return text


def flagged(text: str) -> dict[str, list[str]]:
    """What is flagged in the text, by mechanism."""
    found: dict[str, list[str]] = {}
    for name, find in FINDERS.items():
        for hit in find(text):
            found.setdefault(name, []).append(text[hit.start : hit.end])
    return found
