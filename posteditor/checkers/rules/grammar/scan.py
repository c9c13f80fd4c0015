"""Frames: expressions that are tried only where one of their first words stands.

Rule: a text is read once into the places of its words; a frame costs nothing in a text
without its words, and is linear in its length otherwise.
"""

from __future__ import annotations

import re
from collections.abc import (
    Callable,
    Container,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

from posteditor.checkers.rules.matcher import Hit

DATA = Path(__file__).parent / "data"

# What a frame offers: nothing (no fault after all), one replacement of the whole match,
# or several, the likeliest first. An empty tuple is a remark without replacement.
Written = str | tuple[str, ...] | None

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_BREAK = re.compile(r"[.!?…:;]\s*[\"'“”‘’»)]*\s*\Z")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s*\Z")
_LONG = 110  # characters; more than a headline has
_HEADLINE = 45  # characters; shorter lines may be headlines even with a full stop

# Behind a noun phrase that has come to its end: nothing more belongs to it.
END = (
    r"(?=['’]s\b|\s*(?:[,;:!?)\]”\"–—]|\.(?!\w)|\Z)|\s+(?:[–—]|(?:is|are|was|were|has|have|had"
    r"|will|would|should|can|could|may|might|must|shall|does|do|did|in|on|at|to|with"
    r"|by|as|that|which|who|whose|from|since|during|after|before|until|under|within"
    r"|between|against|towards?|through|throughout|via|without|into|regarding"
    r"|concerning|including|because|if|when|where|while|although|but|said|says|also"
    r"|not|than|took|takes|met|left|held|went|came|began|became|made|gave|fell|rose|grew"
    r"|agreed|joined|signed|continues|remains|remained)\b))"
)
# The same without a possessive, for nouns whose number is judged.
NOUN_END = END.replace(r"['’]s\b|", "", 1) + r"(?!['’])"
NOUN_END_OF = NOUN_END.replace(r"|\s+(?:[–—]", r"|\s+of\b|\s+(?:[–—]", 1)
END_OF = END[:-1] + r"|\s+of\b)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """`first`: lower-case words, one of which the expression begins with. `write` says
    what stands instead of the whole match."""

    first: frozenset[str]
    expression: str
    # Rarer words, one of which the match holds as well; empty where none is known.
    also: frozenset[str]
    flags: re.RegexFlag
    write: Callable[[re.Match[str]], Written]
    # Compiled when a text first has one of the words.
    compiled: list[re.Pattern[str]] = field(default_factory=list, compare=False)

    def match(self, text: str, at: int) -> re.Match[str] | None:
        if not self.compiled:
            self.compiled.append(re.compile(self.expression, self.flags))
        return self.compiled[0].match(text, at)


def frame(
    first: str | Iterable[str],
    expression: str,
    write: Callable[[re.Match[str]], Written],
    *,
    also: str | Iterable[str] = (),
    flags: re.RegexFlag = re.IGNORECASE,
) -> Frame:
    """A frame of an expression that begins with one of the words in `first`, and holds
    one of those in `also`."""
    return Frame(
        first=_lower(first),
        also=_lower(also),
        expression=expression,
        flags=flags,
        write=write,
    )


def _lower(words: str | Iterable[str]) -> frozenset[str]:
    listed = words.split() if isinstance(words, str) else words
    return frozenset(word.lower() for word in listed)


def among(
    group: str,
    allowed: Container[str],
    write: Callable[[re.Match[str]], Written],
) -> Callable[[re.Match[str]], Written]:
    """`write`, if the word the group has matched, in lower case, is one of `allowed`: a
    set is quicker than an expression of a thousand words."""
    return lambda match: write(match) if match[group].lower() in allowed else None


class Frames:
    """The finder of some frames, which `build` makes when they are first needed."""

    def __init__(self, build: Callable[[], Iterable[Frame]]) -> None:
        self._build = build

    @cached_property
    def table(self) -> Mapping[str, tuple[Frame, ...]]:
        """The frames by the words one of which a text must have."""
        frames: dict[str, list[Frame]] = {}
        for each in self._build():
            for word in each.also or each.first:
                frames.setdefault(word, []).append(each)
        return {word: tuple(each) for word, each in frames.items()}

    def __call__(self, text: str) -> Iterator[Hit]:
        frames, places = self.table, word_places(text)
        worth = {
            id(each): each
            for word in frames.keys() & places.keys()
            for each in frames[word]
        }
        for each in worth.values():
            yield from hits_of(each, text, places)


@lru_cache(maxsize=4)
def word_places(text: str) -> Mapping[str, tuple[int, ...]]:
    """Where each word of the text begins, by the word in lower case."""
    places: dict[str, list[int]] = {}
    for match in _WORD.finditer(text):
        places.setdefault(match[0].lower(), []).append(match.start())
    return {word: tuple(starts) for word, starts in places.items()}


def hits_of(
    each: Frame, text: str, places: Mapping[str, Sequence[int]]
) -> Iterator[Hit]:
    """What the frame finds where one of its first words stands."""
    for word in each.first & places.keys():
        for at in places[word]:
            hit = _hit(each, text, at)
            if hit is not None:
                yield hit


def _hit(each: Frame, text: str, at: int) -> Hit | None:
    match = each.match(text, at)
    written = each.write(match) if match else None
    if match is None or written is None:
        return None
    offered = (written,) if isinstance(written, str) else written
    return trimmed(text, match.start(), match.end(), offered)


def trimmed(text: str, start: int, end: int, offered: tuple[str, ...]) -> Hit | None:
    """The hit without the whole words that all replacements leave as they are, one word
    at the least kept to hang them on."""
    old = text[start:end]
    offered = tuple(dict.fromkeys(new for new in offered if new != old))
    head = min((_common_head(old, new) for new in offered), default=0)
    rest = old[head:]
    tail = min((_common_tail(rest, new[head:]) for new in offered), default=0)
    return Hit(
        start=start + head,
        end=end - tail,
        replacements=tuple(new[head : len(new) - tail] for new in offered),
    )


def _common_head(old: str, new: str) -> int:
    """How many characters of whole words, with the space behind, both begin with."""
    last = same = 0
    limit = min(len(old), len(new)) - 1
    while same < limit and old[same] == new[same]:
        same += 1
        if old[same - 1] == " ":
            last = same
    return last


def _common_tail(old: str, new: str) -> int:
    """How many characters of whole words, with the space before, both end with; the
    first word of `old` never among them."""
    last = same = 0
    limit = min(len(old), len(new)) - 1
    while same < limit and old[-same - 1] == new[-same - 1]:
        same += 1
        if old[-same] == " ":
            last = same
    return last


def before(match: re.Match[str], count: int = 1) -> str:
    """The words right before the match, in lower case, in one string; empty at the
    beginning of a sentence or clause."""
    head = lead(match)
    found: list[str] = []
    if head[-1:].isspace():
        for word in reversed(head.split()[-count:]):
            if not (word[-1].isalnum() or word[-1] in "'’"):
                break
            found.insert(0, word.lstrip("\"“‘'(«[").lower())
    return " ".join(found)


def lead(match: re.Match[str]) -> str:
    """What stands right before the match, as far as a glance goes."""
    return match.string[max(0, match.start() - 60) : match.start()]


def opens(match: re.Match[str]) -> bool:
    """Does the match begin a sentence?"""
    head = lead(match).rstrip(" \t\n\"'“”‘’«(")
    return not head or _BREAK.search(head) is not None


def is_sentence(text: str) -> bool:
    """A whole sentence, and no headline, caption or entry of a list."""
    return len(text) >= _HEADLINE and _SENTENCE_END.search(text[-20:]) is not None


def is_headline(text: str) -> bool:
    """Short, without a stop: articles are left out there."""
    return len(text) < _LONG and _SENTENCE_END.search(text[-20:]) is None


def words(text: str) -> frozenset[str]:
    """The words of a list written with spaces between them."""
    return frozenset(text.split())


def as_before(old: str, new: str) -> str:
    """`new` with a capital if `old` has one."""
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


def alternatives(words: Iterable[str]) -> str:
    """An expression for any of the words, spaces as wide as they come, the longest
    first."""
    longest = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest)


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """The word each phrase begins with, as `word_places` reads it."""
    matches = (_WORD.match(phrase) for phrase in phrases)
    return frozenset(match[0].lower() for match in matches if match)
