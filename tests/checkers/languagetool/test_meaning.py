"""LanguageTool's categories in the field's terms."""

from __future__ import annotations

import pytest

from posteditor.checkers.languagetool.client import Flag
from posteditor.checkers.languagetool.languages import code, knows
from posteditor.checkers.languagetool.meaning import kind_of, suggestion
from posteditor.checkers.protocol import CheckContext, Unit
from posteditor.checkers.rules.pack import CATEGORIES


def flag(
    category: str = "GRAMMAR", issue_type: str = "grammar", **more: object
) -> Flag:
    fields = {
        "start": 0,
        "end": 3,
        "rule": "RULE",
        "message": "message",
        "replacements": ("new",),
        **more,
    }
    return Flag(category=category, issue_type=issue_type, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("category", "issue_type", "mqm"),
    [
        ("TYPOS", "misspelling", "fluency/spelling"),
        ("GRAMMAR", "uncategorized", "fluency/grammar"),
        ("MISC", "duplication", "fluency/duplication"),
        ("REDUNDANCY", "duplication", "fluency/duplication"),
        ("FALSE_FRIENDS", "uncategorized", "accuracy/mistranslation"),
        ("NEW_CATEGORY", "locale-violation", "locale-convention"),
        ("NEW_CATEGORY", "new-type", "other"),
    ],
)
def test_each_flag_has_an_mqm_category(
    category: str, issue_type: str, mqm: str
) -> None:
    kind = kind_of(flag(category, issue_type))
    assert kind.category == mqm
    assert kind.category.split("/")[0] in CATEGORIES
    assert 0 < len(kind.label) <= 13


def test_messages_fit_a_line_and_replacements_are_few_and_new() -> None:
    found = suggestion(
        flag(message="one\n two \x1b" + "x" * 999, replacements=("abc", *"12344")),
        Unit(segment=0, text="abc"),
        CheckContext(),
        checker="languagetool",
    )
    assert found is not None
    assert found.message.startswith("one two ␛xx")
    assert len(found.message) <= 300
    assert found.replacements == ("1", "2", "3")


def test_a_flag_without_words_has_a_message_all_the_same() -> None:
    unit = Unit(segment=0, text="abc")
    found = suggestion(flag(message=" "), unit, CheckContext(), checker="languagetool")
    assert found is not None
    assert found.message == "grammar"


@pytest.mark.parametrize(
    ("language", "sent"),
    [
        ("en", "en-US"),
        ("EN_gb", "en-GB"),
        ("en-IN", "en-US"),
        ("de", "de-DE"),
        ("pt-br", "pt-BR"),
        ("ru", "ru"),
        ("ru-RU", "ru"),
        ("zh-Hans", "zh"),
    ],
)
def test_languages_are_sent_by_the_server_s_codes(language: str, sent: str) -> None:
    assert knows(language)
    assert code(language) == sent


def test_languages_nobody_there_knows() -> None:
    assert not knows("kk")
    assert not knows("eu")
