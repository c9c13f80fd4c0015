"""The proof of a cleaned version: it refuses what is wrong and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posteditor.errors import ProofError
from posteditor.formats.writing import encode, render
from posteditor.model import Document, Segment, TextEncoding
from posteditor.reports.proof import prove_bytes, prove_text
from tests.session.build import document

TWO = document(Path("a.txt"), ("One.", "Two."))

pieces = st.text(alphabet="a \n-\ue0f7\ue0f8", max_size=6)
documents = st.lists(st.tuples(pieces, pieces.filter(bool)), min_size=1, max_size=5)


@given(documents, st.lists(pieces, min_size=5, max_size=5), st.sets(st.integers(0, 4)))
def test_what_is_rendered_is_proven_whatever_it_says(
    parts: list[tuple[str, str]], targets: list[str], gone: set[int]
) -> None:
    text, segments = "", []
    for index, (gap, words) in enumerate(parts):
        start = len(text) + len(gap)
        text += gap + words
        end = len(text)
        segments.append(Segment(index=index, start=start, end=end, text=words))
    made = replace(TWO, text=f"{text}\n", segments=tuple(segments))
    chosen = dict(enumerate(targets[: len(segments)]))
    omitted = frozenset(gone & chosen.keys())
    prove_text(render(made, chosen, omitted), made, chosen, omitted, render)


def test_gaps_that_come_together_are_no_mark() -> None:
    text = "\ue0f7a\ue0f8b\n"
    segments = (
        Segment(index=0, start=1, end=2, text="a"),
        Segment(index=1, start=3, end=4, text="b"),
    )
    made = replace(TWO, text=text, segments=segments)
    targets = {0: "", 1: "b"}
    shown = render(made, targets, frozenset())
    prove_text(shown, made, targets, frozenset(), render)


@pytest.mark.parametrize(
    "text", ["One.\nTwo", "One.\nTwo.\n", "One. Two.", "Two.\nOne.", "", "One.\n\nTwo."]
)
def test_a_text_that_says_something_else_is_refused(text: str) -> None:
    targets = {0: "One.", 1: "Two."}
    with pytest.raises(ProofError):
        prove_text(text, TWO, targets, frozenset(), render)


def test_an_emptied_sentence_may_take_its_gap_along_and_nothing_else() -> None:
    three = document(Path("a.txt"), ("One.", "Two.", "Three."))
    targets = {0: "One.", 1: "", 2: "Three."}
    prove_text("One.\nThree.", three, targets, frozenset(), render)
    for wrong in ("One.\n\nThree.", "One.\n", "One. Three."):
        with pytest.raises(ProofError):
            prove_text(wrong, three, targets, frozenset(), render)


def test_a_renderer_that_changes_what_stands_between_is_refused() -> None:
    def spaced(
        document: Document, targets: Mapping[int, str], omitted: frozenset[int]
    ) -> str:
        return "  ".join(targets.values())

    targets = {0: "One.", 1: "Two."}
    with pytest.raises(ProofError, match="between the sentences"):
        prove_text("One.  Two.", TWO, targets, frozenset(), spaced)


def test_a_renderer_that_forgets_a_sentence_is_refused() -> None:
    def first(
        document: Document, targets: Mapping[int, str], omitted: frozenset[int]
    ) -> str:
        return targets[0]

    with pytest.raises(ProofError):
        prove_text("One.", TWO, {0: "One.", 1: "Two."}, frozenset(), first)


def test_bytes_must_read_back() -> None:
    marked = replace(TWO, encoding=TextEncoding(name="utf-16-le", bom=b"\xff\xfe"))
    prove_bytes(encode(marked, "Éa\ud83d"[:2]), "Éa", marked)
    with pytest.raises(ProofError, match="byte order mark"):
        prove_bytes("Éa".encode("utf-16-le"), "Éa", marked)
    with pytest.raises(ProofError, match="read back"):
        prove_bytes(b"\xff\xfe?\x00", "É", marked)
