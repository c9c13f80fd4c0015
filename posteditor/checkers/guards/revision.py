"""The editor's change against the machine translation.

Rule: where there is a source, it decides: what the machine invented may go, and what it
left out may come.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from posteditor.checkers.guards.change import Change
from posteditor.checkers.guards.clauses import dropped
from posteditor.checkers.guards.facts import DENIAL, Fact, Key, Kind, unmatched
from posteditor.checkers.guards.lexicon import name_words
from posteditor.checkers.guards.marks import marks
from posteditor.checkers.guards.names import words_of
from posteditor.checkers.guards.negation import Negator, carries
from posteditor.checkers.guards.remarks import Remark, piece
from posteditor.checkers.guards.sentence import Sentence
from posteditor.diff import Edit
from posteditor.model import Severity

# An edit that puts in more than this beside what it replaces says something new, and
# one no longer than this beside a name says that it was none.
MORE_WORDS, NARROW = 3, 4
_DENIAL: frozenset[Key] = frozenset({DENIAL})


def of_revision(
    mt: Sentence, target: Sentence, source: Sentence | None
) -> Iterator[Remark]:
    """What the revision lost or changed of the machine translation."""
    change = Change(mt.text, target.text)
    yield from _numbers(mt, target, source, change)
    yield from _links(mt, target, source, change)
    if target.lexicon.language == "en" and not change.is_rewritten:
        yield from _names(mt, target, change)
        yield from _negation(mt, target, source, change)
    if not change.is_rewritten:
        yield from _clauses(target, change)
    yield from _marks(change)


def _numbers(
    mt: Sentence, target: Sentence, source: Sentence | None, change: Change
) -> Iterator[Remark]:
    lost, _ = unmatched(mt.numbers, target.numbers)
    taken: set[Fact] = set()
    lost += _exchanged(mt, target, change, lost)
    for fact in lost:
        if source is not None and not _is_in(fact, source):
            continue
        if change.is_rewritten and fact.kind is Kind.NUMBER and not _is_figure(fact):
            continue
        new = _in_its_place(fact, target.numbers, taken, change)
        if new is None:
            start, end = change.place(fact.start, fact.end)
            yield Remark(
                rule=str(fact.kind),
                start=start,
                end=end,
                lost=(fact.text,),
                about=fact.text,
                keys=fact.keys,
            )
            continue
        taken.add(new)
        yield Remark(
            rule=str(fact.kind),
            start=new.start,
            end=new.end,
            message=f"{piece(fact.text)} in the machine translation",
            about=fact.text,
            keys=fact.keys,
            replacement=fact.text if _is_figure(fact) == _is_figure(new) else None,
            severity=Severity.CRITICAL,
        )


def _exchanged(
    mt: Sentence, target: Sentence, change: Change, lost: tuple[Fact, ...]
) -> tuple[Fact, ...]:
    """Numbers that still stand elsewhere, fewer times than before, and were made other
    ones at their place."""
    found: list[Fact] = []
    for edit in change.edits:
        olds = [f for f in mt.numbers if _within(f, edit.old_start, edit.old)]
        news = [f for f in target.numbers if _within(f, edit.new_start, edit.new)]
        here, instead = unmatched(olds, news)
        if instead:
            found += (
                fact
                for fact in here
                if fact not in lost
                and _times(fact, mt.numbers) > _times(fact, target.numbers)
            )
    return tuple(found)


def _within(fact: Fact, start: int, text: str) -> bool:
    return start <= fact.start and fact.end <= start + len(text)


def _times(fact: Fact, facts: Sequence[Fact]) -> int:
    return sum(not fact.keys.isdisjoint(other.keys) for other in facts)


def _is_in(fact: Fact, source: Sentence) -> bool:
    """Has the source this fact, as far as its language is read?"""
    if not source.lexicon.numbers and not source.lexicon.soft:
        return True
    return not source.number_keys.isdisjoint(fact.keys)


def _in_its_place(
    fact: Fact, news: Sequence[Fact], taken: set[Fact], change: Change
) -> Fact | None:
    """The number that came in the same edit."""
    edit = change.edit_at(fact.start, fact.end)
    if edit is None:
        return None
    start, end = edit.new_start, edit.new_start + len(edit.new)
    here = [
        new
        for new in news
        if new.start < end and start < new.end
        if not new.soft and new not in taken and new.keys.isdisjoint(fact.keys)
    ]
    return min(here, key=lambda new: new.kind is not fact.kind, default=None)


def _is_figure(fact: Fact) -> bool:
    return fact.text[:1].isdigit()


def _links(
    mt: Sentence, target: Sentence, source: Sentence | None, change: Change
) -> Iterator[Remark]:
    lost, _ = unmatched(mt.links, target.links)
    for fact in lost:
        if source is not None and unmatched([fact], source.links)[0]:
            continue
        start, end = change.place(fact.start, fact.end)
        yield Remark(
            rule="link",
            start=start,
            end=end,
            lost=(fact.text,),
            about=fact.text,
            keys=fact.keys,
        )


def _names(mt: Sentence, target: Sentence, change: Change) -> Iterator[Remark]:
    pronouns = name_words().pronouns
    told: set[object] = set()
    for fact in mt.names:
        if told.issuperset(fact.keys) or target.reading.has(fact):
            continue
        told |= fact.keys
        edit = change.edit_at(fact.start, fact.end)
        new = words_of(edit.new) if edit is not None else []
        if any(word.text.lower() in pronouns for word in new):
            continue
        if edit is not None and _is_reworded(edit, fact):
            continue
        rule = str(fact.kind)
        start, end = change.place(fact.start, fact.end)
        capital = {word.text for word in new if word.text[0].isupper()}
        alike = target.reading.alike(fact, capital)
        if alike is not None:
            at = target.text.find(alike, start)
            yield Remark(
                rule=rule,
                start=at if at >= 0 else start,
                end=at + len(alike) if at >= 0 else end,
                message=f"{piece(fact.text)} in the machine translation",
                about=fact.text,
                replacement=fact.text if at >= 0 else None,
                severity=Severity.MINOR,
            )
            continue
        yield Remark(
            rule=rule,
            start=start,
            end=end,
            lost=(fact.text,),
            about=fact.text,
            keys=fact.keys,
        )


def _is_reworded(edit: Edit, fact: Fact) -> bool:
    """Do a few plain words stand for a name alone? That is a decision."""
    new = words_of(edit.new)
    return (
        fact.kind is Kind.NAME
        and len(words_of(edit.old)) <= NARROW
        and 0 < len(new) <= NARROW
        and all(word.text.islower() for word in new)
    )


def _negation(
    mt: Sentence, target: Sentence, source: Sentence | None, change: Change
) -> Iterator[Remark]:
    before, after = len(mt.negators), len(target.negators)
    if before == after:
        return
    if source is not None and source.lexicon.hard_negation:
        denied = len(source.negators)
        if denied <= after if before > after else denied >= after:
            return
    words = target.lexicon
    if before > after:
        if any(carries(words, edit.new, mt.text) for edit in change.edits):
            return
        for negator in mt.negators:
            if change.edit_at(negator.start, negator.end) is not None:
                start, end = change.place(negator.start, negator.end)
                yield Remark(
                    rule="negation",
                    start=start,
                    end=end,
                    lost=(negator.text,),
                    about=negator.text.lower(),
                    keys=_DENIAL,
                    severity=Severity.CRITICAL,
                )
        return
    if before or any(carries(words, edit.old, target.text) for edit in change.edits):
        return
    for negator in target.negators:
        if any(_is_about(edit, negator) for edit in change.edits):
            yield Remark(
                rule="negation",
                start=negator.start,
                end=negator.end,
                message="not in the machine translation: it denies nothing",
                about=negator.text.lower(),
                keys=_DENIAL,
            )


def _is_about(edit: Edit, negator: Negator) -> bool:
    """Does the edit deny what was said, and not say something more?"""
    if not edit.new_start <= negator.start < edit.new_start + len(edit.new):
        return False
    return len(edit.new.split()) <= 2 * len(edit.old.split()) + MORE_WORDS


def _clauses(target: Sentence, change: Change) -> Iterator[Remark]:
    for edit in dropped(change.edits, target.text):
        start, end = change.place(edit.old_start, edit.old_start + len(edit.old))
        yield Remark(
            rule="clause",
            start=start,
            end=end,
            message=f"dropped: {piece(edit.old)}",
            about=" ".join(edit.old.split())[:200],
        )


def _marks(change: Change) -> Iterator[Remark]:
    for mark in marks(change.mt, change.target):
        yield Remark(
            rule=mark.rule,
            start=mark.start,
            end=mark.end,
            message=mark.message,
            replacement=mark.replacement,
            severity=Severity.MINOR,
        )
