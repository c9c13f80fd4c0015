"""A pack to begin with: commented, and holding what its examples say.

Rule: nothing that stands is overwritten; a pack that exists only grows.
"""

from __future__ import annotations

import re
from pathlib import Path

from posteditor.checkers.rules.pack import read_pack
from posteditor.errors import OutputError, UsageError

_HEAD = """\
# A pack of rules for posteditor. Try it:  posteditor rules test {file}
# Use it: name it in the settings file,    packs = ["{file}"]

[pack]
name = "{pack}"
title = "{pack}"
# source_lang = ["ru"]     # rules for translations from these languages
# target_lang = "en"
# domain = "official"      # official, news, administration, business or any
"""
_RULE = """
[[rule]]
id = "{id}"
# Words in any case; (a|b) alternatives; very? may be missing; <give> any form of a
# verb; {{x:1-3}} a slot of one to three words; {{n:plan|plans}} one of these; <num>,
# <year>, <cap>, <month>, <ing> classes of words; ^ and $ the edges of the segment.
pattern = "<give> a start to"
# <launch> takes the form of <give>; {{x}} is what the slot holds. A list: the first one
# is the best. Leave it out for a rule that only points.
replacement = "<launch>"
# What an editor learns at one glance, with the source phrase behind it.
message = "Say it with one verb: launch, start, begin"
label = "wordy"            # at most 13 letters
category = "style/wordiness"  # MQM: accuracy, fluency, locale-convention, style, …
# severity = "minor"       # neutral, minor, major or critical
# safe = true              # may be applied unseen
# not_after = "not"        # words that must not stand before, not_before = "…" after
# source_match = "да* старт*"  # only if the source sentence has this (* any ending)
# false_friend = true      # only where the source language is known
bad = [
    ["The mayor gave a start to the race.", "The mayor launched the race."],
    ["They give a start to new plans.", "They launch new plans."],
]
good = [
    "The noise gave him a start.",
    "They made a start on the work.",
]
"""


def begin(path: Path, rule_id: str) -> bool:
    """Write a pack with one rule to `path`, or add the rule to the pack there; says
    whether the pack is new. Raises ConfigError for a file that is no sound pack,
    UsageError for an id that is taken or no id, OutputError."""
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", rule_id):
        raise UsageError(
            f"{rule_id!r} is no id of a rule", hint="small letters, figures, hyphens"
        )
    try:
        if path.exists():
            _add(path, rule_id)
            return False
        with path.open("x", encoding="utf-8") as file:
            head = _HEAD.format(file=path.name, pack=_name(path))
            file.write(head + _RULE.format(id=rule_id))
        return True
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror or error}") from error


def _add(path: Path, rule_id: str) -> None:
    pack = read_pack(path)
    if f"{pack.name}/{rule_id}" in pack.written:
        raise UsageError(
            f"{path}: rule {pack.name}/{rule_id} is there already",
            hint="give another one: --id",
        )
    ends_open = not path.read_bytes().endswith(b"\n")
    with path.open("a", encoding="utf-8") as file:
        file.write("\n" * ends_open + _RULE.format(id=rule_id))


def _name(path: Path) -> str:
    words = re.findall("[a-z0-9]+", path.stem.lower())
    return "-".join(words) or "house"
