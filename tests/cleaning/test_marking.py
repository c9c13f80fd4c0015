"""Where furniture is found, how far it reaches and what it leaves alone."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posteditor.cleaning import Pattern, load_patterns, mark_furniture
from posteditor.model import Provenance, Segment, SegmentKind
from tests.cleaning.support import BODY, furniture, mark, segments_of
from tests.evaluation import evaluation

PATTERNS = load_patterns()
# The same patterns, but one that takes too long is an error.
STRICT = replace(
    PATTERNS,
    patterns=tuple(replace(p, file=Path("strict.toml")) for p in PATTERNS.patterns),
)
ROOT = Path(__file__).parents[2]
NOTE = (
    "EDITOR’S NOTE: This text is a translation.‖Apologies should the grammar be poor."
)


def test_the_page_around_a_statement_and_nothing_of_the_statement() -> None:
    marked, provenance = mark(
        "Post sponsored by Harbourlight.example",
        "NEWSWIRE Translation.‖Region: Russian Federation –",
        "Topic: “Safety in the Straits: The Role of the Council”",
        "Mr. Chairman,",
        "Dear colleagues,",
        *BODY * 20,
        "Thank you for attention.",
        NOTE,
        "NEWSWIRE Russia News",
    )
    slug = "NEWSWIRE Translation. Region: Russian Federation –"
    assert [(s.furniture, s.text) for s in marked if s.is_furniture] == [
        ("sponsor", "Post sponsored by Harbourlight.example"),
        ("slug", "NEWSWIRE Translation."),
        ("slug", "Region: Russian Federation –"),
        ("disclaimer", "EDITOR’S NOTE: This text is a translation."),
        ("disclaimer", "Apologies should the grammar be poor."),
        ("slug", "NEWSWIRE Russia News"),
    ]
    assert provenance == Provenance(
        is_translation=True,
        source_lang="ru",
        evidence=(slug, NOTE.replace("‖", " "), "NEWSWIRE Russia News"),
    )


@pytest.mark.parametrize("apostrophe", ["'", "’", "ʼ", "`"])
@pytest.mark.parametrize("joint", ["‖", " ", "\n", "\n\n"])
def test_a_note_in_any_number_of_segments(apostrophe: str, joint: str) -> None:
    note = NOTE.replace("’", apostrophe).replace("‖", joint)
    found = furniture(*BODY * 20, *note.split("\n\n"))
    assert " ".join(found) == note.replace("‖", " ").replace("\n\n", " ").replace(
        "\n", " "
    )


def test_a_note_of_several_sentences_is_furniture_to_the_end_of_its_line() -> None:
    note = (
        "Please note; this information is raw content received from its source."
        "‖It may be incomplete.‖Nobody here wrote it."
    )
    assert furniture(*BODY * 20, note) == note.split("‖")


def test_a_note_does_not_reach_into_the_next_line() -> None:
    head = "Editor's note: This text is a translation.\nMr. Chairman,\nDear colleagues,"
    assert furniture(head, *BODY * 20) == ["Editor's note: This text is a translation."]


def test_a_sentence_within_a_line_is_never_furniture() -> None:
    assert furniture("Read more.‖It is worth it.", *BODY) == []
    assert furniture("It is worth it.‖Read more.", *BODY) == []
    assert furniture("Read more.", *BODY) == ["Read more."]


def test_emphasis_around_furniture_does_not_hide_it() -> None:
    assert furniture("**Share this:**", *BODY) == ["**Share this:**"]
    assert furniture(*BODY * 20, "**Advertisement**", *BODY * 20) == [
        "**Advertisement**"
    ]


def test_head_and_tail_patterns_do_not_look_at_the_middle() -> None:
    for line in ("By Anna Writer", "Print", "ENDS", "Unofficial translation"):
        assert furniture(*BODY * 20, line, *BODY * 20) == []
    assert furniture("By Anna Writer", *BODY * 20) == ["By Anna Writer"]
    assert furniture(*BODY * 20, "ENDS") == ["ENDS"]


def test_a_source_is_furniture_only_where_nothing_follows_but_furniture() -> None:
    table = "Source: Ministry of Fisheries"
    assert furniture(*BODY, table, BODY[0]) == []
    assert furniture(*BODY, table) == [table]
    assert furniture(*BODY, table, "* * *", "Print") == [table, "* * *", "Print"]
    assert furniture(*BODY, "* * *", *BODY) == []


def test_kinds_other_than_sentence_are_furniture_too() -> None:
    text = "Share this\n\n" + BODY[0]
    segments = (
        Segment(index=0, start=0, end=10, text="Share this", kind=SegmentKind.HEADING),
        Segment(index=1, start=12, end=len(text), text=BODY[0]),
    )
    marked, _ = mark_furniture(segments, text, PATTERNS)
    assert [s.kind for s in marked] == [SegmentKind.FURNITURE, SegmentKind.SENTENCE]


def test_a_document_of_nothing() -> None:
    assert mark_furniture((), " \n ", PATTERNS) == ((), Provenance())


@pytest.mark.parametrize(
    "text",
    [
        "Topic: “Regional Security Mechanisms”",
        "Subject: Budget",
        "Mr. Chairman,",
        "Dear Colleagues,",
        "Thank you for attention.",
        "Thank you for your attention.",
        "I thank you.",
        "Vienna, 8 June 2021",
        "PC.DEL/934/21",
        "Check against delivery",
        "Statement by the delegation of Estmark",
        "Press release",
        "Distributed at the request of the delegation of Estmark",
        "Machine translation",
        "News",
        "Conclusion",
        "1. General provisions",
        "Share the burden",
        "For more information, see the annex.",
        "The original prevails over copies in our museums.",
        "This is a translation of our values into deeds.",
        "Region: North",
        "Image: The new icebreaker at the pier.",
        "Editor: It is a hard question.",
    ],
)
def test_lines_of_the_statement_itself(text: str) -> None:
    assert furniture(text, *BODY * 20) == []
    assert furniture(*BODY * 20, text) == []
    assert furniture(*BODY * 10, text, *BODY * 10) == []


@pytest.mark.parametrize(
    "line",
    [
        "\0\x1b[31m Print \ud800",
        "[/red] Read more [",
        "(" * 1_999,
        "-" * 1_999,
        "# " * 999,
        "Source: " + "a " * 900,
        "Translated from " + "the " * 480,
        "Editor's note: this text is a translation " + "translated " * 170,
        "for more information " * 95,
        "This is an unofficial translation " + "from the " * 210,
        "Facebook " * 220 + "!",
        "A-" * 999 + " Translation. Region:",
        "Tel: " + "1" * 1_900,
        "x" * 1_000_000,
        "all rights " * 180,
    ],
    ids=lambda line: line[:24].encode("ascii", "replace").decode(),
)
def test_hostile_lines_neither_fail_nor_run_into_a_time_limit(line: str) -> None:
    mark(*[line] * 3, *BODY * 20, *[line] * 3, patterns=STRICT)


@pytest.mark.parametrize("pattern", STRICT.patterns, ids=lambda p: p.id)
def test_no_pattern_runs_into_its_time_limit_on_what_begins_like_it(
    pattern: Pattern,
) -> None:
    for example in pattern.bad[:3]:
        words = re.findall(r"\S+", example)
        for count in {1, len(words) // 2, len(words)} - {0}:
            start = " ".join(words[:count])
            for unit in (words[count - 1], words[count - 1] + " ", "A ", "- ", "1"):
                STRICT.match(pattern, (start + " " + unit * 2_000)[:1_999] + "\x01")


LINES = st.one_of(
    st.text(max_size=40),
    st.sampled_from([e for p in PATTERNS.patterns for e in (*p.bad, *p.good)]),
    st.sampled_from(BODY),
)


@given(st.lists(LINES, max_size=60), st.sampled_from(["\n", "\n\n", "\r\n", " ", ""]))
def test_marking_changes_nothing_but_kinds_and_twice_is_once(
    lines: list[str], joint: str
) -> None:
    segments: list[Segment] = []
    text = ""
    for line in lines:
        start = len(text)
        text += line
        segments.append(
            Segment(index=len(segments), start=start, end=len(text), text=line)
        )
        text += joint
    marked, provenance = mark_furniture(segments, text, PATTERNS)
    assert [(s.index, s.start, s.end, s.text) for s in marked] == [
        (s.index, s.start, s.end, s.text) for s in segments
    ]
    for before, after in zip(segments, marked, strict=True):
        assert after.is_furniture == (after.furniture is not None)
        assert after.is_furniture or after == before
    assert mark_furniture(marked, text, PATTERNS) == (marked, provenance)


def statements() -> list[Path]:
    return sorted((ROOT / "samples").glob("statement.re*.txt"))


@pytest.mark.parametrize("path", statements(), ids=lambda path: path.name)
def test_no_line_of_a_translation_by_a_person_is_furniture(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert furniture(*filter(None, lines), patterns=PATTERNS) == []
    for line in lines:
        assert furniture(line, patterns=PATTERNS) == []


def test_no_line_that_people_wrote_in_english_is_furniture() -> None:
    files = sorted(evaluation("wmt-to-english/native").glob("*.en"))
    assert files
    wrong = []
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            segments, text = segments_of(line.strip() or "-")
            marked, _ = mark_furniture(segments[:1], text, PATTERNS)
            wrong += [s.text for s in marked if s.is_furniture]
    assert wrong == []
