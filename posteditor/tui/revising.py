"""A revision while it is typed: its marks, its draft, and what becomes of it.

Rule: plain state beside the text area; texts here are the document's own, not the
area's. A result counts only for the text it was made for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from posteditor.checkers.findings import Findings, shifted
from posteditor.checkers.merge import listed
from posteditor.checkers.protocol import Scope
from posteditor.model import Decision, Suggestion
from posteditor.revision import DecisionRecord
from posteditor.session.session import Session


@dataclass(slots=True)
class Revising:
    """Segment `index` of `session` being edited; `text` is what stands there now.
    `most`: see `Editor`."""

    session: Session
    index: int
    text: str
    suggestions: tuple[Suggestion, ...] = ()
    drafted: str = ""
    most: int | None = None
    applied: list[DecisionRecord] = field(default_factory=list)
    checkers: dict[Scope, set[str]] = field(
        default_factory=lambda: {scope: set() for scope in Scope}
    )

    @classmethod
    def begin(
        cls,
        session: Session,
        index: int,
        text: str | None = None,
        *,
        most: int | None = None,
    ) -> Revising:
        """Start from the current target, or from a draft of it."""
        target = session.target(index)
        revising = cls(
            session=session,
            index=index,
            text=target,
            suggestions=session.suggestions(index),
            drafted=target,
            most=most,
        )
        if text is not None and text != target:
            revising.change(text)
            revising.drafted = text
        return revising

    def change(self, text: str) -> None:
        """The text is another one: move the marks along until the next check."""
        old = self.text
        if text == old:
            return
        start = _common_start(old, text)
        tail = _common_end(old, text, start)
        end, new_end = len(old) - tail, len(text) - tail
        moved = shifted(self.suggestions, start, end, new_end - start)
        self.suggestions = tuple(s for s in moved if text[s.start : s.end] == s.text)
        self.text = text

    def take(self, findings: Findings) -> bool:
        """Take results for this very text in; False where they are for another."""
        if findings.texts.get(self.index) != self.text:
            return False
        found = findings.suggestions.get(self.index, ())
        own = self.checkers[findings.scope]
        own |= {s.checker for s in found}
        if findings.scope is Scope.SEGMENT:
            others = set().union(*self.checkers.values()) - own
            kept = [s for s in self.suggestions if s.checker in others]
        else:
            kept = [s for s in self.suggestions if s.checker not in own]
        self.suggestions = self.session.undismissed(self.index, [*found, *kept])
        return True

    @property
    def listed(self) -> tuple[Suggestion, ...]:
        """The suggestions that are shown and numbered."""
        return listed(self.suggestions, self.most)

    def suggestion(self, number: int) -> Suggestion | None:
        """Suggestion `number`, counted from 1, if it has something to put in."""
        found = self.listed
        if number > len(found):
            return None
        suggestion = found[number - 1]
        return suggestion if suggestion.replacements else None

    def note_applied(self, suggestion: Suggestion) -> None:
        record = DecisionRecord.of(
            suggestion, Decision.ACCEPTED, suggestion.replacements[0]
        )
        self.applied.append(record)

    def save_draft(self) -> None:
        """Store what was typed since the last time. `StoreError` as the store's."""
        if self.text != self.drafted:
            self.session.save_draft(self.index, self.text)
            self.drafted = self.text

    def keep(self, *, accept: bool) -> None:
        """Make what was typed the target."""
        self.session.revise(
            self.index, self.text, accept=accept, applied=self._still_applied()
        )

    def cancel(self) -> bool:
        """Go back to the target as it was; redo brings what was typed. True where there
        was something to drop."""
        return self.session.drop(self.index, self.text, applied=self._still_applied())

    def _still_applied(self) -> tuple[DecisionRecord, ...]:
        """Applied suggestions whose words still stand in the text."""
        return tuple(
            record
            for record in dict.fromkeys(self.applied)
            if (record.replacement or "") in self.text
            and record.here_key not in _keys(self.suggestions)
        )


def _keys(suggestions: Iterable[Suggestion]) -> set[str]:
    return {suggestion.here_key for suggestion in suggestions}


def _common_start(old: str, new: str) -> int:
    length = min(len(old), len(new))
    for at in range(length):
        if old[at] != new[at]:
            return at
    return length


def _common_end(old: str, new: str, start: int) -> int:
    length = min(len(old), len(new)) - start
    for back in range(length):
        if old[-1 - back] != new[-1 - back]:
            return back
    return length
