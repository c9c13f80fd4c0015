"""The suggestions of a session: what the checkers found and which of it is still open.

Rule: findings count for the text they were made for; on any other text they are not
shown. Whoever changes a segment calls `refresh`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import chain

from posteditor.checkers.findings import Findings, shifted
from posteditor.checkers.merge import is_remark, merge
from posteditor.checkers.protocol import Scope
from posteditor.checkers.screening import is_known
from posteditor.model import Decision, Severity, Suggestion
from posteditor.revision import History, Revision

HERE = frozenset({Decision.DISMISSED_HERE})
ALWAYS = frozenset({Decision.DISMISSED_ALWAYS, Decision.RULE_OFF})
WIDE = ALWAYS | {Decision.DISMISSED_DOCUMENT}
DISMISSALS = HERE | WIDE

Suggestions = tuple[Suggestion, ...]


class Ledger:
    """See the module. `history` has the current revisions, `lasting` are the
    `wide_key`s dismissed always, and the rules turned off, in other sessions."""

    def __init__(
        self, history: History, *, lasting: frozenset[str] = frozenset()
    ) -> None:
        self._history = history
        self._lasting = lasting
        self._dictionary: frozenset[str] = frozenset()
        self._wide: Counter[str] = Counter()
        self._found: dict[Scope, dict[int, tuple[str, Suggestions]]] = {
            scope: {} for scope in Scope
        }
        self._baseline: dict[Scope, dict[int, Suggestions]] = {
            scope: {} for scope in Scope
        }
        self._merged: dict[int, Suggestions] = {}
        self._open: dict[int, Suggestions] = {}
        self._places: dict[str, set[int]] = {}
        # Open suggestions in all segments looked at, remarks left out.
        self.open_total = 0

    # -- reading ------------------------------------------------------------------

    def open(self, index: int) -> Suggestions:
        """The open suggestions on the current target, as `merge` orders them."""
        found = self._open.get(index)
        if found is None:
            found = self._select(index)
            self._open[index] = found
            self.open_total += _pressing(found)
        return found

    def undismissed(self, index: int, found: Iterable[Suggestion]) -> Suggestions:
        """Those of `found` that nobody dismissed, for this segment or wider, merged."""
        decisions = self._history.revision(index).decisions
        here = {r.here_key for r in decisions if r.decision in DISMISSALS}
        return merge(
            suggestion
            for suggestion in found
            if suggestion.here_key not in here
            and not is_known(suggestion, self._dictionary)
            and not any(map(self._is_wide, (suggestion.wide_key, suggestion.rule)))
        )

    def baseline(self, index: int) -> Suggestions:
        """All suggestions on the MT output, decided or not."""
        merged = self._merged.get(index)
        if merged is None:
            parts = [found.get(index, ()) for found in self._baseline.values()]
            merged = merge(chain(*parts)) if any(parts) else ()
            self._merged[index] = merged
        return merged

    def brought(self, index: int, found: Iterable[Suggestion]) -> frozenset[str]:
        """The `here_key`s of those of `found`, on another text than the MT output, that
        the MT output gave no cause for: slips of whoever revised it. None where it was
        not checked."""
        if index not in self._baseline[Scope.SEGMENT]:
            return frozenset()
        known = Counter(s.wide_key for s in self.baseline(index))
        new = set()
        for suggestion in found:
            known[suggestion.wide_key] -= 1
            if known[suggestion.wide_key] < 0 and _is_slip(suggestion):
                new.add(suggestion.here_key)
        return frozenset(new)

    def is_checked(self, index: int, scope: Scope) -> bool:
        """Do the findings belong to the current target?"""
        return self._current(scope, index, self._history.target(index)) is not None

    def checked(self) -> list[int]:
        """The segments whose current target was checked, in order."""
        found = sorted(self._found[Scope.SEGMENT])
        return [index for index in found if self.is_checked(index, Scope.SEGMENT)]

    def checked_before(self) -> list[int]:
        """The segments of which the MT output was checked, in order."""
        return sorted(self._baseline[Scope.SEGMENT])

    # -- changing -----------------------------------------------------------------

    def take(self, findings: Findings) -> set[int]:
        """Take a run's findings in, drop stale ones, say which segments changed."""
        self._take_baseline(findings)
        found = self._found[findings.scope]
        fresh = set()
        for index, text in findings.texts.items():
            suggestions = findings.suggestions.get(index, ())
            self._place(index, suggestions)
            if text == self._history.target(index):
                found[index] = (text, suggestions)
                fresh.add(index)
        for index in fresh:
            self.refresh(index)
        return fresh

    def shift(self, index: int, applied: Suggestion, old: str, new: str) -> None:
        """`applied` turned the target `old` into `new`: move the others along, until
        the next check."""
        length = len(new) - len(old) + applied.end - applied.start
        for scope in Scope:
            current = self._current(scope, index, old)
            if current is not None:
                others = tuple(s for s in current if s != applied)
                moved = shifted(others, applied.start, applied.end, length)
                self._found[scope][index] = (new, moved)
        self.refresh(index)

    def refresh(self, index: int) -> None:
        """The segment has a new revision or new findings."""
        self.open_total -= _pressing(self._open.pop(index, ()))
        self.open(index)

    def count_dismissals(self, before: Revision | None, after: Revision) -> None:
        """A segment's revision went from `before` (None: when a session is read in) to
        `after`: hide what is now dismissed beyond it, show what no longer is."""
        old = frozenset() if before is None else keys(before, WIDE)
        new = keys(after, WIDE)
        if old == new:
            return
        self._wide.update(new - old)
        self._wide.subtract(old - new)
        for key in old ^ new:
            for index in self._places.get(key, ()):
                self.refresh(index)

    def learn(self, words: frozenset[str]) -> None:
        """Hide what doubts the spelling of these words."""
        self._dictionary |= words
        for index, found in list(self._open.items()):
            if any(is_known(suggestion, words) for suggestion in found):
                self.refresh(index)

    # -- inside -------------------------------------------------------------------

    def _take_baseline(self, findings: Findings) -> None:
        """What a document-wide check says of one segment depends on the others: only a
        run over MT output alone may replace what an earlier run found."""
        texts, segments = findings.texts, self._history.segments
        untouched = [i for i, text in texts.items() if text == segments[i].text]
        replaces = findings.scope is not Scope.DOCUMENT or len(untouched) == len(texts)
        baseline = self._baseline[findings.scope]
        for index in untouched:
            if replaces or index not in baseline:
                baseline[index] = findings.suggestions.get(index, ())
                self._merged.pop(index, None)

    def _is_wide(self, key: str) -> bool:
        """Is what has this key dismissed beyond a segment?"""
        return self._wide[key] > 0 or key in self._lasting

    def _place(self, index: int, suggestions: Suggestions) -> None:
        for suggestion in suggestions:
            for key in (suggestion.wide_key, suggestion.rule):
                self._places.setdefault(key, set()).add(index)

    def _current(self, scope: Scope, index: int, target: str) -> Suggestions | None:
        """The findings of one scope on this target, or None where it is unchecked."""
        found = self._found[scope].get(index)
        if found is not None and found[0] == target:
            return found[1]
        if target == self._history.segments[index].text:
            return self._baseline[scope].get(index)
        return None

    def _select(self, index: int) -> Suggestions:
        target = self._history.target(index)
        parts = [self._current(scope, index, target) or () for scope in Scope]
        if not any(parts) or self._history.is_omitted(index):
            return ()
        return self.undismissed(index, chain(*parts))


def _pressing(found: Suggestions) -> int:
    """How many are to be answered: remarks are not."""
    return sum(not is_remark(suggestion) for suggestion in found)


def _is_slip(suggestion: Suggestion) -> bool:
    """Is it a fault of language, such as typing brings?"""
    group = suggestion.category.split("/", maxsplit=1)[0]
    return group == "fluency" and suggestion.severity.rank >= Severity.MINOR.rank


def keys(revision: Revision, decisions: Iterable[Decision]) -> frozenset[str]:
    """The `wide_key`s of a revision's decisions of these kinds."""
    return frozenset(r.wide_key for r in revision.decisions if r.decision in decisions)
