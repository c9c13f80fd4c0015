"""The report as one HTML file for people: summary first, then every sentence.

Rules: nothing is loaded and nothing runs but what this module put in, by its hash; all
text of documents goes through `sanitise` and is escaped; no sense by colour alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from posteditor.reports.charts import charts
from posteditor.reports.content import ReportContent
from posteditor.reports.rates import rates
from posteditor.reports.rendering import environment, policy, resource, trusted
from posteditor.reports.sentences import Fate, Sentence
from posteditor.reports.tables import bar, score_table
from posteditor.reports.wording import (
    CATEGORY_NAMES,
    DECISION_NAMES,
    FATE_NAMES,
    KIND_NAMES,
    category_name,
    date_and_time,
    language_name,
    lead,
    plural,
    rate,
    share,
)
from posteditor.scoring.effort import LIGHT
from posteditor.scoring.request import FEW

if TYPE_CHECKING:
    from jinja2 import Template


def write_html(content: ReportContent) -> str:
    """The report; encode it as UTF-8."""
    style, script = resource("report.css"), resource("report.js")
    listed = [one for one in content.sentences if _is_listed(one)]
    edit_rates = rates(content)
    return _template().render(
        report=content,
        counts=content.counts,
        lead=lead(content.counts),
        bar=bar(content.counts),
        score_table=score_table(content.scores),
        charts=[(chart, trusted(chart.svg)) for chart in charts(content)],
        rates=edit_rates,
        kinds={one.number: " ".join(sorted(one.edits.categories)) for one in listed},
        few=any(score.segments < FEW for score in content.scores),
        listed=listed,
        left_out=[one for one in content.sentences if not _is_listed(one)],
        shown=_shown(listed, edit_rates),
        heavy=LIGHT,
        style=trusted(style),
        script=trusted(script),
        policy=policy(style, script),
    )


def _is_listed(sentence: Sentence) -> bool:
    """Is it read with the others, or among the furniture that was removed?"""
    return sentence.fate is not Fate.FURNITURE or not sentence.is_omitted


def _shown(listed: Sequence[Sentence], rates: Mapping[int, float]) -> dict[str, int]:
    """How many sentences each filter shows."""
    scored = [one for one in listed if one.is_scored]
    return {
        "all": len(listed),
        "changed": sum(one.is_changed for one in listed),
        "untouched": sum(not one.is_changed for one in scored),
        "heavy": sum(rate > LIGHT for rate in rates.values()),
        "open": sum(not one.is_done for one in scored),
    }


@cache
def _template() -> Template:
    made = environment()
    made.filters.update(
        category=category_name,
        language=language_name,
        moment=date_and_time,
        per_thousand=rate,
    )
    made.globals.update(
        category_names=CATEGORY_NAMES,
        decision_names=DECISION_NAMES,
        fate_names=FATE_NAMES,
        kind_names=KIND_NAMES,
        plural=plural,
        share=share,
    )
    return made.from_string(resource("report.html.j2"))
