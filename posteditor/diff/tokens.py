"""Cutting text into the pieces a diff may move: words, single marks, single spaces.

Rule: the pieces joined are the text, and every cut falls between two graphemes.
Languages written without spaces are cut at every grapheme.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

SENTENCE_END = frozenset(".!?…。!?؟।")

_ASCII = re.compile(
    r"\r\n"
    r"|(?<=\w)'[sS]\b"
    r"|\w+(?:(?:(?<=\d)[.,:](?=\d)|'(?![sS]\b)(?=\w))\w+){0,20}"
    r"|.",
    re.DOTALL,
)

# Function words too long for the rule of three letters in `is_light`.
_LONG_LIGHT_LIST = """
    also been from have into more most other over such than that their them then
    there these they this those under upon were when where which while will with
    within would about after before between could during each should some
    through until whose
"""
_LONG_LIGHT = frozenset(_LONG_LIGHT_LIST.split())
_LIGHT_LETTERS = 3
_FIRST_UNSPACED = "\u0e00"  # Thai; the scripts after it have no small words with spaces


@cache
def _unicode_pattern() -> Any:
    """The same cuts for all of Unicode, by the `regex` library's graphemes."""
    import regex

    joins = r"\p{GCB=EX}\p{GCB=SM}\p{GCB=ZWJ}\p{GCB=V}\p{GCB=T}"
    unspaced = "".join(
        rf"\p{{Script={script}}}"
        for script in ("Han", "Hira", "Kana", "Thai", "Laoo", "Khmr", "Mymr", "Tibt")
    )
    letter = (
        rf"[[\p{{L}}\p{{N}}\p{{M}}_]--[{unspaced}]--[{joins}]"
        r"--[\p{ExtPict}\p{GCB=PP}]||[0-9]]"
    )
    # Groups are repeated a bounded number of times: `regex` needs memory for each. Past
    # the bound a word is cut, but not after what joins the next letter to it.
    unit = rf"{letter}[{joins}]*+"
    joined = rf"(?<=\p{{GCB=L}}|\p{{ccc=9}}[{joins}]{{0,8}})"
    rest = rf"(?:{joined}{unit}){{0,100000}}+"
    run = rf"(?:{unit}){{1,500}}+{rest}"
    katakana = rf"(?:[\p{{Script=Kana}}ー][{joins}]*+){{1,500}}+{rest}"
    return regex.compile(
        r"\r\n"
        rf"|(?<=[\p{{L}}\p{{N}}])['’][sS](?![\p{{L}}\p{{N}}{joins}])"
        rf"|{run}(?:(?:(?<=\d)[.,:](?=\d)|['’](?![sS](?![\p{{L}}\p{{N}}{joins}]))"
        rf"(?={letter})){run}){{0,20}}+"
        rf"|{katakana}"
        rf"|\s(?![{joins}])"
        r"|\X",
        regex.V1 | regex.DOTALL,
    )


def tokens(text: str) -> list[str]:
    """The pieces of `text` in order."""
    pattern = _ASCII if text.isascii() else _unicode_pattern()
    found: list[str] = pattern.findall(text)
    return found


def is_word(token: str) -> bool:
    """Does it hold a letter or a digit?"""
    return any(char.isalnum() for char in token)


def is_unspaced(token: str) -> bool:
    """Is it a piece of a word in a script written without spaces (Thai, Han, …)?"""
    return token >= _FIRST_UNSPACED and token[0].isalnum()


def is_light(token: str) -> bool:
    """Does it say little by itself: a mark, a function word, one character of a
    language without spaces? Abbreviations and numbers say much."""
    if not is_word(token):
        return True
    if any(char.isdigit() for char in token):
        return False
    if len(token) > 1 and token.isupper():
        return False
    return len(token) <= _LIGHT_LETTERS or token.lower() in _LONG_LIGHT


def words(text: str) -> list[str]:
    """The tokens of a text that are words."""
    return [token for token in tokens(text) if is_word(token)]
