"""`posteditor rules`: lists, cards, trials and beginnings."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from posteditor.cli.rules import COMMANDS
from tests.checkers.rules.support import pack, rule
from tests.cli.conftest import Run


def configured(home: Path, text: str) -> None:
    config = home / "config" / "posteditor" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text(text, encoding="utf-8")


def test_help_names_every_command(posteditor: Run) -> None:
    shown = posteditor("rules", "--help")
    for name, (place, line) in COMMANDS.items():
        module, _, attribute = place.partition(":")
        assert getattr(import_module(module), attribute).name == name
        assert line in shown.out
        assert posteditor("rules", name, "--help").code == 0


def test_a_list_can_be_narrowed(posteditor: Run, home: Path, tmp_path: Path) -> None:
    path = pack(tmp_path, rule(source_lang='"ru"', domain='"news"'), rule(id='"b"'))
    configured(home, f'packs = ["{path}"]\nrules_off = ["house/b", "typography"]\n')
    listed = posteditor("rules", "list", "--pack", "house")
    assert listed.code == 0
    assert [line.split()[0] for line in listed.out.splitlines()[1:]] == [
        "house/way",
        "house/b",
    ]
    off = posteditor("rules", "list", "--off", "--format", "json").json["rules"]
    assert {each["id"].split("/")[0] for each in off} == {"house", "typography"}
    russian = posteditor(
        "rules",
        "list",
        "--source-lang",
        "ru",
        "--category",
        "style",
        "--format",
        "json",
    ).json["rules"]
    assert "house/way" in {each["id"] for each in russian}
    assert all("ru" in each["source_langs"] for each in russian)
    assert all(each["category"].startswith("style") for each in russian)
    (way,) = (each for each in russian if each["id"] == "house/way")
    assert way["domains"] == ["news"]
    assert way["on"] is True


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["--pack", "offical"], "did you mean official?"),
        (["--category", "style/wordines"], "did you mean style/wordiness?"),
    ],
)
def test_what_no_rule_has_is_refused(
    posteditor: Run, arguments: list[str], hint: str
) -> None:
    done = posteditor("rules", "list", *arguments)
    assert done.code == 2
    assert hint in done.err


def test_nothing_to_list_is_said(posteditor: Run) -> None:
    done = posteditor("rules", "list", "--off")
    assert (done.code, done.out, done.err) == (0, "", "no such rules\n")


def test_a_card_shows_everything(posteditor: Run, home: Path, tmp_path: Path) -> None:
    path = pack(
        tmp_path,
        rule(
            source_match='"путём"',
            bad='[{ source = "Путём.", target = "By way of.", good = "Through." }]',
            good='["A \\u001b[31m way."]',
        ),
    )
    configured(home, f'packs = ["{path}"]\n')
    shown = posteditor("rules", "show", "house/way").out
    for text in (
        f"{path}:4 (house)",
        "by way of",
        "путём",
        "→ Through.",
        "needs the source sentence",
        "style/wordiness, minor",
    ):
        assert text in shown
    assert "\x1b" not in shown
    found = posteditor("rules", "show", "way", "--format", "json").json["rule"]
    assert found["line"] == 4
    assert found["keys"]["pattern"] == "by way of"


def test_a_mechanism_has_a_card_too(posteditor: Run) -> None:
    assert "a mechanism" in posteditor("rules", "show", "typography/clock").out


def test_an_unknown_rule_is_refused(posteditor: Run) -> None:
    done = posteditor("rules", "show", "jubilee-aniversary")
    assert done.code == 2
    assert "did you mean jubilee-anniversary?" in done.err


def test_a_pack_is_tried(posteditor: Run, tmp_path: Path) -> None:
    path = pack(
        tmp_path,
        rule(bad='[["By way of it.", "Through it."],\n ["By way of a.", "Via a."]]'),
    )
    done = posteditor("rules", "test", path)
    assert done.code == 1
    lines = done.out.splitlines()
    assert lines[0].startswith(f"{path}:4: house/way: warning: 0 good")
    assert lines[1] == (
        f"{path}:12: house/way: 'By way of a.': expected 'Via a.', came 'Through a.'"
    )
    assert "failures: 1, warnings: 1, rules: 1" in done.err
    found = posteditor("rules", "test", path, "--format", "json").json
    assert [each["warning"] for each in found["findings"]] == [True, False]


def test_a_pack_that_is_none_is_named(posteditor: Run, tmp_path: Path) -> None:
    path = pack(tmp_path, rule(colour='"red"'))
    done = posteditor("rules", "test", path)
    assert done.code == 2
    assert f"{path}:11: rule house/way: unknown key 'colour'" in done.err


def test_all_packs_hold(posteditor: Run) -> None:
    assert posteditor("rules", "test").code == 0


def test_a_new_pack_holds_and_can_grow(posteditor: Run, tmp_path: Path) -> None:
    path = tmp_path / "My rules (1).toml"
    assert posteditor("rules", "new", path).out == f"{path}\n"
    first = path.read_text("utf-8")
    again = posteditor("rules", "new", path)
    assert again.code == 2
    assert "is there already" in again.err
    assert path.read_text("utf-8") == first
    path.write_text(first.rstrip("\n"), encoding="utf-8")
    assert posteditor("rules", "new", path, "--id", "two").code == 0
    assert path.read_text("utf-8").startswith(first.rstrip("\n") + "\n")
    tried = posteditor("rules", "test", path)
    assert (tried.code, tried.out) == (0, "")
    assert "rules: 2" in tried.err


def test_a_file_that_is_no_pack_is_left_alone(posteditor: Run, tmp_path: Path) -> None:
    path = tmp_path / "notes.toml"
    path.write_text("a = 1\n", encoding="utf-8")
    assert posteditor("rules", "new", path).code == 2
    assert path.read_text("utf-8") == "a = 1\n"
    assert posteditor("rules", "new", tmp_path / "no" / "folder.toml").code == 3
    assert posteditor("rules", "new", tmp_path / "a.toml", "--id", "A b").code == 2
    assert not (tmp_path / "a.toml").exists()
