"""A LanguageTool server that answers as a test tells it to."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

Fields = dict[str, str]
Reply = tuple[int, bytes]
Answer = Callable[[Fields], Reply]


@dataclass(slots=True)
class Fake:
    """What was asked of it, in order."""

    url: str
    asked: list[Fields] = field(default_factory=list)


def match(
    text: str,
    words: str,
    *replacements: str,
    rule: str = "RULE",
    category: str = "GRAMMAR",
    issue_type: str = "grammar",
) -> dict[str, Any]:
    """A match as the server sends it, its offset counted in UTF-16 units."""
    at = text.index(words)
    return {
        "offset": _units(text[:at]),
        "length": _units(words),
        "message": f"about {words}",
        "replacements": [{"value": each} for each in replacements],
        "rule": {"id": rule, "issueType": issue_type, "category": {"id": category}},
    }


def body(*matches: dict[str, Any]) -> bytes:
    answer = {"software": {"version": "6.8"}, "matches": list(matches)}
    return json.dumps(answer).encode()


def finding(words: str, *replacements: str, **kind: str) -> Answer:
    """A server that flags these words once in every text that has them."""

    def answer(fields: Fields) -> Reply:
        text = fields["text"]
        found = [match(text, words, *replacements, **kind)] if words in text else []
        return 200, body(*found)

    return answer


@contextmanager
def serving(answer: Answer) -> Iterator[Fake]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._reply(200, b"OK")

        def do_POST(self) -> None:
            size = int(self.headers["Content-Length"])
            raw = parse_qs(self.rfile.read(size).decode())
            fields = {name: values[0] for name, values in raw.items()}
            fake.asked.append(fields)
            self._reply(*answer(fields))

        def _reply(self, code: int, content: bytes) -> None:
            self.send_response(code)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    fake = Fake(url=f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield fake
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
