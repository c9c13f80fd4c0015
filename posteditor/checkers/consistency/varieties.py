"""British and American spelling mixed in one text: the rarer one is reported.

Rule: only words in lower case count, since names keep their own spelling.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from posteditor.checkers.consistency.reading import Form, Sentence, finding, times
from posteditor.checkers.protocol import Unit
from posteditor.checkers.spellings import Variety, varieties
from posteditor.model import Suggestion

# The commoner way must occur this often, and this many times as often as the other.
ENOUGH = 3
MAJORITY = 2

_BRITISH_REGIONS = frozenset({"gb", "uk", "ie", "au", "nz", "in", "za"})
_AMERICAN_REGIONS = frozenset({"us"})
_PAIRS = ((Variety.BRITISH, Variety.AMERICAN), (Variety.ISE, Variety.IZE))


Place = tuple[Unit, int, int]


class Varieties:
    """A region in the target language decides; otherwise the majority does."""

    def __init__(self, target_lang: str = "en") -> None:
        self._forms = {variety: Form() for variety in Variety}
        self._wanted = _wanted(target_lang)

    def read(self, sentence: Sentence) -> None:
        table = varieties()
        for word in sentence.words:
            spelling = table.get(word.text)
            if spelling is not None:
                form = self._forms[spelling.variety]
                form.add(sentence.unit, word.start, word.end)

    def report(
        self, units: Sequence[Unit], cancelled: Callable[[], bool]
    ) -> Iterator[Suggestion]:
        for pair in _PAIRS:
            chosen = next((v for v in pair if v in self._wanted), None)
            if chosen is None:
                chosen = _majority(pair, self._forms)
            if chosen is not None:
                other = pair[0] if chosen is pair[1] else pair[1]
                yield from self._against(other, chosen)
            else:
                yield from self._in_both(pair)

    def _against(self, rare: Variety, common: Variety) -> Iterator[Suggestion]:
        form, count = self._forms[rare], self._forms[common].count
        if form.count > len(form.places):
            return
        kind = "ise-ize" if rare in _PAIRS[1] else "spelling-variety"
        why = "as the target language asks" if common in self._wanted else times(count)
        for unit, start, end in form.places:
            right = varieties()[unit.text[start:end]].other
            yield finding(
                unit,
                start,
                end,
                kind=kind,
                message=f"{rare} spelling in a text with {common} spelling ({why})",
                category="locale-convention/spelling",
                label="spelling",
                replacements=(right,),
            )

    def _in_both(self, pair: tuple[Variety, Variety]) -> Iterator[Suggestion]:
        """Without a majority: single words that stand in both spellings. The rarer one
        is reported, the later one where both are as frequent."""
        words: dict[frozenset[str], tuple[list[Place], list[Place]]] = {}
        for side, variety in enumerate(pair):
            for place in self._forms[variety].places:
                word = _word(place)
                key = frozenset({word.lower(), varieties()[word].other.lower()})
                words.setdefault(key, ([], []))[side].append(place)
        for sides in words.values():
            if not all(sides):
                continue
            common, rare = sorted(
                sides, key=lambda places: (-len(places), _order(places[0]))
            )
            for unit, start, end in rare:
                right = varieties()[unit.text[start:end]].other
                yield finding(
                    unit,
                    start,
                    end,
                    kind="spelling-of-one-word",
                    message=f"“{_word(common[0])}” elsewhere in this text",
                    category="locale-convention/spelling",
                    label="spelling",
                    replacements=(right,),
                )


def _word(place: Place) -> str:
    unit, start, end = place
    return unit.text[start:end]


def _order(place: Place) -> tuple[int, int]:
    unit, start, _ = place
    return unit.segment, start


def _majority(
    pair: tuple[Variety, Variety], forms: Mapping[Variety, Form]
) -> Variety | None:
    common = max(pair, key=lambda variety: forms[variety].count)
    rare = pair[0] if common is pair[1] else pair[1]
    enough = max(ENOUGH, MAJORITY * forms[rare].count)
    return common if forms[common].count >= enough else None


def _wanted(target_lang: str) -> frozenset[Variety]:
    """What the region says. In American English -ize is the only way."""
    regions = set(re.split("[-_]", target_lang.lower())[1:])
    if regions & _AMERICAN_REGIONS:
        return frozenset({Variety.AMERICAN, Variety.IZE})
    if regions & _BRITISH_REGIONS:
        return frozenset({Variety.BRITISH})
    return frozenset()
