"""Reads from furniture whether a text is a translation and from which language.

Rule: a region alone never makes a text a translation, and furniture that names two
languages names none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from posteditor.cleaning.patterns import Patterns
from posteditor.model import Provenance


def provenance(
    told: Iterable[tuple[str, bool, Mapping[str, str]]], patterns: Patterns
) -> Provenance:
    """What the furniture `told`: each its text, whether it says that the text is a
    translation, and the `region` or `language` it names."""
    heard = [(text, sure, _languages(groups, patterns)) for text, sure, groups in told]
    if not any(sure for _, sure, _ in heard):
        return Provenance()
    named: set[str] = set().union(*(languages for _, sure, languages in heard if sure))
    if not named:
        named = set().union(*(languages for _, _, languages in heard))
    return Provenance(
        is_translation=True,
        source_lang=min(named) if len(named) == 1 else None,
        evidence=tuple(
            text for text, sure, languages in heard if sure or languages & named
        ),
    )


def _languages(groups: Mapping[str, str], patterns: Patterns) -> set[str]:
    found = {
        patterns.language(groups.get("language", "")),
        patterns.language_of(groups.get("region", "")),
    }
    return {language for language in found if language}
