"""Letters are compared inside words that changed little, and nowhere else."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from posteditor.diff import detail


def shown(gone: str, come: str) -> tuple[str, str] | None:
    found = detail(gone, come)
    if found is None:
        return None
    left, right = (
        "".join(f"<{part.text}>" if part.changed else part.text for part in parts)
        for parts in found
    )
    return left, right


@pytest.mark.parametrize(
    ("gone", "come", "expected"),
    [
        ("organisation", "organization", ("organi<s>ation", "organi<z>ation")),
        ("boats", "boat", ("boat<s>", "boat")),
        ("member states", "Member States", ("<m>ember <s>tates", "<M>ember <S>tates")),
        ("Kiev", "Kyiv", None),
        ("2023", "2024", None),
        ("a", "the", None),
        ("old boat", "boat", None),
        ("one two three four", "one two three fours", None),
        (",", ";", None),
        ("cafe\u0301s", "cafes", ("caf<e\u0301>s", "caf<e>s")),
    ],
)
def test_words(gone: str, come: str, expected: tuple[str, str] | None) -> None:
    assert shown(gone, come) == expected


WORD = st.text("ae\u0301stx👨‍👩k ", min_size=1, max_size=12)


@given(WORD, WORD)
def test_the_parts_are_the_texts_and_split_no_grapheme(gone: str, come: str) -> None:
    found = detail(gone, come)
    if found is None:
        return
    for parts, text in zip(found, (gone, come), strict=True):
        assert "".join(part.text for part in parts) == text
        ends = {match.end() for match in regex.finditer(r"\X", text)}
        at = 0
        for part in parts:
            at += len(part.text)
            assert at in ends
