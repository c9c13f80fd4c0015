"""The report as one HTML file for people: summary first, then every sentence.

Rules: nothing is loaded and nothing runs but what this module put in, by its hash; all
text of documents goes through `sanitise` and is escaped; no sense by colour alone.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from posteditor.diff import Op, OpKind
from posteditor.reports.content import ReportContent
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
    number,
    plural,
    rate,
    share,
    visible_spaces,
)
from posteditor.sanitise import sanitise_lines
from posteditor.scoring.request import FEW

if TYPE_CHECKING:
    from jinja2 import Template


def write_html(content: ReportContent) -> str:
    """The report; encode it as UTF-8."""
    style, script = _resource("report.css"), _resource("report.js")
    listed = [one for one in content.sentences if _is_listed(one)]
    return _template().render(
        report=content,
        counts=content.counts,
        lead=lead(content.counts),
        bar=bar(content.counts),
        score_table=score_table(content.scores),
        few=any(score.segments < FEW for score in content.scores),
        listed=listed,
        left_out=[one for one in content.sentences if not _is_listed(one)],
        shown=_shown(listed),
        style=_trusted(style),
        script=_trusted(script),
        policy=_policy(style, script),
    )


def _is_listed(sentence: Sentence) -> bool:
    """Is it read with the others, or among the furniture that was removed?"""
    return sentence.fate is not Fate.FURNITURE or not sentence.is_omitted


def _shown(listed: Sequence[Sentence]) -> dict[str, int]:
    """How many sentences each filter shows."""
    scored = [one for one in listed if one.is_scored]
    return {
        "all": len(listed),
        "changed": sum(one.is_changed for one in listed),
        "untouched": sum(not one.is_changed for one in scored),
        "open": sum(not one.is_done for one in scored),
    }


def _policy(style: str, script: str) -> str:
    """The content security policy: this style and this script, and nothing else."""
    return (
        f"default-src 'none'; style-src '{_source(style)}'; "
        f"script-src '{_source(script)}'; base-uri 'none'; form-action 'none'"
    )


def _source(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def _resource(name: str) -> str:
    path = files("posteditor.reports") / "templates" / name
    return path.read_text(encoding="utf-8")


def _trusted(text: str) -> Any:
    from markupsafe import Markup

    return Markup(text)


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_fit,
    )
    environment.filters.update(
        category=category_name,
        changed=_changed,
        language=language_name,
        moment=date_and_time,
        number=number,
        per_thousand=rate,
    )
    environment.globals.update(
        OpKind=OpKind,
        category_names=CATEGORY_NAMES,
        decision_names=DECISION_NAMES,
        fate_names=FATE_NAMES,
        kind_names=KIND_NAMES,
        plural=plural,
        share=share,
    )
    return environment.from_string(_resource("report.html.j2"))


def _fit(value: Any) -> Any:
    """Every expression of the template passes here, before it is escaped."""
    if type(value) is str:
        return sanitise_lines(value.replace("\r\n", "\n"))
    return value


def _changed(op: Op) -> str:
    """The text of a deletion or insertion: newlines, and spaces alone, are pictured."""
    return visible_spaces(op.text)
