"""The translation against its source, revised or not.

Rule: what another language says in one word may be said in many; only what stands in
both alike (figures, months, addresses, Latin abbreviations), a negation that nothing
carries, and half the length are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from posteditor.checkers.guards.clauses import too_short
from posteditor.checkers.guards.facts import DENIAL, Fact, Kind, unmatched
from posteditor.checkers.guards.names import folded
from posteditor.checkers.guards.negation import carries, source_denies
from posteditor.checkers.guards.remarks import Remark, piece
from posteditor.checkers.guards.sentence import Sentence
from posteditor.model import Severity

# Languages in whose texts an abbreviation in Latin letters stands for itself.
OTHER_SCRIPTS = frozenset(
    {"ru", "uk", "be", "bg", "sr", "mk", "el", "ar", "fa", "he", "zh", "ja", "ko"}
    | {"hy", "ka", "hi", "th", "kk", "ky", "mn", "tg"}
)
_LATIN = re.compile(r"(?<![A-Za-z0-9-])[A-Z]{2,8}(?![A-Za-z0-9-])")
_QUOTES = " \n\t\"'”’»)」"
_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")
# Smaller numbers are said in too many ways, and come and go with idioms.
LEAST_INVENTED = 13


def of_source(target: Sentence, source: Sentence) -> Iterator[Remark]:
    """What the translation has not, or has otherwise, of its source."""
    if not target.text.strip():
        return
    yield from _numbers(target, source)
    lost, _ = unmatched(source.links, target.links)
    for fact in lost:
        yield _missing(fact, _relative(fact.start, source, target))
    if target.lexicon.language != "en":
        return
    yield from _abbreviations(target, source)
    asks = source.text.rstrip(_QUOTES)[-1:] in {"?", "？", "؟"}
    denied = [] if asks else source_denies(source.prose, source.lexicon)
    if denied and not carries(target.lexicon, target.text, ""):
        yield Remark(
            rule="source-negation",
            start=(span := _relative(source.text.find(denied[0]), source, target))[0],
            end=span[1],
            message=f"the source denies something: {piece(denied[0])}",
            about=denied[0].lower(),
            keys=frozenset({DENIAL}),
        )
    share = too_short(source.text, target.text, source.lexicon.language)
    if share is not None:
        span = _relative(len(source.text), source, target)
        yield Remark(
            rule="source-clause",
            start=span[0],
            end=span[1],
            message=f"{share:.0%} of the length its source would give: is it all here?",
        )


def _numbers(target: Sentence, source: Sentence) -> Iterator[Remark]:
    lost, gained = unmatched(source.numbers, target.numbers)
    free = [fact for fact in gained if _is_surely_a_number(fact)]
    for fact in lost:
        new = next((each for each in free if each.kind is fact.kind), None)
        if new is None:
            span = _relative(fact.start, source, target)
            yield _missing(fact, span)
            continue
        free.remove(new)
        yield Remark(
            rule=f"source-{fact.kind}",
            start=new.start,
            end=new.end,
            message=f"{piece(fact.text)} in the source",
            about=fact.text,
            keys=fact.keys,
            replacement=fact.text if fact.text.isdecimal() else None,
            severity=Severity.CRITICAL,
        )
    if not source.lexicon.numbers:
        return
    for fact in free:
        if max((k for k in fact.keys if not isinstance(k, str)), default=0) >= (
            LEAST_INVENTED
        ):
            yield Remark(
                rule=f"source-{fact.kind}",
                start=fact.start,
                end=fact.end,
                message=f"{piece(fact.text)} is not in the source",
                about=fact.text,
            )


def _is_surely_a_number(fact: Fact) -> bool:
    return fact.kind is Kind.DATE or fact.text[:1].isdigit()


def _abbreviations(target: Sentence, source: Sentence) -> Iterator[Remark]:
    if source.lexicon.language not in OTHER_SCRIPTS:
        return
    told: set[str] = set()
    for match in _LATIN.finditer(source.prose):
        key = folded(match[0])
        fact = Fact(
            kind=Kind.ABBREVIATION,
            keys=frozenset({key}),
            start=match.start(),
            end=match.end(),
            text=match[0],
        )
        if key in told or not match[0].strip("IVX") or target.reading.has(fact):
            continue
        if key in target.text.lower():
            continue
        told.add(key)
        span = _relative(match.start(), source, target)
        yield _missing(fact, span)


def _missing(fact: Fact, span: tuple[int, int]) -> Remark:
    return Remark(
        rule=f"source-{fact.kind}",
        start=span[0],
        end=span[1],
        message=f"{piece(fact.text)} of the source is not here",
        about=fact.text,
        keys=fact.keys,
    )


def _relative(at: int, source: Sentence, target: Sentence) -> tuple[int, int]:
    """The word of the translation that stands about where `at` is in the source."""
    text = target.text
    place = max(at, 0) * len(text) // max(len(source.text), 1)
    nearest: tuple[int, int] = (0, min(len(text), 1))
    for match in _WORD.finditer(text):
        if match.start() > place and nearest[1] > 1:
            break
        nearest = match.span()
    return nearest
