"""Text and changes as Markdown, for readers such as those of a pull request.

Rule: text of documents stays text: no mark of Markdown or HTML works in it, nobody is
mentioned by it, no link and no reference comes of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from posteditor.diff import Op, OpKind
from posteditor.reports.wording import visible_spaces
from posteditor.sanitise import sanitise

_MARKS = re.compile(
    r"""
    (?P<mark>[\\`*_\[\]<>|~&$^{}])
    | ^(?P<space>\s*)(?:(?P<start>[-+=\#])|(?P<number>\d{1,9})(?=[.)]))
    | (?P<live>@(?=\w) | \#(?=\d) | :(?=[\w+-]+:|//) | \bwww(?=\.) | \bGH(?=-\d))
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Nothing, which cuts what would be a name, a number or an address.
_CUT = "<!-- -->"
_FENCES = {
    OpKind.DELETE: ("~~", "~~", "<del>", "</del>"),
    OpKind.INSERT: ("**", "**", "<ins>", "</ins>"),
}
_SIDES = re.compile(r"(\s*)(.*?)(\s*)\Z", re.DOTALL)


def escaped(text: str) -> str:
    """`text` in one line, for a paragraph or the cell of a table."""
    return _MARKS.sub(_escape, sanitise(text, newline=" "))


def code(text: str, *, in_table: bool = False) -> str:
    """`text` as code, in one line."""
    text = sanitise(text)
    if in_table:
        text = text.replace("|", "\\|")
    runs = re.findall("`+", text)
    fence = "`" * (max(map(len, runs), default=0) + 1)
    # One space at both ends is dropped.
    padding = " " if text[:1] in ("`", " ") or text[-1:] == "`" else ""
    return f"{fence}{padding}{text}{padding}{fence}" if text else ""


def table(
    header: Sequence[str], rows: Iterable[Sequence[str]], *, texts: int = 1
) -> list[str]:
    """The lines of a table of cells that are Markdown. So many columns are texts, those
    behind them figures, which stand to the right."""
    rules = ["---" if at < texts else "---:" for at, _ in enumerate(header)]
    return [f"| {' | '.join(cells)} |" for cells in (header, rules, *rows)]


def marked(ops: Sequence[Op]) -> str:
    """A diff in one line: ~~what went~~ **what came**. Where the marks would not be
    read as such, elements of HTML stand in their place."""
    pieces = [(op, *_sides(op)) for op in ops]
    out = ""
    for at, (op, before, text, after) in enumerate(pieces):
        out += before
        if op.kind is OpKind.EQUAL or not text:
            out += text + after
            continue
        following = after or next(
            (_opening(*piece) for piece in pieces[at + 1 :] if any(piece[1:])), ""
        )
        opens, closes, start, end = _FENCES[op.kind]
        if _is_read(out[-1:], text, following[:1]):
            out += opens + text + closes
        else:
            out += start + text + end
        if op.move is not None:
            out += f"<sup>moved {op.move}</sup>"
        out += after
    return out.strip()


def _escape(match: re.Match[str]) -> str:
    if match["mark"]:
        return f"\\{match['mark']}"
    if match["live"]:
        return match["live"] + _CUT
    if match["start"]:
        cut = _CUT if match["start"] == "#" else ""
        return f"{match['space']}\\{match['start']}{cut}"
    return f"{match['space']}{match['number']}\\"


def _sides(op: Op) -> tuple[str, str, str]:
    """The Markdown of a change, and the spaces around it, which carry no marks."""
    if op.kind is OpKind.EQUAL:
        return "", escaped(op.text), ""
    found = _SIDES.match(visible_spaces(op.text))
    assert found
    before, text, after = found.groups()
    return before, escaped(text), after


def _opening(op: Op, before: str, text: str, after: str) -> str:
    """What a piece begins with, as the piece before it sees it."""
    fence = "" if op.kind is OpKind.EQUAL else "*"
    return before or fence or text or after


def _is_read(before: str, text: str, after: str) -> bool:
    """Would marks around `text` be read as marks? (CommonMark, 6.2.)"""
    opens = not _is_sign(text[0]) or _is_edge(before)
    closes = not _is_sign(text[-1]) or _is_edge(after)
    return opens and closes


def _is_sign(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _is_edge(character: str) -> bool:
    return (
        not character
        or character.isspace()
        or unicodedata.category(character).startswith("P")
    )
