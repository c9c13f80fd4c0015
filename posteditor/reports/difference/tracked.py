"""A difference as a DOCX with tracked changes: rejecting all gives the old version,
accepting all the new one.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from posteditor.reports.difference.compare import Difference
from posteditor.reports.docx import Redline, write_redline
from posteditor.reports.redline import paragraphs_of


def as_docx(difference: Difference, now: datetime) -> bytes:
    """The bytes of the file; the changes bear the date `now`."""
    old, new = (Path(one.path).name for one in (difference.old, difference.new))
    return write_redline(
        Redline(
            paragraphs=paragraphs_of(difference.ops),
            title=f"{old} → {new}",
            heading=f"{old} → {new}",
            author="posteditor",
            date=now,
        )
    )
