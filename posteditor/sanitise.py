"""Text of documents made fit for a screen: what a terminal would obey becomes visible.

Rule: the result has as many code points as the input, so spans stay true, and holds no
control character, no lone surrogate and no invisible change of direction.
"""

from __future__ import annotations

import re

# U+2400 to U+2421 picture the C0 controls and DEL.
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421"}
_REPLACEMENT = "\ufffd"
_NEWLINE = "\u23ce"

# C0 and C1 controls, DEL, line and paragraph separators, bidirectional embeddings,
# overrides and isolates, deprecated format characters, the BOM inside text, lone
# surrogates.
_UNFIT = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u206f"
    "\ufeff\ud800-\udfff\ufff9-\ufffb]"
)


def sanitise(text: str, *, newline: str = _NEWLINE, tab: str = " ") -> str:
    """`text` for one line of a screen; `newline` and `tab` are one code point each."""
    return _UNFIT.sub(lambda match: _visible(match[0], newline, tab), text)


def sanitise_lines(text: str) -> str:
    """`text` for a field of several lines: newlines stay, all else is made visible."""
    return sanitise(text, newline="\n")


def _visible(character: str, newline: str, tab: str) -> str:
    if character in "\n\u2028\u2029":
        return newline
    if character == "\t":
        return tab
    return _PICTURES.get(ord(character), _REPLACEMENT)
