"""What the keys do, apart from any screen: a cursor over a session, and decisions.

Rule: every action works on the sentence that is current when its key is handled, and
says what it did; where the store refuses, nothing has changed and the outcome says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from posteditor.checkers.merge import listed
from posteditor.checkers.screening import is_spelling
from posteditor.checkers.vocabulary import bare
from posteditor.errors import PostEditorError
from posteditor.model import Decision, Suggestion
from posteditor.revision import EventKind, Step
from posteditor.sanitise import sanitise
from posteditor.session.session import Session
from posteditor.tui.panes import quoted
from posteditor.tui.typeset import clip

NOTE_TEXT_WIDTH = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What an action did: a note for the user (an alarm where it failed), the segment
    that changed, and whether others may have changed their suggestions."""

    note: str = ""
    alarm: bool = False
    changed: int | None = None
    widely: bool = False


NOTHING = Outcome()

_STEPS = {
    EventKind.ACCEPT: "acceptance",
    EventKind.REOPEN: "reopening",
    EventKind.REVISE: "revision",
    EventKind.RESTORE: "restoring the machine translation",
    EventKind.RETRANSLATE: "retranslation mark",
    EventKind.COMMENT: "comment",
    EventKind.OMIT: "leaving out or keeping",
    EventKind.CARRY: "carrying over",
    EventKind.TAKE_BACK: "showing again what was dismissed always",
}

_DISMISSALS = {
    Decision.DISMISSED_HERE: "Dismissed here",
    Decision.DISMISSED_DOCUMENT: "Dismissed in this document",
    Decision.DISMISSED_ALWAYS: "Dismissed for good",
    Decision.RULE_OFF: "Rule off from now on",
}


class Editor:
    """See the module. `index` is the current segment, `chosen` the current suggestion
    of it, both 0-based. A document has at least one segment. Of a segment's suggestions
    only the `most` important are listed and numbered, unless that is None."""

    def __init__(self, session: Session, *, most: int | None = None) -> None:
        self.session = session
        self._most = most
        self._lists_all = False
        last = max(len(session.segments) - 1, 0)
        self.index = max(0, min(session.record.position, last))
        self.chosen = 0
        self.search_words = ""

    # -- moving -------------------------------------------------------------------

    @property
    def count(self) -> int:
        return len(self.session.segments)

    def go(self, index: int) -> None:
        self.index = max(0, min(index, self.count - 1))
        self.chosen = 0
        self._lists_all = False

    def go_to_open(self, step: int = 1) -> Outcome:
        """The next open segment in one direction, going round at the end."""
        found = self._find(step, self.session.is_open)
        if found is None:
            return Outcome(note="No other sentence is open. s saves.")
        self.go(found)
        return NOTHING

    def go_to_suggested(self, step: int = 1) -> Outcome:
        found = self._find(step, lambda index: bool(self.session.severities(index)))
        if found is None:
            if self._is_all_checked():
                return Outcome(note="No other sentence has open suggestions.")
            return Outcome(note="No suggestions so far: not all sentences are checked.")
        self.go(found)
        return NOTHING

    def _is_all_checked(self) -> bool:
        session = self.session
        return all(
            session.is_checked(index) or session.revision(index).omitted
            for index in range(self.count)
        )

    def go_to_match(self, step: int = 1) -> Outcome:
        if not self.search_words:
            return Outcome(note="Search first: / and the words.")
        found = self._find(step, self.matches)
        if found is None:
            here = self.matches(self.index)
            words = clip(sanitise(self.search_words), NOTE_TEXT_WIDTH)
            where = "in no other sentence" if here else "in no sentence"
            return Outcome(note=f"“{words}” is {where}.")
        self.go(found)
        return NOTHING

    def matches(self, index: int) -> bool:
        """Do the search words stand in the target, the MT output or the source?"""
        words = self.search_words.casefold()
        sources = self.session.job.sources or {}
        texts = (
            self.session.target(index),
            self.session.segments[index].text,
            sources.get(index, ""),
        )
        return any(words in text.casefold() for text in texts)

    def _find(self, step: int, wanted: Callable[[int], bool]) -> int | None:
        return next((index for index in self._others(step) if wanted(index)), None)

    def _others(self, step: int) -> Iterator[int]:
        """All segments but the current one, from there on and round."""
        for distance in range(1, self.count):
            yield (self.index + step * distance) % self.count

    # -- suggestions --------------------------------------------------------------

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """Those that are listed."""
        return listed(self.session.suggestions(self.index), self.most)

    @property
    def most(self) -> int | None:
        """How many suggestions of the current segment are listed; None: all."""
        return None if self._lists_all else self._most

    @property
    def unlisted(self) -> int:
        """How many there are beyond those."""
        return len(self.session.suggestions(self.index)) - len(self.suggestions)

    def toggle_all(self) -> Outcome:
        """List all suggestions of this segment, or the most important ones again."""
        if not self._lists_all and not self.unlisted:
            return Outcome(note="All suggestions of this sentence are listed.")
        chosen = self.suggestion
        self._lists_all = not self._lists_all
        found = self.suggestions
        self.chosen = found.index(chosen) if chosen in found else 0
        return NOTHING

    @property
    def suggestion(self) -> Suggestion | None:
        """The chosen one."""
        found = self.suggestions
        return found[min(self.chosen, len(found) - 1)] if found else None

    def choose(self, step: int) -> None:
        count = len(self.suggestions)
        self.chosen = (self.chosen + step) % count if count else 0

    def choose_one_of(self, wanted: Sequence[Suggestion]) -> None:
        """Choose the first suggestion that is among these."""
        keys = {suggestion.here_key for suggestion in wanted}
        for at, suggestion in enumerate(self.suggestions):
            if suggestion.here_key in keys:
                self.chosen = at
                return

    def apply(self, number: int, choice: int = 0) -> Outcome:
        """Apply suggestion `number`, counted from 1, with replacement `choice`."""
        found = self.suggestions
        if number > len(found):
            return Outcome(note=f"There is no suggestion {number} here.")
        suggestion = found[number - 1]
        if not suggestion.replacements:
            return Outcome(note=f"Suggestion {number} is a remark: e edits the text.")
        index = self.index
        applied = False

        def act() -> None:
            nonlocal applied
            applied = self.session.apply(index, suggestion, choice)

        outcome = self._do(index, act, "")
        if outcome.alarm:
            return outcome
        self.chosen = min(self.chosen, max(len(self.suggestions) - 1, 0))
        if not applied:
            return Outcome(note="The text has changed: that suggestion is gone.")
        return Outcome(
            note=f"Applied: {_arrow(suggestion.text, suggestion.replacements[choice])}",
            changed=index,
        )

    def dismiss(self, decision: Decision) -> Outcome:
        suggestion = self.suggestion
        if suggestion is None:
            return Outcome(note="There is no suggestion to dismiss here.")
        index = self.index
        what = f"“{clip(quoted(suggestion.text), NOTE_TEXT_WIDTH)}”"
        if decision is Decision.RULE_OFF:
            what = f"{sanitise(suggestion.rule)}. u undoes."
        outcome = self._do(
            index,
            lambda: self.session.dismiss(index, suggestion, decision),
            f"{_DISMISSALS[decision]}: {what}",
            widely=decision is not Decision.DISMISSED_HERE,
        )
        self.chosen = min(self.chosen, max(len(self.suggestions) - 1, 0))
        return outcome

    def learn(self, store: Callable[[str], object]) -> Outcome:
        """Add the words that the chosen suggestion calls misspelt to the dictionary,
        which `store` keeps."""
        suggestion = self.suggestion
        if suggestion is None or not is_spelling(suggestion):
            return Outcome(note="Only words that are called misspelt can be added.")
        word = bare(suggestion.text)
        try:
            store(word)
        except PostEditorError as error:
            return Outcome(note=f"Not done: {error}", alarm=True)
        self.session.learn(word)
        self.chosen = min(self.chosen, max(len(self.suggestions) - 1, 0))
        shown = clip(sanitise(word), NOTE_TEXT_WIDTH)
        return Outcome(note=f"In your dictionary: {shown}", widely=True)

    # -- deciding -----------------------------------------------------------------

    def accept_and_go(self) -> Outcome:
        """Accept the current segment, if it is a sentence, and go to the next."""
        index = self.index
        outcome = NOTHING
        if self.session.counts(index):
            outcome = self._do(index, lambda: self.session.accept(index), "")
        if outcome.alarm:
            return outcome
        found = self.go_to_open()
        return Outcome(note=found.note, changed=outcome.changed)

    def accept_or_reopen(self) -> Outcome:
        index = self.index
        if self.session.revision(index).omitted:
            return Outcome(note="This is left out. o keeps it.")
        if not self.session.counts(index):
            return Outcome(note="This is kept. It is no sentence to accept.")
        if self.session.is_open(index):
            return self._do(index, lambda: self.session.accept(index), "Accepted.")
        return self._do(index, lambda: self.session.reopen(index), "Open again.")

    def restore(self) -> Outcome:
        index = self.index
        if not self.session.is_revised(index):
            return Outcome(note="This is the machine translation already.")
        note = "The machine translation is back. u undoes."
        return self._do(index, lambda: self.session.restore(index), note)

    def toggle_retranslate(self) -> Outcome:
        index = self.index
        on = not self.session.revision(index).retranslate
        note = "Marked for retranslation." if on else "Mark taken off."
        return self._do(index, lambda: self.session.mark_retranslate(index, on), note)

    def toggle_omit(self) -> Outcome:
        index = self.index
        on = not self.session.revision(index).omitted
        note = "Left out of the edited text." if on else "Kept in the edited text."
        return self._do(index, lambda: self.session.omit(index, on), note)

    def comment(self, index: int, text: str) -> Outcome:
        note = "Comment stored." if text else "Comment removed."
        return self._do(index, lambda: self.session.comment(index, text), note)

    def undo(self) -> Outcome:
        return self._retrace(self.session.next_undo, self.session.undo, "Undone")

    def redo(self) -> Outcome:
        return self._retrace(self.session.next_redo, self.session.redo, "Done again")

    def _retrace(
        self, step: Step | None, act: Callable[[], int | None], verb: str
    ) -> Outcome:
        if step is None:
            word = "undo" if verb == "Undone" else "do again"
            return Outcome(note=f"There is nothing to {word}.")
        note = f"{verb} in {step.segment + 1}: {described(step)}"
        outcome = self._do(step.segment, act, note, widely=is_wide(step))
        if not outcome.alarm:
            self.go(step.segment)
        return outcome

    def _do(
        self, index: int, act: Callable[[], object], note: str, *, widely: bool = False
    ) -> Outcome:
        before = self.session.revision(index)
        try:
            act()
        except PostEditorError as error:
            return Outcome(note=f"Not done: {error}", alarm=True)
        changed = index if self.session.revision(index) != before else None
        return Outcome(note=note, changed=changed, widely=widely)


def described(step: Step) -> str:
    """What a step did, in a few words."""
    known = _STEPS.get(step.kind)
    if known is not None:
        return known
    records = step.after.decisions
    if not records:
        return step.kind.value
    record = records[-1]
    if step.kind is EventKind.APPLY:
        return _arrow(record.text, record.replacement or "")
    if record.decision is Decision.RULE_OFF:
        return f"turning off rule {sanitise(record.rule)}"
    return f"dismissal of “{clip(quoted(record.text), NOTE_TEXT_WIDTH)}”"


def is_wide(step: Step) -> bool:
    """Did the step hide or show suggestions of other segments?"""
    records = step.after.decisions
    if step.kind is EventKind.TAKE_BACK:
        return True
    return step.kind is EventKind.DISMISS and bool(
        records and records[-1].decision is not Decision.DISMISSED_HERE
    )


def _arrow(old: str, new: str) -> str:
    left, right = (clip(quoted(text), NOTE_TEXT_WIDTH) for text in (old, new))
    return f"{left} → {right}"
