"""The panes beside the list, as lines of styled pieces, from a `SentenceView`.

Rule: pure functions. A pane is a heading and the lines its content needs; what is not
there takes no space.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from posteditor.checkers.merge import BROAD, is_remark
from posteditor.model import Severity, Suggestion
from posteditor.revision import DecisionRecord
from posteditor.sanitise import sanitise
from posteditor.tui.typeset import (
    Line,
    Piece,
    Run,
    clip,
    pad,
    paragraph,
    sequence,
    spread,
    wrap,
)
from posteditor.tui.view import SentenceView

if TYPE_CHECKING:
    from posteditor.diff import Op

# Unchanged words kept on each side of a change, and how many must be left out for the
# ellipsis to pay.
CONTEXT_WORDS = 4
WORTH_LEAVING_OUT = 4
LABEL_WIDTH = 13
KEYED = 9
# Replacements shown beside a suggestion; all of them are offered by `pick`.
LISTED = 4

SEVERITY_ROLES = {
    Severity.NEUTRAL: "style",
    Severity.MINOR: "warning",
    Severity.MAJOR: "error",
    Severity.CRITICAL: "error",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The lines above and below the place where a revision is typed."""

    upper: tuple[Line, ...]
    lower: tuple[Line, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        return self.upper + self.lower


def board(
    view: SentenceView,
    width: int,
    *,
    essential: bool = False,
    brackets: bool = False,
    airy: bool = True,
    terse: bool = False,
) -> Board:
    """All panes for a column of `width` cells.

    `essential` leaves out source, reference and changes; `brackets` marks changes by
    signs; `airy` puts a blank line between panes; `terse` gives the reason of the
    chosen suggestion only.
    """
    above: list[list[Line]] = []
    if view.source is not None and not essential:
        above.append(_text_pane("SOURCE", view.source, width))
    above.append(_mt_pane(view, width))
    if view.reference is not None and not essential:
        above.append(_text_pane("REFERENCE", view.reference, width))
    above.append(_revision_pane(view, width))
    below: list[list[Line]] = []
    if view.changes is not None and not essential:
        below.append(_changes_pane(view, width, brackets))
    if view.comment:
        below.append(_text_pane("COMMENT", view.comment, width))
    below.append(_suggestions_pane(view, width, terse=terse))
    upper = _joined(above, airy)
    lower = _joined(below, airy)
    return Board(upper=upper, lower=((((),) if airy else ()) + lower))


def _joined(panes: Sequence[list[Line]], airy: bool) -> tuple[Line, ...]:
    lines: list[Line] = []
    for number, pane in enumerate(panes):
        if number and airy:
            lines.append(())
        lines.extend(pane)
    return tuple(lines)


def _heading(title: str, note: str, width: int, role: str = "dim") -> Line:
    return spread([(title, "heading")], [(note, role)] if note else [], width)


def _text_pane(title: str, text: str, width: int) -> list[Line]:
    shown = text or "—"
    return [_heading(title, "", width), *paragraph(shown, width)]


def _mt_pane(view: SentenceView, width: int) -> list[Line]:
    where = f"{view.number:,} / {view.total:,}"
    marked = not view.is_revised and not view.editing
    runs = _marks(view) if marked else ()
    role = "text" if marked else "dim"
    return [
        _heading("MACHINE TRANSLATION", where, width),
        *paragraph(view.mt, width, runs, role),
    ]


def _revision_pane(view: SentenceView, width: int) -> list[Line]:
    if view.editing:
        return [_heading("REVISION", "editing", width, "accent")]
    heading = _heading("REVISION", view.status, width, _status_role(view.status))
    if not view.is_revised:
        return [heading, (("as the machine translated it", "dim"),)]
    text = view.target or "(empty)"
    return [heading, *paragraph(text, width, _marks(view))]


def _status_role(status: str) -> str:
    if status.startswith("accepted"):
        return "done"
    if status == "needs retranslation":
        return "flag"
    return "revised" if status == "revised" else "dim"


def _marks(view: SentenceView) -> tuple[Run, ...]:
    return tuple(
        Run(
            start=suggestion.start,
            end=suggestion.end,
            role=SEVERITY_ROLES[suggestion.severity],
            number=str(number),
        )
        for number, suggestion in enumerate(view.suggestions, 1)
        if not is_remark(suggestion)
    )


# -- changes --------------------------------------------------------------------------


def _changes_pane(view: SentenceView, width: int, brackets: bool) -> list[Line]:
    changes = view.changes
    if changes is None or changes.ops is None:
        note = "too long to compare here; the report has the changes"
        return [_heading("CHANGES", "", width), (((clip(note, width)), "dim"),)]
    count = f"{changes.edits} edit" + ("s" if changes.edits != 1 else "")
    ter = "" if changes.ter is None else f" · TER {changes.ter:.1f}"
    return [
        _heading("CHANGES", count + ter, width),
        *sequence(change_pieces(changes.ops, brackets), width),
    ]


def change_pieces(ops: Sequence[Op], brackets: bool) -> Iterator[Piece]:
    """A diff for reading: long unchanged stretches shortened, changes told apart."""
    from posteditor.diff import OpKind

    last = len(ops) - 1
    for number, op in enumerate(ops):
        text = sanitise(op.text)
        if op.kind is OpKind.EQUAL:
            yield _shortened(text, number > 0, number < last), "text"
        elif op.kind is OpKind.DELETE:
            yield (f"[-{text}-]" if brackets else text), "deletion"
            if not brackets and number < last and ops[number + 1].kind is OpKind.INSERT:
                yield " ", "text"
        else:
            yield (f"{{+{text}+}}" if brackets else text), "insertion"


def _shortened(text: str, change_before: bool, change_after: bool) -> str:
    words = text.split(" ")
    head = CONTEXT_WORDS + 1 if change_before else 0
    tail = CONTEXT_WORDS + 1 if change_after else 0
    if len(words) - head - tail < WORTH_LEAVING_OUT:
        return text
    kept = [*words[:head], "…", *words[len(words) - tail :]]
    return " ".join(kept)


# -- suggestions ----------------------------------------------------------------------


def _suggestions_pane(view: SentenceView, width: int, *, terse: bool) -> list[Line]:
    count = len(view.suggestions)
    remarks = sum(map(is_remark, view.suggestions))
    if count > remarks:
        note = f"{count - remarks} open"
        if view.unlisted:
            note = f"{count - remarks} of {count - remarks + view.unlisted} open"
    elif remarks:
        note = "remarks only"
    elif not view.checkers:
        note = "not checked"
    elif not view.checked:
        note = "checking…"
    else:
        note = "none open" if view.applied else "none"
    lines = [_heading("SUGGESTIONS", note, width)]
    for record in view.applied:
        lines.append(_applied_line(record, width))
    for number, suggestion in enumerate(view.suggestions, 1):
        chosen = number - 1 == view.chosen and not view.editing
        found = _suggestion_lines(
            number,
            suggestion,
            width,
            chosen=chosen and count > 1,
            brought=suggestion.here_key in view.brought,
        )
        lines.extend(found if chosen or not terse else islice(found, 1))
    if view.unlisted:
        key = (" ", "text") if view.editing else ("+", "key")
        lines.append((("  ", "text"), key, (f" {view.unlisted} more", "dim")))
    return lines


def _applied_line(record: DecisionRecord, width: int) -> Line:
    change = f"{quoted(record.text)} → {quoted(record.replacement or '')}"
    label = pad(sanitise(record.label or record.category), LABEL_WIDTH)
    left = [("  ✓ ", "done"), (f"  {label} ", "dim"), (change, "dim")]
    return spread(left, [], width)


def _suggestion_lines(
    number: int,
    suggestion: Suggestion,
    width: int,
    *,
    chosen: bool,
    brought: bool = False,
) -> Iterator[Line]:
    """Two or more lines: what is suggested, then why, indented below it. What was
    `brought` by the revision is told apart."""
    role = SEVERITY_ROLES[suggestion.severity]
    label = sanitise(suggestion.label or suggestion.category)
    is_keyed = number <= KEYED and not is_remark(suggestion)
    key = str(number) if is_keyed else " "
    lead: list[Piece] = [
        ("▸ " if chosen else "  ", "accent"),
        (f"{key} ", "key"),
        (f"{suggestion.severity.letter} ", role),
        (pad(label, LABEL_WIDTH) + " ", role),
    ]
    indent = 2 + 2 + 2 + LABEL_WIDTH + 1
    if width < indent + 24:
        yield spread(lead, [], width)
        lead, indent = [("    ", "text")], 4
    reason = sanitise(suggestion.message)
    if suggestion.source_phrase:
        reason += f" · source: {sanitise(suggestion.source_phrase)}"
    if suggestion.also:
        reason += f" · also {sanitise(', '.join(suggestion.also))}"
    if brought:
        reason += " · new in the revision"
    body = list(_change(suggestion))
    if is_remark(suggestion) and len(suggestion.text) > BROAD:
        body, reason = [(reason, "text")], ""
    for count, line in enumerate(sequence(body, width - indent)):
        yield (*lead, *line) if not count else ((" " * indent, "text"), *line)
    for start, end in wrap(reason, width - indent) if reason else ():
        yield (" " * indent, "text"), (reason[start:end], "dim")


def _change(suggestion: Suggestion) -> Iterator[Piece]:
    yield quoted(suggestion.text), "text"
    if not suggestion.replacements:
        return
    yield " → ", "dim"
    for number, replacement in enumerate(suggestion.replacements[:LISTED]):
        if number:
            yield " · ", "dim"
        yield quoted(replacement), "strong"
    if len(suggestion.replacements) > LISTED:
        yield " · …", "dim"


def quoted(text: str) -> str:
    """A span as it is shown in a line: what would be invisible gets a name."""
    if not text:
        return "(nothing)"
    if text.isspace():
        return "(space)" if len(text) == 1 else f"({len(text)} spaces)"
    return sanitise(text)
