"""The language for source sentences: what it matches in which script."""

from __future__ import annotations

from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from posteditor.checkers.protocol import CheckContext, Unit
from posteditor.checkers.rules import RulesChecker
from posteditor.checkers.rules.pack import load_pack
from posteditor.checkers.rules.pattern import PatternError
from posteditor.checkers.rules.source import plain, read_source
from posteditor.model import Suggestion
from tests.checkers.rules.support import pack, rule


def found(pattern: str, source: str) -> str | None:
    compiled = regex.compile(read_source(pattern).regex, regex.IGNORECASE)
    match = compiled.search(plain(source))
    return match[0] if match else None


@pytest.mark.parametrize(
    ("pattern", "source", "expected"),
    [
        ("по вопрос*", "Встреча по\n вопросам торговли", "по\n вопросам"),
        ("ПО вопрос*", "Встреча по вопросу", "по вопросу"),
        ("вопрос", "вопросы", None),
        ("вопрос", "подвопрос", None),
        ("*вопрос", "подвопрос", "подвопрос"),
        ("в {0-2} отношени*", "в этом самом отношении", "в этом самом отношении"),
        ("в {0-2} отношени*", "в отношении", "в отношении"),
        ("в {0-2} отношени*", "в том же самом отношении", None),
        ("в {1} отношени*", "в отношении", None),
        ("в том числе", "в том, числе", "в том, числе"),
        ("учет*", "с учётом", "учетом"),
        ("(eventuell*|etwaig*) kosten", "etwaige Kosten", "etwaige Kosten"),
        ("sehr? gut", "gut, sehr gut", "gut"),
        ("sehr? gut", "sehr gut", "sehr gut"),
        ("(in der tat)? gut so", "in der Tat gut so", "in der Tat gut so"),
        ("ge*t nicht", "Er geht nicht", "geht nicht"),
        ("groß", "GROß", "GROß"),
        ("aujourd'hui", "aujourd’hui", "aujourd’hui"),
        ("sino-allemand", "sino‑allemand", "sino‑allemand"),
        ("actualit\u00e9", "actualite\u0301", "actualit\u00e9"),
        ("同志", "各位同志们好", "同志"),
        ("同志 {0-3} 书记", "同志任总书记", "同志任总书记"),
        ("同志 {0-1} 书记", "同志任总书记", None),
        ("做好 工作", "做好工作", "做好工作"),
        ("*الوزير", "والوزير", "والوزير"),
        ("محمد", "مُحَمَّد", "محمد"),
        ("رئيس", "رئـيس", "رئيس"),
    ],
)
def test_what_a_source_pattern_matches(
    pattern: str, source: str, expected: str | None
) -> None:
    assert found(pattern, source) == expected


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ("", "at least one word"),
        ("a?", "at least one word"),
        ("*", "letters beside"),
        ("(a|b", "not closed"),
        ("a)", "unexpected"),
        ("(a|)", "at least one word"),
        ("a {3-1} b", "number of words"),
        ("a {2}", "between two words"),
        ("? a", "nothing stands"),
        ("a [b]", "cannot read"),
        ("(" * 30 + "a" + ")" * 30, "too deep"),
    ],
)
def test_what_a_source_pattern_may_not_be(pattern: str, fault: str) -> None:
    with pytest.raises(PatternError, match=fault):
        read_source(pattern)


@given(st.text(alphabet="аё *|()?{}0-23同志’", max_size=20))
def test_any_pattern_is_read_or_refused_and_what_is_read_compiles(text: str) -> None:
    try:
        pattern = read_source(text)
    except PatternError:
        return
    regex.compile(pattern.regex, regex.IGNORECASE)


@pytest.mark.parametrize(
    "pattern",
    ["*a* {0-9} *b* {0-9} *c", "(a|a a|a*)? (a|a*)? (a*|*a) b", "一 {0-9} 二"],
)
@pytest.mark.parametrize("word", ["a", "a ", "一"])
def test_no_source_makes_a_pattern_slow(pattern: str, word: str) -> None:
    compiled = regex.compile(read_source(pattern).regex, regex.IGNORECASE)
    assert compiled.search(word * 50_000, timeout=5) is None


def bilingual(folder: Path, **keys: str) -> RulesChecker:
    keys = {"source_match": '"(путем|через) {0-1} торговл*"', **keys}
    return RulesChecker(load_pack(pack(folder, rule(**keys))), ())


def check(
    checker: RulesChecker, source: str | None, source_lang: str | None = None
) -> list[Suggestion]:
    unit = Unit(segment=0, text="By way of trade and by way of talks.", source=source)
    return list(checker.check([unit], CheckContext(source_lang=source_lang)))


def test_a_bilingual_rule_fires_only_if_the_source_matches(tmp_path: Path) -> None:
    checker = bilingual(tmp_path)
    assert len(check(checker, "Путём  честной торговли и переговоров.")) == 2
    assert not check(checker, "Путём переговоров.")
    assert not check(checker, "")
    assert not check(checker, None)


def test_a_bilingual_rule_of_a_language_serves_it_and_an_unknown_one(
    tmp_path: Path,
) -> None:
    checker = bilingual(tmp_path, source_lang='"ru"')
    assert check(checker, "Через торговлю.", "ru")
    assert check(checker, "Через торговлю.")
    assert not check(checker, "Через торговлю.", "uk")


def test_a_bilingual_rule_quotes_the_source(tmp_path: Path) -> None:
    checker = bilingual(tmp_path, message='"“{source}” is through"')
    suggestion = check(checker, "Путём  честной торговли.")[0]
    assert suggestion.message == "“Путем честной торговли” is through"
    assert suggestion.source_phrase == "Путем честной торговли"
    checker = bilingual(tmp_path, source_phrase='"путём"')
    assert check(checker, "Через торговлю.")[0].source_phrase == "путём"


def test_one_of_several_source_patterns_is_enough(tmp_path: Path) -> None:
    checker = bilingual(tmp_path, source_match='["via", "per"]')
    assert check(checker, "Per Handel.")
    assert not check(checker, "Durch Handel.")
