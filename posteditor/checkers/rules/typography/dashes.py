"""Dashes: typed as hyphens, glued to a word, or standing where English has a verb."""

from __future__ import annotations

import re

from posteditor.checkers.rules.mechanics import (
    Mechanism,
    in_figures,
    near,
    swap,
)
from posteditor.model import Severity

# Where a dash between spaces is common and often typed as a hyphen; native English news
# has its own custom of writing " - ", which is nobody's fault.
_DASH_LANGUAGES = frozenset(
    {"ar", "be", "bg", "cs", "de", "es", "fr", "it", "pl", "pt", "ru", "sk", "sr", "uk"}
)

_HYPHEN_DASH = re.compile(r"(?<=[^\W_\d,;])[ ]-[ ](?=[^\W\d_])")
_DOUBLE_HYPHEN = re.compile(
    r"(?<=[^\W_,;\"”])[ ]--[ ](?=[^\W_\"“])|(?<=[a-z]{2})--(?=[a-z]{2})"
)
_LABEL = re.compile(
    r"(?P<lead>\b(?:[Tt]he|[Oo]ur|[Tt]heir|[Ii]ts|[Hh]is|[Hh]er|[Mm]y)"
    r"(?: (?:main|primary|key|first|second|third|chief|ultimate|next|common|strategic"
    r"|major|most important|important|principal|overall))?"
    r" (?:goal|task|aim|objective|purpose|priority|mission|challenge|dream)"
    r"(?: (?!is\b|was\b|will\b)[\w’'-]+){0,8}) ?[-–—] (?=(?:to|not to) [a-z])"
)
_ONE_SIDED = re.compile(
    r"(?<=[^\W\d_]{2})(?:(?P<dash>[–—]) (?=[a-z“])| (?P<after>[–—])(?=[a-z“]))"
)
_POSTS = re.compile(
    r"\b(?:Minister|Head|Chairman|Chief|Director|Secretary|Commander|Staff|Governor"
    r"|Speaker|President|Representative|Officer|Judge|Prosecutor)(?P<at> [–—-] )"
    r"(?=(?:First |Vice )?(?:Deputy|Minister of|Head of|Chairman of|Member of|Chief of"
    r"|Director of|Secretary of|Commander of)\b)"
)
_RANGE_SPACES = re.compile(
    r"(?<![\w.,/:-])((?:19|20)\d\d)(?: -|- | - )((?:19|20)?\d\d)(?![\w-]|[.,]\d)"
)
_FROM_RANGE = re.compile(
    r"\b([Ff]rom|[Bb]etween) (\d{1,4}(?:[:.]\d\d)?)[-–](\d{1,4}(?:[:.]\d\d)?)"
    r"(?![\w%–-]|[.,]\d)(?! (?:to|and|until|till)\b)"
)


def _label(match: re.Match[str]) -> str:
    return "" if match.string.find(" – ", match.end()) >= 0 else f"{match['lead']} is "


def _from_range(match: re.Match[str]) -> str:
    lead, first, last = match.groups()
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last if len(first) == 4 else last  # noqa: PLR2004 - a year
    return f"{lead} {first} {'to' if lead.lower() == 'from' else 'and'} {last}"


DASHES: tuple[Mechanism, ...] = (
    Mechanism(
        id="typography/hyphen-for-dash",
        find=swap(_HYPHEN_DASH, " – ", " - "),
        message="Between words set off by spaces stands a dash, not a hyphen",
        label="dash",
        category="fluency/typography",
        source_langs=_DASH_LANGUAGES,
        false_friend=True,
    ),
    Mechanism(
        id="typography/double-hyphen",
        find=swap(_DOUBLE_HYPHEN, " – ", "--"),
        message="Two hyphens stand for a dash",
        label="dash",
        category="fluency/typography",
        severity=Severity.NEUTRAL,
    ),
    Mechanism(
        id="typography/dash-for-is",
        find=near(
            "goal task aim objective purpose priority mission challenge dream",
            swap(_LABEL, _label, "- ", "– ", "— "),
        ),
        message="A dash stands for the missing verb, as in Slavic: “the goal is to …”",
        label="dash",
        category="fluency/grammar",
        severity=Severity.MAJOR,
    ),
    Mechanism(
        id="typography/dash-between-posts",
        find=swap(_POSTS, " and ", " – ", " — ", " - "),
        message="Two posts of one person are joined with “and”",
        label="dash",
        category="fluency/punctuation",
    ),
    Mechanism(
        id="typography/one-sided-dash",
        find=swap(
            _ONE_SIDED,
            lambda match: f" {match['dash'] or match['after']} ",
            "–",
            "—",
        ),
        message="The dash has a space on one side only",
        label="dash",
        category="fluency/typography",
    ),
    Mechanism(
        id="typography/spaced-range",
        find=in_figures(swap(_RANGE_SPACES, r"\1–\2", "- ", " -")),
        message="No spaces in a range of years",
        label="range",
        category="fluency/typography",
        safe=True,
    ),
    Mechanism(
        id="typography/from-range",
        find=in_figures(near("from between", swap(_FROM_RANGE, _from_range))),
        message="“From” wants “to”, “between” wants “and”, not a dash",
        label="range",
        category="fluency/grammar",
    ),
)
