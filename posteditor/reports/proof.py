"""Proof that a cleaned version says what the editor decided, and nothing else.

Rule: what is not proven is not saved.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import zip_longest

from posteditor.errors import ProofError
from posteditor.formats.writing import left_out
from posteditor.model import Document

Render = Callable[[Document, Mapping[int, str], frozenset[int]], str]

# Two private-use characters: one of the first, and one more of the second than the
# document has, so that no two parts of it that come together make a mark. No end of one
# is a beginning of one, so that what stands beside it cannot be taken for a part of it.
_FIRST, _SECOND = "\ue0f7", "\ue0f8"


def prove_text(
    text: str,
    document: Document,
    targets: Mapping[int, str],
    omitted: frozenset[int],
    render: Render,
) -> None:
    """`ProofError` unless `text` is the targets of the kept segments in order, set in
    what stands between the segments of the document; where a segment is left out or
    emptied, some of what stood around it may be missing, and nothing may be new.

    `render` is asked once more with a mark in place of every target: what it writes
    between the marks is the frame of the text, whatever the targets say.
    """
    omitted = left_out(document, targets, omitted)
    kept = [s.index for s in document.segments if s.index not in omitted]
    frames = frame(document, omitted, render)
    gaps = _gaps(document, omitted)
    if len(frames) != len(gaps) or any(
        written != "".join(parts) if len(parts) == 1 else not _is_within(written, parts)
        for written, parts in zip(frames, gaps, strict=True)
    ):
        raise _failed("it does not keep what stands between the sentences")
    expected = "".join(
        between + (targets[index] if index is not None else "")
        for between, index in zip_longest(frames, kept)
    )
    if text != expected:
        raise _failed("it does not say what the revisions say")


def frame(document: Document, omitted: frozenset[int], render: Render) -> list[str]:
    """What `render` writes before, between and behind the segments that are kept."""
    mark = _FIRST + _SECOND * (document.text.count(_SECOND) + 1)
    kept = [s.index for s in document.segments if s.index not in omitted]
    return render(document, dict.fromkeys(kept, mark), omitted).split(mark)


def prove_bytes(data: bytes, text: str, document: Document) -> None:
    """`ProofError` unless `data` reads back as `text` in the document's encoding."""
    codec = document.encoding
    if not data.startswith(codec.bom):
        raise _failed("it lacks its byte order mark")
    if data[len(codec.bom) :].decode(codec.name, "surrogatepass") != text:
        raise _failed(f"it does not read back in {codec.name}")


def _gaps(document: Document, omitted: frozenset[int]) -> list[list[str]]:
    """What stands before, between and behind the kept segments: one string each, or
    several where omitted segments stood between them."""
    gaps: list[list[str]] = [[]]
    at = 0
    for segment in document.segments:
        gaps[-1].append(document.text[at : segment.start])
        at = segment.end
        if segment.index not in omitted:
            gaps.append([])
    gaps[-1].append(document.text[at:])
    return gaps


def _is_within(written: str, parts: list[str]) -> bool:
    """Are the characters of `written` some of those of `parts`, in their order?"""
    left = iter("".join(parts))
    return all(character in left for character in written)


def _failed(why: str) -> ProofError:
    return ProofError(
        f"the cleaned version failed its proof: {why}; nothing was saved",
        hint="the decisions are safe in the store: please report this",
    )
