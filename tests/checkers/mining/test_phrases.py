"""Phrases that machines overuse: counted, ranked, each told once."""

from __future__ import annotations

import pytest

from posteditor.checkers.mining import Lines, mine_phrases
from posteditor.checkers.mining.words import clipped, folded, grams, sentences

FILLER = [f"Word{n} stands alone there." for n in range(40)]


def text(*lines: str) -> Lines:
    return lambda: iter(lines)


def test_a_line_is_cut_into_sentences_and_numbers_are_one_class() -> None:
    line = "He paid 1,200.50 euros. Mr. Smith’s bill came, too."
    assert list(sentences(line)) == [
        ["He", "paid", "<num>", "euros"],
        ["Mr", "Smith's", "bill", "came", ",", "too"],
    ]


def test_the_first_word_is_lower_unless_it_is_a_name() -> None:
    common = {"the", "paid"}
    assert folded(["The", "Bank", "paid"], common) == ["^", "the", "Bank", "paid", "$"]
    assert folded(["Peru", "paid"], common) == ["^", "Peru", "paid", "$"]


def test_phrases_of_marks_and_edges_alone_do_not_count() -> None:
    found = set(grams(["^", ",", "so", "$"], 2))
    assert found == {(",", "so"), ("so",), ("so", "$")}


def test_what_the_machine_overuses_comes_first_with_its_figures() -> None:
    machine = text(*["We act in the sphere of trade."] * 20, *FILLER)
    human = text(*["We act in trade."] * 20, *FILLER)
    [first, *_] = mine_phrases(machine, human, min_count=5)
    assert "sphere" in first.words
    assert (first.machine, first.human) == (20, 0)
    # 20 lines of 7 words and 40 of 4 (Word0 is one word and one number: 5)
    assert first.machine_per_million == pytest.approx(20 / (20 * 7 + 40 * 5) * 1e6)
    assert first.human_per_million == 0
    assert first.machine_examples == ("We act in the sphere of trade.",) * 2
    assert first.human_examples == ()


def test_a_phrase_is_told_once_in_its_most_telling_length() -> None:
    machine = text(*["We act in the sphere of trade."] * 20, *FILLER)
    human = text(*["We act in trade."] * 20, *FILLER)
    found = mine_phrases(machine, human, min_count=5)
    assert sum("sphere" in phrase.words for phrase in found) == 1


def test_a_word_overused_in_several_phrases_stands_for_them() -> None:
    machine = text(
        *["Sure, in the sphere of it we act."] * 30, *["A big sphere."] * 60, *FILLER
    )
    human = text(*["Sure, in it we act."] * 90, *FILLER)
    found = mine_phrases(machine, human, min_count=5)
    assert (found[0].words, found[0].machine) == (("sphere",), 90)
    assert not any("sphere" in phrase.words for phrase in found[1:])


def test_what_people_write_as_often_is_not_listed() -> None:
    same = text(*["We act in the sphere of trade."] * 20)
    assert mine_phrases(same, same, min_count=2) == ()


@pytest.mark.parametrize("empty", [text(), text("", "  ", "…")])
def test_texts_without_words_give_nothing(empty: Lines) -> None:
    full = text("We act in the sphere of trade.")
    assert mine_phrases(empty, full, min_count=1) == ()
    assert mine_phrases(full, empty, min_count=1) == ()


def test_min_count_top_and_length_are_kept() -> None:
    machine = text(*["one two three four"] * 9, *["red blue"] * 3, *FILLER)
    human = text(*FILLER)
    found = mine_phrases(machine, human, min_count=4, top=1, max_length=2)
    assert len(found) == 1
    assert len(found[0].words) <= 2
    assert found[0].machine == 9


def test_few_places_in_memory_still_give_the_frequent_phrases() -> None:
    machine = text(*["Quite so, they said."] * 200, *FILLER)
    human = text(*FILLER)
    found = mine_phrases(machine, human, min_count=100, most=400)
    assert found
    assert found[0].machine == 200


def test_an_example_is_cut_around_the_phrase() -> None:
    line = "a " * 300 + "sphere" + " b" * 300
    cut = clipped(line, ("sphere",))
    assert "sphere" in cut
    assert len(cut) <= 162
    assert cut.startswith("…") and cut.endswith("…")
