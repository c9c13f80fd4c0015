"""Reports on several sessions as HTML, Markdown, JSON (version 1) and a workbook.

{"version": 1, "kind": "portfolio", "made": {"posteditor", "date"},
 "remarks": ["what the report lacks"], "total": sums,
 "editors": [{"name", …sums}], "documents": […], "times": […], "period": "day|month",
 "sessions": [{"session", "name", "path", "editor", "begun", "used", "remarks", …sums}]}

Sums are "sessions", "sentences", "accepted", "revised", "retranslate", "words": {"mt",
"pe"}, "edits", "hter" (null where there is nothing to score), "decisions": {"accepted",
"dismissed-here", …} and "effort" as in a scores file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from posteditor.model import Decision
from posteditor.reports.jsonreport import encoded, iso
from posteditor.reports.markup import code, escaped, table
from posteditor.reports.several import Entry, Group, Portfolio, Sums
from posteditor.reports.wording import date_and_time, number, plural
from posteditor.reports.workbook import Cell, Column, Workbook
from posteditor.scoring.effort import effort_dict

VERSION = 1
HEADERS = (
    *("Sessions", "Sentences", "Accepted", "Revised", "Words", "Edits", "HTER"),
    *("Untouched", "Light", "Heavy", "Applied", "Dismissed"),
)


def figures(sums: Sums) -> tuple[int | float | None, ...]:
    """A figure for each of `HEADERS`."""
    effort = sums.effort
    return (
        *(sums.sessions, sums.sentences, sums.accepted, sums.revised, sums.words_pe),
        *(sums.edits, sums.hter, effort.untouched, effort.light, effort.heavy),
        *(sums.applied, sums.dismissed),
    )


def parts(found: Portfolio) -> Iterator[tuple[str, str, Sequence[Group]]]:
    """Title, what the first column is, and the groups."""
    yield "Together", "All", [Group(name="all sessions", sums=found.total)]
    yield "By editor", "Editor", found.editors
    yield "By document", "Document", found.documents
    yield "Over time", found.period.capitalize(), found.times


def summary(found: Portfolio) -> str:
    """What it comes to, in one sentence."""
    total = found.total
    rate = "" if total.hter is None else f", HTER {number(total.hter)}"
    return (
        f"{plural(total.sessions, 'session')} of "
        f"{plural(len(found.documents), 'document')}: of "
        f"{plural(total.sentences, 'sentence')} {total.accepted:,} accepted, "
        f"{total.revised:,} revised{rate}."
    )


def several_json(found: Portfolio) -> bytes:
    """As UTF-8."""
    return encoded(
        {
            "version": VERSION,
            "kind": "portfolio",
            "made": {"posteditor": found.version, "date": iso(found.date)},
            "remarks": list(found.remarks),
            "total": _sums(found.total),
            "editors": [_group(one) for one in found.editors],
            "documents": [_group(one) for one in found.documents],
            "times": [_group(one) for one in found.times],
            "period": found.period,
            "sessions": [_session(one) for one in found.entries],
        }
    )


def several_markdown(found: Portfolio) -> bytes:
    """As UTF-8."""
    lines = ["# Post-editing report", "", summary(found)]
    for remark in found.remarks:
        lines += "", f"**Note:** {escaped(remark)}"
    for title, what, groups in parts(found):
        rows = [(escaped(one.name), *shown(one.sums)) for one in groups]
        lines += "", f"## {title}", "", *table((what, *HEADERS), rows)
    lines += "", "## Sessions", ""
    lines += table(
        ("Session", "Document", "Editor", "Last edited", *HEADERS[1:]),
        (
            (
                code(one.session, in_table=True),
                escaped(one.name),
                escaped(one.editor),
                date_and_time(one.used),
                *shown(one.sums)[1:],
            )
            for one in found.entries
        ),
        texts=4,
    )
    lines += (
        "",
        f"Words are those of the revisions. {_made(found)}",
    )
    return ("\n".join(lines) + "\n").encode("utf-8")


def several_html(found: Portfolio) -> bytes:
    """One page that loads nothing and runs nothing, as UTF-8."""
    from posteditor.reports.rendering import environment, policy, resource, trusted

    style = resource("report.css") + resource("several.css")
    made = environment()
    made.filters.update(moment=date_and_time)
    page = made.from_string(resource("several.html.j2")).render(
        found=found,
        summary=summary(found),
        parts=list(parts(found)),
        headers=HEADERS,
        shown=shown,
        made=_made(found),
        style=trusted(style),
        policy=policy(style),
    )
    return page.encode("utf-8")


def several_xlsx(found: Portfolio) -> bytes:
    """The bytes of a .xlsx file."""
    book = Workbook("Post-editing report", "posteditor", found.date)
    columns = [Column(title=title, digits=int(title == "HTER")) for title in HEADERS]
    facts: list[tuple[Cell, ...]] = [(summary(found),)]
    facts += [(remark,) for remark in found.remarks]
    facts.append((_made(found),))
    book.add_parts("Summary", (40, *(11 for _ in HEADERS)), _facts(facts, found))
    book.add(
        "Sessions",
        [
            Column(title="Session", width=15),
            Column(title="Document", width=50),
            Column(title="Editor", width=20),
            Column(title="Begun", width=22),
            Column(title="Last edited", width=22),
            *columns[1:],
            Column(title="Notes", width=50),
        ],
        (
            (
                *(one.session, one.path, one.editor),
                one.begun.isoformat(" ", "minutes") if one.begun else None,
                one.used.isoformat(" ", "minutes"),
                *figures(one.sums)[1:],
                "\n".join(one.remarks),
            )
            for one in found.entries
        ),
    )
    return book.done()


def _facts(
    facts: Sequence[Sequence[Cell]], found: Portfolio
) -> Iterator[tuple[str, Sequence[Column], Sequence[Sequence[Cell]]]]:
    yield "Post-editing report", (Column(title=""),), facts
    numbers = [Column(title=title, digits=int(title == "HTER")) for title in HEADERS]
    for title, what, groups in parts(found):
        rows = [(one.name, *figures(one.sums)) for one in groups]
        yield title, (Column(title=what), *numbers), rows


def shown(sums: Sums) -> list[str]:
    """The figures as text."""
    return [
        "–" if one is None else number(one) if isinstance(one, float) else f"{one:,}"
        for one in figures(sums)
    ]


def _made(found: Portfolio) -> str:
    return f"Made by posteditor {found.version}, {date_and_time(found.date)}."


def _group(group: Group) -> dict[str, Any]:
    return {"name": group.name, **_sums(group.sums)}


def _session(entry: Entry) -> dict[str, Any]:
    return {
        "session": entry.session,
        "name": entry.name,
        "path": entry.path,
        "editor": entry.editor or None,
        "begun": iso(entry.begun),
        "used": iso(entry.used),
        "remarks": list(entry.remarks),
        **_sums(entry.sums),
    }


def _sums(sums: Sums) -> dict[str, Any]:
    return {
        "sessions": sums.sessions,
        "sentences": sums.sentences,
        "accepted": sums.accepted,
        "revised": sums.revised,
        "retranslate": sums.retranslate,
        "words": {"mt": sums.words_mt, "pe": sums.words_pe},
        "edits": sums.edits,
        "hter": sums.hter,
        "decisions": {str(kind): sums.decisions[kind] for kind in Decision},
        "effort": effort_dict(sums.effort),
    }
