"""Any sequence of work, undone and done again, against a list of states: the session,
and what a new process reads back from the store at each point."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from posteditor.model import Decision
from posteditor.revision import History, Revision, counts
from posteditor.session.session import Session
from tests.session.build import TEXTS, Desk, suggestion

WORDS = ("has", "The", ".")

indices = st.integers(0, len(TEXTS) - 1)
texts = st.text(st.characters(), max_size=8)
Act = Callable[[Session], object]


def applied(index: int, word: str, replacement: str) -> Act:
    def act(session: Session) -> None:
        if word in session.target(index):
            session.apply(index, suggestion(session, index, word, replacement))

    return act


def applied_all(index: int, found: list[tuple[str, str]]) -> Act:
    def act(session: Session) -> None:
        words = [pair for pair in found if pair[0] in session.target(index)]
        session.apply_all(
            {index: [suggestion(session, index, *pair) for pair in words]}
        )

    return act


def dismissed(index: int, word: str, decision: Decision) -> Act:
    def act(session: Session) -> None:
        if word in session.target(index):
            session.dismiss(index, suggestion(session, index, word), decision)

    return act


def revised(index: int, text: str, accept: bool) -> Act:
    return lambda session: session.revise(index, text, accept=accept)


words = st.sampled_from(WORDS)
dismissals = st.sampled_from([d for d in Decision if d is not Decision.ACCEPTED])
acts: st.SearchStrategy[Act] = st.one_of(
    indices.map(lambda i: lambda s: s.accept(i)),
    indices.map(lambda i: lambda s: s.reopen(i)),
    indices.map(lambda i: lambda s: s.restore(i)),
    st.builds(revised, indices, texts, st.booleans()),
    st.builds(applied, indices, words, texts),
    st.builds(applied_all, indices, st.lists(st.tuples(words, texts), max_size=3)),
    st.builds(dismissed, indices, words, dismissals),
    st.tuples(indices, st.booleans()).map(lambda a: lambda s: s.omit(*a)),
    st.tuples(indices, st.booleans()).map(lambda a: lambda s: s.mark_retranslate(*a)),
    st.tuples(indices, texts).map(lambda a: lambda s: s.comment(*a)),
    st.tuples(indices, texts).map(lambda a: lambda s: s.save_draft(*a)),
)
steps = st.lists(st.one_of(acts, st.sampled_from(["undo", "redo"])), max_size=25)

State = tuple[tuple[Revision, ...], frozenset[str]]


def state(session: Session) -> State:
    revisions = tuple(map(session.revision, range(len(session.segments))))
    return revisions, session._store.dismissals()


def check_counts(session: Session) -> None:
    revisions, always = state(session)
    progress = session.progress
    sentences = [
        revision
        for segment, revision in zip(session.segments, revisions, strict=True)
        if counts(segment, revision)
    ]
    assert progress.total == len(sentences)
    assert progress.done == sum(r.state == "reviewed" for r in sentences)
    assert always == {
        record.wide_key
        for revision in revisions
        for record in revision.decisions
        if record.decision in (Decision.DISMISSED_ALWAYS, Decision.RULE_OFF)
    }


@given(steps=steps)
@settings(max_examples=60, deadline=None)
def test_any_work_can_be_undone_redone_and_read_back(steps: list[Act | str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        with desk.open(desk.document(furniture=[3])) as session:
            states, now = [state(session)], 0
            for step in steps:
                if step == "undo":
                    session.undo()
                    now = max(now - 1, 0)
                elif step == "redo":
                    session.redo()
                    now = min(now + 1, len(states) - 1)
                else:
                    assert callable(step)
                    events = session.snapshot().events
                    step(session)
                    if session.snapshot().events > events:
                        states[now + 1 :] = [state(session)]
                        now += 1
                assert state(session) == states[now]
                assert (session.next_undo is not None) == (now > 0)
                can_redo = now < len(states) - 1
                assert (session.next_redo is not None) == can_redo
                check_counts(session)
                read = History.fold(session.segments, desk.store.events("id1"))
                assert read == session._history
        desk.store.close()
