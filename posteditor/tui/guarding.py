"""The gate before an acceptance: shows first what an edit may have lost or brought.

Rules: a sentence is held once for the same remarks, and the second press lets it
through; one that was not revised is held only for remarks nobody has seen yet. Nothing
waits for a worker.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from posteditor.checkers.findings import Findings
from posteditor.model import Suggestion
from posteditor.session.session import Session

GUARDS = "guards"
# More kinds of remarks than this are only counted.
KINDS_NAMED = 2

_NOUNS = {
    "number": ("number", "numbers"),
    "date": ("date", "dates"),
    "name": ("name", "names"),
    "abbreviation": ("abbreviation", "abbreviations"),
    "link": ("address", "addresses"),
    "negation": ("negation", "negations"),
    "clause": ("clause", "clauses"),
    "bracket": ("bracket", "brackets"),
    "start": ("beginning", "beginnings"),
    "end": ("ending", "endings"),
}
_NEW = ("new fault", "new faults")


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Why a sentence is not accepted yet. `findings` are the guards' on its text."""

    findings: Findings
    remarks: tuple[Suggestion, ...]
    note: str


class Gate:
    """See the module. `guard` says at once what the guards find in a segment, or in a
    text typed in it; None while they are not open yet."""

    def __init__(
        self,
        session: Session,
        guard: Callable[[int, str | None], Findings | None],
    ) -> None:
        self._session = session
        self._guard = guard
        self._told: dict[int, set[str]] = {}

    def saw(self, index: int, suggestions: Iterable[Suggestion]) -> None:
        """The panes showed these of segment `index`, as the machine translated it."""
        found = {s.here_key for s in suggestions if is_guard(s)}
        if found:
            self._told.setdefault(index, set()).update(found)

    def hold(
        self,
        index: int,
        text: str | None = None,
        found: Sequence[Suggestion] | None = None,
    ) -> Held | None:
        """What is to be shown before segment `index` is accepted, or None. `text` and
        `found`, the suggestions on it, while it is typed."""
        session = self._session
        findings = self._guard(index, text)
        if findings is None:
            return None
        mt = session.segments[index].text
        is_revised = (session.target(index) if text is None else text) != mt
        others = session.suggestions(index) if found is None else found
        guards = session.undismissed(index, findings.suggestions.get(index, ()))
        brought = session.brought(index, others) if is_revised else frozenset()
        remarks = (
            *guards,
            *(s for s in others if s.here_key in brought and not is_guard(s)),
        )
        told = self._told.setdefault(index, set())
        keys = {remark.here_key for remark in remarks}
        if keys <= told:
            return None
        told |= keys
        return Held(findings=findings, remarks=remarks, note=_note(remarks, is_revised))


def is_guard(suggestion: Suggestion) -> bool:
    return suggestion.checker == GUARDS


def _note(remarks: Sequence[Suggestion], is_revised: bool) -> str:
    """One line: how many of what, and what the same key does now."""
    source = [s for s in remarks if s.rule.startswith("guard/source-")]
    against = "the source" if len(source) == len(remarks) else "the MT"
    counts = Counter(_nouns(remark) for remark in remarks)
    total = len(remarks)
    if len(counts) > KINDS_NAMED:
        what = f"{total} remarks on {'your changes' if is_revised else 'this'}"
    else:
        what = " and ".join(
            f"{count} {nouns[count > 1]}" for nouns, count in counts.items()
        )
        if _NEW not in counts:
            what += f" {'differs' if total == 1 else 'differ'} from {against}"
    return f"{what}: accept again to keep {'your version' if is_revised else 'it'}."


def _nouns(remark: Suggestion) -> tuple[str, str]:
    kind = remark.rule.removeprefix("guard/").removeprefix("source-")
    return _NOUNS.get(kind, _NEW) if is_guard(remark) else _NEW
