"""Every embedded rule against its own examples."""

from __future__ import annotations

import pytest

from posteditor.checkers.rules.compiled import (
    COMPILED,
    compile_packs,
    embedded_packs,
    embedded_rules,
)
from posteditor.checkers.rules.pack import Pack, read_pack
from posteditor.checkers.rules.trial import Trial

PACKS = [read_pack(path) for path in embedded_packs()]
RULES = [rule for pack in PACKS for rule in pack.rules]


def by_name(pack: Pack) -> str:
    return pack.path.stem


@pytest.mark.parametrize("pack", PACKS, ids=by_name)
def test_rules_flag_their_bad_examples_once_and_mend_them_as_expected(
    pack: Pack,
) -> None:
    """And leave the corrected and the good sentences alone."""
    failures = [
        f"{found.line}: {found.rule}: {found.what}"
        for found in Trial([pack]).run()
        if not found.warning
    ]
    assert not failures


@pytest.mark.parametrize("pack", PACKS, ids=by_name)
def test_rules_have_examples_and_a_reason(pack: Pack) -> None:
    poor = [
        rule.id
        for rule in pack.rules
        if len(rule.bad) < 2
        or not rule.good
        or len(rule.message) < 10
        or rule.message.endswith(".")
    ]
    assert not poor


def test_there_are_rules_for_any_source_and_for_some() -> None:
    anywhere = [rule for rule in RULES if not rule.source_langs]
    assert len(anywhere) >= 80
    assert len(RULES) - len(anywhere) >= 80
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_the_compiled_form_is_that_of_the_packs() -> None:
    is_same = COMPILED.read_text(encoding="utf-8") == compile_packs()
    assert is_same, "run python -m posteditor.checkers.rules"


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"made_from": "x", "rules": []}'])
def test_a_compiled_form_that_does_not_fit_is_passed_over(tmp_path, content) -> None:
    stale = tmp_path / "compiled.json"
    stale.write_text(content, encoding="utf-8")
    assert [rule.id for rule in embedded_rules(stale)] == [r.id for r in RULES]
    assert embedded_rules(tmp_path / "missing.json") == embedded_rules()
