"""One mechanism on one text."""

from __future__ import annotations

from posteditor.checkers.rules.typography import TYPOGRAPHY

FINDERS = {mechanism.id: mechanism.find for mechanism in TYPOGRAPHY}


def mended(rule: str, text: str) -> str:
    """The text with the first replacement of every hit, which must not overlap."""
    end = len(text)
    for hit in sorted(FINDERS[rule](text), key=lambda each: -each.start):
        assert 0 <= hit.start <= hit.end <= end, f"{hit} overlaps"
        end = hit.start
        text = text[: hit.start] + hit.replacements[0] + text[hit.end :]
    return text


def flagged(text: str) -> dict[str, list[str]]:
    """What is flagged in the text, by rule, but for what needs a certain source."""
    found: dict[str, list[str]] = {}
    for mechanism in TYPOGRAPHY:
        if not mechanism.false_friend:
            for hit in mechanism.find(text):
                found.setdefault(mechanism.id, []).append(text[hit.start : hit.end])
    return found
