"""The figures of a document: sentences, words, edits, suggestions.

Rule: only what belongs to the translation counts, neither furniture nor what the editor
left out; suggestions are counted where they were looked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from posteditor.diff import EditStat
from posteditor.diff.tokens import is_word, tokens
from posteditor.model import Decision
from posteditor.reports.sentences import Fate, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """Suggestions over the `sentences` that were checked and their `words`."""

    suggestions: int = 0
    sentences: int = 0
    words: int = 0

    @property
    def per_thousand(self) -> float | None:
        """Suggestions per 1,000 words; None where no word was checked."""
        return 1000 * self.suggestions / self.words if self.words else None


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryCount:
    """What became of the suggestions of one category: found on the MT output, applied
    or dismissed by the editor, still open on the revision. What remains went with a
    revision or with a dismissal elsewhere."""

    category: str
    found: int = 0
    applied: int = 0
    dismissed: int = 0
    open: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """`done` sentences are accepted, as they were or revised; `touched` ones differ
    from the MT output, accepted or not. `accepted` (as they were), `revised` and
    `retranslate` count fates: a sentence has one, and `waiting` ones of the revised are
    not yet accepted. Words are those of MT output and revision."""

    sentences: int = 0
    done: int = 0
    touched: int = 0
    accepted: int = 0
    revised: int = 0
    waiting: int = 0
    retranslate: int = 0
    omitted: int = 0
    furniture: int = 0
    words_mt: int = 0
    words_pe: int = 0
    edits: EditStat = field(default_factory=EditStat)
    before: Rate = field(default_factory=Rate)
    after: Rate = field(default_factory=Rate)
    categories: tuple[CategoryCount, ...] = ()

    @property
    def open(self) -> int:
        """Sentences nobody has accepted yet."""
        return self.sentences - self.done


def count(sentences: Sequence[Sentence]) -> Counts:
    """The figures of these sentences of one document."""
    scored = [one for one in sentences if one.is_scored]
    words_mt = [words(one.mt) for one in scored]
    words_pe = [
        words(one.target) if one.is_changed else before
        for one, before in zip(scored, words_mt, strict=True)
    ]
    fates = Counter(one.fate for one in sentences)
    return Counts(
        sentences=len(scored),
        done=sum(one.is_done for one in scored),
        touched=sum(one.is_changed for one in scored),
        accepted=fates[Fate.ACCEPTED],
        revised=fates[Fate.REVISED],
        waiting=sum(one.fate is Fate.REVISED and not one.is_done for one in scored),
        retranslate=fates[Fate.RETRANSLATE],
        omitted=fates[Fate.OMITTED],
        furniture=fates[Fate.FURNITURE],
        words_mt=sum(words_mt),
        words_pe=sum(words_pe),
        edits=_edits(scored),
        before=_rate((one.found for one in scored), words_mt),
        after=_rate((one.suggestions for one in scored), words_pe),
        categories=_categories(scored),
    )


def words(text: str) -> int:
    """Words of a text; of a language without spaces, its characters."""
    return sum(map(is_word, tokens(text)))


def _edits(scored: Iterable[Sentence]) -> EditStat:
    stats = (one.edits for one in scored if one.is_changed)
    return sum(stats, start=EditStat())


def _rate(found: Iterable[Sequence[object] | None], sizes: Iterable[int]) -> Rate:
    checked = [
        (len(suggestions), size)
        for suggestions, size in zip(found, sizes, strict=True)
        if suggestions is not None
    ]
    return Rate(
        suggestions=sum(number for number, _ in checked),
        sentences=len(checked),
        words=sum(size for _, size in checked),
    )


def _categories(scored: Iterable[Sentence]) -> tuple[CategoryCount, ...]:
    """The categories, the most frequent first."""
    found: Counter[str] = Counter()
    still_open: Counter[str] = Counter()
    applied: Counter[str] = Counter()
    dismissed: Counter[str] = Counter()
    for one in scored:
        found.update(s.category for s in one.found or ())
        still_open.update(s.category for s in one.suggestions or ())
        for record in one.decisions:
            is_applied = record.decision is Decision.ACCEPTED
            (applied if is_applied else dismissed)[record.category or "other"] += 1
    known = found.keys() | still_open.keys() | applied.keys() | dismissed.keys()
    return tuple(
        CategoryCount(
            category=category,
            found=found[category],
            applied=applied[category],
            dismissed=dismissed[category],
            open=still_open[category],
        )
        for category in sorted(known, key=lambda name: (-found[name], name))
    )
