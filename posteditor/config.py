"""The user's settings: one TOML file, every value with a default.

Rule: the only module that knows where settings and state live. An unknown key or a
wrong type is a `ConfigError` that names the file and the key.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from posteditor.errors import ConfigError
from posteditor.wordlist import read_words

APP = "posteditor"
LISTED = 7
CONFIG_VARIABLE = "POSTEDITOR_CONFIG"
STORE_VARIABLE = "POSTEDITOR_STORE"


class Theme(StrEnum):
    """The colours of the editor. `NO_COLOR` in the environment does without."""

    TERMINAL = "terminal"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageTool:
    """Which LanguageTool server is asked, if any, and for what.

    `url` is a server that runs already, `local` one of this program's own; at most one
    is set. `max_heap` is the Java heap of the local one, `timeout` the seconds an
    answer may take. `mother_tongue` None: the source language. `bilingual`: sentences
    are sent with their source where there is one, which takes the server half a second
    for each.
    """

    url: str | None = None
    local: bool = False
    picky: bool = False
    bilingual: bool = True
    rules_on: tuple[str, ...] = ()
    rules_off: tuple[str, ...] = ()
    mother_tongue: str | None = None
    max_heap: str = "512m"
    timeout: float = 60.0

    @property
    def is_wanted(self) -> bool:
        return self.local or self.url is not None

    def asking(self, server: str, where: str) -> LanguageTool:
        """The same wishes of another server: a URL, "local" or "off". `ConfigError`
        names `where` the server was named."""
        if server in ("local", "off"):
            return replace(self, url=None, local=server == "local")
        return replace(self, url=server_address(server, where), local=False)


def server_address(url: str, where: str) -> str:
    """A LanguageTool URL without the parts that every request adds. `ConfigError`
    names `where` one was given that is none."""
    try:
        parts = urlsplit(url)
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except ValueError as error:
        raise ConfigError(f"{where}: {url!r}: {error}") from error
    if parts.scheme not in ("http", "https") or not host:
        raise ConfigError(
            f"{where}: {url!r} is no server",
            hint="name a URL such as http://localhost:8081, local or off",
        )
    if parts.username is not None:
        raise ConfigError(f"{where}: a URL with a user name is not supported")
    path = parts.path.rstrip("/").removesuffix("/check").removesuffix("/v2")
    if not path.isascii() or re.search(r"[\s\x00-\x1f]", path):
        raise ConfigError(f"{where}: {url!r}: no server has such an address")
    name = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{name}{f':{port}' if port else ''}{path}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a user may set.

    `packs` and `furniture` are TOML files, or folders of them, that add to the embedded
    rule packs and furniture patterns. `dictionary` holds words no checker may call
    misspelt, those of the file `dictionary_file` among them; `glossary` are the files
    of binding terms. `checkers_off`, `rules_off` and `domains_off` name checkers, rules
    or groups of them, and kinds of text; `rules_only`, where it names any, what alone
    is looked for. The editor lists `most_suggestions` of a sentence at first. `editor`
    is who new sessions are by, the name of the user unless set.
    """

    store: Path
    packs: tuple[Path, ...] = ()
    furniture: tuple[Path, ...] = ()
    glossary: tuple[Path, ...] = ()
    dictionary: frozenset[str] = field(default_factory=frozenset)
    dictionary_file: Path | None = None
    checkers_off: frozenset[str] = field(default_factory=frozenset)
    rules_off: frozenset[str] = field(default_factory=frozenset)
    rules_only: frozenset[str] = field(default_factory=frozenset)
    domains_off: frozenset[str] = field(default_factory=frozenset)
    most_suggestions: int = LISTED
    theme: Theme = Theme.TERMINAL
    languagetool: LanguageTool = field(default_factory=LanguageTool)
    editor: str = ""
    path: Path | None = None


def load_settings(environ: Mapping[str, str], *, store: Path | None = None) -> Settings:
    """The settings of this user. `store` wins over the environment, the environment
    over the file; names in the file are relative to its folder, others to the current
    one. A missing file is no error unless the environment names it."""
    path = config_path(environ)
    raw = _read(path, required=bool(environ.get(CONFIG_VARIABLE)))
    settings = _settings(raw, path, _store_path(raw, path, environ, store))
    return replace(settings, editor=_editor(raw, path, environ))


def config_path(environ: Mapping[str, str]) -> Path:
    """Where the settings file is looked for."""
    named = environ.get(CONFIG_VARIABLE)
    if named:
        return _path(named, CONFIG_VARIABLE)
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False) / "config.toml"


def scoring_cache() -> Path:
    """Where long scoring runs keep what is done, so that they can go on."""
    from platformdirs import user_cache_path

    return user_cache_path(APP, appauthor=False) / "score"


def _read(path: Path, *, required: bool) -> dict[str, Any]:
    try:
        # Editors on Windows put a BOM in front, which TOML does not know.
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        if required:
            raise ConfigError(f"{path}: no such settings file") from None
        return {}
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: is not UTF-8", hint="save it as UTF-8") from error
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(f"{path}: {error}", hint="correct the TOML") from error


def _store_path(
    raw: Mapping[str, Any],
    path: Path,
    environ: Mapping[str, str],
    store: Path | None,
) -> Path:
    written = _string(raw, "store", path) if "store" in raw else ""
    if store is not None:
        return store.absolute()
    if environ.get(STORE_VARIABLE):
        return _path(environ[STORE_VARIABLE], STORE_VARIABLE).absolute()
    if written:
        return _beside(written, path, "store").absolute()
    from platformdirs import user_state_path

    return user_state_path(APP, appauthor=False) / "sessions.db"


_PATH_KEYS = ("packs", "furniture", "glossary")
_NAME_KEYS = ("checkers_off", "rules_off", "rules_only", "domains_off")
_LIST_KEYS = (*_PATH_KEYS, "dictionary", *_NAME_KEYS)
_OTHER_KEYS = (
    "store",
    "theme",
    "languagetool",
    "editor",
    "dictionary_file",
    "most_suggestions",
)
DICTIONARY_NAME = "dictionary.txt"
MOST_LISTED = 99


def _settings(raw: Mapping[str, Any], path: Path, store: Path) -> Settings:
    known = {*_OTHER_KEYS, *_LIST_KEYS}
    for key in raw:
        if key not in known:
            keys = ", ".join(sorted(known))
            raise ConfigError(f"{path}: unknown setting {key!r}", hint=f"known: {keys}")
    lists = {key: _strings(raw, key, path) for key in _LIST_KEYS}
    written = DICTIONARY_NAME
    if "dictionary_file" in raw:
        written = _string(raw, "dictionary_file", path)
    dictionary_file = _beside(written, path, "dictionary_file")
    paths: dict[str, Any] = {
        key: tuple(_beside(name, path, key) for name in lists[key])
        for key in _PATH_KEYS
    }
    names: dict[str, Any] = {key: frozenset(lists[key]) for key in _NAME_KEYS}
    return Settings(
        store=store,
        **paths,
        **names,
        dictionary=frozenset(lists["dictionary"]) | read_words(dictionary_file),
        dictionary_file=dictionary_file,
        most_suggestions=_most(raw, path),
        theme=_theme(raw, path),
        languagetool=_languagetool(raw.get("languagetool", {}), path),
        path=path if raw else None,
    )


def _theme(raw: Mapping[str, Any], path: Path) -> Theme:
    name = _string(raw, "theme", path) if "theme" in raw else Theme.TERMINAL
    if name not in set(Theme):
        raise ConfigError(
            f"{path}: theme: unknown theme {name!r}", hint=f"known: {', '.join(Theme)}"
        )
    return Theme(name)


# As `getpass` looks for it.
_USER_VARIABLES = ("LOGNAME", "USER", "LNAME", "USERNAME")


def _editor(raw: Mapping[str, Any], path: Path, environ: Mapping[str, str]) -> str:
    if "editor" in raw:
        return _string(raw, "editor", path)
    return next((environ[key] for key in _USER_VARIABLES if environ.get(key)), "")


def _most(raw: Mapping[str, Any], path: Path) -> int:
    most: object = raw.get("most_suggestions", LISTED)
    if type(most) is not int or not 1 <= most <= MOST_LISTED:
        raise ConfigError(
            f"{path}: most_suggestions: expected a number from 1 to {MOST_LISTED}"
        )
    return most


def _languagetool(raw: object, path: Path) -> LanguageTool:
    """A server alone, or a table of wishes."""
    where = f"{path}: languagetool"
    if isinstance(raw, str):
        return LanguageTool().asking(raw, where)
    if not isinstance(raw, dict):
        raise ConfigError(f"{where}: expected a URL in quotes or a table")
    for key, value in raw.items():
        if key not in _WISHES:
            names = ", ".join(_WISHES)
            raise ConfigError(
                f"{where}: unknown setting {key!r}", hint=f"known: {names}"
            )
        fits, expected = _WISHES[key]
        if not fits(value):
            raise ConfigError(f"{where}: {key}: expected {expected}")
    url = raw.get("url")
    if raw.get("local") and url:
        raise ConfigError(f"{where}: url and local", hint="keep one of them")
    lists = {key: tuple(raw[key]) for key in ("rules_on", "rules_off") if key in raw}
    wishes = LanguageTool(**{**raw, **lists, "url": None})
    return wishes.asking(url, f"{where}: url") if url else wishes


_HEAP = re.compile("[1-9][0-9]{0,5}[kmgKMG]")


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value != ""


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


def _are_rules(value: object) -> bool:
    """The server takes them joined by commas."""
    return isinstance(value, list) and all(_is_text(v) and "," not in v for v in value)


def _is_heap(value: object) -> bool:
    return isinstance(value, str) and _HEAP.fullmatch(value) is not None


def _are_seconds(value: object) -> bool:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return number and 0 < float(str(value)) <= MAX_SECONDS


MAX_SECONDS = 3_600
_WISHES: Mapping[str, tuple[Callable[[object], bool], str]] = {
    "url": (_is_text, "text in quotes"),
    "local": (_is_flag, "true or false"),
    "picky": (_is_flag, "true or false"),
    "bilingual": (_is_flag, "true or false"),
    "rules_on": (_are_rules, "a list of rules in quotes"),
    "rules_off": (_are_rules, "a list of rules in quotes"),
    "mother_tongue": (_is_text, 'a language such as "ru"'),
    "max_heap": (_is_heap, 'an amount of memory such as "512m"'),
    "timeout": (_are_seconds, f"seconds, up to {MAX_SECONDS:,}"),
}


def _beside(name: str, config: Path, key: str) -> Path:
    """A path from the settings file: relative to its folder."""
    return config.parent / _path(name, f"{config}: {key}")


def _path(name: str, where: str) -> Path:
    try:
        path = Path(name).expanduser()
    except RuntimeError as error:
        raise ConfigError(f"{where}: {name!r}: no such home folder") from error
    if "\0" in name:
        raise ConfigError(f"{where}: {name!r} cannot be the name of a file")
    return path


def _string(raw: Mapping[str, Any], key: str, path: Path) -> str:
    value = raw[key]
    if not isinstance(value, str):
        raise ConfigError(f"{path}: {key}: expected text in quotes")
    return value


def _strings(raw: Mapping[str, Any], key: str, path: Path) -> tuple[str, ...]:
    value = raw.get(key, [])
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise ConfigError(f"{path}: {key}: expected a list of texts in quotes")
    return tuple(value)
