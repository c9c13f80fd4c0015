"""What the embedded checkers cost together, beside stock Harper on the same text.

Warm: linters are built and Harper's caches filled by the same text, as when an editor
works on. Cold: text nobody has seen yet, each round another part of a long document.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Sequence
from pathlib import Path

from posteditor.checkers.engine import Engine
from posteditor.checkers.protocol import CheckContext, Unit
from posteditor.checkers.registry import build_engine
from posteditor.checkers.vocabulary import collect
from posteditor.config import Settings
from tests.benchmarks.timing import pair

WORDS = 1_000
SEED = 12345
PARTS = 16

_FRAMES = (
    "The {a} of the {b} was {c} by the {a} in the {b} of {d}.",
    "We {e} that the {b}, together with the {a}, will {f} the {g} {b}.",
    "In this {a} the {g} {b} of {d} remains {g}, and its {a} is {c} every year.",
    "{d} and the {b} have {c} the {a} on {g} {b}, which is to {f} in {d}.",
)
_WORDS = {
    "a": "development implementation organization agreement protection coordination",
    "b": "committee region border harbour programme security initiative conference",
    "c": "adopted discussed strengthened recieved prepared financed announced",
    "d": "Portvale Tashkurgan Lindmark Orlania Westreach Karrowby",
    "e": "believe hope note expect emphasize",
    "f": "improve begin support continue extend",
    "g": "joint regional important further stable independent",
}


def statement(seed: int) -> list[Unit]:
    """Invented official prose of about a thousand words, another for each seed."""
    rng = random.Random(seed)
    units: list[Unit] = []
    length = 0
    while length < WORDS:
        words = {key: rng.choice(value.split()) for key, value in _WORDS.items()}
        text = rng.choice(_FRAMES).format(**words)
        text = f"{text[:-1]}, item {rng.randrange(10_000)}."
        length += len(text.split())
        units.append(Unit(segment=len(units), text=text))
    return units


def ours(engine: Engine, units: Sequence[Unit]) -> None:
    vocabulary = collect((unit.text for unit in units), frozenset())
    engine.check_all(units, CheckContext(vocabulary=vocabulary))


def stock() -> Callable[[Sequence[Unit]], None]:
    import harper

    linter = harper.Linter()

    def check(units: Sequence[Unit]) -> None:
        linter.lint("\n\n".join(unit.text for unit in units), language="plaintext")

    return check


def run() -> list[tuple[str, float, float, str]]:
    engine = build_engine(Settings(store=Path("unused.db")), "en", None)
    peer = stock()
    same = statement(SEED)
    warm = pair(lambda: ours(engine, same), lambda: peer(same))
    ours_next = map(statement, itertools.count(1))
    peer_next = map(statement, itertools.count(1))
    cold = pair(
        lambda: ours(engine, next(ours_next)), lambda: peer(next(peer_next)), PARTS
    )
    return [
        ("all embedded checkers, 1,000 words, warm", *warm, "stock Harper"),
        ("all embedded checkers, 1,000 words, new text", *cold, "stock Harper"),
    ]
