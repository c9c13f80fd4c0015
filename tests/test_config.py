"""Where settings come from, which wins, and what is refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from posteditor.config import (
    LanguageTool,
    Settings,
    Theme,
    config_path,
    load_settings,
)
from posteditor.errors import ConfigError, ExitCode


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def load(file: Path, text: str | bytes = "", **environ: str) -> Settings:
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_settings({"POSTEDITOR_CONFIG": str(file), **environ})


def test_every_setting_is_read(file: Path) -> None:
    settings = load(
        file,
        """
        store = "my.db"
        packs = ["packs", "/etc/rules.toml"]
        furniture = ["web.toml"]
        dictionary = ["Rogun", "CSTO"]
        checkers_off = ["harper"]
        rules_off = ["calque.agenda"]
        rules_only = ["typography"]
        domains_off = ["news"]
        glossary = ["terms.tsv"]
        dictionary_file = "words.txt"
        most_suggestions = 5
        theme = "light"
        editor = "Ann Marsh"
        """,
    )
    assert settings == Settings(
        store=file.parent / "my.db",
        packs=(file.parent / "packs", Path("/etc/rules.toml")),
        furniture=(file.parent / "web.toml",),
        glossary=(file.parent / "terms.tsv",),
        dictionary=frozenset({"Rogun", "CSTO"}),
        dictionary_file=file.parent / "words.txt",
        checkers_off=frozenset({"harper"}),
        rules_off=frozenset({"calque.agenda"}),
        rules_only=frozenset({"typography"}),
        domains_off=frozenset({"news"}),
        most_suggestions=5,
        theme=Theme.LIGHT,
        editor="Ann Marsh",
        path=file,
    )


def test_the_editor_is_the_user_unless_another_is_named(file: Path) -> None:
    assert load(file, USER="ann", LOGNAME="").editor == "ann"
    assert load(file, 'editor = "Bo"', USER="ann").editor == "Bo"
    assert load(file, 'editor = ""', USER="ann").editor == ""
    assert load(file).editor == ""


def test_without_a_file_everything_has_a_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    settings = load_settings({})
    assert settings.store.name == "sessions.db"
    assert settings.store.parent.name == "posteditor"
    assert settings == Settings(
        store=settings.store,
        dictionary_file=config_path({}).with_name("dictionary.txt"),
    )
    assert config_path({}).parts[-2:] == ("posteditor", "config.toml")
    assert load_settings({"POSTEDITOR_CONFIG": ""}) == settings


def test_the_option_wins_over_the_environment_and_that_over_the_file(
    file: Path,
) -> None:
    text = 'store = "file.db"'
    environ = {"POSTEDITOR_STORE": "environ.db"}
    assert load(file, text).store == file.parent / "file.db"
    assert load(file, text, **environ).store == Path.cwd() / "environ.db"
    named = {"POSTEDITOR_CONFIG": str(file), **environ}
    chosen = load_settings(named, store=Path("option.db"))
    assert chosen.store == Path.cwd() / "option.db"
    assert load(file, text, POSTEDITOR_STORE="").store == file.parent / "file.db"


def test_the_home_folder_can_be_meant(file: Path) -> None:
    settings = load(file, 'store = "~/s.db"\npacks = ["~/p"]')
    assert settings.store == Path.home() / "s.db"
    assert settings.packs == (Path.home() / "p",)


def test_a_byte_order_mark_is_no_matter(file: Path) -> None:
    assert load(file, b'\xef\xbb\xbftheme = "dark"\r\n').theme is Theme.DARK


REFUSED: dict[str, tuple[str | bytes, str]] = {
    "unknown key": ("color = 1", "unknown setting 'color'.*known: .*theme"),
    "theme": ("theme = 5", "theme: expected text"),
    "editor": ("editor = 5", "editor: expected text"),
    "unknown theme": (
        'theme = "nord"',
        "theme: unknown theme 'nord'.*terminal, light, dark, contrast",
    ),
    "list": ('packs = "one"', "packs: expected a list"),
    "entries": ('packs = ["one", 2]', "packs: expected a list"),
    "store": ("store = 0", "store: expected text"),
    "syntax": ("theme = ?", "line 1.*correct the TOML"),
    "depth": ("theme = " + "[" * 100_000, "correct the TOML"),
    "encoding": (b'theme = "\xff"', "not UTF-8"),
    "NUL": (r'store = "a\u0000b"', "cannot be the name"),
    "home": ('packs = ["~no-such-user-here/x"]', "packs: .*no such home"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_wrong_setting_is_one_line_that_names_file_and_key(
    file: Path, name: str
) -> None:
    text, message = REFUSED[name]
    with pytest.raises(ConfigError, match=message) as caught:
        load(file, text)
    assert str(caught.value).startswith(f"{file}: ")
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code is ExitCode.USAGE


def test_a_wrong_store_is_told_even_where_another_is_chosen(file: Path) -> None:
    with pytest.raises(ConfigError, match="store: expected text"):
        load(file, "store = 5", POSTEDITOR_STORE="x.db")


def test_a_file_that_is_named_must_be_there(file: Path) -> None:
    with pytest.raises(ConfigError, match="no such settings file"):
        load_settings({"POSTEDITOR_CONFIG": str(file)})


def test_a_folder_is_no_settings_file(file: Path) -> None:
    file.mkdir()
    with pytest.raises(ConfigError, match=r"cannot be read: Is a directory$"):
        load_settings({"POSTEDITOR_CONFIG": str(file)})


@pytest.mark.skipif(os.getuid() == 0, reason="root may read every file")
def test_an_unreadable_file_is_named(file: Path) -> None:
    file.touch(mode=0o000)
    with pytest.raises(ConfigError, match="Permission denied"):
        load_settings({"POSTEDITOR_CONFIG": str(file)})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('languagetool = "http://host:8081/v2/"', LanguageTool(url="http://host:8081")),
        ('languagetool = "local"', LanguageTool(local=True)),
        ('languagetool = "off"', LanguageTool()),
        ("[languagetool]\npicky = true", LanguageTool(picky=True)),
        (
            """
            [languagetool]
            url = "https://[::1]/lt/v2/check"
            bilingual = false
            rules_on = ["ONE"]
            rules_off = ["TWO", "THREE"]
            mother_tongue = "ru"
            max_heap = "1g"
            timeout = 5
            """,
            LanguageTool(
                url="https://[::1]/lt",
                bilingual=False,
                rules_on=("ONE",),
                rules_off=("TWO", "THREE"),
                mother_tongue="ru",
                max_heap="1g",
                timeout=5,
            ),
        ),
    ],
)
def test_languagetool_is_a_server_or_a_table(
    file: Path, text: str, expected: LanguageTool
) -> None:
    assert load(file, text).languagetool == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("languagetool = 3", "expected a URL in quotes or a table"),
        ('languagetool = "host"', "'host' is no server"),
        ("[languagetool]\nurl = 3", "languagetool: url: expected text in quotes"),
        ("[languagetool]\npick = true", "unknown setting 'pick'"),
        ('[languagetool]\npicky = "yes"', "picky: expected true or false"),
        ('[languagetool]\nrules_on = ["A,B"]', "rules_on: expected a list of rules"),
        ('[languagetool]\nmax_heap = "-1m -version"', "max_heap: expected an amount"),
        ("[languagetool]\ntimeout = true", "timeout: expected seconds"),
        ("[languagetool]\ntimeout = 0", "timeout: expected seconds"),
        ("[languagetool]\ntimeout = nan", "timeout: expected seconds"),
        (
            '[languagetool]\nurl = "http://host"\nlocal = true',
            "url and local (keep one of them)",
        ),
    ],
)
def test_wrong_wishes_of_languagetool_are_named(
    file: Path, text: str, told: str
) -> None:
    with pytest.raises(ConfigError) as raised:
        load(file, text)
    assert told in str(raised.value)
    assert str(file) in str(raised.value)
