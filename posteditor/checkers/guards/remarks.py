"""Remarks of the guards, one for each place.

Rule: two remarks that overlap are told as one, so that neither hides the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from posteditor.checkers.guards.facts import Key
from posteditor.model import Severity, Suggestion
from posteditor.sanitise import sanitise

LONGEST_PIECE = 48
MOST_PIECES = 6
CHECKER = "guards"

_CATEGORIES = {
    "number": ("accuracy/mistranslation", "number"),
    "date": ("accuracy/mistranslation", "date"),
    "name": ("accuracy/mistranslation", "name"),
    "abbreviation": ("accuracy/mistranslation", "abbreviation"),
    "link": ("accuracy/mistranslation", "address"),
    "negation": ("accuracy/mistranslation", "negation"),
    "clause": ("accuracy/omission", "omission"),
    "bracket": ("fluency/punctuation", "bracket"),
    "start": ("fluency/spelling", "capital"),
    "end": ("fluency/punctuation", "full stop"),
    "source-number": ("accuracy/mistranslation", "number"),
    "source-date": ("accuracy/mistranslation", "date"),
    "source-abbreviation": ("accuracy/omission", "abbreviation"),
    "source-link": ("accuracy/omission", "address"),
    "source-negation": ("accuracy/mistranslation", "negation"),
    "source-clause": ("accuracy/omission", "omission"),
}
RULES = frozenset(f"guard/{rule}" for rule in _CATEGORIES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """`rule` without its group; `about` is the piece that was lost or changed, `lost`
    what of the MT output is gone, in one remark or in several that became one, `keys`
    the facts it tells of."""

    rule: str
    start: int
    end: int
    message: str = ""
    lost: tuple[str, ...] = ()
    about: str = ""
    keys: frozenset[Key] = frozenset()
    replacement: str | None = None
    severity: Severity = Severity.MAJOR


def piece(text: str) -> str:
    """A piece of a document as it stands in a message."""
    shown = " ".join(sanitise(text).split())
    return shown if len(shown) <= LONGEST_PIECE else shown[: LONGEST_PIECE - 1] + "…"


def joined(remarks: Iterable[Remark]) -> list[Remark]:
    """No two of them overlap; what is told together is led by the most severe."""
    found: list[Remark] = []
    for remark in sorted(remarks, key=lambda each: (each.start, each.end)):
        last = found[-1] if found else None
        if last is not None and _overlap(last, remark):
            found[-1] = _both(last, remark)
        else:
            found.append(remark)
    return found


def _overlap(one: Remark, other: Remark) -> bool:
    return other.start < one.end or (one.start, one.end) == (other.start, other.end)


def _both(one: Remark, other: Remark) -> Remark:
    lead = max(one, other, key=lambda each: each.severity.rank)
    messages = dict.fromkeys(filter(None, (one.message, other.message)))
    return replace(
        lead,
        start=min(one.start, other.start),
        end=max(one.end, other.end),
        message="; ".join(messages),
        lost=tuple(dict.fromkeys((*one.lost, *other.lost))),
        about=" ".join(dict.fromkeys(filter(None, (one.about, other.about)))),
        replacement=None,
    )


def told(remark: Remark) -> str:
    """What the remark says, in one line."""
    if not remark.lost:
        return remark.message
    shown = [f"“{piece(text)}”" for text in remark.lost[:MOST_PIECES]]
    if len(remark.lost) > MOST_PIECES:
        shown.append("…")
    gone = f"gone from the machine translation: {', '.join(shown)}"
    return f"{remark.message}; {gone}" if remark.message else gone


def suggestion(remark: Remark, segment: int, text: str) -> Suggestion:
    """The remark as a suggestion on `text`."""
    category, label = _CATEGORIES[remark.rule]
    here = text[remark.start : remark.end]
    replacement = remark.replacement
    return Suggestion(
        segment=segment,
        start=remark.start,
        end=remark.end,
        text=here,
        message=told(remark),
        rule=f"guard/{remark.rule}",
        checker=CHECKER,
        replacements=() if replacement in (None, here) else (str(replacement),),
        category=category,
        label=label,
        severity=remark.severity,
        about=remark.about,
    )
