"""What scoring costs beside sacrebleu: TER of real pairs (where the data is beside the
repository or in $POSTEDITOR_DATA), of a long rewritten sentence, and a whole session.
"""

from __future__ import annotations

import csv
import os
import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF
from sacrebleu.metrics.ter import TER

from posteditor.scoring import score_session, ter_stats
from tests.benchmarks.timing import pair

Row = tuple[str, float, float, str]
Pairs = list[tuple[str, str]]
BESIDE = Path(__file__).parents[3] / "shared" / "data"
DATA = Path(os.environ.get("POSTEDITOR_DATA") or BESIDE)
SENTENCES = 10_000
VOCABULARY = """
the of to and in a for council harbour meeting ministers agreed report water plan region
border talks energy support during between their security was were has will
"""
WORDS = VOCABULARY.split()


def post_edits() -> Pairs:
    """500 translations and their post-edits."""
    path = DATA / "mlqe-pe" / "pe_ru-en_train.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["mt"], row["pe"]) for row in islice(rows, 500)]


def references() -> Pairs:
    """300 translations and independent references."""
    folder = DATA / "wmt22-ru-en"
    names = "hyp.Online-B.en", "ref.A.en"
    sides = (folder.joinpath(name).read_text(encoding="utf-8") for name in names)
    texts, others = (side.split("\n")[:300] for side in sides)
    return list(zip(texts, others, strict=True))


def rewritten(words: int) -> Pairs:
    """A sentence of which two words in five are others."""
    rng = random.Random(22)
    names = [f"{word}{number}" for word in WORDS for number in range(9)]
    text = rng.choices([*WORDS * 4, *names], k=words)
    other = [w if rng.random() < 0.6 else rng.choice(names) for w in text]
    return [(" ".join(text), " ".join(other))]


def session() -> tuple[list[str], list[str], list[str]]:
    """Sentences, a tenth of them revised, and references."""
    rng = random.Random(23)
    sides: tuple[list[str], list[str], list[str]] = ([], [], [])
    for number in range(SENTENCES):
        words = rng.choices(WORDS, k=rng.randint(8, 35))
        kept = (1, 1 if number % 10 else 0.85, 0.7)
        for side, share in zip(sides, kept, strict=True):
            text = [w if rng.random() < share else rng.choice(WORDS) for w in words]
            side.append(" ".join(text) + ".")
    return sides


def run() -> Iterator[Row]:
    if DATA.is_dir():
        yield _ter("TER: 500 post-edits (MLQE-PE ru-en)", post_edits())
        yield _ter("TER: 300 references (WMT22 ru-en)", references())
    yield _ter("TER: one sentence of 60 words, rewritten", rewritten(60), rounds=3)
    yield _ter("TER: one sentence of 200 words, rewritten", rewritten(200), rounds=1)
    mt, pe, refs = session()
    ours, peer = pair(
        lambda: score_session(mt, pe, None, "en"), lambda: _plain(mt, pe), rounds=1
    )
    yield f"score: {SENTENCES} sentences, a tenth revised", ours, peer, "sacrebleu"
    # A fifth of them, for the peer's sake.
    some = slice(SENTENCES // 5)
    sides = mt[some], pe[some], refs[some]
    ours, peer = pair(
        lambda: score_session(*sides, "en"), lambda: _with_references(*sides), rounds=1
    )
    yield f"score: {SENTENCES // 5} with references", ours, peer, "sacrebleu"


def _ter(name: str, pairs: Pairs, rounds: int = 3) -> Row:
    judge = TER()
    ours, peer = pair(
        lambda: [ter_stats(text, [other]) for text, other in pairs],
        lambda: [judge.sentence_score(text, [other]) for text, other in pairs],
        rounds,
    )
    return name, ours, peer, "sacrebleu"


def _plain(mt: list[str], pe: list[str]) -> None:
    for metric in (TER(), TER(case_sensitive=True), BLEU(force=True), CHRF()):
        metric.corpus_score(mt, [pe])


def _with_references(mt: list[str], pe: list[str], refs: list[str]) -> None:
    _plain(mt, pe)
    for texts in (mt, pe):
        for metric in (BLEU(force=True), CHRF(), TER()):
            metric.corpus_score(texts, [refs])
