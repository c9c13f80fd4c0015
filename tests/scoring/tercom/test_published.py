"""On real texts: MLQE-PE post-edits and WMT22 references, as sacrebleu counts them."""

from __future__ import annotations

import csv
from itertools import islice
from pathlib import Path

import pytest
from sacrebleu.metrics.ter import TER

from posteditor.scoring.tercom import TerOptions, ter_stats
from tests.evaluation import evaluation


def agree(pairs: list[tuple[str, list[str]]], *, cased: bool) -> None:
    judge = TER(case_sensitive=cased)
    options = TerOptions(case_sensitive=cased)
    for hypothesis, references in pairs:
        score = judge.sentence_score(hypothesis, references)
        stat = ter_stats(hypothesis, references, options)
        assert (stat.edits, stat.words) == (score.num_edits, score.ref_length)


def lines(path: Path, count: int) -> list[str]:
    with path.open(encoding="utf-8", newline="\n") as file:
        return [line.rstrip("\n") for line in islice(file, count)]


@pytest.mark.parametrize(
    "name",
    ["pe_ru-en_train.tsv", "pe_et-en_dev.tsv", "pe_ro-en_dev.tsv", "pe_en-de_dev.tsv"],
)
@pytest.mark.parametrize("cased", [False, True])
def test_post_edits(name: str, cased: bool) -> None:
    with evaluation(f"mlqe-pe/{name}").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        pairs = [(row["mt"], [row["pe"]]) for row in islice(rows, 150)]
    agree(pairs, cased=cased)


@pytest.mark.parametrize("system", ["Online-B", "ALMAnaCH-Inria", "Lan-Bridge"])
def test_references(system: str) -> None:
    folder = evaluation("wmt22-ru-en")
    texts = lines(folder / f"hyp.{system}.en", 60)
    references = lines(folder / "ref.A.en", 60)
    pairs = zip(texts, references, strict=True)
    agree([(text, [reference]) for text, reference in pairs], cased=False)


def test_two_references() -> None:
    folder = evaluation("wmt21-ru-en")
    texts = lines(folder / "hyp.Online-A.en", 60)
    references = [lines(folder / f"ref.{name}.en", 60) for name in "AB"]
    pairs = zip(texts, *references, strict=True)
    agree([(text, [first, other]) for text, first, other in pairs], cased=True)
