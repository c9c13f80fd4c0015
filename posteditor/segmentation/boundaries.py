"""Is a place where sentencex cut the end of a sentence? Where exactly?

Rule: looks at the characters around the place only, never at the whole text.
"""

from __future__ import annotations

import re

from posteditor.segmentation.abbreviations import holds_on
from posteditor.segmentation.marks import CLOSERS, OPENERS

_MARKER = re.compile(r"[(\[]?(?:\d{1,3}|[IVXLC]{1,5}|[ivxlc]{1,5}|\w)[.)\]]+")
_LETTERED = re.compile(r"[(\[]\w{1,4}[)\]]")
_LONGEST_MARKER = 8
_SAYS_CHINESE = re.compile(r"[^。！？]{0,8}?(?:说|道|称|表示|指出|强调|問|问)")
_EAST_ASIAN_CLOSERS = "”’」』》）"
# Quotation marks, and the “-0-” by which agencies end: no segments of their own.
_STRAYS = '"“”»«-'
_ONLY_STRAYS = _STRAYS + "0 \n\t\u00a0"


def settle(
    text: str, cut: int, start: int, end: int, language: str
) -> tuple[int, int] | None:
    """Where the sentence that began at `start` ends and the next begins, given a cut
    inside the block that ends at `end`; None where the sentence goes on."""
    if text[cut] in CLOSERS and not text[cut - 1].isspace():
        cut = _skip(text, cut, end, CLOSERS)
    following = _skip_space(text, cut, end)
    before = cut
    while before > start and text[before - 1].isspace():
        before -= 1
    if before < following and text[before - 1] in OPENERS and before > start + 1:
        opened = _back_over_openers(text, before, start)
        if opened is not None:
            following, before = opened
    if following >= end or before <= start:
        return None
    if before == following and _is_glued(text, before):
        return None
    if text[following] in _STRAYS and not text[following:end].strip(_ONLY_STRAYS):
        return None
    if _opens_lower_case(text, following, end):
        return None
    if _goes_on(text, start, before, following, language):
        return None
    return before, following


def _is_glued(text: str, at: int) -> bool:
    """ "today.Thus": a space is missing, so both halves are shown to be mended."""
    return (
        text[at - 1] in ".!?"
        and "a" <= text[at - 2 : at - 1] <= "z"
        and "A" <= text[at] <= "Z"
    )


def _skip(text: str, at: int, end: int, characters: str) -> int:
    while at < end and text[at] in characters:
        at += 1
    return at


def _skip_space(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _back_over_openers(text: str, before: int, start: int) -> tuple[int, int] | None:
    """A cut behind an opening quote belongs in front of it: (following, before)."""
    at = before
    while at > start and text[at - 1] in OPENERS:
        at -= 1
    if at <= start or not text[at - 1].isspace():
        return None
    following = at
    while at > start and text[at - 1].isspace():
        at -= 1
    return following, at


def _opens_lower_case(text: str, following: int, end: int) -> bool:
    """Does the next word begin with a small letter, behind any opening marks?"""
    first = text[following]
    if "A" <= first <= "Z":
        return False
    if first in OPENERS:
        if _LETTERED.match(text, following, end):
            return False
        first = text[_skip(text, following, end - 1, OPENERS)]
    # True of letters that have a capital form and do not show it. Georgian letters are
    # lower case to Unicode, but have no capitals in running text.
    return first != first.title()


def _goes_on(text: str, start: int, before: int, following: int, language: str) -> bool:
    if before - start <= _LONGEST_MARKER and _MARKER.fullmatch(text, start, before):
        return True
    last = text[before - 1]
    if last == ".":
        return holds_on(text, start, before, following, language)
    if last in _EAST_ASIAN_CLOSERS and language in {"ja", "zh", "yue"}:
        return _is_quoted_speech(text, following, language)
    return False


def _is_quoted_speech(text: str, following: int, language: str) -> bool:
    """「…。」と言った, “……。”他说: what follows the quotation says who spoke."""
    if language == "ja":
        return "ぁ" <= text[following] <= "ゖ"
    return _SAYS_CHINESE.match(text, following) is not None
