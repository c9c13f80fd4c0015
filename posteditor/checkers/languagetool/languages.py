"""The languages LanguageTool's rules read, and the codes it knows them by."""

from __future__ import annotations

import re

_CODES = (
    "ar ast be br ca crh da de el en eo es fa fr ga gl it ja km nl pl pt ro ru sk sl "
    "sv ta tl uk zh"
)
_KNOWN = frozenset(_CODES.split())

# Where a language has several varieties and none is named: spelling is checked in one
# of them only.
_VARIETIES = {"de": "de-DE", "en": "en-US", "pt": "pt-PT"}
_NAMED = frozenset(
    {
        "ca-ES-valencia",
        "de-AT",
        "de-CH",
        "de-DE",
        "en-AU",
        "en-CA",
        "en-GB",
        "en-NZ",
        "en-US",
        "en-ZA",
        "es-AR",
        "fr-BE",
        "fr-CA",
        "fr-CH",
        "nl-BE",
        "pt-AO",
        "pt-BR",
        "pt-MZ",
        "pt-PT",
    }
)


def knows(language: str) -> bool:
    """Can it read text in this BCP 47 language?"""
    return _base(language) in _KNOWN


def code(language: str) -> str:
    """The code of the nearest variety it knows."""
    subtags = re.split("[-_]", language)
    wanted = "-".join([_base(language), *subtags[1:]]).lower()
    for named in _NAMED:
        if named.lower() == wanted:
            return named
    return _VARIETIES.get(_base(language), _base(language))


def _base(language: str) -> str:
    return re.split("[-_]", language, maxsplit=1)[0].lower()
