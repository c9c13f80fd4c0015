"""What the phrase rules cost: 1,000 words warm beside stock Harper, loading the
embedded packs beside reading their TOML alone; both for 1,000 rules, as promised.
"""

from __future__ import annotations

import tomllib

from harper import Linter

from posteditor.checkers.protocol import CheckContext, Unit
from posteditor.checkers.rules import RulesChecker
from posteditor.checkers.rules.compiled import embedded_packs, embedded_rules
from tests.benchmarks.timing import pair

Row = tuple[str, float, float, str]
WORDS = 1_000
RULES = 1_000
SENTENCES = (
    "The sides agreed to carry out the implementation of the plan for 2024-2026. and to"
    " meet again in Tallinn.",
    "The library opens at nine and closes at six, but the hall stays open later.",
    "Within the framework of the visit, Mr. Halden thanked the hosts for the welcome.",
    "Nobody had seen the harbour so full since the summer when the bridge fell.",
    "It is planned to discuss the given issue at the next session of the commission.",
    "Prices rose by three per cent in March, the ministry said, after a quiet winter.",
)


def sample() -> list[str]:
    """Sentences of statements and of plain prose, `WORDS` words in all."""
    sentences: list[str] = []
    words = 0
    while words < WORDS:
        sentence = SENTENCES[len(sentences) % len(SENTENCES)]
        sentences.append(sentence)
        words += len(sentence.split())
    return sentences


def run() -> list[Row]:
    sentences = sample()
    text = " ".join(sentences)
    units = [Unit(segment=i, text=sentence) for i, sentence in enumerate(sentences)]
    context = CheckContext(source_lang="ru")
    checker = RulesChecker.load()
    harper = Linter()
    warm = pair(
        lambda: checker.check(units, context),
        lambda: harper.lint(text, language="plaintext"),
    )
    thousand = RulesChecker(embedded_rules()[:RULES], ())
    phrases = pair(
        lambda: thousand.check(units, context),
        lambda: harper.lint(text, language="plaintext"),
    )
    load = pair(
        RulesChecker.load,
        lambda: [tomllib.loads(p.read_text("utf-8")) for p in embedded_packs()],
    )
    share = RULES / len(checker.rules)
    return [
        (f"{RULES} phrase rules on {WORDS} words", *phrases, "stock Harper"),
        (f"{RULES} rules: load", load[0] * share, load[1] * share, "tomllib on packs"),
        (f"rules: {WORDS} words, warm", *warm, "stock Harper"),
        (f"rules: load {len(checker.rules)} rules", *load, "tomllib on the packs"),
    ]
