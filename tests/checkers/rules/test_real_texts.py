"""What the rules say about real texts: much about translationese, little about English.

The texts are evaluation data kept outside the repository; without them, nothing is
tested here.
"""

from __future__ import annotations

from posteditor.checkers.protocol import CheckContext, Unit
from posteditor.checkers.rules import RulesChecker
from tests.evaluation import evaluation

CHECKER = RulesChecker.load()


def lines(*patterns: str) -> list[str]:
    data = evaluation("")
    paths = [path for pattern in patterns for path in sorted(data.glob(pattern))]
    assert paths
    return [line for path in paths for line in path.read_text("utf-8").splitlines()]


def flags(texts: list[str], source_lang: str | None = None) -> dict[str, int]:
    """Flags by rule."""
    units = [Unit(segment=i, text=text) for i, text in enumerate(texts)]
    counts: dict[str, int] = {}
    for found in CHECKER.check(units, CheckContext(source_lang=source_lang)):
        counts[found.rule] = counts.get(found.rule, 0) + 1
    return counts


def per_thousand(texts: list[str], source_lang: str | None = None) -> float:
    words = sum(len(text.split()) for text in texts)
    return sum(flags(texts, source_lang).values()) / words * 1_000


def test_a_statement_full_of_translationese_gets_many_flags() -> None:
    statement = lines("statement/*.txt")
    assert sum(flags(statement, "ru").values()) >= 40
    assert sum(flags(statement).values()) >= 20


def test_native_english_gets_few_flags_in_a_thousand_words() -> None:
    """All checkers together have three; the rules leave room for the others."""
    assert per_thousand(lines("wmt-to-english/native/*.en")) < 2.3


def test_no_phrase_rule_is_common_in_what_people_wrote() -> None:
    human = lines("wmt-to-english/native/*.en", "wmt-to-english/*/ref.*.en")
    words = sum(len(line.split()) for line in human)
    common = {
        rule: count
        for rule, count in flags(human).items()
        if not rule.startswith("typography/") and count > words / 10_000
    }
    assert not common


def test_machines_are_flagged_more_than_people_on_the_same_source() -> None:
    folder = "wmt22-ru-en"
    machine = per_thousand(lines(f"{folder}/hyp.Online-[AG].en"), "ru")
    assert machine > 1.5 * per_thousand(lines(f"{folder}/ref.A.en"), "ru")
