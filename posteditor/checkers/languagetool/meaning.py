"""What LanguageTool's categories are called here, and which flags are kept.

Shared by all engines with LanguageTool's rules. Rule: a speller's flag on a capitalised
word counts only where the document does not use that word as a name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from posteditor.checkers.harper.typos import is_variant_of, one_edit
from posteditor.checkers.languagetool.client import Flag
from posteditor.checkers.protocol import CheckContext, Unit
from posteditor.checkers.spellings import side_by_side
from posteditor.checkers.vocabulary import bare
from posteditor.model import Severity, Suggestion
from posteditor.sanitise import sanitise

MAX_REPLACEMENTS = 3
MAX_MESSAGE = 300


@dataclass(frozen=True, slots=True)
class Kind:
    """An MQM category, its short label, and how severe a fault of it is."""

    category: str
    label: str
    severity: Severity = Severity.MINOR


SPELLING = Kind("fluency/spelling", "spelling")
_GRAMMAR = Kind("fluency/grammar", "grammar", Severity.MAJOR)
_STYLE = Kind("style", "style", Severity.NEUTRAL)
_WORDY = Kind("style/wordiness", "wordy", Severity.NEUTRAL)
_LOCALE = Kind("locale-convention", "locale")
_TYPOGRAPHY = Kind("fluency/typography", "typography")

_BY_CATEGORY: Mapping[str, Kind] = {
    "AMERICAN_ENGLISH": _LOCALE,
    "AMERICAN_ENGLISH_STYLE": _LOCALE,
    "BRITISH_ENGLISH": _LOCALE,
    "CASING": Kind("fluency/spelling", "capital"),
    "COLLOCATIONS": Kind("style/unidiomatic", "collocation"),
    "COLLOQUIALISMS": Kind("style/register", "register", Severity.NEUTRAL),
    "COMPOUNDING": Kind("fluency/spelling", "compound"),
    "CONFUSED_WORDS": Kind("fluency/grammar", "wrong word", Severity.MAJOR),
    "FALSE_FRIENDS": Kind("accuracy/mistranslation", "false friend", Severity.MAJOR),
    "GENDER_NEUTRALITY": _STYLE,
    "GRAMMAR": _GRAMMAR,
    "NONSTANDARD_PHRASES": Kind("style/unidiomatic", "phrase"),
    "PLAIN_ENGLISH": _WORDY,
    "PUNCTUATION": Kind("fluency/punctuation", "punctuation"),
    "REDUNDANCY": Kind("style/wordiness", "redundant", Severity.NEUTRAL),
    "REGIONALISMS": _LOCALE,
    "REPETITIONS": Kind("fluency/duplication", "repetition"),
    "REPETITIONS_STYLE": Kind("style/repetition", "repetition", Severity.NEUTRAL),
    "SEMANTICS": Kind("accuracy", "meaning"),
    "STYLE": _STYLE,
    "TYPOGRAPHY": _TYPOGRAPHY,
    "TYPOS": SPELLING,
}
_BY_ISSUE_TYPE: Mapping[str, Kind] = {
    "duplication": Kind("fluency/duplication", "repetition"),
    "grammar": _GRAMMAR,
    "inconsistency": Kind("style/inconsistency", "consistency"),
    "locale-violation": _LOCALE,
    "misspelling": SPELLING,
    "register": Kind("style/register", "register", Severity.NEUTRAL),
    "style": _STYLE,
    "typographical": _TYPOGRAPHY,
    "whitespace": Kind("fluency/typography", "spacing"),
}
_OTHER = Kind("other", "language")


def kind_of(flag: Flag) -> Kind:
    """A repeated word is a repetition wherever a language files it."""
    if flag.issue_type == "duplication":
        return _BY_ISSUE_TYPE["duplication"]
    found = _BY_CATEGORY.get(flag.category) or _BY_ISSUE_TYPE.get(flag.issue_type)
    return found or _OTHER


def suggestion(
    flag: Flag, unit: Unit, context: CheckContext, *, checker: str
) -> Suggestion | None:
    """The flag on `unit.text`, or None where it says nothing to an editor."""
    text = unit.text[flag.start : flag.end]
    kind = kind_of(flag)
    if kind is SPELLING and is_known(text, flag.replacements, context):
        return None
    choices = dict.fromkeys(choice for choice in flag.replacements if choice != text)
    message = " ".join(flag.message.split())
    return Suggestion(
        segment=unit.segment,
        start=flag.start,
        end=flag.end,
        text=text,
        message=sanitise(message)[:MAX_MESSAGE].strip() or kind.label,
        rule=f"{checker}/{flag.rule}",
        checker=checker,
        replacements=tuple(choices)[:MAX_REPLACEMENTS],
        category=kind.category,
        label=kind.label,
        severity=kind.severity,
    )


def is_known(text: str, near: tuple[str, ...], context: CheckContext) -> bool:
    """Is what a speller does not know a word of this document or its language?

    German writes every noun with a capital: there a word that is one slip from a known
    one is a typo even so. Where the language leaves the variety open, each way of
    spelling English is right.
    """
    word = bare(text)
    if not any(char.isalpha() for char in word):
        return True
    if word.lower() in context.vocabulary or word in context.vocabulary:
        is_noun = context.target_lang.lower().startswith("de") and not word.isupper()
        return not (is_noun and any(_is_slip(word, right) for right in near[:1]))
    if context.target_lang.lower() != "en":
        return False
    lower = word.lower()
    return lower in side_by_side() or any(is_variant_of(lower, w.lower()) for w in near)


def _is_slip(word: str, right: str) -> bool:
    """Do the two differ in one letter, or two swapped, neither first nor last?"""
    edit = one_edit(word.lower(), right.lower())
    return edit is not None and 0 < edit[0] < len(word) - 1
