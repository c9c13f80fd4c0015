"""All mechanisms at once: one look at a text tells which of them are worth running.

Rule: what the keys of a mechanism rule out, it would not have found; hits come in the
order of the mechanisms.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from operator import itemgetter

from posteditor.checkers.rules.grammar.scan import Frame, Frames, hits_of, word_places
from posteditor.checkers.rules.matcher import Hit
from posteditor.checkers.rules.mechanics import Clued, Mechanism, keys_of


class Bank:
    """Mechanisms by what a text must hold for them to find anything."""

    def __init__(self, mechanisms: Sequence[Mechanism]) -> None:
        self.mechanisms = tuple(mechanisms)
        self._always: set[int] = set()
        self._by_key: dict[str, list[int]] = {}
        self._frames: dict[str, list[tuple[int, Frame]]] | None = None
        for number, mechanism in enumerate(self.mechanisms):
            find = mechanism.find
            if isinstance(find, Frames):
                continue
            keys = find.keys if isinstance(find, Clued) else None
            if keys is None:
                self._always.add(number)
            for key in keys or ():
                self._by_key.setdefault(key, []).append(number)

    def hits(self, text: str, wanted: Collection[int]) -> Iterator[tuple[int, Hit]]:
        """What the mechanisms of these numbers find, each with its number."""
        found = list(self._of_frames(text, wanted))
        worth = set(self._always)
        for key in self._by_key.keys() & keys_of(text):
            worth.update(self._by_key[key])
        for number in worth:
            if number in wanted:
                for hit in self.mechanisms[number].find(text):
                    found.append((number, hit))
        found.sort(key=itemgetter(0))
        yield from found

    def _of_frames(
        self, text: str, wanted: Collection[int]
    ) -> Iterator[tuple[int, Hit]]:
        frames, places = self._table(), word_places(text)
        seen: set[int] = set()
        for word in frames.keys() & places.keys():
            for number, frame in frames[word]:
                if number not in wanted or id(frame) in seen:
                    continue
                seen.add(id(frame))
                for hit in hits_of(frame, text, places):
                    yield number, hit

    def _table(self) -> Mapping[str, Sequence[tuple[int, Frame]]]:
        if self._frames is None:
            frames: dict[str, list[tuple[int, Frame]]] = {}
            for number, mechanism in enumerate(self.mechanisms):
                if isinstance(mechanism.find, Frames):
                    for word, each in mechanism.find.table.items():
                        frames.setdefault(word, []).extend((number, f) for f in each)
            self._frames = frames
        return self._frames
