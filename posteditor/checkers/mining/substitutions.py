"""What post-editors put in the place of what the machine wrote, ranked.

Rule: an insertion or deletion is told with a neighbouring word, so that every
substitution is one phrase for another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass, replace

from posteditor.checkers.mining.counting import BoundedCounter
from posteditor.checkers.mining.words import (
    Gram,
    clipped,
    common_words,
    folded,
    grams,
    sentences,
)
from posteditor.diff import Edit, diff, edits

Pairs = Callable[[], Iterator[tuple[str, str]]]  # MT output and post-edit, each time
Change = tuple[Gram, Gram]

MOST_COUNTED = 500_000  # substitutions in memory at once
_MOST_WORDS = 500_000
_LONGEST_LINE = 20_000  # characters: a longer line is no sentence
_EXPLAINS = 0.7  # of the cases: then the longer substitution stands for the shorter


@dataclass(frozen=True, slots=True, kw_only=True)
class Substitution:
    """`old` became `new` in `count` places; `old` stood in `occurrences` in all.
    `examples` are pairs of MT output and post-edit."""

    old: Gram
    new: Gram
    count: int
    occurrences: int
    examples: tuple[tuple[str, str], ...] = ()

    @property
    def share(self) -> float:
        """Of the places where it stood, how many were changed so: 0 to 1."""
        return self.count / self.occurrences if self.occurrences else 0.0


def mine_substitutions(
    pairs: Pairs,
    *,
    min_count: int = 3,
    top: int = 100,
    max_length: int = 5,
    examples: int = 2,
    most: int = MOST_COUNTED,
) -> tuple[Substitution, ...]:
    """The `top` substitutions of phrases of at most `max_length` words that were made
    at least `min_count` times, the most frequent first, then the most regular."""
    common = common_words((line for pair in pairs() for line in pair), _MOST_WORDS)
    counter: BoundedCounter[Change] = BoundedCounter(most)
    for old, new in _edited(pairs):
        for change in _changes(old, new, common, max_length):
            counter.add(change)
    frequent = counter.frequent(min_count)
    counts, occurrences = _exact(pairs, frequent.keys(), common, max_length)
    found = [
        Substitution(
            old=old, new=new, count=count, occurrences=max(count, occurrences[old])
        )
        for (old, new), count in counts.items()
        if count >= min_count
    ]
    chosen = _longest_ways(found)[:top]
    return _with_examples(chosen, pairs, common, max_length, examples)


def _edited(pairs: Pairs) -> Iterator[tuple[str, str]]:
    for old, new in pairs():
        if old != new and max(len(old), len(new)) <= _LONGEST_LINE:
            yield old, new


def _counted(line: str, common: Set[str]) -> list[str]:
    return [word for words in sentences(line) for word in folded(words, common)]


def _changes(old: str, new: str, common: Set[str], longest: int) -> list[Change]:
    """What was changed in a line, each way to tell it once: bare, with the word before
    it, with the word behind it, with both."""
    olds, news = _counted(old, common), _counted(new, common)
    was, now = " ".join(olds), " ".join(news)
    found: dict[Change, None] = {}
    for edit in edits(diff(was, now)):
        start, end, came = _whole_words(was, now, edit)
        for before in (0, 1):
            for behind in (0, 1):
                head = olds[max(0, start - before) : start]
                tail = olds[end : end + behind]
                change = (
                    (*head, *olds[start:end], *tail),
                    (*head, *came, *tail),
                )
                if _is_telling(change, longest):
                    found[change] = None
    return list(found)


def _whole_words(was: str, now: str, edit: Edit) -> tuple[int, int, list[str]]:
    """The words an edit touches, as places among the old ones, and the new words."""
    start, end = edit.old_start, edit.old_start + len(edit.old)
    changed = [text for text in (edit.old, edit.new) if text]
    left = right = 0
    if any(text[0] != " " for text in changed):
        left = start - (was.rfind(" ", 0, start) + 1)
    if any(text[-1] != " " for text in changed):
        space = was.find(" ", end)
        right = (len(was) if space < 0 else space) - end
    gone = was[start - left : end + right]
    new_end = edit.new_start + len(edit.new)
    came = now[edit.new_start - left : new_end + right]
    first = len(was[: start - left].split())
    return first, first + len(gone.split()), came.split()


def _is_telling(change: Change, longest: int) -> bool:
    old, new = change
    return (
        bool(old and new)
        and old != new
        and max(len(old), len(new)) <= longest
        and any(word[0].isalpha() for word in old)
    )


def _exact(
    pairs: Pairs, wanted: Set[Change], common: Set[str], longest: int
) -> tuple[Counter[Change], Counter[Gram]]:
    """How often each change was made, and how often its old words stand at all."""
    phrases = {old for old, _ in wanted}
    counts: Counter[Change] = Counter()
    occurrences: Counter[Gram] = Counter()
    for old, new in pairs():
        if max(len(old), len(new)) > _LONGEST_LINE:
            continue
        words = _counted(old, common)
        occurrences.update(gram for gram in grams(words, longest) if gram in phrases)
        if old != new:
            made = _changes(old, new, common, longest)
            counts.update(change for change in made if change in wanted)
    return counts, occurrences


def _longest_ways(found: Iterable[Substitution]) -> list[Substitution]:
    """Each change in the way that tells most: the longest that covers nearly all of its
    cases; longer ways to tell one that is listed are left out."""
    ranked = sorted(found, key=lambda s: (len(s.old) + len(s.new), -s.count, s.old))
    chosen: dict[Change, Substitution] = {}
    for each in reversed(ranked):  # long before short
        covered = [c for c in chosen.values() if _within(each, c)]
        if any(c.count >= _EXPLAINS * each.count for c in covered):
            continue
        for longer in covered:
            del chosen[longer.old, longer.new]
        chosen[each.old, each.new] = each
    return sorted(chosen.values(), key=lambda s: (-s.count, -s.share, s.old, s.new))


def _within(short: Substitution, long: Substitution) -> bool:
    """Is the long one the short one with a word more on either side?"""
    for before in (0, 1):
        for behind in (0, 1):
            end = -behind or None
            if (
                long.old[before:end] == short.old
                and long.new[before:end] == short.new
                and long.old[:before] == long.new[:before]
            ):
                return True
    return False


def _with_examples(
    chosen: list[Substitution],
    pairs: Pairs,
    common: Set[str],
    longest: int,
    number: int,
) -> tuple[Substitution, ...]:
    found: dict[Change, list[tuple[str, str]]] = {}
    missing = {(each.old, each.new) for each in chosen} if number else set()
    for old, new in _edited(pairs):
        if not missing:
            break
        for change in _changes(old, new, common, longest):
            if change in missing:
                pair = clipped(old, change[0]), clipped(new, change[1])
                found.setdefault(change, []).append(pair)
                if len(found[change]) == number:
                    missing.discard(change)
    return tuple(
        replace(each, examples=tuple(found.get((each.old, each.new), ())))
        for each in chosen
    )
