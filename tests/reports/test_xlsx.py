"""The workbook: a sentence a row, and no cell that is more than it says."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from posteditor.reports.workbook import LONGEST
from posteditor.reports.xlsx import write_xlsx
from tests.office import Office
from tests.reports.build import TEXTS, bare, content, snapshot
from tests.session.build import Desk


def opened(data: bytes) -> Any:
    return load_workbook(io.BytesIO(data), rich_text=False)


def rows(sheet: Any) -> list[dict[str, Any]]:
    header, *body = sheet.iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in body]


def test_every_sentence_is_a_row(desk: Desk) -> None:
    found = rows(opened(write_xlsx(content(snapshot(desk))))["Sentences"])
    assert [row["No."] for row in found] == list(range(1, 10))
    assert [row["Machine translation"] for row in found] == list(TEXTS)
    assert found[2] == {
        "No.": 3,
        "Kind": "sentence",
        "Source": "Источник 2.",
        "Machine translation": "The forum have begun in the city Orlhaven.",
        "Revision": "The forum has begun in the city Orlhaven.",
        "Changes": "The forum havehas begun in the city Orlhaven.",
        "Reference": "The forum has begun in Orlhaven.",
        "State": "revised",
        "Accepted": "yes",
        "Edits": 1,
        "HTER": 12.5,
        "Open suggestions": "the city Orlhaven: about the city Orlhaven (rule)",
        "Decisions": "Applied: have begun → has begun: about have begun (agreement)",
        "Comment": None,
    }
    assert (found[0]["Kind"], found[0]["HTER"]) == ("sponsor", None)
    assert found[5]["Comment"] == "What progress?\nAsk the author."


def test_the_table_can_be_filtered_and_its_header_stays(desk: Desk) -> None:
    sheet = opened(write_xlsx(content(snapshot(desk))))["Sentences"]
    assert sheet.auto_filter.ref == "A1:N10"
    assert sheet.freeze_panes == "A2"
    assert sheet["D2"].alignment.wrap_text
    assert sheet.column_dimensions["C"].width > 30


def test_columns_that_would_be_empty_are_left_out(desk: Desk) -> None:
    sheet = opened(write_xlsx(content(bare(desk, "One."))))["Sentences"]
    header = [cell.value for cell in sheet[1]]
    assert "Source" not in header
    assert "Reference" not in header


def test_the_summary_has_figures_as_numbers(desk: Desk) -> None:
    sheet = opened(write_xlsx(content(snapshot(desk))))["Summary"]
    facts = {row[0]: row[1:] for row in sheet.iter_rows(values_only=True)}
    assert facts["Sentences"][0] == 7
    assert facts["HTER"][:2] == ("revision", "machine translation")
    assert facts["HTER"][2:5] == pytest.approx((12.345, 7.345, 17.345))
    assert facts["style"][:4] == (6, 1, 1, 3)


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://x.example")',
        "+1+1",
        "-1",
        "@SUM(A1)",
        "{=1}",
        "http://x.example",
        "'quoted",
        "007",
        "1e5",
        "_x0041_",
    ],
)
def test_text_is_text_whatever_it_begins_with(desk: Desk, text: str) -> None:
    data = write_xlsx(content(bare(desk, "One.", text, revised={0: text})))
    sheet = opened(data)["Sentences"]
    for cell in (sheet["D2"], sheet["C3"]):
        assert (cell.value, cell.data_type) == (text, "s")
        assert cell.quotePrefix
    assert not sheet._hyperlinks


def test_hostile_text_is_pictured(desk: Desk) -> None:
    data = write_xlsx(content(bare(desk, "a\x00\x1b\ud800\ufffe\r\nb", "x")))
    assert opened(data)["Sentences"]["C2"].value == "a␀␛\ufffd\ufffd\nb"


def test_what_no_cell_can_hold_is_cut_and_says_so(desk: Desk) -> None:
    long = "\U0001f600" * 20_000
    data = write_xlsx(content(bare(desk, long, "x" * 32_000, revised={0: long + "!"})))
    sheet = opened(data)["Sentences"]
    value = sheet["C2"].value
    assert len(value.encode("utf-16-le")) // 2 <= LONGEST + 100 == 32_767
    assert value.endswith(" characters more)")
    assert "too long" in sheet["E2"].value
    assert sheet["C3"].value == "x" * 32_000


@pytest.mark.office
def test_libreoffice_reads_the_same_cells(
    desk: Desk, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    office = Office(tmp_path_factory.mktemp("office"))
    path = tmp_path / "forum.xlsx"
    path.write_bytes(write_xlsx(content(bare(desk, "=1+1", "Two.", revised={1: "2"}))))
    options = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,,,2"
    written = office.converted(path, options).with_name("forum-Sentences.csv")
    with written.open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    assert [row["Machine translation"] for row in found] == ["=1+1", "Two."]
    assert [row["Revision"] for row in found] == ["=1+1", "2"]
    assert found[1]["Changes"] == "Two.2"
