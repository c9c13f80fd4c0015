"""Scores of whole texts are sacrebleu's own, and say how they were made."""

from __future__ import annotations

import subprocess
import sys

import pytest
import sacrebleu
from hypothesis import given
from hypothesis import strategies as st
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF
from sacrebleu.metrics.ter import TER

from posteditor import scoring
from posteditor.errors import InputError
from posteditor.model import Score
from posteditor.scoring import Metric, against_references
from posteditor.scoring.corpus import AGAINST_REFERENCES
from posteditor.scoring.metrics import bleu_tokenizer
from posteditor.scoring.results import Trials
from posteditor.scoring.shards import SHARD

MT = ["the boat is left the harbour in the morning .", "", "Nobody seen it ."]
PE = ["The boat left the harbour in the morning.", "Yes.", "Nobody saw it."]
REF = ["In the morning the boat left the harbour.", "Yes!", "No one saw it."]

SEGMENT = st.lists(
    st.sampled_from(["the", "The", "boat", "left", "harbour", "in", "fog", ".", "5,5"]),
    max_size=8,
).map(" ".join)


NO_CHANCE = Trials(samples=0, tests=())


def score_session(
    mt: list[str], pe: list[str], references: list[str] | None, lang: str
) -> tuple[Score, ...]:
    """Corpus scores alone."""
    found = scoring.score_session(mt, pe, references, lang, NO_CHANCE)
    return tuple(score for score in found.scores if not score.is_mean)


def by_key(scores: tuple[Score, ...]) -> dict[tuple[str, str, str], Score]:
    return {(s.system, s.against, s.metric): s for s in scores}


def test_a_session_without_references_scores_the_post_edit_against_the_mt() -> None:
    scores = score_session(MT, PE, None, "en")
    assert [(s.system, s.against, s.metric) for s in scores] == [
        ("pe", "mt", "HTER"),
        ("pe", "mt", "HTER cased"),
        ("pe", "mt", "BLEU"),
        ("pe", "mt", "chrF"),
    ]
    assert {s.segments for s in scores} == {3}


def test_a_session_with_references_scores_both_against_them() -> None:
    scores = by_key(score_session(MT, PE, REF, "en"))
    for system, texts in (("mt", MT), ("pe", PE)):
        expected = {
            "BLEU": BLEU().corpus_score(texts, [REF]).score,
            "chrF": CHRF().corpus_score(texts, [REF]).score,
            "TER": TER().corpus_score(texts, [REF]).score,
        }
        for metric, value in expected.items():
            assert scores[system, "ref", metric].value == pytest.approx(value)
    assert len(scores) == 10


@given(st.lists(st.tuples(SEGMENT, SEGMENT), min_size=1, max_size=8))
def test_every_value_and_signature_is_sacrebleus(pairs: list[tuple[str, str]]) -> None:
    mt, pe = (list(side) for side in zip(*pairs, strict=True))
    scores = by_key(score_session(mt, pe, None, "en"))
    if not any(mt + pe):
        assert not scores
        return
    bleu = BLEU().corpus_score(mt, [pe])
    peers = {
        Metric.HTER: TER(),
        Metric.HTER_CASED: TER(case_sensitive=True),
        Metric.BLEU: BLEU(effective_order=not bleu.totals[-1]),
        Metric.CHRF: CHRF(),
    }
    for metric, peer in peers.items():
        score = scores["pe", "mt", metric]
        assert score.value == pytest.approx(peer.corpus_score(mt, [pe]).score)
        assert score.signature == str(peer.get_signature())
        assert sacrebleu.__version__ in score.signature


@given(st.lists(SEGMENT, min_size=1, max_size=6))
def test_nothing_edited_is_hter_0_and_bleu_100(texts: list[str]) -> None:
    for score in score_session(texts, texts, None, "en"):
        perfect = 0 if score.metric.startswith("HTER") else 100
        assert score.value == pytest.approx(perfect)


TRIPLE = st.tuples(SEGMENT, SEGMENT, SEGMENT)
COPIES = (
    TRIPLE
    | TRIPLE.map(lambda t: (t[0], t[0], t[1]))
    | TRIPLE.map(lambda t: (t[0], t[0], t[0]))
)


@given(st.lists(COPIES, min_size=1, max_size=8), st.sampled_from(["en", "th", "zh"]))
def test_what_is_unchanged_scores_as_if_it_were_compared(
    rows: list[tuple[str, str, str]], lang: str
) -> None:
    mt, pe, ref = (list(side) for side in zip(*rows, strict=True))
    asian = lang == "zh"
    for score in score_session(mt, pe, ref, lang):
        hypotheses = mt if "mt" in (score.system, score.against) else pe
        references = pe if score.against == "mt" else ref
        peer = {
            "HTER": TER(normalized=asian, asian_support=asian),
            "HTER cased": TER(
                normalized=asian, asian_support=asian, case_sensitive=True
            ),
            "TER": TER(normalized=asian, asian_support=asian),
            "BLEU": BLEU(
                tokenize=bleu_tokenizer(lang),
                effective_order="eff:yes" in score.signature,
            ),
            "chrF": CHRF(),
        }[score.metric]
        expected = peer.corpus_score(hypotheses, [references])
        assert score.value == pytest.approx(expected.score, abs=1e-9)
        assert score.signature == str(peer.get_signature())


def test_shards_do_not_change_a_score() -> None:
    times = 2 * SHARD // len(MT) + 1
    texts = {"mt": MT * times, "ref": REF * times}
    pairing = against_references("mt", ["ref"], AGAINST_REFERENCES)
    scores = scoring.score_texts(texts, [pairing], trials=NO_CHANCE).scores[:3]
    for score, peer in zip(scores, (BLEU(), CHRF(), TER()), strict=True):
        value = peer.corpus_score(MT * times, [REF * times]).score
        assert score.value == pytest.approx(value)
        assert score.segments == times * len(MT)


def test_unequal_counts_are_refused_with_both_numbers() -> None:
    with pytest.raises(
        InputError, match="3 machine translations, 3 revised sentences, 2 ref"
    ):
        score_session(MT, PE, REF[:2], "en")
    with pytest.raises(
        InputError, match="3 machine translations, 1 revised sentences, 3 ref"
    ):
        score_session(MT, PE[:1], REF, "en")


@pytest.mark.parametrize("texts", [[], [""], ["", " \n"]])
def test_texts_without_words_have_no_scores(texts: list[str]) -> None:
    assert score_session(texts, texts, texts, "en") == ()


@pytest.mark.parametrize(
    ("lang", "tokenizer"),
    [("en", "13a"), ("de-AT", "13a"), ("zh-Hans", "zh"), ("yue", "zh"), ("th", "char")],
)
def test_bleu_takes_the_tokenizer_of_the_language(lang: str, tokenizer: str) -> None:
    assert bleu_tokenizer(lang) == tokenizer
    scores = by_key(score_session(["a b c d"], ["a b c e"], None, lang))
    assert f"tok:{tokenizer}" in scores["pe", "mt", "BLEU"].signature


@pytest.mark.parametrize("lang", ["ja", "ko"])
def test_japanese_and_korean_score_without_an_analyser(lang: str) -> None:
    texts = ["今日は晴れです。"]
    scores = by_key(score_session(texts, texts, None, lang))
    assert scores["pe", "mt", "BLEU"].value == pytest.approx(100)


def test_chinese_hter_is_by_character_and_says_so() -> None:
    scores = by_key(score_session(["我们去学校。"], ["我们去公园。"], None, "zh"))
    assert scores["pe", "mt", "HTER"].value == pytest.approx(100 * 2 / 6)
    assert "asian:yes" in scores["pe", "mt", "HTER"].signature


def test_lone_surrogates_and_nul_are_scored() -> None:
    scores = score_session(["a \ud800 b\x00"], ["a \udfff b"], None, "en")
    assert len(scores) == 4


def test_many_tokenised_lines_bring_no_advice(
    caplog: pytest.LogCaptureFixture,
) -> None:
    score_session(["It rained ."] * 150, ["It rained ."] * 150, None, "en")
    assert not caplog.records


def test_every_name_that_is_promised_is_there() -> None:
    assert sorted(scoring.__all__) == scoring.__all__
    assert all(getattr(scoring, name) is not None for name in scoring.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = scoring.nothing


def test_live_hter_does_without_sacrebleu() -> None:
    code = (
        "import sys; from posteditor.scoring import LiveHter; live = LiveHter();"
        "live.update(0, 'one text', 'another text'); assert live.value == 50;"
        "sys.exit('sacrebleu' in sys.modules or 'numpy' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
