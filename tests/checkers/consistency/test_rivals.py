"""Signs written in two ways: the rarer is put in the commoner way."""

from __future__ import annotations

import pytest

from posteditor.checkers.consistency.rivals import RIVALRIES
from tests.checkers.consistency.test_kinds import found

SEEN = {
    "quotation-marks": (
        ("A “sea”, a “lake”.", "A “pond” too.", 'A "puddle" here.'),
        [('"', "”"), ('"', "“")],
    ),
    "title-stop": (
        ("We met Mr. Irsen.", "And Dr. Orlan too.", "Then Mrs Irsen left."),
        [("Mrs", "Mrs.")],
    ),
    "percent-sign": (
        ("It rose by 5%, 6% and 7%.", "It fell by 8 percent."),
        [(" percent", "%")],
    ),
    "range-dash": (
        ("In 2019–2020 and 2020–2021.", "In 2021-2022 too."),
        [("2021-2022", "2021–2022")],
    ),
    "dash": (
        ("A sea – a lake – is here.", "A pond – really.", "Our puddle - here."),
        [(" - ", " – ")],
    ),
    "initials": (
        ("We met A.B. Irsen.", "And C.D. Orlan.", "Then E. F. Taras left."),
        [("E. F.", "E.F.")],
    ),
    "number-sign": (
        ("Law No. 5 and Law No. 6.", "But Law No 7."),
        [("No", "No.")],
    ),
    "stop-and-quote": (
        (
            "“It is,” he said. “It was,” she said. “It goes.”",
            "“All is well.”",
            "They call it “home”.",
        ),
        [("”.", ".”")],
    ),
    "serial-comma": (
        (
            "A sea, a lake, and a pond. A cat, a dog, and a cow.",
            "A pen, a cup, and a hat.",
            "We saw a sea, a lake, a pond and a river.",
        ),
        [("pond", "pond,")],
    ),
    "place-capital": (
        ("The Orlan Region and the Irsen Region.", "In the Taras region."),
        [("Taras region", "Taras Region")],
    ),
}


@pytest.mark.parametrize("kind", SEEN)
def test_the_rarer_way_is_reported(kind: str) -> None:
    texts, expected = SEEN[kind]
    seen = sorted((text, fixes[0]) for _, text, fixes in found(kind, *texts))
    assert seen == sorted(expected)


def test_every_rivalry_is_seen_here() -> None:
    assert {rivalry.kind for rivalry in RIVALRIES} == SEEN.keys()


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        ("quotation-marks", ("A “sea” here.", 'A "pond" there.')),
        ("quotation-marks", ("A “sea”, a “lake”.", 'A 5" pipe.')),
        ("title-stop", ("Mr. Irsen and Mr Orlan.",)),
        ("percent-sign", ("5%, 6%, 7%.", "A high percentage, a few percent.")),
        ("range-dash", ("In 2019–2020 and 2020–2021.", "Call 2021-202-555.")),
        ("dash", ("A sea – a lake – is here – now.", "A 3 - 2 win.")),
        ("stop-and-quote", ("They call it “home”.", "“It is,” he said.")),
        ("serial-comma", ("In May, Irsen and Orlan met, and left.",) * 4),
        ("place-capital", ("The Orlan Region.", "In the region of Taras.")),
        ("number-sign", ("No. 5 and No. 6.", "No man, no 5 men.")),
    ],
)
def test_without_a_custom_nothing_is(kind: str, texts: tuple[str, ...]) -> None:
    assert not found(kind, *texts)
