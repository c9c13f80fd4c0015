"""Every embedded rule against its own examples."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from posteditor.checkers.rules.compiled import (
    COMPILED,
    compile_packs,
    embedded_packs,
    embedded_rules,
)
from posteditor.checkers.rules.index import RuleIndex
from posteditor.checkers.rules.matcher import Matcher
from posteditor.checkers.rules.pack import Example, Rule, load_pack

RULES = [rule for path in embedded_packs() for rule in load_pack(path)]
INDEX = RuleIndex(RULES)


def by_id(rule: Rule) -> str:
    return rule.id


def bad_examples() -> Iterator[tuple[Rule, Example]]:
    for rule in RULES:
        for example in rule.bad:
            yield rule, example


@pytest.mark.parametrize(
    ("rule", "example"),
    bad_examples(),
    ids=lambda value: value.id if isinstance(value, Rule) else "",
)
def test_a_bad_example_is_flagged_once_and_its_fix_is_the_one_expected(
    rule: Rule, example: Example
) -> None:
    bad = example.bad
    assert rule in INDEX.candidates(bad), "the index does not offer the rule"
    (hit,) = Matcher(rule).hits(bad, example.source)
    if example.good is None:
        assert not hit.replacements
    else:
        assert bad[: hit.start] + hit.replacements[0] + bad[hit.end :] == example.good


@pytest.mark.parametrize("rule", RULES, ids=by_id)
def test_good_and_corrected_sentences_are_not_flagged(rule: Rule) -> None:
    matcher = Matcher(rule)
    sentences = [(each.text, each.source) for each in rule.good]
    fixed = [(each.good, each.source) for each in rule.bad if each.good]
    assert not [each for each in sentences + fixed if list(matcher.hits(*each))]


@pytest.mark.parametrize("rule", RULES, ids=by_id)
def test_a_rule_has_examples_and_a_reason(rule: Rule) -> None:
    assert len(rule.bad) >= 2
    assert rule.good
    assert len(rule.message) >= 10
    assert not rule.message.endswith(".")


def test_there_are_rules_for_any_source_and_for_some() -> None:
    anywhere = [rule for rule in RULES if not rule.source_langs]
    assert len(anywhere) >= 80
    assert len(RULES) - len(anywhere) >= 80
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_the_compiled_form_is_that_of_the_packs() -> None:
    assert COMPILED.read_text(encoding="utf-8") == compile_packs(), (
        "run python -m posteditor.checkers.rules"
    )


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"made_from": "x", "rules": []}'])
def test_a_compiled_form_that_does_not_fit_is_passed_over(tmp_path, content) -> None:
    stale = tmp_path / "compiled.json"
    stale.write_text(content, encoding="utf-8")
    assert [rule.id for rule in embedded_rules(stale)] == [r.id for r in RULES]
    assert embedded_rules(tmp_path / "missing.json") == embedded_rules()
