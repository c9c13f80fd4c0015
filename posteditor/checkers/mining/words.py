"""Lines cut into sentences of words, and the phrases that stand in them.

Rule: case counts only where it tells a name: a word that opens a sentence is put in
lower case if the texts know it so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence

Lines = Callable[[], Iterator[str]]  # each call reads the text anew, line by line
Gram = tuple[str, ...]

OPENING = "^"
CLOSING = "$"
NUMBER = "<num>"
_EDGES = frozenset((OPENING, CLOSING))
_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,\u00a0\u202f]\d+)*)"
    r"|(?P<word>[^\W\d_]+(?:[’'&.\-‑](?=\w)\w+)*)"
    r"|(?P<end>[.!?…]+(?=[\"'”’»)\]]*\s+[\"'“‘«(\[]*[A-Z\d]))"
    r"|(?P<mark>[,;:()?!\"“”«»–—%])"
)
_LONGEST_WORD = 60
_BEFORE_STOP = frozenset({"mr", "mrs", "ms", "dr", "st", "no", "vs", "prof", "gen"})


def sentences(line: str) -> Iterator[list[str]]:
    """The words and marks of each sentence of a line, in the case they stand in; a
    number is `<num>`; a full stop is left out."""
    found: list[str] = []
    for match in _TOKEN.finditer(line):
        if match.lastgroup == "number":
            found.append(NUMBER)
        elif match.lastgroup != "end":
            found.append(match[0][:_LONGEST_WORD].replace("’", "'"))
        elif found and not _abbreviates(found[-1]):
            yield found
            found = []
    if found:
        yield found


def _abbreviates(word: str) -> bool:
    """May a full stop behind the word be part of it?"""
    return len(word) == 1 or word.lower() in _BEFORE_STOP


def common_words(lines: Iterable[str], most: int) -> set[str]:
    """Up to `most` words that stand in lower case somewhere."""
    known: set[str] = set()
    for line in lines:
        for words in sentences(line):
            known.update(word for word in words if word.islower())
        if len(known) >= most:
            break
    return known


def folded(words: Sequence[str], common: Container[str]) -> list[str]:
    """A sentence ready to count: its edges added, its first word in lower case unless
    it is a name."""
    counted = [OPENING, *words, CLOSING]
    for at, word in enumerate(words, start=1):
        if word[0].isalpha():
            if word.lower() in common:
                counted[at] = word.lower()
            break
    return counted


def grams(words: Sequence[str], longest: int) -> Iterator[Gram]:
    """Every phrase of one to `longest` words and edges that holds a word."""
    for start in range(len(words)):
        worded = False
        for end in range(start + 1, min(start + longest, len(words)) + 1):
            worded = worded or words[end - 1][0].isalpha()
            if worded:
                yield tuple(words[start:end])


def clipped(line: str, gram: Gram, width: int = 160) -> str:
    """A line cut to about `width` characters around a phrase."""
    line = " ".join(line.split())
    if len(line) <= width:
        return line
    first = next((word for word in gram if word not in _EDGES), "")
    at = max(0, line.lower().find(first.lower()))
    start = max(0, min(at - width // 3, len(line) - width))
    end = start + width
    return ("…" if start else "") + line[start:end] + ("…" if end < len(line) else "")
