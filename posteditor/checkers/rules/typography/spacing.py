"""Spaces: too many, missing, or on the wrong side of a mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from posteditor.checkers.rules.matcher import Hit
from posteditor.checkers.rules.mechanics import Mechanism, hit, swap, together
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
_DOUBLED = re.compile(r"(?<![\w'’.-])([^\W\d_]{1,20})(\s+)\1(?![\w'’-])", re.IGNORECASE)
_SPACES = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
_SPACE_BEFORE = re.compile(
    r"(?<=[^\s.,;:!?…–—-])[ \u00a0]+(?=[,;:!?](?:[\s\"”]|\Z)|[!?][)])"
)
_SPACE_BEFORE_STOP = re.compile(r"(?<=\w)[ \u00a0]+(?=\.(?:\s|\Z))")
_SPACE_INSIDE = re.compile(r"(?<=[(\[])[ \u00a0]+(?=\S)|(?<=\S)[ \u00a0]+(?=[)\]])")
_SPACE_IN_QUOTES = re.compile(
    r"(?<=“)[ \u00a0]+(?=\w)|(?<=[\w.,!?…])[ \u00a0]+(?=”(?:[\s.,;:!?)]|\Z))"
)
_SPACE_BEFORE_GENITIVE = re.compile(r"(?<=[^\W\d_]{2}) (?=[’']s [a-zA-Z])")
_SPACE_AFTER_APOSTROPHE = re.compile(r"(?<=[^\W\d_]{2}’) (?=s [a-zA-Z])")

_GLUED = re.compile(
    r"(?<![\w@/.-])([a-z]{3,}[.!?;]|[a-z]{2,},|[a-z]{4,}:)([A-Z][a-z]{1,})"
    r"(?![\w@]*[./@:]\w)"
)
_GLUED_YEAR = re.compile(
    r"(?<![\w@/.-])((?:19|20)\d\d[.!?])([A-Z][a-z]{1,})(?![./@]\w)"
)
_GLUED_COMMA = re.compile(r"(?<![\w@/.:-])([a-z]{3,}[,;])([a-z]{2,})(?![\w@/:]|\.\w)")
_GLUED_BRACKET = re.compile(r"(?<=[^\W\d_]{3})(\([A-Z]{2,10}\))(?=[\s.,;])")
_GLUED_BEHIND_BRACKET = re.compile(r"(?<=[A-Za-z.]\))(?=[a-z]{2,}[ ,.])")
_GLUED_QUOTES = re.compile(r"(?<=[a-z]{2})(?=“\w)|(?<=[\w.,]”)(?=[a-z]{2,}[ ,.])")
_GLUED_NUMBER = re.compile(
    r"(?<![\w.,/£$€-])(\d[\d.,]*)(million|billion|thousand|trillion|percent|rou?bles|euros"
    r"|dollars|people|years?|months|days|hours|minutes|kilomet(?:er|re)s|hectares|tons"
    r"|tonnes)\b"
)
# Small words that are never the head of a longer one in front of these.
_GLUED_WORDS = re.compile(
    r"\b(of|in|to|and|for|on|with|from|by|at|that|as|is|are|was|were|into|about|between"
    r"|under|during)"
    r"(the|this|these|those|their|its|our)\b(?![\w.@/-])",
    re.IGNORECASE,
)
_NOT_GLUED = frozenset({"inits"})
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
_GLUED_PHRASE = re.compile(rf"(?<![\w.@/#-])({'|'.join(_GLUED_PHRASES)})\b(?![.@/]\w)")
_PREFIXES = (
    "socio|non|multi|inter|intra|semi|geo|euro|indo|sino|ultra|neo|pseudo|quasi|agro"
    "|ethno|politico|anti"
)
_SPACED_HYPHEN = re.compile(
    rf"(?<![\w-])((?i:{_PREFIXES})|[a-z]{{2,}}(?=- ))(?: - |- | -)"
    r"(?!(?:and|or|to|but|as|versus|und|nor|through|a|an|the|in|on|it|he|she|we|they"
    r"|is|was|of)\b)(?=[a-z]{3,})"
)


def _doubled_words(text: str) -> Iterator[Hit]:
    for match in _DOUBLED.finditer(text):
        word = match[1]
        names = word[0].isupper() and match.start() != 0
        if word.lower() not in _MAY_DOUBLE | _NEVER_DOUBLE and not names:
            yield hit(match.start(), match.end(), word)


def _doubled_small_words(text: str) -> Iterator[Hit]:
    for match in _DOUBLED.finditer(text):
        if match[1].lower() in _NEVER_DOUBLE and match[1][1:].islower():
            yield hit(match.start(), match.end(), match[1])


def _spaced(marks: str) -> list[str]:
    return [space + mark for space in " \u00a0" for mark in marks]


def _split(match: re.Match[str]) -> str:
    one, two = match[1], match[2]
    return "" if match[0].lower() in _NOT_GLUED else f"{one} {two}"


def _spaced_hyphen(match: re.Match[str]) -> str:
    """“socio- economic”; after a word that is no prefix only where the hyphen touches
    it, since “short- and long-term” is right and “trade - a bridge” has a dash."""
    return f"{match[1]}-"


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
        find=swap(_SPACE_BEFORE, "", *_spaced(",;:!?")),
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
        find=swap(_SPACE_INSIDE, "", "( ", "[ ", "(\u00a0", "[\u00a0", *_spaced(")]")),
        message="No space inside brackets",
        label="spacing",
        category="fluency/typography",
        safe=True,
        langs=frozenset(),
    ),
    Mechanism(
        id="typography/space-in-quotes",
        find=swap(_SPACE_IN_QUOTES, "", "“ ", "“\u00a0", *_spaced("”")),
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
        find=together(
            swap(_GLUED, r"\1 \2"),
            swap(_GLUED_YEAR, r"\1 \2"),
            swap(_GLUED_COMMA, r"\1 \2", ",", ";"),
            swap(_GLUED_BRACKET, r" \1", "("),
            swap(_GLUED_BEHIND_BRACKET, " ", ")"),
            swap(_GLUED_QUOTES, " ", "“", "”"),
        ),
        message="A space is missing at the mark of punctuation",
        label="spacing",
        category="fluency/typography",
    ),
    Mechanism(
        id="typography/glued-number",
        find=swap(_GLUED_NUMBER, r"\1 \2"),
        message="A space is missing between the figure and the word",
        label="spacing",
        category="fluency/typography",
        safe=True,
    ),
    Mechanism(
        id="typography/glued-words",
        find=together(
            swap(_GLUED_WORDS, _split),
            swap(_GLUED_PHRASE, lambda match: _GLUED_PHRASES[match[1]]),
        ),
        message="Two words run together",
        label="spacing",
        category="fluency/spelling",
        severity=Severity.MAJOR,
    ),
    Mechanism(
        id="typography/spaced-hyphen",
        find=swap(_SPACED_HYPHEN, _spaced_hyphen, "- ", " -"),
        message="No space at the hyphen of a compound",
        label="hyphen",
        category="fluency/typography",
    ),
)
