"""A noun that means one body, capitalised here and not there ("the Organization").

Rule: only "the" plus a noun that can stand for a body, alone, inside a sentence; and
only where the text clearly prefers one way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from posteditor.checkers.consistency.lists import word_list
from posteditor.checkers.consistency.reading import Form, Sentence, finding, times
from posteditor.checkers.protocol import Unit
from posteditor.model import Suggestion

# The commoner way must occur this often, and this many times as often as the other.
ENOUGH = 3
MAJORITY = 2

_STATES = re.compile(
    r"\b(?P<kind>[Mm]ember|[Pp]articipating)(?P<gap>[ -])(?P<noun>[Ss]tates?)\b"
)


class Capitals:
    """Two-way counts of `the Body` against `the body`, and of Member States."""

    def __init__(self) -> None:
        self._bodies: dict[tuple[str, bool], Form] = {}
        self._states: dict[tuple[str, bool], Form] = {}

    def read(self, sentence: Sentence) -> None:
        if sentence.is_titled:
            return
        self._read_bodies(sentence)
        if "tate" in sentence.unit.text:
            self._read_states(sentence)

    def report(
        self, units: Sequence[Unit], cancelled: Callable[[], bool]
    ) -> Iterator[Suggestion]:
        yield from _both_ways(self._bodies, "capital")
        yield from _both_ways(self._states, "capital")

    def _read_bodies(self, sentence: Sentence) -> None:
        words = sentence.words
        for at in range(1, len(words)):
            text = words[at].text
            noun = text.lower()
            if noun not in word_list("bodies") or text not in (noun, noun.capitalize()):
                continue
            if words[at - 1].text not in ("the", "The") or not sentence.follows(at):
                continue
            if self._stands_alone(sentence, at):
                form = self._bodies.setdefault((noun, text != noun), Form())
                form.add(sentence.unit, words[at].start, words[at].end)

    def _stands_alone(self, sentence: Sentence, at: int) -> bool:
        """Not part of a longer name, and not "the agreement on …"."""
        if at + 1 == len(sentence.words) or not sentence.follows(at + 1):
            return True
        following = sentence.words[at + 1].text
        if following[0].isupper() or following[0].isdigit():
            return False
        if following not in word_list("specifying"):
            return True
        return following in word_list("not-specifying") and _is_body_only(sentence, at)

    def _read_states(self, sentence: Sentence) -> None:
        text = sentence.unit.text
        for match in _STATES.finditer(text):
            kind, noun = match["kind"], match["noun"]
            is_upper = kind[0].isupper()
            if is_upper != noun[0].isupper():
                continue
            key = (f"{kind}{match['gap']}{noun}".lower(), is_upper)
            form = self._states.setdefault(key, Form())
            form.add(sentence.unit, match.start(), match.end())


def _is_body_only(sentence: Sentence, at: int) -> bool:
    """Texts and acts have an object ("the agreement on"), bodies have none."""
    return sentence.words[at].text.lower() in word_list("acting")


def _both_ways(forms: dict[tuple[str, bool], Form], kind: str) -> Iterator[Suggestion]:
    for noun in sorted({noun for noun, _ in forms}):
        upper = forms.get((noun, True), Form())
        lower = forms.get((noun, False), Form())
        if _outweighs(upper, lower):
            yield from _against(lower, upper, _capitals(noun), kind)
        elif _outweighs(lower, upper):
            yield from _against(upper, lower, noun, kind)


def _outweighs(common: Form, rare: Form) -> bool:
    return common.count >= max(ENOUGH, MAJORITY * rare.count)


def _capitals(noun: str) -> str:
    return re.sub(r"(?<![^\W_])[^\W_]", lambda match: match.group().upper(), noun)


def _against(rare: Form, common: Form, right: str, kind: str) -> Iterator[Suggestion]:
    for unit, start, end in rare.places:
        yield finding(
            unit,
            start,
            end,
            kind=kind,
            message=f"The same thing is written “{right}” {times(common.count)}",
            category="locale-convention/capitalization",
            label="capital",
            replacements=(right,),
        )
