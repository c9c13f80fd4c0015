"""What a report knows of each sentence, and the figures of the whole."""

from __future__ import annotations

import pytest

from posteditor.diff import Op, OpKind
from posteditor.errors import ProofError
from posteditor.reports import sentences as sentences_module
from posteditor.reports.counts import CategoryCount, words
from posteditor.reports.sentences import Fate
from tests.reports.build import NOW, bare, content, snapshot
from tests.session.build import Desk


def test_every_sentence_has_its_fate(desk: Desk) -> None:
    fates = [one.fate for one in content(snapshot(desk)).sentences]
    assert fates == [
        Fate.FURNITURE,
        Fate.ACCEPTED,
        Fate.REVISED,
        Fate.REVISED,
        Fate.ACCEPTED,
        Fate.RETRANSLATE,
        Fate.OPEN,
        Fate.OMITTED,
        Fate.OPEN,
    ]


def test_a_sentence_has_its_texts_and_what_was_decided(desk: Desk) -> None:
    made = content(snapshot(desk))
    revised, waiting, again = made.sentences[2], made.sentences[3], made.sentences[5]
    assert (revised.number, revised.is_done, revised.is_changed) == (3, True, True)
    assert revised.target == "The forum has begun in the city Orlhaven."
    assert revised.source == "Источник 2."
    assert revised.reference == "The forum has begun in Orlhaven."
    assert [record.replacement for record in revised.decisions] == ["has begun"]
    assert [s.text for s in revised.suggestions or ()] == ["the city Orlhaven"]
    assert Op(OpKind.DELETE, "have") in revised.ops
    assert not waiting.is_done
    assert again.comment == "What progress?\nAsk the author."


def test_the_counts_are_those_of_the_translation(desk: Desk) -> None:
    counts = content(snapshot(desk)).counts
    assert (counts.sentences, counts.done, counts.open) == (7, 3, 4)
    assert (counts.touched, counts.accepted, counts.revised) == (2, 2, 2)
    assert (counts.retranslate, counts.omitted, counts.furniture) == (1, 1, 1)
    assert (counts.words_mt, counts.words_pe) == (42, 42)
    assert counts.edits.edits == 4
    assert counts.before.suggestions == 6
    assert counts.after.suggestions == 3
    assert counts.before.per_thousand == pytest.approx(6000 / 42)
    assert counts.categories == (
        CategoryCount(category="style", found=6, applied=1, dismissed=1, open=3),
    )


def test_sentences_that_were_not_checked_are_not_counted_as_clean(desk: Desk) -> None:
    counts = content(bare(desk, "One two.", "Three.")).counts
    assert counts.before.sentences == 0
    assert counts.before.per_thousand is None


def test_furniture_that_is_kept_is_in_the_text_and_not_in_the_scores(
    desk: Desk,
) -> None:
    with desk.open(desk.document("Slug.", "Text.", furniture=[0])) as session:
        session.omit(0, False)
        session.accept(0)
        made = content(session.snapshot())
        progress = session.progress
    assert not made.sentences[0].is_omitted
    assert (made.counts.done, made.counts.sentences) == (0, 1)
    assert (progress.done, progress.total) == (0, 1)
    assert {score.segments for score in made.scores} == {1}


def test_the_moment_and_the_versions_are_those_passed_in(desk: Desk) -> None:
    made = content(snapshot(desk))
    assert (made.date, made.version) == (NOW, "1.2.3")
    assert made.checkers == {"rules": "1.2.3", "harper": "0.9"}


def test_a_diff_that_loses_text_is_refused(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = bare(desk, "One.", "Two three.", revised={1: "Two four."})
    monkeypatch.setattr(
        sentences_module, "diff", lambda old, new: (Op(OpKind.EQUAL, old),)
    )
    with pytest.raises(ProofError, match="sentence 2"):
        content(taken)


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("One, two.", 2), ("It’s 2.5 km", 4), ("你好", 2), ("— …", 0)],
)
def test_words_are_what_holds_letters_or_digits(text: str, count: int) -> None:
    assert words(text) == count
