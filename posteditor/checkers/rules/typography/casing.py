"""Capitals: names of days, peoples and institutions, and where a sentence begins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from posteditor.checkers.rules.matcher import Hit
from posteditor.checkers.rules.mechanics import (
    Mechanism,
    hit,
    near,
    swap,
    together,
    where,
)
from posteditor.checkers.rules.typography.names import (
    INSTITUTIONS,
    LOWER_NAMES,
    MINISTRIES,
    PLACES,
)
from posteditor.model import Severity

_WORD = re.compile(r"(?<![\w./@#_’'-])[a-z]{3,}(?![\w@_/]|[.-]\w)")
_DATED = re.compile(
    r"(?<=\d )(?:march|august)\b|(?<=\d )may"
    r"(?=,? \d{4}\b|[.,;)]|\Z| (?:in|at|and|to|this|last|next|the)\b)"
    r"|\b(?:march|may|august)(?= \d{1,2}(?:,|\b(?! [a-z]+s\b)))"
    r"|(?<=\b[Ii]n )(?:march|may|august)(?= (?:this|last|next|of)\b|,? \d{4}\b)"
)
_SENTENCE = 40  # characters; what is shorter may be a list item or a caption
_LOWER_START = re.compile(r"[“\"(]?([a-z]+)(?=[ ,’'-])")
_NOT_SENTENCE = frozenset(
    ["de", "von", "van", "der", "di", "da", "al", "el", "bin", "ibn", "iOS", "e", "i"]
)
_AFTER_STOP = re.compile(
    r"(?<![\w.-])([a-z]{4,})([.?!] )([a-z]{2,})(?= [a-z(“\"])(?! ed\b)"
)
_ABBREVIATIONS = (
    "approx dept incl resp prof assn govt tech elec misc appt vols cont orig temp "
    "trans univ sect chap illus spec excl max min nat corr para paras arts nos "
    "figs etc vers conf intl corp mins secs hrs ltd assoc prov subs abbr esp viz "
    "thous "
)
_SHORTENED = frozenset(_ABBREVIATIONS.split())
_SMALL_WORDS = (
    "Of|And|To|For|With|By|In|On|At|From|The|Which|That|Is|Are|Was|Were|Has|Have|This"
    "|These|Their|Its|As|Or|But|An|It|He|She|They|We|Who|Not|When|Where|While|After"
    "|During|That|Also|Such|Into|About|Between|Through|Because|Will|You|Your|Yours|Our"
)
_SMALL_CAPITAL = re.compile(rf"[a-z,;] (?:{_SMALL_WORDS}) ")
_INNER = re.compile(
    rf"(?<![\w’'-])[a-z]{{2,}}[,;]? (?P<at>{_SMALL_WORDS})(?= [a-z]{{2,}}[ ,.])"
    rf"|(?<=\w; )(?:{_SMALL_WORDS})(?= [a-z]{{2,}} )"
    r"|(?<![\w’'-])[a-z]{3,} (?P<of>Of|And|For|With)(?= [A-Z][a-z]+)"
)
# Abbreviations and places that are set in capitals by custom.
_SHOUTED = re.compile(
    r"(?P<title>\b(?:[Pp]resident|[Mm]inister|[Gg]overnor|[Aa]mbassador|Mr\.?|Mrs\.?|Ms\.?|Chancellor|Mayor"
    r"|Senator|Secretary|General|Colonel|Dr\.?|Professor|Prince|King)"
    r"(?: [A-Z][a-z]+)? )(?P<at>[A-Z]{4,}(?:-[A-Z]{2,})?)(?![\w-])(?! [A-Z]{2})"
)
_FRENCH = re.compile(
    r"(?<=[a-z,] )french\b(?! (?:fr(?:y|ies)|windows?|doors?|toast|press|horns?|bread"
    r"|beans?|kiss|dressing|bulldogs?|knots?|polish|manicure))"
)
_MISSED_APOSTROPHE = re.compile(
    r"(?<![\w-])(?P<name>[A-Z][a-z]{3,})s (?=[a-z]{3,})(?!(?:have|has|are|were|was|and"
    r"|will|would|who|that|which|with|from|into|like|than|than|but|the)\b)"
)
_SPELT_OUT = {
    "nato": "NATO",
    "unesco": "UNESCO",
    "unicef": "UNICEF",
    "opec": "OPEC",
    "osce": "OSCE",
    "asean": "ASEAN",
    "brics": "BRICS",
    "csto": "CSTO",
    "ecowas": "ECOWAS",
}
_SPELT = re.compile(
    rf"(?<![\w./@#_-])(?:{'|'.join(_SPELT_OUT)})(?![\w@_/]|[.-]\w)"
    r"|(?<=\bthe )eu(?= [a-z])"
)
_LAST_WORDS = frozenset(name.split()[-1] for name in INSTITUTIONS)


def _lower_names(text: str) -> Iterator[Hit]:
    for match in _WORD.finditer(text):
        if match[0] in LOWER_NAMES:
            yield hit(*match.span(), match[0].capitalize())


def _sentence_start(text: str) -> Iterator[Hit]:
    if not text[:1].isupper() and len(text) > _SENTENCE and text.endswith("."):
        match = _LOWER_START.match(text)
        if match and match[1] not in _NOT_SENTENCE:
            yield hit(*match.span(1), match[1].capitalize())


def _inner(text: str) -> Iterator[Hit]:
    for match in _INNER.finditer(text):
        group = next((name for name in ("at", "of") if match[name]), 0)
        yield hit(*match.span(group), match[group].lower())


def _after_stop(match: re.Match[str]) -> tuple[str, ...] | str:
    before, stop, word = match.groups()
    if before in _SHORTENED:
        return ""
    return f"{before}{stop}{word.capitalize()}", f"{before} {word}"


def _institutions(text: str) -> Iterator[Hit]:
    """Names that are known whole, written with other capitals."""
    lower = text.lower()
    for name, pattern in INSTITUTIONS.items():
        if name not in lower:
            continue
        for match in pattern.finditer(text):
            right = _with_capitals(match[0])
            if right != match[0] and not match[0].isupper():
                yield hit(*match.span(), right)


def _ministries(match: re.Match[str]) -> str:
    right = _with_capitals(match[0])
    return "" if right == match[0] or match[0].isupper() else right


def _with_capitals(name: str) -> str:
    return " ".join(
        word
        if word in ("of", "for", "on", "the", "and", "in")
        else word[0].upper() + word[1:]
        for word in name.split(" ")
    )


def _without_shouting(match: re.Match[str]) -> str:
    name = match["at"]
    is_short = not re.search("[AEIOUY]", name) or name in _KEEP
    return "" if is_short or match.string.isupper() else name.title()


_KEEP = frozenset(name for name in (*_SPELT_OUT.values(), "MERCOSUR"))


def _missed_apostrophe(match: re.Match[str]) -> str:
    return f"{match['name']}’s " if match["name"].lower() in PLACES else ""


CASING: tuple[Mechanism, ...] = (
    Mechanism(
        id="typography/lower-name",
        find=together(
            near(LOWER_NAMES, _lower_names),
            near("march may august", swap(_DATED, lambda match: match[0].capitalize())),
            near("french", swap(_FRENCH, lambda match: match[0].capitalize())),
            near(
                (*_SPELT_OUT, "eu"),
                swap(_SPELT, lambda match: _SPELT_OUT.get(match[0], match[0].upper())),
            ),
        ),
        message="English capitalises days, months, peoples, languages and countries",
        label="capital",
        category="locale-convention/capitalization",
        severity=Severity.MAJOR,
        safe=True,
    ),
    Mechanism(
        id="typography/sentence-start",
        find=_sentence_start,
        message="A sentence begins with a capital",
        label="capital",
        category="fluency/typography",
        severity=Severity.MAJOR,
    ),
    Mechanism(
        id="typography/capital-after-stop",
        find=swap(_AFTER_STOP, _after_stop, ". ", "? ", "! "),
        message="A small letter after a full stop: a new sentence, or a stray stop",
        label="capital",
        category="fluency/punctuation",
        severity=Severity.MAJOR,
    ),
    Mechanism(
        id="typography/inner-capital",
        find=where(_SMALL_CAPITAL, _inner),
        message="No capital inside the sentence",
        label="capital",
        category="locale-convention/capitalization",
    ),
    Mechanism(
        id="typography/shouted-name",
        find=near(
            "president mr mrs ms minister chancellor governor mayor senator ambassador "
            "secretary general colonel dr professor prince king",
            swap(_SHOUTED, _without_shouting),
        ),
        message="English sets surnames in small letters",
        label="capital",
        category="locale-convention/capitalization",
    ),
    Mechanism(
        id="typography/missing-apostrophe",
        find=near(
            [f"{place}s" for place in PLACES],
            swap(_MISSED_APOSTROPHE, _missed_apostrophe),
        ),
        message="A possessive has an apostrophe",
        label="apostrophe",
        category="fluency/punctuation",
        severity=Severity.MAJOR,
    ),
    Mechanism(
        id="typography/institution-capitals",
        find=together(
            near(_LAST_WORDS, _institutions),
            near("ministry", swap(MINISTRIES, _ministries)),
        ),
        message="The name of an institution takes capitals throughout",
        label="capital",
        category="locale-convention/capitalization",
        severity=Severity.MAJOR,
    ),
)
