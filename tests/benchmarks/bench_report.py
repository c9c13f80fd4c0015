"""What reports cost: 10,000 sentences, a third of them revised, in every format; what
all share (reading, differences, counts, scores) first, by itself.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from posteditor.model import Document, Segment
from posteditor.reports.content import ReportContent
from posteditor.reports.docx import write_docx
from posteditor.reports.fromfiles import Making, Pair, from_documents
from posteditor.reports.html import write_html
from posteditor.reports.jsonreport import write_json
from posteditor.reports.markdown import write_markdown
from posteditor.reports.scoring import score
from posteditor.reports.xlsx import write_xlsx
from posteditor.scoring.running import cores
from tests.benchmarks.bench_diff import WORDS

Row = tuple[str, float, float, str]
SENTENCES = 10_000
WRITERS: dict[str, Callable[[ReportContent], object]] = {
    "html": write_html,
    "docx": write_docx,
    "markdown": write_markdown,
    "json": write_json,
    "xlsx": write_xlsx,
}


def document(name: str, texts: list[str]) -> Document:
    segments, at = [], 0
    for index, text in enumerate(texts):
        segments.append(Segment(index=index, start=at, end=at + len(text), text=text))
        at += len(text) + 1
    return Document(
        path=Path(name), text="\n".join(texts), segments=tuple(segments), format="txt"
    )


def pair() -> Pair:
    """Two versions: sentences of 8 to 35 words, every third with a word in eight
    changed."""
    rng = random.Random(22)
    olds, news = [], []
    for number in range(SENTENCES):
        words = rng.choices(WORDS, k=rng.randint(8, 35))
        olds.append(f"{' '.join(words)} {number}.")
        if number % 3 == 0:
            words = [w if rng.random() < 7 / 8 else rng.choice(WORDS) for w in words]
        news.append(f"{' '.join(words)} {number}.")
    return Pair(mt=document("mt.txt", olds), pe=document("pe.txt", news))


def run() -> list[Row]:
    both = pair()
    scorer = partial(score, processes=cores())
    making = Making(now=datetime(2026, 3, 9, tzinfo=UTC), version="1", score=scorer)
    begin = time.perf_counter()
    content = from_documents(both, making)
    shared = time.perf_counter() - begin
    rows = [(f"report: {SENTENCES:,} sentences, content", shared, 0.0, "-")]
    for name, write in WRITERS.items():
        begin = time.perf_counter()
        write(content)
        seconds = time.perf_counter() - begin
        rows.append((f"report: {name}, writing alone", seconds, 0.0, "-"))
        rows.append((f"report: {name} in all", shared + seconds, 0.0, "-"))
    return rows
