"""The live score beside the screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from posteditor.scoring import hter, sentence_ter
from posteditor.scoring.tercom import TerStat
from posteditor.tui.messages import CheckFailed, HterChanged, SentenceScored
from posteditor.tui.workers.scoring import LiveScoring
from tests.tui.support import TEXTS, make_document
from tests.tui.test_checking import Inbox

REVISED = "The task of keeping the straits open remains on the agenda."


def live(inbox: Inbox) -> LiveScoring:
    segments = make_document(TEXTS, furniture=(0,)).segments
    scoring = LiveScoring(segments, inbox.post, "en")
    scoring.start()
    return scoring


def last(inbox: Inbox) -> float | None:
    values = [m.value for m in inbox.messages if isinstance(m, HterChanged)]
    return values[-1]


def test_the_score_is_that_of_every_sentence_that_is_kept() -> None:
    inbox = Inbox()
    scoring = live(inbox)
    scoring.put(3, TEXTS[3], REVISED)
    inbox.wait_for(HterChanged)
    targets = [*TEXTS[1:3], REVISED, *TEXTS[4:]]
    pairs = zip(TEXTS[1:], targets, strict=True)
    assert last(inbox) == hter(sentence_ter(mt, pe) for mt, pe in pairs)
    scoring.put(3, TEXTS[3], None)
    inbox.wait_for(HterChanged, 2)
    assert last(inbox) == 0
    scoring.stop()


def test_a_sentence_is_measured_once_and_then_known() -> None:
    inbox = Inbox()
    scoring = live(inbox)
    assert scoring.ter(TEXTS[3], REVISED) is None
    inbox.wait_for(SentenceScored)
    assert scoring.ter(TEXTS[3], REVISED) == sentence_ter(TEXTS[3], REVISED).percent
    scoring.stop()


def failing_on(word: str) -> Callable[..., TerStat]:
    """A measure that cannot take texts with this word in them."""

    def measure(mt: str, target: str, *more: str) -> TerStat:
        if word in target:
            raise RuntimeError("no\nsuch table")
        return sentence_ter(mt, target, *more)

    return measure


@pytest.mark.filterwarnings("error::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_sentence_that_cannot_be_scored_is_named_once_and_work_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("posteditor.scoring.ter.sentence_ter", failing_on("odd"))
    monkeypatch.setattr("posteditor.scoring.sentence_ter", failing_on("odd"))
    inbox = Inbox()
    scoring = live(inbox)
    for count, target in enumerate(("odd one", "odd two", REVISED), 1):
        scoring.put(3, TEXTS[3], target)
        inbox.wait_for(HterChanged, count)
        assert (last(inbox) is None) == (target != REVISED)
    assert scoring.ter(TEXTS[3], "odd") is None
    assert scoring.ter(TEXTS[3], REVISED) is None
    inbox.wait_for(SentenceScored)
    assert scoring.ter(TEXTS[3], REVISED) is not None
    failures = [m.failures for m in inbox.messages if isinstance(m, CheckFailed)]
    assert [[each.line for each in found] for found in failures] == [["scoring: no"]]
    scoring.stop()


def test_without_the_scorer_the_editor_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr("posteditor.scoring.ter.LiveHter")
    inbox = Inbox()
    scoring = live(inbox)
    scoring.put(3, TEXTS[3], REVISED)
    inbox.wait_for(CheckFailed)
    (message,) = inbox.messages
    assert isinstance(message, CheckFailed)
    assert "scoring failed and is left out" in message.failures[0].line
