"""Statistics of equal texts are those sacrebleu finds by comparing them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF

from posteditor.scoring.measures import bleu, chrf
from posteditor.scoring.metrics import bleu_tokenizer

TRICKY = st.text("ab1,.-'&;\"<>()… \n\t\u3000\x1c我", max_size=16)
PIECES = st.lists(
    st.sampled_from(
        ["5,5", "a.b", "...", ".5", "-", "7-", "a-\n", "<skipped>", "&amp;lt;", "我们"]
    ),
    max_size=6,
).map(" ".join)
ANY = st.text(st.characters(exclude_categories=()), max_size=20)
TEXT = TRICKY | PIECES | ANY


@pytest.mark.parametrize("lang", ["en", "zh", "th"])
@given(text=TEXT)
def test_bleu_of_equal_texts(lang: str, text: str) -> None:
    judge = BLEU(tokenize=bleu_tokenizer(lang), force=True)
    expected = judge._extract_corpus_statistics([text], [[text]])
    assert bleu(lang).statistics([text], [text]) == expected


@given(TEXT)
def test_chrf_of_equal_texts(text: str) -> None:
    expected = CHRF()._extract_corpus_statistics([text], [[text]])
    assert chrf().statistics([text], [text]) == expected


@given(st.lists(TEXT, max_size=5), st.lists(TEXT, max_size=5))
def test_equal_and_changed_texts_keep_their_places(
    first: list[str], other: list[str]
) -> None:
    texts, references = first + other, first + other[::-1]
    for measure, judge in ((bleu("en"), BLEU(force=True)), (chrf(), CHRF())):
        expected = judge._extract_corpus_statistics(texts, [references])
        assert measure.statistics(texts, references) == expected
