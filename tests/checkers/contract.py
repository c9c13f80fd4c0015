"""What every checker keeps to. A test class for a checker inherits this and says how to
make one and which text it has something to say about."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import pytest

from posteditor.checkers.engine import Engine
from posteditor.checkers.protocol import CheckContext, Checker, Unit
from posteditor.model import Suggestion
from tests.checkers.making import units

HOSTILE = (
    "",
    " ",
    "\x00\x01\x1b[31m the the \x07",
    "a lone \ud800 surrogate and \udfff an other",
    "[red]an test[/red] [/ [link=x]",
    "zero\u200bwidth\u202eoverride \ufeffmark",
    "e\u0301\u0301\u0301 combining a\u0308 a\u0308",
    "line\r\nline\n\nparagraph\x85next\u2028line",
    "שלום עולם مرحبا بالعالم",
    "一个中文句子，没有空格。日本語の文。",
    "🙂🏳️‍🌈👩‍👩‍👧 an 🙂 test 𝒜𝓃 𝓉ℯ𝓈𝓉",
    "x" * 5_000,
    "word " * 2_000,
    "((((((((((" * 200,
    "A.B.C.D. " * 200,
    "- – — ‑ ' ’ “ ” \" « » … !?!?",
)


class CheckerContract:
    """The tests; `findable` is a document in which the checker finds something."""

    findable: Sequence[str]

    def make(self) -> Checker:
        raise NotImplementedError

    @pytest.fixture(scope="class")
    def checker(self) -> Checker:
        return self.make()

    def test_is_a_checker_with_a_name_and_a_version(self, checker: Checker) -> None:
        assert isinstance(checker, Checker)
        assert checker.name
        assert checker.version

    def test_supports_english_with_and_without_region(self, checker: Checker) -> None:
        assert checker.supports("en")
        assert checker.supports("en-GB")

    def test_finds_something_and_its_spans_hold_their_text(
        self, checker: Checker
    ) -> None:
        document = units(*self.findable)
        found = checker.check(document, CheckContext())
        assert found
        assert_spans(found, document)

    def test_says_who_found_it_and_what(self, checker: Checker) -> None:
        for suggestion in checker.check(units(*self.findable), CheckContext()):
            assert suggestion.checker == checker.name
            group, _, _ = suggestion.rule.partition("/")
            assert {suggestion.rule, group} & checker.rule_ids
            assert suggestion.message == suggestion.message.strip() != ""
            assert "\n" not in suggestion.message
            assert suggestion.category
            assert suggestion.text not in suggestion.replacements

    def test_the_same_text_gives_the_same_suggestions(self, checker: Checker) -> None:
        document = units(*self.findable)
        once = checker.check(document, CheckContext())
        again = checker.check(document, CheckContext())
        other = self.make().check(document, CheckContext())
        assert set(once) == set(again) == set(other)

    def test_nothing_comes_of_nothing(self, checker: Checker) -> None:
        assert not checker.check([], CheckContext())
        assert not checker.check(units("", "   "), CheckContext())

    def test_hostile_text_breaks_nothing(self, checker: Checker) -> None:
        document = units(*HOSTILE)
        assert_spans(checker.check(document, CheckContext()), document)
        engine = Engine([checker])
        for findings in engine.check_all(document, CheckContext()):
            assert not findings.failures

    def test_segment_numbers_are_those_of_the_units(self, checker: Checker) -> None:
        shifted = [
            Unit(segment=unit.segment * 10 + 7, text=unit.text)
            for unit in units(*self.findable)
        ]
        assert_spans(checker.check(shifted, CheckContext()), shifted)

    def test_a_cancelled_check_ends_without_suggestions(self, checker: Checker) -> None:
        context = CheckContext(cancelled=lambda: True)
        assert not checker.check(units(*self.findable), context)

    def test_several_threads_may_check_at_once(self, checker: Checker) -> None:
        document = units(*self.findable)
        expected = set(checker.check(document, CheckContext()))
        results: list[set[Suggestion]] = []

        def check() -> None:
            results.append(set(checker.check(document, CheckContext())))

        threads = [threading.Thread(target=check) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert results == [expected] * 4


def assert_spans(found: Sequence[Suggestion], document: Sequence[Unit]) -> None:
    texts = {unit.segment: unit.text for unit in document}
    for suggestion in found:
        text = texts[suggestion.segment]
        assert 0 <= suggestion.start <= suggestion.end <= len(text)
        assert text[suggestion.start : suggestion.end] == suggestion.text
