"""The words of the house as plain data: document, segment, suggestion, decision, score.

Rule: frozen values only, no behaviour beyond what follows from the fields, no imports
from the package. Spans are end-exclusive offsets in Unicode code points.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path


class SegmentKind(StrEnum):
    """What a segment is in its document."""

    SENTENCE = "sentence"
    HEADING = "heading"
    SALUTATION = "salutation"
    LIST_ITEM = "list-item"
    FURNITURE = "furniture"


class State(StrEnum):
    """The state of a segment, in the terms of XLIFF 2."""

    INITIAL = "initial"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    FINAL = "final"


class Severity(StrEnum):
    """MQM severities. Neutral is a matter of preference, not an error."""

    NEUTRAL = "neutral"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def letter(self) -> str:
        """E (error), W (warning) or S (style), for screens that may lack colour."""
        return _SEVERITY_LETTERS[self]

    @property
    def rank(self) -> int:
        """0 for neutral up to 3 for critical."""
        return _SEVERITY_RANKS[self]


_SEVERITY_LETTERS = {
    Severity.NEUTRAL: "S",
    Severity.MINOR: "W",
    Severity.MAJOR: "E",
    Severity.CRITICAL: "E",
}
_SEVERITY_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class Level(StrEnum):
    """How far a job of post-editing is to go (ISO 18587)."""

    LIGHT = "light"
    FULL = "full"


class Decision(StrEnum):
    """What the editor did with a suggestion. Of a rule that is off nothing is shown."""

    ACCEPTED = "accepted"
    DISMISSED_HERE = "dismissed-here"
    DISMISSED_DOCUMENT = "dismissed-document"
    DISMISSED_ALWAYS = "dismissed-always"
    RULE_OFF = "rule-off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A run of translatable text found by a format, before sentences are cut.

    `start` and `end` are offsets in the document's text.
    """

    start: int
    end: int
    kind: SegmentKind = SegmentKind.SENTENCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """The smallest unit of work: MT output that an editor accepts or revises.

    `text` is the MT output and equals `document.text[start:end]`. `furniture` says, for
    a segment of kind FURNITURE, which pattern recognised it ("sponsor", "slug", …).
    """

    index: int
    start: int
    end: int
    text: str
    kind: SegmentKind = SegmentKind.SENTENCE
    furniture: str | None = None

    @property
    def is_furniture(self) -> bool:
        return self.kind is SegmentKind.FURNITURE


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What the text says of itself: is it a translation, and from which language?

    `source_lang` is a BCP 47 language or None; `evidence` quotes the furniture that
    told.
    """

    is_translation: bool = False
    source_lang: str | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TextEncoding:
    """How the bytes of a text file were decoded: a Python codec and the BOM, if any."""

    name: str = "utf-8"
    bom: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file as segments, plus what is needed to write it back byte for byte.

    Every character of `text` belongs to exactly one segment or one gap between two
    segments; newlines are as in the file. `sha256` is the hash of the file's bytes.
    """

    path: Path
    text: str
    segments: tuple[Segment, ...]
    format: str
    encoding: TextEncoding = field(default_factory=TextEncoding)
    sha256: str = ""
    source_lang: str | None = None
    target_lang: str = "en"
    provenance: Provenance = field(default_factory=Provenance)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A checker's finding in one segment.

    `start`/`end` are offsets in the segment's current target, `text` is what stands
    there, `context` the word before and after (one string each, lower case) so that a
    dismissal survives a changed position. `replacements` may be empty: a remark.
    `label` is the category in one or two words for narrow screens ("calque").
    `source_phrase` is what stands behind it in the source language, if known. `about`
    is what it is about where that does not stand at its place, such as a word that was
    lost: a part of both keys. `also` names other checkers that want the same.
    """

    segment: int
    start: int
    end: int
    text: str
    message: str
    rule: str
    checker: str
    replacements: tuple[str, ...] = ()
    category: str = "style"
    label: str = ""
    severity: Severity = Severity.MINOR
    safe: bool = False
    source_phrase: str = ""
    context: tuple[str, str] = ("", "")
    about: str = ""
    also: tuple[str, ...] = ()

    @property
    def here_key(self) -> str:
        """Identifies this finding within its segment, whatever its position."""
        before, after = self.context
        return "\x1f".join((*self._words, before, after))

    @property
    def wide_key(self) -> str:
        """Identifies the same finding anywhere: its rule and its words."""
        return "\x1f".join(self._words)

    @property
    def _words(self) -> tuple[str, ...]:
        about = (self.about.casefold(),) if self.about else ()
        return (self.rule, self.text.casefold(), *about)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One figure and how it was made (sacrebleu's convention of a signature).

    `system` is "mt", "pe" or a name; `against` is "ref", or "mt" for what was changed
    in it. Values are percentages. `segments` counts what was scored. `interval` is
    where 95 % of the values of resampled texts lie. `is_mean`: the value is the mean of
    the segments' own and not the ratio of their sums.
    """

    system: str
    against: str
    metric: str
    value: float
    signature: str
    segments: int
    interval: tuple[float, float] | None = None
    is_mean: bool = False
