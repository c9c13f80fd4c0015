"""Rules written as regular expressions, for what the language of patterns cannot say.

Rule: an expression that would fill the memory when compiled is refused before; one
that is slow on a text is the matcher's to stop.
"""

from __future__ import annotations

import re

from posteditor.checkers.rules.pattern import Pattern, PatternError

MOST = 20_000  # signs, when every counted repeat is written out
_PIECE = re.compile(
    r"\\."
    r"|\[\^?\]?(?:\\.|[^\]\\])*\]?"
    r"|(?P<open>\()"
    r"|(?P<close>\))"
    r"|\{(?P<low>\d*)(?:,(?P<high>\d*))?\}"
    r"|.",
    re.DOTALL,
)


def read_expression(expression: str) -> Pattern:
    """Read a regular expression (of the `regex` module, whatever the case) as a
    pattern: its named groups are slots. It is tried on every text. Raises
    PatternError."""
    import regex

    if written_out(expression) > MOST:
        raise PatternError("repeats too much")
    try:
        compiled = regex.compile(expression, regex.IGNORECASE)
    except (regex.error, RecursionError) as error:
        raise PatternError(str(error)) from None
    if compiled.search("") is not None:
        raise PatternError("matches the empty text")
    return Pattern(regex=expression, anchors=(), slots=frozenset(compiled.groupindex))


def written_out(expression: str) -> int:
    """How many signs the expression has with its counted repeats written out, roughly:
    what a compiler may make of it."""
    sizes = [0]  # of the groups that are open
    last = 0  # of the piece that a repeat would repeat
    for piece in _PIECE.finditer(expression):
        if piece["open"]:
            sizes.append(0)
        elif piece["close"] and len(sizes) > 1:
            last = sizes.pop() + 1
            sizes[-1] += last
        elif piece["low"] or piece["high"]:
            times = int(piece["high"] or piece["low"])
            sizes[-1] += last * max(0, times - 1)
            last *= max(1, times)
        else:
            last = 1
            sizes[-1] += 1
    return sum(sizes)
