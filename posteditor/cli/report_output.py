"""Where a report goes, and as what.

Rules: nothing that stands somewhere is overwritten unasked; binary formats do not go
to standard output.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from posteditor.cli.output import prepared
from posteditor.errors import OutputConflictError, OutputError, UsageError
from posteditor.sanitise import sanitise

if TYPE_CHECKING:
    from posteditor.reports.content import ReportContent
    from posteditor.reports.several import Portfolio

_SUFFIXES = {
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".md": "markdown",
    ".markdown": "markdown",
    ".json": "json",
    ".xlsx": "xlsx",
}
FORMATS = tuple(dict.fromkeys(_SUFFIXES.values()))
_BINARY = ("docx", "xlsx")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A file, or standard output, and what is written there."""

    output: Path | None
    kind: str
    force: bool

    def write_one(self, content: ReportContent) -> bytes:
        """The report on one document."""
        return _one(self.kind)(content)

    def spare(self, inputs: Iterable[str]) -> None:
        """`OutputError` where the report would take the place of what it is about."""
        for path in inputs:
            if self.output is not None and _is_same(self.output, path):
                raise OutputError(
                    f"{self.output}: is what is reported on, which is never changed",
                    hint="name another file",
                )

    def write_several(self, portfolio: Portfolio) -> bytes:
        """The report on several sessions."""
        return _several(self.kind)(portfolio)


def target_of(
    output: Path | None, wanted: str | None, *, force: bool, several: bool
) -> Target:
    """Judge format and place before any work. `UsageError`, `OutputConflictError`."""
    kind = _kind(output, wanted)
    if several and kind == "docx":
        raise UsageError(
            "a report on several sessions cannot be a .docx",
            hint="choose html, markdown, json or xlsx",
        )
    if output is None and kind in _BINARY:
        raise UsageError(f"--format {kind}: is no text", hint="name a file: --output")
    target = Target(output=output, kind=kind, force=force)
    _check_free(target)
    return target


def put(data: bytes, target: Target) -> None:
    """Write the report. `OutputError` where it cannot be written."""
    if target.output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    with prepared(target.output) as part:
        part.write_bytes(data)
        _check_free(target)
    click.echo(sanitise(str(target.output)), err=True)


def _check_free(target: Target) -> None:
    output = target.output
    if output is None:
        return
    if output.is_dir():
        raise OutputError(f"{output}: is a folder", hint="name a file in it")
    if not target.force and os.path.lexists(output):
        raise OutputConflictError(f"{output}: exists", hint="--force overwrites it")


def _is_same(output: Path, path: str) -> bool:
    try:
        return output.samefile(path)
    except (OSError, ValueError):
        return False


def _kind(output: Path | None, wanted: str | None) -> str:
    if wanted is not None:
        if wanted in FORMATS:
            return wanted
        known = {**{name: name for name in FORMATS}, "md": "markdown", "excel": "xlsx"}
        near = get_close_matches(wanted.lower(), known, n=1, cutoff=0.5)
        hint = (
            f"did you mean {known[near[0]]}?"
            if near
            else f"known: {', '.join(FORMATS)}"
        )
        raise UsageError(f"unknown format {wanted!r}", hint=hint)
    if output is None:
        return "markdown"
    kind = _SUFFIXES.get(output.suffix.lower())
    if kind is None:
        raise UsageError(
            f"{output}: its ending tells no format",
            hint=f"add --format {'|'.join(FORMATS)}",
        )
    return kind


def _one(kind: str) -> Callable[[ReportContent], bytes]:
    if kind == "html":
        from posteditor.reports.html import write_html

        return lambda content: write_html(content).encode("utf-8")
    if kind == "docx":
        from posteditor.reports.docx import write_docx

        return write_docx
    if kind == "markdown":
        from posteditor.reports.markdown import write_markdown

        return lambda content: write_markdown(content).encode("utf-8")
    if kind == "json":
        from posteditor.reports.jsonreport import write_json

        return write_json
    from posteditor.reports.xlsx import write_xlsx

    return write_xlsx


def _several(kind: str) -> Callable[[Portfolio], bytes]:
    from posteditor.reports import several_writers as writers

    known: dict[str, Callable[[Portfolio], bytes]] = {
        "html": writers.several_html,
        "markdown": writers.several_markdown,
        "json": writers.several_json,
        "xlsx": writers.several_xlsx,
    }
    return known[kind]
