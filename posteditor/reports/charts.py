"""The charts of a report, drawn by pygal as SVG that stands in the page.

Rule: no style and no script of their own, colours by the page's classes, so that the
page's policy, dark mode and print hold for them; every figure stands in a table, too.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from posteditor.diff import EditCategory
from posteditor.model import Score
from posteditor.reports.content import ReportContent
from posteditor.reports.rates import rates
from posteditor.reports.wording import CATEGORY_NAMES, category_name

# More bars than this are no longer told apart; neighbours are taken together.
MOST_BARS = 120
# A row of a chart that lies on its side, in units of its drawing.
_ROW = 28
_FRAME = 70
_WIDTH = 900
_HALF = 460
_METRICS = ("BLEU", "chrF", "TER")
_FONT = 13
# pygal colours by classes; what else it writes, the page's policy forbids, its ids
# would stand twice in the page, and its places for notes are for its script.
_NOT_OURS = re.compile(
    r"<!--.*?-->|<style.*?</style>|<script.*?</script>|<title>.*?</title>"
    r'|\sxmlns(?::xlink)?="[^"]*"|\sstyle="[^"]*"|\sid="[^"]*"'
    r'|<desc class="[xy] centered">.*?</desc>'
    r'|<g [^>]*class="plot tooltip-overlay">.*?</g></g>(?=<)',
    re.DOTALL,
)
_NOTE = re.compile(
    r'<desc class="value">(.*?)</desc>(?:<desc class="x_label">(.*?)</desc>)?'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A drawing, what it shows in a few words, and where its figures stand."""

    name: str
    title: str
    about: str
    svg: str


def charts(content: ReportContent) -> tuple[Chart, ...]:
    """All charts for which there are figures."""
    return tuple(_charts(content))


def _charts(content: ReportContent) -> Iterator[Chart]:
    if content.counts.edits.edits:
        yield _along(rates(content))
        yield _kinds(content)
    if content.counts.categories:
        yield _suggestions(content)
    against = [s for s in content.scores if s.against == "ref" and not s.is_mean]
    if against:
        yield _scores(against)


def _along(by_number: Mapping[int, float]) -> Chart:
    """The edit rate of sentences in the order of the document."""
    numbers, values = list(by_number), list(by_number.values())
    step = -(-len(values) // MOST_BARS)
    starts = range(0, len(values), step)
    bars = [fmean(values[at : at + step]) for at in starts]
    chart = _bar(height=240, show_legend=False, range=(0, max(100, *bars)))
    chart.x_labels = [str(numbers[at]) for at in starts]
    chart.x_labels_major_count = 10
    chart.show_minor_x_labels = False
    chart.add("edits per 100 words", bars)
    each = "sentence" if step == 1 else f"{step} sentences"
    return Chart(
        name="along",
        title="Where it was edited",
        about=f"Edits per 100 words, a bar for each {each}, from first to last.",
        svg=_drawn(chart, "Edit rate along the document"),
    )


def _kinds(content: ReportContent) -> Chart:
    counted = content.counts.edits.categories
    found = [
        (CATEGORY_NAMES[kind], counted[kind])
        for kind in EditCategory
        if counted.get(kind)
    ]
    found.sort(key=lambda one: one[1])
    chart = _lying(len(found), show_legend=False)
    chart.x_labels = [name for name, _ in found]
    chart.add("edits", [count for _, count in found])
    return Chart(
        name="kinds",
        title="What was changed",
        about="Edits by kind; the table has the figures.",
        svg=_drawn(chart, "Edits by kind"),
    )


def _suggestions(content: ReportContent) -> Chart:
    rows = content.counts.categories[::-1]
    chart = _lying(len(rows), stacked=True)
    chart.x_labels = [category_name(row.category) for row in rows]
    chart.add("applied", [row.applied for row in rows])
    chart.add("dismissed", [row.dismissed for row in rows])
    chart.add("open", [row.open for row in rows])
    return Chart(
        name="suggestions",
        title="What became of suggestions",
        about="By category: applied, dismissed, still open.",
        svg=_drawn(chart, "Suggestions by category and fate"),
    )


def _scores(scores: Sequence[Score]) -> Chart:
    """The MT beside its revision, against the reference."""
    highest = max(s.interval[1] if s.interval else s.value for s in scores)
    chart = _bar(height=280, range=(0, 1.05 * highest))
    chart.x_labels = _METRICS
    for system, name in (("mt", "machine translation"), ("pe", "revision")):
        known = {s.metric: s for s in scores if s.system == system}
        chart.add(name, [_with_interval(known.get(metric)) for metric in _METRICS])
    return Chart(
        name="scores",
        title="Before and after, against the reference",
        about="BLEU and chrF: more is nearer the reference; TER: less is nearer. "
        "Lines: 95 % intervals.",
        svg=_drawn(chart, "Scores of the machine translation and of the revision"),
    )


def _with_interval(score: Score | None) -> Any:
    if score is None:
        return None
    if score.interval is None:
        return score.value
    low, high = score.interval
    return {"value": score.value, "ci": {"low": low, "high": high}}


def _bar(**options: Any) -> Any:
    return _pygal().Bar(**_options(_WIDTH), **options)


def _lying(rows: int, *, stacked: bool = False, **options: Any) -> Any:
    pygal = _pygal()
    kind = pygal.HorizontalStackedBar if stacked else pygal.HorizontalBar
    return kind(height=_FRAME + _ROW * rows, **_options(_HALF), **options)


def _pygal() -> Any:
    """The library, without the import hook for its plug-ins, which later imports of
    others would warn of."""
    import pygal

    hooks = [hook for hook in sys.meta_path if type(hook).__module__ == "pygal"]
    for hook in hooks:
        sys.meta_path.remove(hook)
    return pygal


def _options(width: int) -> dict[str, Any]:
    from pygal.style import Style

    fonts = ("label", "major_label", "legend", "value_label")
    return {
        "style": Style(**{f"{name}_font_size": _FONT for name in fonts}),
        "width": width,
        "order_min": 0,
        "max_scale": 6,
        "css": (),
        "js": (),
        "no_prefix": True,
        "disable_xml_declaration": True,
        "explicit_size": False,
        "print_values": False,
        "legend_at_bottom": True,
        "margin": 8,
        "value_formatter": lambda value: f"{value:.0f}",
    }


def _drawn(chart: Any, label: str) -> str:
    svg: str = chart.render(is_unicode=True)
    svg = _NOTE.sub(_title, _NOT_OURS.sub("", svg))
    return svg.replace("<svg ", f'<svg role="img" aria-label="{label}" ', 1)


def _title(note: re.Match[str]) -> str:
    """What a pointer sees on a bar."""
    value, label = note.groups()
    return f"<title>{label}: {value}</title>" if label else f"<title>{value}</title>"
