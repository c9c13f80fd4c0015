"""What comparing costs: 1,000 sentences and a long document beside other libraries, one
sentence's TER beside sacrebleu's, and hostile texts by themselves.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher

from cydifflib import SequenceMatcher as CSequenceMatcher
from diff_match_patch import diff_match_patch
from patiencediff import PatienceSequenceMatcher
from rapidfuzz.distance import Indel
from sacrebleu.metrics.ter import TER

from posteditor.diff import diff
from posteditor.diff.tokens import tokens
from posteditor.scoring import sentence_ter
from tests.benchmarks.timing import pair

Row = tuple[str, float, float, str]
Pairs = list[tuple[str, str]]
PAIRS = 1_000
VOCABULARY = """
the of to and in a for council harbour meeting ministers agreed report water plan region
border talks energy support during between their security was were has will
"""
WORDS = VOCABULARY.split()
HOSTILE = {
    "diff: 5,000 equal words against 4,990": ("a " * 5_000, "a " * 4_990),
    "diff: a b x 1,500 against b a x 1,500": ("a b " * 1_500, "b a " * 1_500),
    "diff: a line of 5 MB, its ends shifted": (
        "word one two. " * 350_000,
        "word " + "word one two. " * 350_000 + "x",
    ),
    "diff: a line of 5 MB, each sentence changed": (
        "word one two. " * 350_000,
        "other is two. " * 350_000,
    ),
}


def sample() -> Pairs:
    """Pairs of sentences of 8 to 35 words, one word in eight changed."""
    rng = random.Random(20)
    pairs = []
    for _ in range(PAIRS):
        words = rng.choices(WORDS, k=rng.randint(8, 35))
        edited = [w if rng.random() < 7 / 8 else rng.choice(WORDS) for w in words]
        pairs.append((" ".join(words) + ".", " ".join(edited) + "."))
    return pairs


def document() -> tuple[str, str]:
    """Two versions of 100,000 words, 5 % of them changed."""
    rng = random.Random(21)
    names = [f"{word}{number}" for word in WORDS for number in range(80)]
    words = rng.choices([*WORDS * 40, *names], k=100_000)
    words = [f"{w}." if i % 20 == 19 else w for i, w in enumerate(words)]
    edited = [w if rng.random() < 0.95 else rng.choice(names) for w in words]
    return " ".join(words), " ".join(edited)


def plain(pairs: Pairs) -> None:
    for old, new in pairs:
        SequenceMatcher(None, tokens(old), tokens(new), autojunk=False).get_opcodes()


def peers(pairs: Pairs) -> Iterator[Row]:
    """Our diff of texts beside what others make of the same pieces, or of the texts."""
    cut = [(tokens(old), tokens(new)) for old, new in pairs]
    letters = diff_match_patch()
    others: dict[str, Callable[[], object]] = {
        "cydifflib, same pieces": lambda: [
            CSequenceMatcher(None, *pieces, autojunk=False).get_opcodes()
            for pieces in cut
        ],
        "rapidfuzz, same pieces": lambda: [Indel.opcodes(*pieces) for pieces in cut],
        "patiencediff, same pieces": lambda: [
            PatienceSequenceMatcher(None, *pieces).get_opcodes() for pieces in cut
        ],
        "diff-match-patch, letters": lambda: [letters.diff_main(*one) for one in pairs],
    }
    for name, other in others.items():
        yield (
            f"diff: {PAIRS} sentences",
            *pair(lambda: [diff(*texts) for texts in pairs], other, rounds=3),
            name,
        )


def run() -> list[Row]:
    pairs = sample()
    ours = pair(lambda: [diff(*texts) for texts in pairs], lambda: plain(pairs))
    one = max(pairs, key=lambda texts: len(texts[0]))
    peer = TER()
    same = (one[0], one[0])
    rows = [
        (f"diff: {PAIRS} sentences", *ours, "plain difflib, same pieces"),
        (
            "diff: one sentence of 35 words",
            *pair(lambda: diff(*one), lambda: plain([one])),
            "plain difflib, same pieces",
        ),
        (
            "TER: one revised sentence of 35 words",
            *pair(
                lambda: sentence_ter(*one), lambda: peer.sentence_score(*_as_ref(one))
            ),
            "sacrebleu",
        ),
        (
            "TER: one untouched sentence",
            *pair(
                lambda: sentence_ter(*same), lambda: peer.sentence_score(*_as_ref(same))
            ),
            "sacrebleu",
        ),
    ]
    rows += peers(pairs)
    old, new = document()
    olds, news = tokens(old), tokens(new)
    rows.append(
        (
            "diff: 100,000 words",
            *pair(
                lambda: diff(old, new),
                lambda: PatienceSequenceMatcher(None, olds, news).get_opcodes(),
                rounds=3,
            ),
            "patiencediff, same pieces",
        )
    )
    for name, texts in HOSTILE.items():
        rows.append((name, _alone(texts), 0.0, "-"))
    return rows


def _alone(texts: tuple[str, str]) -> float:
    return pair(lambda: diff(*texts), lambda: None, rounds=1)[0]


def _as_ref(texts: tuple[str, str]) -> tuple[str, list[str]]:
    return texts[0], [texts[1]]
