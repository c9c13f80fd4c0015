"""The LanguageTool checker against servers that say what a test wants."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from posteditor.checkers.engine import Engine
from posteditor.checkers.languagetool import LanguageToolChecker
from posteditor.checkers.protocol import CheckContext, Checker, Scope, Unit
from posteditor.config import LanguageTool
from posteditor.errors import ServiceError
from posteditor.model import Severity, Suggestion
from tests.checkers.contract import CheckerContract
from tests.checkers.languagetool.fake import (
    Answer,
    Fields,
    Reply,
    body,
    finding,
    serving,
)
from tests.checkers.making import units


def checker(url: str, **wishes: object) -> LanguageToolChecker:
    return LanguageToolChecker(LanguageTool(url=url, **wishes), {})  # type: ignore[arg-type]


class TestContract(CheckerContract):
    findable = ("All of them has left.", "They is here.")

    @pytest.fixture(scope="class", autouse=True)
    def server(self) -> Iterator[None]:
        with serving(finding("has", "have")) as fake:
            type(self).url = fake.url
            yield

    def make(self) -> Checker:
        return checker(self.url)


def found(answer: Answer, *texts: str, **context: object) -> list[Suggestion]:
    with serving(answer) as fake:
        asked = CheckContext(**context)  # type: ignore[arg-type]
        return list(checker(fake.url).check(units(*texts), asked))


def test_spans_are_code_points_of_the_unit() -> None:
    [one] = found(finding("has", "have"), "🙂 One.", "🙂🙂 All has left.")
    assert (one.segment, one.start, one.end, one.text) == (1, 7, 10, "has")
    assert one.rule == "languagetool/RULE"
    assert one.replacements == ("have",)
    assert (one.category, one.label) == ("fluency/grammar", "grammar")
    assert one.severity is Severity.MAJOR


def test_many_units_are_one_request_and_long_texts_several() -> None:
    with serving(finding("has", "have")) as fake:
        asked = checker(fake.url)
        asked.check(units(*["All has left."] * 50), CheckContext())
        assert len(fake.asked) == 1
        asked.check(units(*["word " * 1_000] * 4), CheckContext())
    assert len(fake.asked) == 5


def test_wishes_reach_the_server() -> None:
    with serving(finding("has")) as fake:
        asked = checker(
            fake.url,
            picky=True,
            rules_on=("WHITESPACE_RULE", "ONE"),
            rules_off=("TWO",),
            mother_tongue="uk",
        )
        asked.check(units("Sie geht."), CheckContext(target_lang="de-at"))
    [fields] = fake.asked
    assert fields["language"] == "de-AT"
    assert fields["level"] == "picky"
    assert fields["motherTongue"] == "uk"
    assert fields["enabledRules"] == "WHITESPACE_RULE,ONE"
    off = fields["disabledRules"].split(",")
    assert "TWO" in off
    assert "WHITESPACE_RULE" not in off


def test_a_source_is_sent_with_its_sentence_alone() -> None:
    pair = Unit(segment=1, text="She left.", source="Sie ging.")
    document = [*units("One."), pair, Unit(segment=2, text="Two.")]
    with serving(finding("left")) as fake:
        context = CheckContext(source_lang="de")
        [one] = checker(fake.url).check(document, context)
        silent = checker(fake.url, bilingual=False)
        silent.check(document, context)
    assert one.segment == 1
    together, alone, all_of_them = fake.asked
    assert together["text"] == "One.\n\nTwo."
    assert "sourceText" not in together
    assert alone["sourceText"] == "Sie ging."
    assert alone["sourceLanguage"] == alone["motherTongue"] == "de-DE"
    assert "sourceText" not in all_of_them


def test_a_source_in_a_language_it_does_not_know_stays_here() -> None:
    pair = Unit(segment=0, text="She left.", source="Ол кетті.")
    with serving(finding("left")) as fake:
        checker(fake.url).check([pair], CheckContext(source_lang="kk"))
    assert not fake.asked[0].keys() & {"sourceText", "motherTongue"}


def test_a_refused_text_is_left_out_alone_with_one_notice() -> None:
    def answer(fields: Fields) -> Reply:
        if "bad" in fields["text"]:
            return 500, b"Error: Internal Error"
        return finding("has", "have")(fields)

    with serving(answer) as fake:
        engine = Engine([checker(fake.url)])
        document = units("All has left.", "A bad one.", "It has.", "End.")
        findings = engine.check(document, CheckContext(), Scope.LATE)
        again = engine.check(units("It has."), CheckContext(), Scope.LATE)
    assert sorted(findings.suggestions) == [0, 2]
    [notice] = findings.failures
    assert notice.line.startswith("languagetool: sentence 2 is left out: http://")
    assert not notice.left_out
    assert again.suggestions
    assert not again.failures


def test_a_server_that_goes_away_leaves_out_the_checker_with_one_notice() -> None:
    with serving(finding("has", "have")) as fake:
        engine = Engine([checker(fake.url)])
        assert engine.check(units("It has."), CheckContext(), Scope.LATE).suggestions
    gone = engine.check(units("It has."), CheckContext(), Scope.LATE)
    [failure] = gone.failures
    assert failure.is_service
    assert "does not answer: Connection refused" in failure.line
    assert not engine.check(units("x"), CheckContext(), Scope.LATE).failures


def test_a_match_that_makes_no_sense_is_a_strange_server() -> None:
    with pytest.raises(ServiceError, match="does not answer as a LanguageTool"):
        found(lambda fields: (200, body({"offset": "x"})), "It has.")


def test_a_match_outside_the_text_is_nothing() -> None:
    def answer(fields: Fields) -> Reply:
        _, content = finding("has")({"text": "It has."})
        return 200, content.replace(b'"offset": 3', b'"offset": 999')

    assert [s.text for s in found(answer, "It has.")] in ([], [""])


def test_nothing_is_asked_for_nothing_or_nobody() -> None:
    with serving(finding("has")) as fake:
        asked = checker(fake.url)
        assert not asked.check(units("", "  "), CheckContext())
        cancelled = CheckContext(cancelled=lambda: True)
        assert not asked.check(units("It has."), cancelled)
    assert not fake.asked


def test_the_version_is_the_server_s() -> None:
    with serving(finding("has")) as fake:
        asked = checker(fake.url)
        assert asked.version == "not asked yet"
        asked.check(units("It has."), CheckContext())
        assert asked.version == "6.8"


SPELLING = {"category": "TYPOS", "issue_type": "misspelling"}


@pytest.mark.parametrize(
    ("words", "near", "lang", "is_flagged"),
    [
        ("Zaretsky", "Zaretskys", "en", False),
        ("Zaretsky’s", "Zaretskys", "en", False),
        ("Zartsky", "Zaretskys", "en", True),
        ("teh", "the", "en", True),
        ("colour", "color", "en", False),
        ("colour", "color", "en-US", True),
        ("2021", "", "en", False),
    ],
)
def test_names_of_the_document_are_no_typos(
    words: str, near: str, lang: str, is_flagged: bool
) -> None:
    answer = finding(words, near, **SPELLING)
    vocabulary = frozenset({"Zaretsky", "zaretsky"})
    text = f"We saw {words} there."
    flags = found(answer, text, target_lang=lang, vocabulary=vocabulary)
    assert bool(flags) == is_flagged


def test_german_nouns_are_not_all_names() -> None:
    words = frozenset({"Regierungg", "regierungg", "Putilin", "putilin"})
    for noun, near, is_flagged in (
        ("Regierungg", "Regierung", False),
        ("Regiereung", "Regierung", True),
        ("Putilin", "Patin", False),
    ):
        vocabulary = words | {noun, noun.lower()}
        answer = finding(noun, near, **SPELLING)
        flags = found(
            answer, f"Die {noun} kam.", target_lang="de", vocabulary=vocabulary
        )
        assert bool(flags) == is_flagged, noun
