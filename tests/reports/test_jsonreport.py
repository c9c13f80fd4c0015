"""The report as JSON: complete, and lossless."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from posteditor.reports.jsonreport import write_json
from tests.reports.build import TEXTS, assert_golden, bare, content, snapshot
from tests.session.build import Desk


def joined(sentence: dict[str, Any], without: str) -> str:
    return "".join(op["text"] for op in sentence["ops"] if op["op"] != without)


def test_the_report_is_as_it_was(desk: Desk) -> None:
    made = replace(content(snapshot(desk)), editor="Ann Marsh")
    assert_golden("forum.report.json", write_json(made).decode())


def test_both_texts_can_be_put_together_again(desk: Desk) -> None:
    taken = snapshot(desk)
    report = json.loads(write_json(content(taken)))
    sentences = report["sentences"]
    assert [one["mt"] for one in sentences] == list(TEXTS)
    mt = "".join(one["before"]["mt"] + joined(one, "insert") for one in sentences)
    assert mt + report["after"]["mt"] == taken.job.document.text
    kept = [one for one in sentences if not one["left_out"]]
    assert (
        "".join(one["before"]["revision"] + joined(one, "delete") for one in kept)
        + report["after"]["revision"]
        == "Opening of the Harbour Forum\n"
        "The forum has begun in the city Orlhaven.\n"
        "We attach great importance to fishing and <trade>.\n"
        "Ships come, and ships go.\n"
        "It is impossible not to note the the progress.\n"
        "The lighthouse burns.\n"
        "Thank you for attention."
    )


def test_moves_carry_their_number(desk: Desk) -> None:
    mt = "On Monday evening the ministers met in the old harbour."
    target = "The ministers met in the old harbour on Monday evening."
    report = json.loads(write_json(content(bare(desk, mt, revised={0: target}))))
    [sentence] = report["sentences"]
    moved = [op["op"] for op in sentence["ops"] if op.get("move") == 1]
    assert sorted(moved) == ["delete", "insert"]
    assert (joined(sentence, "insert"), joined(sentence, "delete")) == (mt, target)


def test_hostile_text_comes_back(desk: Desk) -> None:
    mt, target = 'a\x00\ud800"\\\u2028', "b\x1b\udfff</script>\ufeff"
    written = write_json(content(bare(desk, mt, revised={0: target})))
    [sentence] = json.loads(written)["sentences"]
    assert (sentence["mt"], sentence["revision"]) == (mt, target)


def test_what_is_not_known_is_null(desk: Desk) -> None:
    made = content(bare(desk, "One.", revised={0: "Two."}))
    report = json.loads(write_json(replace(made, gaps=(), effort=None, used=None)))
    assert (report["after"], report["effort"]) == (None, None)
    assert report["document"]["used"] is None
    [sentence] = report["sentences"]
    assert (sentence["before"], sentence["found"]) == (None, None)
