"""Statistics are sacrebleu's, those of equal texts too, which are not compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF
from sacrebleu.metrics.ter import TER

from posteditor.scoring.measures import measure
from posteditor.scoring.metrics import Metric, bleu_tokenizer
from posteditor.scoring.plan import Plan, against_references
from posteditor.scoring.shards import statistics

TRICKY = st.text("ab1,.-'&;\"<>()… \n\t\u3000\x1c我", max_size=16)
PIECES = st.lists(
    st.sampled_from(
        ["5,5", "a.b", "...", ".5", "-", "7-", "a-\n", "<skipped>", "&amp;lt;", "我们"]
    ),
    max_size=6,
).map(" ".join)
ANY = st.text(st.characters(exclude_categories=()), max_size=20)
TEXT = TRICKY | PIECES | ANY


def compared(metric: Metric, lang: str, text: str) -> list[int]:
    return measure(metric, lang).against([text])(text)


@pytest.mark.parametrize("lang", ["en", "zh", "th"])
@given(text=TEXT)
def test_bleu_of_equal_texts(lang: str, text: str) -> None:
    judge = BLEU(tokenize=bleu_tokenizer(lang), force=True)
    expected = judge._extract_corpus_statistics([text], [[text]])
    assert [compared(Metric.BLEU, lang, text)] == expected


@pytest.mark.parametrize("metric", [Metric.CHRF, Metric.CHRF_PP])
@given(text=TEXT)
def test_chrf_of_equal_texts(metric: Metric, text: str) -> None:
    judge = CHRF(word_order=2 if metric is Metric.CHRF_PP else 0)
    expected = judge._extract_corpus_statistics([text], [[text]])
    assert [compared(metric, "en", text)] == expected


JUDGES = {
    Metric.BLEU: BLEU(force=True),
    Metric.CHRF: CHRF(),
    Metric.CHRF_PP: CHRF(word_order=2),
    Metric.TER: TER(),
    Metric.TER_CASED: TER(case_sensitive=True),
    Metric.TER_TOKENISED: TER(normalized=True),
    Metric.TER_CASED_TOKENISED: TER(normalized=True, case_sensitive=True),
}


@pytest.mark.parametrize("metric", JUDGES)
@given(hypothesis=TEXT, references=st.lists(TEXT, min_size=1, max_size=3))
def test_every_statistic_against_any_number_of_references_is_sacrebleus(
    metric: Metric, hypothesis: str, references: list[str]
) -> None:
    judge, way = JUDGES[metric], measure(metric, "en")
    streams = [[reference] for reference in references]
    stats = way.against(references)(hypothesis)
    (expected,) = judge._extract_corpus_statistics([hypothesis], streams)
    if metric.is_rate:
        stats = [stats[0], stats[1] / len(references)]
    assert stats == pytest.approx(expected)
    assert way.width == len(expected)
    if metric is Metric.BLEU and not expected[-1]:
        return  # sacrebleu leaves sentences too short for it without a score
    whole = judge.corpus_score([hypothesis], streams)
    row = way.against(references)(hypothesis)
    assert way.score(row, len(references)) == pytest.approx(whole.score)
    assert way.signature(row, len(references)) == str(judge.get_signature())


@pytest.mark.parametrize(
    ("mt", "pe", "edits", "length"),
    [("abc", "abd", 1, 3), ("", "ab", 2, 2), ("a b", "ab", 1, 2), ("我们", "我", 1, 1)],
)
def test_characters_are_counted_without_shifts(
    mt: str, pe: str, edits: int, length: int
) -> None:
    way = measure(Metric.HTER_CHARACTERS, "en")
    assert way.against([pe])(mt) == [edits, length]
    assert way.score([edits, length], 1) == pytest.approx(100 * edits / length)


def test_what_several_say_is_compared_once_and_stands_where_it_was_said() -> None:
    metrics = (Metric.BLEU, Metric.CHRF, Metric.TER)
    one, two = ["a b", "c d", "a b"], ["a b", "x", "c d"]
    texts = {"one": one, "two": two, "ref": ["a b c", "c d", "a b c"]}
    pairings = tuple(against_references(s, ["ref"], metrics) for s in ("one", "two"))
    rows = statistics(Plan(pairings=pairings), texts)
    for column in Plan(pairings=pairings).columns:
        compare = [column.measure.against([ref]) for ref in texts["ref"]]
        side = texts[column.pairing.system]
        for row, against, text in zip(rows, compare, side, strict=True):
            assert row[column.start : column.stop] == against(text)
