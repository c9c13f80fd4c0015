"""Where sentencex would cut, in the offsets of the text.

Rule: the blocks are handed to it joined by blank lines, in one call, with every
newline inside a block as a space; what it does wrong costs a cut, never a character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from posteditor.model import Block
from posteditor.segmentation.marks import SENTENCE_END

LONG_BLOCK = 4_000
"""Code points. sentencex takes quadratic time in a paragraph with many quotation marks,
so longer blocks are handed to it in pieces of about this length."""

_PARAGRAPH = "\n\n"
_SURROGATES = re.compile("[\ud800-\udfff]")
_SPACES = ("\n", "\r", "\u00a0", "\u202f")


def flatten(text: str) -> str:
    """The text with newlines and no-break spaces as spaces: same length, same words."""
    for character in _SPACES:
        if character in text:
            text = text.replace(character, " ")
    return text


def candidate_cuts(
    flat: str, blocks: Sequence[Block], language: str
) -> Iterator[list[int]]:
    """For each block the places inside it where a sentence may begin, in order."""
    parts: list[tuple[int, int]] = []
    soft: set[int] = set()
    for block in blocks:
        if block.end - block.start <= LONG_BLOCK:
            parts.append((block.start, block.end))
        else:
            parts.extend(_pieces(flat, block.start, block.end, soft))
    cuts = _cuts(flat, parts, language)
    cut = next(cuts, None)
    part = 0
    for block in blocks:
        found: list[int] = []
        while part < len(parts) and parts[part][1] <= block.end:
            start, end = parts[part]
            if start in soft:
                found.append(start)
            while cut is not None and cut < end:
                found.append(cut)
                cut = next(cuts, None)
            part += 1
        yield found


def _pieces(
    flat: str, start: int, end: int, soft: set[int]
) -> Iterator[tuple[int, int]]:
    """A long block in pieces, cut where sentences may end (`soft` takes these) or, in a
    text without any, at a fixed length."""
    while end - start > LONG_BLOCK:
        middle = start + LONG_BLOCK
        match = SENTENCE_END.search(flat, middle, min(end, middle + LONG_BLOCK))
        cut = match.end() if match else middle + LONG_BLOCK
        if cut >= end:
            break
        if match:
            soft.add(cut)
        yield start, cut
        start = cut
    yield start, end


def _cuts(flat: str, parts: list[tuple[int, int]], language: str) -> Iterator[int]:
    joined = _encodable(_PARAGRAPH.join([flat[start:end] for start, end in parts]))
    ends = _ends(joined, _sentences(joined, language))
    place = next(ends, None)
    begin = 0
    for start, end in parts:
        close = begin + end - start
        shift = start - begin
        while place is not None and place < close:
            if place > begin:
                yield place + shift
            place = next(ends, None)
        begin = close + len(_PARAGRAPH)


def _ends(joined: str, sentences: list[str]) -> Iterator[int]:
    """Where each sentence ends. sentencex reads long texts in chunks, and leaves out
    the blank lines between two chunks."""
    at = 0
    for sentence in sentences:
        if not joined.startswith(sentence, at):
            at = joined.find(sentence, at)
            if at < 0:
                return
        at += len(sentence)
        yield at


def _sentences(joined: str, language: str) -> list[str]:
    import sentencex

    sentences: list[str] = sentencex.segment(language, joined)
    return sentences


def _encodable(text: str) -> str:
    """The text without lone surrogates: same length."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATES.sub("\ufffd", text)
    return text
