"""The whole report as JSON for other programs, version 1.

{"version": 1, "kind": "report",
 "made": {"posteditor", "date", "checkers": {name: version}},
 "document": {"name", "path", "sha256", "source_lang", "target_lang", "level",
              "session", "editor", "begun", "used"},
 "inputs": [{"role": "pe|ref|source", "path", "sha256"}],
 "remarks": ["what the report lacks"],
 "counts": {…}, "scores": […], "comparisons": […], "effort": {…} or null,
 "sentences": [{"number", "kind", "furniture", "state", "scored", "accepted",
   "left_out", "source", "reference", "mt", "revision", "hter",
   "before": {"mt", "revision"},
   "ops": [{"op": "equal|delete|insert", "text", "move": 1}],
   "edits": {"total", "words_inserted", "words_deleted", "words_replaced",
             "categories"},
   "found": [suggestion] or null, "open": [suggestion] or null,
   "decisions": [{"decision", "rule", "checker", "category", "label", "text",
                  "replacement", "message"}],
   "comment"}],
 "after": {"mt", "revision"} or null}

`counts`, `scores`, `comparisons` and `effort` are those of a scores file. Dates are ISO
8601 with their zone. The texts of equal and delete joined are `mt`, those of equal and
insert `revision`; both halves of a move carry its number. `hter` is null where a
sentence is not scored, `found` and `open` where it was not checked. Each sentence with
what stands `before` it, and at the end `after`, joined: the MT output as a file, and
the revised one without what is left out; null where the layout is not known. A
suggestion has `start` and `end` in code points of the MT output or of the revision.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any

from posteditor.diff import EditStat, Op
from posteditor.model import Suggestion
from posteditor.reports.content import ReportContent
from posteditor.reports.layout import Gap
from posteditor.reports.rates import rates
from posteditor.reports.scores import counts_dict
from posteditor.reports.sentences import Sentence
from posteditor.revision import DecisionRecord
from posteditor.scoring.effort import effort_dict
from posteditor.scoring.schema import score_dict

VERSION = 1


def write_json(content: ReportContent) -> bytes:
    """The report as UTF-8; lone surrogates are escaped."""
    return encoded(report_dict(content))


def encoded(payload: dict[str, Any]) -> bytes:
    """Plain data as bytes."""
    text = json.dumps(payload, ensure_ascii=False, indent=1) + "\n"
    # A lone surrogate's backslash escape is its escape in JSON, too.
    return text.encode("utf-8", "backslashreplace")


def report_dict(content: ReportContent) -> dict[str, Any]:
    """The report as plain data."""
    hter = rates(content)
    gaps = content.gaps
    befores = gaps[:-1] if gaps else [None] * len(content.sentences)
    return {
        "version": VERSION,
        "kind": "report",
        "made": {
            "posteditor": content.version,
            "date": content.date.isoformat(),
            "checkers": dict(content.checkers),
        },
        "document": _document(content),
        "inputs": [asdict(one) for one in content.inputs],
        "remarks": list(content.remarks),
        "counts": counts_dict(content.counts),
        "scores": [score_dict(score) for score in content.scores],
        "comparisons": [asdict(one) for one in content.comparisons],
        "effort": effort_dict(content.effort) if content.effort else None,
        "sentences": [
            _sentence(one, hter.get(one.number), before)
            for one, before in zip(content.sentences, befores, strict=True)
        ],
        "after": _gap(gaps[-1] if gaps else None),
    }


def iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _document(content: ReportContent) -> dict[str, Any]:
    return {
        "name": content.name,
        "path": content.path,
        "sha256": content.sha256,
        "source_lang": content.source_lang,
        "target_lang": content.target_lang,
        "level": str(content.level),
        "session": content.session or None,
        "editor": content.editor or None,
        "begun": iso(content.begun),
        "used": iso(content.used),
    }


def _sentence(
    sentence: Sentence, hter: float | None, before: Gap | None
) -> dict[str, Any]:
    return {
        "number": sentence.number,
        "kind": str(sentence.kind),
        "furniture": sentence.furniture,
        "state": str(sentence.fate),
        "scored": sentence.is_scored,
        "accepted": sentence.is_done,
        "left_out": sentence.is_omitted,
        "source": sentence.source,
        "reference": sentence.reference,
        "mt": sentence.mt,
        "revision": sentence.target,
        "hter": hter,
        "before": _gap(before),
        "ops": [_op(op) for op in sentence.ops],
        "edits": _edits(sentence.edits),
        "found": _suggestions(sentence.found),
        "open": _suggestions(sentence.suggestions),
        "decisions": [_decision(record) for record in sentence.decisions],
        "comment": sentence.comment,
    }


def _gap(gap: Gap | None) -> dict[str, str] | None:
    return None if gap is None else {"mt": gap.old, "revision": gap.new}


def _op(op: Op) -> dict[str, Any]:
    plain: dict[str, Any] = {"op": str(op.kind), "text": op.text}
    if op.move is not None:
        plain["move"] = op.move
    return plain


def _edits(stat: EditStat) -> dict[str, Any]:
    return {
        "total": stat.edits,
        "words_inserted": stat.words_inserted,
        "words_deleted": stat.words_deleted,
        "words_replaced": stat.words_replaced,
        "categories": {
            str(kind): stat.categories[kind] for kind in sorted(stat.categories)
        },
    }


def _suggestions(found: Iterable[Suggestion] | None) -> list[dict[str, Any]] | None:
    if found is None:
        return None
    return [
        {
            "start": one.start,
            "end": one.end,
            "text": one.text,
            "replacements": list(one.replacements),
            "message": one.message,
            "rule": one.rule,
            "checker": one.checker,
            "category": one.category,
            "label": one.label,
            "severity": str(one.severity),
            "safe": one.safe,
            "source_phrase": one.source_phrase,
            "also": list(one.also),
        }
        for one in found
    ]


def _decision(record: DecisionRecord) -> dict[str, Any]:
    return {
        "decision": str(record.decision),
        "rule": record.rule,
        "checker": record.checker,
        "category": record.category,
        "label": record.label,
        "text": record.text,
        "replacement": record.replacement,
        "message": record.message,
    }
