"""Which segments of a new version of a file are those of an old one.

Rules: a segment only ever matches one with the same MT output; a pair is used once;
what stands alone anchors what is repeated around it; cost O(n log n) for n segments.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from posteditor.model import Segment
from posteditor.revision import FINGERPRINT_BYTES, Event, Revision
from posteditor.store.protocol import Draft


def align(old: bytes, new: bytes) -> dict[int, int]:
    """Old segment index → new segment index, from joined fingerprints.

    Segments that occur once in both versions and keep their order are the anchors
    (Cohen's patience diff); runs of equal segments beside them follow; what is left,
    moved and repeated segments, is paired by order of occurrence.
    """
    before, after = split(old), split(new)
    pairs: dict[int, int] = {}
    anchors = [(-1, -1), *_anchors(before, after), (len(before), len(after))]
    pairs.update(anchors[1:-1])
    for (old_start, new_start), (old_end, new_end) in pairwise(anchors):
        i, j = old_start + 1, new_start + 1
        while i < old_end and j < new_end and before[i] == after[j]:
            pairs[i] = j
            i, j = i + 1, j + 1
        k, m = old_end - 1, new_end - 1
        while k >= i and m >= j and before[k] == after[m]:
            pairs[k] = m
            k, m = k - 1, m - 1
    _pair_leftovers(before, after, pairs)
    return pairs


def carried_revisions(
    events: Iterable[Event],
    pairs: Mapping[int, int],
    segments: Sequence[Segment],
) -> dict[int, Revision]:
    """The last revisions of an earlier session, by new segment index in order; those
    that say nothing new are left out."""
    last = {event.segment: event.after for event in events}
    found = {pairs[index]: last[index] for index in last if index in pairs}
    return {
        index: found[index]
        for index in sorted(found)
        if found[index] != Revision.initial(segments[index])
    }


def carried_drafts(
    drafts: Mapping[int, Draft], pairs: Mapping[int, int]
) -> list[Draft]:
    """The drafts of an earlier session, on the segments that stand for theirs."""
    return [
        Draft(segment=pairs[index], text=draft.text, at=draft.at)
        for index, draft in drafts.items()
        if index in pairs
    ]


def carried_position(position: int, pairs: Mapping[int, int]) -> int:
    """Where the editor was: the last carried segment up to `position`."""
    for index in range(position, -1, -1):
        if index in pairs:
            return pairs[index]
    return 0


def split(joined: bytes) -> list[bytes]:
    """Joined fingerprints, one by one."""
    size = FINGERPRINT_BYTES
    return [joined[at : at + size] for at in range(0, len(joined), size)]


def _anchors(before: list[bytes], after: list[bytes]) -> list[tuple[int, int]]:
    """The longest run of pairs, rising in both, of what occurs once in each."""
    old_counts, new_counts = Counter(before), Counter(after)
    places = {digest: j for j, digest in enumerate(after) if new_counts[digest] == 1}
    unique = [
        (i, places[digest])
        for i, digest in enumerate(before)
        if old_counts[digest] == 1 and digest in places
    ]
    return _longest_rising(unique)


def _longest_rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence whose second members rise (patience sorting)."""
    tails: list[int] = []
    tail_at: list[int] = []
    links: list[int] = []
    for at, (_, place) in enumerate(pairs):
        pile = bisect_left(tails, place)
        links.append(tail_at[pile - 1] if pile else -1)
        tails[pile : pile + 1] = [place]
        tail_at[pile : pile + 1] = [at]
    found = []
    at = tail_at[-1] if tail_at else -1
    while at >= 0:
        found.append(pairs[at])
        at = links[at]
    return found[::-1]


def _pair_leftovers(
    before: list[bytes], after: list[bytes], pairs: dict[int, int]
) -> None:
    taken = set(pairs.values())
    free: dict[bytes, deque[int]] = {}
    for j, digest in enumerate(after):
        if j not in taken:
            free.setdefault(digest, deque()).append(j)
    for i, digest in enumerate(before):
        if i not in pairs and free.get(digest):
            pairs[i] = free[digest].popleft()
