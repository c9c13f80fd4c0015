"""The LanguageTool checker: units in, what a server finds in them out.

Rules: a server is asked, or started, when there is something to check; a text that it
refuses is left out with one notice, a server that fails leaves out the checker.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from posteditor.checkers.batches import Batch, batches
from posteditor.checkers.languagetool.client import Client, Flag, RefusedError
from posteditor.checkers.languagetool.installation import Installation
from posteditor.checkers.languagetool.languages import code, knows
from posteditor.checkers.languagetool.meaning import suggestion
from posteditor.checkers.languagetool.server import CancelledError, LocalServer
from posteditor.checkers.offsets import Offsets, readable
from posteditor.checkers.protocol import CheckContext, Scope, Unit
from posteditor.config import LanguageTool
from posteditor.errors import ServiceError
from posteditor.model import Suggestion

# Code points in a request: a public server takes 20,000, and this much costs a second.
BATCH = 8_000

# Rules that read across sentences, which are joined here by chance, and spaces, which
# the rules of this program read already.
NOT_ASKED = (
    "CONSECUTIVE_SPACES",
    "ENGLISH_WORD_REPEAT_BEGINNING_RULE",
    "EN_REPEATEDWORDS",
    "GERMAN_WORD_REPEAT_BEGINNING_RULE",
    "PUNCTUATION_PARAGRAPH_END",
    "TOO_LONG_PARAGRAPH",
    "UPPERCASE_SENTENCE_START",
    "WHITESPACE_RULE",
)


class LanguageToolChecker:
    """What a server of the settings finds. One object serves many threads."""

    name = "languagetool"
    scope = Scope.LATE
    rule_ids = frozenset({name})

    def __init__(self, wishes: LanguageTool, environ: Mapping[str, str]) -> None:
        self._wishes = wishes
        self._lock = threading.Lock()
        self._notices: list[str] = []
        self._version = ""
        self._shared = (
            Client(wishes.url, timeout=wishes.timeout) if wishes.url else None
        )
        self._server = LocalServer(
            Installation.of_user(environ), max_heap=wishes.max_heap, environ=environ
        )

    @property
    def version(self) -> str:
        """The server's, once it has answered."""
        return self._version or "not asked yet"

    def supports(self, target_lang: str) -> bool:
        return knows(target_lang)

    def close(self) -> None:
        """End the server of one's own, if it runs."""
        self._server.close()

    def check(
        self, units: Sequence[Unit], context: CheckContext
    ) -> Sequence[Suggestion]:
        """Flags of the server's rules. A unit with a source is sent with it, alone;
        others many at a time. `ServiceError` where the server fails."""
        full = [unit for unit in units if unit.text.strip()]
        if not full or context.cancelled():
            return []
        try:
            client = self._client(context.cancelled)
        except CancelledError:
            return []
        found: list[Suggestion] = []
        for batch in self._grouped(full, context.source_lang):
            if context.cancelled():
                break
            found.extend(self._ask(client, batch, context))
        return found

    def take_notices(self) -> list[str]:
        with self._lock:
            taken, self._notices = self._notices, []
        return taken

    def _client(self, cancelled: Callable[[], bool]) -> Client:
        if self._shared is not None:
            return self._shared
        url = self._server.url(cancelled)
        return Client(url, timeout=self._wishes.timeout)

    def _ask(
        self, client: Client, batch: Batch, context: CheckContext
    ) -> Iterator[Suggestion]:
        """What the server finds; where it refuses, in ever smaller parts."""
        try:
            answer = client.check(self._fields(batch, context))
        except RefusedError as error:
            if len(batch.units) > 1:
                for half in batch.halves():
                    yield from self._ask(client, half, context)
            else:
                self._leave_out(batch.units[0], error)
            return
        self._version = answer.version
        offsets = Offsets.utf16(batch.text)
        for match in answer.matches:
            flag = _flag(match, offsets, client)
            place = batch.find(flag.start, flag.end)
            if place is not None:
                yield from _suggestions(flag, *place, context)

    def _leave_out(self, unit: Unit, error: ServiceError) -> None:
        with self._lock:
            self._notices.append(f"sentence {unit.segment + 1} is left out: {error}")

    def _fields(self, batch: Batch, context: CheckContext) -> dict[str, str]:
        wishes = self._wishes
        off = {*NOT_ASKED, *wishes.rules_off} - set(wishes.rules_on)
        fields = {
            "language": code(context.target_lang),
            "text": readable(batch.text),
            "disabledRules": ",".join(sorted(off)),
        }
        if wishes.rules_on:
            fields["enabledRules"] = ",".join(wishes.rules_on)
        if wishes.picky:
            fields["level"] = "picky"
        tongue = wishes.mother_tongue or context.source_lang
        if tongue is not None and knows(tongue):
            fields["motherTongue"] = code(tongue)
        source = self._source(batch.units[0], context.source_lang)
        if source is not None and context.source_lang is not None:
            fields["sourceText"] = readable(source)
            fields["sourceLanguage"] = code(context.source_lang)
        return fields

    def _grouped(
        self, units: Sequence[Unit], source_lang: str | None
    ) -> Iterator[Batch]:
        """The server pairs one source with one text."""
        pairs = [unit for unit in units if self._source(unit, source_lang)]
        alone = [unit for unit in units if not self._source(unit, source_lang)]
        yield from batches(alone, BATCH)
        for unit in pairs:
            yield Batch([unit])

    def _source(self, unit: Unit, source_lang: str | None) -> str | None:
        """The source to send: one in a language that the server reads."""
        if not self._wishes.bilingual or source_lang is None:
            return None
        return unit.source if unit.source and knows(source_lang) else None


def _flag(match: Mapping[str, Any], offsets: Offsets, client: Client) -> Flag:
    """A match as the server sends it, its offsets in UTF-16 units."""
    try:
        start, length = int(match["offset"]), int(match["length"])
        rule = match["rule"]
        return Flag(
            start=offsets.code_point(start),
            end=offsets.code_point(start + length),
            rule=str(rule["id"]),
            message=str(match["message"]),
            replacements=tuple(str(each["value"]) for each in match["replacements"]),
            category=str(rule["category"]["id"]),
            issue_type=str(rule["issueType"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ServiceError(
            f"{client.base} does not answer as a LanguageTool server"
        ) from error


def _suggestions(
    flag: Flag, unit: Unit, start: int, end: int, context: CheckContext
) -> Iterator[Suggestion]:
    placed = replace(flag, start=start, end=end)
    found = suggestion(placed, unit, context, checker=LanguageToolChecker.name)
    if found is not None:
        yield found
