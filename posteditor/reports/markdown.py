"""The report as Markdown: what a pull request needs to be judged.

Rule: summary first, then the scores, then every sentence that was changed or has
something to say.
"""

from __future__ import annotations

from collections.abc import Iterator

from posteditor.model import Decision, Score
from posteditor.reports.content import ReportContent
from posteditor.reports.markup import code, escaped, marked, table
from posteditor.reports.rates import rates
from posteditor.reports.sentences import Fate, Sentence
from posteditor.reports.tables import score_table
from posteditor.reports.wording import (
    CATEGORY_NAMES,
    DECISION_NAMES,
    FATE_NAMES,
    KIND_NAMES,
    category_name,
    date_and_time,
    language_name,
    lead,
    number,
    plural,
    rate,
)
from posteditor.scoring.request import FEW


def write_markdown(content: ReportContent) -> str:
    """The report; encode it as UTF-8."""
    parts = (_summary, _scores, _effort, _suggestions, _sentences)
    lines = [line for part in parts for line in part(content)]
    return "\n".join(lines).rstrip() + "\n"


def _summary(content: ReportContent) -> Iterator[str]:
    yield f"# {escaped(content.name)}: post-editing report"
    yield ""
    yield lead(content.counts)
    for remark in content.remarks:
        yield ""
        yield f"**Note:** {escaped(remark)}"
    yield ""
    yield from table(("Of", "What"), _facts(content), texts=2)
    yield ""


def _facts(content: ReportContent) -> Iterator[tuple[str, str]]:
    source = language_name(content.source_lang)
    yield "Languages", escaped(f"{source} → {language_name(content.target_lang)}")
    yield "Level", f"{content.level} post-editing"
    if content.editor:
        yield "Editor", escaped(content.editor)
    if content.used:
        yield "Last edited", date_and_time(content.used)
    yield "Reported", date_and_time(content.date)
    if content.session:
        yield "Session", code(content.session, in_table=True)
    yield "MT output", _file(content.path, content.sha256)
    for one in content.inputs:
        name = {"pe": "Revision", "ref": "Reference", "source": "Source"}
        yield name.get(one.role, escaped(one.role)), _file(one.path, one.sha256)
    made = [f"posteditor {content.version}"]
    made += [f"{name} {version}" for name, version in content.checkers.items()]
    yield "Made with", escaped(", ".join(made))


def _file(path: str, sha256: str) -> str:
    return f"{code(path, in_table=True)} SHA-256 {code(sha256[:12])}"


def _scores(content: ReportContent) -> Iterator[str]:
    yield "## Scores"
    yield ""
    found = score_table(content.scores)
    if not found.rows:
        yield "There is nothing to score."
        yield ""
        return
    yield from table(
        ("Metric", *(f"{of}, against {to}" for of, to in found.columns)),
        (
            (f"**{row.metric}** ({row.meaning})", *map(_score, row.cells))
            for row in found.rows
        ),
    )
    yield ""
    few = [score.segments for score in content.scores if score.segments < FEW]
    if few:
        yield f"Only {min(few)} sentences: intervals say little below {FEW}."
        yield ""
    yield f"In brackets 95 % intervals. {_signatures(found.signatures)}"
    yield ""


def _score(score: Score | None) -> str:
    if score is None:
        return "–"
    if score.interval is None:
        return number(score.value)
    low, high = score.interval
    return f"{number(score.value)} ({number(low)}–{number(high)})"


def _signatures(signatures: tuple[tuple[str, str], ...]) -> str:
    named = (f"{metric} {code(signature)}" for metric, signature in signatures)
    return f"Signatures: {'; '.join(named)}."


def _effort(content: ReportContent) -> Iterator[str]:
    effort, edits = content.effort, content.counts.edits
    if effort is None or not edits.edits:
        return
    yield "## Edits"
    yield ""
    yield (
        f"{plural(edits.edits, 'edit')}: words {edits.words_replaced:,} replaced, "
        f"{edits.words_inserted:,} inserted, {edits.words_deleted:,} deleted. "
        f"Of {plural(effort.segments, 'sentence')} {effort.untouched:,} untouched, "
        f"{effort.light:,} edited lightly, {effort.heavy:,} heavily."
    )
    yield ""
    kinds = sorted(edits.categories.items(), key=lambda item: (-item[1], item[0]))
    yield from table(
        ("Kind of edit", "Edits"),
        ((CATEGORY_NAMES[kind], f"{count:,}") for kind, count in kinds),
    )
    yield ""


def _suggestions(content: ReportContent) -> Iterator[str]:
    counts = content.counts
    if not counts.categories:
        return
    yield "## Suggestions"
    yield ""
    if counts.before.sentences:
        yield (
            f"Per 1,000 words: {rate(counts.before.per_thousand)} on the machine "
            f"translation, {rate(counts.after.per_thousand)} open on the revision."
        )
        yield ""
    yield from table(
        ("Category", "Found", "Applied", "Dismissed", "Open"),
        (
            (
                escaped(category_name(row.category)),
                *map(str, (row.found, row.applied, row.dismissed, row.open)),
            )
            for row in counts.categories
        ),
    )
    yield ""


def _sentences(content: ReportContent) -> Iterator[str]:
    shown = [one for one in content.sentences if _is_told(one)]
    changed = sum(one.is_changed for one in content.sentences)
    hter = rates(content)
    yield "## Changed sentences"
    yield ""
    yield f"{plural(changed, 'sentence')} of {content.counts.sentences:,} changed."
    for one in shown:
        yield ""
        yield _title(one, hter.get(one.number))
        yield ""
        yield f"> {marked(one.ops) or '(empty)'}"
        notes = list(_notes(one))
        if notes:
            yield ""
            yield from notes


def _is_told(sentence: Sentence) -> bool:
    return bool(
        sentence.is_changed
        or sentence.comment
        or sentence.decisions
        or sentence.fate in (Fate.RETRANSLATE, Fate.OMITTED)
    )


def _title(sentence: Sentence, hter: float | None) -> str:
    mark, name, _ = FATE_NAMES[sentence.fate]
    parts = [f"**{sentence.number}** {mark} {name}"]
    if sentence.is_scored and not sentence.is_done:
        parts.append("not yet accepted")
    if KIND_NAMES[sentence.kind]:
        parts.append(KIND_NAMES[sentence.kind])
    if hter:
        parts.append(f"HTER {number(hter)}")
    return " · ".join(parts)


def _notes(sentence: Sentence) -> Iterator[str]:
    if sentence.source:
        yield f"- Source: {escaped(sentence.source)}"
    for record in sentence.decisions:
        mark, name = DECISION_NAMES[record.decision]
        what = f"“{escaped(record.text)}”"
        if record.decision is Decision.ACCEPTED and record.replacement is not None:
            what += f" → “{escaped(record.replacement)}”"
        yield f"- {mark} {name}: {what}: {_why(record.message, record.rule)}"
    for one in sentence.suggestions or ():
        yield f"- Open: “{escaped(one.text)}”: {_why(one.message, one.rule)}"
    if sentence.comment:
        yield f"- Comment: {escaped(sentence.comment)}"


def _why(message: str, rule: str) -> str:
    return f"{escaped(message)} ({code(rule)})"
