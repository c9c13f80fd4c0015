"""The engines that are measured: each alone, all embedded ones together, and stock
Harper as it comes, for comparison.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import harper

from posteditor.checkers.engine import Engine
from posteditor.checkers.merge import merge
from posteditor.checkers.protocol import CheckContext, Unit
from posteditor.checkers.registry import REGISTRY, build_engine
from posteditor.checkers.vocabulary import collect
from posteditor.config import LanguageTool, Settings
from posteditor.model import Block
from posteditor.segmentation import segment

# Start, end and replacements of a flag, in the text.
Flag = tuple[int, int, tuple[str, ...]]
# Of one text, whose source language may be known.
Flags = Callable[[str, str | None], list[Flag]]

ALL = "all together"
STOCK = "stock Harper"
SERVER = "languagetool"
ALONE = ("rules", "consistency", "harper", SERVER)
NAMES = (*ALONE, ALL, STOCK)


def flags_of(name: str) -> Flags:
    """The flags of an engine, merged as an editor sees them."""
    if name == STOCK:
        return _stock()
    off = frozenset(REGISTRY.keys() - {name}) if name in ALONE else frozenset[str]()
    server = LanguageTool(local=name == SERVER)
    settings = Settings(store=Path(), checkers_off=off, languagetool=server)
    engine = build_engine(settings, "en", None)
    return lambda text, source_lang: list(_flags(engine, text, source_lang))


def _flags(engine: Engine, text: str, source_lang: str | None) -> Iterator[Flag]:
    blocks = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(start=at, end=at + len(line)))
        at += len(line) + 1
    segments = segment(text, blocks, "en")
    units = [Unit(segment=s.index, text=s.text, kind=s.kind) for s in segments]
    context = CheckContext(
        source_lang=source_lang,
        vocabulary=collect((s.text for s in segments), frozenset()),
    )
    runs = engine.check_all(units, context)
    for each in segments:
        found = merge(s for run in runs for s in run.suggestions.get(each.index, ()))
        for one in found:
            yield each.start + one.start, each.start + one.end, one.replacements


def _stock() -> Flags:
    linter = harper.Linter(harper.Dialect.AMERICAN)

    def flags(text: str, source_lang: str | None) -> list[Flag]:
        return [
            (lint.span.start, lint.span.end, tuple(_texts(lint)))
            for lint in linter.lint(text, language="plaintext", dedup=False)
        ]

    return flags


def _texts(lint: harper.Lint) -> Sequence[str]:
    return [one.replacement_text for one in lint.suggestions]
