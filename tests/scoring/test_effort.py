"""Effort is what TER counts, by kind; segments are told apart by how much changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posteditor.diff import EditCategory
from posteditor.scoring import sentence_ter, ter_alignment
from posteditor.scoring.effort import Effort, effort_dict, segment_effort, total_effort
from posteditor.scoring.ter import ter_options

TEXT = st.lists(
    st.sampled_from(["the", "The", "boat", "of", "left", "12", ",", "harbour"]),
    max_size=9,
).map(" ".join)


def test_each_kind_of_edit_is_counted() -> None:
    found = segment_effort(
        "in fog old boats left the harbour", "boats left the grey port in fog"
    )
    assert (found.n_insert, found.n_delete) == (1, 1)
    assert (found.n_substitute, found.n_shift, found.tot_shifted_words) == (1, 1, 2)
    assert found.tot_edits == 4
    assert (found.mt_tokens, found.tgt_tokens) == (7, 7)
    assert found.density == pytest.approx(100 * 2 / 7)
    assert (found.untouched, found.light, found.heavy) == (0, 0, 1)


@given(st.lists(st.tuples(TEXT, TEXT), max_size=5))
def test_sums_are_those_of_ter(pairs: list[tuple[str, str]]) -> None:
    total = total_effort(pairs)
    stats = [sentence_ter(mt, pe) for mt, pe in pairs]
    assert total.segments == len(pairs)
    assert total.untouched + total.light + total.heavy == len(pairs)
    assert total.untouched == sum(mt == pe for mt, pe in pairs)
    assert total.tgt_tokens == sum(stat.words for stat in stats)
    kinds = total.n_insert + total.n_delete + total.n_substitute + total.n_shift
    assert total.tot_edits == kinds
    # An alignment may hold a shift that only pays for itself: as many edits.
    assert total.tot_edits == sum(stat.edits for stat in stats)


def test_who_changes_a_capital_has_touched_the_segment() -> None:
    found = segment_effort("the Boat left.", "The boat left.")
    assert (found.untouched, found.light, found.tot_edits) == (0, 1, 0)
    assert found.categories == {EditCategory.CASING: 1}


def test_thirty_edits_in_a_hundred_words_are_light_still() -> None:
    words = [f"w{n}" for n in range(10)]
    for changed, light in ((3, 1), (4, 0)):
        pe = ["x"] * changed + words[changed:]
        assert segment_effort(" ".join(words), " ".join(pe)).light == light


def test_plain_data_has_the_rates_and_names_of_the_field() -> None:
    data = effort_dict(total_effort([("a b", "a c"), ("x", "x")]))
    assert data["hter"] == pytest.approx(100 / 3)
    assert data["cer"] == pytest.approx(25)
    assert data["n_substitute"] == data["tot_edits"] == 1
    assert data["categories"] == {"content-word": 1}
    assert effort_dict(Effort())["post_edit_density"] == 0


@pytest.mark.parametrize("text", ["", " ", "Ships come, and ships go.", "港は古い。"])
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_what_is_untouched_has_words_and_no_edits(text: str, lang: str) -> None:
    found = segment_effort(text, text, lang)
    alignment = ter_alignment(text, [text], ter_options(lang))
    assert (found.untouched, found.tot_edits, found.edited_characters) == (1, 0, 0)
    assert found.tgt_tokens == len(alignment.reference)
    assert found.mt_tokens == len(alignment.shifted)
    assert found.tgt_characters == len(text)
