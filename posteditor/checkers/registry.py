"""Which checkers there are, as strings that are imported when first used.

Rule: a new checker is one line here. A library that is missing is no error: its checker
is left out and `describe` tells how to get it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import lru_cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from posteditor import __version__
from posteditor.checkers.engine import TOO_LONG, Engine
from posteditor.checkers.protocol import Checker
from posteditor.checkers.screening import Switches, is_named
from posteditor.config import Settings
from posteditor.errors import ConfigError

if TYPE_CHECKING:
    from posteditor.checkers.glossary.checker import GlossaryChecker
    from posteditor.checkers.rules.checker import RulesChecker


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckerInfo:
    """A checker as `posteditor checkers` shows it. `version` is "" where it does not
    work here; `note` then says why and what to do."""

    name: str
    version: str
    available: bool
    languages: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Where a checker lives ("module:class"), how to make one of its class, and which
    library it stands on, as imported and as installed."""

    path: str
    make: Callable[[Any, Settings], Checker]
    languages: tuple[str, ...]
    library: str | None = None
    distribution: str | None = None
    about: str = ""
    is_wanted: Callable[[Settings], bool] = lambda settings: True
    unwanted: str = ""

    def load(self, settings: Settings) -> Checker:
        module, _, attribute = self.path.partition(":")
        return self.make(getattr(import_module(module), attribute), settings)

    @property
    def is_installed(self) -> bool:
        return self.library is None or find_spec(self.library) is not None


def _load_rules(cls: type[RulesChecker], settings: Settings) -> Checker:
    from posteditor.checkers.rules.pack import Domain

    unknown = _listed(settings.domains_off - set(Domain))
    if unknown:
        raise ConfigError(
            f"{settings.path or 'settings'}: domains_off: unknown domain {unknown}",
            hint=f"known: {_listed(set(Domain) - {Domain.ANY})}",
        )
    domains_off = frozenset(map(Domain, settings.domains_off))
    loaded = cls.load(settings.packs, settings.rules_off, domains_off)
    only = settings.rules_only
    if not only:
        return loaded
    # Else a rule that is not wanted would hide what lies within its phrase.
    return cls(
        [rule for rule in loaded.rules if is_named(rule.id, only)],
        [each for each in loaded.mechanisms if is_named(each.id, only)],
    )


def _load_glossary(cls: type[GlossaryChecker], settings: Settings) -> Checker:
    return cls.load(settings.glossary)


REGISTRY: dict[str, Entry] = {
    "rules": Entry(
        path="posteditor.checkers.rules.checker:RulesChecker",
        make=_load_rules,
        languages=("any",),
        about="phrases of translated English, typography of any language",
    ),
    "consistency": Entry(
        path="posteditor.checkers.consistency.checker:ConsistencyChecker",
        make=lambda cls, settings: cls(),
        languages=("any",),
        about="one thing written in two ways; in other languages than English, "
        "names and hyphens only",
    ),
    "guards": Entry(
        path="posteditor.checkers.guards.checker:GuardsChecker",
        make=lambda cls, settings: cls(),
        languages=("any",),
        about="what a revision lost of the machine translation, or either of the "
        "source; names and negation in English only",
    ),
    "glossary": Entry(
        path="posteditor.checkers.glossary.checker:GlossaryChecker",
        make=_load_glossary,
        languages=("any",),
        about="the binding terms of your glossaries",
        is_wanted=lambda settings: bool(settings.glossary),
        unwanted='not asked for: --glossary FILE, or glossary = ["FILE"]',
    ),
    "harper": Entry(
        path="posteditor.checkers.harper:HarperChecker",
        make=lambda cls, settings: cls(),
        languages=("en", "en-AU", "en-CA", "en-GB", "en-IN", "en-US"),
        library="harper",
        distribution="harper-py",
        about="grammar and spelling",
    ),
    "languagetool": Entry(
        path="posteditor.checkers.languagetool:LanguageToolChecker",
        make=lambda cls, settings: cls(settings.languagetool, os.environ),
        languages=("31 languages",),
        library="language_tool_python",
        distribution="language-tool-python",
        about="grammar, spelling and style, by a server",
        is_wanted=lambda settings: settings.languagetool.is_wanted,
        unwanted="not asked for: --languagetool URL, or local",
    ),
    "lingotweaker": Entry(
        path="posteditor.checkers.lingotweaker:LingoTweakerChecker",
        make=lambda cls, settings: cls(),
        languages=("those of its data",),
        library="lt_py",
        distribution="lingotweaker",
        about="LanguageTool's rules without Java, for other languages than English: "
        "pip install lingotweaker-data-xx for each",
    ),
}


def build_engine(
    settings: Settings, target_lang: str, source_lang: str | None
) -> Engine:
    """The checkers that are installed, not turned off, and read this language.

    `ConfigError` where the settings name a checker, a rule or a domain that is unknown,
    or a pack or a glossary is wrong.
    """
    _refuse_unknown(settings)
    for key in ("rules_off", "rules_only"):
        where = f"{settings.path or 'settings'}: {key}"
        refuse_unknown_rules(getattr(settings, key), settings, where)
    wanted = (
        entry.load(settings)
        for name, entry in REGISTRY.items()
        if name not in settings.checkers_off
        and entry.is_installed
        and entry.is_wanted(settings)
    )
    fitting = [checker for checker in wanted if checker.supports(target_lang)]
    switches = Switches(
        rules_off=settings.rules_off,
        rules_only=settings.rules_only,
        dictionary=settings.dictionary,
    )
    return Engine(fitting, switches=switches)


def describe(settings: Settings) -> list[CheckerInfo]:
    """All checkers this program knows, whether they work here, and why not.
    `ConfigError` where `checkers_off` or `rules_off` names what is unknown."""
    _refuse_unknown(settings)
    return [_info(name, entry, settings) for name, entry in REGISTRY.items()]


def _info(name: str, entry: Entry, settings: Settings) -> CheckerInfo:
    available, note = True, entry.about
    if not entry.is_installed:
        available = False
        note = f"missing: pip install {entry.distribution or entry.library}"
    elif name in settings.checkers_off:
        available, note = False, "turned off by checkers_off in the settings"
    elif not entry.is_wanted(settings):
        available, note = False, entry.unwanted
    else:
        try:
            entry.load(settings)
        except ConfigError as error:
            available, note = False, str(error)
    return CheckerInfo(
        name=name,
        version=_version(entry) if available else "",
        available=available,
        languages=entry.languages,
        note=note,
    )


def _version(entry: Entry) -> str:
    if entry.distribution is None:
        return __version__
    try:
        return version(entry.distribution)
    except PackageNotFoundError:
        return ""


def _refuse_unknown(settings: Settings) -> None:
    unknown = _listed(settings.checkers_off - REGISTRY.keys())
    if unknown:
        where = settings.path or "settings"
        raise ConfigError(
            f"{where}: checkers_off: unknown checker {unknown}",
            hint=f"known: {_listed(REGISTRY)}",
        )


def refuse_unknown_rules(names: frozenset[str], settings: Settings, where: str) -> None:
    """`ConfigError` names `where` an unknown rule or group was named. A rule may be
    named whose checker is off or missing, and any rule of a group that is open."""
    if not names:
        return
    rules = _known_rules(
        replace(settings, rules_off=frozenset(), rules_only=frozenset())
    )
    groups = {rule.split("/", maxsplit=1)[0] for rule in rules}
    for name in sorted(names - rules - groups):
        if name.split("/", maxsplit=1)[0] in rules:
            continue
        near = get_close_matches(name, rules | groups, n=1, cutoff=0.5)
        raise ConfigError(
            f"{where}: unknown rule {name}",
            hint=f"did you mean {near[0]}?" if near else f"groups: {_listed(groups)}",
        )


@lru_cache(maxsize=1)
def _known_rules(settings: Settings) -> frozenset[str]:
    """Every rule of every checker, asked for several times while a command begins."""
    found = (entry.load(settings).rule_ids for entry in REGISTRY.values())
    return frozenset({TOO_LONG}).union(*found)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
