"""Makes a hundred thousand segments at once.

A frozen dataclass sets its fields one by one through `object.__setattr__`, 2 µs a
segment; filling the slots column by column in C takes a fifth of that.
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import repeat
from operator import add
from typing import Any

from posteditor.model import Segment, SegmentKind


@contextmanager
def collector_paused() -> Iterator[None]:
    """No garbage collection meanwhile: nothing here makes cycles, and looking for them
    among a million fresh objects takes as long as making these."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


class Spans:
    """Start, end and kind of the segments to come, as columns."""

    __slots__ = ("ends", "kinds", "starts")

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.kinds: list[SegmentKind] = []

    def add(self, start: int, end: int, kind: SegmentKind) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self.kinds.append(kind)


def make_segments(text: str, spans: Spans) -> tuple[Segment, ...]:
    """Segments of the spans of `text`, without surrounding whitespace; a span of
    whitespace gives none."""
    starts, kinds = spans.starts, spans.kinds
    texts = [text[start:end] for start, end in zip(starts, spans.ends, strict=True)]
    if any(map(_is_padded, texts)):
        starts = list(map(_skip_space, repeat(text), starts, spans.ends))
        texts = list(map(str.strip, texts))
        kept = [number for number, found in enumerate(texts) if found]
        starts = [starts[number] for number in kept]
        texts = [texts[number] for number in kept]
        kinds = [kinds[number] for number in kept]
    segments = tuple(map(object.__new__, repeat(Segment, len(starts))))
    _fill(segments, "index", range(len(starts)))
    _fill(segments, "start", starts)
    _fill(segments, "end", map(add, starts, map(len, texts)))
    _fill(segments, "text", texts)
    _fill(segments, "kind", kinds)
    _fill(segments, "furniture", repeat(None))
    return segments


def _is_padded(text: str) -> bool:
    return not text or text[0].isspace() or text[-1].isspace()


def _skip_space(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _fill(segments: Sequence[Segment], field: str, values: Iterable[Any]) -> None:
    deque(map(getattr(Segment, field).__set__, segments, values), maxlen=0)
