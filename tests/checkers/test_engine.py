"""The engine: what it runs, what it believes, and how it bears failures."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from posteditor.checkers.engine import MAX_UNIT, PART, TOO_LONG, Engine, is_error
from posteditor.checkers.findings import Failure, Findings
from posteditor.checkers.protocol import CheckContext, Scope, Unit
from posteditor.checkers.registry import build_engine
from posteditor.checkers.screening import Switches
from posteditor.config import Settings
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


def quick(answer: Answer, name: str = "fake", **more: object) -> Engine:
    """An engine that waits for hardly anybody."""
    checkers = [Fake(answer, name), Fake(first_words)]
    return Engine(checkers, patience=dict.fromkeys(Scope, 0.05), **more)  # type: ignore[arg-type]


def test_a_checker_that_hangs_is_named_once_and_left_out() -> None:
    release = threading.Event()

    def hang(units: Sequence[Unit]) -> list[Suggestion]:
        release.wait(30)
        return first_words(units)

    engine = quick(hang, "slow")
    findings = run(engine, "The end.")
    (failure,) = findings.failures
    assert failure.checker == "slow"
    assert "took longer than" in failure.message
    assert [s.checker for s in findings.suggestions[0]] == ["fake"]
    assert not run(engine, "The end.").failures
    assert engine.versions("en") == {"fake": "1"}
    release.set()


def test_a_checker_that_never_stops_finding_is_stopped() -> None:
    stopped = threading.Event()

    def endless(units: Sequence[Unit]) -> Iterator[Suggestion]:
        try:
            while True:
                yield suggest(0, 3, "The")
        finally:
            stopped.set()

    findings = run(quick(endless, "endless"), "The end.")  # type: ignore[arg-type]
    assert [failure.checker for failure in findings.failures] == ["endless"]
    assert stopped.wait(30)


def test_what_waits_for_nothing_is_told_that_nobody_waits() -> None:
    told = threading.Event()

    class Polling(Fake):
        def check(
            self, units: Sequence[Unit], context: CheckContext
        ) -> Sequence[Suggestion]:
            while not context.cancelled():
                told.wait(0.001)
            told.set()
            return []

    engine = Engine([Polling(first_words)], patience=dict.fromkeys(Scope, 0.02))
    assert run(engine, "The end.").failures
    assert told.wait(30)


@pytest.mark.parametrize(
    "lie",
    [
        None,
        [None],
        ["The"],
        [suggest(0, 3, "The", replacements=["x"])],
        [suggest(0, 3, "The", replacements=(1,))],
        [suggest(0.0, 3.0, "The")],  # type: ignore[arg-type]
        [suggest(0, 3, "The", segment="0")],
        7,
    ],
)
def test_whatever_a_checker_returns_the_others_go_on(lie: object) -> None:
    engine = Engine([Fake(lambda units: lie, "liar"), Fake(first_words)])  # type: ignore[arg-type,return-value]
    findings = run(engine, "The end.")
    assert [failure.checker for failure in findings.failures] == ["liar"]
    assert [s.checker for s in findings.suggestions[0]] == ["fake"]


def test_long_texts_are_handed_out_in_parts_that_leave_nothing_out() -> None:
    seen: list[list[int]] = []

    def note(units: Sequence[Unit]) -> list[Suggestion]:
        seen.append([unit.segment for unit in units])
        return first_words(units)

    text = "The end. " * 2_000
    count = PART // len(text) * 2 + 3
    findings = run(Engine([Fake(note)]), *[text] * count)
    assert len(seen) == 3
    assert [index for part in seen for index in part] == list(range(count))
    assert len(findings.suggestions) == count


def test_words_of_the_dictionary_count_for_every_checker() -> None:
    def spelling(units: Sequence[Unit]) -> list[Suggestion]:
        return [suggest(0, 3, "The", category="fluency/spelling")]

    engine = Engine([Fake(spelling)], switches=Switches(dictionary=frozenset({"The"})))
    assert not run(engine, "The end.").suggestions


def test_the_words_a_checker_protects_are_left_alone_by_the_others() -> None:
    class Protector(Fake):
        def protected(self, text: str) -> list[tuple[int, int]]:
            return [(0, 3)]

    own = Protector(lambda units: [suggest(4, 7, "end", checker="own")], "own")
    other = Fake(lambda units: [suggest(0, 3, "The"), suggest(4, 8, "end.")])
    findings = run(Engine([own, other]), "The end.")
    assert {s.text for s in findings.suggestions[0]} == {"end."}
    lone = run(Engine([Protector(first_words, "own")]), "The end.")
    assert [s.text for s in lone.suggestions[0]] == ["The"]


@pytest.mark.parametrize(
    "text",
    ["Слово word 言葉 كلمة. " * 900, "a" * MAX_UNIT, "А́\u200b\ud800 b" * 3_000],
    ids=["scripts", "one word", "odd"],
)
def test_mixed_scripts_and_odd_texts_of_any_length_break_nothing(text: str) -> None:
    engine = build_engine(Settings(store=Path("unused")), "en", "ru")
    runs = engine.check_all(units(text[:MAX_UNIT], "The end."), CheckContext())
    assert not [failure for run in runs for failure in run.failures]


def test_a_million_characters_without_a_stop_are_said_to_be_too_long() -> None:
    engine = build_engine(Settings(store=Path("unused")), "en", "ru")
    runs = engine.check_all(units("слово word " * 90_910), CheckContext())
    assert not [failure for run in runs for failure in run.failures]
    rules = {s.rule for run in runs for s in run.suggestions.get(0, ())}
    assert rules == {TOO_LONG}
