"""The live score beside the screen."""

from __future__ import annotations

from posteditor.scoring import hter, sentence_ter
from posteditor.tui.messages import HterChanged, SentenceScored
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
