"""The pattern language, by what it matches and what it refuses."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from posteditor.checkers.rules.pattern import (
    PatternError,
    read_pattern,
)


def matches(pattern: str, text: str) -> list[str]:
    compiled = regex.compile(read_pattern(pattern).regex, regex.IGNORECASE)
    return [match[0] for match in compiled.finditer(text)]


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("in order to", "In order\n  to see", ["In order\n  to"]),
        ("in order to", "in\u00a0order to", ["in\u00a0order to"]),
        ("order", "orders reorder order-book", []),
        ("(in|within) the frame", "within the frame", ["within the frame"]),
        ("very? good", "very good, good", ["very good", "good"]),
        ("it is (at all)? good", "it is good", ["it is good"]),
        ("it is (at all)? good", "it is at all good", ["it is at all good"]),
        ("the people's choice", "the people’s choice", ["the people’s choice"]),
        ("co-operate now", "co‑operate now", ["co‑operate now"]),
        ("co-operate now", "co–operate now", ["co–operate now"]),
        ("co-operate now", "co\u2010operate\u202fnow", ["co\u2010operate\u202fnow"]),
        ("the people’s choice", "the people's choice", ["the people's choice"]),
        ("the people's choice", "the peopleʼs choice", ["the peopleʼs choice"]),
        (
            'the " sea " is',
            "the “sea” is, the „sea“ is",
            ["the “sea” is", "the „sea“ is"],
        ),
        ('the " sea " is', "the « sea » is", ["the « sea » is"]),
        ("in order to", "in\r\norder\u2028to", ["in\r\norder\u2028to"]),
        ("Secretary General", "secretary general", []),
        ("Secretary general", "Secretary GENERAL", ["Secretary GENERAL"]),
        (
            "<carry out|do> it",
            "carried out it, doing it",
            ["carried out it", "doing it"],
        ),
        ("<take> part", "taken part", ["taken part"]),
        ("<be> good", "were good", ["were good"]),
        ("since <num> years", "since 1,000 years", ["since 1,000 years"]),
        ("in {y:year} year", "in 1978 year, in 3000 year", ["in 1978 year"]),
        ("in {c:cap} town", "in Riga town, in big town", ["in Riga town"]),
        ("of {x:2} days", "of two warm days", ["of two warm days"]),
        ("of {x} days", "of the last few days", ["of the last few days"]),
        ("of {x:2} days", "of warm days, of a. warm days", []),
        ("however , we", "However, we", ["However, we"]),
        ("^ so , in", "“So, in May. So, in June", ["So, in"]),
        ("the end $", "at the end.”", ["the end"]),
        ("the end $", "the end of it", []),
        (r"in {c:cap} \( in {t:cap} \)", "in Peru (in Lima)", ["in Peru (in Lima)"]),
        ("a – b", "a - b", ["a - b"]),
    ],
)
def test_what_a_pattern_matches(pattern: str, text: str, found: list[str]) -> None:
    assert matches(pattern, text) == found


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ("", "empty"),
        ("(a|b", "not closed"),
        ("a|b", "unexpected"),
        ("a )", "unexpected"),
        ("(a|) b", "empty"),
        ("very?", "at least one word"),
        ("{x} {y}", "at least one word"),
        ("the {x} {x}", "twice"),
        ("the {x:5-2}", "number of words"),
        ("<Carry> it", "no verb"),
        ("<n:Plan> it", "no noun"),
        ("a {x:(b} c", "not closed"),
        ("a \\", "cannot read"),
    ],
)
def test_what_a_pattern_may_not_be(pattern: str, fault: str) -> None:
    with pytest.raises(PatternError, match=fault):
        read_pattern(pattern)


@given(st.text(alphabet="ab |()?{}<>:^$.,'\\-2", max_size=25))
def test_any_pattern_is_read_or_refused_and_what_is_read_compiles(text: str) -> None:
    try:
        pattern = read_pattern(text)
    except PatternError:
        return
    assert pattern.anchors
    regex.compile(pattern.regex, regex.IGNORECASE)


def test_nouns_of_one_length_always_come_in_the_same_order():
    """The compiled packs are compared with what is read: hashing must not show."""
    read = read_pattern("<n:team|unit|crew|post>")
    assert "crews|posts|teams|units|crew|post|team|unit" in read.regex
