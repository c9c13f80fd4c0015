"""Several sessions together: what is summed, and how it is written."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from openpyxl import load_workbook

from posteditor.reports.content import ReportContent
from posteditor.reports.several import NOBODY, Portfolio, portfolio
from posteditor.reports.several_writers import (
    several_html,
    several_json,
    several_markdown,
    several_xlsx,
)
from posteditor.scoring.effort import total_effort
from tests.reports.build import NOW, assert_golden, bare, content, snapshot
from tests.reports.test_html import Reader
from tests.session.build import Desk


def one(
    desk: Desk, name: str, editor: str, day: int, month: int = 3, **more: object
) -> ReportContent:
    made = content(bare(desk, "One two three.", revised={0: f"{name} two three."}))
    return replace(
        made,
        name=f"{name}.txt",
        path=f"/texts/{name}.txt",
        session=name,
        editor=editor,
        used=datetime(2026, month, day, 9, tzinfo=UTC),
        effort=total_effort([("One two three.", f"{name} two three.")]),
        **more,  # type: ignore[arg-type]
    )


def several(desk: Desk, *more: ReportContent, left_out: int = 0) -> Portfolio:
    forum = replace(
        content(snapshot(desk)),
        editor="Ann",
        used=datetime(2026, 3, 2, 8, tzinfo=UTC),
    )
    contents = [one(desk, "pier", "Bo", 5), forum, one(desk, "<b>", "Ann", 5), *more]
    return portfolio(contents, now=NOW, version="1.2.3", left_out=left_out)


def test_figures_are_summed_by_editor_document_and_day(desk: Desk) -> None:
    found = several(desk)
    assert [(g.name, g.sums.sessions, g.sums.sentences) for g in found.editors] == [
        ("Ann", 2, 8),
        ("Bo", 1, 1),
    ]
    assert [(g.name, g.sums.sessions) for g in found.times] == [
        ("2026-03-02", 1),
        ("2026-03-05", 2),
    ]
    assert [g.sums.sessions for g in found.documents] == [1, 1, 1]
    assert (found.total.sessions, found.total.sentences) == (3, 9)
    assert (found.total.applied, found.total.dismissed) == (1, 1)


def test_rates_are_made_of_sums_not_of_rates(desk: Desk) -> None:
    long = replace(
        one(desk, "long", "Bo", 6), effort=total_effort([("a b c d e f g",) * 2])
    )
    found = portfolio([one(desk, "pier", "Bo", 5), long], now=NOW, version="1")
    assert found.total.hter == pytest.approx(100 * 1 / 10)


def test_long_spans_are_told_by_month(desk: Desk) -> None:
    found = several(desk, one(desk, "late", "", 1, month=9))
    assert found.period == "month"
    assert [g.name for g in found.times] == ["2026-03", "2026-09"]
    assert NOBODY in [g.name for g in found.editors]


def test_what_is_lacking_is_said_with_its_document(desk: Desk) -> None:
    gone = one(desk, "gone", "Bo", 5, remarks=("/texts/gone.txt: gone", "some lost"))
    found = several(desk, gone, left_out=2)
    assert found.remarks == (
        "/texts/gone.txt: gone",
        "/texts/gone.txt: some lost",
        "2 earlier sessions whose decisions later ones took over are left out",
    )


def test_sessions_without_a_sentence_have_no_rate(desk: Desk) -> None:
    empty = replace(content(bare(desk, "One.")), effort=None, sentences=())
    found = portfolio([empty], now=NOW, version="1")
    assert found.total.hter is None
    assert "| – |" in several_markdown(found).decode()
    assert json.loads(several_json(found))["total"]["hter"] is None


def test_markdown_and_json_are_as_they_were(desk: Desk) -> None:
    found = several(desk, left_out=1)
    assert_golden("several.md", several_markdown(found).decode())
    assert_golden("several.json", several_json(found).decode())


def test_the_page_holds_every_figure_and_loads_nothing(desk: Desk) -> None:
    page = several_html(several(desk)).decode()
    reader = Reader(page)
    assert len(reader.ids) == len(set(reader.ids))
    text = reader.text("td") + reader.text("th")
    assert all(word in text for word in ("Ann", "Bo", "/texts/<b>.txt", "2026-03-05"))
    assert "script" not in {tag for tag, _ in reader.tags}
    [policy] = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy.startswith("default-src 'none'".replace("'", "&#39;"))
    assert "script-src" not in policy
    heads = [a for tag, a in reader.tags if tag == "th"]
    assert all(a.get("scope") in ("col", "row") for a in heads)


def test_the_workbook_has_sessions_as_rows(desk: Desk) -> None:
    book = load_workbook(io.BytesIO(several_xlsx(several(desk))))
    sheet = book["Sessions"]
    header, *rows = sheet.iter_rows(values_only=True)
    found = [dict(zip(header, row, strict=True)) for row in rows]
    assert [row["Editor"] for row in found] == ["Ann", "Bo", "Ann"]
    assert [row["Sentences"] for row in found] == [7, 1, 1]
    assert sheet.auto_filter.ref.startswith("A1:")
    titles = [row[0] for row in book["Summary"].iter_rows(values_only=True)]
    assert {"By editor", "By document", "Over time"} <= set(titles)
