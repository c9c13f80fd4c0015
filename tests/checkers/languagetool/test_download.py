"""Downloading: whole or not at all, whatever comes instead."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from posteditor.checkers.languagetool.download import install, size_of
from posteditor.checkers.languagetool.installation import (
    VERSION,
    Installation,
    Package,
    package,
)
from posteditor.errors import InputError, OutputError, ServiceError

HOME = f"LanguageTool-{VERSION}"


def archive(*names: str, content: bytes = b"jar") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name in names:
            made.writestr(name, content)
    return buffer.getvalue()


GOOD = archive(f"{HOME}/languagetool-server.jar", f"{HOME}/libs/a.jar")


@contextmanager
def offering(content: bytes, *, claimed: int | None = None, code: int = 200) -> Any:
    """A place that offers this, perhaps claiming another size."""

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self.send_response(code)
            self.send_header("Content-Length", str(claimed or len(content)))
            self.end_headers()

        def do_GET(self) -> None:
            self.do_HEAD()
            self.wfile.write(content)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield Package(
            url=f"http://127.0.0.1:{server.server_port}/a.zip",
            sha256=hashlib.sha256(content).hexdigest(),
        )
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Installation]:
    """An empty place; nothing but an installation may be in it at the end."""
    yield Installation(folder=tmp_path / "data" / "languagetool")
    if (tmp_path / "data" / "languagetool").is_dir():
        left = {path.name for path in (tmp_path / "data" / "languagetool").iterdir()}
        assert left <= {HOME}


def nothing(came: int) -> None:
    pass


def test_what_is_offered_is_installed_and_told_of(place: Installation) -> None:
    told: list[int] = []
    with offering(GOOD) as offered:
        assert size_of(offered) == len(GOOD)
        assert not place.is_installed
        install(place, offered, told.append)
    assert place.is_installed
    assert (place.home / "libs" / "a.jar").read_bytes() == b"jar"
    assert told[-1] == len(GOOD)
    assert place.size >= 6
    place.remove()
    assert not place.home.exists()


def test_what_was_half_there_is_replaced(place: Installation) -> None:
    place.home.mkdir(parents=True)
    (place.home / "old").touch()
    with offering(GOOD) as offered:
        install(place, offered, nothing)
    assert not (place.home / "old").exists()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"<html>log in first</html>", "cannot be unpacked"),
        (GOOD[:-30], "cannot be unpacked"),
        (archive("other/readme.txt"), f"holds no {HOME}"),
        (archive("../../outside.txt"), "cannot be unpacked"),
        (archive(f"{HOME}/zeros", content=b"\0" * 50_000_000), "cannot be unpacked"),
    ],
)
def test_what_is_no_languagetool_is_not_installed(
    place: Installation, content: bytes, told: str
) -> None:
    with offering(content) as offered, pytest.raises(InputError, match=told) as raised:
        install(place, offered, nothing)
    assert "\n" not in str(raised.value)
    assert not place.home.exists()
    assert not (place.folder.parent / "outside.txt").exists()


def test_another_file_than_expected_is_not_unpacked(place: Installation) -> None:
    with offering(GOOD) as offered, pytest.raises(InputError, match="SHA-256 differs"):
        install(place, Package(url=offered.url, sha256="0" * 64), nothing)
    assert not place.home.exists()


def test_a_download_that_breaks_off_leaves_nothing(place: Installation) -> None:
    with (
        offering(GOOD[:-30], claimed=len(GOOD)) as offered,
        pytest.raises(ServiceError, match="the connection broke off"),
    ):
        install(place, offered, nothing)
    assert not place.home.exists()


def test_a_disk_too_full_is_known_before_anything_comes(place: Installation) -> None:
    told: list[int] = []
    with (
        offering(GOOD, claimed=1 << 50) as offered,
        pytest.raises(OutputError, match="the disk is too full"),
    ):
        install(place, offered, told.append)
    assert not told


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    blocked = Installation(folder=tmp_path / "file" / "languagetool")
    with offering(GOOD) as offered, pytest.raises(OutputError, match="cannot be inst"):
        install(blocked, offered, nothing)


def interrupt(came: int) -> None:
    raise KeyboardInterrupt


def test_an_interrupted_download_leaves_nothing(place: Installation) -> None:
    with offering(GOOD) as offered, pytest.raises(KeyboardInterrupt):
        install(place, offered, interrupt)
    assert not place.home.exists()


@pytest.mark.parametrize("ask", [size_of, lambda p: None])
def test_no_such_file(place: Installation, ask: Callable[[Package], object]) -> None:
    with (
        offering(b"", code=404) as offered,
        pytest.raises(ServiceError, match="answers 404"),
    ):
        ask(offered)
        install(place, offered, nothing)


def test_nobody_there(place: Installation) -> None:
    gone = Package(url="http://127.0.0.1:9/a.zip", sha256="0" * 64)
    with pytest.raises(ServiceError, match="cannot be reached"):
        size_of(gone)
    with pytest.raises(ServiceError, match="cannot be reached"):
        install(place, gone, nothing)


def test_the_real_package_is_named_and_its_checksum_known() -> None:
    real = package()
    assert real.url.startswith("https://")
    assert VERSION in real.url
    assert len(real.sha256) == 64
