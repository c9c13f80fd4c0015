"""Units and suggestions for tests."""

from __future__ import annotations

from typing import Any

from posteditor.checkers.protocol import Unit
from posteditor.model import SegmentKind, Suggestion


def units(*texts: str, kind: SegmentKind = SegmentKind.SENTENCE) -> list[Unit]:
    return [
        Unit(segment=index, text=text, kind=kind) for index, text in enumerate(texts)
    ]


def suggest(start: int, end: int, text: str = "", **fields: Any) -> Suggestion:
    """A suggestion of the rules with a replacement, unless the fields say otherwise."""
    defaults: dict[str, Any] = {
        "segment": 0,
        "message": "message",
        "rule": "pack/rule",
        "checker": "rules",
        "replacements": ("new",),
        "category": "fluency/grammar",
    }
    return Suggestion(start=start, end=end, text=text, **{**defaults, **fields})
