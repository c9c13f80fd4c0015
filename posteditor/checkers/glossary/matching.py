"""Where terms stand in a text: their forms, found through their first words.

Rule: what a text costs depends on its words, not on how many terms there are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from posteditor.checkers.rules.nouns import plural
from posteditor.checkers.rules.pattern import PatternError
from posteditor.checkers.rules.source import plain, read_source

_WORD = re.compile(r"\w+")
_WORDS = re.compile(r"\w+(?:['’.]\w+)*")
_ALPHABETIC_END = re.compile(r"[aeiouyаеиоуыэюяйьъё]{1,2}\Z", re.IGNORECASE)
# Han, kana and others: nothing parts their words.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u9fff]")
# Letters that a word's endings may have, and how long a word is for the longer.
_SHORT, _LONG, _LONG_WORD = 2, 3, 5
_LEAST_STEM = 3
_HEAD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form of some words as it is looked for, and what it is a form of."""

    words: str
    is_plural: bool = False


def forms(words: str, language: str) -> Iterator[Form]:
    """The words as they stand, and in English their plural."""
    yield Form(words=words)
    if language == "en":
        many = plural(words)
        if many != words:
            yield Form(words=many, is_plural=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Where a form stands, and which of the entries it belongs to."""

    start: int
    end: int
    entry: int
    form: Form


class Finder:
    """Finds forms word for word, whatever their case and spacing."""

    def __init__(self, entries: Iterable[tuple[int, Form]]) -> None:
        self._by_head: dict[str, list[tuple[int, Form, re.Pattern[str]]]] = {}
        for entry, form in entries:
            head = _WORD.search(form.words)
            if head is not None:
                key = head[0].casefold()
                found = (entry, form, _literal(form.words))
                self._by_head.setdefault(key, []).append(found)
        self._unspaced = [
            found
            for key in [key for key in self._by_head if _UNSPACED.search(key)]
            for found in self._by_head[key]
        ]

    def find(self, text: str) -> list[Found]:
        """All places in their order, the longest of those that overlap."""
        hits: list[Found] = []
        if self._by_head:
            for word in _WORD.finditer(text):
                for entry, form, pattern in self._by_head.get(word[0].casefold(), ()):
                    # What comes before the first word, such as a quotation mark.
                    lead = _WORD.search(form.words)
                    begin = word.start() - (lead.start() if lead else 0)
                    match = pattern.match(text, begin) if begin >= 0 else None
                    if match is not None:
                        hits.append(_found(match, entry, form))
            for entry, form, pattern in self._unspaced:
                hits += (_found(m, entry, form) for m in pattern.finditer(text))
        return list(_apart(hits))


def _found(match: re.Match[str], entry: int, form: Form) -> Found:
    return Found(start=match.start(), end=match.end(), entry=entry, form=form)


def _apart(hits: list[Found]) -> Iterator[Found]:
    end = -1
    for hit in sorted(hits, key=lambda h: (h.start, -h.end, h.entry)):
        if hit.start >= end:
            yield hit
            end = hit.end


def _literal(words: str) -> re.Pattern[str]:
    inner = r"\s".join(re.escape(part) for part in words.split())
    inner = re.sub("['’]", "['’]", inner)
    if not _UNSPACED.search(words):
        inner = rf"(?<!\w){inner}(?!\w)"
    return re.compile(inner, re.IGNORECASE)


class SourceFinder:
    """Which entries' source terms stand in a source sentence, with endings."""

    def __init__(self, sources: Mapping[int, str]) -> None:
        self._by_head: dict[str, list[tuple[int, re.Pattern[str]]]] = {}
        self._anywhere: list[tuple[int, re.Pattern[str]]] = []
        for entry, source in sources.items():
            pattern = with_endings(source)
            head = _stem(_WORDS.findall(plain(source))[0])
            if "*" in source or _UNSPACED.search(source):
                self._anywhere.append((entry, pattern))
            else:
                key = head[:_HEAD].casefold()
                self._by_head.setdefault(key, []).append((entry, pattern))

    def find(self, source: str) -> Iterator[tuple[int, re.Match[str]]]:
        """The entries, and where their term stands in the plain source."""
        if not self._by_head and not self._anywhere:
            return
        text = plain(source)
        wanted = list(self._anywhere)
        if self._by_head:
            words = {word.casefold() for word in _WORD.findall(text)}
            heads = {word[:size] for word in words for size in range(1, _HEAD + 1)}
            for head in sorted(heads & self._by_head.keys()):
                wanted += self._by_head[head]
        for entry, pattern in sorted(wanted, key=lambda each: each[0]):
            match = pattern.search(text)
            if match is not None:
                yield entry, match


def with_endings(words: str) -> re.Pattern[str]:
    """A term with whatever endings its words may have; where `*` stands in it, as the
    source patterns of rules are read. For a text that went through `plain`."""
    if "*" in words:
        return re.compile(read_source(words).regex, re.IGNORECASE)
    parts = _WORDS.findall(plain(words))
    if _UNSPACED.search(words):
        inner = r"\W{0,2}".join(re.escape(part) for part in parts)
        return re.compile(inner, re.IGNORECASE)
    inner = r"\W{1,3}".join(map(_with_ending, parts))
    return re.compile(rf"(?<!\w){inner}(?!\w)", re.IGNORECASE)


def checked_source(words: str) -> str:
    """The words, which `with_endings` can read. Raises PatternError."""
    if not _WORDS.search(plain(words)):
        raise PatternError("has no word")
    with_endings(words)
    return words


def _with_ending(word: str) -> str:
    if _is_fixed(word):
        return re.escape(word)
    stem = _stem(word)
    most = _LONG if len(word) >= _LONG_WORD else _SHORT
    return re.escape(stem) + rf"\w{{0,{most}}}"


def _stem(word: str) -> str:
    stem = word if _is_fixed(word) else _ALPHABETIC_END.sub("", word)
    return stem if len(stem) >= _LEAST_STEM else word


def _is_fixed(word: str) -> bool:
    """Abbreviations and figures have no endings."""
    return (word.isupper() and len(word) > 1) or not word[-1].isalpha()


def holds_any(targets: tuple[str, ...], language: str) -> Callable[[str], bool]:
    """Tells whether a text holds one of these terms, in some form."""
    known = [
        with_endings(form.words.replace("*", ""))
        for target in targets
        for form in forms(target, language)
    ]

    def holds(text: str) -> bool:
        text = plain(text)
        return any(pattern.search(text) for pattern in known)

    return holds
