"""Corpora as they were released: published scores to the last digit, HTER by row."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF
from sacrebleu.metrics.ter import TER

from posteditor.model import Score
from posteditor.scoring.files import score_files
from posteditor.scoring.metrics import Metric
from posteditor.scoring.reading import named
from posteditor.scoring.request import Request
from posteditor.scoring.results import Trials, by_segment
from posteditor.scoring.running import pooled
from tests.evaluation import evaluation

NO_CHANCE = Trials(samples=0, tests=())


def scores(
    systems: dict[str, Path], references: Sequence[Path], metrics: Sequence[Metric]
) -> dict[tuple[str, str], Score]:
    request = Request(
        systems={name: named(str(path)) for name, path in systems.items()},
        references=[named(str(path)) for path in references],
        metrics=metrics,
    )
    found = score_files(request, NO_CHANCE, pooled(2)).results
    return {(s.system, s.metric): s for s in found.scores if not s.is_mean}


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_wmt22_scores_are_the_published_ones() -> None:
    folder = evaluation("wmt22-ru-en")
    published = {row["system"]: row for row in table(folder / "published.tsv")}
    systems = {name: folder / f"hyp.{name}.en" for name in published}
    found = scores(
        systems,
        [folder / "ref.A.en"],
        [Metric.BLEU, Metric.CHRF, Metric.CHRF_PP, Metric.TER],
    )
    assert len(published) == 10
    for system, row in published.items():
        assert repr(found[system, "BLEU"].value) == row["published_bleu"]
        assert repr(found[system, "chrF"].value) == row["published_chrf"]
        assert f"{found[system, 'chrF++'].value:.4f}" == row["chrfpp"]
        assert f"{found[system, 'TER'].value:.4f}" == row["ter"]


def test_wmt21_with_two_references_scores_as_sacrebleu() -> None:
    folder = evaluation("wmt21-ru-en")
    references = sorted(folder.glob("ref.*"))
    hypotheses = sorted(folder.glob("hyp.*"))
    assert len(references) == 2
    system = hypotheses[0]
    found = scores({"one": system}, references, [])
    texts, *streams = (
        path.read_text("utf-8").split("\n")[:-1] for path in (system, *references)
    )
    for metric, judge in {"BLEU": BLEU(), "chrF": CHRF(), "TER": TER()}.items():
        expected = judge.corpus_score(texts, streams)
        assert found["one", metric].value == pytest.approx(expected.score, abs=1e-9)
        assert found["one", metric].signature == str(judge.get_signature())


@pytest.mark.parametrize(
    ("pair", "exceptions"), [("ru-en", {"9456"}), ("en-de", set())]
)
def test_hter_is_that_of_the_released_column(pair: str, exceptions: set[str]) -> None:
    path = evaluation("mlqe-pe") / f"pe_{pair}_dev.tok.tsv"
    request = Request(
        systems={"mt": named(f"{path}:mt"), "pe": named(f"{path}:pe")},
        metrics=[Metric.HTER],
        target_lang=pair[-2:],
    )
    scored = score_files(request, NO_CHANCE, pooled(2))
    rows = table(path)
    assert len(rows) == 1_000
    different = {
        row.get("id") or str(at)
        for at, (row, values) in enumerate(
            zip(rows, by_segment(scored.job.plan, scored.gathered), strict=True)
        )
        if abs(min(1, values["pe", "mt", "HTER"] / 100) - float(row["hter"])) > 1e-6
    }
    assert different == exceptions
