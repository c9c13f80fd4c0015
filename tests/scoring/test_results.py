"""Scores, means, intervals and comparisons of a job are those of the whole text."""

from __future__ import annotations

from pathlib import Path

import pytest
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF
from sacrebleu.metrics.ter import TER
from sacrebleu.significance import PairedTest as SacrebleuTest

from posteditor.errors import InputError, UsageError
from posteditor.scoring.gathered import Gathered
from posteditor.scoring.job import Job
from posteditor.scoring.metrics import Metric
from posteditor.scoring.reading import Spool, named
from posteditor.scoring.request import Request, job_of, remarks
from posteditor.scoring.resampling import PairedTest
from posteditor.scoring.results import (
    Results,
    Trials,
    by_document,
    by_segment,
    results,
)
from posteditor.scoring.running import run, serial
from posteditor.scoring.shards import SHARD
from tests.scoring.jobs import job, sentences, varied, write

REF = [text or "it" for text in sentences(150, 1)]
OTHER = varied(REF, 5, 0.1)
ONE, TWO = varied(REF, 2), varied(REF, 3, 0.27)
JUDGES = {"BLEU": BLEU(), "chrF": CHRF(), "TER": TER()}


NO_CHANCE = Trials(samples=0, tests=())


def done(work: Job, trials: Trials = NO_CHANCE) -> tuple[Gathered, Results]:
    gathered = Gathered(work.segments, work.plan.width, SHARD)
    run(work, gathered, serial)
    return gathered, results(work.plan, gathered, trials)


def test_two_references_score_as_sacrebleu_scores_them(tmp_path: Path) -> None:
    _, found = done(job(tmp_path, {"one": ONE}, [REF, OTHER]))
    scores = {s.metric: s for s in found.scores if not s.is_mean}
    assert list(scores) == ["BLEU", "chrF", "TER"]
    for metric, judge in JUDGES.items():
        expected = judge.corpus_score(ONE, [REF, OTHER])
        assert scores[metric].value == pytest.approx(expected.score, abs=1e-9)
        assert scores[metric].signature == str(judge.get_signature())
        assert scores[metric].interval is None


def test_the_mean_of_segments_is_told_from_the_ratio_of_sums(tmp_path: Path) -> None:
    mt, pe = ["a b c d", "x", ""], ["a b c e", "y", ""]
    _, found = done(job(tmp_path, {"mt": mt, "pe": pe}, metrics=[Metric.HTER]))
    ratio, mean = found.scores
    assert (ratio.is_mean, mean.is_mean) == (False, True)
    assert ratio.value == pytest.approx(100 * 2 / 5)
    assert mean.value == pytest.approx((25 + 100 + 0) / 3)


@pytest.mark.parametrize(
    ("test", "name"), [(PairedTest.BOOTSTRAP, "bs"), (PairedTest.RANDOMISATION, "ar")]
)
def test_comparisons_are_sacrebleus(
    tmp_path: Path, test: PairedTest, name: str
) -> None:
    trials = Trials(samples=200, tests=(test,), ar_trials=200)
    _, found = done(job(tmp_path, {"one": ONE, "two": TWO}, [REF]), trials)
    systems = [("one", ONE), ("two", TWO)]
    judge = SacrebleuTest(systems, JUDGES, [REF], name, 200, n_ar_confidence=200)
    verdicts = {
        metric: verdict[1]
        for metric, verdict in judge()[1].items()
        if metric != "System"
    }
    assert [one.metric for one in found.comparisons] == ["BLEU", "chrF", "TER"]
    for one, verdict in zip(found.comparisons, verdicts.values(), strict=True):
        assert (one.baseline, one.system, one.test) == ("one", "two", str(test))
        assert one.p == verdict.p_value
        assert one.trials == 200
        values = {s.system: s.value for s in found.scores if s.metric == one.metric}
        means = [s for s in found.scores if s.is_mean]
        if not any(s.metric == one.metric for s in means):
            assert one.delta == pytest.approx(values["two"] - values["one"])


def test_intervals_hold_the_value_and_name_their_seed(tmp_path: Path) -> None:
    _, found = done(job(tmp_path, {"one": ONE}, [REF]), Trials(samples=300, tests=()))
    for score in found.scores:
        if score.is_mean:
            continue
        assert score.interval is not None
        low, high = score.interval
        assert low < score.value < high
        assert score.signature.endswith("|bs:300|seed:12345")
    assert found.comparisons == ()


def test_documents_are_scored_apart_though_their_segments_are_scattered(
    tmp_path: Path,
) -> None:
    work = job(tmp_path, {"one": ONE}, [REF])
    gathered, _ = done(work)
    names = ["even" if at % 2 == 0 else "odd" for at in range(len(REF))]
    found = dict(by_document(work.plan, gathered, names))
    assert list(found) == ["even", "odd"]
    for first, name in enumerate(found):
        bleu = found[name][0]
        expected = BLEU().corpus_score(ONE[first::2], [REF[first::2]])
        assert bleu.value == pytest.approx(expected.score)
        assert bleu.segments == 75


def test_segments_have_sentence_scores(tmp_path: Path) -> None:
    work = job(tmp_path, {"one": ONE}, [REF])
    gathered, _ = done(work)
    judges = {
        "BLEU": BLEU(effective_order=True),
        "chrF": CHRF(),
        "TER": TER(),
    }
    for values, text, reference in zip(
        by_segment(work.plan, gathered), ONE, REF, strict=True
    ):
        for metric, judge in judges.items():
            expected = judge.sentence_score(text, [reference]).score
            assert values["one", "ref", metric] == pytest.approx(expected)


def test_the_mt_is_not_held_against_itself(tmp_path: Path) -> None:
    work = job(tmp_path, {"mt": ONE, "pe": TWO}, [REF])
    pairs = [(p.system, p.against) for p in work.plan.pairings]
    assert pairs == [("mt", "ref"), ("pe", "ref"), ("pe", "mt")]


def test_metrics_go_where_they_belong(tmp_path: Path) -> None:
    metrics = [Metric.HTER_CHARACTERS, Metric.CHRF_PP]
    work = job(tmp_path, {"mt": ONE, "pe": TWO}, [REF], metrics)
    named_metrics = [(p.against, p.metrics) for p in work.plan.pairings]
    assert named_metrics == [
        ("ref", (Metric.CHRF_PP,)),
        ("ref", (Metric.CHRF_PP,)),
        ("mt", (Metric.HTER_CHARACTERS,)),
    ]


def test_what_a_reader_must_know_is_said(tmp_path: Path) -> None:
    texts = ["one", "", " "]
    work = job(tmp_path, {"mt": ["one", "two", "three"], "pe": texts}, [texts])
    assert list(remarks(work)) == [
        "only 3 segments: intervals and p-values say little below 100",
        f"{tmp_path}/pe.txt: 2 empty segments, scored as empty",
        f"{tmp_path}/r0.txt: 2 empty segments, scored as empty",
        f"{tmp_path}/r0.txt: the reference is pe itself, word for word",
    ]


def test_unequal_lengths_are_refused_with_every_count(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        job(tmp_path, {"mt": ["a", "b"], "pe": ["a"]}, [["a", "b", "c"]])
    counts = [
        f"{tmp_path}/{name}.txt: {count}"
        for name, count in (("mt", 2), ("pe", 1), ("r0", 3))
    ]
    assert ", ".join(counts) in caught.value.message


def test_an_empty_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"mt\.txt: is empty"):
        job(tmp_path, {"mt": []}, [[]])


def test_without_anything_to_hold_a_text_against_there_is_no_score(
    tmp_path: Path,
) -> None:
    with pytest.raises(UsageError, match="nothing to score"):
        job(tmp_path, {"mt": ["a"]})
    with pytest.raises(UsageError, match="nothing to score"):
        job(tmp_path, {"mt": ["a"], "pe": ["b"]}, metrics=[Metric.BLEU])


def test_a_system_may_not_take_the_name_of_a_reference(tmp_path: Path) -> None:
    path = write(tmp_path, {"a": ["x"]})["a"]
    text = named(str(path))
    with pytest.raises(UsageError, match="cannot be called 'ref'"), Spool() as spool:
        job_of(Request(systems={"ref": text}, references=[text]), spool)
