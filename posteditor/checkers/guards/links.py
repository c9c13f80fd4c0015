"""Addresses in a sentence: URLs and e-mail addresses stand in every language alike."""

from __future__ import annotations

import re

from posteditor.checkers.guards.facts import Fact, Kind

_LINK = re.compile(
    r"(?<![\w@])(?:(?:https?://|www\.)[^\s<>\"“”«»()\[\]{}]{1,500}"
    r"|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})"
)


def links(text: str) -> list[Fact]:
    """In the order of the text, without the marks that follow them."""
    if "@" not in text and "://" not in text and "www." not in text.lower():
        return []
    found = []
    for match in _LINK.finditer(text):
        link = match[0].rstrip(".,;:!?'’…，。")
        key = re.sub(r"\Ahttps?://(?:www\.)?|\Awww\.", "", link.lower()).rstrip("/")
        found.append(
            Fact(
                kind=Kind.LINK,
                keys=frozenset({key}),
                start=match.start(),
                end=match.start() + len(link),
                text=link,
            )
        )
    return found


def without(text: str, found: list[Fact]) -> str:
    """The text with spaces for the links, so that nothing else is read in them."""
    for fact in found:
        text = text[: fact.start] + " " * (fact.end - fact.start) + text[fact.end :]
    return text
