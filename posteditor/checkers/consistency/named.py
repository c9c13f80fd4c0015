"""What belongs to a name, written in two ways: “BERGMAN” and “Bergman”, “Northern
ensemble” and “Northern Ensemble”, “the Party’s” and “the party’s”.

Rule: only words that stand with a capital elsewhere inside a sentence of this text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from posteditor.checkers.consistency.lists import word_list
from posteditor.checkers.consistency.reading import (
    Form,
    Sentence,
    finding,
    is_capitalised,
    times,
)
from posteditor.checkers.protocol import Unit
from posteditor.model import Suggestion

_SHOUTED = 4  # letters; shorter words in capitals are abbreviations


class ShoutedNames:
    """A surname in capitals that stands in small letters elsewhere."""

    def __init__(self) -> None:
        self._shouted: dict[str, Form] = {}
        self._plain: dict[str, int] = {}

    def read(self, sentence: Sentence) -> None:
        for at, word in enumerate(sentence.words):
            text = word.text
            if len(text) < _SHOUTED or not text[0].isupper() or not text.isalpha():
                continue
            if text.isupper():
                form = self._shouted.setdefault(text, Form())
                form.add(sentence.unit, word.start, word.end)
            elif is_capitalised(text) and not sentence.opens(at):
                self._plain[text.upper()] = self._plain.get(text.upper(), 0) + 1

    def report(
        self, units: Sequence[Unit], cancelled: Callable[[], bool]
    ) -> Iterator[Suggestion]:
        for name in sorted(self._shouted.keys() & self._plain.keys()):
            count = self._plain[name]
            if count < self._shouted[name].count:
                continue
            for unit, start, end in self._shouted[name].places:
                yield _capital(unit, start, end, name.capitalize(), count)


class NamedNouns:
    """“the Northern ensemble” beside “the Northern Ensemble”."""

    def __init__(self) -> None:
        self._forms: dict[tuple[str, str, bool], Form] = {}

    def read(self, sentence: Sentence) -> None:
        if sentence.is_titled:
            return
        words = sentence.words
        for at in range(1, len(words)):
            text = words[at].text
            noun = text.lower()
            if noun not in word_list("named") or text not in (noun, noun.capitalize()):
                continue
            name = words[at - 1].text
            if not is_capitalised(name) or not sentence.follows(at):
                continue
            if name.lower() in word_list("no-names") or self._goes_on(sentence, at):
                continue
            form = self._forms.setdefault((name, noun, text != noun), Form())
            form.add(sentence.unit, words[at].start, words[at].end)

    def report(
        self, units: Sequence[Unit], cancelled: Callable[[], bool]
    ) -> Iterator[Suggestion]:
        for name, noun, is_upper in sorted(self._forms):
            upper = self._forms.get((name, noun, True))
            lower = self._forms[name, noun, is_upper]
            if is_upper or upper is None:
                continue
            if upper.count >= lower.count:
                for unit, start, end in lower.places:
                    yield _capital(unit, start, end, noun.capitalize(), upper.count)
            else:
                for unit, start, end in upper.places:
                    yield _capital(unit, start, end, noun, lower.count)

    def _goes_on(self, sentence: Sentence, at: int) -> bool:
        """Is the noun followed by more of the name?"""
        if at + 1 >= len(sentence.words) or not sentence.follows(at + 1):
            return False
        return sentence.words[at + 1].text[:1].isupper()


_CHINA = re.compile(r"\b(?:Xi Jinping|Communist Party of China|CPC)\b")
_PARTY = re.compile(
    r"\b(?:[Tt]he party(?=[’']s|\s+(?:and|has|is|in|to|must|should|central|as|with)\b"
    r"|[.,;])|(?<!political )(?<!ruling )(?<!third )(?<!other )(?<!opposition )party"
    r"(?=\s+(?:committees?|spirit|building|members?|discipline|conduct|style|organi[sz]ations?"
    r"|leadership|branch|branches|cadres|constitution|history|work)\b))"
)


class TheParty:
    """The Communist Party of China is “the Party” in the texts that name it so."""

    def __init__(self) -> None:
        self._lower = Form()
        self._upper = 0
        self._is_chinese = False

    def read(self, sentence: Sentence) -> None:
        text = sentence.unit.text
        if _CHINA.search(text):
            self._is_chinese = True
        if "Party" in text and not sentence.is_titled:
            self._upper += text.count("Party")
        if "party" in text:
            for match in _PARTY.finditer(text):
                at = match.end() - len("party")
                self._lower.add(sentence.unit, at, match.end())

    def report(
        self, units: Sequence[Unit], cancelled: Callable[[], bool]
    ) -> Iterator[Suggestion]:
        if self._is_chinese and self._upper:
            for unit, start, end in self._lower.places:
                yield _capital(unit, start, end, "Party", self._upper)


def _capital(unit: Unit, start: int, end: int, right: str, count: int) -> Suggestion:
    return finding(
        unit,
        start,
        end,
        kind="name-capital",
        message=f"The same name is written “{right}” {times(count)}",
        category="locale-convention/capitalization",
        label="capital",
        replacements=(right,),
    )
