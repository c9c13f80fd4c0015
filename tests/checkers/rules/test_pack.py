"""Reading packs: what is wrong is said by file, rule and key."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from posteditor.checkers.rules import RulesChecker
from posteditor.checkers.rules.pack import Domain, load_pack
from posteditor.errors import ConfigError
from posteditor.model import Severity
from tests.checkers.rules.support import HEAD, pack, rule


def test_a_rule_is_read(tmp_path: Path) -> None:
    (read,) = load_pack(
        pack(
            tmp_path,
            rule(
                severity='"major"',
                safe="true",
                source_lang='["ru", "uk"]',
                bad='[["By way of trade.", "Through trade."]]',
            ),
        )
    )
    assert read.id == "house/way"
    assert read.severity is Severity.MAJOR
    assert read.safe
    assert read.source_langs == {"ru", "uk"}
    assert read.bad[0].good == "Through trade."


@pytest.mark.parametrize(
    ("keys", "fault"),
    [
        ({"pattern": ""}, "pattern is missing"),
        ({"pattern": '"(a|b"'}, "bracket is not closed"),
        ({"pattern": "7"}, "pattern: expected text"),
        ({"regex": '"a+"'}, "a pattern and a regex"),
        ({"pattern": "", "regex": '"("'}, "regex"),
        ({"replacement": '"{x}"'}, "slot {x}"),
        ({"replacement": '"<go>"'}, "needs a <verb>"),
        ({"replacement": '"<go.gone>"'}, "no form of a verb"),
        ({"replacement": "[1]"}, "replacement: expected text"),
        ({"message": ""}, "message is missing"),
        ({"message": '""'}, "message is empty"),
        ({"label": '"much too long a label"'}, "longer than 13"),
        ({"category": '"beauty"'}, "not MQM's"),
        ({"category": '"Style Guide"'}, "not well formed"),
        ({"severity": '"awful"'}, "severity 'awful'"),
        ({"false_friend": "true"}, "false friend of no language"),
        ({"safe": '"yes"'}, "true or false"),
        ({"safe": "true", "replacement": ""}, "replaces nothing"),
        ({"source_lang": '["Russian"]'}, "no language code"),
        ({"bad": '["By way of trade."]'}, "here is no correction"),
        ({"replacement": "", "bad": '[["A.", "B."]]'}, "here is one, the rule none"),
        ({"domain": '"sport"'}, "domain 'sport' is unknown"),
        ({"source_match": '"(a"'}, "source_match '(a': a bracket is not closed"),
        ({"message": '"{source} is"'}, "message names {source}"),
        ({"source_phrase": '"{source}"'}, "source_phrase names {source}"),
        (
            {"source_match": '"a"', "bad": '[["By way of it.", "Through it."]]'},
            "has no source",
        ),
        ({"bad": '[{ target = "By way.", god = "B" }]'}, "bad: expected"),
        ({"good": "[{ source = 'A' }]"}, "good: expected"),
        ({"replacment": '"x"'}, "unknown key 'replacment' (did you mean replacement?)"),
        ({"bad": "[[1, 2]]"}, "bad: expected a sentence"),
        ({"bad": "3"}, "bad: expected a list"),
        ({"not_before": '"("'}, "not_before"),
        ({"colour": '"red"'}, "unknown key 'colour'"),
    ],
)
def test_a_fault_names_file_rule_and_key(
    tmp_path: Path, keys: dict[str, str], fault: str
) -> None:
    path = pack(tmp_path, rule(**keys))
    with pytest.raises(ConfigError) as caught:
        load_pack(path)
    assert fault in str(caught.value)
    assert re.search(r"house\.toml:\d+: rule house/way", str(caught.value))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("", r"house\.toml: \[pack\]: is missing"),
        (HEAD, "has no rules"),
        ("[pack", "Expected"),
        ("[pack]\nnam = 1\n" + rule(), "name is missing"),
        ('[pack]\nname = "A b"\n' + rule(), "not well formed"),
        ('[pack]\nname = "house"\ncolour = 1\n' + rule(), "unknown key 'colour'"),
        ("x = 1\n" + HEAD + rule(), "unknown key 'x'"),
        (HEAD + rule() + rule(), "stands twice"),
        (HEAD + "rule = [1]\n", "house.toml"),
        (HEAD + rule(id='"A"'), "not well formed"),
    ],
)
def test_a_pack_that_is_no_pack(tmp_path: Path, content: str, fault: str) -> None:
    path = tmp_path / "house.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError, match=fault):
        load_pack(path)


def test_a_pack_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    path = pack(tmp_path, rule())
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert len(load_pack(path)) == 1


def test_a_pack_nested_too_deep_is_refused(tmp_path: Path) -> None:
    path = pack(tmp_path, rule(bad="[" * 50_000 + "]" * 50_000))
    with pytest.raises(ConfigError, match="nested too deep"):
        load_pack(path)
    pattern = "(" * 50_000 + "a" + ")" * 50_000
    with pytest.raises(ConfigError, match="rule house/way"):
        load_pack(pack(tmp_path, rule(pattern=f'"{pattern}"')))
    with pytest.raises(ConfigError, match="rule house/way"):
        load_pack(pack(tmp_path, rule(source_match=f'"{pattern}"')))


def test_domains_are_those_of_the_rule_else_of_the_pack(tmp_path: Path) -> None:
    head = HEAD + 'domain = ["news", "business"]\n'
    rules = (
        rule(),
        rule(id='"a"', domain='"any"'),
        rule(id='"b"', domain='"official"'),
    )
    path = pack(tmp_path, *rules, head=head)
    assert [sorted(read.domains) for read in load_pack(path)] == [
        ["business", "news"],
        [],
        ["official"],
    ]
    off = frozenset({Domain.NEWS, Domain.OFFICIAL})
    checker = RulesChecker.load([path], domains_off=off)
    house = {each.id for each in checker.rules if each.pack == "house"}
    assert house == {"house/way", "house/a"}


def test_a_pack_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load_pack(tmp_path / "missing.toml")
    assert str(caught.value) == (
        f"{tmp_path}/missing.toml: rule pack cannot be read: No such file or directory"
    )
    latin = tmp_path / "latin.toml"
    latin.write_bytes(b"[pack]\nname = '\xe9'")
    with pytest.raises(ConfigError, match=r"latin\.toml: rule pack is not UTF-8"):
        load_pack(latin)


def test_packs_of_a_folder_are_added_and_a_name_taken_is_refused(
    tmp_path: Path,
) -> None:
    pack(tmp_path, rule())
    checker = RulesChecker.load([tmp_path])
    assert "house/way" in {each.id for each in checker.rules}
    other = tmp_path / "other"
    other.mkdir()
    pack(other, rule())
    with pytest.raises(ConfigError, match="another pack"):
        RulesChecker.load([tmp_path, other])


def test_rules_and_whole_packs_can_be_off(tmp_path: Path) -> None:
    path = pack(tmp_path, rule(), rule(id='"other"'))
    off = frozenset({"house/way", "official", "typography/doubled-word"})
    checker = RulesChecker.load([path], off)
    ids = {each.id for each in checker.rules}
    assert "house/other" in ids
    assert "house/way" not in ids
    assert not any(each.startswith("official/") for each in ids)
    assert "typography/doubled-word" not in {each.id for each in checker.mechanisms}
