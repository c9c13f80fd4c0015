"""Phrases that stand far more often in machine translations than in human texts.

Rule: a phrase is listed once, in the length that tells most: what a longer or a
shorter one explains is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from itertools import chain

from posteditor.checkers.mining.counting import BoundedCounter, log_likelihood
from posteditor.checkers.mining.words import (
    Gram,
    Lines,
    clipped,
    common_words,
    folded,
    grams,
    sentences,
)

SURPRISING = 10.83  # chi-square with one degree of freedom, p = 0.001
MOST_COUNTED = 2_000_000  # phrases in memory at once: some 400 MB
_MOST_WORDS = 500_000
_SHARPER = 1.5  # times the ratio that a longer phrase must have to be news
_EXPLAINS = 0.7  # of the places where a phrase stands
_MILLION = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A phrase, `^` and `$` for the edges of a sentence, and how often it stands in
    either text; `ratio` is that of the rates, half a hit added to each count."""

    words: Gram
    machine: int
    human: int
    machine_per_million: float
    human_per_million: float
    ratio: float
    surprise: float
    machine_examples: tuple[str, ...] = ()
    human_examples: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return " ".join(self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sizes:
    machine: int
    human: int


def mine_phrases(
    machine: Lines,
    human: Lines,
    *,
    min_count: int = 5,
    top: int = 100,
    max_length: int = 5,
    examples: int = 2,
    most: int = MOST_COUNTED,
) -> tuple[Phrase, ...]:
    """The `top` phrases of at most `max_length` words that the machine wrote at least
    `min_count` times and overuses most, by G². `most` bounds what is in memory."""
    common = common_words(chain(machine(), human()), _MOST_WORDS)
    counter: BoundedCounter[Gram] = BoundedCounter(most)
    for words in _folded(machine(), common):
        for gram in grams(words, max_length):
            counter.add(gram)
    wanted = counter.frequent(min_count).keys()
    of_machine, machine_words = _count(machine(), common, wanted, max_length)
    of_human, human_words = _count(human(), common, wanted, max_length)
    if not machine_words or not human_words:
        return ()
    sizes = _Sizes(machine=machine_words, human=human_words)
    found = [
        _phrase(gram, count, of_human[gram], sizes)
        for gram, count in of_machine.items()
        if count >= min_count
    ]
    chosen = _telling(found, of_machine, sizes, top)
    grams_of = {phrase.words for phrase in chosen}
    from_machine, from_human = (
        _examples(lines(), common, grams_of, examples, max_length)
        for lines in (machine, human)
    )
    return tuple(
        replace(
            phrase,
            machine_examples=tuple(from_machine.get(phrase.words, ())),
            human_examples=tuple(from_human.get(phrase.words, ())),
        )
        for phrase in chosen
    )


def _folded(lines: Iterable[str], common: Set[str]) -> Iterator[list[str]]:
    for line in lines:
        for words in sentences(line):
            yield folded(words, common)


def _count(
    lines: Iterable[str], common: Set[str], wanted: Set[Gram], longest: int
) -> tuple[Counter[Gram], int]:
    """How often each wanted phrase stands in the text, and its length in words."""
    counts: Counter[Gram] = Counter()
    size = 0
    for words in _folded(lines, common):
        size += sum(word[0].isalnum() or word[0] == "<" for word in words)
        counts.update(gram for gram in grams(words, longest) if gram in wanted)
    return counts, size


def _phrase(gram: Gram, machine: int, human: int, sizes: _Sizes) -> Phrase:
    return Phrase(
        words=gram,
        machine=machine,
        human=human,
        machine_per_million=machine / sizes.machine * _MILLION,
        human_per_million=human / sizes.human * _MILLION,
        ratio=_ratio(machine, human, sizes),
        surprise=log_likelihood(
            machine, human, max(sizes.machine, machine), max(sizes.human, human)
        ),
    )


def _ratio(machine: int, human: int, sizes: _Sizes) -> float:
    return (machine + 0.5) / sizes.machine / ((human + 0.5) / sizes.human)


def _telling(
    found: list[Phrase], counts: Mapping[Gram, int], sizes: _Sizes, top: int
) -> list[Phrase]:
    """The most surprising first, each only if those before do not explain it."""
    overused = [p for p in found if p.ratio > 1 and p.surprise >= SURPRISING]
    overused.sort(key=lambda p: (-p.surprise, -len(p.words), p.words))
    chosen: dict[Gram, Phrase] = {}
    holders: dict[Gram, list[Phrase]] = {}  # chosen, by each phrase within them
    for phrase in overused:
        if len(chosen) == top:
            break
        if (
            _is_worn(phrase, chosen)
            or _overlaps(phrase, holders, counts)
            or not _is_left(phrase, holders.get(phrase.words, ()), sizes)
        ):
            continue
        chosen[phrase.words] = phrase
        for part in _parts(phrase.words):
            holders.setdefault(part, []).append(phrase)
    return list(chosen.values())


def _overlaps(
    phrase: Phrase, holders: Mapping[Gram, list[Phrase]], counts: Mapping[Gram, int]
) -> bool:
    """Does it mostly stand where one that is listed stands, part of it shared? What
    the shared part falls short of both counts added is the least they have in common.
    """
    for part in (*_parts(phrase.words), phrase.words):
        for other in holders.get(part, ()):
            common = phrase.machine + other.machine - counts.get(part, _MILLION)
            if common >= _EXPLAINS * phrase.machine:
                return True
    return False


def _parts(words: Gram) -> Iterator[Gram]:
    """Every shorter phrase within a phrase, once."""
    lengths = range(1, len(words))
    yield from dict.fromkeys(
        words[start : start + length]
        for length in lengths
        for start in range(len(words) - length + 1)
    )


def _is_worn(phrase: Phrase, chosen: Mapping[Gram, Phrase]) -> bool:
    """Is a part of it listed that is about as telling?"""
    parts = (chosen[part] for part in _parts(phrase.words) if part in chosen)
    return any(phrase.ratio < _SHARPER * part.ratio for part in parts)


def _is_left(phrase: Phrase, longer: Iterable[Phrase], sizes: _Sizes) -> bool:
    """Is it still overused where it does not stand within a longer one listed?"""
    for whole in longer:
        machine = max(0, phrase.machine - whole.machine)
        human = max(0, phrase.human - whole.human)
        rest = _phrase(phrase.words, machine, human, sizes)
        if rest.ratio <= 1 or rest.surprise < max(SURPRISING, phrase.surprise / 2):
            return False
    return True


def _examples(
    lines: Iterable[str], common: Set[str], wanted: Set[Gram], number: int, longest: int
) -> dict[Gram, list[str]]:
    """The first `number` lines with each phrase, cut to what stands around it."""
    found: dict[Gram, list[str]] = {}
    missing = set(wanted) if number else set()
    for line in lines:
        if not missing:
            break
        here = {
            gram
            for words in sentences(line)
            for gram in grams(folded(words, common), longest)
        }
        for gram in here & missing:
            found.setdefault(gram, []).append(clipped(line, gram))
            if len(found[gram]) == number:
                missing.discard(gram)
    return found
