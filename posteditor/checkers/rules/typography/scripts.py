"""Letters, marks and digits of the script of the source in English text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from posteditor.checkers.rules.matcher import Hit
from posteditor.checkers.rules.mechanics import FOREIGN, Finder, Mechanism, hit, keyed
from posteditor.model import Severity

_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_OTHER_SCRIPT = re.compile(
    r"[\u0400-\u052f]+|[\u0370-\u03ff]{2,}|[\u0600-\u0605\u0610-\u061a\u0620-\u065f"
    r"\u066e-\u06ef\u06fa-\u06ff]{2,}|[\u3041-\u30fa\u4e00-\u9fff]+"
)
_MIXED_WORD = re.compile(r"(°\s?|\d)?([^\W\d_]+)")
# Cyrillic letters that look like Latin ones, as they slip into Latin words.
_LOOKALIKES = str.maketrans("АВЕКМНОРСТХаеорсухіІјЈѕЅ", "ABEKMHOPCTXaeopcyxiIjJsS")
_SINGLE = re.compile(r"(?<=[A-Za-z,] )[аА](?= [A-Za-z])|\AА(?= [a-z])")
_ADDRESS = re.compile(r"[.@/]\w")

_MARKS = {
    "，": ",",
    "。": ".",
    "：": ":",
    "；": ";",
    "！": "!",
    "？": "?",
    "（": "(",
    "）": ")",
    "％": "%",
    "、": ",",
    "،": ",",
    "؛": ";",
    "؟": "?",
    "٪": "%",
}
_FOREIGN_MARKS = re.compile(rf"[ \u3000]?([{''.join(_MARKS)}])[ \u3000]?")
_SPANISH = re.compile(r"[¿¡](?=\s?[\w“\"])")
_OTHER_DIGITS = re.compile(
    r"[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19](?:[.,\u066b\u066c]?[\u0660-\u0669"
    r"\u06f0-\u06f9\uff10-\uff19])*"
)
_WIDE_LETTERS = re.compile(r"[\uff21-\uff3a\uff41-\uff5a]+")
_ROMANISED = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў",
        "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya "
        "i i ye g w".replace("_", "").split(" "),
        strict=True,
    )
)


def _mixed_words(text: str) -> Iterator[Hit]:
    """Latin words with a look-alike letter of another script in them."""
    if text.isascii() or not _CYRILLIC.search(text):
        return
    for match in _MIXED_WORD.finditer(text):
        word = match[2]
        latin = word.translate(_LOOKALIKES)
        if latin == word or not latin.isascii():
            continue
        if match[1] or not _all_cyrillic(word):
            yield hit(*match.span(2), latin)
    for match in _SINGLE.finditer(text):
        yield hit(*match.span(), match[0].translate(_LOOKALIKES))


def _all_cyrillic(word: str) -> bool:
    return all(_CYRILLIC.match(letter) for letter in word)


def _leftover_script(text: str) -> Iterator[Hit]:
    if text.isascii():
        return
    runs = [m for m in _OTHER_SCRIPT.finditer(text) if not _in_mixed(text, m)]
    if runs and _is_latin(text, sum(len(run[0]) for run in runs)):
        for first, last in _neighbours(runs, text):
            romanised = romanise(text[first:last])
            yield hit(first, last, *((romanised,) if romanised else ()))


def _is_latin(text: str, others: int = 0) -> bool:
    """Are more letters Latin than `others`?"""
    return sum(1 for letter in text if letter.isalpha() and letter < "\u0250") > others


def romanise(text: str) -> str:
    """Capitalised words in Cyrillic, in Latin letters; "" for anything else, which
    wants a translation."""
    words = text.split()
    if not all(_all_cyrillic(word) and word[0].isupper() for word in words):
        return ""
    return " ".join(_romanised(word) for word in words)


def _romanised(word: str) -> str:
    latin = "".join(_ROMANISED.get(letter, "") for letter in word.lower())
    latin = re.sub(r"iy\Z|yy\Z", "y", latin)
    is_name = len(word) > 1 and word[1:].islower()
    return latin.capitalize() if is_name else latin.upper()


def _in_mixed(text: str, match: re.Match[str]) -> bool:
    """Is the run part of a word with Latin letters, a unit, or an address?"""
    before, after = (
        text[match.start() - 1 : match.start()],
        text[match.end() : match.end() + 1],
    )
    if (before and before in "°./@0123456789") or _ADDRESS.match(text, match.end()):
        return True
    if match[0] in "аА" and _SINGLE.match(text, match.start()):
        return True
    return any(c.isalpha() and c < "\u0250" for c in (before, after) if c)


def _neighbours(runs: list[re.Match[str]], text: str) -> Iterator[tuple[int, int]]:
    """Runs with nothing but spaces between them as one span."""
    start = end = -1
    for run in runs:
        if end >= 0 and not text[end : run.start()].strip():
            end = run.end()
            continue
        if end >= 0:
            yield start, end
        start, end = run.span()
    if end >= 0:
        yield start, end


def _foreign_marks(text: str) -> Iterator[Hit]:
    if text.isascii():
        return
    marks = list(_FOREIGN_MARKS.finditer(text))
    if marks and _is_latin(text, sum(1 for c in text if c > "\u0370" and c.isalpha())):
        for match in marks:
            yield hit(*match.span(), _with_spaces(match, text))
    for match in _SPANISH.finditer(text):
        yield hit(*match.span(), "")


def _with_spaces(match: re.Match[str], text: str) -> str:
    mark = _MARKS[match[1]]
    before, after = text[match.start() - 1 : match.start()], text[match.end() :][:1]
    if mark == "(":
        return " (" if before and not before.isspace() else "("
    is_open = after and (after.isalnum() or after in "“‘(\"'（")
    return (
        f"{mark} "
        if is_open and mark != "%"
        else mark + " " * (mark == "%" and after.isalpha())
    )


def _foreign_digits(text: str) -> Iterator[Hit]:
    if text.isascii():
        return
    for match in _OTHER_DIGITS.finditer(text):
        plain = "".join(
            {"\u066b": ".", "\u066c": ","}.get(c)
            or (c if c in ".," else str(unicodedata.digit(c)))
            for c in match[0]
        )
        yield hit(*match.span(), plain)
    for match in _WIDE_LETTERS.finditer(text):
        yield hit(*match.span(), unicodedata.normalize("NFKC", match[0]))


def _mechanism(
    name: str, find: Finder, message: str, category: str, *, safe: bool
) -> Mechanism:
    return Mechanism(
        id=f"typography/{name}",
        find=find,
        message=message,
        label="script",
        category=category,
        severity=Severity.MAJOR,
        safe=safe,
    )


SCRIPTS: tuple[Mechanism, ...] = (
    _mechanism(
        "mixed-script",
        keyed(FOREIGN, _mixed_words),
        "Letters of another alphabet that only look Latin: searches and spell "
        "checkers miss the word",
        "fluency/spelling",
        safe=True,
    ),
    Mechanism(
        id="typography/leftover-script",
        find=keyed(FOREIGN, _leftover_script),
        message="Left in the script of the source: translate or transliterate it",
        label="untranslated",
        category="accuracy/untranslated",
        severity=Severity.MAJOR,
    ),
    _mechanism(
        "foreign-mark",
        keyed(FOREIGN, _foreign_marks),
        "A mark of punctuation of the source language",
        "locale-convention",
        safe=False,
    ),
    _mechanism(
        "foreign-digits",
        keyed(FOREIGN, _foreign_digits),
        "Digits or letters of another script",
        "locale-convention/number-format",
        safe=True,
    ),
)
