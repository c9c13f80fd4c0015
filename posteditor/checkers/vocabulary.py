"""The document's own words: names and abbreviations no speller should flag.

Rule: cheap enough for 100,000 segments (one pass of `str.split`; everything dearer is
done once for each different word).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

POSSESSIVE = re.compile(r"['’][sS]?\Z")
_EDGES = re.compile(r"^[\W_]+|[\W_]+\Z")
_PARTS = re.compile(r"[-‐‑–—/]")
_ACRONYM = re.compile(r"[^\W\d_](?:\.?[^\W_]){1,9}\.?")

# A word that opens this many segments with a capital may be a name.
REPEATED = 2


def collect(texts: Iterable[str], dictionary: frozenset[str]) -> frozenset[str]:
    """The words of `dictionary`, and of the texts: abbreviations in capitals, words
    with a capital inside a segment, capitalised words that open several. Each as
    written and in lower case, possessives stripped."""
    inside: set[str] = set()
    first: Counter[str] = Counter()
    for text in texts:
        tokens = text.split()
        if tokens:
            inside.update(tokens[1:])
            first[tokens[0]] += 1
    words = {word for token in inside for word in _names(token)}
    for token, count in first.items():
        words.update(
            word
            for word in _names(token)
            if count >= REPEATED or _is_acronym(word) or not word[1:].islower()
        )
    words |= dictionary
    return frozenset(words | {word.lower() for word in words})


def bare(token: str) -> str:
    """A token without the punctuation around it and without a possessive ending."""
    return POSSESSIVE.sub("", _EDGES.sub("", token))


def _names(token: str) -> Iterable[str]:
    """The word of a token if it has a capital, and its capitalised parts."""
    if token.islower():
        return
    word = bare(token)
    if not word:
        return
    if word != word.lower():
        yield word
    for part in _PARTS.split(word):
        if part and part != word and part[0].isupper():
            yield part


def _is_acronym(word: str) -> bool:
    return word.isupper() and _ACRONYM.fullmatch(word) is not None
