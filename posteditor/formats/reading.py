"""Reads a file as a document: one way in, one set of errors, whatever the format.

Rule: a file is judged before it is read, and nothing is read beyond the limit.
"""

from __future__ import annotations

import stat
from pathlib import Path

from posteditor.cleaning import Patterns, load_patterns
from posteditor.errors import InputError
from posteditor.formats.protocol import ReadOptions
from posteditor.formats.registry import format_name, load_format
from posteditor.model import Document
from posteditor.sanitise import sanitise

MAX_BYTES = 64 * 1024 * 1024


def read_document(
    path: Path,
    *,
    encoding: str | None = None,
    source_lang: str | None = None,
    target_lang: str | None = None,
    patterns: Patterns | None = None,
    max_bytes: int = MAX_BYTES,
) -> Document:
    """The document in the file `path`, its furniture marked.

    A BOM decides on the encoding, then strict UTF-8, then `encoding`. `source_lang`
    wins over what the text says of itself; the target is English unless `target_lang`
    says otherwise; `patterns` are the embedded ones by default.

    Raises `InputError` for what cannot be read as a document and `DecodingError` where
    the encoding is wrong; each names the file in one line.
    """
    name = format_name(path)
    data = read_bytes(path, max_bytes)
    options = ReadOptions(
        path=path,
        encoding=encoding,
        source_lang=source_lang,
        target_lang=target_lang,
        patterns=load_patterns() if patterns is None else patterns,
    )
    return load_format(name).read(data, options)


def read_bytes(path: Path, max_bytes: int = MAX_BYTES) -> bytes:
    """All bytes of a regular file of at most `max_bytes`. `InputError` otherwise."""
    where = sanitise(str(path))
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise InputError(f"{where}: is a folder", hint="name a file in it")
        if not stat.S_ISREG(status.st_mode):
            raise InputError(f"{where}: is not a regular file")
        if status.st_size > max_bytes:
            raise _too_large(where, status.st_size, max_bytes)
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except FileNotFoundError:
        raise InputError(f"{where}: no such file") from None
    except OSError as error:
        raise InputError(f"{where}: cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise InputError(f"{where}: cannot be the name of a file") from error
    if len(data) > max_bytes:
        raise _too_large(where, len(data), max_bytes)
    if not data:
        raise InputError(f"{where}: is empty")
    return data


def _too_large(where: str, size: int, limit: int) -> InputError:
    mebibyte = 1024 * 1024
    return InputError(
        f"{where}: is too large: {size / mebibyte:.0f} MiB, "
        f"the limit is {limit / mebibyte:.0f} MiB",
        hint="split it into parts",
    )
