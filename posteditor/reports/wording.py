"""How figures and closed sets read in a report for people, in English."""

from __future__ import annotations

from datetime import datetime
from types import MappingProxyType

from posteditor.diff import EditCategory
from posteditor.model import Decision, SegmentKind
from posteditor.reports.counts import Counts
from posteditor.reports.sentences import Fate

# (mark, words for one, words for many); the marks are those of the editor's screen.
FATE_NAMES = MappingProxyType(
    {
        Fate.ACCEPTED: ("✓", "accepted", "accepted as they were"),
        Fate.REVISED: ("✎", "revised", "revised"),
        Fate.OPEN: ("○", "open", "open"),
        Fate.RETRANSLATE: ("⚑", "translate again", "to be translated again"),
        Fate.OMITTED: ("✂", "left out", "left out"),
        Fate.FURNITURE: ("✂", "web furniture", "web furniture"),
    }
)

DECISION_NAMES = MappingProxyType(
    {
        Decision.ACCEPTED: ("✓", "Applied"),
        Decision.DISMISSED_HERE: ("✕", "Dismissed here"),
        Decision.DISMISSED_DOCUMENT: ("✕", "Dismissed in this document"),
        Decision.DISMISSED_ALWAYS: ("✕", "Dismissed for good"),
        Decision.RULE_OFF: ("✕", "Rule turned off"),
    }
)

KIND_NAMES = MappingProxyType(
    {
        SegmentKind.SENTENCE: "",
        SegmentKind.HEADING: "heading",
        SegmentKind.SALUTATION: "salutation",
        SegmentKind.LIST_ITEM: "list item",
        SegmentKind.FURNITURE: "web furniture",
    }
)

CATEGORY_NAMES = MappingProxyType(
    {
        EditCategory.CONTENT_WORD: "wording",
        EditCategory.FUNCTION_WORD: "small words",
        EditCategory.WORD_ORDER: "word order",
        EditCategory.PREPOSITION: "prepositions",
        EditCategory.ARTICLE: "articles",
        EditCategory.PUNCTUATION: "punctuation and spacing",
        EditCategory.CASING: "capitals",
        EditCategory.NUMBER: "numbers",
    }
)

_LANGUAGES = MappingProxyType(
    {
        "ar": "Arabic",
        "be": "Belarusian",
        "cs": "Czech",
        "de": "German",
        "en": "English",
        "es": "Spanish",
        "fa": "Persian",
        "fr": "French",
        "he": "Hebrew",
        "hi": "Hindi",
        "it": "Italian",
        "ja": "Japanese",
        "ka": "Georgian",
        "kk": "Kazakh",
        "ko": "Korean",
        "nl": "Dutch",
        "pl": "Polish",
        "pt": "Portuguese",
        "ro": "Romanian",
        "ru": "Russian",
        "tr": "Turkish",
        "uk": "Ukrainian",
        "zh": "Chinese",
    }
)


def language_name(code: str | None) -> str:
    """A language by its English name, with the code where it says more."""
    if code is None:
        return "unknown language"
    name = _LANGUAGES.get(code.partition("-")[0].lower())
    if name is None:
        return code
    return f"{name} ({code})" if "-" in code else name


def date_and_time(moment: datetime) -> str:
    """A moment to the minute, with its time zone where it has one."""
    return f"{moment.day} {moment:%B %Y, %H:%M %Z}".rstrip()


def plural(number_of: int, one: str, many: str = "") -> str:
    """`number_of` with its noun; `many` is by default `one` with an s."""
    noun = one if number_of == 1 else many or f"{one}s"
    return f"{number_of:,} {noun}"


def number(value: float) -> str:
    return f"{value:,.1f}"


def rate(per_thousand: float | None) -> str:
    return "–" if per_thousand is None else number(per_thousand)


def share(part: int, whole: int) -> str:
    """A percentage that is 0 or 100 only where that is exact."""
    if not whole:
        return "–"
    percent = round(100 * part / whole)
    if 0 < part < whole:
        percent = min(max(percent, 1), 99)
    return f"{percent}%"


def category_name(category: str) -> str:
    """An MQM category as a phrase: "style/word-choice" → "style: word choice"."""
    return category.replace("/", ": ").replace("-", " ")


def lead(counts: Counts) -> str:
    """What happened, in one or two sentences."""
    if not counts.sentences:
        return "There is no sentence to report on."
    verb = "was" if counts.done == 1 else "were"
    text = (
        f"Of {plural(counts.sentences, 'sentence')}, {counts.done:,} {verb} accepted, "
        f"{counts.accepted:,} of them unchanged; {counts.touched:,} in all "
        f"{'is' if counts.touched == 1 else 'are'} revised."
    )
    if counts.retranslate:
        verb = "is" if counts.retranslate == 1 else "are"
        text += f" {counts.retranslate:,} {verb} to be translated again."
    if counts.open:
        waiting = plural(counts.open, "sentence still waits", "sentences still wait")
        text += f" {waiting} for the editor’s decision: all figures are provisional."
    return text


_PICTURES = str.maketrans(
    {" ": "␣", "\t": "⇥", "\n": "⏎", "\u00a0": "⍽", "\u202f": "⍽"}
)


def visible_spaces(text: str) -> str:
    """A changed stretch of text: newlines, and all of it if it is spaces alone, as
    pictures, so that the change can be seen."""
    text = text.replace("\r\n", "\n")
    if text.isspace():
        return text.translate(_PICTURES)
    return text.replace("\n", "⏎").replace("\t", "⇥")
