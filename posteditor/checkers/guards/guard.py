"""All guards on one sentence."""

from __future__ import annotations

from posteditor.checkers.guards.lexicon import lexicon
from posteditor.checkers.guards.remarks import Remark, joined, suggestion
from posteditor.checkers.guards.revision import of_revision
from posteditor.checkers.guards.sentence import Sentence
from posteditor.checkers.guards.source import of_source
from posteditor.model import Suggestion

# A longer text is no sentence, and comparing it would make a key wait.
LONGEST = 5_000


def guard(
    mt: str | None,
    target: str,
    source: str | None = None,
    *,
    target_lang: str = "en",
    source_lang: str | None = None,
    segment: int = 0,
) -> tuple[Suggestion, ...]:
    """Remarks on `target`, in the order of the text; no two of them overlap.

    What the revision lost of `mt`, where that is known and another text, and what the
    translation lacks of `source`, where there is one.
    """
    if max(len(target), len(mt or ""), len(source or "")) > LONGEST:
        return ()
    revised = mt is not None and mt != target and bool(target.strip())
    if not revised and not source:
        return ()
    now = Sentence(target, lexicon(target_lang))
    original = Sentence(source, lexicon(source_lang)) if source else None
    found: list[Remark] = []
    if revised and mt is not None:
        found += of_revision(Sentence(mt, now.lexicon), now, original)
    if original is not None:
        told = {key for remark in found for key in remark.keys}
        against = of_source(now, original)
        found += (each for each in against if told.isdisjoint(each.keys))
    return tuple(suggestion(remark, segment, target) for remark in joined(found))
