"""Two versions of a text compared as they are, and how the result is written.

Rule: character for character; writers read a `Difference` and nothing else.
"""

from posteditor.reports.difference.compare import Difference, Version, compare, version
from posteditor.reports.difference.data import as_json
from posteditor.reports.difference.hunks import Hunk, Row, hunks, rows
from posteditor.reports.difference.markdown import as_markdown
from posteditor.reports.difference.page import as_html
from posteditor.reports.difference.tracked import as_docx

__all__ = [
    "Difference",
    "Hunk",
    "Row",
    "Version",
    "as_docx",
    "as_html",
    "as_json",
    "as_markdown",
    "compare",
    "hunks",
    "rows",
    "version",
]
