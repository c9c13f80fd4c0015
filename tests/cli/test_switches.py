"""Switches of one command: rules, checkers, glossaries, and how much is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def rules(posteditor: Run, file: Path, *options: str | Path) -> list[str]:
    done = posteditor("check", file, "--format", "json", *options)
    assert done.code in (0, 1)
    (document,) = done.json["documents"]
    return [found["rule"] for found in document["suggestions"]]


def test_a_rule_or_a_group_is_left_out_or_shown_alone(
    posteditor: Run, statement: Path
) -> None:
    everything = rules(posteditor, statement)
    rule = "typography/stray-stop"
    assert rule in everything
    less = rules(posteditor, statement, "--off", rule)
    assert less == [name for name in everything if name != rule]
    group = rules(posteditor, statement, "--off", "typography", "--off", "harper")
    assert group
    assert not [name for name in group if name.startswith("typography/")]
    assert rules(posteditor, statement, "--only", rule) == [rule]


def test_one_checker_is_asked_alone(posteditor: Run, statement: Path) -> None:
    done = posteditor(
        "check", statement, "--format", "json", "--checker", "consistency"
    )
    (document,) = done.json["documents"]
    checkers = {found["checker"] for found in document["suggestions"]}
    assert checkers <= {"consistency"}


def test_the_most_important_are_shown(posteditor: Run, tmp_path: Path) -> None:
    file = tmp_path / "one.txt"
    file.write_text("We recieve  the the delegation in 2024. and go on.\n")
    everything = rules(posteditor, file)
    assert len(everything) > 2
    two = rules(posteditor, file, "--most", "2")
    assert len(two) == 2
    assert [name for name in everything if name in two] == two


def test_the_terms_of_a_glossary_are_binding(
    posteditor: Run, statement: Path, tmp_path: Path
) -> None:
    glossary = tmp_path / "terms.tsv"
    glossary.write_text("\tharbor\tharbour\n", encoding="utf-8")
    found = rules(posteditor, statement, "--glossary", glossary)
    assert "glossary/forbidden" in found


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--off", "typografy"), "--off: unknown rule typografy"),
        (("--only", "x/y"), "--only: unknown rule x/y"),
        (("--checker", "x"), "--checker: unknown checker x"),
        (("--glossary", "none.tsv"), "none.tsv: glossary cannot be read"),
        (("--most", "0"), "--most"),
    ],
)
@pytest.mark.parametrize("command", ["check", "fix"])
def test_what_is_unknown_is_told(
    posteditor: Run, statement: Path, command: str, options: tuple[str, str], told: str
) -> None:
    done = posteditor(command, statement, *options)
    assert done.code == 2
    if (command, options[0]) != ("fix", "--most"):
        assert told in done.err


def test_fixing_leaves_what_is_off(posteditor: Run, statement: Path) -> None:
    done = posteditor("fix", statement, "--off", "typography", "--format", "json")
    assert done.code == 0
    edited = Path(done.json["documents"][0]["outputs"]["edited"])
    assert "the the idea" in edited.read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["check", "fix"])
def test_a_sentence_of_a_million_characters_is_got_through(
    posteditor: Run, tmp_path: Path, command: str
) -> None:
    file = tmp_path / "huge.txt"
    file.write_text("слово word 言葉 " * 66_700 + "\n\nThe the end.\n", "utf-8")
    done = posteditor(command, file, "--format", "json")
    assert done.code in (0, 1)
    assert "failed" not in done.err
    if command == "check":
        (document,) = done.json["documents"]
        found = {(s["segment"], s["rule"]) for s in document["suggestions"]}
        assert (1, "engine/segment-too-long") in found
        assert any(segment == 2 for segment, _ in found)
