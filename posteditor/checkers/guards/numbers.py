"""Numbers and dates of a sentence, in figures and in words.

Rule: 5,000,000, "5 million" and "five million" are one fact, and so are "the 3rd",
"three" and "III"; where a figure can be read in two ways, it stands for both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from posteditor.checkers.guards.facts import Fact, Key, Kind
from posteditor.checkers.guards.lexicon import Lexicon, Value

LONGEST_FIGURE = 30
_NEAR = 6
_SPACED = "\u0020\u00a0\u2009\u202f'’٬"
_CJK = "\u3400-\u9fff"
_TOKEN = re.compile(
    r"(?P<date>(?<![\w.,/-])\d{1,4}([./-])\d{1,2}\2\d{2,4}(?![\w/-]))"
    rf"|(?P<code>(?<![^\W_])[^\W\d_{_CJK}]{{1,6}}[-‑–]?\d{{1,30}}(?![^\W_]))"
    rf"|(?P<figure>\d{{1,3}}(?:[{_SPACED}.,]\d{{3}})++(?!\d)(?:[.,٫]\d+)?"
    r"|\d++(?:[.,٫]\d+)?)"
    rf"|(?P<word>[{_CJK}]|(?:(?![{_CJK}])[^\W\d_])+(?:['’](?:(?![{_CJK}])[^\W\d_])+)*)"
)
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})\Z")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_JOINT = re.compile(r"[\s\-‐‑多余餘]*\Z")
_RANGE = re.compile(r"\s*(?:[-–—‑]|to|or|and|до|или|и|bis|oder|à|ou|a|o|至|到)\s*\Z")
_GROUPED = re.compile(rf"\d{{1,3}}(?:([{_SPACED}.,])\d{{3}})+")
_CLOCK = re.compile(r"([01]?\d|2[0-4])[.]([0-5]\d)")
_HOURS = re.compile(r"\s?(?:Uhr|h|[ap]\.?m)\b", re.IGNORECASE)
_JOINABLE = 20  # "twenty and five", "two hundred and five"
_TWENTIETH, _THIS_CENTURY = 1900, 2000
# French counts on from them up to nineteen.
_SCORES, _TEENS = frozenset({60, 80}), range(10, 20)
_ABOUT = frozenset("多余餘")
# After a thousand in Chinese: kilowatt, kilometre, kilogram, kilocalorie.
_COUNTERS = frozenset("十百")
_UNITS = frozenset("瓦米克卡伏赫")
_LETTER_SCALES = frozenset({"k", "m"})


@dataclass(slots=True)
class _Run:
    """A number being read: what is summed up, and the part that may still grow."""

    start: int
    end: int
    parts: list[Value]
    total: Value = 0
    soft: bool = False
    figure: bool = False
    scale: Value = 1
    also: set[Key] = field(default_factory=set)

    def fact(self, text: str) -> Fact:
        keys: set[Key] = {self.total + part for part in self.parts}
        return Fact(
            kind=Kind.NUMBER,
            keys=frozenset(keys | self.also),
            start=self.start,
            end=self.end,
            text=text[self.start : self.end],
            soft=self.soft,
        )


def numbers(text: str, words: Lexicon) -> list[Fact]:
    """Numbers and dates in the order of the text; `words` are those of its language."""
    if words.language in {"zh", "ja"}:
        text = text.replace("個", "个")
    found: list[Fact] = []
    scaled: dict[int, Value] = {}
    for fact, scale in _read(text, words):
        if scale != 1:
            scaled[len(found)] = scale
        found.append(fact)
    for at, scale in scaled.items():
        _stretch(found, at, scale, text)
    return [_dated(found, at, text) for at in range(len(found))]


def _read(text: str, words: Lexicon) -> Iterator[tuple[Fact, Value]]:
    run: _Run | None = None
    before: re.Match[str] | None = None
    tokens = list(_TOKEN.finditer(text))
    for at, token in enumerate(tokens):
        kind = token.lastgroup
        if run is None and kind == "word" and not _counts(token[0], words):
            before = token
            continue
        if run is not None and kind == "word" and _grows(run, token, text, words):
            before = token
            continue
        if run is not None and token[0] in _ABOUT:
            continue
        if run is not None:
            yield run.fact(text), run.scale
            run = None
        if kind == "figure":
            is_time = bool(_HOURS.match(text, token.end()))
            yield from ((fact, 1) for fact in _clock(token, soft=not is_time))
            run = _figure(token, soft=is_time and "." in token[0])
        elif kind == "date":
            yield from ((fact, 1) for fact in _numeric_date(token))
        elif kind == "code":
            yield _code(token), 1
        else:
            after = tokens[at + 1] if at + 1 < len(tokens) else None
            fact = _calendar(token, before, after, words) or _roman(token)
            if fact is not None:
                yield fact, 1
            else:
                run = _opened(token, words)
        before = token
    if run is not None:
        yield run.fact(text), run.scale


def _counts(word: str, words: Lexicon) -> bool:
    """May it be, or open, a number or a date? Most words are neither."""
    if word.lower() in words.counting or not word.strip("IVX"):
        return True
    return not word.isalpha() and _plain(word).removesuffix("'s") in words.counting


def _figure(token: re.Match[str], *, soft: bool) -> _Run:
    start, end = token.span()
    values = _figure_values(token[0])
    return _Run(start, end, values, figure=True, soft=soft or not any(values))


def _clock(token: re.Match[str], *, soft: bool) -> Iterator[Fact]:
    """A time written with a point may stand for its hour and its minutes."""
    found = _CLOCK.fullmatch(token[0])
    if found is not None:
        for part in found.groups():
            yield _fact(token, Kind.NUMBER, int(part), soft=soft or not int(part))


def _figure_values(figure: str) -> list[Value]:
    """What a figure may be: a point or comma before three digits tells nothing."""
    if len(figure) > LONGEST_FIGURE:
        figure = figure[:LONGEST_FIGURE].rstrip(".,٫" + _SPACED)
    grouped = _GROUPED.match(figure)
    values: list[Value] = []
    if grouped is not None:
        whole = re.sub(r"\D", "", grouped[0])
        rest = figure[grouped.end() :]
        values.append(_exact(whole, rest[1:]))
        if grouped[1] not in _SPACED and not rest and len(whole) <= 6:  # noqa: PLR2004
            values.append(_exact(*re.split(r"\D", grouped[0], maxsplit=1)))
        return values
    whole, _, rest = re.sub(r"[.,٫]", ".", figure).partition(".")
    return [_exact(whole, rest)]


def _exact(whole: str, rest: str) -> Value:
    rest = re.sub(r"\D", "", rest)
    whole = re.sub(r"\D", "", whole)
    if not rest.strip("0"):
        return int(whole or "0")
    value = Fraction(int(whole + rest), 10 ** len(rest))
    return int(value) if value.denominator == 1 else value


def _opened(token: re.Match[str], words: Lexicon) -> _Run | None:
    word = _plain(token[0])
    for table, soft in ((words.numbers, False), (words.soft, True)):
        if word in table:
            return _Run(*token.span(), [table[word]], soft=soft)
    if word in words.scales and (len(word) > 1 or word in _COUNTERS):
        return _Run(*token.span(), [words.scales[word]], soft=True)
    return None


def _grows(run: _Run, token: re.Match[str], text: str, words: Lexicon) -> bool:
    """Does this word go on with the number? Then it is in it."""
    between = text[run.end : token.start()]
    word = _plain(token[0])
    if word in words.joiners:
        return not run.figure and max(run.total, *run.parts) >= _JOINABLE
    if between and not _JOINT.match(between) and not _is_joined(between, words):
        return False
    if word not in words.scales:
        grown = _add(run, words.numbers.get(word, words.soft.get(word)), words)
    elif word == "千" and text[token.end() : token.end() + 1] in _UNITS:
        grown = False
    else:
        grown = _scale(run, word, words, attached=not between)
    run.end = token.end() if grown else run.end
    return grown


def _add(run: _Run, value: Value | None, words: Lexicon) -> bool:
    """Put a smaller number behind a round one: "twenty five"."""
    if value is None or run.figure:
        return False
    part = run.parts[0]
    if words.language == "fr" and (part, value) == (4, 20):
        run.parts = [80]
    elif _fits(part, value, words) and (part or run.total):
        run.parts = [part + value]
    else:
        return False
    run.soft = run.soft and words.language == "zh"
    return True


def _fits(part: Value, value: Value, words: Lexicon) -> bool:
    """Can the smaller number be said behind the round one?"""
    if words.language == "fr" and part in _SCORES and value in _TEENS:
        return True
    return bool(value) and part % 10 ** len(str(value)) == 0


def _scale(run: _Run, word: str, words: Lexicon, *, attached: bool) -> bool:
    scale = words.scales[word]
    if word in _LETTER_SCALES:
        if not attached:
            return False
        run.also |= set(run.parts)
    part = run.parts[0]
    if not part and run.total:
        run.parts = [scale]
        return True
    if scale <= part and not run.figure:
        smaller = scale if words.language != "en" else 0
        if not smaller or part % (scale * 10):
            return False
        run.parts = [part + scale]
        return True
    if not run.figure and scale > 100:  # noqa: PLR2004 - a hundred may be multiplied
        run.total, run.parts = run.total + part * scale, [0]
    else:
        run.parts = [value * scale for value in run.parts]
    run.scale, run.soft = run.scale * scale, run.soft and part != 1
    return True


def _is_joined(between: str, words: Lexicon) -> bool:
    return between.strip().lower() in words.joiners


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def _calendar(
    token: re.Match[str],
    before: re.Match[str] | None,
    after: re.Match[str] | None,
    words: Lexicon,
) -> Fact | None:
    word = _plain(token[0]).removesuffix("'s")
    if words.language == "de" and not token[0][0].isupper():
        return None
    day = words.weekdays.get(word)
    if day is not None:
        return _fact(token, Kind.DATE, f"day {day}")
    month = words.months.get(word)
    if month is None or not _is_month(token, word, before, after, words):
        return None
    return _fact(token, Kind.DATE, f"month {month}")


def _is_month(
    token: re.Match[str],
    word: str,
    before: re.Match[str] | None,
    after: re.Match[str] | None,
    words: Lexicon,
) -> bool:
    """Not the verb, the adjective or the given name."""
    if words.language == "en":
        if word not in words.doubtful_months:
            return True
        if not token[0][0].isupper():
            return False
    beside = (before, after)
    if any(near is not None and near.lastgroup == "figure" for near in beside):
        return True
    return before is not None and _plain(before[0]) in words.month_openers


def _fact(
    token: re.Match[str], kind: Kind, *keys: Key, soft: bool = False, group: int = 0
) -> Fact:
    return Fact(
        kind=kind,
        keys=frozenset(keys),
        start=token.start(group),
        end=token.end(group),
        text=token[group],
        soft=soft,
    )


def _roman(token: re.Match[str]) -> Fact | None:
    word = token[0]
    if not word.strip("IVX") and word != "I" and _ROMAN.match(word):
        return _fact(token, Kind.NUMBER, roman_value(word), soft=len(word) == 1)
    return None


def roman_value(word: str) -> int:
    """The value of a Roman number made of I, V and X."""
    total = 0
    for at, letter in enumerate(word):
        value = _ROMAN_VALUES[letter]
        following = _ROMAN_VALUES[word[at + 1]] if at + 1 < len(word) else 0
        total += -value if value < following else value
    return total


def _code(token: re.Match[str]) -> Fact:
    """Letters with a number ("COVID-19"): the whole, or the number alone."""
    digits = re.sub(r"\D", "", token[0])
    whole = re.sub(r"[-‑–]", "", token[0]).lower()
    return _fact(token, Kind.NUMBER, whole, int(digits))


def _numeric_date(token: re.Match[str]) -> Iterator[Fact]:
    """Day and month may stand in either order."""
    at = token.start()
    for part in re.split(r"[./-]", token[0]):
        number = int(part)
        keys: set[Key] = {number}
        if number <= 12:  # noqa: PLR2004 - the months of a year
            keys.add(f"month {number}")
        if len(part) <= 2 and at > token.start() + 4:  # noqa: PLR2004 - year in brief
            keys |= {number + _TWENTIETH, number + _THIS_CENTURY}
        yield Fact(
            kind=Kind.DATE,
            keys=frozenset(keys),
            start=at,
            end=at + len(part),
            text=part,
        )
        at += len(part) + 1


def _stretch(found: list[Fact], at: int, scale: Value, text: str) -> None:
    """In "5 to 6 million" the first number may be millions too."""
    if at and _RANGE.match(text[found[at - 1].end : found[at].start]):
        fact = found[at - 1]
        more = {key * scale for key in fact.keys if not isinstance(key, str)}
        found[at - 1] = replace(fact, keys=fact.keys | more)


def _dated(found: Sequence[Fact], at: int, text: str) -> Fact:
    """A number beside a month is part of a date; 3月 is a month, 3日 a day."""
    fact = found[at]
    if fact.kind is not Kind.NUMBER:
        return fact
    mark = text[fact.end : fact.end + 1]
    if mark == "月":
        months = {f"month {key}" for key in fact.keys if not isinstance(key, str)}
        return replace(fact, kind=Kind.DATE, keys=frozenset(months))
    for near in (*found[max(at - 1, 0) : at], *found[at + 1 : at + 2]):
        gap = max(near.start - fact.end, fact.start - near.end)
        if gap <= _NEAR and any(str(key).startswith("month") for key in near.keys):
            return replace(fact, kind=Kind.DATE)
    return fact
