"""The LingoTweaker checker: LanguageTool's rules for other languages, without Java.

Rules: only languages whose data package is installed, never English, which has better;
the engine lives in a process of its own that ends with this one.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import threading
import weakref
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import Any

from posteditor.checkers import lingotweaker_worker
from posteditor.checkers.batches import Batch, batches
from posteditor.checkers.languagetool.client import Flag
from posteditor.checkers.languagetool.languages import code
from posteditor.checkers.languagetool.meaning import suggestion
from posteditor.checkers.offsets import Offsets, readable
from posteditor.checkers.protocol import CheckContext, Scope, Unit
from posteditor.errors import ServiceError
from posteditor.model import Suggestion
from posteditor.sanitise import sanitise

# Code points in a request; this much takes a second.
BATCH = 4_000
_END_SECONDS = 5.0

# What the rules of this program find already, and what reads across sentences.
NOT_SHOWN = frozenset(
    {
        "COMMA_PARENTHESIS_WHITESPACE",
        "CONSECUTIVE_SPACES",
        "GERMAN_WORD_REPEAT_BEGINNING_RULE",
        "PUNCTUATION_PARAGRAPH_END",
        "UPPERCASE_SENTENCE_START",
        "WHITESPACE_RULE",
    }
)


class LingoTweakerChecker:
    """One object serves many threads, one after the other."""

    name = "lingotweaker"
    scope = Scope.LATE
    rule_ids = frozenset({name})

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._workers: dict[str, subprocess.Popen[str]] = {}

    @property
    def version(self) -> str:
        try:
            return version("lingotweaker")
        except PackageNotFoundError:
            return "not installed"

    def supports(self, target_lang: str) -> bool:
        """Is the data of this language installed?"""
        base = re.split("[-_]", target_lang)[0].lower()
        if base == "en" or re.fullmatch("[a-z]{2,3}", base) is None:
            return False
        return find_spec(f"lingotweaker_data_{base}") is not None

    def close(self) -> None:
        with self._lock:
            while self._workers:
                _end(self._workers.popitem()[1])

    def check(
        self, units: Sequence[Unit], context: CheckContext
    ) -> Sequence[Suggestion]:
        """Flags of LanguageTool's rules. `ServiceError` where the engine ends."""
        found: list[Suggestion] = []
        full = [unit for unit in units if unit.text.strip()]
        for batch in batches(full, BATCH):
            if context.cancelled():
                break
            with self._lock:
                matches = self._ask(code(context.target_lang), readable(batch.text))
            found.extend(_suggestions(matches, batch, context))
        return found

    def _ask(self, language: str, text: str) -> list[Mapping[str, Any]]:
        worker = self._workers.get(language)
        if worker is None:
            worker = self._workers[language] = _start(language)
            weakref.finalize(self, _end, worker)
            opened = _answer(worker)
            if "error" in opened:
                raise ServiceError(f"LingoTweaker: {sanitise(str(opened['error']))}")
        assert worker.stdin is not None
        try:
            worker.stdin.write(json.dumps(text) + "\n")
            worker.stdin.flush()
        except OSError as error:
            raise _ended() from error
        answer: list[Mapping[str, Any]] = _answer(worker)
        return answer


def _start(language: str) -> subprocess.Popen[str]:
    try:
        return subprocess.Popen(
            # Not with the folder of the script before the libraries.
            [sys.executable, "-P", lingotweaker_worker.__file__, language],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            start_new_session=True,
        )
    except OSError as error:
        told = error.strerror or error
        raise ServiceError(f"LingoTweaker cannot be started: {told}") from error


def _answer(worker: subprocess.Popen[str]) -> Any:
    assert worker.stdout is not None
    try:
        return json.loads(worker.stdout.readline())
    except ValueError as error:
        raise _ended() from error


def _ended() -> ServiceError:
    return ServiceError("LingoTweaker has ended")


def _end(worker: subprocess.Popen[str]) -> None:
    """It ends with its standard input, if it is not opening a language just now."""
    for stream in (worker.stdin, worker.stdout):
        if stream is not None:
            with suppress(OSError):
                stream.close()
    worker.kill()
    worker.wait(_END_SECONDS)


def _suggestions(
    matches: Sequence[Mapping[str, Any]], batch: Batch, context: CheckContext
) -> list[Suggestion]:
    offsets = Offsets.utf8(readable(batch.text))
    found = []
    for match in matches:
        flag = _flag(match, offsets)
        place = batch.find(flag.start, flag.end)
        if place is None or flag.rule in NOT_SHOWN:
            continue
        unit, start, end = place
        placed = replace(flag, start=start, end=end)
        made = suggestion(placed, unit, context, checker=LingoTweakerChecker.name)
        if made is not None:
            found.append(made)
    return found


_TAG = re.compile(r"</?suggestion>")


def _flag(match: Mapping[str, Any], offsets: Offsets) -> Flag:
    """A match as the engine gives it, its offsets in bytes of UTF-8."""
    start = int(match["offset"])
    return Flag(
        start=offsets.code_point(start),
        end=offsets.code_point(start + int(match["length"])),
        rule=str(match["rule_id"]),
        message=_TAG.sub("”", str(match["message"]).replace("<suggestion>", "“")),
        replacements=tuple(map(str, match["suggestions"])),
        category=str(match["category_id"]),
        issue_type=str(match["issue_type"]).lower(),
    )
