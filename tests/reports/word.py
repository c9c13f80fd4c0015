"""Tracked changes of a .docx decided on, and its text read, without an office.

Rule: as Word does it: a paragraph whose end goes is joined with the next.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from xml.etree import ElementTree
from zipfile import ZipFile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(data: bytes, name: str = "document") -> ElementTree.Element:
    """A part of the file, which must be well-formed."""
    with ZipFile(io.BytesIO(data)) as archive:
        return ElementTree.fromstring(archive.read(f"word/{name}.xml"))


def decided(data: bytes, *, accept: bool) -> list[str]:
    """The paragraphs that hold text after all changes were accepted or rejected."""
    gone = "del" if accept else "ins"
    found, text = [], ""
    for paragraph in part(data).iter(f"{W}p"):
        text += "".join(_texts(paragraph, gone))
        if paragraph.find(f"{W}pPr/{W}rPr/{W}{gone}") is None:
            found.append(text)
            text = ""
    return [one for one in [*found, text] if one.strip()]


def _texts(paragraph: ElementTree.Element, gone: str) -> Iterator[str]:
    for child in paragraph:
        if child.tag in (f"{W}{gone}", f"{W}pPr"):
            continue
        for piece in child.iter():
            if piece.tag in (f"{W}t", f"{W}delText"):
                yield piece.text or ""
            elif piece.tag == f"{W}br":
                yield "\n"
            elif piece.tag == f"{W}tab":
                yield "\t"


def comments(data: bytes) -> dict[str, str]:
    """The text of each comment by the text it stands at, changes marked up or not."""
    said = {
        one.attrib[f"{W}id"]: "\n".join(
            "".join(_texts(line, "")) for line in one.iter(f"{W}p")
        )
        for one in part(data, "comments")
    }
    found = {}
    for paragraph in part(data).iter(f"{W}p"):
        at: dict[str, str] = {}
        for child in paragraph:
            number = child.attrib.get(f"{W}id", "")
            if child.tag == f"{W}commentRangeStart":
                at[number] = ""
            elif child.tag == f"{W}commentRangeEnd":
                found[at.pop(number)] = said[number]
            else:
                wrapped = ElementTree.Element("p")
                wrapped.append(child)
                text = "".join(_texts(wrapped, ""))
                at = {open_: before + text for open_, before in at.items()}
    return found
