"""Merging: one suggestion for each place, whatever order they come in."""

from __future__ import annotations

import itertools
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from posteditor.checkers.merge import BROAD, merge, overlap, with_context
from posteditor.model import Severity, Suggestion
from tests.checkers.making import suggest

SUGGESTIONS = st.builds(
    lambda start, length, **fields: suggest(start, start + length, **fields),
    start=st.integers(0, 30),
    length=st.integers(0, 60),
    segment=st.integers(0, 1),
    rule=st.sampled_from(["a/1", "b/2"]),
    checker=st.sampled_from(["rules", "consistency", "harper", "other"]),
    replacements=st.sampled_from([(), ("x",), ("x", "y")]),
    category=st.sampled_from(["fluency/grammar", "style/wordy", "fluency/spelling"]),
    severity=st.sampled_from(list(Severity)),
)


@given(st.lists(SUGGESTIONS, max_size=25))
def test_nothing_overlaps_in_the_result(suggestions: list[Suggestion]) -> None:
    merged = merge(suggestions)
    for index, one in enumerate(merged):
        for other in merged[index + 1 :]:
            assert not overlap(one, other)


@given(st.lists(SUGGESTIONS, max_size=25), st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(
    suggestions: list[Suggestion], random: object
) -> None:
    shuffled = list(suggestions)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert merge(shuffled) == merge(suggestions)


@given(st.lists(SUGGESTIONS, max_size=25))
def test_the_result_is_a_subset_in_text_order(suggestions: list[Suggestion]) -> None:
    merged = merge(suggestions)
    assert set(merged) <= set(suggestions)
    places = [(s.segment, s.start, s.end) for s in merged]
    assert places == sorted(places)
    assert merge(merged) == merged


@given(st.lists(SUGGESTIONS, max_size=25))
def test_whoever_is_left_out_overlaps_with_one_that_stays(
    suggestions: list[Suggestion],
) -> None:
    merged = merge(suggestions)
    for left_out in set(suggestions) - set(merged):
        assert any(overlap(left_out, kept) for kept in merged)


def test_the_same_span_and_fix_of_two_checkers_is_one() -> None:
    own, other = suggest(0, 4), suggest(0, 4, checker="harper")
    assert merge([other, own]) == (own,)


def test_checkers_have_their_order() -> None:
    ladder = [
        suggest(0, 4, checker="rules", category="style/wordy"),
        suggest(0, 4, checker="consistency", category="fluency/spelling"),
        suggest(0, 4, checker="harper", category="fluency/grammar"),
        suggest(0, 4, checker="harper", category="style/redundancy"),
        suggest(0, 4, checker="harper", category="fluency/spelling"),
    ]
    for better, worse in itertools.pairwise(ladder):
        louder = replace(worse, severity=Severity.CRITICAL)
        assert merge([louder, better]) == (better,)


def test_then_severity_then_a_replacement_then_length_decide() -> None:
    plain = suggest(2, 8)
    severe = suggest(0, 4, severity=Severity.MAJOR)
    assert merge([plain, severe]) == (severe,)
    remark = suggest(0, 9, replacements=())
    assert merge([remark, plain]) == (plain,)
    longer = suggest(2, 12)
    assert merge([plain, longer]) == (longer,)


def test_a_broad_remark_gives_way_to_what_can_be_mended_in_it() -> None:
    remark = suggest(0, BROAD + 1, replacements=(), severity=Severity.CRITICAL)
    fix = suggest(5, 9, checker="harper", category="fluency/spelling")
    assert merge([remark, fix]) == (fix,)
    assert merge([remark]) == (remark,)


def test_neighbours_and_other_segments_do_not_overlap() -> None:
    neighbours = (suggest(0, 4), suggest(4, 4), suggest(4, 8))
    assert merge(reversed(neighbours)) == neighbours
    elsewhere = (suggest(0, 4), suggest(0, 4, segment=1))
    assert merge(elsewhere) == elsewhere


def test_context_is_the_words_around_in_lower_case() -> None:
    text = "Before all, THE council’s plan (so far) failed."
    start = text.index("plan")
    found = with_context(suggest(start, start + 4, "plan"), text)
    assert found.context == ("council’s", "so")
    assert with_context(suggest(0, 6), text).context == ("", "all")
    assert with_context(suggest(len(text) - 7, len(text)), text).context[1] == ""


def test_context_makes_the_key_survive_a_move() -> None:
    one = with_context(suggest(4, 8, "very"), "the very end")
    two = with_context(suggest(10, 14, "very"), "this, the very end of it")
    assert one.here_key == two.here_key


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_context_of_any_text(text: str, one: int, two: int) -> None:
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    before, after = with_context(suggest(start, end), text).context
    assert not (before + after).count(" ")
