"""The curated Harper: what it says, and the traps it stays out of."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from posteditor.checkers.harper import HarperChecker
from posteditor.checkers.harper.checker import BATCH, readable
from posteditor.checkers.harper.selection import is_right, load_rules
from posteditor.checkers.protocol import CheckContext, Checker
from posteditor.checkers.vocabulary import collect
from tests.checkers.contract import CheckerContract
from tests.checkers.making import units

CHECKER = HarperChecker()


def flags(text: str, **context: object) -> list[tuple[str, str, tuple[str, ...]]]:
    found = CHECKER.check(units(text), CheckContext(**context))  # type: ignore[arg-type]
    return [(each.rule, each.text, each.replacements) for each in found]


class TestContract(CheckerContract):
    findable = (
        "The report was sent to an university in the region.",
        "More then 200 delegates took part.",
        "The goverment has adopted the plan.",
    )

    def make(self) -> Checker:
        return HarperChecker()


@pytest.mark.parametrize(
    ("text", "rule", "flagged", "right"),
    [
        ("They run an university in the port.", "AnA", "an", "a"),
        ("It is a important step for the council.", "AnA", "a", "an"),
        ("More then 200 delegates took part.", "ThenThan", "then", "than"),
        ("The aircrafts landed in the port.", "RegularIrregulars", "aircrafts", None),
        ("The goverment has adopted it.", "SpellCheck", "goverment", "government"),
        ("They recieved the plan today.", "SpellCheck", "recieved", "received"),
        ("An independant body was set up.", "SpellCheck", "independant", "independent"),
        ("He go to the port today.", "PronounVerbAgreement", "go", "goes"),
        ("All left. “She have the plan.”", "PronounVerbAgreement", "have", "has"),
        ("I has read the plan.", "PronounVerbAgreement", "has", "have"),
        ("She don't know it.", "PronounVerbAgreement", "don't", "doesn't"),
        ("It are good for the port.", "PronounInflectionBe", "are", "is"),
        ("They was late at the port.", "PronounInflectionBe", "was", "were"),
        ("The ships dont leave today.", "SpellCheck", "dont", "don't"),
        ("The port doesnt open today.", "SpellCheck", "doesnt", "doesn't"),
        ("The prices are more higher now.", "MoreBetter", "more higher", "higher"),
        ("In the 1990's the port was closed.", "PluralDecades", "1990's", "1990s"),
    ],
)
def test_true_flags(text: str, rule: str, flagged: str, right: str | None) -> None:
    found = {each[0]: each for each in flags(text)}
    _, span, replacements = found[f"harper/{rule}"]
    assert span == flagged
    assert right is None or right in replacements


@pytest.mark.parametrize(
    "text",
    [
        "Should it go on, the port will close.",
        "The captain let it go.",
        "Did you and he go home?",
        "He and she go home together.",
        "The board asks that he go home.",
        "Whether it be so, nobody knows.",
        "It were better to wait.",
        "I is the imaginary unit.",
        "Those who do not know it are weak.",
        "Because of what we say it have I stayed.",
        "She sort of has to move.",
        "It cost a lot, and he beat them.",
        "We guys all know it.",
        "Only then does she have time.",
    ],
)
def test_pronouns_that_agree_or_may_not_be_the_subject(text: str) -> None:
    assert not [found for found in flags(text) if "Pronoun" in found[0]]


@pytest.mark.parametrize(
    "text",
    [
        "The OKRB and the MSPK met in Tashkurgan with S.V. Zaretsky.",
        "An FIR was lodged, and a unanimous decision followed.",
        "An unidentified man, an MP and a one-off visitor came to a European city.",
        "The organisation honours its programme; the organization cancelled a centre.",
        "Co-operation on de-escalation and anti-terrorist pre-accession talks goes on.",
        "See www.portvale.example/helo-wrld and write to infoo@portvale.example today.",
        "The graphene microstructure, prostaglandins, karst and wontons were studied.",
        "The crossers, a timeframe, the delinking and the reimposition were discussed.",
        "It cost two million roubles, a moveable sum, an adviser and an advisor said.",
        "Their co-operation is now much more modest, and more honest.",
        "Die Regierung hat den Vertrag unterzeichnet.",
        "Правительство подписало договор о сотрудничестве.",
        "The figures rose by 5%, i.e. to 2.4 mln tonnes, in 2020-2021.",
    ],
)
def test_right_text_and_names_are_left_alone(text: str) -> None:
    assert flags(text) == []


def test_words_of_the_vocabulary_are_known_with_and_without_a_possessive() -> None:
    text = "The goverment and the goverment's plan."
    assert len(flags(text)) == 2
    assert flags(text, vocabulary=collect([], frozenset({"goverment"}))) == []


def test_a_named_dialect_decides_and_an_open_one_accepts_all() -> None:
    text = "The harbour is full of colour."
    assert flags(text) == []
    assert flags(text, target_lang="en-GB") == []
    american = flags(text, target_lang="en-US")
    assert [each[2][0] for each in american] == ["harbor", "color"]


def test_a_unit_is_judged_alone_whatever_stands_beside_it() -> None:
    texts = [
        "The delegations met in an",
        "university of the port.",
        "They asked for more",
        "then 200 delegates.",
        "It is a important step.",
    ] * 90
    assert sum(map(len, texts)) > BATCH
    together = CHECKER.check(units(*texts), CheckContext())
    alone = [
        (index, each.start, each.rule)
        for index, text in enumerate(texts)
        for each in CHECKER.check(units(text), CheckContext())
    ]
    assert sorted((s.segment, s.start, s.rule) for s in together) == sorted(alone)
    assert alone


def test_endless_words_are_not_looked_up() -> None:
    assert flags("recieved" * 2_000) == []


def test_offsets_are_code_points_even_after_astral_ones() -> None:
    text = "🙂𝒜 More then 200 delegates."
    found = CHECKER.check(units(text), CheckContext())
    assert [text[s.start : s.end] for s in found] == ["then"]


def test_replacements_are_not_garbled_by_case() -> None:
    for text in ("A important step.", "The Czech republic and the november talks."):
        for _, flagged, replacements in flags(text):
            for right in replacements:
                assert flagged.isupper() or not re.search(r"\w[A-Z]", right)


def test_unreadable_characters_keep_their_room() -> None:
    assert readable("a\x00b\ud800c\n") == "a\ufffdb\ufffdc\n"


def test_every_chosen_rule_exists_in_harper() -> None:
    import harper

    assert load_rules().keys() <= harper.get_default_lint_config().keys()


def test_only_english_is_supported() -> None:
    assert CHECKER.supports("en-US")
    assert not CHECKER.supports("de")
    assert not CHECKER.supports("enm")


@pytest.mark.parametrize(
    ("text", "right"),
    [("an unit", True), ("an uncle", False), ("an use", True), ("a uncle", False)],
)
def test_articles_before_u(text: str, right: bool) -> None:
    assert is_right("AnA", text, 0, text.index(" ")) is right


def test_harper_is_not_imported_before_a_check() -> None:
    script = (
        "import sys\n"
        "from posteditor.checkers.harper import HarperChecker\n"
        "HarperChecker().supports('en')\n"
        "print('harper' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
