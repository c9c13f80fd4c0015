"""Marks of punctuation that are stray, doubled, or clash with their neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator

from posteditor.checkers.rules.matcher import Hit
from posteditor.checkers.rules.mechanics import (
    Mechanism,
    hit,
    in_figures,
    keyed,
    near,
    swap,
    together,
    where,
)
from posteditor.checkers.rules.typography.numerals import ordinal
from posteditor.model import Severity

_STRAY_STOP = re.compile(
    r"(?<!\w)(\d{1,2}(?=\. of \w)|[12]\d{3}(?:\s?[-–—/]\s?[12]?\d{1,3})?)"
    r"\.(?=\s+(?!ed\b|edn\b|p\b|pp\b)[a-z])"
)
_DIGIT_STOP = re.compile(r"\d\.\s")
_ORDINAL_STOP = re.compile(
    r"(?<=\b[Tt]he )(\d{1,3})\. (?=[a-z]{3,})(?!of\b|and\b|to\b|in\b|centur)"
)
_CENTURY_STOP = re.compile(r"(?<!\w)(\d{1,2})\. (?=centur(?:y|ies)\b)")
_MARKS_TOUCH = re.compile(r"[.,;:!?][\"”]?[ ]?[.,;:]")
_DOUBLED_MARK = re.compile(r",{2,}|(?<![.\d])\.\.(?![.\d/\\])|;{2,}|,(?=\.(?:\s|\Z))")
_SPACED_DOUBLE = re.compile(r"(?<![\s.,;])([,;.]) \1(?=\s|\Z)(?! ?\.)")
_STOP_COMMA = re.compile(r"\b(?!approx\b)([a-z]{5,})\.,(?= )")
_CLASH = re.compile(r"(?<=\w)([;:]),|(?<=\w),([;:])(?![\w)(-])")
_ASKED_STOP = re.compile(r"(?<=[a-z]{2}[?!])\.(?=\s|\Z)")
_STOP_TWICE = re.compile(r"(?<=[a-z]{2}[.!?][”\"])\.(?=\s|\Z)")
_QUOTED_STOP_COMMA = re.compile(r"(?<=[a-z]{2})\.([”\"]),(?= )")
_SPEECH_DASH = re.compile(
    r"(?P<mark>[.,]?) ?(?P<quote>[”\"»])(?:, ?[-–—] (?=[a-zA-Z])| ?[-–—] "
    r"(?=(?:(?:he|she|they|it|the [a-z]+(?: [a-z]+)?) )?"
    r"(?:said|says|noted|notes|added|adds|stressed|emphasi[sz]ed|explained|stated"
    r"|told|declared|concluded|recalled|summed|underlined|commented|reported|wrote"
    r"|believes|assured|reminded|pointed)\b))"
)
_STOP_SPEECH = re.compile(
    r"(?<=[a-z]{3})\.([”\"]) ?(?=(?:(?:the [a-z]+|he|she|they|it) )?(?:said|says|noted"
    r"|notes|added|adds|stressed|explained|stated|informs|informed|told|reads|reported"
    r"|reports|emphasi[sz]ed|concluded|writes|wrote|declared|points|believes)\b)"
)
_SHOUTED_STOP = re.compile(r"\A[A-Z][A-Z\d ,’'-]{4,80}(?P<at>\.)\Z")
_END_MARK = re.compile(
    r"(?<=\S)(?P<at>\s*(?:-0-|/END/|\(END\)|-\s?END\s?-|-30-)\.?)\s*\Z"
)
_ETC = re.compile(r"\b(?:and |, and )?etc(?:\.{2,}|…)|\band etc\.?|, and etc\.?")
_ABBREVIATION = re.compile(
    r"(?<![\w.])(?:(?P<ie>i\. ?e\.?|ie\.)|(?P<eg>e\. ?g\.?|eg\.)"
    r"|(?P<half>[ap])\. m\.(?= |\Z))"
)
_COLON_LIST = re.compile(r"\b(including|such as):(?= [a-z])")
_BRACKET = re.compile(r"[()]")
_LIST_MARK = re.compile(
    r"\A\s*(?:\w{1,4}|[ivxIVX]{1,4})\)|(?<=[\s,;])\w{1,2}\)|[:;]-?[()]"
)


def _doubled_marks(text: str) -> Iterator[Hit]:
    for match in _DOUBLED_MARK.finditer(text):
        mark = match[0][0]
        following = text[match.end() : match.end() + 1] == "."
        yield hit(match.start(), match.end() + following, "." if following else mark)


def _clash(match: re.Match[str]) -> str:
    return match[1] or match[2]


def _speech(match: re.Match[str]) -> str:
    quote = "”" if match["quote"] == "»" else match["quote"]
    return f",{quote} "


def _etc(match: re.Match[str]) -> str:
    return ", etc." if match[0].startswith(",") else "etc."


def _abbreviation(match: re.Match[str]) -> str:
    right = "i.e." if match["ie"] else "e.g." if match["eg"] else f"{match['half']}.m."
    return "" if right == match[0] else right


def _unpaired_brackets(text: str) -> Iterator[Hit]:
    """A bracket without its partner in the same sentence. One that opens the segment
    or closes it may have its partner in another."""
    if text.count("(") == text.count(")") or _LIST_MARK.search(text):
        return
    opened: list[int] = []
    for match in _BRACKET.finditer(text):
        at = match.start()
        if match[0] == "(":
            opened.append(at)
        elif opened:
            opened.pop()
        elif text[at + 1 :].strip(' .”"') and not text[:at].strip(" .").isdigit():
            yield hit(at, at + 1)
    for at in opened:
        if text[:at].strip(' “"'):
            yield hit(at, at + 1)


MARKS: tuple[Mechanism, ...] = (
    Mechanism(
        id="typography/stray-stop",
        find=in_figures(where(_DIGIT_STOP, swap(_STRAY_STOP, r"\1"))),
        message="A full stop in the middle of the sentence: the source abbreviates "
        "“year” or writes an ordinal with one; English does not",
        label="stray stop",
        category="fluency/punctuation",
        severity=Severity.MAJOR,
        safe=True,
    ),
    Mechanism(
        id="typography/ordinal-stop",
        find=where(
            _DIGIT_STOP,
            swap(_ORDINAL_STOP, lambda match: f"{ordinal(int(match[1]))} "),
            near(
                "century centuries",
                swap(_CENTURY_STOP, lambda match: f"{ordinal(int(match[1]))} "),
            ),
        ),
        message="The source writes ordinals with a full stop; English has 5th",
        label="ordinal",
        category="locale-convention",
        severity=Severity.MAJOR,
    ),
    Mechanism(
        id="typography/doubled-mark",
        find=where(
            _MARKS_TOUCH,
            _doubled_marks,
            swap(_SPACED_DOUBLE, r"\1", ", ,", ". .", "; ;"),
            swap(_STOP_COMMA, r"\1,", ".,"),
            swap(_CLASH, _clash, ";,", ":,", ",;", ",:"),
            swap(_ASKED_STOP, "", "?.", "!."),
            swap(_STOP_TWICE, "", "”.", '".'),
            swap(_QUOTED_STOP_COMMA, r",\1", ".”,", '.",'),
        ),
        message="Two marks of punctuation where one is meant",
        label="punctuation",
        category="fluency/punctuation",
    ),
    Mechanism(
        id="typography/speech-comma",
        find=together(
            swap(_SPEECH_DASH, _speech, "”", '"', "»"),
            swap(_STOP_SPEECH, r",\1 ", ".”", '."'),
        ),
        message="English joins speech and speaker with a comma alone: “…,” he said",
        label="punctuation",
        category="fluency/punctuation",
        severity=Severity.MAJOR,
        safe=True,
    ),
    Mechanism(
        id="typography/end-mark",
        find=swap(_END_MARK, lambda match: ("",), "-", "/END/", "(END)"),
        message="The mark by which an agency ends its reports",
        label="stray mark",
        category="fluency/typography",
    ),
    Mechanism(
        id="typography/etc",
        find=near("etc", swap(_ETC, _etc)),
        message="“etc.” holds the “and” and has one full stop",
        label="punctuation",
        category="fluency/punctuation",
        safe=True,
    ),
    Mechanism(
        id="typography/abbreviation-stops",
        find=near(
            "e i eg ie m",
            swap(
                _ABBREVIATION,
                _abbreviation,
                "e.g",
                "e. g",
                "i.e",
                "i. e",
                "eg.",
                "ie.",
                ". m.",
            ),
        ),
        message="Written i.e., e.g., a.m., p.m.",
        label="abbreviation",
        category="fluency/typography",
        safe=True,
    ),
    Mechanism(
        id="typography/colon-after-including",
        find=swap(_COLON_LIST, r"\1", "including:", "such as:"),
        message="No colon between “including” or “such as” and what it names",
        label="punctuation",
        category="fluency/punctuation",
    ),
    Mechanism(
        id="typography/heading-stop",
        find=swap(_SHOUTED_STOP, "", "."),
        message="A heading has no full stop",
        label="punctuation",
        category="fluency/punctuation",
    ),
    Mechanism(
        id="typography/unpaired-bracket",
        find=keyed("()", _unpaired_brackets),
        message="This bracket has no partner in the sentence",
        label="brackets",
        category="fluency/punctuation",
    ),
)
