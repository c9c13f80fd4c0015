"""The registry: what is built, what is only described, and what is missing."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from posteditor.checkers import registry
from posteditor.checkers.protocol import CheckContext, Unit
from posteditor.checkers.registry import REGISTRY, build_engine, describe
from posteditor.config import LanguageTool, Settings
from posteditor.errors import ConfigError
from tests.checkers.making import units

# Checkers that need a server, files, or data for other languages than English.
BESIDE = {"languagetool", "lingotweaker", "glossary"}


def settings(**fields: object) -> Settings:
    return Settings(store=Path("unused.db"), **fields)  # type: ignore[arg-type]


def test_the_embedded_checkers_are_built_for_english() -> None:
    engine = build_engine(settings(), "en", "ru")
    embedded = [name for name in REGISTRY if name not in BESIDE]
    assert [checker.name for checker in engine.checkers] == embedded


def test_a_server_s_checker_is_built_where_it_is_asked_for() -> None:
    asked = settings(languagetool=LanguageTool(url="http://localhost:9"))
    engine = build_engine(asked, "en", "ru")
    assert "languagetool" in [checker.name for checker in engine.checkers]
    works = {info.name: info.available for info in describe(asked)}
    assert works["languagetool"]
    assert not {info.name: info for info in describe(settings())}[
        "languagetool"
    ].available


def test_any_rule_of_an_open_group_may_be_off() -> None:
    off = frozenset({"languagetool/SOME_RULE", "lingotweaker"})
    assert build_engine(settings(rules_off=off), "en", None).checkers


def test_the_engine_of_the_embedded_checkers_finds_what_each_finds() -> None:
    engine = build_engine(settings(), "en", None)
    document = [
        *units(
            "The Northern Trade Organization (NTO) met the LRB in Portvale.",
            "The goverment has has adopted the plan.",
        ),
        Unit(segment=2, text="They met 6 times.", mt="They met 5 times."),
    ]
    runs = engine.check_all(document, CheckContext())
    assert not [failure for findings in runs for failure in findings.failures]
    names = {
        suggestion.checker
        for findings in runs
        for found in findings.suggestions.values()
        for suggestion in found
    }
    assert names == set(REGISTRY) - BESIDE


def test_checkers_that_are_off_are_not_built() -> None:
    off = settings(checkers_off=frozenset({"harper", "rules"}))
    names = [checker.name for checker in build_engine(off, "en", None).checkers]
    assert names == ["consistency", "guards"]
    works = {info.name: info.available for info in describe(off)}
    assert not works["rules"]
    assert not works["harper"]
    assert works["consistency"]


def test_an_unknown_name_in_checkers_off_is_a_mistake() -> None:
    with pytest.raises(ConfigError, match="harpre"):
        build_engine(settings(checkers_off=frozenset({"harpre"})), "en", None)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("russian/work-out-action", "did you mean russian/work-out-actions?"),
        ("harper/SpelCheck", "did you mean harper/SpellCheck?"),
        ("Official", "did you mean official?"),
        ("12345", "groups: .*consistency, .*harper"),
    ],
)
@pytest.mark.parametrize("off", [frozenset(), frozenset({"harper", "rules"})])
def test_an_unknown_name_in_rules_off_is_a_mistake(
    name: str, hint: str, off: frozenset[str]
) -> None:
    wrong = settings(rules_off=frozenset({name}), checkers_off=off)
    with pytest.raises(ConfigError, match=f"unknown rule {name} .*{hint}") as caught:
        build_engine(wrong, "en", None)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "name", ["official", "harper/AnA", "consistency/percent", "engine"]
)
def test_rules_and_groups_can_be_off(name: str) -> None:
    assert build_engine(settings(rules_off=frozenset({name})), "en", None)


def test_a_broken_pack_is_told_of_its_checker(tmp_path: Path) -> None:
    pack = tmp_path / "mine.toml"
    for text, problem in (("[pack", "mine.toml: "), (None, "cannot be read")):
        if text is None:
            pack.unlink()
        else:
            pack.write_text(text)
        infos = describe(settings(packs=(pack,)))
        rules, *others = infos
        assert (rules.name, rules.available, rules.version) == ("rules", False, "")
        assert problem in rules.note
        assert all(info.available for info in others if info.name not in BESIDE)


def test_english_checkers_are_not_built_for_other_languages() -> None:
    names = {c.name for c in build_engine(settings(), "ja", None).checkers}
    assert "harper" not in names


def test_a_missing_library_is_described_and_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    missing = replace(REGISTRY["harper"], library="no_such_library")
    monkeypatch.setitem(registry.REGISTRY, "harper", missing)
    engine = build_engine(settings(), "en", None)
    assert "harper" not in [checker.name for checker in engine.checkers]
    (info,) = [each for each in describe(settings()) if each.name == "harper"]
    assert not info.available
    assert info.version == ""
    assert "pip install harper-py" in info.note


def test_describing_imports_no_library() -> None:
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from posteditor.checkers.registry import describe\n"
        "from posteditor.config import LanguageTool, Settings\n"
        "infos = describe(Settings(store=Path('x')))\n"
        "assert all(bool(i.version) == i.available for i in infos), infos\n"
        "print('harper' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False"]


PACK = """
[pack]
name = "mine"
domain = "news"

[[rule]]
id = "quay"
pattern = "quayside matter"
replacement = "harbour affair"
message = "as the house says"
label = "house"
category = "terminology"
bad = [["A quayside matter.", "A harbour affair."]]
good = ["A matter."]
"""


def test_domains_that_are_off_are_not_looked_for_and_unknown_ones_refused(
    tmp_path: Path,
) -> None:
    pack = tmp_path / "mine.toml"
    pack.write_text(PACK, encoding="utf-8")

    def found(off: str) -> bool:
        wanted = settings(packs=(pack,), domains_off=frozenset({off}))
        engine = build_engine(wanted, "en", None)
        runs = engine.check_all(units("A quayside matter."), CheckContext())
        rules = {s.rule for run in runs for s in run.suggestions.get(0, ())}
        return "mine/quay" in rules

    assert found("business")
    assert not found("news")
    with pytest.raises(ConfigError, match="domains_off: unknown domain x"):
        found("x")


def test_what_is_alone_wanted_is_found_within_a_phrase_of_another_rule() -> None:
    rule = "typography/doubled-space"
    engine = build_engine(settings(rules_only=frozenset({rule})), "en", None)
    runs = engine.check_all(
        units("We express  our gratitude and  recieve it."), CheckContext()
    )
    found = [s.rule for run in runs for s in run.suggestions.get(0, ())]
    assert found == [rule, rule]


def test_a_broken_glossary_is_told_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "terms.tsv"
    path.write_text("one\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"terms\.tsv:1: has one column"):
        build_engine(settings(glossary=(path,)), "en", None)
    path.write_text("план\tplan\n", encoding="utf-8")
    names = [
        c.name for c in build_engine(settings(glossary=(path,)), "ka", None).checkers
    ]
    assert "glossary" in names
