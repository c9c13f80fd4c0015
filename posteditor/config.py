"""The user's settings: one TOML file, every value with a default.

Rule: the only module that knows where settings and state live. An unknown key or a
wrong type is a `ConfigError` that names the file and the key.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from posteditor.errors import ConfigError

APP = "posteditor"
CONFIG_VARIABLE = "POSTEDITOR_CONFIG"
STORE_VARIABLE = "POSTEDITOR_STORE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a user may set.

    `packs` and `furniture` are TOML files, or folders of them, that add to the embedded
    rule packs and furniture patterns; `dictionary` holds words no speller may flag.
    `checkers_off` and `rules_off` name checkers and rules.
    """

    store: Path
    packs: tuple[Path, ...] = ()
    furniture: tuple[Path, ...] = ()
    dictionary: frozenset[str] = field(default_factory=frozenset)
    checkers_off: frozenset[str] = field(default_factory=frozenset)
    rules_off: frozenset[str] = field(default_factory=frozenset)
    theme: str = "textual-ansi"
    path: Path | None = None


def load_settings(environ: Mapping[str, str], *, store: Path | None = None) -> Settings:
    """The settings of this user. `store` wins over the environment, the environment
    over the file. A missing file is no error unless the environment names it."""
    path = config_path(environ)
    raw = _read(path, required=CONFIG_VARIABLE in environ)
    return _settings(raw, path, _store_path(raw, path, environ, store))


def config_path(environ: Mapping[str, str]) -> Path:
    """Where the settings file is looked for."""
    named = environ.get(CONFIG_VARIABLE)
    if named:
        return Path(named).expanduser()
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False) / "config.toml"


def _read(path: Path, *, required: bool) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        if required:
            raise ConfigError(f"{path}: no such settings file") from None
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read: {error}") from error
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: {error}", hint="correct the TOML") from error


def _store_path(
    raw: Mapping[str, Any],
    path: Path,
    environ: Mapping[str, str],
    store: Path | None,
) -> Path:
    named = store or environ.get(STORE_VARIABLE) or raw.get("store")
    if isinstance(named, Path):
        return named
    if isinstance(named, str):
        return (path.parent / Path(named).expanduser()).absolute()
    if named is not None:
        raise ConfigError(f"{path}: store: expected a path in quotes")
    from platformdirs import user_state_path

    return user_state_path(APP, appauthor=False) / "sessions.db"


_TEXT_KEYS = ("theme",)
_LIST_KEYS = ("packs", "furniture", "dictionary", "checkers_off", "rules_off")


def _settings(raw: Mapping[str, Any], path: Path, store: Path) -> Settings:
    known = {"store", *_TEXT_KEYS, *_LIST_KEYS}
    for key in raw:
        if key not in known:
            names = ", ".join(sorted(known))
            raise ConfigError(
                f"{path}: unknown setting {key!r}", hint=f"known: {names}"
            )
    lists = {key: _strings(raw, key, path) for key in _LIST_KEYS}
    texts = {key: _string(raw, key, path) for key in _TEXT_KEYS if key in raw}
    return Settings(
        store=store,
        packs=_paths(lists["packs"], path),
        furniture=_paths(lists["furniture"], path),
        dictionary=frozenset(lists["dictionary"]),
        checkers_off=frozenset(lists["checkers_off"]),
        rules_off=frozenset(lists["rules_off"]),
        path=path if raw else None,
        **texts,
    )


def _paths(names: tuple[str, ...], config: Path) -> tuple[Path, ...]:
    return tuple(config.parent / Path(name).expanduser() for name in names)


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
