"""What post-editors replaced: phrase for phrase, with the words around it."""

from __future__ import annotations

from posteditor.checkers.mining import mine_substitutions
from posteditor.checkers.mining.substitutions import Pairs


def pairs(*lines: tuple[str, str]) -> Pairs:
    return lambda: iter(lines)


OLD = "They discussed about {} and left."
NEW = "They discussed {} and left."
NOUNS = ("trade", "ties", "plans", "steps")


def test_a_deletion_is_told_with_its_neighbour() -> None:
    edited = pairs(*((OLD.format(n), NEW.format(n)) for n in NOUNS))
    [found] = mine_substitutions(edited, min_count=3)
    assert (found.old, found.new) == (
        ("they", "discussed", "about")[1:],
        ("discussed",),
    ) or found.old[-2:] == ("discussed", "about")
    assert found.count == found.occurrences == 4
    assert found.share == 1
    assert found.examples[0] == (OLD.format("trade"), NEW.format("trade"))


def test_share_counts_the_places_that_were_left_alone() -> None:
    kept = [("A big sum was paid.", "A big sum was paid.")] * 3
    changed = [
        (f"We saw a big number of {n}.", f"We saw a large number of {n}.")
        for n in NOUNS
    ]
    found = mine_substitutions(pairs(*changed, *kept), min_count=3)
    assert [(s.count, s.occurrences) for s in found] == [(4, 4)]
    assert found[0].old[-2:] == ("number", "of") or "big" in found[0].old


def test_the_context_that_explains_the_change_is_part_of_it() -> None:
    here = [
        (f"It stood on the {n} of it.", f"It stood in the {n} of it.") for n in NOUNS
    ]
    there = [(f"Call on {n}.", f"Call on {n}.") for n in NOUNS]
    [found] = mine_substitutions(pairs(*here, *there), min_count=3)
    assert found.old == ("stood", "on", "the")
    assert found.new == ("stood", "in", "the")
    assert (found.count, found.occurrences) == (4, 4)


def test_a_change_with_many_contexts_is_told_bare() -> None:
    frames = ("Old {} here.", "Take {} now.", "My {} went.", "Two {} came.")
    edited = pairs(*((f.format("auto"), f.format("car")) for f in frames))
    [found] = mine_substitutions(edited, min_count=3)
    assert (found.old, found.new) == (("auto",), ("car",))


def test_rare_and_unchanged_is_nothing() -> None:
    edited = pairs(("A b c.", "A x c."), ("Same.", "Same."), ("", ""))
    assert mine_substitutions(edited, min_count=2) == ()


def test_capitals_at_the_start_of_a_line_do_not_matter() -> None:
    edited = pairs(
        ("Auto sales fell.", "Car sales fell."),
        ("The auto sales fell, the car stood.", "The car sales fell, the car stood."),
        ("Big auto sales fell.", "Big car sales fell."),
    )
    [found] = mine_substitutions(edited, min_count=3)
    assert found.count == 3


def test_a_huge_line_is_passed_over() -> None:
    huge = "word " * 50_000
    assert mine_substitutions(pairs((huge, huge + "x")), min_count=1) == ()
