"""The language in which a rule describes the source sentence, for any script.

    по вопросу            words, in any case, side by side; ё is е
    вопрос*  *plan  ge*t  a * stands for any letters, or none: endings and prefixes
    (eventuell*|etwaig*)  alternatives        sehr? and (по мере)?   may be missing
    в {0-2} отношени*     as many words in between as the numbers say, 9 at most
    同志 {0-3} 书记        in scripts without spaces a word is found within a run of
                          characters, and the numbers count characters

Marks in the sentence do not part words; the points of Arabic and Hebrew vowels are not
looked at. Rule: as in the patterns for targets, nothing repeats what is repeated.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from posteditor.checkers.rules.pattern import PatternError

# Han, kana, Thai, Lao, Burmese and Khmer.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff"
_UNSPACED_WORD = re.compile(f"[{_UNSPACED}]")
# Vowel points of Hebrew and Arabic, and the stroke that only widens a word.
_POINTS = re.compile("[\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]")
_LEXEME = re.compile(
    r"\s+"
    r"|(?P<open>[(|)])"
    r"|(?P<optional>\?)"
    r"|\{(?P<low>\d)(?:-(?P<high>\d))?\}"
    r"|(?P<word>[\w*](?:[\w*]|['’.\-‑](?=[\w*]))*)"
)
_GAP = r"[^\w]{1,4}"
_WORD = r"\w++(?:['’\-‑]\w++)*+"
_ENDING = r"\w{0,40}"
_DEPTH = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePattern:
    """A pattern over a source sentence. `regex` is for the `regex` module with
    IGNORECASE, on a text that went through `plain`."""

    regex: str


@dataclass(slots=True)
class _Piece:
    regex: str
    unspaced: bool = False  # it need not be parted from its neighbours
    optional: bool = False
    skip: tuple[int, int] | None = None


def plain(source: str) -> str:
    """A source sentence as patterns see it."""
    text = unicodedata.normalize("NFC", source)
    return _POINTS.sub("", text).replace("ё", "е").replace("Ё", "Е")


def read_source(pattern: str) -> SourcePattern:
    """Read the source pattern of a rule. Raises PatternError."""
    lexemes = list(_lexemes(plain(pattern)))
    regex, rest = _sequence(lexemes, 0, 0)
    if rest < len(lexemes):
        raise PatternError(f"unexpected {lexemes[rest][0]!r}")
    return SourcePattern(regex=regex)


def _lexemes(pattern: str) -> Iterator[re.Match[str]]:
    position = 0
    while position < len(pattern):
        match = _LEXEME.match(pattern, position)
        if match is None:
            raise PatternError(f"cannot read {pattern[position:]!r}")
        position = match.end()
        if match.lastgroup is not None:
            yield match


def _sequence(lexemes: list[re.Match[str]], at: int, depth: int) -> tuple[str, int]:
    if depth > _DEPTH:
        raise PatternError("brackets are nested too deep")
    pieces: list[_Piece] = []
    while at < len(lexemes) and lexemes[at]["open"] not in {"|", ")"}:
        lexeme = lexemes[at]
        if lexeme["optional"]:
            if not pieces or pieces[-1].optional or pieces[-1].skip:
                raise PatternError("nothing stands before ?")
            pieces[-1].optional = True
            at += 1
        elif lexeme["open"]:
            piece, at = _group(lexemes, at, depth)
            pieces.append(piece)
        else:
            pieces.append(_skip(lexeme) if lexeme["low"] else _word(lexeme["word"]))
            at += 1
    return _joined(pieces), at


def _group(lexemes: list[re.Match[str]], at: int, depth: int) -> tuple[_Piece, int]:
    branches = []
    while True:
        branch, at = _sequence(lexemes, at + 1, depth + 1)
        branches.append(branch)
        if at == len(lexemes):
            raise PatternError("a bracket is not closed")
        if lexemes[at]["open"] == ")":
            break
    regex = "|".join(branches)
    unspaced = bool(_UNSPACED_WORD.search(regex))
    return _Piece(f"(?:{regex})", unspaced=unspaced), at + 1


def _skip(lexeme: re.Match[str]) -> _Piece:
    low, high = int(lexeme["low"]), int(lexeme["high"] or lexeme["low"])
    if low > high:
        raise PatternError(f"{lexeme[0]} is no number of words")
    return _Piece("", skip=(low, high))


def _word(word: str) -> _Piece:
    if not word.strip("*"):
        raise PatternError("* needs letters beside it; {1} is any word")
    letters = "".join(
        _ENDING if part == "*" else re.escape(part) for part in re.split(r"(\*)", word)
    )
    letters = re.sub("['’]", "['’]", letters).replace(r"\-", "[-‑–]")
    if _UNSPACED_WORD.search(word):
        return _Piece(letters.replace(_ENDING, f"[{_UNSPACED}]{{0,9}}"), unspaced=True)
    return _Piece(rf"(?<!\w){letters}(?!\w)")


def _joined(pieces: list[_Piece]) -> str:
    """Each piece with what parts it from the one before."""
    if not any(not (piece.optional or piece.skip) for piece in pieces):
        raise PatternError("needs at least one word that must be there")
    if pieces[0].skip or pieces[-1].skip:
        raise PatternError("a number of words stands between two words")
    parts: list[str] = []
    before: _Piece | None = None
    skip = (0, 0)
    for piece in pieces:
        if piece.skip:
            skip = (skip[0] + piece.skip[0], skip[1] + piece.skip[1])
            continue
        if before is None and piece.optional:
            parts.append(f"(?:{piece.regex}{_between(piece, piece, (0, 0))})?")
            continue
        gap = "" if before is None else _between(before, piece, skip)
        parts.append(
            f"(?:{gap}{piece.regex})?" if piece.optional else gap + piece.regex
        )
        before, skip = piece, (0, 0)
    return "".join(parts)


def _between(before: _Piece, piece: _Piece, skip: tuple[int, int]) -> str:
    low, high = skip
    if before.unspaced and piece.unspaced:
        return rf"(?:\W{{0,4}}\w){{{low},{high}}}?\W{{0,4}}" if high else r"\W{0,4}"
    gap = r"\W{0,4}" if before.unspaced or piece.unspaced else _GAP
    return rf"(?:{gap}{_WORD}){{{low},{high}}}?{gap}" if high else gap
