"""A fault in a pack names its line, whatever stands before it."""

from __future__ import annotations

from pathlib import Path

import pytest

from posteditor.checkers.rules.pack import load_pack
from posteditor.errors import ConfigError

MANY_LINES = """# A pack.
[pack]
name = "house"  # [[rule]]
title = \"\"\"
[[rule]]
id = "no rule"
\"\"\"

[[rule]]
id = "one"
pattern = "by way of"
replacement = [
    "[[rule]]",  # "
    \'\'\'= [x\'\'\',
]
message = "It is “so” = \\"odd\\""
label = "wordy"
category = "style/wordiness"
bad = [
    ["By way of A.", "[[rule]] A."],
    # Between two.
    { target = "By way of [[B]].", good = "[[rule]] [[B]]." },
    ["By way of it.", "[[rule]] it.", 3],
]

[[ rule ]]
id = "two"
pattern = "at at"
message = "Once"
label = "twice"
category = "style"
colour = "red"
"""


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("", "", ":23: rule house/one: bad: expected"),
        (", 3", "", ":32: rule house/two: unknown key 'colour'"),
        ('label = "wordy"', "label = 7", ":17: rule house/one: label: expected"),
        ('id = "one"', "", ":9: a rule: id is missing"),
        (', "[[rule]] A."', "", ":20: rule house/one: bad: expected"),
        ("by way of", "by (way", ":11: rule house/one: pattern"),
        ('name = "house"', 'name = "Ho"', ":3: [pack]: name"),
        ("# A pack.", "x = 1", ":1: unknown key 'x'"),
        ("# Between two.", "x = 1", ":21: "),
        ("[[ rule ]]", "[[rules]]", ":26: unknown key 'rules' (did you mean rule?)"),
    ],
)
def test_a_fault_names_its_line(tmp_path: Path, old: str, new: str, fault: str) -> None:
    path = tmp_path / "house.toml"
    text = MANY_LINES.replace(old, new, 1) if old else MANY_LINES
    for line_end in ("\n", "\r\n"):
        path.write_bytes(text.replace("\n", line_end).encode())
        with pytest.raises(ConfigError) as caught:
            load_pack(path)
        assert str(caught.value).startswith(f"{path}{fault}")
