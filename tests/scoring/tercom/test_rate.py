"""Every pair has the edits sacrebleu counts."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sacrebleu.metrics.ter import TER

from posteditor.scoring.tercom import TerOptions, TerStat, ter_stats
from posteditor.scoring.tercom.rate import MOST_SHIFTS, Search, edit_count
from tests.scoring.tercom import judge
from tests.scoring.tercom.judge import Words

OPTIONS = st.builds(
    TerOptions,
    case_sensitive=st.booleans(),
    normalized=st.booleans(),
    no_punct=st.booleans(),
    asian_support=st.booleans(),
)
LATIN = st.lists(
    st.sampled_from(
        ["the", "The", "boat's", "5,5", "..5", "&amp;", "(x)", "a-b", "7-8", "İ", "."]
    ),
    max_size=9,
).map(" ".join)
HAN = st.text("我们去学校の カナ。，、a5.", max_size=12)
SPACES = st.text("aAΣ \u00a0\u3000\x1c\x85\u2028\n-<>", max_size=12)
ANY = st.text(st.characters(exclude_categories=()), max_size=20)
TEXT = LATIN | HAN | SPACES | ANY


def theirs(hypothesis: str, references: list[str], options: TerOptions) -> TerStat:
    metric = TER(
        case_sensitive=options.case_sensitive,
        normalized=options.normalized,
        no_punct=options.no_punct,
        asian_support=options.asian_support,
    )
    score = metric.sentence_score(hypothesis, references)
    return TerStat(edits=score.num_edits, words=score.ref_length)


@given(judge.pairs())
def test_words_have_sacrebleus_edits(pair: tuple[Words, Words]) -> None:
    assert edit_count(*pair) == judge.edits(*pair)


@given(TEXT, st.lists(TEXT, min_size=1, max_size=3), OPTIONS)
def test_texts_have_sacrebleus_edits_and_words(
    hypothesis: str, references: list[str], options: TerOptions
) -> None:
    expected = theirs(hypothesis, references, options)
    assert ter_stats(hypothesis, references, options) == expected


@pytest.mark.parametrize("seed", range(11))
def test_long_texts_have_the_edits_of_the_beam(seed: int) -> None:
    pair = judge.long_pair(seed)
    assert edit_count(*pair) == judge.edits(*pair)


def test_the_beam_does_bind() -> None:
    """A block of 30 words displaced too far for the beam to see it."""
    block = [f"w{at}" for at in range(30)]
    left, right = [*block, *["a"] * 60], [*["b"] * 60, *block]
    distance, _ = judge.table(left, right)
    assert distance > 60 + 30 - 1
    assert edit_count(left, right) == judge.edits(left, right)


def test_the_shift_of_a_round_that_tries_too_many_is_not_made() -> None:
    rng = Random(8)
    words = [str(rng.randint(1, 4)) for _ in range(70)]
    other = judge.rewritten(words, rng, 60)
    gain, tried = judge.first_round(words, other)
    assert gain > 1
    assert tried >= MOST_SHIFTS
    search = Search.begin(words, other)
    search.shift(enough=1)
    assert search.moves == []
    assert search.edits == judge.edits(words, other)


@pytest.mark.parametrize(
    ("left", "right", "edits"),
    [("", "", 0), ("a b", "", 2), ("", "a b c", 3), ("a b c", "c a b", 1)],
)
def test_edges(left: str, right: str, edits: int) -> None:
    assert edit_count(left.split(), right.split()) == edits
    assert judge.edits(left.split(), right.split()) == edits


def test_the_nearest_reference_counts_and_the_mean_of_their_words() -> None:
    stat = ter_stats("a b c", ["x y z v", "a b"])
    assert stat == TerStat(edits=1, words=3.0)


@given(judge.pairs())
def test_looking_further_finds_no_fewer_edits(pair: tuple[Words, Words]) -> None:
    """Where only a shift that pays for itself is left, the search may end."""
    if pair[1]:
        search = Search.begin(*pair)
        search.shift(enough=0)
        assert search.edits == edit_count(*pair)


def test_a_text_of_many_thousand_words_ends() -> None:
    rng = Random(5)
    words = [f"w{at % 50}" for at in range(5_000)]
    assert 4_000 < edit_count(words, rng.sample(words, len(words))) < 5_000
    assert edit_count(["w1"], words) == len(words) - 1
    assert edit_count(words, ["w1"]) == len(words) - 1
