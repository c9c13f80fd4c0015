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
so longer blocks are handed to it in pieces."""

PIECE = 1_500
"""Code points of such a piece, at least."""

_ELLIPSIS = re.compile(r"…[\"'”’»)\]]*\s+")
# "и т.д.", "и т.п.", "с.г.", where a capital follows.
_AND_SO_ON = re.compile(r"(?<=\b[тс])\. ?[дпг]\.\s+(?=[«„]?[А-ЯЁІЇЄҐ])")

_PARAGRAPH = "\n\n"
_SURROGATES = re.compile("[\ud800-\udfff]")
# sentencex panics at some initials before white space of more than one byte in UTF-8.
_SPACES = (
    "\n\r\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)


def flatten(text: str) -> str:
    """The text with newlines and all rare spaces as spaces: same length, same words."""
    for character in _SPACES:
        if character in text:
            text = text.replace(character, " ")
    return text


def candidate_cuts(flat: str, blocks: Sequence[Block], language: str) -> list[int]:
    """The places inside the blocks where a sentence may begin, in order."""
    starts: list[int] = []
    ends: list[int] = []
    soft: list[int] = []
    for block in blocks:
        start, end = block.start, block.end
        if end - start > LONG_BLOCK:
            for cut, is_end in _pieces(flat, start, end):
                starts.append(start)
                ends.append(cut)
                if is_end:
                    soft.append(cut)
                start = cut
        if start < end:
            starts.append(start)
            ends.append(end)
    soft += _missed(flat, language)
    cuts = _cuts(flat, starts, ends, language)
    return sorted([*cuts, *soft]) if soft else cuts


def _missed(flat: str, language: str) -> list[int]:
    """Where sentencex takes the end of a sentence for an abbreviation. Some of these
    places may lie outside of the blocks."""
    found: list[int] = []
    if "…" in flat:
        found += [match.end() for match in _ELLIPSIS.finditer(flat)]
    if language in {"ru", "uk"}:
        found += [match.end() for match in _AND_SO_ON.finditer(flat)]
    return found


def _pieces(flat: str, start: int, end: int) -> Iterator[tuple[int, bool]]:
    """Where the pieces of a long block end, but for the last, and whether a sentence
    may end there; in a text without such places they have a fixed length."""
    while end - start > LONG_BLOCK:
        match = SENTENCE_END.search(flat, start + PIECE, start + 2 * PIECE)
        start = match.end() if match else start + 2 * PIECE
        yield start, match is not None


def _sentences(text: str, language: str) -> list[str]:
    """What sentencex makes of the text; the whole of it where sentencex panics, which
    is no `Exception` in Python and must not end the program."""
    import sentencex

    try:
        text.encode()
    except UnicodeEncodeError:
        text = _SURROGATES.sub("\ufffd", text)
    try:
        sentences: list[str] = sentencex.segment(language, text)
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        return [text] if text else []
    return sentences


def _cuts(flat: str, starts: list[int], ends: list[int], language: str) -> list[int]:
    parts = [flat[start:end] for start, end in zip(starts, ends, strict=True)]
    # For long texts sentencex works in chunks and drops blank lines between these, so
    # the lengths of its sentences are added up for each part anew.
    sentences = iter(_sentences(_PARAGRAPH.join(parts), language))
    cuts: list[int] = []
    for start, end in zip(starts, ends, strict=True):
        at = start
        while at < end:
            sentence = next(sentences, None)
            if sentence is None:
                break
            if sentence[0] == "\n":
                continue
            at += len(sentence)
            if at < end:
                cuts.append(at)
        if at != end:
            return _cuts_one_by_one(parts, starts, language)
    return cuts


def _cuts_one_by_one(parts: list[str], starts: list[int], language: str) -> list[int]:
    """The slow way, should sentencex not keep the parts apart."""
    cuts: list[int] = []
    for start, part in zip(starts, parts, strict=True):
        at = 0
        for sentence in _sentences(part, language):
            at += len(sentence)
            if at < len(part):
                cuts.append(start + at)
    return cuts
