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


def _may_be_plural(text: str, start: int, end: int) -> bool:
    """Plurals in -os are right with and without an e."""
    return text[start:end].endswith("os")


_DOUBTS: Mapping[str, Callable[[str, int, int], bool]] = {
    "AnA": _may_be_article,
    "RegularIrregulars": _may_be_plural,
}
