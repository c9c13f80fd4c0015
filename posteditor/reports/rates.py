"""The edit rate of single sentences."""

from __future__ import annotations

from posteditor.reports.content import ReportContent
from posteditor.scoring.ter import sentence_ter


def rates(content: ReportContent) -> dict[int, float]:
    """HTER, uncased, by the number of the sentence, of those that are scored."""
    language = content.target_lang
    return {
        one.number: sentence_ter(one.mt, one.target, language).percent
        if one.is_changed
        else 0.0
        for one in content.sentences
        if one.is_scored
    }
