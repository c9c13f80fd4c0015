"""Quotation marks and apostrophes: foreign, mixed, turned, without their partner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from posteditor.checkers.rules.matcher import Hit
from posteditor.checkers.rules.mechanics import (
    FOREIGN,
    Mechanism,
    hit,
    keyed,
    swap,
    together,
    where,
)

_FOREIGN_QUOTES = re.compile(r"«\s*([^«»]{1,400}?)\s*»|„([^„“”\"]{1,400}?)[“”\"]")
_ASIAN_QUOTES = re.compile(
    r"[「『《]\s*([^「」『』《》]{1,400}?)\s*[」』》]|‹\s*([^‹›]{1,400}?)\s*›"
)
_FOREIGN_MARK = re.compile(r"[«»„‹›‚「」『』《》]")
_OPENING_MARKS = "«„‹‚「『《"
_TYPED = re.compile(
    r"<<\s?(?=[^\W\d_])([^<>]{1,200}?)\s?>>"
    r"|(?<![,\w]),,(?=\w)([^,\"”“]{1,200}?)(?:''|[\"”“])"
    r"|(?<![`\w])``(?=\w)([^`'\"]{1,200}?)(?:''|\")"
    r"|(?<!['\w])''(?=\w)([^'\"`]{1,200}?)''(?!')"
)
_TYPED_SIGNS = re.compile("<<|,,|``|''")
_CURLY_TURNED = re.compile(
    r"(?:(?<=[\s(\[])|\A)”(?=[^\W_])|(?<=[\w.,!?…])“(?=[\s.,;:!?)\]]|\Z)"
    r"|(?<=[\w.,!?…]) “(?=\s*\Z)"
)
_MIXED_QUOTES = re.compile(
    r"“(?=\w)([^“”\"]{1,300})\"|\"(?=\w)([^“”\"]{1,300})(?<=\S)”"
)
_CURLY = re.compile("[“”]")
LATE_OPENING = re.compile(
    r"\b(?P<lead>that|said|added|noted|stressed|say|saying|adding|noting|stressing"
    r"|explained|declared|stated|and|with|the|a|as|of|is)(?P<comma>,?)"
    r"(?:” |”(?=\w)| ” )(?=[\w‘])"
)
_APOSTROPHE = re.compile(
    r"(?<=[A-Za-z])[´`′ʹʼ‘](?=(?:s|t|re|ve|ll|d|m)\b)|(?<=[a-z]s)[´`′](?= [a-z])"
)
SHORT = 50  # characters
_DECADE = re.compile(
    r"\b(?:[Tt]he|[Ee]arly|[Ll]ate|[Mm]id)[ -]"
    r"(?P<at>((?:1[5-9]|20)?\d0)['’]s)\b(?! [a-z]+est\b)"
)
_PLURAL = re.compile(r"\b([A-Z]{2,5})['’]s (?=(?:were|are|have been)\b)")


def turned(match: re.Match[str], inner: str) -> Iterator[Hit]:
    """The marks of a quotation as English ones: a short one whole; of a long one the
    two ends, so that what is wrong within it is not hidden."""
    start, end = match.span()
    at = match.string.index(inner, start)
    if end - start <= SHORT:
        yield hit(start, end, f"“{inner}”")
    else:
        yield hit(start, at, "“")
        yield hit(at + len(inner), end, "”")


def _foreign_quotes(text: str) -> Iterator[Hit]:
    if text.isascii() or not _FOREIGN_MARK.search(text):
        return
    paired = []
    for expression in (_FOREIGN_QUOTES, _ASIAN_QUOTES):
        for match in expression.finditer(text):
            paired.append(match.span())
            yield from turned(match, match[1] or match[2])
    for mark in _FOREIGN_MARK.finditer(text):
        if not any(start <= mark.start() < end for start, end in paired):
            yield hit(*mark.span(), "“" if mark[0] in _OPENING_MARKS else "”")


def _inner(match: re.Match[str]) -> str:
    return f"“{next(filter(None, match.groups()))}”"


def _speaks(text: str, at: int) -> bool:
    """Does the mark at this place open speech, which may go on in the next segment?"""
    return text[:at].rstrip()[-1:] in ",:"


def _unpaired_quotes(text: str) -> Iterator[Hit]:
    """Curly marks that cannot have a partner: one that opens what is open, unless a
    speech goes on from the segment before, and one that closes what is closed. Turned
    marks are told of elsewhere."""
    if text.isascii() or _CURLY_TURNED.search(text) or '"' in text:
        return
    if text.count("“") == text.count("”") or LATE_OPENING.search(text):
        return
    last = ""
    last_at = 0
    for match in _CURLY.finditer(text):
        at = match.start()
        if (
            match[0] == last == "“"
            and text[:last_at].strip()
            and not _speaks(text, last_at)
        ):
            yield hit(last_at, last_at + 1)
        if match[0] == last == "”":
            yield hit(at, at + 1)
        last, last_at = match[0], at


QUOTES: tuple[Mechanism, ...] = (
    Mechanism(
        id="typography/foreign-quotes",
        find=keyed(FOREIGN, _foreign_quotes),
        message="Quotation marks of the source language; English has “…”",
        label="quotes",
        category="locale-convention",
    ),
    Mechanism(
        id="typography/typed-quotes",
        find=where(_TYPED_SIGNS, swap(_TYPED, _inner)),
        message="Quotation marks put together from other signs; English has “…”",
        label="quotes",
        category="fluency/typography",
    ),
    Mechanism(
        id="typography/turned-quote",
        find=swap(
            _CURLY_TURNED, lambda match: "“" if match[0] == "”" else "”", "“", "”"
        ),
        message="The quotation mark faces the wrong way",
        label="quotes",
        category="fluency/typography",
    ),
    Mechanism(
        id="typography/mixed-quotes",
        find=swap(_MIXED_QUOTES, _inner, "“", "”"),
        message="One quotation mark is curly, the other straight",
        label="quotes",
        category="fluency/typography",
        safe=True,
    ),
    Mechanism(
        id="typography/unpaired-quote",
        find=keyed("“”", _unpaired_quotes),
        message="This quotation mark has no partner",
        label="quotes",
        category="fluency/punctuation",
    ),
    Mechanism(
        id="typography/apostrophe",
        find=keyed("´`′ʹʼ‘", swap(_APOSTROPHE, "’")),
        message="Another sign stands for the apostrophe",
        label="apostrophe",
        category="fluency/typography",
        safe=True,
    ),
    Mechanism(
        id="typography/plural-apostrophe",
        find=together(
            swap(_DECADE, r"\2s", "0's", "0’s"),
            swap(_PLURAL, r"\1s ", "'s ", "’s "),
        ),
        message="A plural has no apostrophe: the 1990s, NGOs",
        label="apostrophe",
        category="fluency/punctuation",
    ),
)
