"""Asks a LanguageTool server, plainly by HTTP.

language-tool-python's own client can neither send a source text nor be given a
time-out, and starts a server where one has died. Rule: whatever goes wrong is a
`ServiceError` that names the server; nothing is asked twice, and no answer is read
without end.
"""

from __future__ import annotations

import http.client
import json
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

from posteditor.errors import ServiceError
from posteditor.sanitise import sanitise

MAX_ANSWER = 32 * 1024 * 1024
_PIECE = 64 * 1024
_TOLD = 160
_THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})
_TOO_MUCH = (413,)
_LIMITED = (426, 429)
_BROKEN = 500


class RefusedError(ServiceError):
    """The server is well but would not, or could not, read this very text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A finding as engines of LanguageTool's kind report it, its span already in code
    points."""

    start: int
    end: int
    rule: str
    message: str
    replacements: tuple[str, ...]
    category: str
    issue_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server made of a text: its version and its matches as it sent them."""

    version: str
    matches: tuple[Mapping[str, Any], ...]


class Client:
    """One server, at the address that `config.server_address` makes of a URL. Safe to
    use from several threads at once."""

    def __init__(self, url: str, *, timeout: float) -> None:
        self.base = url
        self._timeout = timeout
        handlers: list[urllib.request.BaseHandler] = []
        if urlsplit(self.base).hostname in _THIS_MACHINE:
            handlers.append(urllib.request.ProxyHandler({}))
        self._opener = urllib.request.build_opener(*handlers)

    def is_ready(self) -> bool:
        """Does it answer that it is well?"""
        try:
            return self._ask("healthcheck", None).strip() == b"OK"
        except ServiceError:
            return False

    def check(self, fields: Mapping[str, str]) -> Answer:
        """Check a text. `RefusedError` where only this text is the trouble, another
        `ServiceError` where the server is."""
        data = urlencode(fields).encode("ascii")
        return self._read(self._ask("check", data))

    def _read(self, body: bytes) -> Answer:
        try:
            raw = json.loads(body)
            matches = tuple(raw["matches"])
            software = raw["software"]
            version = str(software["version"])
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise self._stranger() from error
        if not all(isinstance(match, dict) for match in matches):
            raise self._stranger()
        return Answer(version=sanitise(version)[:_TOLD], matches=matches)

    def _stranger(self) -> ServiceError:
        return ServiceError(
            f"{self.base} does not answer as a LanguageTool server",
            hint="name another with --languagetool",
        )

    def _ask(self, what: str, data: bytes | None) -> bytes:
        request = urllib.request.Request(f"{self.base}/v2/{what}", data=data)
        try:
            with self._opener.open(request, timeout=self._timeout) as response:
                return self._receive(response)
        except urllib.error.HTTPError as error:
            with error:
                raise self._refusal(error) from error
        except urllib.error.URLError as error:
            raise self._silence(error.reason) from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise self._silence(error) from error

    def _receive(self, response: http.client.HTTPResponse) -> bytes:
        """The whole answer, in time: the library's limit is for each piece."""
        end = time.monotonic() + self._timeout
        pieces: list[bytes] = []
        size = 0
        while piece := response.read1(_PIECE):
            pieces.append(piece)
            size += len(piece)
            if size > MAX_ANSWER:
                raise self._stranger()
            if time.monotonic() > end:
                raise TimeoutError
        return b"".join(pieces)

    def _refusal(self, error: urllib.error.HTTPError) -> ServiceError:
        try:
            body = error.read(_PIECE).decode("utf-8", "replace")
        except (OSError, http.client.HTTPException):
            body = ""
        told = sanitise(" ".join(body.split()).removeprefix("Error: "))[:_TOLD]
        if error.code in _LIMITED:
            return ServiceError(
                f"{self.base} takes no more texts for now", hint="try again later"
            )
        if error.code in _TOO_MUCH or error.code == _BROKEN:
            return RefusedError(f"{self.base} refused a text: {told or error.reason}")
        if "is not a language code" in told:
            return ServiceError(f"{self.base} does not know this language")
        if told.startswith("<"):
            return self._stranger()
        return ServiceError(f"{self.base} answers {error.code}: {told or error.reason}")

    def _silence(self, reason: object) -> ServiceError:
        if isinstance(reason, TimeoutError):
            return ServiceError(
                f"{self.base} did not answer within {self._timeout:g} s",
                hint="set timeout under [languagetool]",
            )
        strerror = reason.strerror if isinstance(reason, OSError) else None
        told = sanitise(str(strerror or reason) or type(reason).__name__)
        return ServiceError(f"{self.base} does not answer: {told[:_TOLD]}")
