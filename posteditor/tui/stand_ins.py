"""Any text as one that a text area can hold, and back again without loss.

Rule: `decode(encode(text)) == text` for every text. Characters a text area would break
lines at, drop, or send to the terminal are stood in for by visible ones that do not
occur in the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from posteditor.sanitise import sanitise

_FIRST_FREE, _LAST_FREE = 0x2440, 0x2BFF


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIns:
    """How one segment's text is shown in a text area.

    `shown` is the text for the area, `newline` what its line ends mean in the document,
    `table` the characters behind the stand-ins.
    """

    shown: str
    newline: str
    table: dict[int, str]

    @classmethod
    def of(cls, text: str) -> StandIns:
        newline = "\r\n" if _only_crlf(text) else "\n"
        plain = text.replace("\r\n", "\n") if newline == "\r\n" else text
        pictures = sanitise(plain, newline="\n", tab="\t")
        if pictures == plain:
            return cls(shown=plain, newline=newline, table={})
        taken = set(plain)
        free = _free(taken)
        chosen: dict[str, str] = {}
        for character, picture in zip(plain, pictures, strict=True):
            if character in (picture, "\t") or character in chosen:
                continue
            good = picture != "\n" and picture not in taken
            chosen[character] = picture if good else next(free)
            taken.add(chosen[character])
        shown = plain.translate({ord(c): picture for c, picture in chosen.items()})
        table = {ord(picture): character for character, picture in chosen.items()}
        return cls(shown=shown, newline=newline, table=table)

    def decode(self, shown: str) -> str:
        """The document's text for what now stands in the text area."""
        text = shown.translate(self.table) if self.table else shown
        return text.replace("\n", self.newline) if self.newline != "\n" else text

    def offset(self, shown: str, at: int) -> int:
        """Where `at`, an offset in the decoded text, is in `shown`."""
        if self.newline == "\n":
            return at
        decoded = 0
        for position, character in enumerate(shown):
            if decoded >= at:
                return position
            decoded += len(self.newline) if character == "\n" else 1
        return len(shown)


def pasted(text: str, *, lines: bool) -> str:
    """Pasted text made fit: controls go, and line ends become spaces unless `lines`."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not lines:
        text = " ".join(part.strip() for part in text.split("\n") if part.strip())
    text = text.replace("\t", " ")
    fit = sanitise(text, newline="\n")
    return "".join(
        new for old, new in zip(text, fit, strict=True) if new in (old, "\n")
    )


def _only_crlf(text: str) -> bool:
    """Is every newline CRLF, so that line ends can be shown as plain ones?"""
    pairs = text.count("\r\n")
    return pairs > 0 and text.count("\n") == pairs


def _free(taken: set[str]) -> Iterator[str]:
    for code in range(_FIRST_FREE, _LAST_FREE):
        if chr(code) not in taken:
            yield chr(code)
