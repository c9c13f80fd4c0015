"""Runs the checkers and vouches for what they return.

Rules: no checker can break a run or hold it up. One that raises, takes too long, or
returns what does not fit its text is named once for each engine and then left out; what
reaches the caller has been checked against the text. Safe to call from several threads
at once.
"""

from __future__ import annotations

import threading
import weakref
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from posteditor.checkers.findings import Failure, Findings
from posteditor.checkers.hands import GivenUp, Hands, TooSlowError
from posteditor.checkers.merge import merge, with_context
from posteditor.checkers.protocol import (
    CheckContext,
    Checker,
    Neutral,
    Noticing,
    Protecting,
    Scope,
    Unit,
)
from posteditor.checkers.screening import Switches, spared
from posteditor.errors import PostEditorError, ServiceError
from posteditor.model import Level, Severity, Suggestion

# Longer segments are not checked. At this length, without one full stop, the slowest
# checker (Harper) was measured at 0.2 s, and grows more than in proportion beyond.
MAX_UNIT = 20_000
TOO_LONG = "engine/segment-too-long"

# How many seconds a checker may take, and how many more for each code point: ten times
# what the slowest embedded one needs. What is read segment by segment is handed out in
# parts, so that one that hangs is found out soon. Servers have time limits of their
# own; what is asked while a key is handled must not keep the editor.
PATIENCE = {
    Scope.SEGMENT: 20.0,
    Scope.DOCUMENT: 20.0,
    Scope.LATE: 900.0,
    Scope.CHANGE: 2.0,
}
SECONDS_PER_CHARACTER = 0.0002
PART = 200_000


class Engine:
    """The checkers of one document. `switches` say what nobody is to see, `patience`
    how many seconds each scope's checkers have."""

    def __init__(
        self,
        checkers: Sequence[Checker],
        *,
        switches: Switches | None = None,
        rules_off: frozenset[str] = frozenset(),
        patience: Mapping[Scope, float] = PATIENCE,
    ) -> None:
        self._checkers = tuple(checkers)
        self._switches = switches or Switches(rules_off=rules_off)
        self._patience = patience
        self._lock = threading.Lock()
        self._failed: set[str] = set()
        self._told_languages: set[str] = set()
        self._hands = Hands("checker")
        weakref.finalize(self, self._hands.rest).atexit = False

    @property
    def checkers(self) -> tuple[Checker, ...]:
        """All checkers, those left out after a failure too."""
        return self._checkers

    def has(self, scope: Scope) -> bool:
        """Is there a checker of this scope?"""
        return any(checker.scope is scope for checker in self._checkers)

    def versions(self, target_lang: str) -> dict[str, str]:
        """Name and version of the checkers that read this language and have not
        failed."""
        return {
            checker.name: checker.version
            for scope in Scope
            for checker in self._working(target_lang, scope, [])
        }

    def check(
        self, units: Sequence[Unit], context: CheckContext, scope: Scope
    ) -> Findings:
        """Suggestions of the checkers of this scope, merged for each segment.

        A cancelled run returns no texts: half-checked segments do not count as checked.
        At level light only errors remain: suggestions of major or critical severity,
        and those whose MQM category is not style.
        """
        short = [unit for unit in units if len(unit.text) <= MAX_UNIT]
        texts = {unit.segment: unit.text for unit in short}
        found: dict[int, list[Suggestion]] = {}
        failures: list[Failure] = []
        if units:
            self._tell_language(context.target_lang, failures)
        if scope is Scope.SEGMENT and len(short) < len(units):
            for unit in units:
                if len(unit.text) > MAX_UNIT:
                    found[unit.segment] = [_too_long(unit)]
        for checker in self._working(context.target_lang, scope, failures):
            if context.cancelled():
                break
            for suggestion in self._run(checker, short, texts, context, failures):
                found.setdefault(suggestion.segment, []).append(suggestion)
        if context.cancelled():
            return Findings(scope=scope, texts={}, failures=tuple(failures))
        return Findings(
            scope=scope,
            texts={unit.segment: unit.text for unit in units},
            suggestions={index: merge(found[index]) for index in sorted(found)},
            failures=tuple(failures),
        )

    def check_all(self, units: Sequence[Unit], context: CheckContext) -> list[Findings]:
        """One run for each scope."""
        return [self.check(units, context, scope) for scope in Scope]

    def _tell_language(self, target_lang: str, failures: list[Failure]) -> None:
        """Say once of a language that no checker knows, and what is done all the
        same."""
        with self._lock:
            if target_lang in self._told_languages:
                return
            self._told_languages.add(target_lang)
        working = [
            checker
            for scope in Scope
            for checker in self._working(target_lang, scope, failures)
            if not isinstance(checker, Protecting)
        ]
        if working and all(
            isinstance(checker, Neutral) and not checker.reads(target_lang)
            for checker in working
        ):
            failures.append(
                Failure(
                    checker=f"target language {target_lang}",
                    message="no checker here knows it; checked is what holds for "
                    "every language (see posteditor checkers)",
                    left_out=False,
                )
            )

    def _working(
        self, target_lang: str, scope: Scope, failures: list[Failure]
    ) -> Iterator[Checker]:
        for checker in self._checkers:
            if checker.name in self._failed or checker.scope is not scope:
                continue
            try:
                supported = checker.supports(target_lang)
            except Exception as error:
                self._fail(checker, error, failures)
                continue
            if supported:
                yield checker

    def _run(
        self,
        checker: Checker,
        units: Sequence[Unit],
        texts: Mapping[int, str],
        context: CheckContext,
        failures: list[Failure],
    ) -> list[Suggestion]:
        """What a checker found, without what is hidden or wrong."""
        raw: list[Suggestion] = []
        try:
            for part in _parts(units, checker.scope):
                raw += self._ask(checker, part, context)
                if context.cancelled():
                    break
        except Exception as error:
            self._fail(checker, error, failures)
            return []
        if isinstance(checker, Noticing):
            failures.extend(
                Failure(checker=checker.name, message=notice, left_out=False)
                for notice in checker.take_notices()
            )
        good = [suggestion for suggestion in raw if _fits(suggestion, texts)]
        if len(good) < len(raw):
            wrong = f"{len(raw) - len(good)} suggestions do not fit their text"
            self._fail(checker, PostEditorError(wrong), failures)
        return [
            with_context(suggestion, texts[suggestion.segment])
            for suggestion in self._sparing(
                checker, self._visible(good, context.level), texts
            )
        ]

    def _ask(
        self, checker: Checker, units: Sequence[Unit], context: CheckContext
    ) -> list[Suggestion]:
        """What a checker says of some units, within its time."""

        def act(is_given_up: GivenUp) -> list[Suggestion]:
            own = replace(
                context, cancelled=lambda: is_given_up() or context.cancelled()
            )
            found = []
            for suggestion in checker.check(units, own):
                found.append(suggestion)
                if is_given_up():
                    break
            return found

        length = sum(len(unit.text) for unit in units)
        seconds = self._patience[checker.scope] + length * SECONDS_PER_CHARACTER
        try:
            return self._hands.do(act, seconds)
        except TooSlowError:
            where = "" if len(units) != 1 else f" on sentence {units[0].segment + 1}"
            raise PostEditorError(
                f"took longer than {seconds:.0f} seconds{where}"
            ) from None

    def _visible(
        self, suggestions: Iterable[Suggestion], level: Level
    ) -> Iterator[Suggestion]:
        for suggestion in suggestions:
            if self._switches.hide(suggestion):
                continue
            if level is Level.FULL or is_error(suggestion):
                yield suggestion

    def _sparing(
        self,
        checker: Checker,
        suggestions: Iterable[Suggestion],
        texts: Mapping[int, str],
    ) -> Iterator[Suggestion]:
        """Without what would change the protected words of another checker."""
        others = [
            other
            for other in self._checkers
            if other is not checker
            and isinstance(other, Protecting)
            and other.name not in self._failed
        ]
        for suggestion in suggestions:
            kept: Suggestion | None = suggestion
            for other in others:
                if kept is not None:
                    text = texts[kept.segment]
                    kept = spared(kept, text, other.protected(text))
            if kept is not None:
                yield kept

    def _fail(
        self, checker: Checker, error: Exception, failures: list[Failure]
    ) -> None:
        """Name a failing checker, unless another thread has done so."""
        with self._lock:
            if checker.name in self._failed:
                return
            self._failed.add(checker.name)
        failures.append(
            Failure(
                checker=checker.name,
                message=_first_line(error),
                is_service=isinstance(error, ServiceError),
            )
        )


def is_error(suggestion: Suggestion) -> bool:
    """Does light post-editing care? It mends errors and leaves style alone."""
    is_style = suggestion.category.split("/", maxsplit=1)[0] == "style"
    return suggestion.severity.rank >= Severity.MAJOR.rank or not is_style


def _parts(units: Sequence[Unit], scope: Scope) -> Iterator[Sequence[Unit]]:
    """What a checker is handed at a time: all at once where it must see the whole."""
    if scope not in (Scope.SEGMENT, Scope.CHANGE):
        yield units
        return
    first = length = 0
    for at, unit in enumerate(units):
        if length and length + len(unit.text) > PART:
            yield units[first:at]
            first, length = at, 0
        length += len(unit.text)
    yield units[first:]


def _fits(suggestion: Suggestion, texts: Mapping[int, str]) -> bool:
    """Is it a suggestion, on what stands in its text? Checkers may be anybody's."""
    if not isinstance(suggestion, Suggestion):
        return False
    text = texts.get(suggestion.segment)
    start, end = suggestion.start, suggestion.end
    if not (isinstance(start, int) and isinstance(end, int)):
        return False
    if text is None or not 0 <= start <= end <= len(text):
        return False
    words = suggestion.replacements
    if not isinstance(words, tuple) or not all(isinstance(w, str) for w in words):
        return False
    return text[start:end] == suggestion.text


def _first_line(error: Exception) -> str:
    """An error of this program says all in its message."""
    lines = str(error).splitlines()
    if lines and isinstance(error, PostEditorError):
        return lines[0]
    name = type(error).__name__
    return f"{name}: {lines[0]}" if lines else name


def _too_long(unit: Unit) -> Suggestion:
    return Suggestion(
        segment=unit.segment,
        start=0,
        end=1,
        text=unit.text[:1],
        message=f"Not checked: {len(unit.text):,} characters in one segment",
        rule=TOO_LONG,
        checker="engine",
        category="other",
        label="too long",
        severity=Severity.NEUTRAL,
    )
