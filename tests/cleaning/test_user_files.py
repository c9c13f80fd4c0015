"""Pattern files of a user: they extend and replace, and every fault is named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from posteditor.cleaning import load_patterns
from posteditor.errors import ConfigError
from tests.cleaning.support import BODY, furniture, mark, write

FOLLOW = """
[[pattern]]
id = "our-feed"
kind = "slug"
where = "{where}"
regex = 'OURFEED (?P<region>\\w+) desk'
translation = true

[regions]
"Estmark" = "et"
"""


@pytest.mark.parametrize("where", ["head", "edges", "anywhere"])
def test_a_pattern_of_the_user(tmp_path: Path, where: str) -> None:
    file = write(tmp_path, "mine.toml", FOLLOW.format(where=where))
    mine = load_patterns([file])
    marked, provenance = mark("Ourfeed Estmark desk", *BODY * 20, patterns=mine)
    assert marked[0].furniture == "slug"
    assert provenance.source_lang == "et"
    assert furniture("Ourfeed Estmark desk", *BODY * 20) == []


def test_a_pattern_without_hints_is_looked_for_everywhere(tmp_path: Path) -> None:
    file = write(tmp_path, "mine.toml", FOLLOW.format(where="anywhere"))
    found = furniture(
        *BODY * 20, "OURFEED Estmark desk", *BODY * 20, patterns=load_patterns([file])
    )
    assert found == ["OURFEED Estmark desk"]


def test_a_folder_gives_all_its_toml_files(tmp_path: Path) -> None:
    write(tmp_path, "a.toml", FOLLOW.format(where="head"))
    write(tmp_path, "b.toml", "[languages]\nEstmarkish = 'et'\n")
    write(tmp_path, "notes.txt", "no pattern")
    mine = load_patterns([tmp_path])
    assert any(pattern.id == "our-feed" for pattern in mine.patterns)
    assert mine.language("estmarkish") == "et"


def test_a_pattern_of_the_same_id_replaces_ours(tmp_path: Path) -> None:
    text = """
    [[pattern]]
    id = "end-mark"
    kind = "end-mark"
    where = "tail"
    regex = 'FINIS'
    """
    mine = load_patterns([write(tmp_path, "mine.toml", text)])
    assert len(mine.patterns) == len(load_patterns().patterns)
    assert furniture(*BODY, "FINIS", "ENDS", patterns=mine) == ["FINIS"]


def test_the_embedded_patterns_are_compiled_only_when_needed() -> None:
    ours = load_patterns()
    assert not ours._compiled
    mark(*BODY * 20, patterns=ours)
    assert not ours._compiled


PATTERN = """
[[pattern]]
id = "mine"
kind = "slug"
where = "head"
regex = 'x'
"""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[pattern]\n", "Expected"),
        ("pattern = 3", "patterns are not a list"),
        ("pattern = [3]", "pattern number 1: is not a table"),
        ("[patterns]\n", "unknown key 'patterns'"),
        ("[[pattern]]\nkind = 'slug'", "pattern number 1: id is missing"),
        (PATTERN.replace("mine", "Not Mine"), "pattern number 1: id 'Not Mine'"),
        (PATTERN + PATTERN, "pattern mine: stands twice"),
        (PATTERN.replace("kind", "kin"), "pattern mine: unknown key 'kin'"),
        (PATTERN.replace("slug", "A slug"), "pattern mine: kind 'A slug'"),
        (PATTERN.replace("head", "middle"), "pattern mine: where 'middle'"),
        (PATTERN.replace("'x'", "'(x'"), "pattern mine: regex is not valid"),
        (PATTERN.replace("'x'", "3"), "pattern mine: regex must be text"),
        (PATTERN.replace("'x'", "''"), "pattern mine: regex must be text"),
        (PATTERN + "translation = 1", "pattern mine: translation must be true or"),
        (PATTERN + "begins = 'x'", "pattern mine: begins must be a list"),
        (PATTERN + "bad = ['']", "pattern mine: bad must be a list"),
        ("regions = 3", "regions is not a table"),
        ("[regions]\nEstmark = 'Estmarkish'", "regions: 'Estmark' = 'Estmarkish'"),
        ("[languages]\nEstmarkish = 3", "languages: 'Estmarkish' = 3"),
    ],
)
def test_a_fault_names_the_file_the_pattern_and_what_is_wrong(
    tmp_path: Path, text: str, message: str
) -> None:
    file = write(tmp_path, "mine.toml", text)
    with pytest.raises(ConfigError) as raised:
        load_patterns([file])
    assert raised.value.message.startswith(f"{file}: ")
    assert message in raised.value.message
    assert "\n" not in str(raised.value)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    latin = tmp_path / "latin.toml"
    latin.write_bytes(b"# caf\xe9\n")
    with pytest.raises(ConfigError, match=r"latin\.toml: is not UTF-8"):
        load_patterns([latin])
    with pytest.raises(ConfigError, match=r"none\.toml: cannot be read"):
        load_patterns([tmp_path / "none.toml"])


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(PATTERN, encoding="utf-8-sig")
    assert load_patterns([file]).patterns[-1].id == "mine"


def test_a_pattern_that_would_hang_is_named_instead(tmp_path: Path) -> None:
    text = PATTERN.replace("'x'", "'(?:a|a|aa)+(?<!a)'")
    mine = replace(load_patterns([write(tmp_path, "mine.toml", text)]), timeout=0.02)
    with pytest.raises(ConfigError, match="pattern mine: regex takes too long"):
        mark("a" * 400, *BODY, patterns=mine)
