"""The checker as a whole: contexts, replacements, hostile text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posteditor.checkers.protocol import CheckContext, Checker, Scope, Unit
from posteditor.checkers.rules import RulesChecker
from posteditor.checkers.rules.pack import load_pack
from posteditor.model import Level, Suggestion
from tests.checkers.contract import CheckerContract
from tests.checkers.rules.support import pack, rule

EMBEDDED = RulesChecker.load()


class TestContract(CheckerContract):
    findable = ("They met on the territory of Malta.", "Thank you for attention.")

    def make(self) -> Checker:
        return RulesChecker.load()


def check(
    checker: RulesChecker,
    text: str,
    *,
    level: Level = Level.FULL,
    source_lang: str | None = None,
) -> list[Suggestion]:
    context = CheckContext(level=level, source_lang=source_lang)
    return list(checker.check([Unit(segment=3, text=text)], context))


def house(folder: Path, *rules: str, patience: float = 0.25) -> RulesChecker:
    return RulesChecker(load_pack(pack(folder, *rules)), (), patience=patience)


def fixed(checker: RulesChecker, text: str) -> str:
    (found,) = check(checker, text)
    return text[: found.start] + found.replacements[0] + text[found.end :]


def test_it_is_a_checker_of_segments() -> None:
    assert isinstance(EMBEDDED, Checker)
    assert EMBEDDED.name == "rules"
    assert EMBEDDED.scope is Scope.SEGMENT
    assert EMBEDDED.supports("en-GB")


def test_a_suggestion_tells_all(tmp_path: Path) -> None:
    checker = house(tmp_path, rule(source_phrase='"путём"', safe="true"))
    (found,) = check(checker, "They trade by  way of Malta, they say.")
    assert found == Suggestion(
        segment=3,
        start=11,
        end=21,
        text="by  way of",
        message="Shorter",
        rule="house/way",
        checker="rules",
        replacements=("through",),
        category="style/wordiness",
        label="wordy",
        safe=True,
        source_phrase="путём",
        context=("trade", "malta"),
    )


@pytest.mark.parametrize(
    ("pattern", "replacement", "text", "corrected"),
    [
        ("by way of", "through", "By way of Malta", "Through Malta"),
        ("by way of", "through", "BY WAY OF MALTA", "THROUGH MALTA"),
        ("by way of", "through", "So. “By way of Malta", "So. “Through Malta"),
        ("{a:Manx|Welsh} song", "song of {a} men", "a Manx song", "a song of Manx men"),
        ("<make> use of", "<use>", "He has made use of it", "He has used it"),
        ("<make> use of", "<take>", "He made use of it", "He took it"),
        ("<make> use of", "<take>", "He had made use of it", "He had taken it"),
        ("<make> use of", "<put into.ing>", "We make use of it", "We putting into it"),
        ("<be> in use by", "<serve>", "They are in use by us", "They serve us"),
        (
            "propose to {v:verb}",
            "propose {v.ing}",
            "propose to cut it",
            "propose cutting it",
        ),
        (
            "aim of {v:ing}",
            "aim to {v.base}",
            "the aim of saving it",
            "the aim to save it",
        ),
        ("{a:very}? good idea", "{a} fine idea", "a good idea", "a fine idea"),
        (
            "weighty reason",
            "important reason",
            "a weighty reason",
            "an important reason",
        ),
        ("old reason", "new reason", "An old reason", "A new reason"),
        ("old reason", "unique reason", "an old reason", "a unique reason"),
    ],
)
def test_replacements(
    tmp_path: Path, pattern: str, replacement: str, text: str, corrected: str
) -> None:
    checker = house(
        tmp_path, rule(pattern=f'"{pattern}"', replacement=f'"{replacement}"')
    )
    assert fixed(checker, text) == corrected


def test_neighbours_can_forbid_a_match(tmp_path: Path) -> None:
    checker = house(tmp_path, rule(not_after='"(not|<be>)"', not_before='"(<num>|,)"'))
    assert check(checker, "go by way of Malta")
    assert not check(checker, "not by way of Malta")
    assert not check(checker, "was by way of Malta")
    assert not check(checker, "go by way of 5 towns")
    assert not check(checker, "go by way of, say, Malta")


def test_a_rule_for_a_source_language_serves_no_other_but_the_unknown(
    tmp_path: Path,
) -> None:
    checker = house(tmp_path, rule(source_lang='"ru"'))
    assert check(checker, "by way of Malta", source_lang="ru-RU")
    assert check(checker, "by way of Malta")
    assert not check(checker, "by way of Malta", source_lang="de")


def test_a_false_friend_needs_its_source_language(tmp_path: Path) -> None:
    checker = house(tmp_path, rule(source_lang='"ru"', false_friend="true"))
    assert check(checker, "by way of Malta", source_lang="ru-RU")
    assert not check(checker, "by way of Malta")
    assert not check(checker, "by way of Malta", source_lang="de")


def test_light_editing_is_for_errors(tmp_path: Path) -> None:
    checker = house(
        tmp_path,
        rule(),
        rule(id='"b"', pattern='"to to"', category='"fluency/grammar"'),
        rule(
            id='"c"',
            pattern='"at at"',
            category='"fluency/grammar"',
            severity='"neutral"',
        ),
    )
    text = "by way of to to at at"
    assert [s.rule for s in check(checker, text, level=Level.LIGHT)] == ["house/b"]
    assert len(check(checker, text)) == 3


def test_a_flag_within_another_is_dropped(tmp_path: Path) -> None:
    checker = house(
        tmp_path, rule(), rule(id='"b"', pattern='"way of Malta"', replacement='"M"')
    )
    outer = rule(id='"c"', pattern='"by way of Malta"', replacement='"M"')
    wide = house(tmp_path, rule(), outer)
    assert [s.rule for s in check(wide, "by way of Malta")] == ["house/c"]
    assert len(check(checker, "by way of Malta")) == 2


def test_another_target_language_is_not_served(tmp_path: Path) -> None:
    context = CheckContext(target_lang="de")
    units = [Unit(segment=0, text="on the territory of Malta")]
    assert not EMBEDDED.check(units, context)


def test_a_hanging_pattern_is_off_after_one_notice(tmp_path: Path) -> None:
    checker = house(
        tmp_path,
        rule(id='"slow"', pattern="", regex=r"'(?:(?:\w|\s)+)+\d\Z'", replacement=""),
        rule(),
        patience=0.02,
    )
    text = "word " * 60 + "by way of Malta?"
    for _ in range(3):
        assert [s.rule for s in check(checker, text)] == ["house/way"]
    notice = "rule house/slow took too long on a sentence and is off"
    assert checker.take_notices() == [notice]
    assert checker.take_notices() == []


def test_a_million_characters_are_read_to_the_end() -> None:
    text = "The talks go on in the framework of it, " * 25_000
    found = check(EMBEDDED, text, source_lang="ru")
    assert sum("in the framework" in suggestion.text for suggestion in found) == 25_000
    assert EMBEDDED.take_notices() == []
    assert not check(EMBEDDED, "x" * 1_000_000)
    assert not check(EMBEDDED, "\u0430" * 1_000_000)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\x00on the territory of\x1b[31m Malta",
        "\ud800 on the territory of \udfff Malta",
        "on the territory of [/red] Malta",
        "on\u2028the\nterritory\tof Malta",
        "on the territory of مالطا",
        "o\u0301n the territory of Malta" * 3,
    ],
)
def test_hostile_text_is_read_and_spans_stay_true(text: str) -> None:
    for found in check(EMBEDDED, text, source_lang="ru"):
        assert text[found.start : found.end] == found.text


PHRASES = st.sampled_from(
    ["on the territory of ", "In order ", "the the ", " ,", "«a»", "in 1999 year "]
)


@settings(max_examples=150)
@given(st.lists(st.one_of(st.text(max_size=12), PHRASES), max_size=8).map("".join))
def test_spans_lie_in_the_text_and_do_not_nest(text: str) -> None:
    found = check(EMBEDDED, text, source_lang="ru")
    end = -1
    for suggestion in found:
        assert 0 <= suggestion.start < suggestion.end <= len(text)
        assert text[suggestion.start : suggestion.end] == suggestion.text
        assert suggestion.text not in suggestion.replacements
        assert suggestion.end > end
        end = suggestion.end


def test_checking_stops_when_cancelled() -> None:
    units = [Unit(segment=i, text="on the territory of Malta") for i in range(5)]
    polled = iter([False, False, True])
    context = CheckContext(cancelled=lambda: next(polled))
    assert len(EMBEDDED.check(units, context)) == 2
