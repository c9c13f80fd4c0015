"""Speech and its speaker: marks that open where they should close, or stand around the
words of the speaker instead of those that were spoken.

Rule: a mark is turned only where the words beside it leave no other reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from posteditor.checkers.rules.matcher import Hit
from posteditor.checkers.rules.mechanics import Mechanism, hit, keyed, swap, together
from posteditor.checkers.rules.typography.quotes import LATE_OPENING, turned
from posteditor.model import Severity

_SAID = (
    "said|says|noted|notes|added|adds|stressed|stresses|emphasi[sz]ed|explained"
    "|explains|stated|told|declared|concluded|recalled|underlined|commented|reported"
    "|wrote|believes|assured|continued|pointed|announced|confirmed|remarked|insisted"
    "|argued|asked|summed|warned|exclaimed|observed|replied|began|specified|indicated"
)
_SPEAKER = (
    r"(?:he|she|they|the [a-z]+(?: [a-z]+)?"
    r"|(?:[A-Z]\.\s?)*[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]+|al|de|bin|van|von)){0,3})"
)
_TURNED = re.compile(
    rf"(?P<mark>[,.!?…]) ?“ ?(?=(?:(?:{_SPEAKER}|who) (?:also |then )?(?:{_SAID})"
    rf"|(?:{_SAID}) (?:(?:his|her|the) (?:speech|address) )?{_SPEAKER})\b)"
    r"(?!he (?:said|told) (?:that|it)\b)"
)
_DETACHED = re.compile(
    rf"(?P<mark>[,.!?…]) ”(?=(?:{_SPEAKER} (?:{_SAID})|(?:{_SAID}) )\b)"
)
_STOP = re.compile(r"(?<=[.!?]) ")
_PARTICIPLES = (
    "explaining|pointing out|adding|noting|stressing|indicating|emphasi[sz]ing|saying"
    "|considering|confirming|revealing|warning|denying|stating|affirming|underlining"
    "|clarifying|recalling|continuing|asserting|expecting|hoping|declaring|announcing"
    "|highlighting|asking|wondering|describing|expressing|remarking"
)
_WRAPPED = re.compile(
    rf"(?P<comma>[,.;]?) ?[“\"](?P<words>(?:and |he |she |while )?(?:{_PARTICIPLES}"
    rf"|(?:he|she) (?:said|added|noted|stressed|explained|continued)) that),?"
    r"(?P<close>[”\"]) ?(?=[\w“\"])(?P<again>[“\"]?)"
)
_INVERTED = re.compile(
    r"(?:\A|(?<=[\s(]))” ?(?P<inner>[^\W_][^“”]{2,300}?) ?“(?=[\s.,;:!?)]|\Z)"
)
_DANGLING = re.compile(r"(?<=[\w”][.,!?…]) (?=\"\s*\Z)")


def _turned(text: str) -> Iterator[Hit]:
    """“We are ready, “he said: the second mark ends the speech."""
    for match in _TURNED.finditer(text):
        rest = text[match.end() :]
        closing, opening = rest.find("”"), rest.find("“")
        if closing < 0 or 0 <= opening < closing:
            mark = "," if match["mark"] == "." else match["mark"]
            yield hit(*match.span(), f"{mark}” ")


def _late_opening(text: str) -> Iterator[Hit]:
    """stressed that” this was …: the mark begins the speech."""
    for match in LATE_OPENING.finditer(text):
        head = _STOP.split(text[: match.start()])[-1]
        inverted = _INVERTED.search(text, match.end("comma"))
        if inverted and inverted.start() < match.end():
            continue
        if head.count("“") <= head.count("”"):
            yield hit(match.end("comma"), match.end(), " “")


def _inverted(text: str) -> Iterator[Hit]:
    """” so written “: both marks face the wrong way."""
    for match in _INVERTED.finditer(text):
        yield from turned(match, match["inner"])


def _wrapped(match: re.Match[str]) -> str:
    straight = match["close"] == '"'
    closing, opening = ('"', '"') if straight else ("”", "“")
    return f",{closing} {match['words']} {opening}"


def _space_before_straight(text: str) -> Iterator[Hit]:
    """A straight mark that ends the text, behind a space, and closes what is open."""
    if text.count('"') % 2 == 0 or text.count('"') == 1:
        for match in _DANGLING.finditer(text):
            yield hit(*match.span(), "")


SPEECH: tuple[Mechanism, ...] = (
    Mechanism(
        id="typography/turned-speech",
        find=together(keyed("“", _turned), swap(_DETACHED, r"\g<mark>” ", " ”")),
        message="The speech ends here: “…,” he said",
        label="quotes",
        category="fluency/punctuation",
        severity=Severity.MAJOR,
    ),
    Mechanism(
        id="typography/late-opening",
        find=together(keyed("”", _late_opening), keyed("”", _inverted)),
        message="The quotation mark faces the wrong way",
        label="quotes",
        category="fluency/typography",
        severity=Severity.MAJOR,
    ),
    Mechanism(
        id="typography/wrapped-speaker",
        find=swap(_WRAPPED, _wrapped, "”", '"'),
        message="The marks stand around the speaker’s words: “…,” noting that “…",
        label="quotes",
        category="fluency/punctuation",
        severity=Severity.MAJOR,
    ),
    Mechanism(
        id="typography/space-before-quote",
        find=keyed('"', _space_before_straight),
        message="No space inside quotation marks",
        label="spacing",
        category="fluency/typography",
    ),
)
