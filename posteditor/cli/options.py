"""Options that several commands share, and what they build: settings, jobs, store."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click

from posteditor.cli.switches import Switched, switch_options, switched
from posteditor.config import Settings, load_settings
from posteditor.errors import UsageError
from posteditor.model import Document, Level
from posteditor.session.job import Job

F = TypeVar("F", bound=Callable[..., Any])


class FileName(click.Path):
    """The name of a file or a folder. An empty one, such as a variable of the shell
    that was never set, would be the current folder."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Any:
        if value == "":
            name = param.get_error_hint(ctx) if param and ctx else "a name"
            raise UsageError(f"{name}: the name is empty", hint="name a file")
        return super().convert(value, param, ctx)


FILE = FileName(path_type=Path)

_LANGUAGE = re.compile("(?P<language>[A-Za-z]{2,3})(?P<rest>(-[A-Za-z0-9]{1,8})*)")


level_option = click.option(
    "--level",
    type=click.Choice([str(level) for level in Level]),
    default=str(Level.FULL),
    show_default=True,
    help="Light: errors only. Full: style as well.",
)

store_option = click.option(
    "--store",
    type=FILE,
    metavar="DB",
    help="Where sessions are kept  [default: the user state folder]",
)

format_option = click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print.",
)


languagetool_option = click.option(
    "--languagetool",
    metavar="URL|local|off",
    help="Ask this LanguageTool server too, or one started here for the while.",
)


def language_option(name: str, about: str) -> Callable[[F], F]:
    """An option that takes a BCP 47 language."""
    return click.option(name, metavar="xx", callback=_language, help=about)


def language_options(command: F) -> F:
    """`--source-lang`, `--target-lang`, `--encoding`."""
    for option in (
        click.option(
            "--encoding",
            metavar="NAME",
            help="Encoding of the file where it is not UTF-8.",
        ),
        language_option("--target-lang", "Language of the translation  [default: en]"),
        language_option(
            "--source-lang",
            "Language it was translated from  [default: as the text tells]",
        ),
    ):
        command = option(command)
    return command


def job_options(command: F) -> F:
    """What `edit` and `fix` share: parallel texts, level, output folder, store."""
    for option in (
        store_option,
        click.option(
            "--output-dir",
            type=FILE,
            metavar="D",
            help="Folder for the outputs  [default: beside FILE]",
        ),
        languagetool_option,
        level_option,
        click.option(
            "--reference",
            type=FILE,
            metavar="R",
            help="An independent human translation, for scores.",
        ),
        click.option("--source", type=FILE, metavar="S", help="The source text."),
    ):
        command = option(command)
    return language_options(switch_options(command))


def settings_for(
    store: Path | None = None,
    *,
    languagetool: str | None = None,
    switches: Switched | None = None,
) -> Settings:
    """The user's settings, with the options of the command applied."""
    settings = load_settings(os.environ, store=store.absolute() if store else None)
    if switches:
        settings = switched(settings, switches)
    if languagetool is None:
        return settings
    server = settings.languagetool.asking(languagetool, "--languagetool")
    return replace(settings, languagetool=server)


def read_job(
    file: Path,
    settings: Settings,
    *,
    source: Path | None,
    reference: Path | None,
    level: str,
    encoding: str | None,
    source_lang: str | None,
    target_lang: str | None,
) -> Job:
    """Read a document and its parallel texts. `InputError` names what is wrong."""
    document = read_document(
        file,
        settings,
        encoding=encoding,
        source_lang=source_lang,
        target_lang=target_lang,
    )
    sources = read_sources(document, source) if source else None
    references = None
    if reference:
        from posteditor.formats.parallel import read_parallel

        references = read_parallel(
            document, reference, role="reference", language=document.target_lang
        )
    return Job(
        document=document,
        sources=sources,
        references=references,
        reference_file=_identity(reference) if reference else None,
        level=Level(level),
    )


def read_sources(document: Document, path: Path) -> dict[int, str]:
    """The source of each segment. `InputError` where the file does not fit."""
    from posteditor.formats.parallel import read_parallel

    return read_parallel(document, path, role="source", language=document.source_lang)


def _identity(path: Path) -> tuple[str, str]:
    """A file's path and the SHA-256 of its bytes."""
    with path.open("rb") as file:
        return str(path), hashlib.file_digest(file, "sha256").hexdigest()


def read_document(
    file: Path,
    settings: Settings,
    *,
    encoding: str | None,
    source_lang: str | None,
    target_lang: str | None,
) -> Document:
    """Read one document with the user's furniture patterns."""
    from posteditor.cleaning import load_patterns
    from posteditor.formats import reading

    return reading.read_document(
        file,
        encoding=encoding,
        source_lang=source_lang,
        target_lang=target_lang,
        patterns=load_patterns(settings.furniture),
    )


def _language(
    ctx: click.Context, param: click.Parameter, value: str | None
) -> str | None:
    if value is None:
        return None
    match = _LANGUAGE.fullmatch(value.replace("_", "-"))
    if match is None:
        raise UsageError(
            f"{param.opts[0]}: {value!r} is not a language",
            hint="use a code such as ru, en or pt-BR",
        )
    return match["language"].lower() + match["rest"]
