"""The glossary checker: forbidden variants, missing terms, protected ones."""

from __future__ import annotations

import pytest

from posteditor.checkers.engine import Engine
from posteditor.checkers.glossary.checker import FORBIDDEN, MISSING, GlossaryChecker
from posteditor.checkers.glossary.reading import Term
from posteditor.checkers.protocol import CheckContext, Checker, Scope, Unit
from posteditor.model import Suggestion
from tests.checkers.contract import CheckerContract

TERMS = (
    Term(
        source="стратегическое партнёрство",
        targets=("strategic partnership",),
        forbidden=("strategic partner relationship",),
        note="as agreed",
    ),
    Term(
        source="государство-участник",
        targets=("participating State",),
        forbidden=("member state",),
    ),
    Term(source="ОДКБ", targets=("CSTO",)),
    Term(source="совет", targets=("board",)),
    Term(source="совет гаваней", targets=("Harbour Council",)),
    Term(source="港口联盟", targets=("Harbour Union",)),
    Term(source="проли*", targets=("strait",)),
    Term(targets=("the State Duma",), forbidden=("State Duma",)),
)
CHECKER = GlossaryChecker(TERMS)


def found(
    text: str, source: str | None = None, *, language: str = "en"
) -> list[Suggestion]:
    unit = Unit(segment=0, text=text, source=source)
    return list(CHECKER.check([unit], CheckContext(target_lang=language)))


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Each member state agreed.", "member state", "participating State"),
        ("Member states agreed.", "Member states", "Participating States"),
        ("All MEMBER STATES met.", "MEMBER STATES", "PARTICIPATING STATES"),
        ("a member\u00a0state", "member\u00a0state", "participating State"),
        (
            "Strategic partner relationships grow.",
            "Strategic partner relationships",
            "Strategic partnerships",
        ),
        ("A session of State Duma.", "State Duma", "the State Duma"),
    ],
)
def test_a_forbidden_variant_is_replaced(text: str, wrong: str, right: str) -> None:
    (flag,) = found(text)
    assert (flag.rule, flag.text) == (FORBIDDEN, wrong)
    assert flag.replacements == (right,)
    assert text[flag.start : flag.end] == flag.text


@pytest.mark.parametrize(
    "text",
    [
        "The participating States agreed.",
        "A member stated it.",
        "The State Duma met.",
        "Remember states.",
        "",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_in_other_languages_words_are_taken_as_they_stand() -> None:
    assert found("member states", language="de") == []
    assert [s.text for s in found("member state", language="de")] == ["member state"]


@pytest.mark.parametrize(
    ("source", "missing"),
    [
        ("Развиваем стратегического партнерства основы.", "strategic partnership"),
        ("Государствам-участникам предложено.", "participating State"),
        ("Секретариат ОДКБ работает.", "CSTO"),
        ("Роль совета растёт.", "board"),
        ("Роль Совета гаваней растёт.", "Harbour Council"),
        ("我们支持港口联盟的工作。", "Harbour Union"),
        ("Через проливы идут суда.", "strait"),
    ],
)
def test_a_term_of_the_source_must_be_in_the_target(source: str, missing: str) -> None:
    (flag,) = found("Something else stands here.", source)
    assert (flag.rule, flag.replacements) == (MISSING, ())
    assert missing in flag.message
    assert flag.text


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("We build strategic partnerships.", "Строим стратегическое партнёрство."),
        ("The CSTO works.", "ОДКБ работает."),
        ("The Harbour Council works.", "Совет гаваней работает."),
        ("We planned it.", "Советский план."),
        ("Nothing of it.", ""),
        ("Nothing of it.", None),
    ],
)
def test_nothing_is_missing_where_the_term_stands_or_is_another(
    text: str, source: str | None
) -> None:
    assert found(text, source) == []


def test_a_forbidden_variant_is_not_told_twice() -> None:
    flags = found("The member state agreed.", "Государство-участник согласилось.")
    assert [flag.rule for flag in flags] == [FORBIDDEN]
    (missing,) = found("It agreed.", "Государство-участник согласилось.")
    assert missing.about == "государство-участник"


def test_terms_as_they_are_written_are_protected() -> None:
    text = "Strategic partnership with participating States and Csto."
    protected = [text[start:end] for start, end in CHECKER.protected(text)]
    assert protected == ["Strategic partnership", "participating States"]


def test_no_other_checker_changes_a_term() -> None:
    class Meddler:
        name, version, scope = "meddler", "1", Scope.SEGMENT
        rule_ids = frozenset({"m/x"})

        def supports(self, target_lang: str) -> bool:
            return True

        def check(self, units: list[Unit], context: CheckContext) -> list[Suggestion]:
            text = units[0].text
            start = text.index("States")
            return [
                Suggestion(
                    segment=0,
                    start=start,
                    end=start + 6,
                    text="States",
                    message="lower case",
                    rule="m/x",
                    checker=self.name,
                    replacements=("states",),
                )
            ]

    unit = Unit(segment=0, text="All participating States met.")
    for checkers, count in (([Meddler()], 1), ([Meddler(), CHECKER], 0)):
        engine = Engine(checkers)  # type: ignore[arg-type]
        findings = engine.check([unit], CheckContext(), Scope.SEGMENT)
        assert len(findings.suggestions.get(0, ())) == count
        assert not findings.failures


def test_many_terms_cost_little() -> None:
    """What is looked at depends on the words of the text."""
    terms = [
        Term(
            source=f"слово{n} термин",
            targets=(f"term{n} word",),
            forbidden=(f"bad{n} word",),
        )
        for n in range(5_000)
    ]
    checker = GlossaryChecker(terms)
    unit = Unit(segment=0, text="A bad7 word here.", source="Слова4999 термина нет.")
    flags = checker.check([unit], CheckContext())
    assert {flag.rule for flag in flags} == {FORBIDDEN}


class TestContract(CheckerContract):
    findable = ("Each member state agreed.",)

    def make(self) -> Checker:
        return GlossaryChecker(TERMS)
