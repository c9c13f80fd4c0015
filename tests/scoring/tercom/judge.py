"""sacrebleu's TER, step by step, and pairs of texts to judge by it."""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st
from sacrebleu.metrics import lib_ter

from posteditor.scoring.tercom import Move, Operation
from posteditor.scoring.tercom.moves import moved

Words = list[str]
LETTERS = {
    " ": Operation.KEEP,
    "s": Operation.SUBSTITUTE,
    "i": Operation.INSERT,
    "d": Operation.DELETE,
}


def table(hypothesis: Words, reference: Words) -> tuple[int, list[Operation]]:
    """Edit distance and operations near the diagonal."""
    distance, trace = lib_ter.BeamEditDistance(reference)(hypothesis)
    return distance, [LETTERS[letter] for letter in trace]


def edits(hypothesis: Words, reference: Words) -> int:
    return lib_ter.translation_edit_rate(hypothesis, reference)[0]


def shifted(hypothesis: Words, reference: Words) -> tuple[int, Words]:
    """How many shifts are made, and the words after them."""
    distances = lib_ter.BeamEditDistance(reference)
    shifts = tried = 0
    while True:
        gain, words, tried = lib_ter._shift(hypothesis, reference, distances, tried)
        if tried >= lib_ter._MAX_SHIFT_CANDIDATES or gain <= 0:
            return shifts, hypothesis
        hypothesis = words
        shifts += 1


def first_round(hypothesis: Words, reference: Words) -> tuple[int, int]:
    """What the best shift saves, and how many are tried for it."""
    distances = lib_ter.BeamEditDistance(reference)
    gain, _, tried = lib_ter._shift(hypothesis, reference, distances, 0)
    return gain, tried


def rewritten(words: Words, rng: Random, changes: int) -> Words:
    """Runs of words moved, words replaced, inserted and dropped."""
    words = list(words)
    for _ in range(changes):
        cuts = sorted(rng.choices(range(len(words) + 1), k=3))
        at = rng.randint(0, len(words))
        word = rng.choice([*words, "new"])
        match rng.randint(0, 3):
            case 0:
                words.insert(at, word)
            case 1:
                words[at : at + 1] = [word]
            case 2:
                del words[at : at + 1]
            case _:
                words = moved(words, Move(*cuts))
    return words


@st.composite
def pairs(draw: st.DrawFn, longest: int = 24) -> tuple[Words, Words]:
    """Of few different words, so that much repeats; the second made from the first, or
    by itself."""
    kinds = draw(st.sampled_from([2, 3, 5, 9, 40]))
    text = st.lists(st.integers(1, kinds).map(str), min_size=1, max_size=longest)
    first = draw(text)
    if draw(st.booleans()):
        return first, draw(text)
    rng = Random(draw(st.integers(0, 2**32)))
    return first, rewritten(first, rng, draw(st.integers(0, 9)))


def long_pair(seed: int) -> tuple[Words, Words]:
    """Longer than the beam is wide, in ways that lead beside it."""
    rng = Random(seed)
    kinds = rng.choice([1, 2, 5, 20, 300])
    first = [str(rng.randint(1, kinds)) for _ in range(rng.choice([5, 40, 90, 130]))]
    if seed % 3:
        size = rng.choice([1, 30, len(first), 2 * len(first), 270])
        return first, [str(rng.randint(1, kinds)) for _ in range(size)]
    cut = rng.randint(0, len(first))
    turned = first[cut:] + first[:cut]
    return first, ["x"] * rng.choice([0, 0, 26, 60]) + rewritten(turned, rng, 5)
