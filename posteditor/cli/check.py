"""`posteditor check`: suggestions on files, one line each or as JSON."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from posteditor.checkers.engine import Engine
from posteditor.checkers.findings import Failure
from posteditor.checkers.merge import is_remark, listed, merge
from posteditor.checkers.protocol import CheckContext, Unit
from posteditor.checkers.registry import build_engine
from posteditor.checkers.vocabulary import collect
from posteditor.cli.options import (
    FILE,
    format_option,
    language_options,
    languagetool_option,
    level_option,
    read_document,
    read_sources,
    settings_for,
)
from posteditor.cli.output import complain, print_json, report_failures
from posteditor.cli.switches import Switched, switch_options
from posteditor.config import Settings
from posteditor.errors import ExitCode, PostEditorError, UsageError
from posteditor.model import Document, Level, Suggestion
from posteditor.sanitise import sanitise

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A document and the suggestions on it, in the order of the text."""

    document: Document
    suggestions: tuple[Suggestion, ...]
    failures: tuple[Failure, ...]


@click.command()
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="FILE...")
@language_options
@click.option("--source", type=FILE, metavar="S", help="The source text of one FILE.")
@languagetool_option
@switch_options
@level_option
@click.option(
    "--most",
    type=click.IntRange(min=1),
    metavar="N",
    help="Show the N most important suggestions of a sentence  [default: all]",
)
@format_option
def check(
    *,
    files: Sequence[Path],
    source: Path | None,
    source_lang: str | None,
    target_lang: str | None,
    encoding: str | None,
    languagetool: str | None,
    switches: Switched,
    most: int | None,
    level: str,
    output_format: str,
) -> int:
    """List suggestions on FILEs, one `path:line:column: rule: message` line each.

    Exit code 0: none. 1: some. 3: a file could not be read; the others were checked.
    4: a server that was asked for failed; the other checkers worked.
    """
    if source and len(files) > 1:
        raise UsageError(
            "--source is the source of one FILE", hint="check the files one by one"
        )
    settings = settings_for(languagetool=languagetool, switches=switches)
    engines = Engines(settings)
    worst = ExitCode.OK
    results: list[Checked] = []
    for file in files:
        try:
            document = read_document(
                file,
                settings,
                encoding=encoding,
                source_lang=source_lang,
                target_lang=target_lang,
            )
            engine = engines.reading(document)
            sources = read_sources(document, source) if source else None
            checked = check_document(
                document, engine, settings, Level(level), sources, most=most
            )
        except PostEditorError as error:
            complain(error)
            worst = max(worst, error.exit_code)
            continue
        report_failures(checked.failures)
        if checked.suggestions:
            worst = max(worst, ExitCode.FINDINGS)
        if any(failure.is_service for failure in checked.failures):
            worst = max(worst, ExitCode.SERVICE)
        results.append(checked)
        if output_format == "text":
            for line in text_lines(checked):
                click.echo(line)
    if output_format == "json":
        print_json({"version": 1, "documents": [as_json(r) for r in results]})
    return int(worst)


class Engines:
    """One engine for all documents in a language, so that packs are read, servers
    started and failures named once."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._engines: dict[str, Engine] = {}

    def reading(self, document: Document) -> Engine:
        language = document.target_lang
        if language not in self._engines:
            self._engines[language] = build_engine(
                self._settings, language, document.source_lang
            )
        return self._engines[language]


def check_document(
    document: Document,
    engine: Engine,
    settings: Settings,
    level: Level,
    sources: Mapping[int, str] | None = None,
    *,
    most: int | None = None,
) -> Checked:
    """Run an engine's checkers over a document's MT output, beside its `sources`; of a
    segment's suggestions the `most` important are kept."""
    segments = [s for s in document.segments if not s.is_furniture]
    units = [
        Unit(
            segment=s.index,
            text=s.text,
            mt=s.text,
            source=(sources or {}).get(s.index),
            kind=s.kind,
        )
        for s in segments
    ]
    context = CheckContext(
        target_lang=document.target_lang,
        source_lang=document.source_lang,
        level=level,
        vocabulary=collect((s.text for s in segments), settings.dictionary),
    )
    runs = engine.check_all(units, context)
    found = (
        merge(s for run in runs for s in run.suggestions.get(segment.index, ()))
        for segment in segments
    )
    return Checked(
        document=document,
        suggestions=tuple(
            s for each in found for s in sorted(listed(each, most), key=_place)
        ),
        failures=tuple(failure for run in runs for failure in run.failures),
    )


def _place(suggestion: Suggestion) -> tuple[int, int]:
    return suggestion.start, suggestion.end


def text_lines(checked: Checked) -> Iterator[str]:
    """`path:line:column: rule: message`, line and column from 1, in code points."""
    document = checked.document
    starts = [0, *(match.end() for match in _LINE_END.finditer(document.text))]
    for suggestion in checked.suggestions:
        offset = document.segments[suggestion.segment].start + suggestion.start
        line = bisect_right(starts, offset)
        column = offset - starts[line - 1] + 1
        message = f"{suggestion.rule}: {_told(suggestion)}"
        yield sanitise(f"{document.path}:{line}:{column}: {message}")


def _told(suggestion: Suggestion) -> str:
    if not suggestion.replacements:
        return suggestion.message
    choices = " | ".join(text or "(delete)" for text in suggestion.replacements)
    return f"{suggestion.text} -> {choices}: {suggestion.message}"


def as_json(checked: Checked) -> dict[str, Any]:
    """A document's part of the JSON output; offsets in code points of the file."""
    document = checked.document
    return {
        "path": str(document.path),
        "source_lang": document.source_lang,
        "target_lang": document.target_lang,
        "segments": len(document.segments),
        "suggestions": [
            suggestion_json(suggestion, document.segments[suggestion.segment].start)
            for suggestion in checked.suggestions
        ],
    }


def suggestion_json(suggestion: Suggestion, offset: int) -> dict[str, Any]:
    """One suggestion; `segment` counts from 1, as the editor numbers sentences."""
    return {
        "segment": suggestion.segment + 1,
        "start": offset + suggestion.start,
        "end": offset + suggestion.end,
        "text": suggestion.text,
        "message": suggestion.message,
        "replacements": list(suggestion.replacements),
        "rule": suggestion.rule,
        "checker": suggestion.checker,
        "category": suggestion.category,
        "severity": str(suggestion.severity),
        "safe": suggestion.safe,
        "also": list(suggestion.also),
        "remark": is_remark(suggestion),
    }
