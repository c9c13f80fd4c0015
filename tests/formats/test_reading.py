"""Good and bad files: each is read as it is, or refused in one clear line."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posteditor.errors import DecodingError, ExitCode, InputError, UsageError
from posteditor.formats.decoding import decode
from posteditor.formats.reading import MAX_BYTES, read_document
from posteditor.formats.writing import write
from posteditor.model import Document, TextEncoding
from tests.formats.contract import PATTERNS, assert_covers

RUSSIAN = "Уважаемые коллеги! Мы благодарим председательство за организацию заседания."
ENCODINGS = [
    (b"", "utf-8"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
]


def read(
    folder: Path, data: bytes, name: str = "in.txt", encoding: str | None = None
) -> Document:
    path = folder / name
    path.write_bytes(data)
    document = read_document(path, patterns=PATTERNS, encoding=encoding)
    assert_covers(document)
    assert write(document) == data
    return document


def refusal(path: Path, **options: int | str) -> InputError:
    """The error for this file, which must be one line that names it."""
    with pytest.raises(InputError) as caught:
        read_document(path, **options)  # type: ignore[arg-type]
    error = caught.value
    assert error.exit_code is ExitCode.INPUT
    assert "\n" not in str(error)
    return error


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
    st.sampled_from(ENCODINGS),
    st.sampled_from(["\n", "\r\n", "\r", "\u2028"]),
)
def test_every_text_in_every_encoding_decodes_and_comes_back(
    text: str, encoding: tuple[bytes, str], newline: str
) -> None:
    bom, name = encoding
    text = (text.lstrip("\ufeff") + newline + "A").replace("\n", newline)
    data = bom + text.encode(name)
    if not bom and any(data.startswith(other) for other, _ in ENCODINGS if other):
        return
    assert decode(data, "in.txt", None) == (text, TextEncoding(name=name, bom=bom))


@pytest.mark.parametrize(("bom", "name"), ENCODINGS)
@pytest.mark.parametrize(
    "text", ["We agree.", "We agree.\n", "\r\n\rWe\nagree.\r\n \t"]
)
def test_boms_and_newlines_survive(
    tmp_path: Path, bom: bytes, name: str, text: str
) -> None:
    document = read(tmp_path, bom + text.encode(name))
    assert document.text == text
    assert document.encoding == TextEncoding(name=name, bom=bom)


@pytest.mark.parametrize("encoding", ["windows-1252", "gb18030", "utf-16-le"])
@pytest.mark.parametrize("bom", [b"", codecs.BOM_UTF8])
def test_utf8_wins_over_a_given_encoding(
    tmp_path: Path, bom: bytes, encoding: str
) -> None:
    document = read(tmp_path, bom + "Café, done.".encode(), encoding=encoding)
    assert document.text == "Café, done."
    assert document.encoding == TextEncoding(name="utf-8", bom=bom)


def test_nul_bytes_are_no_utf8_where_an_encoding_is_given(tmp_path: Path) -> None:
    data = "We agree.".encode("utf-16-be")
    assert data.decode("utf-8")
    assert read(tmp_path, data, encoding="utf-16-be").text == "We agree."


def test_escapes_of_seven_bits_are_no_utf8_where_they_are_named(tmp_path: Path) -> None:
    data = "会議は終わった。".encode("iso2022_jp")
    assert data.isascii()
    assert read(tmp_path, data, encoding="iso-2022-jp").text == "会議は終わった。"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("windows-1251", RUSSIAN),
        ("koi8-r", RUSSIAN),
        ("gb18030", "我们来了。我们留下。"),
        ("utf-16", "We agree."),
        ("UTF-8-SIG", "We agree."),
        ("utf-32-be", "We agree."),
    ],
)
def test_other_encodings_are_read_when_named(
    tmp_path: Path, encoding: str, text: str
) -> None:
    codec = {"utf-16": "utf-16-le", "UTF-8-SIG": "utf-8"}.get(encoding, encoding)
    assert read(tmp_path, text.encode(codec), encoding=encoding).text == text


def test_a_wrong_encoding_is_refused_with_a_guess(tmp_path: Path) -> None:
    path = tmp_path / "in.txt"
    path.write_bytes((RUSSIAN * 3).encode("windows-1251"))
    error = refusal(path)
    assert isinstance(error, DecodingError)
    assert error.message == f"{path}, byte 1: is not utf-8 text"
    assert error.hint == "it looks like windows-1251: try --encoding windows-1251"
    assert isinstance(refusal(path, encoding="ascii"), DecodingError)


@pytest.mark.parametrize(
    "data",
    [
        b"We \xed\xa0\x80 agree.",
        codecs.BOM_UTF16_LE + b"\x00\xd8A\x00",
        codecs.BOM_UTF16_BE + b"\x00A\x00",
        codecs.BOM_UTF32_LE + b"\x00\x00\x11\x00",
        b"We agree.\xff",
    ],
)
def test_lone_surrogates_and_broken_units_are_refused(
    tmp_path: Path, data: bytes
) -> None:
    path = tmp_path / "in.txt"
    path.write_bytes(data)
    assert isinstance(refusal(path), DecodingError)


@pytest.mark.parametrize(
    ("encoding", "data"),
    [("utf-7", b"+AEE-"), ("iso2022_jp", b"\x1b(BA")],
)
def test_what_would_not_come_back_is_refused(
    tmp_path: Path, encoding: str, data: bytes
) -> None:
    path = tmp_path / "in.txt"
    path.write_bytes(data)
    assert "byte for byte" in refusal(path, encoding=encoding).message


@pytest.mark.parametrize("name", ["no-such", "hex", "rot13", "", "utf\0", "Ж"])
def test_an_unknown_encoding_is_a_usage_error(tmp_path: Path, name: str) -> None:
    path = tmp_path / "in.txt"
    path.write_bytes(b"We agree.")
    if not name:
        assert read_document(path, encoding=name).text == "We agree."
        return
    with pytest.raises(UsageError, match="is not a text encoding"):
        read_document(path, encoding=name)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "only whitespace"),
        (codecs.BOM_UTF8, "only whitespace"),
        (b"%PDF-1.7 words", "a PDF file"),
        (b"PK\x03\x04words", "office document"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"We\0agree.", "NUL bytes"),
        ("We agree.".encode("utf-16-le"), "NUL bytes"),
        (codecs.BOM_UTF16_LE + "We\0agree.".encode("utf-16-le"), "NUL characters"),
        (bytes(range(256)), "NUL bytes"),
    ],
)
@pytest.mark.parametrize("name", ["in.txt", "in.md", "in"])
def test_what_is_no_text_is_refused(
    tmp_path: Path, data: bytes, words: str, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    error = refusal(path)
    assert words in error.message
    assert str(path) in error.message


def test_missing_files_and_folders_are_refused(tmp_path: Path) -> None:
    assert "no such file" in refusal(tmp_path / "none.txt").message
    assert "is a folder" in refusal(tmp_path).message
    (tmp_path / "file").write_bytes(b"A")
    assert "Not a directory" in refusal(tmp_path / "file" / "in.txt").message


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "in.txt"
    path.write_bytes(b"We agree.")
    path.chmod(0)
    assert "Permission denied" in refusal(path).message


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs Linux")
def test_a_file_that_fails_while_reading_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "in.txt"
    path.symlink_to("/proc/self/mem")
    assert "cannot be read" in refusal(path).message


def test_links_in_a_circle_pipes_and_impossible_names_are_refused(
    tmp_path: Path,
) -> None:
    circle = tmp_path / "circle.txt"
    circle.symlink_to(circle)
    assert "cannot be read" in refusal(circle).message
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    assert "not a regular file" in refusal(pipe).message
    assert "name of a file" in refusal(Path("a\0b.txt")).message
    assert "cannot be read" in refusal(Path("a" * 5000 + ".txt")).message


def test_a_file_of_200_mb_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "in.txt"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    error = refusal(path)
    assert "200 MiB, the limit is 64 MiB" in error.message
    assert MAX_BYTES == 64 * 1024 * 1024


def test_the_limit_is_the_callers(tmp_path: Path) -> None:
    path = tmp_path / "in.txt"
    path.write_bytes(b"We agree.")
    assert "too large" in refusal(path, max_bytes=8).message
    assert read_document(path, max_bytes=9).text == "We agree."


@pytest.mark.parametrize("name", ["in.docx", "in.TXT.bak", "in.\x1b[31m"])
def test_an_unknown_extension_is_refused_with_those_known(
    tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(b"We agree.")
    error = refusal(path)
    assert "cannot be read" in error.message
    assert error.hint == (
        "known: .txt, .text, .md, .markdown; a file without extension is plain text"
    )
    assert "\x1b" not in str(error)


@pytest.mark.parametrize(
    ("name", "format_name"),
    [
        ("in", "txt"),
        ("in.text", "txt"),
        ("IN.TXT", "txt"),
        ("in.Markdown", "md"),
        ("in.md", "md"),
    ],
)
def test_the_extension_names_the_format(
    tmp_path: Path, name: str, format_name: str
) -> None:
    assert read(tmp_path, b"We agree.", name).format == format_name


@pytest.mark.parametrize(
    "text",
    [
        "We \x1b[31magree\x1b[0m \x07\x08.",
        "We [red]agree[/red] [/ [link=x].",
        "Cafe\u0301 e\u0301te\u0301.",
        "الخطة \u202eجاهزة\u202c.",
        "We agree \U0001f469\u200d\U0001f680 \ufeff\ufffe.",
        "We\r\nagree\nand\rsign\u2028it.\r",
    ],
)
@pytest.mark.parametrize("name", ["in.txt", "in.md"])
def test_hostile_characters_are_kept(tmp_path: Path, text: str, name: str) -> None:
    document = read(tmp_path, text.encode(), name)
    assert document.text == text
    words = "".join("".join(s.text.split()) for s in document.segments)
    assert words == "".join(text.split())


@pytest.mark.parametrize(
    "unit", ["We sign the plan for all harbours. ", "words ", "我们同意港口的计划。"]
)
@pytest.mark.parametrize("name", ["in.txt", "in.md"])
def test_a_line_of_5_mb_is_read(tmp_path: Path, unit: str, name: str) -> None:
    data = (unit * (5_000_000 // len(unit.encode()))).encode()
    document = read(tmp_path, data, name)
    words = sum(len("".join(s.text.split())) for s in document.segments)
    assert words == len("".join(document.text.split()))
