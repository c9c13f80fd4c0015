"""Checks segments in a daemon thread: what is asked for first, then what is near.

Rules: the screen asks and takes what arrives; nothing here touches a widget or the
session. Batches are cut by time. Quitting never waits: the thread is a daemon, and
`stop` only tells it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING

from textual.message import Message

from posteditor.checkers.findings import Failure, Findings
from posteditor.checkers.protocol import CheckContext, Scope, Unit
from posteditor.model import Segment, Suggestion
from posteditor.tui.messages import (
    Checked,
    CheckersReady,
    CheckFailed,
    CheckingIdle,
)

if TYPE_CHECKING:
    from posteditor.checkers.engine import Engine

BATCH_SECONDS = 0.03
# A server costs as much for each request as for some sentences.
LATE_BATCH_SECONDS = 0.5
FIRST_BATCH, LARGEST_BATCH = 4, 500
# Between two batches of the background the screen gets the interpreter to itself, and
# while keys are coming only what is near the cursor is checked.
BREATH_SECONDS = 0.005
QUIET_SECONDS = 0.25
NEAR = 60
DOCUMENT_PAUSE = 1.0


class Checking:
    """The thread and what it is asked to do.

    `targets` are the current targets of segments that differ from their MT output, None
    for those left out; furniture is left out from the start. `scope` is that of the
    checkers that read segment by segment. Where it is SEGMENT the document as a whole
    is checked too, and the screen is told which checkers there are and when they rest.
    """

    def __init__(
        self,
        *,
        segments: Sequence[Segment],
        sources: dict[int, str] | None,
        targets: dict[int, str | None],
        context: CheckContext,
        build: Callable[[], Engine],
        post: Callable[[Message], object],
        scope: Scope = Scope.SEGMENT,
    ) -> None:
        self._segments = segments
        self._scope = scope
        self._sources = sources or {}
        self._targets = targets
        self._context = replace(context, cancelled=self._is_interrupted)
        self._build = build
        self._post = post
        self._wake = threading.Condition()
        self._urgent: dict[int, Unit] = {}
        self._centre = 0
        self._checked = bytearray(len(segments))
        self._low = self._high = 0
        self._document_due: float | None = None
        self._in_document = False
        self._document: dict[int, tuple[str, tuple[Suggestion, ...]]] = {}
        self._last_wish = 0.0
        self._stopped = False
        self._batch = FIRST_BATCH

    def start(self, centre: int) -> None:
        """Open the checkers and begin around segment `centre`."""
        self.look_at(centre)
        self._last_wish = 0.0
        self._document_due = self._soon(0)
        threading.Thread(target=self._run, name="checking", daemon=True).start()

    def stop(self) -> None:
        with self._wake:
            self._stopped = True
            self._wake.notify()

    def look_at(self, index: int) -> None:
        """Check what is near segment `index` before the rest."""
        with self._wake:
            self._centre = index
            self._low, self._high = index - 1, index
            self._last_wish = perf_counter()
            self._wake.notify()

    def ask(self, unit: Unit) -> None:
        """Check this unit before anything else; a newer one of the same segment takes
        its place."""
        with self._wake:
            self._urgent[unit.segment] = unit
            self._last_wish = perf_counter()
            self._wake.notify()

    def changed(self, unit: Unit, *, omitted: bool) -> None:
        """A target is now another: check it, and after a pause the document."""
        with self._wake:
            self._targets[unit.segment] = None if omitted else unit.text
            if not omitted:
                self._urgent[unit.segment] = unit
            self._document_due = self._soon(DOCUMENT_PAUSE)
            self._wake.notify()

    def _soon(self, seconds: float) -> float | None:
        """When the document is to be checked; never by the late checkers."""
        return perf_counter() + seconds if self._scope is Scope.SEGMENT else None

    # -- the thread ---------------------------------------------------------------

    def _run(self) -> None:
        late = self._scope is Scope.LATE
        try:
            engine = self._build()
            if late and not engine.has(self._scope):
                return
            self._add_vocabulary()
        except Exception as error:
            if not late:
                self._report_failure("checkers", error)
            return
        names = tuple(checker.name for checker in engine.checkers)
        if not late:
            self._post(CheckersReady(names))
        while not self._stopped:
            try:
                self._step(engine)
            except Exception as error:
                self._report_failure("checkers", error)
                return

    def _report_failure(self, name: str, error: Exception) -> None:
        text = str(error) or type(error).__name__
        failure = Failure(checker=name, message=text.splitlines()[0])
        self._post(CheckFailed((failure,)))
        self._post(CheckersReady(()))
        self._post(CheckingIdle())

    def _add_vocabulary(self) -> None:
        from posteditor.checkers.vocabulary import collect

        texts = (segment.text for segment in self._segments if not segment.is_furniture)
        words = collect(texts, self._context.vocabulary)
        self._context = replace(self._context, vocabulary=words)

    def _step(self, engine: Engine) -> None:
        """One batch of the most wanted kind, or a wait for the next wish."""
        with self._wake:
            urgent = list(self._urgent.values())
            self._urgent.clear()
        if urgent:
            self._check(engine, urgent)
            return
        busy_for = self._last_wish + QUIET_SECONDS - perf_counter()
        near = self._next_near(NEAR if busy_for > 0 else len(self._segments))
        if near:
            self._check_near(engine, near)
            return
        due = self._document_due
        pause: float | None = busy_for
        if not self._has_near():
            pause = None if due is None else self._quiet_after(due) - perf_counter()
            if pause is None:
                self._rest()
            elif pause <= 0:
                self._check_document(engine)
                return
        with self._wake:
            if not (self._urgent or self._stopped or self._document_due != due):
                self._wake.wait(pause)

    def _rest(self) -> None:
        if self._scope is Scope.SEGMENT:
            self._post(CheckingIdle())

    def _quiet_after(self, due: float) -> float:
        """When the document may be checked: not between the keys of somebody typing."""
        return max(due, self._last_wish + DOCUMENT_PAUSE)

    def _check(self, engine: Engine, units: Sequence[Unit]) -> None:
        if self._scope is Scope.SEGMENT and engine.has(Scope.CHANGE):
            self._hand_out(engine.check(units, self._context, Scope.CHANGE))
        self._hand_out(engine.check(units, self._context, self._scope))

    def _check_near(self, engine: Engine, indices: Sequence[int]) -> None:
        units = [unit for unit in map(self._unit, indices) if unit is not None]
        began = perf_counter()
        if units:
            self._check(engine, units)
            self._check_before(engine, units)
        spent = max(perf_counter() - began, 1e-4)
        if units:
            late = self._scope is Scope.LATE
            seconds = LATE_BATCH_SECONDS if late else BATCH_SECONDS
            wanted = int(len(units) * seconds / spent)
            self._batch = max(1, min(wanted, self._batch * 2, LARGEST_BATCH))
        with self._wake:
            if not self._urgent and not self._stopped:
                self._wake.wait(BREATH_SECONDS)

    def _check_before(self, engine: Engine, units: Sequence[Unit]) -> None:
        """The MT output of segments revised in an earlier run, for the report."""
        texts = ((unit, self._segments[unit.segment].text) for unit in units)
        before = [replace(unit, text=mt) for unit, mt in texts if mt != unit.text]
        if before:
            self._check(engine, before)

    def _check_document(self, engine: Engine) -> None:
        """The checks of the whole document; begun again where a wish comes between."""
        with self._wake:
            self._document_due = None
            self._in_document = True
        units = [
            unit
            for unit in map(self._unit, range(len(self._segments)))
            if unit is not None
        ]
        findings = engine.check(units, self._context, Scope.DOCUMENT)
        interrupted = self._is_interrupted()
        with self._wake:
            self._in_document = False
            if interrupted and self._document_due is None:
                self._document_due = perf_counter() + DOCUMENT_PAUSE
        if not interrupted:
            self._hand_out_news(findings)

    def _hand_out_news(self, findings: Findings) -> None:
        """What is new since the last check of the document, in parts the screen can
        take between two keys.

        Each part names a revised segment where there is one: what is found of one
        segment depends on the others, and who takes it must see that.
        """
        found = {
            index: (text, findings.suggestions.get(index, ()))
            for index, text in findings.texts.items()
        }
        news = [i for i, entry in found.items() if self._document.get(i) != entry]
        revised = next((i for i in found if i in self._targets), None)
        self._document = found
        if findings.failures:
            self._post(CheckFailed(findings.failures))
        for first in range(0, len(news), LARGEST_BATCH):
            part = set(news[first : first + LARGEST_BATCH])
            if revised is not None:
                part.add(revised)
            texts = {index: found[index][0] for index in part}
            suggestions = {index: found[index][1] for index in part}
            self._hand_out(
                Findings(scope=findings.scope, texts=texts, suggestions=suggestions)
            )
            with self._wake:
                self._wake.wait(BREATH_SECONDS)

    def _hand_out(self, findings: Findings) -> None:
        if findings.failures:
            self._post(CheckFailed(findings.failures))
        if findings.texts:
            self._post(Checked(findings))

    def _is_interrupted(self) -> bool:
        return self._stopped or (self._in_document and bool(self._urgent))

    def _unit(self, index: int) -> Unit | None:
        segment = self._segments[index]
        default = None if segment.is_furniture else segment.text
        text = self._targets.get(index, default)
        if text is None:
            return None
        return Unit(
            segment=index,
            text=text,
            mt=segment.text,
            source=self._sources.get(index),
            kind=segment.kind,
        )

    def _has_near(self) -> bool:
        return self._low >= 0 or self._high < len(self._segments)

    def _next_near(self, reach: int) -> list[int]:
        """The next unchecked segments, going outward from the centre."""
        found: list[int] = []
        count = len(self._segments)
        with self._wake:
            while len(found) < self._batch and self._has_near():
                far_below = self._centre - self._low
                below = self._low >= 0 and (
                    self._high >= count or far_below <= self._high - self._centre
                )
                index = self._low if below else self._high
                if abs(index - self._centre) > reach:
                    break
                if below:
                    self._low -= 1
                else:
                    self._high += 1
                if not self._checked[index]:
                    self._checked[index] = 1
                    found.append(index)
        return found
