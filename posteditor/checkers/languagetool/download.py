"""Downloads LanguageTool and puts it in its place.

Rule: the place holds a whole installation or none: everything is fetched and unpacked
in a folder beside it, which is moved there at the end and removed whatever happens.
"""

from __future__ import annotations

import hashlib
import http.client
import shutil
import tempfile
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from posteditor.checkers.languagetool.installation import (
    Installation,
    Package,
    unpack,
)
from posteditor.errors import InputError, OutputError, PostEditorError, ServiceError

TIMEOUT = 60.0
_PIECE = 256 * 1024
# LanguageTool 6.8 has 250 MB.
MAX_DOWNLOAD = 512 * 1024 * 1024
# What is needed beside the download itself, by the size of the download.
UNPACKED = 2.5

Progress = Callable[[int], object]


def size_of(package: Package) -> int | None:
    """The bytes to download, None where the server does not tell. Nothing of it is
    fetched."""
    request = urllib.request.Request(package.url, method="HEAD")
    with _answering(package.url, request) as response:
        return _length(response)


def install(installation: Installation, package: Package, progress: Progress) -> None:
    """Download, check and unpack; `progress` is told the bytes that have come.

    `ServiceError` where the network is the trouble, `InputError` where what came is not
    what should have, `OutputError` where it cannot be written.
    """
    folder = installation.folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".install-", dir=folder) as name:
            work = Path(name)
            with (work / "download.zip").open("w+b") as archive:
                _fetch(package, archive, progress, room=work)
                unpacked = work / "unpacked"
                unpacked.mkdir()
                unpack(archive, unpacked, work=work)
            _put(unpacked, installation)
    except OSError as error:
        where = error.filename or folder
        raise OutputError(
            f"{where}: LanguageTool cannot be installed: {error.strerror or error}"
        ) from error


def _put(unpacked: Path, installation: Installation) -> None:
    found = unpacked / installation.home.name
    if not (found / "languagetool-server.jar").is_file():
        raise InputError(f"the download holds no {installation.home.name}")
    if installation.home.exists():
        shutil.rmtree(installation.home)
    found.rename(installation.home)


def _fetch(
    package: Package, archive: IO[bytes], progress: Progress, *, room: Path
) -> None:
    digest = hashlib.sha256()
    came = 0
    request = urllib.request.Request(package.url)
    with _answering(package.url, request) as response:
        size = _length(response)
        _require_room(size, room)
        while piece := _next(package.url, response):
            came += len(piece)
            if came > MAX_DOWNLOAD:
                raise InputError(f"{package.url}: more than {MAX_DOWNLOAD:,} bytes")
            digest.update(piece)
            archive.write(piece)
            progress(came)
    if size is not None and came < size:
        raise _lost(package.url, "the connection broke off")
    if digest.hexdigest() != package.sha256:
        raise InputError(
            f"{package.url}: not the LanguageTool that was expected (SHA-256 differs)",
            hint="try again, or look whether a proxy answers in its place",
        )
    archive.seek(0)


def _require_room(size: int | None, room: Path) -> None:
    """Say at once what would otherwise be known after minutes."""
    needed = int((size or 0) * (1 + UNPACKED))
    free = shutil.disk_usage(room).free
    if free < needed:
        raise OutputError(
            f"{room.parent}: the disk is too full: {free:,} bytes free, "
            f"{needed:,} needed"
        )


def _next(url: str, response: http.client.HTTPResponse) -> bytes:
    try:
        return response.read(_PIECE)
    except (OSError, http.client.HTTPException) as error:
        raise _lost(url, error) from error


@contextmanager
def _answering(
    url: str, request: urllib.request.Request
) -> Iterator[http.client.HTTPResponse]:
    try:
        response = urllib.request.urlopen(request, timeout=TIMEOUT)
    except urllib.error.HTTPError as error:
        error.close()
        raise ServiceError(f"{url}: answers {error.code} {error.reason}") from error
    except urllib.error.URLError as error:
        raise _lost(url, error.reason) from error
    except (OSError, http.client.HTTPException) as error:
        raise _lost(url, error) from error
    with response:
        yield response


def _lost(url: str, reason: object) -> PostEditorError:
    strerror = reason.strerror if isinstance(reason, OSError) else None
    told = strerror or str(reason) or type(reason).__name__
    return ServiceError(
        f"{url}: cannot be reached: {told}", hint="look whether the network is there"
    )


def _length(response: http.client.HTTPResponse) -> int | None:
    told = response.headers.get("Content-Length", "")
    return int(told) if told.isdecimal() else None
