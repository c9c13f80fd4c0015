"""The shifts TER would try: runs of words that the reference has elsewhere.

Rules of tercom, as sacrebleu keeps them: a run has at most ten words and moves to a
place at most 50 words off; it holds an error, and so does the place it would match.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from posteditor.scoring.tercom.operations import Operation

LONGEST = 10
FARTHEST = 50
T = TypeVar("T")
# (-length, start, target): what sorts before another is preferred to it.
Shift = tuple[int, int, int]


class Move(NamedTuple):
    """Two neighbouring runs change places: words `start` to `middle`, and `middle` to
    `end`."""

    start: int
    middle: int
    end: int


def moved(items: list[T], move: Move) -> list[T]:
    """`items` after the move."""
    start, middle, end = move
    return items[:start] + items[middle:end] + items[start:middle] + items[end:]


def find_moves(
    hypothesis: Sequence[str],
    reference: Sequence[str],
    operations: Sequence[Operation],
    most: int,
) -> tuple[list[Move], int]:
    """The different moves, preferred ones first, and how many shifts they stand for.

    With `most` shifts or more the search ends and the list is of no use.
    """
    landings, wrong_hyp, wrong_ref = _read(operations)
    shifts: list[Shift] = []
    for start, at, shortest, longest in _matches(
        hypothesis, reference, landings, wrong_hyp, wrong_ref
    ):
        for length in range(shortest, longest + 1):
            for target in dict.fromkeys(landings[at : at + length + 1]):
                shifts.append((-length, start, target))
        if len(shifts) >= most:
            return [], len(shifts)
    count = len(shifts)
    shifts.sort()
    size = len(hypothesis)
    moves = dict.fromkeys(_as_move(shift, size) for shift in shifts)
    return [move for move in moves if move.start < move.middle < move.end], count


def _read(
    operations: Sequence[Operation],
) -> tuple[list[int], list[int], list[int]]:
    """For each gap of the reference the word of the hypothesis that is next there; for
    each word of either side how far off the next error is (many, if there is none)."""
    landings = [0]
    wrong_hyp: list[bool] = []
    wrong_ref: list[bool] = []
    keep, insert, delete = Operation.KEEP, Operation.INSERT, Operation.DELETE
    place = 0
    for operation in operations:
        wrong = operation is not keep
        if operation is not insert:
            place += 1
            wrong_hyp.append(wrong)
        if operation is not delete:
            landings.append(place)
            wrong_ref.append(wrong)
    return landings, _until_error(wrong_hyp), _until_error(wrong_ref)


def _until_error(errors: list[bool]) -> list[int]:
    distances = []
    distance = LONGEST
    for wrong in reversed(errors):
        distance = 0 if wrong else distance + 1
        distances.append(distance)
    distances.reverse()
    return distances


def _matches(
    hypothesis: Sequence[str],
    reference: Sequence[str],
    landings: Sequence[int],
    wrong_hyp: Sequence[int],
    wrong_ref: Sequence[int],
) -> Iterator[tuple[int, int, int, int]]:
    """Start in the hypothesis, start in the reference, shortest and longest run."""
    places: dict[str, list[int]] = {}
    for at, (word, far) in enumerate(zip(reference, wrong_ref, strict=True)):
        if far < LONGEST:
            places.setdefault(word, []).append(at)
    for start, (word, far) in enumerate(zip(hypothesis, wrong_hyp, strict=True)):
        if far >= LONGEST or word not in places:
            continue
        found = places[word]
        if len(found) > FARTHEST:
            first = bisect_left(found, start - FARTHEST)
            found = found[first : bisect_right(found, start + FARTHEST)]
        for at in found:
            # A run is not moved into itself.
            aligned = landings[at + 1] - 1 - start
            if not aligned or at < start - FARTHEST:
                continue
            if at > start + FARTHEST:
                break
            shortest = max(far, wrong_ref[at]) + 1
            most = min(LONGEST, len(hypothesis) - start, len(reference) - at)
            if 0 < aligned < most:
                most = aligned
            if shortest > most:
                continue
            length = 1
            while (
                length < most and hypothesis[start + length] == reference[at + length]
            ):
                length += 1
            if shortest <= length:
                yield start, at, shortest, length


def _as_move(shift: Shift, size: int) -> Move:
    """sacrebleu's reading of a target before, behind and inside the run."""
    negative, start, target = shift
    end = start - negative
    if target < start:
        return Move(target, start, end)
    if target > end:
        return Move(start, end, target)
    return Move(start, end, min(target - negative, size))
