"""The scores of a session as JSON, for machines and for comparing runs.

Rule: every score carries its signature, and every text that was scored its hash.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from posteditor.reports.content import ReportContent
from posteditor.reports.counts import Counts, Rate
from posteditor.scoring.effort import effort_dict
from posteditor.scoring.schema import ScoredText, payload

DIGITS = 2


def write_scores(content: ReportContent, inputs: Mapping[str, ScoredText]) -> bytes:
    """The scores as UTF-8 JSON; lone surrogates are escaped."""
    scored = payload(inputs, content.scores, content.comparisons)
    if content.effort:
        scored["effort"] = {"pe": effort_dict(content.effort)}
    scored["made"] = {
        "posteditor": content.version,
        "target_lang": content.target_lang,
        "session": content.session,
    }
    scored["counts"] = counts_dict(content.counts)
    text = json.dumps(scored, ensure_ascii=False, indent=2) + "\n"
    # A lone surrogate's backslash escape is its escape in JSON, too.
    return text.encode("utf-8", "backslashreplace")


def counts_dict(counts: Counts) -> dict[str, Any]:
    """The counts as plain data."""
    edits = counts.edits
    return {
        "sentences": counts.sentences,
        "accepted": counts.done,
        "accepted_unchanged": counts.accepted,
        "touched": counts.touched,
        "open": counts.open,
        "retranslate": counts.retranslate,
        "omitted": counts.omitted,
        "furniture": counts.furniture,
        "words": {"mt": counts.words_mt, "pe": counts.words_pe},
        "edits": {
            "total": edits.edits,
            "words_inserted": edits.words_inserted,
            "words_deleted": edits.words_deleted,
            "words_replaced": edits.words_replaced,
            "categories": {
                str(name): number for name, number in sorted(edits.categories.items())
            },
        },
        "suggestions": {
            "before": _rate_dict(counts.before),
            "after": _rate_dict(counts.after),
            "categories": [asdict(row) for row in counts.categories],
        },
    }


def _rate_dict(rate: Rate) -> dict[str, Any]:
    per_thousand = rate.per_thousand
    return {
        "suggestions": rate.suggestions,
        "sentences_checked": rate.sentences,
        "words_checked": rate.words,
        "per_1000_words": (
            None if per_thousand is None else round(per_thousand, DIGITS)
        ),
    }
