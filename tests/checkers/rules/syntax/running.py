"""Mechanisms of syntax on one text."""

from __future__ import annotations

from posteditor.checkers.rules.syntax import SYNTAX
from tests.checkers.rules.grammar.running import outermost

FINDERS = {mechanism.id.split("/")[1]: mechanism.find for mechanism in SYNTAX}


def mended(name: str, text: str) -> str:
    """The text with the first replacement of every hit of one mechanism."""
    for hit in reversed(outermost(list(FINDERS[name](text)))):
        text = text[: hit.start] + hit.replacements[0] + text[hit.end :]
    return text


def flagged(text: str) -> list[str]:
    """The mechanisms that flag something in the text."""
    return [name for name, find in FINDERS.items() if any(find(text))]
