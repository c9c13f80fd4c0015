"""The scores of the sentences of a report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from posteditor.reports.sentences import Sentence

if TYPE_CHECKING:
    from posteditor.scoring.results import Results


def score(
    sentences: Sequence[Sentence], target_lang: str, *, processes: int = 1
) -> Results:
    """All scores of revised sentences; against references only where all have one.
    Many sentences are shared out among `processes`."""
    from posteditor.scoring.corpus import score_session
    from posteditor.scoring.results import Results

    if not sentences:
        return Results(scores=())
    references = [one.reference for one in sentences]
    known = [text for text in references if text is not None]
    return score_session(
        [one.mt for one in sentences],
        [one.target for one in sentences],
        known if len(known) == len(references) else None,
        target_lang,
        processes=processes,
    )


def effort(sentences: Sequence[Sentence], target_lang: str) -> Results:
    """The effort alone, which adds up over documents."""
    from posteditor.scoring.effort import total_effort
    from posteditor.scoring.results import Results

    if not sentences:
        return Results(scores=())
    pairs = ((one.mt, one.target) for one in sentences)
    return Results(scores=(), efforts={"pe": total_effort(pairs, target_lang)})
