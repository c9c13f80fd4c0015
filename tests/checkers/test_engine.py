"""The engine: what it runs, what it believes, and how it bears failures."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

import pytest

from posteditor.checkers.engine import MAX_UNIT, TOO_LONG, Engine, is_error
from posteditor.checkers.findings import Failure, Findings
from posteditor.checkers.protocol import CheckContext, Scope, Unit
from posteditor.errors import ServiceError
from posteditor.model import Level, Severity, Suggestion
from tests.checkers.making import suggest, units

Answer = Callable[[Sequence[Unit]], Sequence[Suggestion]]


class Fake:
    """A checker that answers as it is told."""

    version = "1"

    def __init__(
        self, answer: Answer, name: str = "fake", scope: Scope = Scope.SEGMENT
    ) -> None:
        self.name = name
        self.scope = scope
        self.calls = 0
        self._answer = answer

    def supports(self, target_lang: str) -> bool:
        return target_lang == "en"

    def check(
        self, units: Sequence[Unit], context: CheckContext
    ) -> Sequence[Suggestion]:
        self.calls += 1
        return self._answer(units)


def first_words(units: Sequence[Unit]) -> list[Suggestion]:
    return [
        suggest(0, 3, unit.text[:3], segment=unit.segment, checker="fake")
        for unit in units
    ]


def broken(units: Sequence[Unit]) -> list[Suggestion]:
    raise ValueError("no such rule\nsecond line")


def run(engine: Engine, *texts: str, **context: object) -> Findings:
    return engine.check(units(*texts), CheckContext(**context), Scope.SEGMENT)  # type: ignore[arg-type]


def test_findings_are_tied_to_their_texts_and_have_context() -> None:
    findings = run(Engine([Fake(first_words)]), "The council met.", "All left.")
    assert findings.texts == {0: "The council met.", 1: "All left."}
    (found,) = findings.suggestions[0]
    assert found.text == "The"
    assert found.context == ("", "council")
    assert not findings.failures


def test_only_the_checkers_of_the_scope_that_read_the_language_run() -> None:
    one, two = Fake(first_words), Fake(first_words, "doc", Scope.DOCUMENT)
    engine = Engine([one, two])
    assert run(engine, "Die Lage.", target_lang="de").suggestions == {}
    assert one.calls == two.calls == 0
    both = engine.check_all(units("The end."), CheckContext())
    assert [findings.scope for findings in both] == list(Scope)
    assert one.calls == two.calls == 1


def test_it_names_those_that_read_the_language_and_have_not_failed() -> None:
    engine = Engine(
        [Fake(broken, "bad"), Fake(first_words), Fake(first_words, "d", Scope.DOCUMENT)]
    )
    assert engine.versions("de") == {}
    assert engine.versions("en") == {"bad": "1", "fake": "1", "d": "1"}
    run(engine, "The end.")
    assert engine.versions("en") == {"fake": "1", "d": "1"}


def test_a_checker_that_raises_is_named_once_and_left_out() -> None:
    bad, good = Fake(broken, "bad"), Fake(first_words)
    engine = Engine([bad, good])
    findings = run(engine, "The end.")
    assert findings.failures == (
        Failure(checker="bad", message="ValueError: no such rule"),
    )
    assert findings.suggestions[0]
    again = run(engine, "The end.")
    assert not again.failures
    assert again.suggestions[0]
    assert bad.calls == 1


@pytest.mark.parametrize(
    "wrong",
    [
        suggest(0, 99, "The end."),
        suggest(-1, 3, ""),
        suggest(3, 0, ""),
        suggest(0, 3, "Teh"),
        suggest(0, 3, "The", segment=9),
    ],
)
def test_wrong_spans_are_dropped_and_their_checker_named(wrong: Suggestion) -> None:
    checker = Fake(lambda units: [wrong, suggest(4, 7, "end")])
    engine = Engine([checker])
    findings = run(engine, "The end.")
    assert [s.text for s in findings.suggestions[0]] == ["end"]
    assert [failure.checker for failure in findings.failures] == ["fake"]
    assert not run(engine, "The end.").suggestions
    assert checker.calls == 1


def test_two_engines_do_not_share_failures() -> None:
    bad = Fake(broken)
    assert run(Engine([bad]), "The end.").failures
    assert run(Engine([bad]), "The end.").failures


def test_a_failure_is_named_once_however_many_threads_meet_it() -> None:
    barrier = threading.Barrier(4)

    def fail_together(units: Sequence[Unit]) -> list[Suggestion]:
        barrier.wait()
        raise RuntimeError("broken")

    engine = Engine([Fake(fail_together)])
    failures: list[Failure] = []
    threads = [
        threading.Thread(target=lambda: failures.extend(run(engine, "x").failures))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(failures) == 1


def test_a_cancelled_run_claims_to_have_checked_nothing() -> None:
    checker = Fake(first_words)
    findings = run(Engine([checker]), "The end.", cancelled=lambda: True)
    assert findings.texts == {}
    assert findings.suggestions == {}
    assert checker.calls == 0


def test_cancelling_during_a_check_drops_what_came_of_it() -> None:
    done = []

    def slow(units: Sequence[Unit]) -> list[Suggestion]:
        done.append(True)
        return first_words(units)

    findings = run(Engine([Fake(slow)]), "The end.", cancelled=lambda: bool(done))
    assert done
    assert findings.texts == {}


@pytest.mark.parametrize("off", ["pack/rule", "pack"])
def test_rules_and_groups_that_are_off_are_not_shown(off: str) -> None:
    engine = Engine([Fake(first_words)], rules_off=frozenset({off}))
    assert run(engine, "The end.").suggestions == {}


def test_light_editing_sees_errors_only() -> None:
    found = [
        suggest(0, 3, "The", category="style/wordy", severity=Severity.MINOR),
        suggest(4, 7, "old", category="fluency/grammar", severity=Severity.NEUTRAL),
        suggest(8, 11, "end", category="style/wordy", severity=Severity.MAJOR),
    ]
    engine = Engine([Fake(lambda units: found)])
    full = run(engine, "The old end.")
    light = run(engine, "The old end.", level=Level.LIGHT)
    assert [s.text for s in full.suggestions[0]] == ["The", "old", "end"]
    assert [s.text for s in light.suggestions[0]] == ["old", "end"]
    assert [is_error(s) for s in found] == [False, True, True]


def test_a_huge_segment_is_not_checked_and_says_so() -> None:
    checker = Fake(first_words)
    huge = "x" * (MAX_UNIT + 1)
    findings = run(Engine([checker]), "The end.", huge)
    assert [s.rule for s in findings.suggestions[1]] == [TOO_LONG]
    assert findings.texts[1] == huge
    assert findings.suggestions[0][0].text == "The"
    assert not findings.failures


def test_overlaps_are_merged() -> None:
    found = [suggest(0, 3, "The"), suggest(0, 7, "The end")]
    engine = Engine([Fake(lambda units: found)])
    assert [s.text for s in run(engine, "The end.").suggestions[0]] == ["The end"]


def test_it_lists_its_checkers() -> None:
    checker = Fake(first_words)
    assert Engine([checker]).checkers == (checker,)


class Anywhere(Fake):
    """A checker of every language that knows only English."""

    def supports(self, target_lang: str) -> bool:
        return True

    def reads(self, target_lang: str) -> bool:
        return target_lang == "en"


def test_a_language_that_no_checker_knows_is_told_once() -> None:
    engine = Engine([Anywhere(first_words), Fake(first_words)])
    assert not run(engine, "The end.").failures
    findings = run(engine, "Bukaera da.", target_lang="eu")
    [told] = findings.failures
    assert told.line.startswith("target language eu: no checker here knows it")
    assert findings.suggestions[0]
    assert not run(engine, "Bukaera da.", target_lang="eu").failures


def test_a_service_that_fails_says_all_in_its_message() -> None:
    def silent(units: Sequence[Unit]) -> list[Suggestion]:
        raise ServiceError("http://host does not answer", hint="look there")

    [failure] = run(Engine([Fake(silent)]), "The end.").failures
    assert failure.is_service
    assert failure.line.endswith("left out: http://host does not answer (look there)")
    [other] = run(Engine([Fake(broken)]), "The end.").failures
    assert not other.is_service
