"""Merging: one suggestion for each place, whatever order they come in."""

from __future__ import annotations

import itertools
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from posteditor.checkers.merge import (
    BROAD,
    MOST_CHOICES,
    by_importance,
    is_remark,
    listed,
    merge,
    overlap,
    with_context,
)
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
def test_nothing_overlaps_in_the_result_but_remarks(
    suggestions: list[Suggestion],
) -> None:
    merged = [s for s in merge(suggestions) if not is_remark(s)]
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
def test_the_result_is_in_text_order_with_the_remarks_below(
    suggestions: list[Suggestion],
) -> None:
    merged = merge(suggestions)
    places = [(s.segment, is_remark(s), s.start, s.end) for s in merged]
    assert places == sorted(places)
    assert merge(merged) == merged


@given(st.lists(SUGGESTIONS, max_size=25))
def test_each_is_one_that_came_in_with_further_choices_at_most(
    suggestions: list[Suggestion],
) -> None:
    plain = {replace(s, also=(), replacements=()) for s in suggestions}
    for merged in merge(suggestions):
        assert replace(merged, also=(), replacements=()) in plain
        offered = {
            r
            for s in suggestions
            if (s.start, s.end, s.segment) == (merged.start, merged.end, merged.segment)
            for r in s.replacements
        }
        assert set(merged.replacements) <= offered


@given(st.lists(SUGGESTIONS, max_size=25))
def test_whoever_is_left_out_overlaps_with_one_that_stays(
    suggestions: list[Suggestion],
) -> None:
    merged = merge(suggestions)
    for one in set(suggestions):
        alike = [s for s in merged if is_remark(s) is is_remark(one)]
        assert any(overlap(one, kept) for kept in alike)


def test_the_same_span_and_fix_of_two_checkers_is_one_that_names_both() -> None:
    own, other = suggest(0, 4), suggest(0, 4, checker="harper")
    assert merge([other, own]) == (replace(own, also=("harper",)),)
    third = suggest(0, 4, checker="languagetool", category="fluency/spelling")
    (found,) = merge([third, *merge([other, own])])
    assert (found.checker, found.also) == ("rules", ("harper", "languagetool"))


def test_another_fix_of_the_same_span_is_a_further_choice() -> None:
    own = suggest(0, 4, replacements=("one", "two"))
    other = suggest(0, 4, checker="harper", replacements=("three", "two"))
    (found,) = merge([other, own])
    assert found == replace(own, replacements=("one", "two", "three"))
    many = suggest(0, 4, checker="x", replacements=tuple("abcdefghijk"))
    (found,) = merge([many, own])
    assert len(found.replacements) == MOST_CHOICES
    lost = suggest(0, 4, checker="guards", replacements=(), about="2021")
    assert merge([own, lost]) == (lost,)


def test_a_fix_elsewhere_is_no_further_choice() -> None:
    own = suggest(0, 4)
    assert merge([own, suggest(0, 6, checker="harper", replacements=("x",))]) == (own,)


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
        (found,) = merge([louder, better])
        assert (found.checker, found.category) == (better.checker, better.category)


def test_then_severity_then_a_replacement_then_length_decide() -> None:
    plain = suggest(2, 8)
    severe = suggest(0, 4, severity=Severity.MAJOR)
    assert merge([plain, severe]) == (severe,)
    remark = suggest(0, 9, replacements=())
    assert merge([remark, plain]) == (plain,)
    longer = suggest(2, 12)
    assert merge([plain, longer]) == (longer,)


def test_a_remark_on_the_sentence_hides_nothing_and_comes_last() -> None:
    remark = suggest(0, BROAD + 1, replacements=(), severity=Severity.CRITICAL)
    fix = suggest(5, 9, checker="harper", category="fluency/spelling")
    taste = suggest(
        5, 9, replacements=(), category="style/x", severity=Severity.NEUTRAL
    )
    assert merge([remark, taste, fix]) == (fix, remark, taste)
    assert is_remark(remark)
    assert is_remark(taste)
    assert not is_remark(replace(remark, replacements=("x",)))
    assert not is_remark(replace(remark, checker="guards"))
    assert not is_remark(replace(taste, severity=Severity.MINOR))


def test_two_remarks_on_one_span_are_one_only_if_of_one_kind() -> None:
    remark = suggest(0, BROAD + 1, replacements=())
    same = replace(remark, checker="harper", rule="harper/x")
    other = replace(same, category="style/long")
    assert merge([remark, same]) == (replace(remark, also=("harper",)),)
    assert set(merge([remark, other])) == {remark, other}


def test_what_is_worse_is_more_important_than_who_found_it() -> None:
    minor, major = suggest(0, 4), suggest(5, 9, checker="x", severity=Severity.MAJOR)
    style = suggest(10, 14, checker="x", category="style/x")
    assert by_importance([style, minor, major]) == [major, minor, style]


def test_of_many_the_most_important_are_listed_in_their_order() -> None:
    many = [suggest(at, at + 2) for at in range(0, 20, 4)]
    major = suggest(30, 34, checker="x", severity=Severity.MAJOR)
    remarks = [
        suggest(0, BROAD + at, replacements=(), category="style") for at in range(1, 5)
    ]
    found = merge([*many, major, *remarks])
    assert listed(found, 3) == (*many[:2], major, *remarks[:2])
    assert listed(found, None) == found
    assert listed(found, 6) == (*many, major, *remarks[:2])
    assert listed(found[:6], 6) == found[:6]


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
