"""Segments made of lines: each line one segment, each sentence after a "‖" its own."""

from __future__ import annotations

from pathlib import Path

from posteditor.cleaning import load_patterns, mark_furniture
from posteditor.cleaning.patterns import Patterns
from posteditor.model import Provenance, Segment

BODY = (
    "The Council met in Lundehamn and adopted its plan of work.",
    "Nine member states have agreed on common rules for pilots.",
    "We thank the chairmanship for its hospitality.",
)


def segments_of(*paragraphs: str) -> tuple[tuple[Segment, ...], str]:
    """Paragraphs parted by a blank line, lines by a line feed, sentences by "‖"."""
    segments: list[Segment] = []
    text = ""
    for paragraph in paragraphs:
        text += "\n\n" if text else ""
        for number, line in enumerate(paragraph.split("\n")):
            text += "\n" if number else ""
            for place, sentence in enumerate(line.split("‖")):
                text += " " if place else ""
                start = len(text)
                text += sentence
                segments.append(
                    Segment(
                        index=len(segments), start=start, end=len(text), text=sentence
                    )
                )
    return tuple(segments), text


def mark(
    *paragraphs: str, patterns: Patterns | None = None
) -> tuple[tuple[Segment, ...], Provenance]:
    segments, text = segments_of(*paragraphs)
    return mark_furniture(segments, text, patterns or load_patterns())


def furniture(*paragraphs: str, patterns: Patterns | None = None) -> list[str]:
    marked, _ = mark(*paragraphs, patterns=patterns)
    return [segment.text for segment in marked if segment.is_furniture]


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
