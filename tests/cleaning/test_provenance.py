"""What furniture tells of the source language, and the tables behind it."""

from __future__ import annotations

import re

import pytest

from posteditor.cleaning import load_patterns
from tests.cleaning.support import BODY, mark

PATTERNS = load_patterns()


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("NEWSWIRE Translation. Region: Russian Federation –", "ru"),
        ("NEWSWIRE Translation. Region: Russia -", "ru"),
        ("NEWSWIRE Translation. Region: Ukraine –", "uk"),
        ("NEWSWIRE Translation. Region: Germany –", "de"),
        ("NEWSWIRE Translation. Region: Republic of France –", "fr"),
        ("NEWSWIRE Translation. Region: Kingdom of Spain –", "es"),
        ("NEWSWIRE Translation. Region: Switzerland –", None),
        ("NEWSWIRE Translation. Region: Belgium –", None),
        ("NEWSWIRE Translation. Region: Canada –", None),
        ("NEWSWIRE Translation. Statements from French to English –", "fr"),
        ("Translated from the French", "fr"),
        ("Original: Russian", "ru"),
        ("(Unofficial translation from Ukrainian)", "uk"),
        ("Machine translation from German", "de"),
        ("In case of any discrepancy, the Polish version shall prevail.", "pl"),
        (
            "(* This is a provisional translation.‖The original text is in Japanese.)",
            "ja",
        ),
        ("Unofficial translation", None),
        ("This text was translated automatically.", None),
    ],
)
def test_the_language_that_a_line_names(line: str, language: str | None) -> None:
    _, provenance = mark(line, *BODY * 20, patterns=PATTERNS)
    assert provenance.is_translation
    assert provenance.source_lang == language
    assert provenance.evidence == (line.replace("‖", " "),)


def test_a_region_alone_does_not_make_a_translation() -> None:
    marked, provenance = mark(*BODY * 20, "NEWSWIRE Russia News", patterns=PATTERNS)
    assert marked[-1].is_furniture
    assert not provenance.is_translation
    assert provenance.source_lang is None
    assert provenance.evidence == ()


def test_a_region_helps_a_note_that_names_no_language() -> None:
    _, provenance = mark(
        *BODY * 20, "Unofficial translation", "NEWSWIRE Russia News", patterns=PATTERNS
    )
    assert provenance.source_lang == "ru"
    assert provenance.evidence == ("Unofficial translation", "NEWSWIRE Russia News")


def test_two_languages_are_none() -> None:
    _, provenance = mark(
        "Translated from Russian", *BODY * 20, "Original: French", patterns=PATTERNS
    )
    assert provenance.is_translation
    assert provenance.source_lang is None


def test_what_says_that_it_is_a_translation_outweighs_the_rest() -> None:
    _, provenance = mark(
        "Translated from Russian",
        *BODY * 20,
        "NEWSWIRE Germany News",
        patterns=PATTERNS,
    )
    assert provenance.source_lang == "ru"
    assert provenance.evidence == ("Translated from Russian",)


def test_the_tables_hold_codes_of_languages() -> None:
    codes = {*PATTERNS.regions.values(), *PATTERNS.languages.values()}
    assert all(re.fullmatch(r"[a-z]{2,3}", code) for code in codes)
    assert set(PATTERNS.regions.values()) <= set(PATTERNS.languages.values())
    assert "switzerland" not in PATTERNS.regions


@pytest.mark.parametrize(
    "name",
    ["the Russian Federation", "  RUSSIA ", "Government of the Russian Federation –"],
)
def test_a_region_with_what_goes_before_its_name(name: str) -> None:
    assert PATTERNS.language_of(name) == "ru"
    assert PATTERNS.language_of("Atlantis") is None
    assert PATTERNS.language_of("") is None
