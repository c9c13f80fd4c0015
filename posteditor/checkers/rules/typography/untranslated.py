"""Words of another language left in English: whole stretches, and single small words.

Rule: names, titles and quotations keep their language; a single word counts only
between English words in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from posteditor.checkers.rules.matcher import Hit
from posteditor.checkers.rules.mechanics import Mechanism, hit, near, swap, where, words
from posteditor.model import Severity

# Small words that English does not have, by language.
_SMALL = {
    "fr": (
        "les des du une et dans pour avec sur qui que aux ses leur leurs cette nous "
        "vous sont par ont été était ces dont mais plus où être avoir aussi comme "
        "entre sans sous depuis lors afin ainsi notre votre tout tous lesquels ils"
    ),
    "es": (
        "los las del una por para con que como este esta estos pero más también sus "
        "entre desde hasta según ser fue han está están sobre cuando donde muy esto "
        "nuestro nuestra todos toda hacia sin"
    ),
    "de": (
        "und der das ist nicht mit für auf dem den ein eine einer eines einen von zu "
        "im des sich auch werden wird wurde sind bei nach aus über durch oder zum zur "
        "haben hat als wir sie dass kann noch nur vor unter"
    ),
    "it": (
        "della delle degli nel nella sono che gli alla con per una dei anche questo "
        "questa più come essere stato è"
    ),
}
_LANGUAGES = {lang: frozenset(listed.split()) for lang, listed in _SMALL.items()}
_ANY = frozenset().union(*_LANGUAGES.values())
# What an English text has of these in its own right.
_ENGLISH_TOO = (
    "plus sans as den dem con per des die comme tout sur is par lors im ha mit hat "
    "ser entre como fur sous von zu hast on mas der van du"
)
_ENGLISH = frozenset(_ENGLISH_TOO.split())
_MEANS = {
    "les": "the", "los": "the", "las": "the", "gli": "the", "und": "and",
    "avec": "with", "dans": "in", "para": "for", "que": "that",
    "qui": "who", "nel": "in the", "della": "of the", "del": "of the", "aux": "to the",
    "für": "for", "nicht": "not", "oder": "or", "sont": "are", "ont": "have",
    "ces": "these", "cette": "this", "este": "this", "esta": "this", "pero": "but",
    "mais": "but", "auch": "also", "también": "also", "más": "more", "est": "is",
    "das": "the", "dass": "that", "ist": "is", "et": "and", "dont": "of which",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ENOUGH = 4
_FOREIGN_LETTERS = re.compile(r"[éèêëàâçîïôûùñíóúáäöüß]")
_CAPITAL_INSIDE = re.compile(r"[a-zà-ÿ][A-Z]")
_CAMEL = re.compile(
    r"(?<![\w@/.#-])(?P<one>[^\W\d_A-Z]{3,})(?P<two>[A-Z][a-z]{1,})(?=[\s,.;:])"
)
_OWN = re.compile(r"(?:mac|med|bio|web|power|open|java|you|face|link|pay)[A-Z]")


def _stretches(text: str) -> Iterator[Hit]:
    """A run of words of one language, with at least four of its small words."""
    if len(_ANY.intersection(words(text))) < _ENOUGH:
        return
    found = list(_WORD.finditer(text))
    for small in _LANGUAGES.values():
        at = [
            number
            for number, match in enumerate(found)
            if match[0].lower().split("’")[-1].split("'")[-1] in small
        ]
        if len({found[number][0].lower() for number in at}) < _ENOUGH:
            continue
        for first, last in _runs(at):
            begins = first < _NEAR_EDGE
            ends = len(found) - last <= _NEAR_EDGE
            yield hit(
                found[0 if begins else first].start(),
                found[-1 if ends else last].end(),
            )


_GAP = 12
_NEAR_EDGE = 6


def _runs(at: list[int]) -> Iterator[tuple[int, int]]:
    """Places that follow each other within a few words, four at the least."""
    start = 0
    for number in range(1, len(at) + 1):
        if number == len(at) or at[number] - at[number - 1] > _GAP:
            if number - start >= _ENOUGH:
                yield at[start], at[number - 1]
            start = number


def _single(text: str) -> Iterator[Hit]:
    """“the reform of les services”."""
    if len(_ANY.intersection(words(text))) >= _ENOUGH:
        return
    for match in _ALONE.finditer(text):
        yield hit(*match.span("word"), _MEANS[match["word"]])


_LONELY = sorted(_MEANS.keys() - _ENGLISH - {"est", "et", "das", "este", "esta", "del"})
_ALONE = re.compile(
    rf"(?<=[a-z] )(?P<word>{'|'.join(_LONELY)})(?= (?!(?:{'|'.join(sorted(_ANY))})\b)"
    r"[a-z]{2,})(?! mieux| deux)"
)


def _camel(match: re.Match[str]) -> str:
    return "" if _OWN.match(match[0]) else f"{match['one']} {match['two']}"


UNTRANSLATED: tuple[Mechanism, ...] = (
    Mechanism(
        id="typography/untranslated",
        find=near(_ANY, _stretches),
        message="Left in the language of the source",
        label="untranslated",
        category="accuracy/untranslated",
        severity=Severity.MAJOR,
    ),
    Mechanism(
        id="typography/untranslated-word",
        find=near(_LONELY, _single),
        message="A word of the source language",
        label="untranslated",
        category="accuracy/untranslated",
        severity=Severity.MAJOR,
    ),
    Mechanism(
        id="typography/glued-sentences",
        find=where(_CAPITAL_INSIDE, swap(_CAMEL, _camel)),
        message="Two words run together: a space or a full stop is missing",
        label="spacing",
        category="fluency/typography",
        severity=Severity.MAJOR,
    ),
)
