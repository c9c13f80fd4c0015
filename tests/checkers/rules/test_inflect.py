"""Forms of verbs, by spelling."""

from __future__ import annotations

import pytest

from posteditor.checkers.rules.inflect import Form, base_of_gerund, verb
from posteditor.checkers.rules.pattern import VERBS


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("implement", "implements implemented implemented implementing"),
        ("carry", "carries carried carried carrying"),
        ("plan", "plans planned planned planning"),
        ("submit", "submits submitted submitted submitting"),
        ("offer", "offers offered offered offering"),
        ("visit", "visits visited visited visiting"),
        ("transfer", "transfers transferred transferred transferring"),
        ("enjoy", "enjoys enjoyed enjoyed enjoying"),
        ("fix", "fixes fixed fixed fixing"),
        ("take", "takes took taken taking"),
        ("see", "sees saw seen seeing"),
        ("agree", "agrees agreed agreed agreeing"),
        ("lie", "lies lay lain lying"),
        ("have", "has had had having"),
        ("add", "adds added added adding"),
        ("help", "helps helped helped helping"),
        ("equip", "equips equipped equipped equipping"),
        ("foresee", "foresees foresaw foreseen foreseeing"),
        (
            "misunderstand",
            "misunderstands misunderstood misunderstood misunderstanding",
        ),
        ("undergo", "undergoes underwent undergone undergoing"),
        ("relay", "relays relayed relayed relaying"),
        ("fulfil", "fulfils fulfilled fulfilled fulfilling"),
        ("limit", "limits limited limited limiting"),
        ("target", "targets targeted targeted targeting"),
        ("confer", "confers conferred conferred conferring"),
        ("layer", "layers layered layered layering"),
        ("veto", "vetoes vetoed vetoed vetoing"),
        ("panic", "panics panicked panicked panicking"),
        ("quit", "quits quit quit quitting"),
    ],
)
def test_the_forms_of_a_verb(base: str, forms: str) -> None:
    found = verb(base)
    assert [found.third, found.past, found.participle, found.gerund] == forms.split()


@pytest.mark.parametrize("base", VERBS.split("|"))
def test_a_gerund_leads_back_to_its_verb(base: str) -> None:
    british = {"fulfill": "fulfil"}
    assert base_of_gerund(verb(base).gerund) == british.get(base, base)


MISTAKEN = (
    "agree bore breathe cause confuse control discuss file focus owe panic put range "
    "refuse route shoot shout smoke strike time traffic travel tune"
)


@pytest.mark.parametrize("base", MISTAKEN.split())
def test_a_gerund_leads_back_to_verbs_that_are_easily_mistaken(base: str) -> None:
    assert base_of_gerund(verb(base).gerund) == base


@pytest.mark.parametrize(
    ("base", "word", "auxiliary", "form"),
    [
        ("show", "shown", False, Form.PARTICIPLE),
        ("show", "showed", False, Form.PAST),
        ("carry", "carried", True, Form.PARTICIPLE),
        ("carry", "carried", False, Form.PAST),
        ("put", "put", True, Form.PARTICIPLE),
        ("put", "put", False, Form.BASE),
        ("be", "are", False, Form.BASE),
        ("be", "is", True, Form.THIRD),
        ("be", "been", True, Form.PARTICIPLE),
    ],
)
def test_which_form_a_word_is(
    base: str, word: str, auxiliary: bool, form: Form
) -> None:
    assert verb(base).form_of(word, after_auxiliary=auxiliary) is form
