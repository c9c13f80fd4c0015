"""The edits that are named are those that are counted, and they do what they say."""

from __future__ import annotations

from hypothesis import given

from posteditor.scoring.tercom import Move, Operation, ter_alignment, ter_stats
from posteditor.scoring.tercom.moves import moved
from tests.scoring.tercom import judge
from tests.scoring.tercom.judge import Words


@given(judge.pairs())
def test_edits_turn_the_hypothesis_into_the_reference(
    pair: tuple[Words, Words],
) -> None:
    left, right = pair
    alignment = ter_alignment(" ".join(left), [" ".join(right)])
    for move in alignment.moves:
        left = moved(left, move)
    assert tuple(left) == alignment.shifted
    words = iter(left)
    goal = iter(right)
    for operation in alignment.operations:
        word = None if operation is Operation.INSERT else next(words)
        wanted = None if operation is Operation.DELETE else next(goal)
        if word and wanted:
            assert (word == wanted) == (operation is Operation.KEEP)
    assert [*words, *goal] == []


@given(judge.pairs())
def test_shifts_and_operations_are_sacrebleus(pair: tuple[Words, Words]) -> None:
    left, right = pair
    if not right:
        return
    alignment = ter_alignment(" ".join(left), [" ".join(right)])
    shifts, words = judge.shifted(left, right)
    assert (len(alignment.moves), list(alignment.shifted)) == (shifts, words)
    assert list(alignment.operations) == judge.table(words, right)[1]
    assert alignment.edits == judge.edits(left, right)


def test_a_moved_phrase_is_named() -> None:
    alignment = ter_alignment("yesterday the Boat left", ["the boat left yesterday"])
    assert alignment.moves == (Move(0, 1, 4),)
    assert set(alignment.operations) == {Operation.KEEP}
    assert alignment.edits == 1


def test_a_shift_that_only_pays_for_itself_is_one() -> None:
    alignment = ter_alignment("a b", ["b x"])
    shifts, words = judge.shifted(["a", "b"], ["b", "x"])
    assert (len(alignment.moves), list(alignment.shifted)) == (shifts, words)


def test_the_first_of_equally_near_references_is_taken() -> None:
    references = ["a c", "a b", "b a", "a b"]
    alignment = ter_alignment("a b", references)
    assert alignment.reference == ("a", "b")
    assert alignment.edits == ter_stats("a b", references).edits == 0


def test_texts_without_words() -> None:
    assert ter_alignment("a b", [""]).operations == (Operation.DELETE,) * 2
    assert ter_alignment(" ", ["a b"]).operations == (Operation.INSERT,) * 2
    assert ter_alignment("", [""]).edits == 0
