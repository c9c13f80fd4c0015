"""What mechanisms are made of."""

from __future__ import annotations

import re

from posteditor.checkers.rules.mechanics import in_figures, near, swap, where


def test_a_template_and_a_function_make_replacements() -> None:
    (hit,) = swap(re.compile("(a)(b)"), r"\2\1")("xab")
    assert (hit.start, hit.end, hit.replacements) == (1, 3, ("ba",))
    (hit,) = swap(re.compile("a"), lambda match: ("b", "c"))("a")
    assert hit.replacements == ("b", "c")
    assert not list(swap(re.compile("a"), lambda match: "")("a"))


def test_a_hit_covers_the_group_named_at() -> None:
    (hit,) = swap(re.compile("on (?P<at>b)"), "c")("on b")
    assert (hit.start, hit.end) == (3, 4)


def test_finders_look_only_where_a_clue_is() -> None:
    every = swap(re.compile("a"), "b")
    assert not list(swap(re.compile("a"), "b", "z")("a"))
    assert list(in_figures(every)("a 1"))
    assert not list(in_figures(every)("a"))
    assert list(near("kiwi fig", every)("a Fig"))
    assert not list(near("kiwi fig", every)("a figure"))
    assert list(where(re.compile("!"), every)("a!"))
    assert not list(where(re.compile("!"), every)("a"))
