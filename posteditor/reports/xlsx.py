"""The report as a workbook: a summary, and a sentence a row.

Rule: figures are numbers, so that they can be sorted and summed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from posteditor.model import Decision
from posteditor.reports.content import ReportContent
from posteditor.reports.rates import rates
from posteditor.reports.sentences import Sentence
from posteditor.reports.wording import (
    CATEGORY_NAMES,
    DECISION_NAMES,
    FATE_NAMES,
    KIND_NAMES,
    category_name,
    date_and_time,
    language_name,
    lead,
)
from posteditor.reports.workbook import Cell, Column, Workbook

_Cells = Callable[[Sentence], Cell]
Part = tuple[str, Sequence[Column], Sequence[Sequence[Cell]]]
_ROLES = {"pe": "Revision", "ref": "Reference", "source": "Source"}


def write_xlsx(content: ReportContent) -> bytes:
    """The bytes of a .xlsx file."""
    book = Workbook(
        f"{content.name}: post-editing report",
        content.editor or "posteditor",
        content.date,
    )
    book.add_parts("Summary", (28, 24, 20, 12, 12, 12, 12, 60), _summary(content))
    columns = _columns(content)
    book.add(
        "Sentences",
        [column for column, _ in columns],
        ([cell(one) for _, cell in columns] for one in content.sentences),
    )
    return book.done()


def _columns(content: ReportContent) -> list[tuple[Column, _Cells]]:
    """The columns and what stands in them; texts that no sentence has are left out."""
    sentences, hter = content.sentences, rates(content)
    texts: list[tuple[str, _Cells, bool]] = [
        ("Source", lambda one: one.source, any(one.source for one in sentences)),
        ("Machine translation", lambda one: one.mt, True),
        ("Revision", lambda one: one.target, True),
        ("Changes", lambda one: one.ops if one.is_changed else None, True),
        (
            "Reference",
            lambda one: one.reference,
            any(one.reference for one in sentences),
        ),
    ]
    return [
        (Column(title="No.", width=6), lambda one: one.number),
        (Column(title="Kind", width=12), _kind),
        *((Column(title=title, width=42), cell) for title, cell, used in texts if used),
        (Column(title="State", width=14), lambda one: FATE_NAMES[one.fate][1]),
        (Column(title="Accepted", width=10), _accepted),
        (Column(title="Edits", width=8), lambda one: one.edits.edits),
        (Column(title="HTER", width=8, digits=1), lambda one: hter.get(one.number)),
        (Column(title="Open suggestions", width=34), _open),
        (Column(title="Decisions", width=34), lambda one: "\n".join(_decisions(one))),
        (Column(title="Comment", width=30), lambda one: one.comment),
    ]


def _kind(sentence: Sentence) -> str:
    return sentence.furniture or KIND_NAMES[sentence.kind] or "sentence"


def _accepted(sentence: Sentence) -> str:
    if not sentence.is_scored:
        return ""
    return "yes" if sentence.is_done else "no"


def _open(sentence: Sentence) -> str:
    return "\n".join(
        f"{one.text}: {one.message} ({one.rule})" for one in sentence.suggestions or ()
    )


def _decisions(sentence: Sentence) -> Iterator[str]:
    for record in sentence.decisions:
        _, name = DECISION_NAMES[record.decision]
        come = ""
        if record.decision is Decision.ACCEPTED and record.replacement is not None:
            come = f" → {record.replacement}"
        yield f"{name}: {record.text}{come}: {record.message} ({record.rule})"


def _summary(content: ReportContent) -> Iterator[Part]:
    fact = (Column(title=""), Column(title=""))
    yield f"{content.name}: post-editing report", fact, list(_facts(content))
    yield "Scores", _SCORE, list(_scores(content))
    edits = content.counts.edits
    yield (
        "Edits by kind",
        (Column(title="Kind"), Column(title="Edits")),
        [
            (CATEGORY_NAMES[kind], count)
            for kind, count in sorted(
                edits.categories.items(), key=lambda item: (-item[1], item[0])
            )
        ],
    )
    yield (
        "Suggestions by category",
        [Column(title=title) for title in _FATES],
        [
            (
                category_name(row.category),
                *(row.found, row.applied, row.dismissed, row.open),
            )
            for row in content.counts.categories
        ],
    )


_FATES = ("Category", "Found", "Applied", "Dismissed", "Open")
_SCORE = (
    *(Column(title=title) for title in ("Metric", "Of", "Against")),
    *(Column(title=title, digits=2) for title in ("Value", "95 % from", "to")),
    *(Column(title=title) for title in ("Sentences", "Signature")),
)
_SYSTEMS = {"mt": "machine translation", "pe": "revision", "ref": "reference"}


def _scores(content: ReportContent) -> Iterator[Sequence[Cell]]:
    for score in content.scores:
        low, high = score.interval or (None, None)
        yield (
            f"{score.metric} (mean of sentences)" if score.is_mean else score.metric,
            _SYSTEMS.get(score.system, score.system),
            _SYSTEMS.get(score.against, score.against),
            *(score.value, low, high, score.segments, score.signature),
        )


def _facts(content: ReportContent) -> Iterator[tuple[str, Cell]]:
    counts = content.counts
    yield "In short", lead(counts)
    for remark in content.remarks:
        yield "Note", remark
    yield "From", language_name(content.source_lang)
    yield "Into", language_name(content.target_lang)
    yield "Level", str(content.level)
    if content.editor:
        yield "Editor", content.editor
    if content.used:
        yield "Last edited", date_and_time(content.used)
    yield "Reported", date_and_time(content.date)
    if content.session:
        yield "Session", content.session
    yield "MT output", content.path
    yield "SHA-256", content.sha256
    for one in content.inputs:
        yield _ROLES.get(one.role, one.role), one.path
        yield "SHA-256", one.sha256
    yield "Sentences", counts.sentences
    yield "accepted", counts.done
    yield "accepted unchanged", counts.accepted
    yield "revised", counts.touched
    yield "open", counts.open
    yield "to be translated again", counts.retranslate
    yield "left out", counts.omitted
    yield "Words before", counts.words_mt
    yield "Words after", counts.words_pe
    yield "Edits", counts.edits.edits
    yield "Made with", f"posteditor {content.version}"
    for name, version in content.checkers.items():
        yield "Checker", f"{name} {version}"
