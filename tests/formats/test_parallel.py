"""Source and reference texts beside a document: all of them, or an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from posteditor.errors import InputError
from posteditor.formats.parallel import read_parallel
from posteditor.formats.reading import read_document
from posteditor.model import Document

TEXT = (
    "Post sponsored by Lantern.example\n\nThe Plan\n\nWe agree. We sign.\n\n- We go.\n"
)


@pytest.fixture
def document(tmp_path: Path) -> Document:
    path = tmp_path / "mt.txt"
    path.write_text(TEXT, encoding="utf-8")
    return read_document(path)


def parallel(document: Document, text: str, name: str = "ref.txt") -> dict[int, str]:
    path = document.path.with_name(name)
    path.write_text(text, encoding="utf-8")
    return read_parallel(document, path, role="reference", language="en")


EXPECTED = {1: "Our Plan", 2: "Yes. We do.", 3: "We sign it.", 4: "We leave."}


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\n\n", "\u2028"])
def test_as_many_lines_as_segments_belong_together(
    document: Document, newline: str
) -> None:
    assert parallel(document, newline.join(EXPECTED.values())) == EXPECTED


def test_the_mark_of_an_item_is_no_part_of_its_text(document: Document) -> None:
    lines = [*list(EXPECTED.values())[:3], "- We leave.", ""]
    assert parallel(document, "\n".join(lines)) == EXPECTED


def test_else_the_segments_must_be_as_many(document: Document) -> None:
    text = "Our Plan\n\nYes, we do. We sign it.\n\n- We leave.\n"
    found = parallel(document, text)
    assert list(found.values()) == [
        "Our Plan",
        "Yes, we do.",
        "We sign it.",
        "We leave.",
    ]
    assert list(found) == list(EXPECTED)


def test_furniture_of_the_other_text_is_left_out(document: Document) -> None:
    text = f"{TEXT}\nEDITOR’S NOTE: This text is a translation.\n"
    assert list(parallel(document, text).values()) == [
        "The Plan",
        "We agree.",
        "We sign.",
        "We go.",
    ]


def test_markdown_is_read_without_its_marks(document: Document) -> None:
    text = "# Our Plan\n\n> Yes.\n\n1. We sign it.\n2. We leave.\n"
    assert parallel(document, text, "ref.md") == EXPECTED | {2: "Yes."}


@pytest.mark.parametrize("name", ["ref.txt", "ref.md", "ref.ru"])
def test_another_number_is_an_error_with_both(document: Document, name: str) -> None:
    with pytest.raises(InputError) as caught:
        parallel(document, "One.\n\nTwo.\n\nThree.\n", name)
    reference = document.path.with_name(name)
    assert caught.value.message == (
        f"reference {reference} has 3 segments, {document.path} has 4"
    )
    assert caught.value.hint == "write it with one segment a line"


def test_any_extension_will_do_line_by_line(document: Document) -> None:
    assert parallel(document, "\n".join(EXPECTED.values()), "ref.ru") == EXPECTED


def test_its_own_encoding_may_be_named(document: Document) -> None:
    path = document.path.with_name("source.txt")
    path.write_bytes("План\nДа.\nНет.\nУходим.\n".encode("windows-1251"))
    found = read_parallel(
        document, path, role="source", language="ru", encoding="windows-1251"
    )
    assert found[1] == "План"
    with pytest.raises(InputError, match="is not utf-8"):
        read_parallel(document, path, role="source", language="ru")


def test_a_missing_file_is_named(document: Document) -> None:
    with pytest.raises(InputError, match="no such file"):
        parallel_path = document.path.with_name("none.txt")
        read_parallel(document, parallel_path, role="source", language=None)
