"""How scores are printed: a table, JSON, TSV or Markdown.

Rule: no more digits than a figure deserves, except in JSON, which has them all.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TextIO

from posteditor import __version__
from posteditor.cli.output import json_text
from posteditor.diff import EditCategory
from posteditor.model import Score
from posteditor.sanitise import sanitise
from posteditor.scoring.effort import effort_dict
from posteditor.scoring.gathered import Gathered
from posteditor.scoring.job import Job
from posteditor.scoring.request import DOCUMENTS
from posteditor.scoring.results import (
    Comparison,
    Results,
    Trials,
    by_document,
    by_segment,
)
from posteditor.scoring.schema import ScoredText, payload, score_dict

Row = tuple[str, ...]
_SMALLEST = 0.0005


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A table of the output. `numbers`: how many of its last columns are figures."""

    title: str
    header: Row
    rows: Iterable[Row]
    numbers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A job that is done, ready to be written."""

    job: Job
    gathered: Gathered
    results: Results
    trials: Trials

    def write(self, sink: TextIO, output_format: str, *, segments: bool) -> None:
        """Write everything; with `segments` every segment's scores, too."""
        if output_format == "json":
            self._write_json(sink, segments)
            return
        if output_format == "tsv":
            # One table a stream: programs read it.
            _write_tsv(sink, self._finest(segments))
            return
        parts = list(self._parts(segments))
        if output_format == "markdown":
            _write_markdown(sink, parts)
        else:
            _write_tables(sink, parts)

    def _parts(self, segments: bool) -> Iterator[Part]:
        yield Part(
            title="Scores",
            header=(*_SCORE_HEADER, "95 % interval"),
            rows=[_score_row(score) for score in self.results.scores],
            numbers=2,
        )
        if self.results.comparisons:
            yield Part(
                title=f"Compared with {self.results.comparisons[0].baseline}",
                header=("system", "metric", "test", "difference", "p"),
                rows=[_comparison_row(one) for one in self.results.comparisons],
                numbers=2,
            )
        if self.results.efforts:
            yield self._effort_part()
        if DOCUMENTS in self.job.texts:
            yield Part(
                title="By document",
                header=("document", *_SCORE_HEADER, "segments"),
                rows=self._document_rows(),
                numbers=2,
            )
        if segments:
            yield self._segment_part()
        yield Part(
            title="How they were made",
            header=("metric", "signature"),
            rows=self._signatures(),
            numbers=0,
        )

    def _effort_part(self) -> Part:
        plain = {name: effort_dict(one) for name, one in self.results.efforts.items()}
        kinds = [one.pop("categories") for one in plain.values()]
        names = list(next(iter(plain.values())))
        rows: list[Row] = [
            (name, *(_effort_cell(one[name]) for one in plain.values()))
            for name in names
        ]
        rows += [
            (f"{kind} edits", *(str(counted.get(kind, 0)) for counted in kinds))
            for kind in EditCategory
        ]
        return Part(
            title="Effort",
            header=("", *plain),
            rows=rows,
            numbers=len(plain),
        )

    def _figures(self) -> Part:
        return Part(
            title="Scores",
            header=(*_SCORE_HEADER, "low", "high", "segments"),
            rows=[_figure_row(score) for score in self.results.scores],
            numbers=4,
        )

    def _finest(self, segments: bool) -> Part:
        """The table that says most: by segment, by document, or of the whole."""
        if segments:
            return self._segment_part()
        if DOCUMENTS not in self.job.texts:
            return self._figures()
        rows = [
            (name, *_figure_row(score))
            for name, scores in self._documents()
            for score in scores
        ]
        header = ("document", *self._figures().header)
        return Part(title="By document", header=header, rows=rows, numbers=4)

    def _document_rows(self) -> Iterator[Row]:
        for name, scores in self._documents():
            for score in scores:
                yield (name, *_score_row(score)[:-1], f"{score.segments:,}")

    def _documents(self) -> Iterator[tuple[str, tuple[Score, ...]]]:
        names = self.job.texts[DOCUMENTS].texts()
        return by_document(self.job.plan, self.gathered, names)

    def _segment_part(self) -> Part:
        columns = [
            (c.pairing.system, c.pairing.against, str(c.measure.metric))
            for c in self.job.plan.columns
            if c.measure.metric.is_score
        ]
        heads = [
            f"{system} {metric} ({against})" for system, against, metric in columns
        ]
        rows = (
            (str(number), *(f"{values[column]:.1f}" for column in columns))
            for number, values in enumerate(
                by_segment(self.job.plan, self.gathered), start=1
            )
        )
        return Part(
            title="By segment",
            header=("segment", *heads),
            rows=rows,
            numbers=len(columns) + 1,
        )

    def _signatures(self) -> Iterator[Row]:
        seen = dict.fromkeys(
            (score.metric, score.signature)
            for score in self.results.scores
            if not score.is_mean
        )
        yield from seen

    def _write_json(self, sink: TextIO, segments: bool) -> None:
        """Segments are written as they come: there may be a million."""
        whole = self._payload()
        text = json_text(whole, sink)
        if segments:
            sink.write(text.removesuffix("\n}") + ',\n  "segments": [')
            comma = "\n"
            for values in by_segment(self.job.plan, self.gathered):
                cells = [
                    {"system": s, "against": a, "metric": m, "value": value}
                    for (s, a, m), value in values.items()
                ]
                sink.write(f"{comma}    {json.dumps(cells)}")
                comma = ",\n"
            text = "\n  ]\n}"
        sink.write(text + "\n")

    def _payload(self) -> dict[str, Any]:
        inputs = {
            role: ScoredText(
                path=text.name.text, sha256=text.sha256, segments=text.segments
            )
            for role, text in self.job.texts.items()
        }
        whole = payload(inputs, self.results.scores, self.results.comparisons)
        plan, trials = self.job.plan, self.trials
        whole["made"] = {
            "posteditor": __version__,
            "target_lang": plan.target_lang,
            "tokenizer": plan.tokenizer,
            "samples": trials.samples,
            "trials": trials.ar_trials,
            "tests": [str(test) for test in trials.tests],
            "seed": trials.seed,
        }
        if self.results.efforts:
            whole["effort"] = {
                name: effort_dict(one) for name, one in self.results.efforts.items()
            }
        if DOCUMENTS in self.job.texts:
            whole["documents"] = [
                {"document": name, "scores": [score_dict(score) for score in scores]}
                for name, scores in self._documents()
            ]
        return whole


_SCORE_HEADER = ("system", "against", "metric", "value")


def _score_row(score: Score) -> Row:
    metric = f"{score.metric}, mean of segments" if score.is_mean else score.metric
    low_high = score.interval
    return (
        score.system,
        score.against,
        metric,
        f"{score.value:.1f}",
        f"{low_high[0]:.1f}–{low_high[1]:.1f}" if low_high else "",
    )


def _effort_cell(number: float) -> str:
    return f"{number:.1f}" if isinstance(number, float) else f"{number:,}"


def _figure_row(score: Score) -> Row:
    low_high = score.interval
    bounds = (f"{bound:.2f}" for bound in low_high) if low_high else ("", "")
    system, against, metric, *_ = _score_row(score)
    return (system, against, metric, f"{score.value:.2f}", *bounds, str(score.segments))


def _comparison_row(one: Comparison) -> Row:
    p = f"{one.p:.3f}" if one.p >= _SMALLEST else "<0.001"
    return one.system, one.metric, one.test, f"{one.delta:+.1f}", p


def _write_tables(sink: TextIO, parts: Sequence[Part]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(file=sink, markup=False, highlight=False)
    if not console.is_terminal:
        console = Console(file=sink, markup=False, highlight=False, width=200)
    for part in parts:
        table = Table(title=part.title, box=SIMPLE_HEAD, title_justify="left")
        first = len(part.header) - part.numbers
        for at, head in enumerate(part.header):
            table.add_column(
                Text(sanitise(head)),
                justify="right" if at >= first else "left",
                overflow="fold",
            )
        for row in part.rows:
            table.add_row(*(Text(sanitise(cell)) for cell in row))
        console.print(table)


def _write_tsv(sink: TextIO, part: Part) -> None:
    for row in (part.header, *part.rows):
        sink.write("\t".join(_flat(cell) for cell in row) + "\n")


def _write_markdown(sink: TextIO, parts: Sequence[Part]) -> None:
    for part in parts:
        first = len(part.header) - part.numbers
        rule = ["---:" if at >= first else "---" for at in range(len(part.header))]
        sink.write(f"## {part.title}\n\n")
        for row in (part.header, rule, *part.rows):
            cells = (_flat(cell).replace("|", "\\|") for cell in row)
            sink.write(f"| {' | '.join(cells)} |\n")
        sink.write("\n")


def _flat(cell: str) -> str:
    return sanitise(cell).replace("\t", " ").replace("\n", " ")
