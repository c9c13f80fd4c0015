"""Faults of typography that no list of phrases can hold: found by their shape.

Rule: a mechanism is a pure function from a text to hits, quick to say that there is
nothing; every expression is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from posteditor.checkers.rules.matcher import Hit
from posteditor.model import Severity

Finder = Callable[[str], Iterator[Hit]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mechanism:
    """A rule in code. `langs` empty: for every target language; `source_langs` empty:
    whatever the source, else one of them or an unknown one; a `false_friend` is no
    fault unless the source is known."""

    id: str
    find: Finder
    message: str
    label: str
    category: str
    severity: Severity = Severity.MINOR
    safe: bool = False
    langs: frozenset[str] = frozenset()
    source_langs: frozenset[str] = frozenset()
    false_friend: bool = False

    def serves(self, lang: str) -> bool:
        return not self.langs or lang in self.langs


# Doubled in good English: "had had", "that that", "is is" in a cleft, names, stress.
_DOUBLES = (
    "had that is do so very really long far many much no yes ha bye hear there now "
    "never more again bora pago walla duran sing chi new knock well her you it blah "
    "tut tsk ho out in on"
)
_MAY_DOUBLE = frozenset(_DOUBLES.split())
# Words that are doubled by mistake alone.
_NEVER_DOUBLE = frozenset(["the", "an", "of", "and", "for", "with", "from", "at"])
_DOUBLED = re.compile(r"(?<![\w'’.-])([^\W\d_]{1,20})(\s+)\1(?![\w'’-])", re.IGNORECASE)
_SPACES = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
_SPACE_BEFORE = re.compile(
    r"(?<=[^\s.,;:!?…–—-])[ \u00a0]+(?=[,;:!?](?:[\s\"”]|\Z)|[!?][)])"
)
_SPACE_BEFORE_STOP = re.compile(r"(?<=\w)[ \u00a0]+(?=\.(?:\s|\Z))")
_SPACE_INSIDE = re.compile(r"(?<=[(\[])[ \u00a0]+(?=\S)|(?<=\S)[ \u00a0]+(?=[)\]])")
_STRAY_STOP = re.compile(
    r"(?<!\w)(\d{1,2}(?=\. of \w)|[12]\d{3}(?:\s?[-–—/]\s?[12]?\d{1,3})?)"
    r"\.(?=\s+(?!ed\b|edn\b|p\b|pp\b)[a-z])"
)
_FOREIGN_QUOTES = re.compile(r"«\s*([^«»]{1,400}?)\s*»|„([^„“”\"]{1,400}?)[“”\"]")
_FOREIGN_MARK = re.compile(r"[«»„‹›‚]")
_CURLY_TURNED = re.compile(
    r"(?:(?<=[\s(\[])|\A)”(?=[^\W_])|(?<=[\w.,!?…])“(?=[\s.,;:!?)\]]|\Z)"
)
_HYPHEN_DASH = re.compile(r"(?<=[^\W_\d,;])[ ]-[ ](?=[^\W\d_])")
_DOUBLE_HYPHEN = re.compile(r"(?<=[^\W_,;\"”])[ ]--[ ](?=[^\W_\"“])")
_GLUED = re.compile(
    r"(?<![\w@/.-])([a-z]{3,}[.!?;]|[a-z]{2,},)([A-Z][a-z]{1,})(?![\w@]*[./@]\w)"
)
_GLUED_COMMA = re.compile(r"(?<![\w@/.-])([a-z]{3,},)([a-z]{2,})(?![\w@/]|\.\w)")
_DOUBLED_MARK = re.compile(r",{2,}|(?<![.\d])\.\.(?![.\d/\\])|;{2,}|,(?=\.(?:\s|\Z))")
_OTHER_SCRIPT = re.compile(
    r"[\u0400-\u052f]+|[\u0370-\u03ff]{2,}|[\u0600-\u06ff]{2,}|[\u3041-\u30fa\u4e00-\u9fff]+"
)
_MIXED_WORD = re.compile(r"(°\s?|\d)?([^\W\d_]+)")
# Cyrillic letters that look like Latin ones, as they slip into Latin words.
_LOOKALIKES = str.maketrans("АВЕКМНОРСТХаеорсухіІјЈѕЅ", "ABEKMHOPCTXaeopcyxiIjJsS")
_ROMAN_ORDINAL = re.compile(
    r"(?:\b(?:the|of|at|in|for|with|and|by|to|from) |\A)(?P<numeral>[XVI]{1,6}) "
    r"(?=(?:[A-Z][\w’'-]*,? |of |and |the ){0,4}"
    r"(?:Conference|Forum|Congress|Festival|Summit|Olympiad|Championship|Symposium"
    r"|Assembly|Exhibition|Games|Competition|Plenum|Fair|Seminar|Session)\b)"
)
_ROMAN = {"X": 10, "V": 5, "I": 1}
_ADDRESS = re.compile(r"[.@/]\w")
_SEGMENT_CYRILLIC = re.compile(r"[\u0400-\u052f]")


def _plain(expression: re.Pattern[str], replacement: str, *signs: str) -> Finder:
    """Hits of one expression, each replaced by the same text. One of `signs` stands in
    every text that has a hit."""

    def find(text: str) -> Iterator[Hit]:
        if any(sign in text for sign in signs):
            for match in expression.finditer(text):
                yield _hit(match.start(), match.end(), replacement)

    return find


def _hit(start: int, end: int, *replacements: str) -> Hit:
    return Hit(start=start, end=end, replacements=replacements)


def _doubled_words(text: str) -> Iterator[Hit]:
    for match in _DOUBLED.finditer(text):
        word = match[1]
        names = word[0].isupper() and match.start() != 0
        if word.lower() not in _MAY_DOUBLE | _NEVER_DOUBLE and not names:
            yield _hit(match.start(), match.end(), word)


def _doubled_small_words(text: str) -> Iterator[Hit]:
    for match in _DOUBLED.finditer(text):
        if match[1].lower() in _NEVER_DOUBLE and match[1][1:].islower():
            yield _hit(match.start(), match.end(), match[1])


def _spaced(marks: str) -> list[str]:
    return [space + mark for space in " \u00a0" for mark in marks]


def _stray_stop(text: str) -> Iterator[Hit]:
    for match in _STRAY_STOP.finditer(text):
        yield _hit(match.start(), match.end(), match[1])


def _foreign_quotes(text: str) -> Iterator[Hit]:
    if not _FOREIGN_MARK.search(text):
        return
    paired = []
    for match in _FOREIGN_QUOTES.finditer(text):
        paired.append(match.span())
        yield _hit(*match.span(), f"“{match[1] or match[2]}”")
    for mark in _FOREIGN_MARK.finditer(text):
        if not any(start <= mark.start() < end for start, end in paired):
            opening = mark[0] in "«„‹‚"
            yield _hit(*mark.span(), "“" if opening else "”")


def _turned_quotes(text: str) -> Iterator[Hit]:
    if "“" not in text and "”" not in text:
        return
    for match in _CURLY_TURNED.finditer(text):
        yield _hit(*match.span(), "“" if match[0] == "”" else "”")


def _glued_sentences(text: str) -> Iterator[Hit]:
    for expression in (_GLUED, _GLUED_COMMA):
        for match in expression.finditer(text):
            yield _hit(*match.span(), f"{match[1]} {match[2]}")


def _doubled_marks(text: str) -> Iterator[Hit]:
    if not any(sign in text for sign in (",,", "..", ";;", ",.")):
        return
    for match in _DOUBLED_MARK.finditer(text):
        mark = match[0][0]
        following = text[match.end() : match.end() + 1] == "."
        yield _hit(match.start(), match.end() + following, "." if following else mark)


def _mixed_words(text: str) -> Iterator[Hit]:
    """Latin words with a look-alike letter of another script in them."""
    if not _SEGMENT_CYRILLIC.search(text):
        return
    for match in _MIXED_WORD.finditer(text):
        word = match[2]
        latin = word.translate(_LOOKALIKES)
        if latin == word or not latin.isascii():
            continue
        if match[1] or not _all_cyrillic(word):
            yield _hit(*match.span(2), latin)


def _roman_ordinals(text: str) -> Iterator[Hit]:
    """“IX Conference”: the numeral of an event that comes round."""
    for match in _ROMAN_ORDINAL.finditer(text):
        numeral = match["numeral"]
        values = [_ROMAN[letter] for letter in numeral]
        pairs = zip(values, [*values[1:], 0], strict=True)
        number = sum(-value if value < after else value for value, after in pairs)
        if number > 1:
            yield _hit(*match.span("numeral"), f"{number}{_ordinal_ending(number)}")


def _ordinal_ending(number: int) -> str:
    if number // 10 == 1:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _all_cyrillic(word: str) -> bool:
    return all(_SEGMENT_CYRILLIC.match(letter) for letter in word)


def _leftover_script(text: str) -> Iterator[Hit]:
    if text.isascii():
        return
    latin = sum(1 for letter in text if letter.isalpha() and letter < "\u0250")
    runs = [m for m in _OTHER_SCRIPT.finditer(text) if not _in_mixed(text, m)]
    if latin > sum(len(run[0]) for run in runs):
        for first, last in _neighbours(runs, text):
            yield _hit(first, last)


def _in_mixed(text: str, match: re.Match[str]) -> bool:
    """Is the run part of a word with Latin letters, a unit, or an address?"""
    before, after = (
        text[match.start() - 1 : match.start()],
        text[match.end() : match.end() + 1],
    )
    if (before and before in "°./@0123456789") or _ADDRESS.match(text, match.end()):
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


ENGLISH = frozenset({"en"})
# Where a dash between spaces is common and often typed as a hyphen; native English news
# has its own custom of writing " - ", which is nobody's fault.
_ROMAN_LANGUAGES = frozenset(
    {"az", "be", "bg", "es", "fr", "hy", "it", "kk", "ky", "pt", "ro", "ru", "uk", "uz"}
)
_DASH_LANGUAGES = frozenset({"ru", "uk", "be", "bg", "cs", "pl", "sk", "sr"})

MECHANISMS: tuple[Mechanism, ...] = (
    Mechanism(
        id="typography/stray-stop",
        find=_stray_stop,
        message="A full stop in the middle of the sentence: the source abbreviates "
        "“year” or writes an ordinal with one; English does not",
        label="stray stop",
        category="fluency/punctuation",
        severity=Severity.MAJOR,
        safe=True,
        langs=ENGLISH,
    ),
    Mechanism(
        id="typography/doubled-small-word",
        find=_doubled_small_words,
        message="The same word twice",
        label="repetition",
        category="fluency/duplication",
        severity=Severity.MAJOR,
        safe=True,
        langs=ENGLISH,
    ),
    Mechanism(
        id="typography/doubled-word",
        find=_doubled_words,
        message="The same word twice",
        label="repetition",
        category="fluency/duplication",
        severity=Severity.MAJOR,
        langs=ENGLISH,
    ),
    Mechanism(
        id="typography/doubled-space",
        find=_plain(_SPACES, " ", "  ", "\u00a0"),
        message="More than one space",
        label="spacing",
        category="fluency/typography",
        safe=True,
    ),
    Mechanism(
        id="typography/doubled-mark",
        find=_doubled_marks,
        message="Two marks of punctuation where one is meant",
        label="punctuation",
        category="fluency/punctuation",
        langs=ENGLISH,
    ),
    Mechanism(
        id="typography/space-before-mark",
        find=_plain(_SPACE_BEFORE, "", *_spaced(",;:!?")),
        message="No space before a mark of punctuation in English",
        label="spacing",
        category="fluency/typography",
        safe=True,
        langs=ENGLISH,
    ),
    Mechanism(
        id="typography/space-before-stop",
        find=_plain(_SPACE_BEFORE_STOP, "", *_spaced(".")),
        message="No space before a full stop",
        label="spacing",
        category="fluency/typography",
        safe=True,
        langs=ENGLISH,
    ),
    Mechanism(
        id="typography/space-in-brackets",
        find=_plain(
            _SPACE_INSIDE, "", "( ", "[ ", "(\u00a0", "[\u00a0", *_spaced(")]")
        ),
        message="No space inside brackets",
        label="spacing",
        category="fluency/typography",
        safe=True,
    ),
    Mechanism(
        id="typography/foreign-quotes",
        find=_foreign_quotes,
        message="Quotation marks of the source language; English has “…”",
        label="quotes",
        category="locale-convention",
        langs=ENGLISH,
    ),
    Mechanism(
        id="typography/turned-quote",
        find=_turned_quotes,
        message="The quotation mark faces the wrong way",
        label="quotes",
        category="fluency/typography",
        langs=ENGLISH,
    ),
    Mechanism(
        id="typography/hyphen-for-dash",
        find=_plain(_HYPHEN_DASH, " – ", " - "),
        message="Between words set off by spaces stands a dash, not a hyphen",
        label="dash",
        category="fluency/typography",
        langs=ENGLISH,
        source_langs=_DASH_LANGUAGES,
        false_friend=True,
    ),
    Mechanism(
        id="typography/double-hyphen",
        find=_plain(_DOUBLE_HYPHEN, " – ", " -- "),
        message="Two hyphens stand for a dash",
        label="dash",
        category="fluency/typography",
        severity=Severity.NEUTRAL,
        langs=ENGLISH,
    ),
    Mechanism(
        id="typography/missing-space",
        find=_glued_sentences,
        message="A space is missing after the mark of punctuation",
        label="spacing",
        category="fluency/typography",
        langs=ENGLISH,
    ),
    Mechanism(
        id="typography/roman-ordinal",
        find=_roman_ordinals,
        message="English numbers conferences and festivals with ordinals: 9th, Ninth",
        label="ordinal",
        category="locale-convention",
        langs=ENGLISH,
        source_langs=_ROMAN_LANGUAGES,
    ),
    Mechanism(
        id="typography/mixed-script",
        find=_mixed_words,
        message="Letters of another alphabet that only look Latin: searches and spell "
        "checkers miss the word",
        label="script",
        category="fluency/spelling",
        severity=Severity.MAJOR,
        safe=True,
        langs=ENGLISH,
    ),
    Mechanism(
        id="typography/leftover-script",
        find=_leftover_script,
        message="Left in the script of the source: translate or transliterate it",
        label="untranslated",
        category="accuracy/untranslated",
        severity=Severity.MAJOR,
        langs=ENGLISH,
    ),
)
