"""Two ways of writing one sign: the rarer is reported where the text clearly prefers
the other.

Rule: only signs that mean the same in either way; a text without a clear custom of its
own is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from posteditor.checkers.consistency.reading import Form, Sentence, finding, times
from posteditor.checkers.protocol import Unit
from posteditor.model import Suggestion

_YEARS = r"(?<![\w.,/-])(?:1[5-9]|20)\d\d{dash}(?:(?:1[5-9]|20)?\d\d)(?![\w-]|[.,]\d)"
_NAMED = r"(?<=[a-z] )[A-Z][a-z]{3,} "
_ITEM = r"[\w’'-]+(?: (?!and\b|or\b)[\w’'-]+)?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way of writing: what it looks like, which sign stands in every text that has
    it, and how a place written in another way is put."""

    name: str
    looks: re.Pattern[str]
    sign: str
    put: Callable[[re.Match[str]], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rivalry:
    """Ways of writing one thing. The commonest must occur `enough` times and `majority`
    times as often as all others together; a way in `spared` is never reported. The way
    that is `preferred` wins wherever it occurs `enough` times."""

    kind: str
    what: str
    label: str
    category: str
    ways: tuple[Way, ...]
    enough: int = 3
    majority: int = 3
    spared: frozenset[str] = field(default_factory=frozenset)
    preferred: str = ""


def _quote(match: re.Match[str]) -> str:
    text, at = match.string, match.start()
    before = text[at - 1 : at]
    return "“" if not before or before.isspace() or before in "([–—" else "”"


def _dash(right: str) -> Callable[[re.Match[str]], str]:
    return lambda match: right


def _swapped(match: re.Match[str]) -> str:
    return match[0][::-1]


def _without(sign: str) -> Callable[[re.Match[str]], str]:
    return lambda match: match[0].replace(sign, "")


def _capital(match: re.Match[str]) -> str:
    first, _, last = match[0].rpartition(" ")
    return f"{first} {last.capitalize()}"


def _small(match: re.Match[str]) -> str:
    first, _, last = match[0].rpartition(" ")
    return f"{first} {last.lower()}"


_KIND_OF_PLACE = "Region|District|Province|Oblast|County|Territory|Municipality"

RIVALRIES: tuple[Rivalry, ...] = (
    Rivalry(
        kind="quotation-marks",
        what="quotation marks",
        label="quotes",
        category="fluency/typography",
        ways=(
            Way(name="“…”", looks=re.compile("[“”]"), sign="", put=_quote),
            Way(
                name='"…"',
                looks=re.compile(r'(?<!\d)"'),
                sign='"',
                put=lambda match: '"',
            ),
        ),
        enough=3,
        preferred="“…”",
    ),
    Rivalry(
        kind="title-stop",
        what="titles",
        label="title",
        category="locale-convention",
        ways=(
            Way(
                name="Mr.",
                looks=re.compile(r"\b(?:Mr|Mrs|Ms|Dr)\.(?= [A-Z])"),
                sign="r",
                put=lambda match: f"{match[0]}.",
            ),
            Way(
                name="Mr",
                looks=re.compile(r"\b(?:Mr|Mrs|Ms|Dr)(?= [A-Z])"),
                sign="r",
                put=_without("."),
            ),
        ),
        enough=2,
        majority=2,
    ),
    Rivalry(
        kind="percent-sign",
        what="percentages",
        label="percent",
        category="locale-convention/number-format",
        ways=(
            Way(
                name="5%",
                looks=re.compile(r"(?<=\d)%"),
                sign="%",
                put=lambda match: "%",
            ),
            Way(
                name="5 percent",
                looks=re.compile(r"(?<=\d)[ -]per ?cent\b(?!age)"),
                sign="cent",
                put=lambda match: " percent",
            ),
        ),
    ),
    Rivalry(
        kind="range-dash",
        what="ranges of years",
        label="range",
        category="fluency/typography",
        ways=(
            Way(
                name="2020–2021",
                looks=re.compile(_YEARS.format(dash="–")),
                sign="–",
                put=lambda match: match[0].replace("-", "–"),
            ),
            Way(
                name="2020-2021",
                looks=re.compile(_YEARS.format(dash="-")),
                sign="-",
                put=lambda match: match[0].replace("–", "-"),
            ),
        ),
        enough=2,
        majority=2,
    ),
    Rivalry(
        kind="dash",
        what="dashes",
        label="dash",
        category="fluency/typography",
        ways=(
            Way(
                name="word – word",
                looks=re.compile(r"(?<=[\w”\"),]) – (?=[\w“\"(])"),
                sign=" – ",
                put=_dash(" – "),
            ),
            Way(
                name="word — word",
                looks=re.compile(r"(?<=[\w”\"),]) — (?=[\w“\"(])"),
                sign=" — ",
                put=_dash(" — "),
            ),
            Way(
                name="word—word",
                looks=re.compile(r"(?<=[\w”\"),])—(?=[\w“\"(])"),
                sign="—",
                put=_dash("—"),
            ),
            Way(
                name="word - word",
                looks=re.compile(r"(?<=[^\W\d_]) - (?=[^\W\d_])"),
                sign=" - ",
                put=_dash(" - "),
            ),
        ),
    ),
    Rivalry(
        kind="initials",
        what="initials",
        label="name",
        category="fluency/typography",
        ways=(
            Way(
                name="A.B. Name",
                looks=re.compile(r"\b[A-Z]\.[A-Z]\.(?= ?[A-Z][a-z])"),
                sign=".",
                put=_without(" "),
            ),
            Way(
                name="A. B. Name",
                looks=re.compile(r"\b[A-Z]\. [A-Z]\.(?= [A-Z][a-z])"),
                sign=". ",
                put=lambda match: match[0].replace(".", ". ", 1),
            ),
        ),
        enough=2,
        majority=2,
    ),
    Rivalry(
        kind="number-sign",
        what="numbers",
        label="number",
        category="locale-convention",
        ways=(
            Way(
                name="No. 5",
                looks=re.compile(r"\bNo\.(?= \d)"),
                sign="No. ",
                put=lambda match: "No.",
            ),
            Way(
                name="No 5",
                looks=re.compile(r"\bNo(?= \d)"),
                sign="No ",
                put=lambda match: "No",
            ),
        ),
        enough=2,
        majority=2,
    ),
    Rivalry(
        kind="stop-and-quote",
        what="stops and commas at quotation marks",
        label="punctuation",
        category="fluency/punctuation",
        ways=(
            Way(
                name="inside",
                looks=re.compile(r"(?<=[a-z])[.,][”\"](?=[\s)]|\Z)"),
                sign="",
                put=_swapped,
            ),
            Way(
                name="outside",
                looks=re.compile(r"(?<=[a-z])[”\"][.,](?=[\s)]|\Z)"),
                sign="",
                put=_swapped,
            ),
        ),
        enough=4,
        majority=3,
        spared=frozenset({"inside"}),
    ),
    Rivalry(
        kind="serial-comma",
        what="lists",
        label="comma",
        category="fluency/punctuation",
        ways=(
            Way(
                name="a, b, and c",
                looks=re.compile(rf"{_ITEM}, {_ITEM}(?P<at>,) and (?={_ITEM})"),
                sign=", and ",
                put=lambda match: ",",
            ),
            Way(
                name="a, b and c",
                looks=re.compile(
                    rf"(?<=, ){_ITEM}, {_ITEM}(?P<at>) and (?={_ITEM}[,.;])"
                ),
                sign=" and ",
                put=lambda match: "",
            ),
        ),
    ),
    Rivalry(
        kind="place-capital",
        what="names of regions and districts",
        label="capital",
        category="locale-convention/capitalization",
        ways=(
            Way(
                name="Portvale Region",
                looks=re.compile(rf"{_NAMED}(?:{_KIND_OF_PLACE})\b"),
                sign=" ",
                put=_capital,
            ),
            Way(
                name="Portvale region",
                looks=re.compile(rf"{_NAMED}(?:{_KIND_OF_PLACE.lower()})\b"),
                sign=" ",
                put=_small,
            ),
        ),
        enough=1,
        majority=1,
        spared=frozenset({"Portvale Region"}),
    ),
)


class Rivals:
    """Counts every way of every rivalry, and reports the rare ones."""

    def __init__(self) -> None:
        self._forms: dict[tuple[str, str], Form] = {
            (rivalry.kind, way.name): Form()
            for rivalry in RIVALRIES
            for way in rivalry.ways
        }

    def read(self, sentence: Sentence) -> None:
        text = sentence.unit.text
        for rivalry in RIVALRIES:
            for way in rivalry.ways:
                if way.sign in text:
                    form = self._forms[rivalry.kind, way.name]
                    for match in way.looks.finditer(text):
                        form.add(sentence.unit, match.start(), match.end())

    def report(
        self, units: Sequence[Unit], cancelled: Callable[[], bool]
    ) -> Iterator[Suggestion]:
        for rivalry in RIVALRIES:
            counts = {
                way.name: self._forms[rivalry.kind, way.name].count
                for way in rivalry.ways
            }
            common = max(rivalry.ways, key=lambda way: _weight(way, counts, rivalry))
            if _is_custom(common.name, counts, rivalry):
                for way in rivalry.ways:
                    if way is not common and way.name not in rivalry.spared:
                        form = self._forms[rivalry.kind, way.name]
                        yield from _against(
                            form, way, common, counts[common.name], rivalry
                        )


def _weight(way: Way, counts: Mapping[str, int], rivalry: Rivalry) -> tuple[bool, int]:
    count = counts[way.name]
    return way.name == rivalry.preferred and count >= rivalry.enough, count


def _is_custom(name: str, counts: Mapping[str, int], rivalry: Rivalry) -> bool:
    if name == rivalry.preferred:
        return counts[name] >= rivalry.enough
    others = sum(counts.values()) - counts[name]
    return counts[name] >= max(rivalry.enough, rivalry.majority * others)


def _against(
    form: Form, way: Way, common: Way, count: int, rivalry: Rivalry
) -> Iterator[Suggestion]:
    for unit, start, _ in form.places:
        match = way.looks.match(unit.text, start)
        if match is None:
            continue
        at = match.span("at") if "at" in way.looks.groupindex else match.span()
        right = common.put(match)
        first, last = at
        if first == last:  # nothing stands there yet: show the word before
            first = unit.text.rindex(" ", 0, last) + 1
            right = unit.text[first:last] + ","
        yield finding(
            unit,
            first,
            last,
            kind=rivalry.kind,
            message=f"{rivalry.what.capitalize()} are written “{common.name}” "
            f"elsewhere in this text ({times(count)})",
            category=rivalry.category,
            label=rivalry.label,
            replacements=(right,),
        )
