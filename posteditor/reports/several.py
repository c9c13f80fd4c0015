"""Several sessions put together: by editor, by document, over time.

Rule: what is summed are counts, and rates are made of the sums; a session counts once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from posteditor.model import Decision
from posteditor.reports.content import ReportContent
from posteditor.reports.wording import plural
from posteditor.scoring.effort import Effort

NOBODY = "not named"
# Days are told apart in reports on no more than so many, months in others.
MOST_DAYS = timedelta(days=62)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """Figures that add up. Sentences are those that count; words are those of MT output
    and revision; `decisions` are counted by what was decided."""

    sessions: int = 0
    sentences: int = 0
    accepted: int = 0
    revised: int = 0
    retranslate: int = 0
    words_mt: int = 0
    words_pe: int = 0
    edits: int = 0
    effort: Effort = field(default_factory=Effort)
    decisions: Counter[Decision] = field(default_factory=Counter)

    def __add__(self, other: Sums) -> Sums:
        return Sums(
            **{name: getattr(self, name) + getattr(other, name) for name in _NUMBERS},
            effort=self.effort + other.effort,
            decisions=self.decisions + other.decisions,
        )

    @property
    def hter(self) -> float | None:
        """Edits per 100 words of the revisions; None where there are none."""
        return self.effort.hter if self.effort.segments else None

    @property
    def applied(self) -> int:
        return self.decisions[Decision.ACCEPTED]

    @property
    def dismissed(self) -> int:
        return self.decisions.total() - self.applied


_NUMBERS = (
    *("sessions", "sentences", "accepted", "revised", "retranslate"),
    *("words_mt", "words_pe", "edits"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One session."""

    session: str
    name: str
    path: str
    editor: str
    begun: datetime | None
    used: datetime
    sums: Sums
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The sessions that share an editor, a document or a time."""

    name: str
    sums: Sums


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio:
    """All that a report on several sessions says. `period` is "day" or "month"."""

    date: datetime
    version: str
    entries: tuple[Entry, ...]
    total: Sums
    editors: tuple[Group, ...]
    documents: tuple[Group, ...]
    times: tuple[Group, ...]
    period: str
    remarks: tuple[str, ...] = ()


def portfolio(
    contents: Iterable[ReportContent],
    *,
    now: datetime,
    version: str,
    left_out: int = 0,
) -> Portfolio:
    """The sessions in the order of their last use. `left_out` of others went into one
    of these."""
    entries = sorted((_entry(one) for one in contents), key=lambda one: one.used)
    span = entries[-1].used - entries[0].used if entries else timedelta()
    period, pattern = ("month", "%Y-%m") if span > MOST_DAYS else ("day", "%Y-%m-%d")
    remarks = [
        remark if remark.startswith(one.path) else f"{one.path}: {remark}"
        for one in entries
        for remark in one.remarks
    ]
    if left_out:
        verb = "is" if left_out == 1 else "are"
        remarks.append(
            f"{plural(left_out, 'earlier session')} whose decisions later ones took "
            f"over {verb} left out"
        )
    return Portfolio(
        date=now,
        version=version,
        entries=tuple(entries),
        total=_total(entries),
        editors=_groups(entries, lambda one: one.editor or NOBODY),
        documents=_groups(entries, lambda one: one.path),
        times=_groups(
            entries, lambda one: one.used.astimezone(now.tzinfo).strftime(pattern)
        ),
        period=period,
        remarks=tuple(remarks),
    )


def _entry(content: ReportContent) -> Entry:
    counts = content.counts
    decisions = Counter(
        record.decision for one in content.sentences for record in one.decisions
    )
    return Entry(
        session=content.session,
        name=content.name,
        path=content.path,
        editor=content.editor,
        begun=content.begun,
        used=content.used or content.date,
        sums=Sums(
            sessions=1,
            sentences=counts.sentences,
            accepted=counts.done,
            revised=counts.touched,
            retranslate=counts.retranslate,
            words_mt=counts.words_mt,
            words_pe=counts.words_pe,
            edits=counts.edits.edits,
            effort=content.effort or Effort(),
            decisions=decisions,
        ),
        remarks=content.remarks,
    )


def _groups(entries: Sequence[Entry], key: Callable[[Entry], str]) -> tuple[Group, ...]:
    """Groups in the order of their names."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for one in entries:
        found[key(one)].append(one)
    return tuple(Group(name=name, sums=_total(found[name])) for name in sorted(found))


def _total(entries: Iterable[Entry]) -> Sums:
    return sum((one.sums for one in entries), start=Sums())
