"""Which segments of a new version stand for which of an old one."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from posteditor.model import Segment, State
from posteditor.revision import Event, EventKind, Revision, fingerprint
from posteditor.session.carrying import (
    align,
    carried_drafts,
    carried_position,
    carried_revisions,
)
from posteditor.store.protocol import Draft


def prints(letters: str) -> bytes:
    return b"".join(fingerprint(letter) for letter in letters)


def aligned(old: str, new: str) -> dict[int, int]:
    return align(prints(old), prints(new))


def test_an_added_sentence_moves_the_rest() -> None:
    assert aligned("abc", "xabc") == {0: 1, 1: 2, 2: 3}


def test_of_repeated_sentences_the_one_in_its_place_is_taken() -> None:
    # "t" before "b" is gone: the one that is left is the one after it.
    assert aligned("atbt", "abt") == {0: 0, 2: 1, 3: 2}
    assert aligned("tatbt", "tabt") == {0: 0, 1: 1, 3: 2, 4: 3}


def test_moved_sentences_are_found() -> None:
    assert aligned("abcde", "bcdea") == {0: 4, 1: 0, 2: 1, 3: 2, 4: 3}


def test_only_repeated_sentences_are_paired_in_order() -> None:
    assert aligned("tttt", "ttt") == {0: 0, 1: 1, 2: 2}
    assert aligned("tt", "xttt") in ({0: 1, 1: 2}, {0: 2, 1: 3})


letters = st.text("abcd", max_size=12)


@given(old=letters, new=letters)
@example(old="", new="a")
def test_pairs_are_equal_used_once_and_as_many_as_can_be(old: str, new: str) -> None:
    pairs = aligned(old, new)
    assert all(old[i] == new[j] for i, j in pairs.items())
    assert len(set(pairs.values())) == len(pairs)
    assert len(pairs) == sum(min(old.count(c), new.count(c)) for c in set(old))


@given(old=letters)
def test_the_same_text_is_carried_whole(old: str) -> None:
    assert aligned(old, old) == {i: i for i in range(len(old))}


@given(old=st.lists(st.integers(0, 999), unique=True, max_size=12), cut=st.data())
def test_a_deletion_carries_all_that_is_left(
    old: list[int], cut: st.DataObject
) -> None:
    text = "".join(chr(0x4E00 + number) for number in old)
    start = cut.draw(st.integers(0, len(text)))
    end = cut.draw(st.integers(start, len(text)))
    expected = {i: i for i in range(start)}
    expected |= {i: i - (end - start) for i in range(end, len(text))}
    assert aligned(text, text[:start] + text[end:]) == expected


def event(seq: int, segment: int, after: Revision) -> Event:
    return Event(
        seq=seq, kind=EventKind.REVISE, segment=segment, after=after, at=float(seq)
    )


def test_the_last_revisions_are_carried_and_what_was_undone_is_not() -> None:
    segments = [
        Segment(index=i, start=i, end=i + 1, text=c) for i, c in enumerate("cba")
    ]
    events = [
        event(1, 0, Revision(target="first")),
        event(2, 1, Revision(target="B")),
        event(3, 0, Revision(target="A", state=State.REVIEWED)),
        event(4, 1, Revision(target="b")),
        event(5, 3, Revision(target="gone")),
    ]
    carried = carried_revisions(events, aligned("abcd", "cba"), segments)
    assert carried == {2: Revision(target="A", state=State.REVIEWED)}


def test_drafts_and_the_position_follow_their_sentences() -> None:
    pairs = {0: 0, 1: 3}
    drafts = {1: Draft(segment=1, text="x", at=1.0), 2: Draft(segment=2, text="", at=1)}
    assert carried_drafts(drafts, pairs) == [Draft(segment=3, text="x", at=1.0)]
    assert [carried_position(p, pairs) for p in (0, 1, 2, 9)] == [0, 3, 3, 3]
    assert carried_position(5, {}) == 0
