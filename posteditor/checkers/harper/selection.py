"""Which Harper rules are on (data/harper.toml), and when a flag of theirs is wrong."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from posteditor.model import Severity

DATA = Path(__file__).parent.parent.parent / "data" / "harper.toml"

_NEXT_WORD = re.compile(r"\s+([a-z]{3,})\b")

# Words in u and eu that begin as "yoo" does, so that "a" is right.
_YOO = re.compile(
    r"uni(?:[cfqtsv](?!ent)|ons?\b|onized?\b|lat|pol|k)|u[st][aeiu]|euro|eulog|euphem|ubiq"
)

# A pronoun at the beginning of a segment or of a sentence within it.
_SUBJECT = re.compile(r"(?:\A|[.!?…]\s)\s*[\"“‘'(]?(He|She|It|I|We|They)\s+\Z")
_NEAR = 40
_VERBS = re.compile(
    r"am|(?:is|are|was|were|have|has|do|does)(?:n't)?|becomes?|believes?|comes?|"
    r"continues?|exists?|gets?|gives?|go(?:es)?|includes?|knows?|lives?|makes?|means?|"
    r"remains?|says?|sees?|seems?|speaks?|supports?|takes?|thinks?|understands?|wants?|"
    r"writes?"
)
# "It were better", "I is the imaginary unit".
_FORMULAE = frozenset({("it", "were"), ("i", "is")})


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleKind:
    """What a flag of one Harper rule is called here."""

    category: str
    label: str
    severity: Severity


def load_rules(path: Path = DATA) -> dict[str, RuleKind]:
    """The chosen Harper rules by name."""
    with path.open("rb") as file:
        groups = tomllib.load(file)["group"]
    return {
        rule: RuleKind(
            category=group["category"],
            label=group["label"],
            severity=Severity(group["severity"]),
        )
        for group in groups
        for rule in (*group["measured"], *group["phrases"])
    }


def is_right(rule: str, text: str, start: int, end: int) -> bool:
    """Does a flag on `text[start:end]` stand a reader's look?"""
    doubt = _DOUBTS.get(rule)
    return doubt is None or not doubt(text, start, end)


def _may_be_article(text: str, start: int, end: int) -> bool:
    """Abbreviations, names and single letters are spoken in ways Harper cannot know,
    and words in u in two: there only "an" before "yoo" is surely wrong."""
    article, following = text[start:end], _NEXT_WORD.match(text, end)
    if following is None or article not in ("a", "an", "An"):
        return True
    word = following.group(1)
    if word.startswith("h") or word == "how":
        return True
    if word.startswith(("u", "eu")):
        return article == "a" or _YOO.match(word) is None
    return False


def _may_agree(text: str, start: int, end: int) -> bool:
    """Only a pronoun that begins its sentence is surely the whole subject, in no
    question, wish or coordination; and only verbs that are no nouns or adverbs and have
    a past of their own are surely verbs in the present."""
    subject = _SUBJECT.search(text, max(0, start - _NEAR), start)
    if subject is None:
        return True
    pair = subject.group(1).lower(), text[start:end].lower().replace("’", "'")
    return pair in _FORMULAE or _VERBS.fullmatch(pair[1]) is None


def _may_be_plural(text: str, start: int, end: int) -> bool:
    """Plurals in -os are right with and without an e."""
    return text[start:end].endswith("os")


_DOUBTS: Mapping[str, Callable[[str, int, int], bool]] = {
    "AnA": _may_be_article,
    "PronounInflectionBe": _may_agree,
    "PronounVerbAgreement": _may_agree,
    "RegularIrregulars": _may_be_plural,
}
