"""What the client makes of servers: well, ill, silent, strange, endless."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from posteditor.checkers.languagetool.client import Client, RefusedError
from posteditor.errors import ServiceError
from tests.checkers.languagetool.fake import Reply, body, serving


def asking(reply: Reply, timeout: float = 10.0) -> ServiceError:
    with (
        serving(lambda fields: reply) as fake,
        pytest.raises(ServiceError) as raised,
    ):
        Client(fake.url, timeout=timeout).check({"text": "a", "language": "en-US"})
    assert fake.url in raised.value.message
    assert "\n" not in str(raised.value)
    return raised.value


def test_an_answer_is_its_version_and_matches() -> None:
    with serving(lambda fields: (200, body())) as fake:
        client = Client(fake.url, timeout=10.0)
        assert client.is_ready()
        answer = client.check({"text": "Grüße & 🙂", "language": "de-DE"})
    assert (answer.version, answer.matches) == ("6.8", ())
    assert fake.asked == [{"text": "Grüße & 🙂", "language": "de-DE"}]


@pytest.mark.parametrize(
    "content",
    [
        b"<html>Welcome</html>",
        b"",
        b"[]",
        b'"text"',
        b'{"matches": []}',
        b'{"matches": 3, "software": {"version": "6.8"}}',
        b'{"matches": [3], "software": {"version": "6.8"}}',
        b"[" * 100_000,
        b"\xff\xfe",
    ],
)
def test_what_is_no_languagetool_server_is_told_so(content: bytes) -> None:
    error = asking((200, content))
    assert "does not answer as a LanguageTool server" in error.message


@pytest.mark.parametrize("code", [413, 500])
def test_a_refused_text_is_the_text_s_trouble(code: int) -> None:
    error = asking((code, b"Error: Your text exceeds the limit\nof 20 characters."))
    assert isinstance(error, RefusedError)
    assert error.message.endswith("Your text exceeds the limit of 20 characters.")


@pytest.mark.parametrize(
    ("code", "content", "told"),
    [
        (404, b"<html>not found</html>", "does not answer as a LanguageTool server"),
        (400, b"Error: 'xx' is not a language code known", "does not know this lang"),
        (400, b"Error: \x1b[31mtext\x00", "answers 400: ␛[31mtext␀"),
        (426, b"", "takes no more texts for now"),
        (429, b"", "takes no more texts for now"),
        (503, b"", "answers 503: Service Unavailable"),
    ],
)
def test_other_answers_are_the_server_s_trouble(
    code: int, content: bytes, told: str
) -> None:
    error = asking((code, content))
    assert not isinstance(error, RefusedError)
    assert told in error.message


def test_nobody_there() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        client = Client(f"http://127.0.0.1:{free.getsockname()[1]}", timeout=5.0)
        assert not client.is_ready()
        with pytest.raises(ServiceError, match="does not answer: Connection refused"):
            client.check({"text": "a"})


@contextmanager
def saying(greeting: bytes, *, forever: bytes = b"") -> Iterator[str]:
    """A server that says this to whoever comes, then the same again and again."""
    ended = threading.Event()
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        connection, _ = listener.accept()
        with connection:
            connection.sendall(greeting)
            try:
                while forever and not ended.is_set():
                    connection.sendall(forever)
                    ended.wait(0.01)
            except OSError:
                return
            ended.wait()

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        ended.set()
        thread.join()
        listener.close()


HEAD = b"HTTP/1.0 200 OK\r\n\r\n"


@pytest.mark.parametrize(
    ("greeting", "forever"), [(b"", b""), (HEAD, b""), (HEAD, b" ")]
)
def test_no_answer_or_one_without_end_is_given_up_in_time(
    greeting: bytes, forever: bytes
) -> None:
    with (
        saying(greeting, forever=forever) as url,
        pytest.raises(ServiceError, match=r"did not answer within 0\.3 s"),
    ):
        Client(url, timeout=0.3).check({"text": "a"})


def test_what_speaks_no_http() -> None:
    with (
        saying(b"220 mail ready\r\n") as url,
        pytest.raises(ServiceError, match="does not answer"),
    ):
        Client(url, timeout=5.0).check({"text": "a"})
