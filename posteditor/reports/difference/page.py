"""A difference as one HTML file: opens by double click, loads nothing, runs nothing.

Rule: everything of the texts is escaped and made visible; no sense by colour alone.
"""

from __future__ import annotations

from posteditor.reports.difference.compare import Difference
from posteditor.reports.difference.data import stat_dict
from posteditor.reports.difference.hunks import rows
from posteditor.reports.rendering import environment, policy, resource, trusted


def as_html(difference: Difference) -> str:
    """The page; encode it as UTF-8."""
    style = resource("report.css") + resource("difference.css")
    template = environment().from_string(resource("difference.html.j2"))
    return template.render(
        difference=difference,
        rows=list(rows(difference)),
        stat=stat_dict(difference),
        style=trusted(style),
        policy=policy(style),
    )
