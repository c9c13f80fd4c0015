"""Spaces: too many, missing, or on the wrong side of a mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import eq

from posteditor.checkers.rules.matcher import Hit
from posteditor.checkers.rules.mechanics import (
    Mechanism,
    hit,
    in_figures,
    keyed,
    near,
    swap,
    together,
    where,
    words,
)
from posteditor.model import Severity

# Doubled in good English: "had had", "that that", "is is" in a cleft, names, stress.
_DOUBLES = (
    "had that is do so very really long far many much no yes ha bye hear there now "
    "never more again bora pago walla duran sing chi new knock well her you it blah "
    "tut tsk ho out in on"
)
_MAY_DOUBLE = frozenset(_DOUBLES.split())
# Words that are doubled by mistake alone.
_NEVER_DOUBLE = frozenset(["the", "an", "of", "and", "for", "with", "from", "at"])
# In other languages than English. German and Russian have rules for their short words.
LONG_WORD = 6
OTHER_LANGUAGES = frozenset(
    {"be", "bg", "ca", "cs", "da", "de", "el", "es", "et", "fi", "fr", "hr", "hu", "it"}
    | {"kk", "lt", "lv", "nb", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sr"}
    | {"sv", "uk"}
)
_DOUBLED = re.compile(r"(?<![\w'’.-])([^\W\d_]{1,20})(\s+)\1(?![\w'’-])", re.IGNORECASE)
_SPACES = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
_SPACED_MARK = re.compile(r"[ \u00a0][,;:!?]")
_SPACE_BEFORE = re.compile(
    r"(?<=[^\s.,;:!?…–—-])[ \u00a0]+(?=[,;:!?](?:[\s\"”]|\Z)|[!?][)])"
)
_SPACE_BEFORE_STOP = re.compile(r"(?<=\w)[ \u00a0]+(?=\.(?:\s|\Z))")
_BRACKETED = re.compile(r"([(\[])[ \u00a0]+([^()\[\]]{1,80}?)[ \u00a0]+([)\]])")
_SPACE_INSIDE = re.compile(r"(?<=[(\[])[ \u00a0]+(?=\S)|(?<=\S)[ \u00a0]+(?=[)\]])")
_SPACE_IN_QUOTES = re.compile(
    r"(?<=“)[ \u00a0]+(?=\w)|(?<=[\w.,!?…])[ \u00a0]+(?=”(?:[\s.,;:!?)]|\Z))"
)
_SPACE_BEFORE_GENITIVE = re.compile(r"(?<=[^\W\d_]{2}) (?=[’']s [a-zA-Z])")
_SPACE_AFTER_APOSTROPHE = re.compile(r"(?<=[^\W\d_]{2}’) (?=s [a-zA-Z])")

_TOUCHING = re.compile(r"[.!?,;:)”(“][A-Za-z(]")
_GLUED = re.compile(
    r"(?<![\w@/.-])([a-z]{3,}[.!?;]|[A-Z]?[a-z]{2,},|[a-z]{4,}:)([A-Z][a-z]{1,})"
    r"(?![\w@]*[./@:]\w)"
)
_GLUED_YEAR = re.compile(
    r"(?<![\w@/.-])((?:19|20)\d\d[.!?])([A-Z][a-z]{1,})(?![./@]\w)"
)
_GLUED_COMMA = re.compile(r"(?<![\w@/.:-])([a-z]{3,}[,;])([a-z]{2,})(?![\w@/:]|\.\w)")
_MARK_BEHIND_SPACE = re.compile(r"(?<=[a-z]{2}) ([,;])(?=[A-Za-z]{2})")
_GLUED_BRACKET = re.compile(r"(?<=[^\W\d_]{4})(\([A-Z]{2,10}\))(?=[\s.,;])")
_GLUED_BEHIND_BRACKET = re.compile(r"(?<=[A-Za-z.]\))(?=[a-z]{2,}[ ,.])")
_GLUED_QUOTES = re.compile(r"(?<=[a-z]{2})(?=“\w)|(?<=[\w.,]”)(?=[a-z]{2,}[ ,.])")
_GLUED_NUMBER = re.compile(
    r"(?<![\w.,/£$€-])(\d[\d.,]*)(million|billion|thousand|trillion|percent|ro?ubles|euros"
    r"|dollars|people|years?|months|days|hours|minutes|kilomet(?:er|re)s|hectares|tons"
    r"|tonnes)\b"
)
# Small words and what they are never the head of in one longer word.
_SMALL_WORDS = (
    "of in to and for on with from by at that as is are was were into about between "
    "under during"
)
_BEHIND = ("the", "this", "these", "those", "their", "its", "our")
_GLUED_PHRASES = {
    "alot": "a lot",
    "inspite": "in spite",
    "infront": "in front",
    "atleast": "at least",
    "inorder": "in order",
    "aswell": "as well",
    "eachother": "each other",
    "inaddition": "in addition",
    "ofcourse": "of course",
    "tobe": "to be",
    "dueto": "due to",
    "suchas": "such as",
    "noone": "no one",
}
_GLUED_WORDS = {
    one + two: f"{one} {two}"
    for one in _SMALL_WORDS.split()
    for two in _BEHIND
    if one + two != "inits"
} | _GLUED_PHRASES
_WHOLE_WORD = re.compile(r"(?<![\w.@/#-])[A-Za-z]{4,13}\b(?![-@/]|\.\w)")
_PREFIXES = (
    "socio|non|multi|inter|intra|semi|geo|euro|indo|sino|ultra|neo|pseudo|quasi|agro"
    "|ethno|politico|anti"
)
# After a word that is no prefix only where the hyphen touches it: “short- and
# long-term” is right, and “trade - a bridge” has a dash.
_SPACED_HYPHEN = re.compile(
    rf"(?<![\w-])((?i:{_PREFIXES})|[a-z]{{2,}}(?=- ))(?: - |- | -)"
    r"(?!(?:and|or|to|but|as|versus|und|nor|through|a|an|the|in|on|it|he|she|we|they"
    r"|is|was|of)\b)(?=[a-z]{3,})"
    r"|(?<![\w-])(?P<one>[a-z]{3,}) -(?=(?:border|term|level|scale|based|year|old|time"
    r"|economic|political|related|made|speed|quality|risk|profile|ranking|being"
    r"|operation|ordination|technical|cultural|legal)\b)"
)


def _within(match: re.Match[str]) -> tuple[str, ...] | str:
    """Nothing, unless the mark behind the space opens a quotation the wrong way."""
    head, rest = match.string[: match.end()], match.string[match.end() :]
    turned = rest[:1] == "”" and head.count("“") <= head.count("”") and "“" in rest
    return "" if turned else ("",)


def _twice(text: str) -> Iterator[re.Match[str]]:
    """Words that stand twice in a row."""
    read = words(text)
    if any(map(eq, read, read[1:])):
        yield from _DOUBLED.finditer(text)


def _doubled_words(text: str) -> Iterator[Hit]:
    for match in _twice(text):
        word = match[1]
        names = word[0].isupper() and (match.start() or match[0][-len(word)].isupper())
        if word.lower() not in _MAY_DOUBLE | _NEVER_DOUBLE and not names:
            yield hit(match.start(), match.end(), word)


def _doubled_long_words(text: str) -> Iterator[Hit]:
    """Words no language doubles for its grammar, as it does short ones ("die die")."""
    for match in _DOUBLED.finditer(text):
        if len(match[1]) >= LONG_WORD and match[1].islower():
            yield hit(match.start(), match.end(), match[1])


def _doubled_small_words(text: str) -> Iterator[Hit]:
    for match in _twice(text):
        if match[1].lower() in _NEVER_DOUBLE and match[1][1:].islower():
            yield hit(match.start(), match.end(), match[1])


def _spaces_in_brackets(text: str) -> Iterator[Hit]:
    """One hit for a bracket with spaces at both ends."""
    if not any(spaced in text for spaced in ("( ", "[ ", " )", " ]", "\u00a0")):
        return
    end = 0
    for match in _BRACKETED.finditer(text):
        yield from _one_side(text[: match.start()], end)
        yield hit(*match.span(), f"{match[1]}{match[2]}{match[3]}")
        end = match.end()
    yield from _one_side(text, end)


def _one_side(text: str, start: int) -> Iterator[Hit]:
    for match in _SPACE_INSIDE.finditer(text, start):
        yield hit(*match.span(), "")


def _spaced(marks: str) -> list[str]:
    return [space + mark for space in " \u00a0" for mark in marks]


def _glued_words(text: str) -> Iterator[Hit]:
    for match in _WHOLE_WORD.finditer(text):
        apart = _GLUED_WORDS.get(match[0].lower())
        if apart:
            yield hit(*match.span(), match[0][0] + apart[1:])


_MISSING_SPACES = where(
    _TOUCHING,
    swap(_GLUED, r"\1 \2"),
    swap(_GLUED_YEAR, r"\1 \2"),
    swap(_GLUED_COMMA, r"\1 \2", ",", ";"),
    swap(_MARK_BEHIND_SPACE, r"\1 ", " ,", " ;"),
    swap(_GLUED_BRACKET, r" \1", "("),
    swap(_GLUED_BEHIND_BRACKET, " ", ")"),
    swap(_GLUED_QUOTES, " ", "“", "”"),
)


SPACING: tuple[Mechanism, ...] = (
    Mechanism(
        id="typography/doubled-small-word",
        find=_doubled_small_words,
        message="The same word twice",
        label="repetition",
        category="fluency/duplication",
        severity=Severity.MAJOR,
        safe=True,
    ),
    Mechanism(
        id="typography/doubled-word",
        find=_doubled_words,
        message="The same word twice",
        label="repetition",
        category="fluency/duplication",
        severity=Severity.MAJOR,
    ),
    Mechanism(
        id="typography/doubled-long-word",
        find=_doubled_long_words,
        message="The same word twice",
        label="repetition",
        category="fluency/duplication",
        severity=Severity.MAJOR,
        langs=OTHER_LANGUAGES,
    ),
    Mechanism(
        id="typography/doubled-space",
        find=swap(_SPACES, " ", "  ", "\u00a0"),
        message="More than one space",
        label="spacing",
        category="fluency/typography",
        safe=True,
        langs=frozenset(),
    ),
    Mechanism(
        id="typography/space-before-mark",
        find=where(_SPACED_MARK, swap(_SPACE_BEFORE, "")),
        message="No space before a mark of punctuation in English",
        label="spacing",
        category="fluency/typography",
        safe=True,
    ),
    Mechanism(
        id="typography/space-before-stop",
        find=swap(_SPACE_BEFORE_STOP, "", *_spaced(".")),
        message="No space before a full stop",
        label="spacing",
        category="fluency/typography",
        safe=True,
    ),
    Mechanism(
        id="typography/space-in-brackets",
        find=keyed("()[]", _spaces_in_brackets),
        message="No space inside brackets",
        label="spacing",
        category="fluency/typography",
        safe=True,
        langs=frozenset(),
    ),
    Mechanism(
        id="typography/space-in-quotes",
        find=swap(_SPACE_IN_QUOTES, _within, "“ ", "“\u00a0", *_spaced("”")),
        message="No space inside quotation marks",
        label="spacing",
        category="fluency/typography",
        safe=True,
    ),
    Mechanism(
        id="typography/space-at-apostrophe",
        find=together(
            swap(_SPACE_BEFORE_GENITIVE, "", " ’s ", " 's "),
            swap(_SPACE_AFTER_APOSTROPHE, "", "’ s "),
        ),
        message="No space at the apostrophe of the possessive",
        label="spacing",
        category="fluency/typography",
        safe=True,
    ),
    Mechanism(
        id="typography/missing-space",
        find=_MISSING_SPACES,
        message="A space is missing at the mark of punctuation",
        label="spacing",
        category="fluency/typography",
    ),
    Mechanism(
        id="typography/glued-number",
        find=in_figures(swap(_GLUED_NUMBER, r"\1 \2")),
        message="A space is missing between the figure and the word",
        label="spacing",
        category="fluency/typography",
        safe=True,
    ),
    Mechanism(
        id="typography/glued-words",
        find=near(_GLUED_WORDS, _glued_words),
        message="Two words run together",
        label="spacing",
        category="fluency/spelling",
        severity=Severity.MAJOR,
    ),
    Mechanism(
        id="typography/spaced-hyphen",
        find=swap(
            _SPACED_HYPHEN, lambda match: f"{match[1] or match['one']}-", "- ", " -"
        ),
        message="No space at the hyphen of a compound",
        label="hyphen",
        category="fluency/typography",
    ),
)
