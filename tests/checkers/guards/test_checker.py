"""The guards among the checkers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posteditor.checkers.engine import Engine
from posteditor.checkers.guards import GuardsChecker, guard
from posteditor.checkers.protocol import CheckContext, Scope, Unit
from posteditor.model import Level
from tests.checkers.contract import HOSTILE, assert_spans
from tests.evaluation import evaluation

UNIT = Unit(segment=3, text="We saw 6 ships.", mt="We saw 5 ships.")
WORDS = (
    'not 5 5,000 million EU Petrov ( ) " May twenty II не марта 万 三 ٢٥ \ud800 . \0'
)
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(WORDS.split()), max_size=25).map(" ".join),
)


def rules(units: Sequence[Unit], *off: str, level: Level = Level.FULL) -> list[str]:
    engine = Engine([GuardsChecker()], rules_off=frozenset(off))
    findings = engine.check(units, CheckContext(level=level), Scope.CHANGE)
    assert not findings.failures
    return [s.rule for found in findings.suggestions.values() for s in found]


def test_it_reads_the_machine_translation_beside_the_target() -> None:
    assert rules([UNIT]) == ["guard/number"]
    assert rules([Unit(segment=3, text="We saw 6 ships.")]) == []


def test_it_can_be_turned_off_as_a_rule_and_as_a_whole() -> None:
    assert rules([UNIT], "guard/number") == []
    assert rules([UNIT], "guard") == []


def test_light_post_editing_shows_it_too() -> None:
    assert rules([UNIT], level=Level.LIGHT) == ["guard/number"]


def test_every_rule_has_its_name() -> None:
    checker = GuardsChecker()
    assert "guard/number" in checker.rule_ids
    assert all(rule.startswith("guard/") for rule in checker.rule_ids)
    assert checker.supports("fi")
    assert not checker.reads("fi")
    assert checker.reads("en-GB")


def test_a_cancelled_check_ends() -> None:
    context = CheckContext(cancelled=lambda: True)
    assert not GuardsChecker().check([UNIT], context)


@given(mt=TEXTS, target=TEXTS, source=TEXTS, lang=st.sampled_from(["ru", "zh", "fi"]))
def test_any_text_is_read(mt: str, target: str, source: str, lang: str) -> None:
    found = guard(mt, target, source, source_lang=lang, segment=1)
    assert_spans(found, [Unit(segment=1, text=target)])
    places = [(one.start, one.end) for one in found]
    assert places == sorted(set(places))
    assert all(a[1] <= b[0] for a, b in pairwise(places))
    for one in found:
        assert one.message.strip()
        assert "\n" not in one.message
        assert one.text not in one.replacements


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_breaks_nothing(text: str) -> None:
    for other in ("", "A 5 (not) EU.", text.upper(), text[::-1]):
        for mt, target in ((text, other), (other, text)):
            found = guard(mt, target, text, source_lang="ru")
            assert_spans(found, [Unit(segment=0, text=target)])


def test_editors_are_seldom_held() -> None:
    """On 1,000 post-edits by professionals: remarks on one changed sentence in ten."""
    path = evaluation("mlqe-pe/pe_ru-en_dev.tsv")
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()[1:]]
    changed = [(row[2], row[3]) for row in rows if row[2] != row[3]]
    held = sum(bool(guard(mt, edited)) for mt, edited in changed)
    assert len(changed) > 400
    assert held < 0.1 * len(changed)


def test_human_translations_pass_beside_their_source() -> None:
    folder = evaluation("wmt22-ru-en")
    sources = next(folder.glob("src*")).read_text("utf-8").splitlines()
    humans = next(folder.glob("ref*")).read_text("utf-8").splitlines()
    pairs = list(zip(sources, humans, strict=True))
    held = [s for s, t in pairs if guard(t, t, s, source_lang="ru")]
    assert len(held) < 0.01 * len(pairs)
