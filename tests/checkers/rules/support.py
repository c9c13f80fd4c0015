"""Packs written for one test."""

from __future__ import annotations

from pathlib import Path

HEAD = '[pack]\nname = "house"\n'
RULE = """
[[rule]]
id = "way"
pattern = "by way of"
replacement = "through"
message = "Shorter"
label = "wordy"
category = "style/wordiness"
"""


def rule(**keys: str) -> str:
    """A rule in TOML: the one above, its keys replaced by the TOML values in `keys`;
    an empty value leaves the key out."""
    lines = dict(line.split(" = ", 1) for line in RULE.strip().splitlines()[1:])
    lines |= keys
    body = "\n".join(f"{key} = {value}" for key, value in lines.items() if value)
    return f"\n[[rule]]\n{body}\n"


def pack(folder: Path, *rules: str, head: str = HEAD) -> Path:
    path = folder / "house.toml"
    path.write_text(head + "".join(rules), encoding="utf-8")
    return path
